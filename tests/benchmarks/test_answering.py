"""From a slider's move to every number on screen, without a voxel."""

from __future__ import annotations

import itertools

import numpy as np
import torch

from segdiff.data import Case, Comparison, LabelChoice, ProbabilityMap
from segdiff.evaluate import score_sheet
from segdiff.evidence import Evidence, measure
from segdiff.explore import best_threshold
from segdiff.losses.voxelwise import focal_loss
from segdiff.session import ViewState
from tests.benchmarks.conftest import Figures, seconds

MILLISECOND = 1e-3


def state_of(case: Case) -> tuple[ViewState, dict[str, Evidence]]:
    one = LabelChoice.single(1)
    kept = {name: measure(case, Comparison(name, one)) for name in ("soft", "hard")}
    return ViewState().with_case(case), kept


def sheet(state: ViewState, kept: dict[str, Evidence]) -> None:
    """All numbers of two predictions, from Evidence found as the window finds it."""

    def look_up(comparison: Comparison) -> Evidence:
        evidence = kept[comparison.prediction]
        return evidence if comparison.threshold is None else evidence.at(comparison.threshold)

    score_sheet(state, look_up)


def test_moving_alpha(case: Case, figures: Figures) -> None:
    state, kept = state_of(case)
    alphas = itertools.cycle(np.linspace(0.001, 0.999, 4001).tolist())
    ours = seconds(lambda: sheet(state.with_alpha(next(alphas)), kept), 200)
    figures.at_most("a move of α to all numbers of two predictions, ms", ours / MILLISECOND, 1.0)


def test_moving_the_threshold(case: Case, figures: Figures) -> None:
    state, kept = state_of(case)
    levels = itertools.cycle(range(1, 1000))
    ours = seconds(lambda: sheet(state.with_threshold(next(levels) / 1000), kept), 200)
    figures.at_most("a move of the threshold to all numbers of two predictions, ms", ours / MILLISECOND, 1.0)
    thresholds = kept["soft"].thresholds
    assert thresholds is not None
    best = seconds(lambda: best_threshold(thresholds, 0.3, 0.7), 50)
    figures.at_most("the best of all thresholds, ms", best / MILLISECOND, 1.0)


def test_moving_gamma(case: Case, figures: Figures) -> None:
    _, kept = state_of(case)
    gammas = itertools.cycle(np.linspace(0.1, 5, 997).tolist())
    ours = seconds(lambda: focal_loss(kept["soft"].histogram, gamma=next(gammas)), 50)
    figures.at_most("a move of γ to the focal loss, ms", ours / MILLISECOND, 1.0)
    content = case.prediction("soft").content
    assert isinstance(content, ProbabilityMap)
    assert case.truth is not None
    p = torch.from_numpy(content.voxels.reshape(-1).copy())
    g = torch.from_numpy(case.truth.voxels.reshape(-1).copy()).float()

    def again() -> torch.Tensor:
        right = p * g + (1 - p) * (1 - g)
        return (-((1 - right) ** 2) * right.clamp(min=1e-7).log()).mean()

    figures.at_least("focal loss over all voxels again / a move of γ", seconds(again, 1) / ours, 1000)


def test_moving_alpha_moves_every_curve(case: Case, figures: Figures) -> None:
    """What a tab in sight adds to a move of α: both its curves and the plane, each from what has been measured."""
    from segdiff.explore import Background, contest, count_lesions, index_plane
    from segdiff.gui.laboratory.cutting import cut_sheet
    from segdiff.gui.laboratory.rarity import imbalance_sheet
    from segdiff.gui.laboratory.subject import Subject

    state, kept = state_of(case)
    measured = {name: evidence.at(0.5) for name, evidence in kept.items()}
    letters = {"soft": "A", "hard": "B"}
    label = LabelChoice.single(1)
    counts = count_lesions(case.truth_mask(label), case.prediction_mask(Comparison("hard", label)))
    alphas = itertools.cycle(np.linspace(0.001, 0.999, 4001).tolist())

    def subject() -> Subject:
        return Subject(state.with_alpha(next(alphas)), measured, letters)

    def plane() -> None:
        subject()
        contest(["A", "B"], [evidence.confusion for evidence in measured.values()])
        index_plane(measured["soft"].confusion, 64)

    frame = 1000.0 / 60.0
    moves = {
        "the plane and who is ahead": plane,
        "the curves of the threshold tab": lambda: cut_sheet(subject(), measured["soft"]),
        "the curves of the imbalance tab": lambda: imbalance_sheet(
            subject(), measured["soft"], Background.CLEAN, counts
        ),
    }
    for what, move in moves.items():
        figures.at_most(f"a move of α to {what}, frames of 60 a second", seconds(move, 30) / MILLISECOND / frame, 1.0)
