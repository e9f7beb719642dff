"""NIfTI-1 and NIfTI-2, in one file or two (.hdr and .img), gzipped or not.

nibabel understands the header. One that promises more than the file can hold is refused before memory is taken.
"""

from __future__ import annotations

import math
import re
import zlib
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers, sizes
from segdiff.io.orientation import grid_from_affine, is_default
from segdiff.io.parts import volume_index
from segdiff.io.readers.byte_stream import GZIP_MAGIC, ByteStream
from segdiff.io.readers.stored import Source, Storage, read_stored
from segdiff.io.watch import Tick

_Header = Any  # of nibabel, which has no types for it
_HEADER_SIZES: Final = (348, 540)
_MAGIC_AT: Final = {348: 344, 540: 4}
_MM_PER_UNIT: Final = {1: 1000.0, 2: 1.0, 3: 0.001}
_UNIT_NAMES: Final = {1: "metres", 3: "micrometres"}


def recognises(head: bytes, path: Path) -> bool:
    """Whether these are the first bytes of a NIfTI header, or the name is that of the voxels' half of a pair."""
    if (halves := _halves(path)) and halves[0].lower().startswith(".img"):
        return True
    head = _unpacked(head)
    return len(head) >= min(_HEADER_SIZES) and _header_size(head) is not None


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """Voxels in our axis order, on the grid of the header's sform, else of its qform, else of its voxel size alone."""
    header_path, voxel_path = _both_halves(path)
    with ByteStream(header_path) as stream:
        header = _header(stream.read(max(_HEADER_SIZES)), header_path)
    shape, dtype = _shape_and_type(header, header_path)
    chosen = volume_index(path, part, math.prod(shape[3:]))
    placed = _placement(header, header_path)
    grid, notices = grid_from_affine(shape[:3], placed.affine), placed.notices
    if grid is None:
        notices += (f"The header of {path.name} says nothing usable about where its voxels lie.",)
    source, colours = Source(voxel_path, skipped=_offset(header, path)), _colours(dtype)
    if colours:
        voxels = _read_colours(source, Storage((colours, *shape), np.dtype(np.uint8), 0), grid, tick)
    else:
        storage = Storage(shape, dtype, 3 if len(shape) > 3 else None, *_scaling(header, path))
        voxels = read_stored(source, storage, grid, chosen, tick)
    return Content(
        path,
        voxels,
        grid,
        has_position=placed.is_stated and grid is not None,
        is_colour=colours > 0,
        placed_by=_source(header),
        placed_elsewhere_by=placed.elsewhere_by,
        notices=notices,
    )


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture as a volume of one slice, its rows from front to back and its columns from right to left."""
    import nibabel

    image: Any = nibabel.Nifti1Image
    image(pixels.T[..., None], np.diag([-1.0, -1.0, 1.0, 1.0])).to_filename(path)


def _both_halves(path: Path) -> tuple[Path, Path]:
    """Where header and voxels are: in one file, or in two of the same name."""
    halves = _halves(path)
    if halves is None:
        return path, path
    mine, *others = [path.with_name(path.name.removesuffix(halves[0]) + ending) for ending in halves]
    other = next((half for half in others if half.exists()), None)
    if other is None:
        raise FileProblem(f"{path.name} is one half of a pair, and the other, {others[0].name}, is not beside it.")
    return (mine, other) if halves[0].lower().startswith(".hdr") else (other, mine)


def _halves(path: Path) -> tuple[str, ...] | None:
    """How the name of a pair's half ends, and how that of the other may: packed or not, in capitals as its own."""
    found = re.search(r"\.(hdr|img)(\.gz)?$", path.name, re.IGNORECASE)
    if found is None:
        return None
    other = {"hdr": "img", "img": "hdr", "HDR": "IMG", "IMG": "HDR"}.get(found[1])
    other = other or {"hdr": "img", "img": "hdr"}[found[1].lower()]
    packed = found[2] or ""
    return found[0], f".{other}{packed}", f".{other}{'' if packed else '.gz'}"


def _unpacked(head: bytes) -> bytes:
    """The first bytes of what is in gzip, in one piece or in several; of anything else, the same."""
    unpacked, packed = b"", head
    while packed.startswith(GZIP_MAGIC) and len(unpacked) < max(_HEADER_SIZES):
        member = zlib.decompressobj(31)
        try:
            unpacked += member.decompress(packed, max(_HEADER_SIZES))
        except zlib.error:
            break
        packed = member.unused_data
    return unpacked if head.startswith(GZIP_MAGIC) else head


def _header_size(block: bytes) -> int | None:
    """348 for NIfTI-1, 540 for NIfTI-2; ``None`` for anything else."""
    for order in ("<i4", ">i4"):
        size = int(np.frombuffer(block, order, count=1)[0])
        if size in _HEADER_SIZES:
            return size
    return None


def _header(block: bytes, path: Path) -> _Header:
    from nibabel.nifti1 import Nifti1Header, Nifti1PairHeader
    from nibabel.nifti2 import Nifti2Header, Nifti2PairHeader

    size = _header_size(block)
    if size is None or len(block) < size:
        raise FileProblem(f"{path.name} ends inside its header; it was cut off or is damaged.")
    magic = block[_MAGIC_AT[size] :][:3]
    kinds: dict[bytes, Any] = {
        b"n+1": Nifti1Header,
        b"ni1": Nifti1PairHeader,
        b"n+2": Nifti2Header,
        b"ni2": Nifti2PairHeader,
    }
    if magic not in kinds:
        raise FileProblem(
            f"{path.name} is an Analyze file, which does not say which side of the patient is left; save it as NIfTI."
        )
    header = kinds[magic](block[:size], check=False)
    if header["pixdim"][0] not in (-1, 1):
        header["pixdim"][0] = 1  # the side of the third axis in a qform: only -1 turns it, and some programs write 0
    return header


def _shape_and_type(header: _Header, path: Path) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """Voxels along (i, j, k), then channels if there are several, and the stored type."""
    dimensions = [int(length) for length in header["dim"]]
    if not 1 <= dimensions[0] <= 7 or min(dimensions[1 : dimensions[0] + 1]) < 0:
        raise FileProblem(f"The header of {path.name} is damaged: it gives sizes of {sizes(tuple(dimensions[1:]))}.")
    lengths = [*dimensions[1 : dimensions[0] + 1], 1, 1]
    shape = (*lengths[:3], *(length for length in lengths[3:] if length != 1))
    dtype = np.dtype(header.get_data_dtype())
    check_numbers(path, np.dtype(np.uint8) if _colours(dtype) else dtype, shape)
    return shape, dtype


def _colours(dtype: np.dtype[Any]) -> int:
    """How many bytes of colour each voxel has: three, or four with its transparency; none where it is a number."""
    is_colour = dtype.names is not None and all(dtype[name] == np.uint8 for name in dtype.names)
    return len(dtype.names or ()) if is_colour else 0


def _read_colours(source: Source, storage: Storage, grid: Grid | None, tick: Tick) -> NDArray[np.uint8]:
    """Red, green and blue on the last axis."""
    if len(storage.spatial) > 3:
        raise FileProblem(f"{source.file.name} holds several volumes in colour; save each as a file of its own.")
    return np.ascontiguousarray(np.moveaxis(read_stored(source, storage, grid, None, tick), 0, -1)[..., :3])


def _offset(header: _Header, path: Path) -> int:
    offset = float(header["vox_offset"])
    smallest = float(header.single_vox_offset) if header.is_single else 0.0
    if not math.isfinite(offset) or 0 < offset < smallest or offset < 0:
        raise FileProblem(f"The header of {path.name} is damaged: it puts the voxels at byte {offset:g}.")
    return int(offset or smallest)


def _scaling(header: _Header, path: Path) -> tuple[float, float]:
    """What stored values are multiplied by, and what is added."""
    slope, intercept = float(header["scl_slope"]), float(header["scl_inter"])
    if slope == 0 or not math.isfinite(slope):
        return 1.0, 0.0  # the standard's way to say that there is no scaling
    if not math.isfinite(intercept):
        raise FileProblem(f"The header of {path.name} is damaged: it adds {intercept} to every value.")
    return slope, intercept


@dataclass(frozen=True, eq=False)
class _Placement:
    """Where the header says that the voxels lie.

    Args:
        affine: to right-anterior-superior mm.
        is_stated: the header says so, and not by a default.
        elsewhere_by: what else in the header says that they lie somewhere else.
        notices: what a person should know about it.
    """

    affine: NDArray[np.float64]
    is_stated: bool
    elsewhere_by: str
    notices: tuple[str, ...]


def _placement(header: _Header, path: Path) -> _Placement:
    elsewhere_by = ""
    notices: tuple[str, ...] = ()
    sform_code, qform_code = int(header["sform_code"]), int(header["qform_code"])
    affine = _best_affine(header, path)
    if sform_code > 0 and qform_code > 0:
        elsewhere_by, notices = _disagreement(header, path)
    unit = int(header["xyzt_units"]) % 8
    if unit in _UNIT_NAMES:
        affine = np.diag([_MM_PER_UNIT[unit]] * 3 + [1.0]) @ affine
        notices += (f"{path.name} gives lengths in {_UNIT_NAMES[unit]}; they were turned into millimetres.",)
    is_stated = (sform_code > 0 or qform_code > 0) and not is_default(affine)
    return _Placement(affine, is_stated, elsewhere_by, notices)


def _best_affine(header: _Header, path: Path) -> NDArray[np.float64]:
    """The affine of the sform, else of the qform, else of the voxel size alone."""
    from nibabel.spatialimages import HeaderDataError

    try:
        affine: NDArray[np.float64] = header.get_best_affine()
    except (ValueError, HeaderDataError) as error:
        size = [float(length) for length in header["pixdim"][1:4]]
        if min(size) < 0:
            lengths = " × ".join(f"{length:g}" for length in size)
            raise FileProblem(f"The header of {path.name} is damaged: no voxel measures {lengths} mm.") from error
        raise FileProblem(
            f"The header of {path.name} is damaged: its qform, which says where the voxels lie, is no rotation."
        ) from error
    return affine


def _source(header: _Header) -> str:
    """Which of the header's three ways to place a volume was taken."""
    if int(header["sform_code"]) > 0:
        return "sform"
    return "qform" if int(header["qform_code"]) > 0 else "voxel size alone"


def _disagreement(header: _Header, path: Path) -> tuple[str, tuple[str, ...]]:
    """What puts the volume elsewhere, where sform and qform, both given, do not agree; and a notice of it."""
    from nibabel.spatialimages import HeaderDataError

    corners = np.array(list(product(*((0, max(int(length), 1) - 1) for length in header["dim"][1:4]))))
    sform = header.get_sform()
    try:
        qform = header.get_qform()
    except (ValueError, HeaderDataError):  # its quaternion is no rotation
        return "", (f"The qform of {path.name} is not usable; its sform was used.",)
    gap = corners @ (sform[:3, :3] - qform[:3, :3]).T + (sform[:3, 3] - qform[:3, 3])
    apart = float(np.linalg.norm(gap, axis=1).max())
    if not apart > 0.05:
        return "", ()
    notice = f"{path.name} gives two positions, up to {apart:.1f} mm apart; its sform was used and its qform was not."
    return "qform", (notice,)
