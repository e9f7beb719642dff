"""What is held against what: the unit of work, and the key under which its Evidence is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class LabelSet:
    """What belongs to a structure on one side of a comparison.

    Args:
        values: the labels that belong to it; empty means *any but zero*.
        complement: everything *but* those.
    """

    values: tuple[int, ...]
    complement: bool = False

    def mask(self, voxels: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Where an array holds one of the values; for labels of a map that may overlap, ask the map itself."""
        if len(self.values) > 1:
            return np.isin(voxels, self.values, invert=self.complement)
        value, equal = (self.values[0], not self.complement) if self.values else (0, self.complement)
        mask: NDArray[np.bool_] = voxels == value if equal else voxels != value
        return mask


@dataclass(frozen=True)
class LabelChoice:
    """Which labels stand for one structure, in the truth and in the prediction.

    Usually one and the same. A model may write 127 where the truth writes 128, and a region may join several
    labels (whole tumour = 1 + 2 + 4); both are choices a person makes, never guesses. Which *voxels* have a label only
    the map knows (:meth:`LabelMap.mask`), since labels may overlap.

    Args:
        name: how it is shown, "1" or "1 · lesion".
        truth_values: labels in the truth; empty means *any but zero*.
        prediction_values: labels in the prediction; empty likewise.
        complement: everything *but* those: the background of a set of labels.
    """

    name: str
    truth_values: tuple[int, ...]
    prediction_values: tuple[int, ...]
    complement: bool = False

    @classmethod
    def single(cls, value: int, name: str = "") -> LabelChoice:
        """One value, the same on both sides."""
        return cls(name or str(value), (value,), (value,))

    @classmethod
    def background_of(cls, labels: tuple[LabelChoice, ...]) -> LabelChoice:
        """Everything that none of ``labels`` covers."""
        truth = tuple(sorted({value for label in labels for value in label.truth_values}))
        prediction = tuple(sorted({value for label in labels for value in label.prediction_values}))
        return cls("background", truth, prediction, complement=True)

    @property
    def in_truth(self) -> LabelSet:
        """What belongs to it in the truth."""
        return LabelSet(self.truth_values, self.complement)

    @property
    def in_prediction(self) -> LabelSet:
        """What belongs to it in a prediction."""
        return LabelSet(self.prediction_values, self.complement)


ANY_LABEL = LabelChoice("any", (), ())
"""Every value but zero, joined."""


@dataclass(frozen=True)
class Comparison:
    """One prediction against the truth, for one label.

    Args:
        prediction: name of the prediction, unique within its Case.
        label: the structure compared.
        threshold: probability at or above which a voxel counts as predicted; ``None`` for hard labels.
    """

    prediction: str
    label: LabelChoice
    threshold: float | None = None

    def with_threshold(self, threshold: float | None) -> Comparison:
        """The same comparison at another threshold."""
        return replace(self, threshold=threshold)
