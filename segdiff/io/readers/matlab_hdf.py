"""MATLAB files of version 7.3, which are HDF5, by h5py. Numbers only, and none that lie in another file."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers
from segdiff.io.limits import MOST_BY_DEFLATE, check_promise
from segdiff.io.parts import with_part
from segdiff.io.readers.arrays import without_single_axes
from segdiff.io.readers.matlab import choose_variable, matlab_content
from segdiff.io.watch import Tick

_HDF5_MAGIC: Final = b"\x89HDF\r\n\x1a\n"
_USER_BLOCK: Final = 512
_CLASSES: Final = {
    **{np.dtype(f"{sign}int{bits}"): f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)},
    np.dtype(np.float32): "single",
    np.dtype(np.float64): "double",
}


def recognises(head: bytes, path: Path) -> bool:
    """Whether these are the first bytes of HDF5 that MATLAB wrote, or another program under MATLAB's suffix."""
    is_hdf5 = head.startswith(_HDF5_MAGIC) or head[_USER_BLOCK:].startswith(_HDF5_MAGIC)
    return head.startswith(b"MATLAB 7.3") or (is_hdf5 and path.suffix.lower() == ".mat")


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """The variable that ``part`` names; without one, the only picture or volume."""
    import h5py

    tick(0.0)
    with h5py.File(path, "r") as file:
        names = [name for name in file if not name.startswith("#")]
        listed = {name: _size_and_class(file, name) for name in names}
        name, volume = choose_variable(path, part, listed)
        whole = with_part(path, part or name)
        dataset = file[name]
        if dataset.attrs.get("MATLAB_empty", 0):
            raise FileProblem(f"{whole.name} holds no voxels.")
        check_numbers(whole, dataset.dtype, without_single_axes(dataset.shape))
        growth = 1 if dataset.compression is None else MOST_BY_DEFLATE
        held = min(int(dataset.id.get_storage_size()), path.stat().st_size)
        check_promise(path, math.prod(dataset.shape) * dataset.dtype.itemsize, held, growth)
        values = np.empty(dataset.shape, dataset.dtype.newbyteorder("="))
        dataset.read_direct(values)
    return matlab_content(whole, values.T, volume)


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture as MATLAB does: axes turned round, its class beside it."""
    import h5py

    with h5py.File(path, "w") as file:
        file.create_dataset("pixels", data=pixels.T, compression="gzip").attrs["MATLAB_class"] = np.bytes_("uint8")


def _size_and_class(file: Any, name: str) -> tuple[tuple[int, ...], str]:
    """As MATLAB's ``whos`` tells them; a name for what is none of its numbers where there is another."""
    import h5py

    if not isinstance(file.get(name, getlink=True), h5py.HardLink):
        return (), "link"
    item = file[name]
    if not isinstance(item, h5py.Dataset):
        return (), "struct"
    if item.external or item.is_virtual:
        return (), "link"
    if item.dtype.names == ("real", "imag"):
        return item.shape[::-1], "complex"
    said = item.attrs.get("MATLAB_class", b"")
    said = said.decode("ascii", "replace") if isinstance(said, bytes) else ""
    usual = _CLASSES.get(item.dtype.newbyteorder("="), "cell" if item.dtype.kind == "O" else "unknown")
    return item.shape[::-1], usual if said in ("", "logical", usual) else said
