"""A whole case in numbers: means, rules, labels that overlap, and other conventions."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdiff import losses
from segdiff.data import ANY_LABEL, Case, Grid, LabelChoice, LabelMap, Prediction, ProbabilityMap
from segdiff.errors import SegdiffError
from segdiff.evaluate import evaluate_case, score_sheet, value_at_costs
from segdiff.evaluate import scoring as scoring_module
from segdiff.evaluate.scoring import value_of
from segdiff.evidence import Confusion, Evidence, measure
from segdiff.registry import find
from segdiff.session import ViewState

GRID = Grid((1, 2, 5), (2.0, 1.0, 1.0))
TRUTH = [1, 1, 1, 1, 2, 2, 0, 0, 0, 0]
FOUND = [1, 1, 1, 0, 1, 2, 2, 0, 0, 0]
"""Label 1: TP 3, FP 1, FN 1 (Dice 3/4). Label 2: TP 1, FP 1, FN 1 (Dice 1/2)."""


def labels(values: list[int]) -> LabelMap:
    return LabelMap(np.array(values, np.uint8).reshape(GRID.shape), GRID)


def case_of(values: list[int], truth: list[int] = TRUTH) -> Case:
    return Case("case", truth=labels(truth), predictions=(Prediction("p", labels(values)),))


def test_labels_overall_and_means() -> None:
    (row,) = evaluate_case(case_of(FOUND)).predictions
    assert [label.evidence.confusion.counts for label in row.labels] == [(3, 1, 1, 5), (1, 1, 1, 7)]
    assert [label.scores["dice"].number for label in row.labels] == pytest.approx([0.75, 0.5])
    assert row.means["dice"] == (pytest.approx(0.625), 2)
    assert row.overall["cross_entropy"].number == pytest.approx(3 / 10 * -math.log(1e-7))
    assert row.labels[0].scores["volume_truth_ml"].number == pytest.approx(4 * 2.0 / 1000)


def test_soft_overall_scores_are_the_librarys() -> None:
    rng = np.random.default_rng(2)
    soft = rng.dirichlet([1, 1, 1], 10).T.astype(np.float32).reshape(3, *GRID.shape)
    content = ProbabilityMap(soft, (0, 1, 2), GRID)
    (row,) = evaluate_case(Case("c", truth=labels(TRUTH), predictions=(Prediction("p", content),))).predictions
    one_hot = np.stack([np.array(TRUTH).reshape(GRID.shape) == value for value in range(3)])
    for loss in ("cross_entropy", "generalized_dice_loss"):
        assert row.overall[loss].number == pytest.approx(losses.value(loss, soft[None], one_hot[None]), rel=1e-6)


GENERALISED = [
    known for known in losses.CONVENTIONS if "generalized_dice_loss" in losses.find_convention(known).recipes
]


@pytest.mark.parametrize("convention", GENERALISED)
@pytest.mark.parametrize("highest", [1, 2])
def test_overall_scores_of_masks_are_the_librarys_in_every_convention(convention: str, highest: int) -> None:
    """Two labels and their background, or one label and the rest."""
    truth, found = ([value if value <= highest else 0 for value in side] for side in (TRUTH, FOUND))
    (row,) = evaluate_case(case_of(found, truth), convention=convention).predictions
    one_hot = [
        np.stack([labels(side).voxels == value for value in range(highest + 1)])[None] for side in (found, truth)
    ]
    expected = losses.value("generalized_dice_loss", *one_hot, convention=convention)
    assert row.overall["generalized_dice_loss"].number == pytest.approx(expected, rel=1e-12)


def test_generalised_dice_of_three_classes_by_hand() -> None:
    """TP 3, 3, 1 of volumes 4, 4, 2, each with FP 1 and FN 1: 2·(3/16 + 3/16 + 1/4) / (1/2 + 1/2 + 1)."""
    (row,) = evaluate_case(case_of(FOUND), convention="monai-metrics").predictions
    assert row.overall["generalized_dice_loss"].number == pytest.approx(0.625)


def test_a_label_neither_has_counts_by_rule_and_not_in_the_mean() -> None:
    chosen = [LabelChoice.single(value) for value in (1, 9)]
    (row,) = evaluate_case(case_of(FOUND), labels=chosen).predictions
    empty = row.labels[1].scores
    assert (empty["dice"].number, empty["dice_loss"].number) == (1.0, 0.0)
    assert "0/0 counts as 1" in empty["dice"].by_rule
    assert empty["recall"].undefined == "the truth is empty"
    assert row.means["dice"] == (pytest.approx(0.75), 1)


def test_overlapping_labels_have_no_overall_score() -> None:
    (row,) = evaluate_case(case_of(FOUND), labels=[LabelChoice.single(1), ANY_LABEL]).predictions
    assert "overlap" in row.overall["cross_entropy"].undefined
    assert row.labels[1].evidence.confusion.counts == (5, 1, 1, 3)


def test_a_label_that_is_missing_is_said_before_anyone_trusts_a_zero() -> None:
    report = evaluate_case(case_of([3 if value == 2 else value for value in FOUND]))
    assert "The ground truth has no voxel of label 3." in report.notices
    assert "p has no voxel of label 2." in report.notices


def test_labels_that_are_missing_are_said_in_one_sentence() -> None:
    wide = Grid((1, 12))
    truth = LabelMap(np.zeros((1, 12), np.uint8), wide)
    prediction = Prediction("p", LabelMap(np.arange(12, dtype=np.uint8)[None], wide))
    (notice,) = evaluate_case(Case("c", truth=truth, predictions=(prediction,))).notices
    assert notice == "The ground truth has no voxel of labels 1, 2, 3, 4, 5, 6, 7, 8 and 3 more."


def test_a_label_that_is_nowhere_is_said_of_both_sides() -> None:
    """A slip of the hand, whose Dice of 1 by rule nobody should believe."""
    report = evaluate_case(case_of(FOUND), labels=[LabelChoice.single(7), LabelChoice.single(8)])
    assert report.notices == ("Neither the ground truth nor p has a voxel of labels 7 and 8.",)


@pytest.mark.parametrize("case", [Case("c", truth=labels(TRUTH)), Case("c", predictions=case_of(FOUND).predictions)])
def test_half_a_case_is_refused(case: Case) -> None:
    with pytest.raises(SegdiffError):
        evaluate_case(case)


def test_another_convention_returns_its_own_numbers_and_keeps_the_metrics() -> None:
    report = evaluate_case(case_of(FOUND), convention="nnunet", parameters={"smooth": 0.0})
    (row,) = report.predictions
    assert row.labels[0].scores["dice_loss"].number == pytest.approx(-0.75)
    assert row.labels[0].scores["dice"].number == pytest.approx(0.75)
    assert "it has no Tversky loss" in row.labels[0].scores["tversky_loss"].undefined


def test_our_costs_are_put_under_the_right_symbol() -> None:
    """TP 3, FP 2, FN 1: T(.3, .7) = .69767; Keras as released wants α = .7 and β = .3 for that."""
    evidence, score = Evidence.of_confusion(Confusion.of_counts(3, 2, 1, 10)), find("tversky_loss")
    expected = 1 - 3 / 4.3
    for convention in ("segdiff", "monai", "keras-3.15", "keras-documented", "salehi", "smp"):
        assert value_at_costs(convention, score, evidence, 0.3, 0.7).number == pytest.approx(expected, abs=1e-5)
    assert "add up to 1" in value_at_costs("origin-notes", score, evidence, 0.5, 0.9).undefined


def test_moving_alpha_computes_only_what_depends_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = Evidence.of_confusion(Confusion.of_counts(30, 20, 10, 100))
    computed: list[str] = []
    original = scoring_module._value_of.__wrapped__

    def counting(name: str, *rest: object) -> object:
        computed.append(name)
        return original(name, *rest)

    from functools import lru_cache

    monkeypatch.setattr(scoring_module, "_value_of", lru_cache(counting))
    names = ("dice_loss", "tversky_loss", "focal_loss", "focal_plus_tversky_loss", "tversky_index", "precision")
    for alpha in (0.3, 0.4):
        for name in names:
            value_of(find(name), evidence, {"alpha": alpha, "beta": 0.7})
    after = computed[len(computed) - computed[::-1].index("tversky_loss") - 1 :]
    assert {"dice_loss", "focal_loss", "precision"}.isdisjoint(after)
    assert computed.count("dice_loss") == computed.count("focal_loss") == 1
    assert computed.count("tversky_loss") == computed.count("tversky_index") == 2


def test_an_activation_applied_twice_is_doubted() -> None:
    """A sigmoid of probabilities lies between 0.5 and 0.731."""
    twice = 1 / (1 + np.exp(-np.linspace(0, 1, 10, dtype=np.float32)))
    content = ProbabilityMap(twice.reshape(1, *GRID.shape), (1,), GRID)
    report = evaluate_case(Case("c", truth=labels(TRUTH), predictions=(Prediction("p", content),)))
    assert any("may have been applied twice" in notice for notice in report.notices)
    assert not any("twice" in notice for notice in evaluate_case(case_of(FOUND)).notices)


def test_smoothing_as_large_as_the_object_is_doubted() -> None:
    report = evaluate_case(case_of(FOUND), convention="origin-notes")
    assert any("The smoothing of 1 is comparable" in notice for notice in report.notices)


@pytest.mark.parametrize("labels_of_map", [(1,), (1, 2)])
@pytest.mark.parametrize("convention", ["torchmetrics", "monai-metrics", "segdiff"])
def test_the_table_of_the_window_has_the_overall_scores_of_the_command_line(
    labels_of_map: tuple[int, ...], convention: str
) -> None:
    """At a threshold that is not one half, too; masks of the background are cut there like those of labels."""
    rng = np.random.default_rng(3)
    soft = rng.dirichlet([1] * (len(labels_of_map) + 1), 10).T[1:].astype(np.float32)
    content = ProbabilityMap(soft.reshape(-1, *GRID.shape), labels_of_map, GRID)
    truth = [value if value in labels_of_map else 0 for value in TRUTH]
    case = Case("c", truth=labels(truth), predictions=(Prediction("p", content),))
    (row,) = evaluate_case(case, threshold=0.3, convention=convention, costs=(0.3, 0.7)).predictions
    state = ViewState().with_case(case).with_threshold(0.3).with_convention(convention)
    (shown,) = score_sheet(state, lambda comparison: measure(case, comparison), ["generalized_dice_loss"])
    assert shown.values == (row.overall["generalized_dice_loss"],)
    assert row.overall["generalized_dice_loss"].number > 0
