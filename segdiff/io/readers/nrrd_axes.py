"""Which axis of a NRRD is which, and where they run in the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import sizes
from segdiff.io.orientation import affine_from_lps, grid_from_affine, is_default

_TO_LPS: Final = {
    "left-posterior-superior": (1, 1, 1),
    "lps": (1, 1, 1),
    "right-anterior-superior": (-1, -1, 1),
    "ras": (-1, -1, 1),
    "left-anterior-superior": (1, -1, 1),
    "las": (1, -1, 1),
}
"""What turns a space's axes into ours. Other spaces, such as "scanner-xyz", say nothing about the patient."""

_OF_SPACE: Final = ("domain", "space", "???", "none")
_COLOURS: Final = ("rgb-color", "rgba-color", "3-color", "4-color")
_MM_PER_UNIT: Final = {
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), 1.0),
    **dict.fromkeys(("um", "µm", "μm", "micron", "microns", "micrometer", "micrometers"), 1e-3),
    "cm": 10.0,
    "m": 1e3,
}

_Header = Mapping[str, Any]


@dataclass(frozen=True)
class Axes:
    """What a header says about its axes.

    Args:
        shape: their lengths, the fastest first, without axes of length one that are not of space.
        channel: which of them runs through channels or volumes.
        is_colour: the channels are red, green and blue.
        grid: where the voxels lie; ``None`` where nothing says which axes are those of space.
        has_position: the header places them in the patient.
        notices: what a person should know about it.
    """

    shape: tuple[int, ...]
    channel: int | None
    is_colour: bool
    grid: Grid | None
    has_position: bool
    notices: tuple[str, ...]

    @classmethod
    def of(cls, header: _Header, path: Path) -> Axes:
        """Understand a header as pynrrd gives it.

        Raises:
            FileProblem: its axes contradict each other, or there are more channel axes than one.
        """
        lengths = tuple(int(length) for length in header["sizes"])
        if any(length < 0 for length in lengths) or len(lengths) != int(header.get("dimension", -1)):
            raise FileProblem(f"The header of {path.name} is damaged: it gives sizes of {sizes(lengths)}.")
        steps = _steps(header, path, len(lengths))
        kinds = [str(kind).lower() for kind in header.get("kinds", ())] or ["???"] * len(lengths)
        if len(kinds) != len(lengths):
            raise FileProblem(f"The header of {path.name} is damaged: it gives {len(kinds)} kinds of axes.")
        if header.get("space directions") is not None:
            of_space = [bool(np.isfinite(step).all()) for step in steps]
        else:
            of_space = [kind in _OF_SPACE for kind in kinds]
        kept = [axis for axis, length in enumerate(lengths) if of_space[axis] or length != 1]
        shape, of_space = tuple(lengths[axis] for axis in kept), [of_space[axis] for axis in kept]
        channels = [axis for axis, is_space in enumerate(of_space) if not is_space]
        if len(channels) > 1:
            raise FileProblem(
                f"{path.name} has {len(channels)} axes that are not of space ({sizes(shape)}), and one at most is read."
            )
        channel = channels[0] if channels else None
        is_colour = channel is not None and kinds[kept[channel]] in _COLOURS and shape[channel] in (3, 4)
        spatial = [axis for axis in kept if axis not in [kept[channel] for channel in channels]]
        grid, has_position, notices = _grid(header, path, [lengths[axis] for axis in spatial], steps[spatial])
        return cls(shape, channel, is_colour, grid, has_position, notices)


def _steps(header: _Header, path: Path, axes: int) -> NDArray[np.float64]:
    """For each axis the step from a voxel to the next, in mm; a row of NaN for an axis that is not of space."""
    scale = _unit(header, path)
    directions = header.get("space directions")
    if directions is not None:
        steps = np.asarray(directions, float)
        if steps.shape[0] != axes:
            raise FileProblem(f"The header of {path.name} is damaged: it gives {steps.shape[0]} directions of axes.")
        return steps * scale
    spacings = header.get("spacings")
    if spacings is None:
        return np.full((axes, 3), np.nan)
    lengths = np.resize(np.asarray(spacings, float), axes)
    return np.column_stack([np.abs(lengths) * scale, np.zeros(axes), np.zeros(axes)])


def _unit(header: _Header, path: Path) -> float:
    """Millimetres in one unit of length."""
    units = {str(unit).lower() for unit in header.get("space units", header.get("units", ())) if str(unit).strip()}
    scales = {_MM_PER_UNIT[unit] for unit in units if unit in _MM_PER_UNIT}
    if len(scales) > 1:
        raise FileProblem(f"{path.name} gives lengths in different units ({', '.join(sorted(units))}).")
    return scales.pop() if scales else 1.0


def _grid(
    header: _Header, path: Path, lengths: list[int], steps: NDArray[np.float64]
) -> tuple[Grid | None, bool, tuple[str, ...]]:
    """The grid of the axes of space, whether it has a position, and notices."""
    spacing = np.linalg.norm(steps, axis=1)
    if len(lengths) not in (2, 3) or not np.isfinite(spacing).all() or not (spacing > 0).all():
        return None, False, ()
    if len(lengths) == 2:
        return Grid(tuple(lengths[::-1]), tuple(float(step) for step in spacing[::-1])), False, ()
    signs = _TO_LPS.get(str(header.get("space", "")).lower())
    origin = header.get("space origin")
    if signs is None or steps.shape != (3, 3) or header.get("space directions") is None:
        affine = affine_from_lps(np.diag(spacing), np.zeros(3))
        return grid_from_affine(tuple(lengths), affine), False, ()
    scale = _unit(header, path)
    is_placed = origin is not None and len(origin) == 3 and bool(np.isfinite(origin).all())
    first = np.asarray(origin, float) * scale * signs if is_placed else np.zeros(3)
    affine = affine_from_lps(steps * signs, first)
    grid = grid_from_affine(tuple(lengths), affine)
    notices: tuple[str, ...] = ()
    if grid is None:
        notices += (f"The header of {path.name} says nothing usable about where its voxels lie.",)
    if scale != 1.0:
        notices += (f"{path.name} does not give lengths in millimetres; they were turned into them.",)
    return grid, is_placed and grid is not None and not is_default(affine), notices
