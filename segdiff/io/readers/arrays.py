"""npy and npz, by numpy; never a pickle, which would run whatever program it holds."""

from __future__ import annotations

import math
import zipfile
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import Choice, FileProblem
from segdiff.io.content import Content, check_numbers
from segdiff.io.limits import MOST_BY_DEFLATE, check_promise
from segdiff.io.parts import chosen, with_part
from segdiff.io.watch import Tick

_PROBABILITY_KEYS: Final = ("probabilities", "softmax")
"""What nnU-Net calls the array of probabilities in its npz files, now and in its first version."""


def is_npy(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of an npy."""
    return head.startswith(b"\x93NUMPY")


def is_npz(head: bytes, path: Path) -> bool:
    """Whether this is a zip archive that its name calls an npz; many other formats are zip archives too."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and path.suffix.lower() == ".npz"


def read_npy(path: Path, tick: Tick, part: str | None) -> Content:
    """The array, its axes as stored; a part is the number of a volume."""
    tick(0.0)
    with path.open("rb") as file:
        return bare_content(path, _read_array(path, file, path.stat().st_size), part)


def read_npz(path: Path, tick: Tick, part: str | None) -> Content:
    """The array that ``part`` names; without one the only array, or what nnU-Net calls its probabilities."""
    tick(0.0)
    with zipfile.ZipFile(path) as archive:
        name, _, volume = part.partition("#") if part else (None, "", "")
        member = _the_array(path, name, [info for info in archive.infolist() if info.filename.endswith(".npy")])
        growth = 1 if member.compress_type == zipfile.ZIP_STORED else MOST_BY_DEFLATE
        check_promise(path, member.file_size, min(member.compress_size, path.stat().st_size), growth)
        whole = with_part(path, part)
        with archive.open(member) as file:
            return bare_content(whole, _read_array(whole, file, member.file_size), volume or None)


def write_npy_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write an array."""
    np.save(path, pixels)


def write_npz_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write an array, compressed."""
    np.savez_compressed(path, pixels=pixels)


def _the_array(path: Path, part: str | None, members: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    by_name = {member.filename.removesuffix(".npy"): member for member in members}
    if not by_name:
        raise FileProblem(f"{path.name} holds no array.")
    usual = next((key for key in _PROBABILITY_KEYS if key in by_name), None)
    choices = tuple(Choice(name, name) for name in sorted(by_name))
    return by_name[chosen(path, part or usual, choices, "array").part]


def _read_array(path: Path, file: IO[bytes], size: int) -> NDArray[Any]:
    """One npy, in C order and the machine's own byte order."""
    shape, fortran, dtype = _read_header(path, file)
    check_numbers(path, dtype, without_single_axes(shape))
    promised = math.prod(shape) * dtype.itemsize
    check_promise(path, promised, size - file.tell())
    values = np.empty(math.prod(shape), dtype)
    filled = _fill(file, values.view(np.uint8).data)
    if filled < promised:
        raise FileProblem(f"{path.name} ends {promised - filled:,} bytes too early; it was cut off or is damaged.")
    array = values.reshape(shape, order="F" if fortran else "C")
    return np.ascontiguousarray(array, dtype=_native(dtype))


def _read_header(path: Path, file: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    version = np.lib.format.read_magic(file)
    if version == (1, 0):
        shape, fortran, dtype = np.lib.format.read_array_header_1_0(file)
    elif version == (2, 0):
        shape, fortran, dtype = np.lib.format.read_array_header_2_0(file)
    else:  # the third version exists for records with names in other scripts
        raise FileProblem(f"{path.name} should hold one number for each voxel, but it holds records.")
    if dtype.hasobject:
        raise FileProblem(
            f"{path.name} holds a pickled Python object, which is never opened because it can run programs."
        )
    return shape, fortran, dtype


def _fill(file: IO[bytes], target: memoryview) -> int:
    """Read into memory that is there already, piece by piece; returns the number of bytes."""
    filled = 0
    while piece := file.read(min(1 << 20, len(target) - filled)):
        target[filled : filled + len(piece)] = piece
        filled += len(piece)
    return filled


def bare_content(path: Path, array: NDArray[Any], wanted: str | None, *, is_turned: bool = False) -> Content:
    """An array that says nothing about its axes.

    Args:
        path: the file, with the part of it.
        array: numbers.
        wanted: which of several volumes is meant.
        is_turned: the axes of a volume, not of a picture, are counted the other way round.
    """
    voxels = array.reshape(without_single_axes(array.shape), order="A")
    if voxels.dtype == np.bool_:
        voxels = voxels.view(np.uint8)
    is_colour = (
        voxels.dtype == np.uint8 and voxels.ndim == 3 and voxels.shape[-1] in (3, 4) and min(voxels.shape[:2]) > 4
    )
    if is_colour:
        voxels = voxels[..., :3]
    is_turned = is_turned and not is_colour and voxels.ndim > 2
    if is_turned:
        voxels = voxels.T
    voxels = np.ascontiguousarray(voxels, dtype=_native(voxels.dtype))
    return Content(path, voxels, is_colour=is_colour, is_turned=is_turned, wanted=wanted)


def without_single_axes(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Without the axes of length one that frameworks put before and behind a volume."""
    while len(shape) > 3 and shape[0] == 1:
        shape = shape[1:]
    while len(shape) > 3 and shape[-1] == 1:
        shape = shape[:-1]
    return shape


def _native(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The machine's own byte order; half precision becomes single."""
    return np.dtype(np.float32) if dtype == np.float16 else dtype.newbyteorder("=")
