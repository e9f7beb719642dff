"""An invented and a missed region, each on one side of the patient, appear on the right side of the screen.

Radiologists look from the feet and from the front: the patient's left is at the right of the screen.
"""

from __future__ import annotations

from pathlib import Path

import nibabel
import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.render import Plane
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person

FP, FN, TP = (0xD5, 0x5E, 0x00), (0x56, 0xB4, 0xE9), (0x00, 0x9E, 0x73)
SHAPE = (20, 24, 28)
"""Right to left, front to back, bottom to top, in the patient; 2 × 1 × 1.5 mm."""

INVENTED = (slice(14, 18), slice(3, 8), slice(18, 25))
"""To the left, in front, at the top."""
MISSED = (slice(2, 7), slice(15, 20), slice(3, 9))
"""To the right, behind, at the bottom."""
FOUND = (slice(9, 11), slice(10, 13), slice(12, 15))


def patient() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Truth and prediction, ``(right to left, front to back, bottom to top)``."""
    truth, prediction = np.zeros((2, *SHAPE), np.uint8)
    truth[FOUND] = truth[MISSED] = 1
    prediction[FOUND] = prediction[INVENTED] = 1
    return truth, prediction


def written(path: Path, voxels: NDArray[np.uint8], orientation: str) -> Path:
    """A NIfTI file that stores the patient's voxels along other axes, with an affine that says so."""
    affine = np.diag([-2.0, -1.0, 1.5, 1.0])
    affine[:3, 3] = 15.0, 30.0, -40.0
    stored = nibabel.Nifti1Image(voxels, affine)
    codes = nibabel.orientations.axcodes2ornt(tuple(orientation))
    turn = nibabel.orientations.ornt_transform(nibabel.io_orientation(affine), codes)
    stored.as_reoriented(turn).to_filename(path)
    return path


def quadrants(person: Person, plane: Plane, colour: tuple[int, int, int]) -> dict[str, int]:
    """How many pixels of a colour lie in each quarter of a plane on the screen."""
    hits = (person.picture(person.window.slices.views[plane]) == colour).all(axis=-1)
    rows, columns = (size // 2 for size in hits.shape)
    return {
        "top left": int(hits[:rows, :columns].sum()),
        "top right": int(hits[:rows, columns:].sum()),
        "bottom left": int(hits[rows:, :columns].sum()),
        "bottom right": int(hits[rows:, columns:].sum()),
    }


def only_in(person: Person, plane: Plane, colour: tuple[int, int, int]) -> str:
    """The one quarter where a colour is, and much of it."""
    found = {place: count for place, count in quadrants(person, plane, colour).items() if count}
    assert len(found) == 1, found
    assert sum(found.values()) > 200, found
    return next(iter(found))


@pytest.mark.parametrize("orientation", ["LPS", "RAS", "PSR", "AIL"])
def test_each_error_is_where_it_is_in_the_patient(open_window: OpenWindow, tmp_path: Path, orientation: str) -> None:
    truth, prediction = patient()
    gt = written(tmp_path / "gt.nii.gz", truth, orientation)
    pred = written(tmp_path / "pred.nii.gz", prediction, "LPS")
    person = open_window(truth=gt, predictions=(pred,)).wait_for_case()
    person.make_opaque()
    person.app.store.apply(lambda state: state.with_crosshair(False))
    assert person.state.case is not None
    assert person.state.case.grid.shape == (28, 24, 20)
    look = person.app.store.apply
    look(lambda state: state.with_cursor((20, 5, 15)))
    assert only_in(person, Plane.AXIAL, FP) == "top right"
    assert only_in(person, Plane.CORONAL, FP) == "top right"
    assert only_in(person, Plane.SAGITTAL, FP) == "top left"
    look(lambda state: state.with_cursor((5, 17, 4)))
    assert only_in(person, Plane.AXIAL, FN) == "bottom left"
    assert only_in(person, Plane.CORONAL, FN) == "bottom left"
    assert only_in(person, Plane.SAGITTAL, FN) == "bottom right"
    assert sum(quadrants(person, Plane.AXIAL, FP).values()) == 0


def test_voxels_are_as_wide_and_high_as_in_the_patient(open_window: OpenWindow, tmp_path: Path) -> None:
    """The invented box is 4 × 2 mm wide and 5 × 1 mm deep: on the axial slice 8 to 5, wherever it is stored."""
    truth, prediction = patient()
    files = [written(tmp_path / f"{name}.nii.gz", voxels, "PSR") for name, voxels in (("gt", truth), ("p", prediction))]
    person = open_window(truth=files[0], predictions=(files[1],)).wait_for_case()
    person.make_opaque()
    person.app.store.apply(lambda state: state.with_crosshair(False))
    person.app.store.apply(lambda state: state.with_cursor((20, 5, 15)))
    hits = (person.picture(person.window.slices.views[Plane.AXIAL]) == FP).all(axis=-1)
    rows, columns = np.flatnonzero(hits.any(axis=1)), np.flatnonzero(hits.any(axis=0))
    assert np.ptp(columns) / np.ptp(rows) == pytest.approx(8 / 5, rel=0.03)


def test_a_picture_is_shown_as_it_is_stored(open_window: OpenWindow, tmp_path: Path) -> None:
    """Rows from the top, columns from the left; invented at the top right, missed at the bottom left."""
    skimage = pytest.importorskip("skimage.io")
    truth, prediction = np.zeros((2, 40, 60), np.uint8)
    truth[18:22, 28:32] = prediction[18:22, 28:32] = 1
    prediction[4:12, 44:55] = truth[28:36, 5:18] = 1
    for name, mask in (("gt", truth), ("pred", prediction)):
        skimage.imsave(tmp_path / f"{name}.png", mask * np.uint8(255), check_contrast=False)
    person = open_window(truth=tmp_path / "gt.png", predictions=(tmp_path / "pred.png",)).wait_for_case()
    person.make_opaque()
    person.app.store.apply(lambda state: state.with_crosshair(False))
    assert only_in(person, Plane.PICTURE, FP) == "top right"
    assert only_in(person, Plane.PICTURE, FN) == "bottom left"


def test_what_is_switched_off_is_not_there(open_window: OpenWindow, tmp_path: Path) -> None:
    truth, prediction = patient()
    gt, pred = (written(tmp_path / f"{n}.nii.gz", v, "RAS") for n, v in (("gt", truth), ("pred", prediction)))
    person = open_window(truth=gt, predictions=(pred,)).wait_for_case()
    person.make_opaque()
    person.app.store.apply(lambda state: state.with_cursor((20, 5, 15)))
    assert sum(quadrants(person, Plane.AXIAL, FP).values()) > 200
    person.qtbot.keyClick(person.window, "2")
    assert sum(quadrants(person, Plane.AXIAL, FP).values()) == 0
