"""The twin is held against numbers it had no part in, before anything is held against the twin."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests import cases, reference
from tests.losses import vectors
from tests.losses.agreement import DIFFERS, REPRODUCED


@pytest.mark.parametrize("name", REPRODUCED)
def test_the_twin_gives_the_numbers_of_other_libraries(name: str, shared_vectors: Path) -> None:
    known, same = vectors.read(shared_vectors), REPRODUCED[name]
    assert same.computed(reference.value, *known.arrays(name)) == known.expected(name), same.why


@pytest.mark.parametrize("name", ["mt-01", "mt-02"])
def test_the_twin_gives_the_dice_of_every_class_as_other_libraries_do(name: str, shared_vectors: Path) -> None:
    known = vectors.read(shared_vectors)
    assert reference.per_region("dice", *known.arrays(name)) == known.expected(name)


def test_every_number_of_other_libraries_has_been_decided_on(shared_vectors: Path) -> None:
    assert REPRODUCED.keys() | DIFFERS.keys() == vectors.read(shared_vectors).ids
    assert REPRODUCED.keys().isdisjoint(DIFFERS)


def test_the_twin_imports_nothing_from_segdiff() -> None:
    tree = ast.parse(Path(reference.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    packages = {name.partition(".")[0] for name in imported}
    assert packages == {"__future__", "collections", "dataclasses", "math", "numpy", "scipy", "typing"}


@pytest.mark.parametrize(
    "pair",
    [
        cases.moved_stamp_2d, cases.shifted_boxes, cases.nested_balls, cases.thick_slices,
        cases.neither, cases.only_marked, cases.only_there, cases.everything, cases.soft_row,
    ],
)  # fmt: skip
def test_the_cases_have_the_counts_they_promise(pair: Callable[[], cases.Pair]) -> None:
    made = pair()
    found = reference.counts(made.prediction, made.truth)
    assert (found.tp, found.fp, found.fn, found.tn) == pytest.approx((made.tp, made.fp, made.fn, made.tn))


def test_the_three_classes_have_the_dice_they_promise() -> None:
    found = reference.per_region("dice", *cases.three_classes())
    np.testing.assert_allclose(found, [[20 / 23, 8 / 11, 4 / 6]])


@pytest.mark.parametrize("stamp", [cases.stamp_2d, cases.stamp_3d])
def test_no_mirror_image_of_the_stamp_is_the_stamp(stamp: Callable[[], cases.Array]) -> None:
    mark = stamp()
    for axis in range(mark.ndim):
        assert (np.flip(mark, axis) != mark).any()
    assert (np.flip(mark) != mark).any()
