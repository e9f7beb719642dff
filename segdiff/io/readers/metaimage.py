"""MetaImage, with its header before the voxels (.mha) or in a file of its own (.mhd), as ITK and SimpleITK write it.

The header is a list of "name = value". It is read here and not by ITK, which takes the memory that a header promises
before it looks for the voxels, and which refuses matrices that are not orthonormal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers, sizes
from segdiff.io.orientation import affine_from_lps, grid_from_affine, is_default
from segdiff.io.parts import volume_index, with_part
from segdiff.io.readers.beside import beside
from segdiff.io.readers.byte_stream import Packing
from segdiff.io.readers.stored import Source, Storage, read_stored
from segdiff.io.watch import Tick

_FIELD: Final = re.compile(rb"\s*\w+ *=")
_TELLING: Final = re.compile(rb"(?m)^(ObjectType|NDims|ElementType) *=")
_MOST_HEADER: Final = 16 << 20
_MOST_LINE: Final = 1 << 20
_TYPES: Final = {
    "MET_CHAR": "i1",
    "MET_UCHAR": "u1",
    "MET_SHORT": "i2",
    "MET_USHORT": "u2",
    "MET_INT": "i4",
    "MET_UINT": "u4",
    "MET_LONG": "i4",  # of four bytes whatever the machine
    "MET_ULONG": "u4",
    "MET_LONG_LONG": "i8",
    "MET_ULONG_LONG": "u8",
    "MET_FLOAT": "f4",
    "MET_DOUBLE": "f8",
}
_LETTERS: Final = ("RL", "AP", "IS")
"""Where an axis of the world comes from and where it goes to."""

_Header = Mapping[str, str]


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a MetaImage header."""
    return _FIELD.match(head) is not None and _TELLING.search(head) is not None


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """Voxels in our axis order, placed by the header's matrix, offset and spacing."""
    header, end = _header(path)
    storage, is_colour = _storage(header, path)
    chosen = volume_index(path, part, storage.channels)
    grid, has_position, notices = _grid(header, path, storage.spatial)
    voxels = read_stored(_source(header, path, end, storage), storage, grid, chosen, tick)
    if is_colour and chosen is None:
        voxels = np.ascontiguousarray(np.moveaxis(voxels, 0, -1)[..., :3])
    return Content(
        with_part(path, part),
        voxels,
        grid,
        has_position=has_position,
        is_colour=is_colour and chosen is None,
        notices=notices,
    )


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture as a volume of one slice, compressed."""
    import SimpleITK

    SimpleITK.WriteImage(SimpleITK.GetImageFromArray(pixels[None]), str(path), useCompression=True)


def _header(path: Path) -> tuple[_Header, int]:
    """Its fields, and the byte after it."""
    fields: dict[str, str] = {}
    with path.open("rb") as file:
        while line := file.readline(_MOST_LINE).decode("utf-8", "replace"):
            name, equals, value = line.partition("=")
            if equals:
                fields[name.strip()] = value.strip()
            if name.strip() == "ElementDataFile" or file.tell() > _MOST_HEADER:
                break
        end = file.tell()
    kind = fields.get("ObjectType", "Image")
    if kind.lower() != "image":
        raise FileProblem(f"{path.name} should hold an image or mask, but it holds another kind of object ({kind}).")
    for name in ("NDims", "DimSize", "ElementType", "ElementDataFile"):
        if name not in fields:
            raise FileProblem(f"The header of {path.name} is damaged: it does not give {name}.")
    return fields, end


def _storage(header: _Header, path: Path) -> tuple[Storage, bool]:
    """How the voxels lie, and whether their channels are colours."""
    lengths = tuple(int(length) for length in _numbers(header, path, "DimSize", whole=True))
    if len(lengths) != int(header["NDims"]) or any(length < 0 for length in lengths):
        raise FileProblem(f"The header of {path.name} is damaged: it gives sizes of {sizes(lengths)}.")
    while len(lengths) > 3 and lengths[-1] == 1:
        lengths = lengths[:-1]
    name = header["ElementType"].removesuffix("_ARRAY")
    if name not in _TYPES:
        raise FileProblem(f"{path.name} should hold one number for each voxel, but it holds something else ({name}).")
    is_big = _is_true(header.get("BinaryDataByteOrderMSB", header.get("ElementByteOrderMSB", "False")))
    dtype = np.dtype(_TYPES[name]).newbyteorder(">" if is_big else "<")
    channels = int(header.get("ElementNumberOfChannels", "1"))
    shape, channel = (lengths, 3 if len(lengths) == 4 else None) if channels == 1 else ((channels, *lengths), 0)
    check_numbers(path, dtype, tuple(max(0, length) for length in shape))
    return Storage(shape, dtype, channel), channels in (3, 4) and dtype == np.uint8 and len(lengths) == 2


def _source(header: _Header, path: Path, end: int, storage: Storage) -> Source:
    """Where the voxels lie: after the header, or in the one file that it names."""
    named = header["ElementDataFile"]
    if named.upper().startswith("LIST") or "%" in named:
        raise FileProblem(f"{path.name} spreads its voxels over several files; save it as a single .mha.")
    file, start = (path, end) if named.upper() == "LOCAL" else (beside(path, named), 0)
    is_text = not _is_true(header.get("BinaryData", "True"))
    packing = Packing.DEFLATE if _is_true(header.get("CompressedData", "False")) else Packing.NONE
    before = int(header.get("HeaderSize", "0"))
    if before == -1 and packing is Packing.NONE:  # whatever comes first, the voxels come last
        return Source(file, packing, max(start, file.stat().st_size - storage.byte_count), is_text=is_text)
    if before < 0:
        raise FileProblem(f"The header of {path.name} is damaged: it skips {before} bytes.")
    return Source(file, packing, start + before, is_text=is_text)


def _grid(header: _Header, path: Path, lengths: tuple[int, ...]) -> tuple[Grid | None, bool, tuple[str, ...]]:
    """The grid, whether it has a position, and notices."""
    axes, stored_axes = len(lengths), int(header["NDims"])
    notices: tuple[str, ...] = ()
    scale = [float(header.get(f"ElementToIntensityFunction{name}", usual)) for name, usual in _SCALE]
    if scale != [1.0, 0.0]:
        notices += (f"The scale of intensities in {path.name} was not applied, as ITK does not apply it either.",)
    name = next((name for name in ("ElementSpacing", "ElementSize") if name in header), None)
    if name is None:
        return None, False, notices
    spacing = np.array(_numbers(header, path, name)[:axes])
    if len(spacing) != axes or not np.isfinite(spacing).all() or not (spacing > 0).all():
        return None, False, (*notices, f"The header of {path.name} says nothing usable about the size of its voxels.")
    if axes == 2:
        return Grid(lengths[::-1], (float(spacing[1]), float(spacing[0]))), False, notices
    matrix, has_matrix = np.eye(axes), False
    for name in ("TransformMatrix", "Rotation", "Orientation"):
        if name in header:
            numbers = np.array(_numbers(header, path, name))
            if len(numbers) != stored_axes**2:
                raise FileProblem(f"The header of {path.name} is damaged: its {name} has {len(numbers)} numbers.")
            matrix, has_matrix = numbers.reshape(stored_axes, stored_axes)[:axes, :axes], True
            break
    origin = next((_numbers(header, path, name) for name in ("Offset", "Position", "Origin") if name in header), None)
    first = np.array(origin[:axes] if origin is not None and len(origin) >= axes else [0.0] * axes)
    affine = affine_from_lps(matrix * spacing[:, None], first)
    grid = grid_from_affine(lengths, affine)
    if grid is None:
        return None, False, (*notices, f"The header of {path.name} says nothing usable about where its voxels lie.")
    if not _agrees(header.get("AnatomicalOrientation", ""), matrix):
        used = "its matrix was used" if has_matrix else "it has no matrix, so they were taken to run as usual"
        notices += (f"The letters in {path.name} for how its axes run say something else than its matrix; {used}.",)
    return grid, origin is not None and not is_default(affine), notices


_SCALE: Final = (("Slope", "1"), ("Offset", "0"))


def _agrees(letters: str, matrix: NDArray[np.float64]) -> bool:
    """Whether the letters for how axes run fit the matrix; some programs write whence they run, others whereto."""
    if not re.fullmatch("[RLAPIS]{3}", letters):
        return True
    whence, where = "", ""
    for row in matrix:
        axis = int(np.abs(row).argmax())
        ends = _LETTERS[axis][:: 1 if row[axis] > 0 else -1]
        whence, where = whence + ends[0], where + ends[1]
    return letters in (whence, where)


def _numbers(header: _Header, path: Path, name: str, *, whole: bool = False) -> list[float]:
    """The numbers of a field."""
    words = header[name].split()
    try:
        numbers = [int(word) if whole else float(word) for word in words]
    except ValueError as error:
        raise FileProblem(f"The header of {path.name} is damaged: its {name} is {header[name][:40]!r}.") from error
    if not all(math.isfinite(number) for number in numbers):
        raise FileProblem(f"The header of {path.name} is damaged: its {name} is {header[name][:40]!r}.")
    return numbers


def _is_true(word: Any) -> bool:
    return str(word).lower() in ("true", "t", "1")
