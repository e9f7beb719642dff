"""What is held against what: the unit of work, and the key under which its Evidence is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

_NUMERIC: Final = set("0123456789+-=")


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
        elsewhere: labels in predictions that number them otherwise, by the name of the prediction.
    """

    name: str
    truth_values: tuple[int, ...]
    prediction_values: tuple[int, ...]
    complement: bool = False
    elsewhere: tuple[tuple[str, tuple[int, ...]], ...] = ()

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

    @classmethod
    def of(
        cls,
        truth_values: tuple[int, ...],
        prediction_values: tuple[int, ...],
        name: str = "",
        elsewhere: tuple[tuple[str, tuple[int, ...]], ...] = (),
    ) -> LabelChoice:
        """A choice that is called by its numbers unless it has a name."""
        made = cls("", truth_values, prediction_values, elsewhere=elsewhere)
        return replace(made, name=name or made.spelling)

    @property
    def spelling(self) -> str:
        """Its numbers, as they are written on the command line: ``1``, ``128=127``, ``1+2+4``, ``5=4@new``."""
        truth, prediction = _spelt(self.truth_values), _spelt(self.prediction_values)
        exceptions = "".join(f"={_spelt(values)}@{name}" for name, values in self.elsewhere)
        return truth + (f"={prediction}" if truth != prediction else "") + exceptions

    @property
    def has_name(self) -> bool:
        """Whether a person named it, so that it is called by more than its numbers."""
        return self.name != self.spelling and not set(self.name) <= _NUMERIC

    def for_prediction(self, name: str) -> LabelChoice:
        """The choice as it holds for one prediction."""
        if not self.elsewhere:
            return self
        values = dict(self.elsewhere).get(name, self.prediction_values)
        made = replace(self, prediction_values=values, elsewhere=())
        return made if self.has_name else replace(made, name=made.spelling)

    def with_values_in(self, prediction: str, values: tuple[int, ...]) -> LabelChoice:
        """The choice with other labels in one prediction; a choice that has no name of its own is spelt anew."""
        others = tuple((name, known) for name, known in self.elsewhere if name != prediction)
        own = ((prediction, values),) if values != self.prediction_values else ()
        changed = replace(self, elsewhere=tuple(sorted((*others, *own))))
        return changed if self.has_name else replace(changed, name=changed.spelling)

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
        label: the structure compared, as it holds for this prediction.
        threshold: probability at or above which a voxel counts as predicted; ``None`` for hard labels.
    """

    prediction: str
    label: LabelChoice
    threshold: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", self.label.for_prediction(self.prediction))

    def with_threshold(self, threshold: float | None) -> Comparison:
        """The same comparison at another threshold."""
        return replace(self, threshold=threshold)


def with_background(labels: tuple[LabelChoice, ...]) -> tuple[LabelChoice, ...]:
    """Several labels and the background that none of them covers; a single label implies its own."""
    return (*labels, LabelChoice.background_of(labels)) if len(labels) > 1 else labels


def _spelt(values: tuple[int, ...]) -> str:
    return "+".join(map(str, values)) if values else "any"
