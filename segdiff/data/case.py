"""One image, one truth, any predictions, on one grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from segdiff.data.activation import Activation
from segdiff.data.comparison import Comparison, LabelChoice, with_background
from segdiff.data.grid import Grid
from segdiff.data.threshold import smallest_at_least
from segdiff.data.volumes import Image, LabelMap, ProbabilityMap
from segdiff.errors import SegdiffError


class Geometry(StrEnum):
    """How a prediction came to lie on the truth's grid; anything but ``IDENTICAL`` is shown as a badge that stays."""

    IDENTICAL = "identical"
    RESAMPLED = "resampled"
    ASSUMED = "assumed"


@dataclass(frozen=True, eq=False)
class Prediction:
    """A named LabelMap or ProbabilityMap under test.

    Args:
        name: unique within its Case.
        content: labels or probabilities.
        geometry: how it came to lie on the truth's grid.
        activation: what made probabilities of its file's values.
    """

    name: str
    content: LabelMap | ProbabilityMap
    geometry: Geometry = Geometry.IDENTICAL
    activation: Activation = Activation.NONE

    @property
    def is_probabilistic(self) -> bool:
        """Whether a threshold applies."""
        return isinstance(self.content, ProbabilityMap)

    def mask(self, comparison: Comparison, where: tuple[slice | int, ...] = ()) -> NDArray[np.bool_]:
        """Where the comparison's label is predicted, in the part of the grid given by ``where`` (all by default)."""
        if isinstance(self.content, LabelMap):
            return self.content.mask(comparison.label.in_prediction, where)
        return _reach(self.content.of(comparison.label, where), comparison.threshold)

    def mask_flat(self, comparison: Comparison, start: int, stop: int) -> NDArray[np.bool_]:
        """The same for voxels ``start`` to ``stop`` of the flattened grid."""
        if isinstance(self.content, LabelMap):
            return self.content.mask_flat(comparison.label.in_prediction, start, stop)
        return _reach(self.content.of_flat(comparison.label, start, stop), comparison.threshold)


@dataclass(frozen=True, eq=False)
class Case:
    """Everything loaded, on one grid. To change it, make a new one (``with_…``).

    Args:
        name: shown in the window's title.
        image: what the segmentations were drawn on, if given.
        truth: the label map taken as true, if given.
        predictions: under test; their names differ.
        synthetic: made by a program, and said so wherever the case is shown.
        notices: what a person should know about how it was read.
        truth_geometry: how the truth came to lie on the grid of the case, where another file gave that grid.
        image_geometry: the same of the image.
        truth_cut: where the truth's file held shares, the share from which a voxel was taken for label 1.
    """

    name: str
    image: Image | None = None
    truth: LabelMap | None = None
    predictions: tuple[Prediction, ...] = ()
    synthetic: bool = False
    notices: tuple[str, ...] = ()
    truth_geometry: Geometry = Geometry.IDENTICAL
    image_geometry: Geometry = Geometry.IDENTICAL
    truth_cut: float | None = None

    def __post_init__(self) -> None:
        names = [prediction.name for prediction in self.predictions]
        if len(set(names)) != len(names):
            raise ValueError(f"two predictions have the same name: {names}")
        if self.image is None and self.truth is None and not self.predictions:
            raise ValueError("a case needs at least one file")

    @property
    def grid(self) -> Grid:
        """The grid that everything in this case lies on: the truth's, else the image's, else the first prediction's."""
        first = self.truth or self.image or self.predictions[0].content
        return first.grid

    def prediction(self, name: str) -> Prediction:
        """The prediction of that name.

        Raises:
            SegdiffError: there is none.
        """
        for prediction in self.predictions:
            if prediction.name == name:
                return prediction
        raise SegdiffError(f"There is no prediction named {name!r} in this case.")

    def with_prediction(self, prediction: Prediction) -> Case:
        """This case and one more prediction."""
        return replace(self, predictions=(*self.predictions, prediction))

    def without_prediction(self, name: str) -> Case:
        """This case less the prediction of that name."""
        return replace(self, predictions=tuple(p for p in self.predictions if p.name != name))

    def label_choices(self, prediction: str | None = None) -> tuple[LabelChoice, ...]:
        """One choice for each label value of the truth or of the predictions (or of the one named), ascending."""
        chosen = [p for p in self.predictions if prediction in (None, p.name)]
        values = set(self.truth.labels) if self.truth else set()
        for candidate in chosen:
            values.update(value for value in candidate.content.labels if value != 0)
        return tuple(LabelChoice.single(value) for value in sorted(values))

    def first_to_see(self, choices: tuple[LabelChoice, ...]) -> LabelChoice | None:
        """The first of these labels that the truth has, else the first."""
        found = (choice for choice in choices if self.truth is not None and self.truth.count(choice.in_truth) > 0)
        return next(iter((*found, *choices)), None)

    def classes(self) -> tuple[LabelChoice, ...]:
        """Every label, and the background that none of them covers; a single label implies its own."""
        return with_background(self.label_choices())

    def labels_overlap(self, labels: tuple[LabelChoice, ...], prediction: str) -> bool:
        """Whether any voxel has two of ``labels``, in the truth or in the prediction of that name."""
        content = self.prediction(prediction).content
        labels = tuple(label.for_prediction(prediction) for label in labels)
        in_truth = self.truth is not None and self.truth.overlap([label.truth_values for label in labels])
        if isinstance(content, LabelMap):
            return in_truth or content.overlap([label.prediction_values for label in labels])
        return in_truth or (len(labels) > 1 and not content.exclusive)

    def truth_mask(self, label: LabelChoice, where: tuple[slice | int, ...] = ()) -> NDArray[np.bool_]:
        """Where the truth has ``label``, in the part of the grid given by ``where`` (all of it by default)."""
        if self.truth is None:
            raise SegdiffError("This case has no ground truth.")
        return self.truth.mask(label.in_truth, where)

    def prediction_mask(self, comparison: Comparison, where: tuple[slice | int, ...] = ()) -> NDArray[np.bool_]:
        """Where the prediction has the comparison's label, at its threshold."""
        return self.prediction(comparison.prediction).mask(comparison, where)


def _reach(probability: NDArray[np.floating], threshold: float | None) -> NDArray[np.bool_]:
    at_least = smallest_at_least(0.5 if threshold is None else threshold, probability.dtype)
    return probability >= at_least
