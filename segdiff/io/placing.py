"""Bringing every file onto the grid of the case, and saying no where that would be a lie.

Files on the same grid within tolerance just pass. Anything else needs the person's word: *resample* where both say
where they lie in the world, *assume* where one of them does not say. Both leave a badge that stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from segdiff.data import Geometry, Grid
from segdiff.errors import GeometryMismatch
from segdiff.io.content import Content
from segdiff.io.lattice import common_grid, embedded
from segdiff.io.layout import own_grid
from segdiff.io.orientation import orientation, our_view, stored_shape, stored_view, turned_like
from segdiff.io.outlines import without_grid
from segdiff.io.request import CaseRequest
from segdiff.io.resampling import covers, overlaps, resampled

_WITHOUT_EMPTY_SLICES: Final = (
    "The files store only slices that hold something, so the slices that any of them stores were compared; "
    "with the image, all of its slices are."
)


@dataclass(frozen=True)
class Reference:
    """The grid that everything in the case is brought onto, and the file it comes from."""

    name: str
    grid: Grid
    has_position: bool
    notices: tuple[str, ...] = ()

    @classmethod
    def among(cls, contents: Sequence[Content]) -> Reference:
        """The first of the files that says where it lies, else the first that has a voxel size, else the first.

        Files that store only slices that hold something give their common grid, where no other file gives one.

        Raises:
            FileProblem: there are contours only, which have no grid.
        """
        with_voxels = [content for content in contents if content.outlines is None]
        if not with_voxels:
            raise without_grid(contents[0])
        best = max(
            with_voxels, key=lambda content: (content.has_position, content.gives_grid, content.grid is not None)
        )
        if best.is_sparse:
            notices: tuple[str, ...] = (_WITHOUT_EMPTY_SLICES,) if len(with_voxels) > 1 else ()
            if not best.step_is_known and best.known_grid.spacing_mm and best.known_grid.stored:
                apart = best.known_grid.spacing_mm[best.known_grid.stored.axes[2]]
                notices += (f"{best.name} does not state how far its slices are apart; {apart:.4g} mm was taken.",)
            return cls(best.name, common_grid([best, *with_voxels]), True, notices)
        return cls(best.name, own_grid(best), best.has_position)


def placed(content: Content, reference: Reference, request: CaseRequest, *, linear: bool) -> tuple[Content, Geometry]:
    """The content on the grid of the case, and how it came there.

    Args:
        content: laid out on a grid of its own.
        reference: where it should lie.
        request: whether resampling or assuming is allowed.
        linear: values may be interpolated; labels may not, they are taken from the nearest voxel.

    Raises:
        GeometryMismatch: the grids differ, and nobody has allowed what would make them the same.
    """
    grid = content.known_grid
    difference = grid.difference_from(reference.grid)
    if difference is not None and (turned := turned_like(content.voxels, grid, reference.grid)):
        voxels, grid = turned
        content, difference = replace(content, voxels=voxels, grid=grid), grid.difference_from(reference.grid)
    if difference is None:
        return replace(content, grid=replace(reference.grid, stored=grid.stored)), Geometry.IDENTICAL
    if content.is_sparse and (whole := embedded(content, reference.grid)):
        return whole, Geometry.IDENTICAL
    can_assume = _can_assume(content, grid, reference)
    same_world = content.has_position == reference.has_position
    can_resample = same_world and not can_assume and overlaps(grid, reference.grid)
    if can_assume and request.assume_geometry:
        return _assumed(content, grid, reference), Geometry.ASSUMED
    if can_resample and request.resample:
        return _resampled(content, grid, reference, linear=linear), Geometry.RESAMPLED
    raise _mismatch(content, difference, reference, can_assume=can_assume, can_resample=can_resample)


def _assumed(content: Content, grid: Grid, reference: Reference) -> Content:
    """Voxel by voxel as the reference's file is stored, whatever either says about the world."""
    channels = content.voxels.shape[: content.voxels.ndim - len(grid.shape)]
    as_stored = stored_view(content.voxels, grid).reshape(channels + stored_shape(reference.grid))
    voxels = np.ascontiguousarray(our_view(as_stored, reference.grid))
    notice = f"{content.name} was assumed to lie where {reference.name} lies, voxel by voxel as both are stored."
    return replace(content, voxels=voxels, grid=reference.grid).noting(notice)


def _resampled(content: Content, grid: Grid, reference: Reference, *, linear: bool) -> Content:
    voxels = resampled(content.voxels, grid, reference.grid, linear=linear)
    how = "by linear interpolation" if linear else "from the nearest voxels"
    notices = [f"{content.name} was resampled {how} onto the grid of {reference.name}."]
    if not covers(grid, reference.grid):
        notices.append(f"{content.name} does not cover all of {reference.name}; the rest counts as empty.")
    return replace(content, voxels=voxels, grid=reference.grid).noting(*notices)


def _can_assume(content: Content, grid: Grid, reference: Reference) -> bool:
    """One of the two says nothing about its place, and as stored they have the same size."""
    if content.has_position and reference.has_position:
        return False
    return _without_single(stored_shape(grid)) == _without_single(stored_shape(reference.grid))


def _mismatch(
    content: Content, difference: str, reference: Reference, *, can_assume: bool, can_resample: bool
) -> GeometryMismatch:
    """The refusal, in one sentence: which files, what differs, what to do."""
    name = content.name
    if content.placed_elsewhere_by:
        difference += f" by its {content.placed_by}, while its {content.placed_elsewhere_by} puts it elsewhere"
    if can_assume:
        silent = reference.name if content.has_position else "it"
        why = f"{silent} does not say where in the patient it lies"
        advice = "--assume-geometry lays the one on the other voxel by voxel"
    elif can_resample:
        why = difference + _mirrored(content.known_grid, reference.grid)
        advice = "--resample brings it onto that grid"
    elif content.has_position and reference.has_position and content.known_grid.is_volume:
        why, advice = difference, "they have no place in common, so they are not of the same scan"
        if content.placed_elsewhere_by:
            advice += f", or its {content.placed_by} is wrong"
    else:
        same_kind = content.known_grid.is_volume == reference.grid.is_volume
        needed = f"a {'file' if same_kind else reference.grid.kind} with the same {reference.grid.unit}s is needed"
        is_on_its_side = not reference.grid.is_volume and content.known_grid.shape == reference.grid.shape[::-1]
        why, advice = difference, "it seems to lie on its side, so save it transposed" if is_on_its_side else needed
    finding = f"{name} does not lie on the grid of {reference.name}: {why}"
    return GeometryMismatch(finding, advice, can_resample=can_resample, can_assume=can_assume)


def _mirrored(grid: Grid, reference: Grid) -> str:
    """A word of doubt where files of the same size run opposite ways along an axis: a copy whose header is wrong."""
    if grid.stored is None or reference.stored is None or grid.stored.axes != reference.stored.axes:
        return ""
    same = stored_shape(grid) == stored_shape(reference)
    if not same or grid.stored.flipped == reference.stored.flipped:
        return ""
    return (
        f", and as stored it runs {orientation(grid)} where the other runs {orientation(reference)}, "
        "so one of the two headers may be wrong"
    )


def _without_single(shape: tuple[int, ...]) -> tuple[int, ...]:
    """A picture and a volume of one slice have the same pixels."""
    return shape[:-1] if len(shape) == 3 and shape[-1] == 1 else shape
