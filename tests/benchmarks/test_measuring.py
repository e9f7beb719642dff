"""One look at 512 × 512 × 300 voxels, against a plain read of the same memory and against losses one after another."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from segdiff.data import Case, Comparison, LabelChoice, ProbabilityMap
from segdiff.evidence import measure
from tests.benchmarks.conftest import SHAPE, Figures, peak_of, plain_read, seconds, side_by_side, volume

SOFT, HARD = (Comparison(name, LabelChoice.single(1)) for name in ("soft", "hard"))


def arrays(case: Case) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    assert case.truth is not None
    content = case.prediction("soft").content
    assert isinstance(content, ProbabilityMap)
    return case.truth.voxels, content.voxels, case.prediction("hard").content.voxels


def test_hard_counts(case: Case, figures: Figures) -> None:
    truth, _, hard = arrays(case)
    ours, read = side_by_side(lambda: measure(case, HARD), plain_read(truth, hard), 15)
    figures.at_most("hard counts of two masks / plain read", ours / read, 3.5, f"{1000 * ours:.0f} ms")


def test_hard_counts_against_a_library(case: Case, figures: Figures) -> None:
    sitk = pytest.importorskip("SimpleITK")
    truth, _, hard = arrays(case)
    images = [sitk.GetImageFromArray(array) for array in (hard, truth)]
    ours, theirs = side_by_side(
        lambda: measure(case, HARD), lambda: sitk.LabelOverlapMeasuresImageFilter().Execute(*images), 3
    )
    figures.at_least("SimpleITK LabelOverlapMeasures / hard counts", theirs / ours, 15)


def test_everything_from_a_probability_map(case: Case, figures: Figures) -> None:
    truth, probability, _ = arrays(case)
    ours, read = side_by_side(lambda: measure(case, SOFT), plain_read(truth, probability))
    figures.at_most("everything from a probability map / plain read", ours / read, 20, f"{1000 * ours:.0f} ms")
    p, g = torch.from_numpy(probability.reshape(-1).copy()), torch.from_numpy(truth.reshape(-1).copy())
    theirs = seconds(lambda: _five_losses(p, g), runs=1)
    figures.at_least("five losses one after another / everything at once", theirs / ours, 10)


def _five_losses(p: torch.Tensor, mask: torch.Tensor) -> list[torch.Tensor]:
    """As people write them: whole arrays, 32 bits."""

    def bce() -> torch.Tensor:
        return torch.nn.functional.binary_cross_entropy(p, mask.float())

    def dice() -> torch.Tensor:
        g = mask.float()
        return 1 - 2 * (p * g).sum() / (p.sum() + g.sum())

    def tversky() -> torch.Tensor:
        g = mask.float()
        tp, fp, fn = (p * g).sum(), (p * (1 - g)).sum(), ((1 - p) * g).sum()
        return 1 - tp / (tp + 0.3 * fp + 0.7 * fn)

    def focal() -> torch.Tensor:
        g = mask.float()
        right = p * g + (1 - p) * (1 - g)
        return (-(0.25 * g + 0.75 * (1 - g)) * (1 - right) ** 2 * right.clamp(min=1e-7).log()).mean()

    def generalised() -> torch.Tensor:
        g = mask.float()
        both = [(p, g), (1 - p, 1 - g)]
        weights = [1 / b.sum() ** 2 for _, b in both]
        above = sum(w * (a * b).sum() for w, (a, b) in zip(weights, both, strict=True))
        return 1 - 2 * above / sum(w * (a.sum() + b.sum()) for w, (a, b) in zip(weights, both, strict=True))

    return [loss() for loss in (bce, dice, tversky, focal, generalised)]


def test_time_grows_with_the_volume(case: Case, figures: Figures) -> None:
    """The larger volume is the smaller one twice, one on top of the other."""
    large = volume(2 * SHAPE[0])
    of_large, of_small = side_by_side(lambda: measure(large, SOFT), lambda: measure(case, SOFT), 5)
    figures.at_most("twice the voxels / once, half for each", of_large / of_small / 2, 1.1)


PEAK = """
from segdiff.data import Comparison, LabelChoice
from segdiff.evidence import measure
from tests.benchmarks.conftest import extra_mib, volume

case, one = volume(150), LabelChoice.single(1)
measure(volume(2), Comparison("soft", one))
print(extra_mib(lambda: [measure(case, Comparison(name, one)) for name in ("soft", "hard")]))
"""


def test_extra_memory(figures: Figures) -> None:
    figures.at_most("extra memory in MiB, 39 million voxels", peak_of(PEAK), 16)
