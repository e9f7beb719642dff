"""How long a volume takes to read, against the faster of nibabel and SimpleITK on the same file in the same run.

Each file lies in a folder of its own: ITK takes an uncompressed ``scan.nii`` for the ``scan.nii.gz`` beside it.
"""

from __future__ import annotations

from pathlib import Path

import nibabel
import numpy as np
import pytest
from isal import isal_zlib

from segdiff.io.opening import open_content
from tests.benchmarks.conftest import Figures, side_by_side

sitk = pytest.importorskip("SimpleITK")

AFFINES = {
    "as it is kept": np.diag([-1.0, -1.0, 1.2, 1.0]),
    "to the right and front": np.diag([1.0, 1.0, 1.2, 1.0]),
    "turned": np.array([[0, 0, -1.2, 3], [-1.0, 0, 0, 4], [0, 1.0, 0, 5], [0, 0, 0, 1]]),
}
"""How the file's axes run; "turned" is backwards, up and to the right, so that every voxel changes its place."""


def scan() -> np.ndarray:
    """256 × 256 × 200 voxels of a noisy ball in 16 bits, 26 MB."""
    x, y, z = np.ogrid[-1:1:256j, -1:1:256j, -1:1:200j]
    noise = np.random.default_rng(4).normal(0.0, 12.0, (256, 256, 200))
    return np.where(x * x + y * y + z * z < 0.7, 700.0 + noise, np.abs(noise) / 4).astype(np.int16)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """A file for each way in which axes run and each ending."""
    sitk.ProcessObject.GlobalWarningDisplayOff()
    found = {}
    for axes, affine in AFFINES.items():
        image = nibabel.Nifti1Image(scan(), affine)
        for ending in (".nii.gz", ".nii"):
            found[axes, ending] = tmp_path_factory.mktemp("scan") / f"scan{ending}"
            image.to_filename(found[axes, ending])
        for ending, is_packed in ((".nrrd", True), (".mha", True), ("_raw.nrrd", False), ("_raw.mha", False)):
            found[axes, ending] = tmp_path_factory.mktemp("scan") / f"scan{ending}"
            theirs = sitk.ReadImage(str(found[axes, ".nii"]))
            sitk.WriteImage(theirs, str(found[axes, ending]), useCompression=is_packed)
    return found


@pytest.mark.parametrize("axes", AFFINES)
@pytest.mark.parametrize("ending", [".nii.gz", ".nii", ".nrrd", ".mha", "_raw.nrrd", "_raw.mha"])
def test_reading(axes: str, ending: str, files: dict[tuple[str, str], Path], figures: Figures) -> None:
    """Peers leave the axes as they are; where that is most of the work, it is asked of them too."""
    path = files[axes, ending]
    is_turned = axes == "turned" and ending in (".nii", "_raw.nrrd", "_raw.mha")

    def by_nibabel() -> np.ndarray:
        image = nibabel.load(path)
        return np.array(np.asarray((nibabel.as_closest_canonical(image) if is_turned else image).dataobj), order="F")

    def by_simpleitk() -> object:
        image = sitk.ReadImage(str(path))
        return sitk.DICOMOrient(image, "LPS") if is_turned else image

    too = " and turning" if is_turned else ""
    if ending.startswith(".nii"):
        ours, theirs = side_by_side(lambda: open_content(path), by_nibabel)
        figures.at_most(f"reading {ending}, {axes} / nibabel{too}", ours / theirs, 1.3, f"{ours * 1000:.0f} ms")
    ours, theirs = side_by_side(lambda: open_content(path), by_simpleitk)
    figures.at_most(f"reading {ending}, {axes} / SimpleITK{too}", ours / theirs, 1.3, f"{ours * 1000:.0f} ms")


def test_reading_against_a_bare_inflate(files: dict[tuple[str, str], Path], figures: Figures) -> None:
    path = files["to the right and front", ".nii.gz"]
    packed = path.read_bytes()
    ours, bare = side_by_side(lambda: open_content(path), lambda: isal_zlib.decompress(packed, 31))
    figures.at_most("reading .nii.gz / inflating it by ISA-L", ours / bare, 1.3, f"{ours * 1000:.0f} ms")
