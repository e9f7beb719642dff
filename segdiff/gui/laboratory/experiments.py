"""What the laboratory has the worker do while one of its tabs is in sight; each is a detail of the pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segdiff.data import Case, Comparison, LabelMap
from segdiff.errors import Cancelled
from segdiff.gui.words import tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from segdiff.evidence import Watch
    from segdiff.explore import GradientMap, Learned, LesionCounts


@dataclass(frozen=True, eq=False)
class SliceGradients:
    """Gradients of several losses on a slice, with the masks they were taken of."""

    maps: tuple[GradientMap, ...]
    truth: NDArray[np.bool_]
    predicted: NDArray[np.bool_]


@dataclass(frozen=True)
class GradientsOf:
    """What training would push on an axial slice, or on a picture.

    Args:
        comparison: whose probabilities, at the threshold that tells outcomes apart.
        index: of the slice.
        alpha: cost of a false positive.
        beta: cost of a miss.
        wrt: by the probability or by the logit.
    """

    comparison: Comparison
    index: int
    alpha: float
    beta: float
    wrt: str

    def measure(self, case: Case, watch: Watch) -> SliceGradients:
        """In the worker."""
        from segdiff.explore import gradient_maps
        from segdiff.explore.gradients import LOSSES

        where = _slice_of(case, self.index)
        truth = case.truth_mask(self.comparison.label, where)
        predicted = case.prediction_mask(self.comparison, where)
        content = case.prediction(self.comparison.prediction).content
        if isinstance(content, LabelMap):
            probability: NDArray[np.floating] = predicted.astype(float)
        else:
            probability = content.of(self.comparison.label, where)
        maps: list[GradientMap] = []
        for number, loss in enumerate(LOSSES):
            if watch.is_stale():
                raise Cancelled
            watch.progress(number / len(LOSSES))
            costs = {"alpha": self.alpha, "beta": self.beta}
            cut = self.comparison.threshold or 0.5
            maps += gradient_maps(probability, truth, wrt=self.wrt, threshold=cut, parameters=costs, losses=(loss,))
        return SliceGradients(tuple(maps), truth, predicted)


@dataclass(frozen=True)
class LesionsOf:
    """The lesions of the truth: how large, how much of each was found, and what they share with themselves moved."""

    comparison: Comparison

    def measure(self, case: Case, watch: Watch) -> LesionCounts | str:
        """In the worker; words where there is nothing to count."""
        from segdiff.explore import count_lesions

        watch.progress(0.1)
        counts = count_lesions(case.truth_mask(self.comparison.label), case.prediction_mask(self.comparison))
        return tr("The ground truth is empty.") if counts is None else counts


@dataclass(frozen=True)
class TrainingOf:
    """A toy trained on an axial slice, or on a picture, under the Tversky loss, Dice and cross-entropy.

    Args:
        comparison: whose label; the prediction has no say.
        index: of the slice.
        alpha: cost of a false positive.
        beta: cost of a miss.
    """

    comparison: Comparison
    index: int
    alpha: float
    beta: float

    @property
    def doing(self) -> str:
        """What to say meanwhile."""
        return tr("Training a toy model")

    def measure(self, case: Case, watch: Watch) -> tuple[Learned, ...] | str:
        """In the worker; words where there is nothing to learn from."""
        from segdiff.explore import lessons_at, train

        where = _slice_of(case, self.index)
        truth = case.truth_mask(self.comparison.label, where)
        if case.image is None or not truth.any():
            return tr("The ground truth has no voxel on this slice, so there is nothing to learn from.")
        return train(case.image.voxels[where], truth, lessons_at(self.alpha, self.beta), watch=watch)


def _slice_of(case: Case, index: int) -> tuple[int, ...]:
    return (index,) if case.grid.is_volume else ()
