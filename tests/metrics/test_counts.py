"""Metrics of counts that can be divided by hand: three found, two invented, one missed, ten left alone."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import segdiff.metrics
from segdiff import registry
from segdiff.data import Comparison
from segdiff.evidence import Confusion, Evidence, evidence_of, measure
from tests import cases
from tests.losses import vectors

FAMILY = segdiff.metrics
"""Imported, so that its Scores are in the registry."""

quickly = settings(max_examples=60, deadline=None, derandomize=True, database=None)
number = st.integers(0, 30)


def of_evidence(name: str, evidence: Evidence, **parameters: float) -> Any:
    score = registry.find(name)
    return score.function(evidence.of(score.evidence), **parameters)


def metric(name: str, *counts: int, **parameters: float) -> float:
    """Of TP, FP, FN and TN."""
    return float(of_evidence(name, Evidence.of_confusion(Confusion.of_counts(*counts)), **parameters))


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("dice", {}, 6 / 9),
        ("iou", {}, 3 / 6),
        ("precision", {}, 3 / 5),
        ("recall", {}, 3 / 4),
        ("specificity", {}, 10 / 12),
        ("tversky_index", {}, 3 / 4.3),
        ("tversky_index", {"alpha": 0.7, "beta": 0.3}, 3 / 4.7),
        ("tversky_index", {"alpha": 0.3, "beta": 0.7}, 0.6976744186046512),
        ("tversky_index", {"alpha": 1, "beta": 0}, 3 / 5),
        ("tversky_index", {"alpha": 0, "beta": 1}, 3 / 4),
        ("f_beta", {}, 6 / 9),
        ("f_beta", {"beta_squared": 4}, 15 / (15 + 4 * 1 + 2)),
        ("f_beta", {"beta_squared": 0.25}, 3.75 / (3.75 + 0.25 * 1 + 2)),
        ("f_beta", {"beta_squared": 0}, 3 / 5),
    ],
)
def test_three_found_two_invented_one_missed(name: str, parameters: dict[str, float], expected: float) -> None:
    assert metric(name, 3, 2, 1, 10, **parameters) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("pair", [cases.moved_stamp_2d, cases.shifted_boxes, cases.nested_balls])
def test_dice_and_recall_of_pictures_and_volumes(pair: Any) -> None:
    made = pair()
    evidence = evidence_of(*made.batch)
    assert float(of_evidence("dice", evidence)) == 2 * made.tp / (2 * made.tp + made.fp + made.fn)
    assert float(of_evidence("recall", evidence)) == made.tp / (made.tp + made.fn)


@pytest.mark.parametrize(("name", "expected"), [("volume_truth_ml", 0.0504), ("volume_prediction_ml", 0.0378)])
def test_volumes_of_thick_slices(name: str, expected: float) -> None:
    case = cases.thick_slices().case
    evidence = measure(case, Comparison("hard", case.label_choices()[0]))
    assert float(of_evidence(name, evidence)) == pytest.approx(expected, rel=1e-12)


def test_a_voxel_counts_as_marked_from_the_threshold_on() -> None:
    # .9 .8 .6 .4 on the truth, .5 .2 .1 beside it
    prediction, truth = cases.soft_row().batch
    for threshold, dice in ((0.5, 6 / 8), (0.4, 8 / 9), (0.51, 6 / 7), (0.05, 8 / 11)):
        assert float(of_evidence("dice", evidence_of(prediction, truth, threshold=threshold))) == pytest.approx(dice)


@pytest.mark.parametrize("name", ["mt-01", "mt-02"])
def test_the_dice_of_every_class_as_other_libraries_give_it(name: str, shared_vectors: Path) -> None:
    known = vectors.read(shared_vectors)
    assert of_evidence("dice", evidence_of(*known.arrays(name))).numpy() == known.expected(name)


@pytest.mark.parametrize("entry", range(6))
def test_the_index_its_f_score_and_their_relation(entry: int, shared_vectors: Path) -> None:
    """T = F / (F + (α + β)(1 - F)) for the F-score with β² = β/α."""
    known = vectors.read(shared_vectors).theory("tversky_from_sums")[entry]
    counts = known["TP"], known["FP"], known["FN"], 5
    costs = {"alpha": known["alpha_fp"], "beta": known["beta_fn"]}
    assert metric("tversky_index", *counts, **costs, smoothing=known["smooth"]) == pytest.approx(known["T"], rel=1e-12)
    if known["smooth"] == 0:
        assert metric("precision", *counts) == pytest.approx(known["precision"], rel=1e-12)
        assert metric("recall", *counts) == pytest.approx(known["recall"], rel=1e-12)
        score = metric("f_beta", *counts, beta_squared=known["F_beta_squared"])
        assert score == pytest.approx(known["F"], rel=1e-12)
        assert score / (score + sum(costs.values()) * (1 - score)) == pytest.approx(known["T"], rel=1e-12)


@quickly
@given(number, number, number, number)
def test_dice_and_iou_are_tversky_with_equal_costs(tp: int, fp: int, fn: int, tn: int) -> None:
    assume(tp + fp + fn > 0)
    half = metric("tversky_index", tp, fp, fn, tn, alpha=0.5, beta=0.5)
    one = metric("tversky_index", tp, fp, fn, tn, alpha=1, beta=1)
    assert half == pytest.approx(metric("dice", tp, fp, fn, tn), rel=1e-12)
    assert one == pytest.approx(metric("iou", tp, fp, fn, tn), rel=1e-12)
    assert one == pytest.approx(half / (2 - half), rel=1e-12)


@quickly
@given(number, number, number, st.floats(0.01, 9.0))
def test_costs_that_sum_to_one_are_an_f_score(tp: int, fp: int, fn: int, beta_squared: float) -> None:
    assume(tp + fp + fn > 0)
    alpha = 1 / (1 + beta_squared)
    tversky = metric("tversky_index", tp, fp, fn, 3, alpha=alpha, beta=1 - alpha)
    assert tversky == pytest.approx(metric("f_beta", tp, fp, fn, 3, beta_squared=beta_squared), rel=1e-9)


@quickly
@given(st.integers(1, 30), number, number, st.floats(0.0, 1.0))
def test_the_index_is_a_weighted_harmonic_mean_of_precision_and_recall(tp: int, fp: int, fn: int, alpha: float) -> None:
    precision, recall = metric("precision", tp, fp, fn, 3), metric("recall", tp, fp, fn, 3)
    tversky = metric("tversky_index", tp, fp, fn, 3, alpha=alpha, beta=1 - alpha)
    assert 1 / tversky == pytest.approx(alpha / precision + (1 - alpha) / recall, rel=1e-12)
    assert metric("tversky_index", tp, fp, fn, 3, alpha=1, beta=0) == pytest.approx(precision, rel=1e-12)
    assert metric("tversky_index", tp, fp, fn, 3, alpha=0, beta=1) == pytest.approx(recall, rel=1e-12)


@quickly
@given(number, number, number, number)
def test_swapping_truth_and_prediction_swaps_precision_and_recall(tp: int, fp: int, fn: int, tn: int) -> None:
    there, back = metric("precision", tp, fp, fn, tn), metric("recall", tp, fn, fp, tn)
    assert there == back or (math.isnan(there) and math.isnan(back))


@quickly
@given(st.integers(1, 30), number, number, number)
def test_one_more_error_never_raises_a_metric(tp: int, fp: int, fn: int, tn: int) -> None:
    for name in ("dice", "iou", "tversky_index", "f_beta", "precision", "recall"):
        plain = metric(name, tp, fp, fn, tn)
        assert metric(name, tp, fp + 1, fn, tn) <= plain
        assert metric(name, tp, fp, fn + 1, tn) <= plain
    assert metric("specificity", tp, fp + 1, fn, tn + 1) <= metric("specificity", tp, fp, fn, tn + 1)


@pytest.mark.parametrize(
    ("name", "counts"),
    [("precision", (0, 0, 3, 9)), ("recall", (0, 2, 0, 9)), ("specificity", (5, 0, 2, 0))],
)
def test_nothing_to_divide_by_is_undefined(name: str, counts: tuple[int, int, int, int]) -> None:
    assert np.isnan(metric(name, *counts))
