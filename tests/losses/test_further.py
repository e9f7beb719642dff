"""The losses that are not in the score table: by hand, against their slow twins, and what is known of them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdiff import losses
from segdiff.data import Comparison
from segdiff.evidence import measure
from tests import cases
from tests.losses import reference_more
from tests.losses.test_identities import Maps, maps, quickly
from tests.losses.test_twin import EXCLUSIVE, OVERLAPPING

HARD = cases.counted(tp=3, fp=2, fn=1, tn=10).batch
WRONG = -math.log(1e-7)

PARAMETERS: dict[str, tuple[dict[str, float], ...]] = {
    "combo_loss": ({}, {"share": 0.3, "positive_share": 0.8, "smoothing": 0.7}),
    "asymmetric_focal_tversky_loss": ({}, {"alpha": 0.9, "beta": 0.2, "exponent": 1.5}),
    "unified_focal_loss": ({}, {"share": 0.2, "miss_share": 0.9, "gamma": 0.3}),
    "lovasz_hinge_loss": ({},),
    "lovasz_softmax_loss": ({},),
    "log_cosh_dice_loss": ({}, {"smoothing": 0.7}),
    "log_dice_loss": ({}, {"smoothing": 0.7}),
    "top_k_cross_entropy": ({}, {"hardest": 0.37}, {"hardest": 1.0}),
}
NEEDS_EXCLUSIVE = {"unified_focal_loss", "top_k_cross_entropy"}


def test_each_is_described() -> None:
    assert set(PARAMETERS) == set(losses.FURTHER)
    for further in losses.FURTHER.values():
        assert further.title
        assert further.formula
        assert further.definition.endswith(".")
        assert any(character.isdigit() for character in further.source)


@pytest.mark.parametrize(
    ("name", "loss", "parameters"),
    [
        (name, loss, chosen)
        for loss, choices in PARAMETERS.items()
        for chosen in choices
        for name in (EXCLUSIVE if loss in NEEDS_EXCLUSIVE else EXCLUSIVE | OVERLAPPING)
    ],
)
def test_equals_the_twin(name: str, loss: str, parameters: dict[str, float]) -> None:
    prediction, truth = (EXCLUSIVE | OVERLAPPING)[name]()
    expected = reference_more.value(loss, prediction, truth, **parameters)
    assert losses.value(loss, prediction, truth, **parameters) == pytest.approx(expected, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize(
    ("loss", "parameters", "expected"),
    [
        ("combo_loss", {}, 0.25 * 3 * WRONG / 16 + 0.5 / 3),
        ("combo_loss", {"share": 0.2, "positive_share": 0.9}, 0.2 * (0.9 + 0.2) * WRONG / 16 + 0.8 / 3),
        ("lovasz_softmax_loss", {}, 1 - 3 / 6),
        ("log_cosh_dice_loss", {}, math.log(math.cosh(1 / 3))),
        ("log_dice_loss", {}, -math.log(2 / 3)),
        ("top_k_cross_entropy", {"hardest": 0.25}, 3 * WRONG / 4),
        ("top_k_cross_entropy", {"hardest": 0.1}, WRONG),
        # background 10/(10 + .4·1 + .6·2) = 10/11.6, label 3/(3 + .4·2 + .6·1) = 3/4.4
        ("asymmetric_focal_tversky_loss", {}, (1.6 / 11.6 + math.sqrt(1.4 / 4.4)) / 2),
    ],
)
def test_three_found_two_invented_one_missed(loss: str, parameters: dict[str, float], expected: float) -> None:
    assert losses.value(loss, *HARD, **parameters) == pytest.approx(expected, rel=1e-12)


def test_lovasz_of_two_voxels() -> None:
    # errors .4 on the truth, then .3 beside it; the IoU falls to 0 with the first, so only .4 counts
    assert losses.value("lovasz_softmax_loss", [[[0.6, 0.3]]], [[[1.0, 0.0]]]) == pytest.approx(0.4)
    # the other way round the first takes half of the IoU, the second the rest
    assert losses.value("lovasz_softmax_loss", [[[0.7, 0.4]]], [[[1.0, 0.0]]]) == pytest.approx(0.4 / 2 + 0.3 / 2)


def test_a_region_without_overlap_has_a_finite_log_dice() -> None:
    assert losses.value("log_dice_loss", *cases.only_there().batch) == pytest.approx(WRONG)


@pytest.mark.parametrize("loss", PARAMETERS)
def test_a_perfect_prediction_costs_nothing(loss: str) -> None:
    for pair in (cases.counted(3, 0, 0, 4), cases.neither(), cases.everything()):
        assert losses.value(loss, *pair.batch) == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("loss", PARAMETERS)
@quickly
@given(pair=maps(), order=st.permutations(range(12)))
def test_where_a_voxel_lies_does_not_matter(loss: str, pair: Maps, order: list[int]) -> None:
    moved = (array.reshape(1, 1, 12)[..., order] for array in pair)
    assert losses.value(loss, *moved) == pytest.approx(losses.value(loss, *pair), abs=1e-12)


@pytest.mark.parametrize("loss", PARAMETERS)
@quickly
@given(pair=maps(), where=st.integers(0, 11), share=st.floats(0.05, 1.0))
def test_a_voxel_nearer_to_the_truth_never_raises_a_loss(loss: str, pair: Maps, where: int, share: float) -> None:
    prediction, truth = pair
    nearer = prediction.copy()
    nearer.flat[where] += share * (truth.flat[where] - nearer.flat[where])
    assert losses.value(loss, nearer, truth) <= losses.value(loss, prediction, truth) + 1e-9


@quickly
@given(maps())
def test_on_masks_lovasz_is_the_iou_loss(pair: Maps) -> None:
    hard = (pair[0] >= 0.5).astype(float)
    iou = losses.value("iou_loss", hard, pair[1])
    assert losses.value("lovasz_softmax_loss", hard, pair[1]) == pytest.approx(iou, abs=1e-12)


@quickly
@given(maps(), st.floats(0.1, 0.9))
def test_top_k_falls_from_the_dearest_voxel_to_the_mean(pair: Maps, share: float) -> None:
    dearest, some, mean = (losses.value("top_k_cross_entropy", *pair, hardest=k) for k in (0.001, share, 1.0))
    assert dearest >= some - 1e-12
    assert some >= mean - 1e-12
    assert mean == pytest.approx(losses.value("cross_entropy", *pair), abs=1e-12)


def test_the_combo_code_rewards_a_confident_false_positive_and_the_paper_does_not() -> None:
    truth, modest, confident = np.zeros((3, 1, 1, 4, 4))
    truth[..., :2] = 1
    modest[:], confident[:] = truth * 0.9, truth * 0.9
    modest[..., 3, 3], confident[..., 3, 3] = 0.1, 1.0
    choices = {"alpha": 1.0, "beta": 0.5}  # the cross-entropy alone

    def change(convention: str) -> float:
        before, after = (
            losses.value("combo_loss", prediction, truth, convention=convention, **choices)
            for prediction in (modest, confident)
        )
        return 16 * float(after - before)  # of one voxel of sixteen

    assert change("taghanaki-code") == pytest.approx(-(0.5 * WRONG + 0.5 * math.log(0.9)), rel=1e-6)
    assert change("taghanaki") == pytest.approx(0.5 * WRONG + 0.5 * math.log(0.9), rel=1e-6)


def test_the_paper_subtracts_dice_where_segdiff_adds_one_minus_dice() -> None:
    paper = losses.value("combo_loss", *HARD, convention="taghanaki", smooth=0.0)
    assert losses.value("combo_loss", *HARD) == pytest.approx(paper + 0.5, rel=1e-6)


def test_binned_evidence_suffices_for_what_sorts_voxels() -> None:
    draw = np.random.default_rng(5)
    truth = (draw.random((6, 40, 50)) < 0.2).astype(float)
    prediction = np.clip(0.4 * truth + draw.beta(0.5, 2, truth.shape), 0, 1).astype(np.float32).astype(float)
    case = cases.case_of(prediction, truth)
    evidence = measure(case, Comparison("soft", case.label_choices()[0], 0.5))
    for loss in ("lovasz_softmax_loss", "lovasz_hinge_loss", "top_k_cross_entropy"):
        exact = losses.value(loss, prediction[None, None], truth[None, None])
        assert losses.value_of_evidence(loss, evidence) == pytest.approx(exact, rel=2e-5)
