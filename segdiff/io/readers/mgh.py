"""MGH and MGZ, the volumes of FreeSurfer; nibabel understands the header."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers, sizes
from segdiff.io.orientation import grid_from_affine
from segdiff.io.parts import volume_index, with_part
from segdiff.io.readers.byte_stream import GZIP_MAGIC, ByteStream
from segdiff.io.readers.stored import Source, Storage, read_stored
from segdiff.io.watch import Tick

_HEADER_BYTES: Final = 284
_TYPES: Final = {0: "u1", 1: ">i4", 3: ">f4", 4: ">i2", 10: ">u2"}
_PLACED_AT: Final = slice(28, 30)


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of an MGH header: version 1, four sizes and a type, highest byte first."""
    if head.startswith(GZIP_MAGIC):
        try:
            head = zlib.decompressobj(31).decompress(head, _HEADER_BYTES)
        except zlib.error:
            return False
    if len(head) < 24:
        return False
    version, *dimensions, kind = struct.unpack(">6i", head[:24])
    return bool(version == 1 and min(dimensions) >= 0 and 0 <= kind <= 10)


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """Voxels in our axis order, where the header places them."""
    from nibabel.freesurfer.mghformat import MGHHeader

    with ByteStream(path) as stream:
        block = stream.read(_HEADER_BYTES)
    if len(block) < _HEADER_BYTES:
        raise FileProblem(f"{path.name} ends inside its header; it was cut off or is damaged.")
    header: Any = MGHHeader(block, check=False)  # type: ignore[no-untyped-call]
    storage = _storage(header, path)
    chosen = volume_index(path, part, storage.channels)
    is_placed = block[_PLACED_AT] == b"\0\1"  # nibabel puts a usual place where there is none
    grid = grid_from_affine(storage.spatial, header.get_affine()) if is_placed else None
    notices = () if grid else (f"The header of {path.name} says nothing usable about where its voxels lie.",)
    voxels = read_stored(Source(path, skipped=_HEADER_BYTES), storage, grid, chosen, tick)
    return Content(with_part(path, part), voxels, grid, has_position=grid is not None, notices=notices)


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture as a volume of one slice, its rows from front to back and its columns from right to left."""
    import nibabel

    image: Any = nibabel.MGHImage
    image(pixels.T[..., None], np.diag([-1.0, -1.0, 1.0, 1.0])).to_filename(path)


def _storage(header: Any, path: Path) -> Storage:
    lengths = tuple(int(length) for length in header["dims"])
    if int(header["type"]) not in _TYPES:
        raise FileProblem(f"{path.name} holds numbers of a type that no version of FreeSurfer documents.")
    dtype = np.dtype(_TYPES[int(header["type"])])
    if min(lengths) < 0:
        raise FileProblem(f"The header of {path.name} is damaged: it gives sizes of {sizes(lengths)}.")
    shape = lengths if lengths[3] > 1 else lengths[:3]
    check_numbers(path, dtype, lengths)
    return Storage(shape, dtype, 3 if len(shape) > 3 else None)
