"""Tiny files for the tests of readers, written by the libraries that everybody uses, never by segdiff."""

from __future__ import annotations

import warnings
from pathlib import Path

import nibabel
import nrrd
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Picture

from segdiff.data import Case
from segdiff.io import CaseRequest, PredictionRequest, ReadAs, read_case

LPS = np.diag([-1.0, -1.0, 1.0, 1.0])
"""NIfTI affine of a file stored as segdiff keeps it: i to the left, j to the back, k upwards, 1 mm, first at zero."""

PLACED = np.array([[-0.5, 0, 0, 10], [0, -0.7, 0, 20], [0, 0, 3, 30], [0, 0, 0, 1]])
"""The same with 0.5 × 0.7 × 3 mm, first voxel 10 mm to the right, 20 mm to the front, 30 mm up: a measured position."""


def write_nifti(path: Path, volume: NDArray, affine: NDArray = PLACED, **header: object) -> Path:
    """Write a volume given as ``(z, y, x)``, or as ``(channel, z, y, x)``."""
    stored = volume.T if volume.ndim == 3 else np.moveaxis(volume, 0, -1).transpose(2, 1, 0, 3)
    image = nibabel.Nifti1Image(stored, affine, dtype=volume.dtype)
    for field, value in header.items():
        image.header[field] = value
    image.to_filename(path)
    return path


def write_nrrd(path: Path, stored: NDArray, fields: dict[str, object]) -> Path:
    """Write an array given in the file's order of axes, the fastest first, as pynrrd does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks for the time in a way that newer versions of Python advise against
        nrrd.write(str(path), stored, fields)
    return path


def write_png(path: Path, pixels: NDArray) -> Path:
    """Write ``(y, x)`` or ``(y, x, 3 or 4)`` as Pillow does."""
    Picture.fromarray(pixels).save(path)
    return path


def write_palette_png(path: Path, indices: NDArray[np.uint8], colours: list[tuple[int, int, int]]) -> Path:
    """Write indices with their colours."""
    picture = Picture.fromarray(indices, mode="L")
    picture = picture.convert("L").copy()
    picture.putpalette([part for colour in colours for part in colour])
    picture.save(path)
    return path


def write_npy(path: Path, array: NDArray) -> Path:
    """Write an array."""
    np.save(path, array)
    return path


def read_pair(truth: Path, *predictions: Path, read_as: ReadAs = ReadAs.AUTO, **choices: bool) -> Case:
    """A case of a truth and predictions."""
    wishes = tuple(PredictionRequest(path, read_as=read_as) for path in predictions)
    return read_case(CaseRequest(truth=truth, predictions=wishes, **choices))


def lopsided_volume() -> NDArray[np.int16]:
    """Every voxel another number, every axis another length: (z, y, x) = (3, 4, 5)."""
    return np.arange(60, dtype=np.int16).reshape(3, 4, 5)


def lopsided_labels() -> NDArray[np.uint8]:
    """Labels 0, 1 and 3 in (3, 4, 5) voxels: 53 of background, 5 of label 1, 2 of label 3."""
    labels = np.zeros((3, 4, 5), np.uint8)
    labels[1, 2] = 1
    labels[2, 0, 3:] = 3
    return labels
