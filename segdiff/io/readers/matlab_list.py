"""What is in a MAT-file of version 5: the name, size and type of each variable, and where its numbers lie.

It is read here and not by scipy, which crashes on some damaged files (1.17) and takes the memory that they promise.
The file is a list of elements, each a type, a length and data; a variable is an element that holds further ones: flags,
sizes, name and numbers. MATLAB 7 packs each variable by itself.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from segdiff.errors import FileProblem
from segdiff.io.readers.byte_stream import ByteStream, Packing
from segdiff.io.readers.stored import Source, Storage

_FIRST_ELEMENT: Final = 128
_MATRIX, _PACKED = 14, 15
_FRONT: Final = 1024  # bytes of a variable within which its numbers begin, at most
_MOST_VARIABLES: Final = 4096
_NUMBERS: Final = {
    1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8",
}  # fmt: skip
_CLASSES: Final = {
    1: "cell", 2: "struct", 3: "object", 4: "char", 5: "sparse", 6: "double", 7: "single", 8: "int8", 9: "uint8",
    10: "int16", 11: "uint16", 12: "int32", 13: "uint32", 14: "int64", 15: "uint64", 16: "function", 17: "object",
}  # fmt: skip
_OPAQUE: Final = 17
_FIRST_NUMERIC: Final = 6
_COMPLEX, _LOGICAL = 0x08, 0x02


@dataclass(frozen=True)
class Variable:
    """One variable.

    Args:
        shape: as MATLAB counts axes, the first running fastest.
        kind: its class, or "logical" or "complex".
        source: where its numbers lie; ``None`` for what is none of numbers.
        storage: how they lie.
    """

    shape: tuple[int, ...]
    kind: str
    source: Source | None = None
    storage: Storage | None = None


def variables(path: Path) -> dict[str, Variable]:
    """Every variable of a file by its name.

    Raises:
        FileProblem: the file ends within one of them.
    """
    found: dict[str, Variable] = {}
    size = path.stat().st_size
    with path.open("rb") as file:
        order = "<" if file.read(_FIRST_ELEMENT)[126:] == b"IM" else ">"
        at = _FIRST_ELEMENT
        while at + 8 <= size and len(found) < _MOST_VARIABLES:
            file.seek(at)
            kind, length = struct.unpack(f"{order}II", file.read(8))
            if at + 8 + length > size:
                raise FileProblem(f"{path.name} ends within one of its variables; it was cut off or is damaged.")
            if kind in (_MATRIX, _PACKED):
                name, variable = _variable(path, at, order, is_packed=kind == _PACKED)
                found.update({name: variable} if name else {})  # what has no name is MATLAB's own
            at += 8 + length
    return found


def _variable(path: Path, at: int, order: str, *, is_packed: bool) -> tuple[str, Variable]:
    """The variable whose element begins at a byte of the file."""
    packing, start = (Packing.DEFLATE, at + 8) if is_packed else (Packing.NONE, at)
    with ByteStream(path, packing, start) as stream:
        front = stream.read(_FRONT)
    parts = _parts(front, order)
    flags = struct.unpack(f"{order}I", front[slice(*next(parts)[1:])][:4])[0]
    code = flags & 0xFF
    lengths = b"" if code == _OPAQUE else front[slice(*next(parts)[1:])]
    shape = struct.unpack(f"{order}{len(lengths) // 4}i", lengths[: len(lengths) // 4 * 4])
    name = front[slice(*next(parts)[1:])].decode("utf-8", "replace")
    kind = _CLASSES.get(code, "unknown")
    if _FIRST_NUMERIC <= code < _FIRST_NUMERIC + 10:
        kind = "complex" if flags >> 8 & _COMPLEX else "logical" if flags >> 8 & _LOGICAL else kind
    if kind == "complex" or not _FIRST_NUMERIC <= code < _FIRST_NUMERIC + 10 or min(shape, default=0) <= 0:
        return name, Variable(shape, kind)
    number, first, last = next(parts)
    storage = Storage(shape, np.dtype(_NUMBERS[number]).newbyteorder(">" if order == ">" else "<"))
    if last - first != storage.byte_count:
        raise FileProblem(
            f"{path.name}#{name} promises {math.prod(shape):,} numbers, but the file sets aside {last - first:,} bytes "
            "for them; it is damaged."
        )
    source = Source(path, packing, start, first) if is_packed else Source(path, packing, start + first)
    return name, Variable(shape, kind, source, storage)


def _parts(front: bytes, order: str) -> Iterator[tuple[int, int, int]]:
    """Type, first and last byte of each element within a variable; up to four bytes may stand within the tag."""
    at = 8
    while True:
        kind, length = struct.unpack(f"{order}II", front[at : at + 8])
        if kind >> 16:
            kind, length = kind & 0xFFFF, kind >> 16
            yield kind, at + 4, at + 4 + length
            at += 8
        else:
            yield kind, at + 8, at + 8 + length
            at += 8 + -(-length // 8) * 8
