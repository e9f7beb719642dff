"""The same anatomy in any order of axes: bit-identical counts and scores, and the letters of its own header."""

from __future__ import annotations

import tempfile
from itertools import permutations, product
from pathlib import Path

import nibabel
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segdiff.data import Case
from segdiff.evaluate import evaluate_case
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.io.orientation import orientation

ORDERS = [
    tuple(zip(axes, senses, strict=True)) for axes in permutations(range(3)) for senses in product((1, -1), repeat=3)
]
Order = tuple[tuple[int, int], ...]


def affine(angle: float) -> NDArray[np.float64]:
    """0.5 × 0.7 × 3 mm, turned about the axis from front to back, and somewhere in the world."""
    cos, sin = np.cos(angle), np.sin(angle)
    turned = np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]]) @ np.diag([0.5, 0.7, 3.0])
    return np.block([[turned, np.array([[-11.0], [7.5], [40.0]])], [np.zeros(3), 1.0]])


def write(path: Path, voxels: NDArray[np.uint8], order: Order, angle: float) -> str:
    """Write a volume with its axes in another order, and return the letters that nibabel gives it."""
    image = nibabel.Nifti1Image(voxels, affine(angle)).as_reoriented(np.array(order))
    image.to_filename(path)
    return "".join(nibabel.aff2axcodes(image.affine))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(ORDERS), st.sampled_from(ORDERS), st.sampled_from([0.0, 0.1, 0.4]), st.integers(0, 999))
def test_in_any_two_orders(of_truth: Order, of_prediction: Order, angle: float, seed: int) -> None:
    truth, prediction = (np.random.default_rng(seed).random((2, 5, 6, 4)) > 0.6).astype(np.uint8)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        letters = [
            write(folder / "gt.nii", truth, of_truth, angle),
            write(folder / "pred.nii", prediction, of_prediction, angle),
        ]
        request = CaseRequest(truth=folder / "gt.nii", predictions=(PredictionRequest(folder / "pred.nii"),))
        found = read_case(request)
        write(folder / "gt.nii", truth, ORDERS[0], angle)
        write(folder / "pred.nii", prediction, ORDERS[0], angle)
        plain = read_case(request)
    assert found.truth is not None
    assert [orientation(volume.grid) for volume in (found.truth, found.predictions[0].content)] == letters
    assert found.grid.difference_from(plain.grid) is None
    np.testing.assert_array_equal(found.truth.voxels, plain.truth.voxels)  # type: ignore[union-attr]
    np.testing.assert_array_equal(found.predictions[0].content.voxels, plain.predictions[0].content.voxels)
    assert numbers(found) == numbers(plain)
    tp = int((truth & prediction).sum())
    assert numbers(found)[0] == (tp, int(prediction.sum()) - tp, int(truth.sum()) - tp)


def numbers(case: Case) -> tuple[object, ...]:
    """Counts, and every score to its last digit, of the only label; volumes only to nine digits, since an affine is."""
    (row,) = evaluate_case(case).predictions[0].labels
    scores = {
        name: f"{value.number:.9g}" if name.endswith("_ml") else value.number for name, value in row.scores.items()
    }
    surfaces = [name for name in scores if name.endswith("_mm") or "surface" in name]
    return row.evidence.confusion.counts[:3], {name: one for name, one in scores.items() if name not in surfaces}
