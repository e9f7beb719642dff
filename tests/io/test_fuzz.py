"""Damaged at random: whatever the bytes, nothing but a :class:`SegdiffError` may escape."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image as Picture

from segdiff.errors import SegdiffError
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.io.readers import READERS
from tests.io import dicom_files
from tests.io.files import write_nifti

SAMPLES = (
    "a.nii",
    "a.nii.gz",
    "grey.png",
    "palette.png",
    "a.jpg",
    "stack.tif",
    "lzw.tif",
    "a.npy",
    "a.npz",
    "a.dcm",
    "seg.dcm",
    "rt.dcm",
)


@cache
def whole(name: str) -> bytes:
    """A small valid file of the kind that the name speaks of."""
    volume = np.random.default_rng(3).integers(0, 200, (3, 9, 11), dtype=np.uint8)
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        if name.startswith("a.nii"):
            write_nifti(path, volume.astype(np.int16))
        elif name == "stack.tif":
            tifffile.imwrite(path, volume, compression="zlib", photometric="minisblack")
        elif name == "lzw.tif":
            Picture.fromarray(volume[0]).save(path, compression="tiff_lzw")
        elif name == "palette.png":
            picture = Picture.fromarray(volume[0] % 3)
            picture.putpalette([0, 0, 0, 255, 0, 0, 0, 0, 255])
            picture.save(path)
        elif name == "a.npy":
            np.save(path, volume)
        elif name == "a.npz":
            np.savez_compressed(path, volume)
        elif name.endswith(".dcm"):
            write_dicom(path, volume)
        else:
            Picture.fromarray(volume[0]).save(path)
        return path.read_bytes()


def write_dicom(path: Path, volume: NDArray[np.uint8]) -> None:
    """A slice, a segmentation or a structure set, as the name says."""
    if path.name.startswith("seg"):
        frames = [(1 + k % 2, (0.0, 0.0, 2.0 * k), pixels > 99) for k, pixels in enumerate(volume)]
        dicom_files.write_segmentation(path, frames, {1: "Liver", 2: "Lesion"}, apart=2.0)
    elif path.name.startswith("rt"):
        corners = np.array([[0.0, 0, 0], [4, 0, 0], [4, 3, 0]])
        dicom_files.write_structures(path, {1: [corners], 2: [corners + 1]}, {1: "Liver", 2: "Lesion"})
    else:
        dicom_files.write_slices(path.parent, volume[:1].astype(np.int16), names=[path.name], RescaleSlope=2)


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """Cut off, overwritten in a few places, mostly near the front where headers are, or with a piece repeated."""
    changed = bytearray(data)
    places = st.integers(0, min(len(data), 600) - 1) | st.integers(0, len(data) - 1)
    for at in draw(st.lists(places, max_size=6)):
        changed[at] = draw(st.sampled_from([0, 1, 127, 128, 255]) | st.integers(0, 255))
    if draw(st.booleans()):
        del changed[draw(st.integers(0, len(changed))) :]
    return bytes(changed)


def test_there_is_a_sample_of_every_format() -> None:
    suffixes = {suffix for name in SAMPLES for suffix in (name[name.index(".") :],)}
    assert all(suffixes & set(reader.suffixes) for reader in READERS)


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_damage_never_escapes(name: str, tmp_path: Path) -> None:
    path = tmp_path / name

    @settings(max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(damage(whole(name)))
    def read_damaged(data: bytes) -> None:
        path.write_bytes(data)
        for request in (CaseRequest(image=path), CaseRequest(predictions=(PredictionRequest(path),))):
            try:
                case = read_case(request)
            except SegdiffError:
                continue
            assert case.grid.voxel_count > 0

    read_damaged()
