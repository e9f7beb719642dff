"""Arrays on a grid: intensities, labels, probabilities. Read-only from the moment they are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data.comparison import LabelChoice, LabelSet
from segdiff.data.grid import Grid
from segdiff.errors import SegdiffError

Colour = tuple[int, int, int]

LEAST_HOUNSFIELD: Final = -1024
"""Air has −1000 Hounsfield units, and scanners give noise in it no less than this."""


@dataclass(frozen=True, eq=False)
class Image:
    """Intensities, ``(z, y, x)`` or ``(y, x)``; a colour picture is ``(y, x, 3)`` in 8 bits.

    ``window`` is the range of intensities shown from black to white at first: the 0.5th to 99.5th percentile of the
    finite values without the padding around a CT, found once when the image is made.
    """

    voxels: NDArray[Any]
    grid: Grid
    path: Path | None = None
    notices: tuple[str, ...] = ()
    window: tuple[float, float] = field(init=False)

    def __post_init__(self) -> None:
        _check_shape(self.voxels.shape[: len(self.grid.shape)], self.grid)
        _freeze(self.voxels)
        object.__setattr__(self, "window", _percentile_window(self.voxels))

    @property
    def is_colour(self) -> bool:
        """Whether each pixel holds red, green and blue."""
        return self.voxels.ndim == len(self.grid.shape) + 1


@dataclass(frozen=True, eq=False)
class LabelMap:
    """Integer labels, zero meaning background.

    Labels may overlap: then some values are codes that stand for a combination of labels, so ask for masks and counts
    by label (:meth:`mask`, :attr:`counts`) and never compare ``voxels`` with a label.

    Args:
        voxels: integers, ``(z, y, x)`` or ``(y, x)``.
        grid: where they lie.
        names: names of labels where the file has them.
        colours: colours of labels where the file has them (palette or colour-coded pictures).
        colours_are_identity: the file codes labels by colour alone, so its numbers mean nothing to another file.
        notices: what was done to the file's values on the way here, in words.
        combinations: the labels that a value stands for, where it is not the label of that number; none for a value
            that means *no label* (padding), which counts as background unless another file calls it a label.
        value_counts: how many voxels hold each value.
        counts: how many voxels have each label; one of several labels counts for each. 0 is the background.
    """

    voxels: NDArray[np.integer]
    grid: Grid
    path: Path | None = None
    names: Mapping[int, str] = field(default_factory=dict)
    colours: Mapping[int, Colour] = field(default_factory=dict)
    colours_are_identity: bool = False
    notices: tuple[str, ...] = ()
    combinations: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    value_counts: Mapping[int, int] = field(init=False)
    counts: Mapping[int, int] = field(init=False)
    _codes: Mapping[int, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        _check_shape(self.voxels.shape, self.grid)
        _freeze(self.voxels)
        values = _count_values(self.voxels)
        present = {value: labels for value, labels in self.combinations.items() if value in values}
        object.__setattr__(self, "value_counts", MappingProxyType(values))
        object.__setattr__(self, "combinations", MappingProxyType(present))
        object.__setattr__(self, "counts", MappingProxyType(_count_labels(values, present)))
        object.__setattr__(self, "_codes", _codes_of_labels(present))

    @property
    def labels(self) -> tuple[int, ...]:
        """Labels present, ascending, without the background."""
        return tuple(value for value in self.counts if value != 0)

    def values_of(self, label: int) -> tuple[int, ...]:
        """The voxel values that stand for a label: itself, and the code of each combination that it is part of.

        A code may be a number that another file calls a label; here it is none.
        """
        own = () if self.combinations.get(label) else (label,)
        return (*own, *self._codes.get(label, ()))

    def mask(self, labels: LabelSet, where: tuple[slice | int, ...] = ()) -> NDArray[np.bool_]:
        """Where voxels belong to ``labels``, in the part of the grid given by ``where`` (all of it by default)."""
        return self._values_in(labels).mask(self.voxels[where])

    def mask_flat(self, labels: LabelSet, start: int, stop: int) -> NDArray[np.bool_]:
        """The same for voxels ``start`` to ``stop`` of the flattened grid."""
        return self._values_in(labels).mask(self.voxels.reshape(-1)[start:stop])

    def count(self, labels: LabelSet) -> int:
        """How many voxels belong to ``labels``, known without looking at them again."""
        taken = self._values_in(labels).mask(np.array(list(self.value_counts)))
        return sum(count for count, is_in in zip(self.value_counts.values(), taken, strict=True) if is_in)

    def overlap(self, groups: Sequence[tuple[int, ...]]) -> bool:
        """Whether any voxel belongs to two of these groups of labels."""
        return any(
            sum(not set(labels).isdisjoint(group) for group in groups) > 1 for labels in self.combinations.values()
        )

    def _values_in(self, labels: LabelSet) -> LabelSet:
        """The voxel values of a set of labels."""
        if not self.combinations:
            return labels
        if not labels.values:
            meaningless = (value for value, stands_for in self.combinations.items() if not stands_for)
            return LabelSet((0, *meaningless), not labels.complement)
        values = {value for label in labels.values for value in self.values_of(label)}
        return LabelSet(tuple(values) or (max(self.value_counts) + 1,), labels.complement)

    @property
    def kind(self) -> str:
        """``"labels"``, as in reports."""
        return "labels"


@dataclass(frozen=True, eq=False)
class ProbabilityMap:
    """Probability of each label at each voxel.

    Args:
        voxels: floats in [0, 1], ``(label, z, y, x)`` or ``(label, y, x)``.
        labels: the label value that each entry of the first axis stands for.
        grid: where the voxels lie.
        exclusive: a voxel has one label, as after a softmax. Of channels that may overlap, as after a sigmoid, the
            largest stands for their union: it is never more than that, and is right where one lies in the other.
        names: names of labels, from a table beside the file.

    Raises:
        SegdiffError: a value is not finite or outside [0, 1].
    """

    voxels: NDArray[np.floating]
    labels: tuple[int, ...]
    grid: Grid
    path: Path | None = None
    notices: tuple[str, ...] = ()
    exclusive: bool = True
    names: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_shape(self.voxels.shape[1:], self.grid)
        if self.voxels.shape[0] != len(self.labels):
            raise SegdiffError(f"{self.voxels.shape[0]} probability channels were given for {len(self.labels)} labels.")
        _check_probabilities(self.voxels, self.path)
        _freeze(self.voxels)

    @property
    def kind(self) -> str:
        """``"probabilities"``, as in reports."""
        return "probabilities"

    def of(self, label: LabelChoice, where: tuple[slice | int, ...] = ()) -> NDArray[np.floating]:
        """Probability of ``label`` in the part of the grid given by ``where`` (all of it by default).

        One label's probability is a view. Unions of exclusive labels are summed and kept within [0, 1].
        """
        return self._union(self.voxels, label, where)

    def of_flat(self, label: LabelChoice, start: int, stop: int) -> NDArray[np.floating]:
        """Probability of ``label`` in voxels ``start`` to ``stop`` of the flattened grid."""
        return self._union(self.voxels.reshape(len(self.labels), -1), label, (slice(start, stop),))

    def _union(
        self, channels: NDArray[np.floating], label: LabelChoice, where: tuple[slice | int, ...]
    ) -> NDArray[np.floating]:
        values = label.prediction_values
        wanted = [i for i, value in enumerate(self.labels) if value in values or (not values and value != 0)]
        if len(wanted) == 1 and not label.complement:
            only: NDArray[np.floating] = channels[(wanted[0], *where)]
            return only
        chosen = channels[(wanted, *where)]
        union = chosen.sum(axis=0) if self.exclusive or not wanted else chosen.max(axis=0)
        if label.complement:
            union = 1.0 - union
        clipped: NDArray[np.floating] = np.clip(union, 0.0, 1.0)
        return clipped


def _freeze(array: NDArray[Any]) -> None:
    array.setflags(write=False)


def _check_shape(shape: tuple[int, ...], grid: Grid) -> None:
    if tuple(shape) != grid.shape:
        raise ValueError(f"an array of shape {shape} does not fit a grid of shape {grid.shape}")


def _check_probabilities(voxels: NDArray[np.floating], path: Path | None) -> None:
    where = path.name if path else "The probability map"
    for chunk in _chunks(voxels):
        low, high = chunk.min(), chunk.max()
        if np.isnan(low) or np.isnan(high):
            bad = int(np.count_nonzero(np.isnan(voxels)))
            raise SegdiffError(
                f"{where} should hold probabilities from 0 to 1, but {bad:,} of its values are not a number."
            )
        if low < 0.0 or high > 1.0:
            found = f"{voxels.min():.4g} to {voxels.max():.4g}"
            raise SegdiffError(f"{where} should hold probabilities from 0 to 1, but its values run from {found}.")


def _chunks(voxels: NDArray[Any], size: int = 1 << 18) -> list[NDArray[Any]]:
    flat = voxels.reshape(-1)
    return [flat[start : start + size] for start in range(0, flat.size, size)]


def _count_labels(values: Mapping[int, int], combinations: Mapping[int, tuple[int, ...]]) -> dict[int, int]:
    """How many voxels have each label, from how many hold each value."""
    counts: dict[int, int] = {}
    for value, count in values.items():
        for label in combinations.get(value, (value,)) or (0,):
            counts[label] = counts.get(label, 0) + count
    return dict(sorted(counts.items()))


def _codes_of_labels(combinations: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """For each label the codes of the combinations that it is part of."""
    codes: dict[int, tuple[int, ...]] = {}
    for value, labels in combinations.items():
        for label in labels:
            codes[label] = (*codes.get(label, ()), value)
    return codes


def _count_values(voxels: NDArray[np.integer]) -> dict[int, int]:
    """How many voxels hold each value, without a sorted copy of the volume."""
    counts: dict[int, int] = {}
    for chunk in _chunks(voxels):
        first = chunk[0].item()
        if first == chunk[-1].item() and not (chunk != first).any():
            counts[first] = counts.get(first, 0) + chunk.size
            continue
        for value, count in zip(*np.unique(chunk, return_counts=True), strict=True):
            counts[int(value)] = counts.get(int(value), 0) + int(count)
    return dict(sorted(counts.items()))


def _without_padding(sample: NDArray[np.float64]) -> NDArray[np.float64]:
    """What was measured: a CT fills the corners around its circle with one value below that of any matter."""
    lowest = sample.min()
    is_padding = sample == lowest
    is_filled = lowest < LEAST_HOUNSFIELD and 0.005 < is_padding.mean() < 1.0
    return sample[~is_padding] if is_filled else sample


def _percentile_window(voxels: NDArray[Any], samples: int = 1 << 18) -> tuple[float, float]:
    """Black and white point from a regular sample, so that a large volume costs no more than a small one."""
    flat = voxels.reshape(-1)
    sample = flat[:: max(1, flat.size // samples)].astype(np.float64)
    sample = sample[np.isfinite(sample)]
    if sample.size == 0:
        return 0.0, 1.0
    sample = _without_padding(sample)
    low, high = (float(value) for value in np.percentile(sample, (0.5, 99.5)))
    if high <= low:
        low, high = float(sample.min()), float(sample.max())
    return (low, high) if high > low else (low, low + 1.0)
