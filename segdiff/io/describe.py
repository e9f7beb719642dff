"""What is in a file, in numbers and without a name of a patient: format, kind, grid, values, labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid, LabelRow, ProbabilityMap, label_table
from segdiff.errors import ActivationNeeded, ChoiceNeeded, FileProblem
from segdiff.io.agreement import agreed, label_map
from segdiff.io.colours import MOST_COLOURS, colour_coded
from segdiff.io.content import Content
from segdiff.io.label_names import LabelNames, names_beside
from segdiff.io.layout import own_grid
from segdiff.io.opening import open_content, reader_for
from segdiff.io.orientation import orientation, stored_shape
from segdiff.io.outlines import without_grid
from segdiff.io.parts import split_part, with_part
from segdiff.io.probability_maps import largest_sum
from segdiff.io.request import ReadAs
from segdiff.io.values import labels_or_probabilities

MOST_LABELS: Final = MOST_COLOURS
"""A file of more different whole numbers is a picture and no mask."""


@dataclass(frozen=True)
class FileInfo:
    """What one file, or one part of it, holds.

    Args:
        path: the file with its part.
        format: as people call it.
        kind: ``labels``, ``probabilities``, ``numbers`` (an image, or logits) or ``colours``.
        stored_as: the type of the values, as numpy calls it.
        shape: voxels along the file's own axes, the first running fastest where the format says so.
        channels: how many values each voxel has; ``None`` for one.
        grid: where the voxels lie, in our axes; ``None`` where nothing tells the axes apart.
        orientation: towards what each of the file's axes runs, such as ``LPS``; empty where it does not say.
        placed_by: what in the file says so, such as its sform.
        has_position: it says where in the world it lies.
        is_colour: voxels are colours; of a mask, a colour for each label.
        low: the smallest value.
        high: the largest.
        exclusive: channels add up to one; ``None`` where that is no question.
        labels: what is in it, for masks and probability maps.
        notices: what a person should know about how it was read.
    """

    path: Path
    format: str
    kind: str
    stored_as: str
    shape: tuple[int, ...]
    channels: int | None
    grid: Grid | None
    orientation: str
    placed_by: str
    has_position: bool
    is_colour: bool
    low: float
    high: float
    exclusive: bool | None
    labels: tuple[LabelRow, ...]
    notices: tuple[str, ...]


def describe(path: Path, named: LabelNames | None = None) -> Iterator[FileInfo]:
    """What a file holds; of a file of several things, each.

    Args:
        path: of the file, or of one part of it.
        named: what its labels are called; by default as a table beside it says.

    Raises:
        FileProblem: it cannot be read.
    """
    try:
        content = open_content(path)
    except ChoiceNeeded as several:
        for choice in several.choices:
            yield _described(open_content(with_part(several.path, choice.part)), named)
        return
    yield _described(content, named)


def _described(content: Content, named: LabelNames | None) -> FileInfo:
    if content.outlines is not None:
        raise without_grid(content)
    beside = names_beside(content.path) if named is None else None
    named = named or (beside[1] if beside else LabelNames())
    try:
        grid: Grid | None = own_grid(content)
    except FileProblem:
        grid = None
    kind, exclusive, rows, notices = _values(content, grid, named)
    return FileInfo(
        path=content.path,
        format=reader_for(split_part(content.path)[0]).name,
        kind=kind,
        stored_as=content.voxels.dtype.name,
        shape=stored_shape(grid) if grid else content.voxels.shape,
        channels=replace(content, grid=grid).channels if grid and not content.is_colour else None,
        grid=grid,
        orientation=orientation(grid) if grid else "",
        placed_by=content.placed_by,
        has_position=content.has_position,
        is_colour=content.is_colour,
        low=float(np.fmin.reduce(content.voxels, axis=None)),
        high=float(np.fmax.reduce(content.voxels, axis=None)),
        exclusive=exclusive,
        labels=rows,
        notices=notices,
    )


def _values(
    content: Content, grid: Grid | None, named: LabelNames
) -> tuple[str, bool | None, tuple[LabelRow, ...], tuple[str, ...]]:
    """The kind, whether channels are shares of one, the labels, and notices."""
    kind = "colours" if content.is_colour else "numbers"
    if grid is None:
        return kind, None, (), content.notices
    try:
        plain = replace(colour_coded(content), grid=grid)
        values, is_soft = labels_or_probabilities(plain, ReadAs.AUTO)
    except (ActivationNeeded, ChoiceNeeded):
        return kind, None, (), content.notices
    except FileProblem as problem:
        return kind, None, (), (*content.notices, str(problem))
    if is_soft:
        return _of_probabilities(values, grid, named)
    if not content.is_colour and _is_picture(values.voxels):
        return kind, None, (), values.notices
    (labels,) = agreed([label_map(values, named)])
    return "labels", None, label_table(labels), labels.notices


def _of_probabilities(
    values: Content, grid: Grid, named: LabelNames
) -> tuple[str, bool | None, tuple[LabelRow, ...], tuple[str, ...]]:
    """Channels that are shares of one begin with the background; others, so far as is known, do not."""
    count = len(values.voxels)
    exclusive = largest_sum(values.voxels) is None if count > 1 else None
    labels = tuple(range(count)) if exclusive else tuple(range(1, count + 1))
    channels = ProbabilityMap(values.voxels, labels, grid, names=named.names)
    return "probabilities", exclusive, label_table(channels), values.notices


def _is_picture(voxels: NDArray[Any], size: int = 1 << 20) -> bool:
    """Whether whole numbers are too many different ones for labels."""
    found: set[int] = set()
    flat = voxels.reshape(-1)
    for start in range(0, flat.size, size):
        found.update(np.unique(flat[start : start + size]).tolist())
        if len(found) > MOST_LABELS:
            return True
    return False
