"""Correcting who plays which role."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from segdiff.io import CaseRequest, PredictionRequest, ReadAs, Role, assigned, reassigned, renamed, requested

SCAN, GT, NEW, OLD, SPARE = (Path(f"{name}.nii") for name in ("scan", "gt", "new", "old", "spare"))
SOFT = PredictionRequest(OLD, name="last year", read_as=ReadAs.PROBABILITIES)
REQUEST = CaseRequest(SCAN, GT, (PredictionRequest(NEW), SOFT), resample=True, notices=("guessed",))


def test_rows_of_a_request() -> None:
    rows = assigned(REQUEST, [SPARE, GT, SPARE])
    assert [(row.path, row.role, row.name) for row in rows] == [
        (SCAN, Role.IMAGE, ""),
        (GT, Role.TRUTH, ""),
        (NEW, Role.PREDICTION, "new"),
        (OLD, Role.PREDICTION, "last year"),
        (SPARE, None, ""),
    ]


def test_nothing_corrected_is_the_same_request() -> None:
    assert requested(assigned(REQUEST, [SPARE]), REQUEST) == replace(REQUEST, notices=())


def test_truth_and_prediction_change_places() -> None:
    """The prediction keeps its name for when it becomes one again."""
    swapped = reassigned(assigned(REQUEST), 3, Role.TRUTH)
    assert requested(swapped, REQUEST).truth == OLD
    assert requested(swapped, REQUEST).predictions == (PredictionRequest(GT), PredictionRequest(NEW))
    assert reassigned(swapped, 1, Role.TRUTH) == assigned(REQUEST)


def test_there_is_one_image() -> None:
    rows = reassigned(assigned(REQUEST, [SPARE]), 4, Role.IMAGE)
    assert [row.path for row in rows if row.role is Role.IMAGE] == [SPARE]
    assert [row.path for row in rows if row.role is None] == [SCAN]


def test_predictions_may_be_as_many_as_there_are() -> None:
    rows = reassigned(assigned(REQUEST, [SPARE]), 4, Role.PREDICTION)
    assert [one.path for one in requested(rows, REQUEST).predictions] == [NEW, OLD, SPARE]


def test_names() -> None:
    rows = renamed(renamed(assigned(REQUEST), 2, " fresh "), 3, "")
    assert requested(rows, REQUEST).predictions == (
        PredictionRequest(NEW, name="fresh"),
        replace(SOFT, name=None),
    )


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from([*Role, None])), max_size=8))
def test_no_file_is_lost_or_doubled(steps: list[tuple[int, Role | None]]) -> None:
    rows = assigned(REQUEST, [SPARE])
    for place, role in steps:
        rows = reassigned(rows, place, role)
        assert sum(row.role is Role.IMAGE for row in rows) <= 1
        assert sum(row.role is Role.TRUTH for row in rows) <= 1
    assert [row.path for row in rows] == [SCAN, GT, NEW, OLD, SPARE]
