"""What is held against what: the unit of work, and the key under which its Evidence is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class LabelChoice:
    """Which values stand for one structure, in the truth and in the prediction.

    Usually one and the same value. A model may write 127 where the truth writes 128, and a region may join several
    values (whole tumour = 1 + 2 + 4); both are choices a person makes, never guesses.

    Args:
        name: how it is shown, "1" or "1 · lesion".
        truth_values: label values in the truth; empty means *any value but zero*.
        prediction_values: label values in the prediction; empty likewise.
        complement: everything *but* those values: the background of a set of labels.
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

    def mask_truth(self, voxels: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Where a (part of a) truth has this label."""
        return _membership(voxels, self.truth_values, self.complement)

    def mask_prediction(self, voxels: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Where a (part of a) label map has this label."""
        return _membership(voxels, self.prediction_values, self.complement)


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


def _membership(voxels: NDArray[np.integer], values: tuple[int, ...], complement: bool) -> NDArray[np.bool_]:
    """Where voxels have one of ``values``, or any value but zero where there are none; or the opposite."""
    if len(values) > 1:
        return np.isin(voxels, values, invert=complement)
    value, equal = (values[0], not complement) if values else (0, complement)
    mask: NDArray[np.bool_] = voxels == value if equal else voxels != value
    return mask
