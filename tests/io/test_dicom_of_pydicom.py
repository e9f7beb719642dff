"""The odd files that pydicom comes with, from many makers: each as pydicom has it, or refused in one sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pydicom
import pytest

from segdiff.errors import SegdiffError
from segdiff.io import CaseRequest, read_case
from segdiff.io.opening import open_content

FOLDER = Path(pydicom.__file__).parent / "data" / "test_files"
pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="this pydicom comes without its files"),
    pytest.mark.filterwarnings("ignore"),  # pydicom's own, about its files
]
REFUSED = {
    "JPEG-lossy.dcm": "is compressed in a way that segdiff cannot undo (JPEG Extended (Process 2 and 4))",
    "MR_truncated.dcm": "ends before the last of its pixels",
    "rtplan.dcm": "holds no pixels",
    "waveform_ecg.dcm": "holds no pixels",
    "DICOMDIR": "is only an index of DICOM files; open the folder that they are in",
}


def test_each_opens_or_is_refused(tmp_path: Path) -> None:
    opened, refused = {}, {}
    for path in sorted(one for one in FOLDER.rglob("*") if one.is_file()):
        alone = shutil.copy(path, tmp_path / path.name)  # without the other files of its folder
        try:
            opened[path.name] = open_content(alone).voxels.shape
        except SegdiffError as problem:
            refused[path.name] = str(problem)
        alone.unlink()
    assert len(opened) > 60
    for name, words in REFUSED.items():
        assert words in refused[name]
    assert not any("TIFF" in sentence for sentence in refused.values()), "some of them begin as a TIFF does"


@pytest.mark.parametrize(
    "name",
    ["CT_small.dcm", "MR_small.dcm", "MR_small_bigendian.dcm", "MR_small_RLE.dcm", "MR_small_jp2klossless.dcm",
     "MR_small_implicit.dcm", "image_dfl.dcm", "693_J2KI.dcm", "JPEG2000.dcm", "rtdose.dcm", "rtdose_rle.dcm"],
)  # fmt: skip
def test_values_are_those_of_pydicom(name: str, tmp_path: Path) -> None:
    path = shutil.copy(FOLDER / name, tmp_path / name)
    dataset = pydicom.dcmread(path)
    expected = pydicom.pixels.apply_modality_lut(dataset.pixel_array, dataset) * float(
        dataset.get("DoseGridScaling", 1)
    )
    found = open_content(path).voxels
    np.testing.assert_allclose(found.reshape(expected.shape), expected, rtol=1e-6)


def test_colours_of_every_kind(tmp_path: Path) -> None:
    """One picture, stored with halved colours and without compression, against pydicom's own way."""
    for name in ("SC_ybr_full_422_uncompressed.dcm", "SC_rgb_rle.dcm", "SC_rgb_small_odd.dcm", "SC_rgb_jpeg.dcm"):
        path = shutil.copy(FOLDER / name, tmp_path / name)
        image = read_case(CaseRequest(image=path)).image
        assert image is not None
        np.testing.assert_array_equal(image.voxels, pydicom.pixels.pixel_array(pydicom.dcmread(path)))


def test_contours_of_a_treatment_plan() -> None:
    content = open_content(FOLDER / "rtstruct.dcm")
    assert content.outlines is not None
    assert len(content.segments) == 3
