"""NRRD, with its header before the voxels (.nrrd) or in a file of its own (.nhdr); pynrrd understands the header."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers
from segdiff.io.parts import refuse_part, volume_index, with_part
from segdiff.io.readers.beside import beside
from segdiff.io.readers.byte_stream import Packing
from segdiff.io.readers.nrrd_axes import Axes
from segdiff.io.readers.slicer import is_segmentation, segmented
from segdiff.io.readers.slicer_extent import on_reference
from segdiff.io.readers.stored import Source, Storage, read_stored
from segdiff.io.watch import Tick

_MOST_HEADER: Final = 16 << 20
_MOST_LINE: Final = 1 << 20
_PACKINGS: Final = {
    "raw": Packing.NONE,
    "gzip": Packing.DEFLATE,
    "gz": Packing.DEFLATE,
    "bzip2": Packing.BZIP2,
    "bz2": Packing.BZIP2,
}
_SPREAD: Final = "{} spreads its voxels over several files; save it as a single .nrrd."
_IN_DIGITS: Final = ("ascii", "text", "txt")
_TYPES: Final = {
    name: numpy_name
    for numpy_name, names in {
        "i1": "signed char, int8, int8_t",
        "u1": "uchar, unsigned char, uint8, uint8_t",
        "i2": "short, short int, signed short, signed short int, int16, int16_t",
        "u2": "ushort, unsigned short, unsigned short int, uint16, uint16_t",
        "i4": "int, signed int, int32, int32_t",
        "u4": "uint, unsigned int, uint32, uint32_t",
        "i8": "longlong, long long, long long int, signed long long, signed long long int, int64, int64_t",
        "u8": "ulonglong, unsigned long long, unsigned long long int, uint64, uint64_t",
        "f4": "float",
        "f8": "double",
    }.items()
    for name in names.split(", ")
}

_Header = Mapping[str, Any]


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a NRRD."""
    return head.startswith(b"NRRD000")


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """Voxels in our axis order; a file of 3D Slicer's segmentations with its segments."""
    header, end = _header(path)
    axes = Axes.of(header, path)
    storage = Storage(axes.shape, _number_type(header, path), axes.channel)
    check_numbers(path, storage.dtype, storage.shape)
    source = _source(header, path, end, storage)
    is_layered = is_segmentation(header)
    if is_layered:
        refuse_part(path, part)
    is_bare = axes.grid is None and storage.channel is None
    chosen = None if is_layered or is_bare else volume_index(path, part, storage.channels)
    voxels = read_stored(source, storage, axes.grid, chosen, tick)
    is_colour = axes.is_colour and chosen is None and voxels.dtype == np.uint8
    if is_colour:
        voxels = np.ascontiguousarray(np.moveaxis(voxels, 0, -1)[..., :3])
    content = Content(
        with_part(path, part),
        voxels,
        axes.grid,
        has_position=axes.has_position,
        is_colour=is_colour,
        wanted=part if is_bare else None,
        notices=axes.notices,
    )
    return on_reference(segmented(content, header), header) if is_layered else content


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture as a volume of one slice."""
    import nrrd

    header = {"space": "left-posterior-superior", "space directions": np.eye(3), "space origin": np.zeros(3)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks for the time in a way that newer versions of Python advise against
        nrrd.write(str(path), pixels.T[..., None], header)


def _header(path: Path) -> tuple[_Header, int]:
    """Its fields and keys, and the byte after it."""
    import nrrd

    lines: list[str] = []
    with path.open("rb") as file:
        while line := file.readline(_MOST_LINE).decode("utf-8", "replace"):
            if not line.strip():
                break
            lines.append(line.rstrip())
            if re.match(r"data ?file:\s*LIST\b", line, re.IGNORECASE):  # names follow that are no fields
                raise FileProblem(_SPREAD.format(path.name))
            if file.tell() > _MOST_HEADER:
                raise FileProblem(f"The header of {path.name} does not end; the file is damaged.")
        fields: _Header = nrrd.read_header(lines)
        for name in ("type", "sizes", "encoding"):
            if name not in fields:
                raise FileProblem(f"The header of {path.name} is damaged: it does not give the {name} of its voxels.")
        return fields, file.tell()


def _number_type(header: _Header, path: Path) -> np.dtype[Any]:
    name = str(header["type"]).lower()
    if name not in _TYPES:
        raise FileProblem(f"{path.name} should hold one number for each voxel, but it holds something else ({name}).")
    dtype = np.dtype(_TYPES[name])
    if dtype.itemsize == 1 or str(header["encoding"]).lower() in _IN_DIGITS:
        return dtype
    endian = str(header.get("endian", "")).lower()
    if endian not in ("little", "big"):
        raise FileProblem(f"The header of {path.name} is damaged: it does not say in which order the bytes stand.")
    return dtype.newbyteorder(">" if endian == "big" else "<")


def _source(header: _Header, path: Path, end: int, storage: Storage) -> Source:
    """Where the voxels lie: after the header, or in the one file that it names."""
    encoding = str(header["encoding"]).lower()
    if encoding not in _PACKINGS and encoding not in _IN_DIGITS:
        raise FileProblem(f"{path.name} is encoded as {encoding!r}, which is not read; save it raw or with gzip.")
    named = header.get("data file", header.get("datafile"))
    if named is not None and "%" in named:
        raise FileProblem(_SPREAD.format(path.name))
    file, start = (path, end) if named is None else (beside(path, named), 0)
    start += _length_of_lines(file, start, int(header.get("line skip", header.get("lineskip", 0))))
    skipped = int(header.get("byte skip", header.get("byteskip", 0)))
    packing = _PACKINGS.get(encoding)
    if skipped == -1 and packing is Packing.NONE:  # whatever comes first, the voxels come last
        start, skipped = max(start, file.stat().st_size - storage.byte_count), 0
    if skipped < 0:
        raise FileProblem(f"The header of {path.name} is damaged: it skips {skipped} bytes.")
    return Source(file, packing, start, skipped, is_text=packing is None)


def _length_of_lines(file: Path, start: int, lines: int) -> int:
    with file.open("rb") as opened:
        opened.seek(start)
        return sum(len(opened.readline(_MOST_LINE)) for _ in range(min(lines, _MOST_LINE)))
