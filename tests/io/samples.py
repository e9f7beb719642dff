"""A small valid file of every kind that is read, most by the libraries that everybody uses, to be damaged by tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import h5py
import nibabel
import numpy as np
import SimpleITK as sitk  # noqa: N813  as everybody calls it
import tifffile
from PIL import Image as Picture
from scipy.io import savemat

from tests.io import dicom_files
from tests.io.files import write_nifti, write_nrrd, write_palette_png

VOLUME: Final = np.random.default_rng(3).integers(0, 200, (3, 9, 11), dtype=np.uint8)
_PLACE: Final = {"space": "LPS", "space directions": np.diag([0.5, 0.7, 3.0]), "space origin": [1.0, 2.0, 3.0]}


def _write_picture(path: Path, **options: Any) -> None:
    Picture.fromarray(VOLUME[0]).save(path, **options)


def _write_layers(path: Path) -> None:
    """Two segments of 3D Slicer that overlap."""
    segments = {
        f"Segment{number}_{key}": value
        for number in (0, 1)
        for key, value in {
            "ID": f"s{number}",
            "Color": "1 0 0",
            "LabelValue": f"{number + 2}",
            "Layer": f"{number}",
        }.items()
    }
    steps = np.vstack([np.full(3, np.nan), np.diag([0.5, 0.7, 3.0])])
    layers = np.stack([VOLUME % 3, VOLUME % 4]).transpose(0, 3, 2, 1)
    write_nrrd(path, layers, {**_PLACE, "space directions": steps, **segments})


def _write_hdf5(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file.create_dataset("gt", data=VOLUME, compression="gzip")


def _write_slice(path: Path) -> None:
    dicom_files.write_slices(path.parent, VOLUME[:1].astype(np.int16), names=[path.name], RescaleSlope=2)


def _write_segmentation(path: Path) -> None:
    frames = [(1 + k % 2, (0.0, 0.0, 2.0 * k), pixels > 99) for k, pixels in enumerate(VOLUME)]
    dicom_files.write_segmentation(path, frames, {1: "Liver", 2: "Lesion"}, apart=2.0)


def _write_structures(path: Path) -> None:
    corners = np.array([[0.0, 0, 0], [4, 0, 0], [4, 3, 0]])
    dicom_files.write_structures(path, {1: [corners], 2: [corners + 1]}, {1: "Liver", 2: "Lesion"})


_WRITERS: Final[dict[str, Callable[[Path], object]]] = {
    "a.nii": lambda path: write_nifti(path, VOLUME.astype(np.int16)),
    "a.nii.gz": lambda path: write_nifti(path, VOLUME.astype(np.int16)),
    "grey.png": _write_picture,
    "palette.png": lambda path: write_palette_png(path, VOLUME[0] % 3, [(0, 0, 0), (255, 0, 0), (0, 0, 255)]),
    "a.jpg": _write_picture,
    "stack.tif": lambda path: tifffile.imwrite(path, VOLUME, compression="zlib", photometric="minisblack"),
    "lzw.tif": lambda path: _write_picture(path, compression="tiff_lzw"),
    "a.npy": lambda path: np.save(path, VOLUME),
    "a.npz": lambda path: np.savez_compressed(path, VOLUME),
    "a.nrrd": lambda path: write_nrrd(path, VOLUME.T.astype(np.int16), dict(_PLACE)),
    "digits.nrrd": lambda path: write_nrrd(path, VOLUME.T, {**_PLACE, "encoding": "ascii"}),
    "bzip2.nrrd": lambda path: write_nrrd(path, VOLUME.T, {**_PLACE, "encoding": "bzip2"}),
    "layers.seg.nrrd": _write_layers,
    "a.mha": lambda path: sitk.WriteImage(sitk.GetImageFromArray(VOLUME), str(path)),
    "packed.mha": lambda path: sitk.WriteImage(sitk.GetImageFromArray(VOLUME), str(path), useCompression=True),
    "a.mgh": lambda path: nibabel.MGHImage(VOLUME.T, np.eye(4)).to_filename(path),
    "a.mgz": lambda path: nibabel.MGHImage(VOLUME.T, np.eye(4)).to_filename(path),
    "five.mat": lambda path: savemat(path, {"gt": VOLUME}),
    "packed.mat": lambda path: savemat(path, {"gt": VOLUME}, do_compression=True),
    "seven.mat": _write_hdf5,
    "a.dcm": _write_slice,
    "mask.seg": _write_segmentation,
    "rt.dcm": _write_structures,
}
SAMPLES: Final = tuple(_WRITERS)


@cache
def whole(name: str) -> bytes:
    """The bytes of one of :data:`SAMPLES`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        _WRITERS[name](path)
        return path.read_bytes()
