"""MATLAB files of version 5 to 7. Numbers only: structures, cells and objects are never opened.

MATLAB counts axes as (i, j, k), the first running fastest, and a picture's as (row, column). A volume is given with its
axes turned round, so that it reads like the npy of a program that counts (z, y, x).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import Choice, FileProblem
from segdiff.io.content import Content, check_numbers, sizes
from segdiff.io.parts import chosen, with_part
from segdiff.io.readers.arrays import bare_content, without_single_axes
from segdiff.io.readers.matlab_list import variables
from segdiff.io.readers.stored import read_stored
from segdiff.io.watch import Tick

_TYPES: Final = {
    "int8": "i1",
    "uint8": "u1",
    "int16": "i2",
    "uint16": "u2",
    "int32": "i4",
    "uint32": "u4",
    "int64": "i8",
    "uint64": "u8",
    "single": "f4",
    "double": "f8",
    "logical": "u1",
}


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a MAT-file of version 5, which versions 6 and 7 of MATLAB write too."""
    return head[:10] == b"MATLAB 5.0" or (head[124:128] in (b"\0\1IM", b"\1\0MI") and head[:10] != b"MATLAB 7.3")


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """The variable that ``part`` names; without one, the only picture or volume."""
    found = variables(path)
    name, volume = choose_variable(path, part, {name: (one.shape, one.kind) for name, one in found.items()})
    variable, whole = found[name], with_part(path, part or name)
    dtype = np.dtype(_TYPES[variable.kind])
    check_numbers(whole, dtype, without_single_axes(variable.shape))
    if variable.source is None or variable.storage is None:
        raise FileProblem(f"{whole.name} holds no voxels.")
    values = read_stored(variable.source, variable.storage, None, None, tick)
    if dtype.kind == "f" and values.dtype.kind != "f":  # whole numbers, stored in the smallest type that holds them
        values = values.astype(np.float32 if values.dtype.itemsize < 4 else np.float64)
    return matlab_content(whole, values.T, volume)


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture."""
    from scipy.io import savemat

    savemat(path, {"pixels": pixels}, do_compression=True)


def choose_variable(
    path: Path, part: str | None, listed: dict[str, tuple[tuple[int, ...], str]]
) -> tuple[str, str | None]:
    """Which variable is meant, and which of its volumes.

    Args:
        path: the file.
        part: what was asked for.
        listed: size and class of every variable in it.

    Raises:
        ChoiceNeeded: there are several pictures or volumes, and nothing says which is meant.
        FileProblem: there is no such variable, or it is none of numbers.
    """
    name, _, volume = (part or "").partition("#")
    if name in listed and listed[name][1] not in _TYPES:
        raise FileProblem(
            f"{path.name}#{name} is of MATLAB's class {listed[name][1]}, which is not opened; "
            "save the array in it as a variable of its own."
        )
    if name not in listed:
        usable = {name: shape for name, (shape, kind) in listed.items() if kind in _TYPES and _is_pictured(shape)}
        choices = tuple(Choice(name, f"{name} {sizes(shape)}") for name, shape in sorted(usable.items()))
        if not choices:
            there = f"its variables are {_named(listed)}; {_advice(listed)}" if listed else "it is empty"
            raise FileProblem(f"{path.name} holds no picture or volume; {there}.")
        name = chosen(path, name or None, choices, "variable").part
    return name, volume or None


def matlab_content(path: Path, array: NDArray[Any], wanted: str | None) -> Content:
    """A variable as MATLAB counts its axes."""
    check_numbers(path, array.dtype, without_single_axes(array.shape))
    return bare_content(path, array, wanted, is_turned=True)


def _is_pictured(shape: tuple[int, ...]) -> bool:
    return sum(length > 1 for length in shape) >= 2


def _advice(listed: dict[str, tuple[tuple[int, ...], str]]) -> str:
    sparse = [name for name, (_, kind) in sorted(listed.items()) if kind == "sparse"]
    return f"save full({sparse[0]}) as one of its own" if sparse else "save the array as one of its own"


def _named(listed: dict[str, tuple[tuple[int, ...], str]], most: int = 8) -> str:
    names = [f"{name} ({kind})" for name, (_, kind) in sorted(listed.items())]
    return ", ".join(names[:most]) + (" and more" if len(names) > most else "")
