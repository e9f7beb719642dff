"""Where to look first."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Comparison, LabelChoice


def first_look(case: Case, label: LabelChoice | None) -> tuple[int, ...]:
    """The voxel to open a case at: in the slice where the label is largest, inside it.

    The truth decides, else the first prediction; without either, or when it is empty, the middle of the grid.
    """
    middle = tuple(size // 2 for size in case.grid.shape)
    mask_of = _mask_reader(case, label)
    if mask_of is None:
        return middle
    index = _largest_slice(case.grid.shape[0], mask_of) if case.grid.is_volume else None
    mask = mask_of(() if index is None else (index,))
    if not mask.any():
        return middle
    row = int(np.count_nonzero(mask, axis=1).argmax())
    columns = np.flatnonzero(mask[row])
    place = (row, int(columns[columns.size // 2]))
    return place if index is None else (index, *place)


def _mask_reader(case: Case, label: LabelChoice | None) -> Callable[[tuple[int, ...]], NDArray[np.bool_]] | None:
    if label is not None and case.truth is not None:
        return lambda where: case.truth_mask(label, where)
    if label is not None and case.predictions:
        comparison = Comparison(case.predictions[0].name, label)
        return lambda where: case.prediction_mask(comparison, where)
    return None


def _largest_slice(count: int, mask_of: Callable[[tuple[int, ...]], NDArray[np.bool_]]) -> int:
    return int(np.argmax([np.count_nonzero(mask_of((index,))) for index in range(count)]))
