"""What numbers mean: labels or probabilities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Activation, smallest_at_least
from segdiff.errors import ChoiceNeeded, FileProblem, SoftTruth
from segdiff.io.activations import activated, needed
from segdiff.io.content import Content, count
from segdiff.io.parts import volume_choices
from segdiff.io.request import ReadAs

ROUNDING: Final = 1e-3
"""A float this close to a whole number is taken for it: 0.9999 is what resampling or scaling left of a 1."""

OVERSHOOT: Final = 1e-4
"""A probability may be this far outside [0, 1], by rounding in a header's scale or a sum; it is then cut off there."""

_INTEGERS: Final = (np.uint8, np.int16, np.int32, np.int64)
_MOST_LABELS: Final = 64
_MOST_VALUES_OF_JPEG: Final = 16


def labels_or_probabilities(
    content: Content, read_as: ReadAs, activation: Activation | None = None
) -> tuple[Content, bool]:
    """Take a prediction's values as labels or as probabilities.

    Args:
        content: laid out on a grid.
        read_as: ``AUTO`` takes floats between 0 and 1 for probabilities and everything else for labels.
        activation: what makes probabilities of floats; labels stay labels.

    Returns:
        Integers on the grid, or floats in [0, 1] with a channel axis; and whether they are probabilities.

    Raises:
        ActivationNeeded: the values may be logits, and nobody has said what to do with them.
        FileProblem: the values are neither.
    """
    if read_as is ReadAs.PROBABILITIES or (read_as is ReadAs.AUTO and _looks_soft(content)):
        return as_probabilities(content, activation), True
    labels = as_labels(content)
    if activation in (None, Activation.NONE):
        return labels, False
    return labels.noting(f"{content.name} holds labels, so no {activation} was applied to it."), False


def as_truth(content: Content, cut: float | None) -> tuple[Content, float | None]:
    """A truth's values as labels; shares of a structure become a mask where a person says from which share on.

    Args:
        content: laid out on a grid.
        cut: the share from which a voxel is of label 1.

    Returns:
        Integers, and the share at which they were cut; ``None`` where they were integers already.

    Raises:
        SoftTruth: there are shares, and nobody has said where to cut them.
        FileProblem: the values are neither labels nor shares.
    """
    survey = _Survey.of(content.voxels) if content.voxels.dtype.kind == "f" and content.channels is None else None
    if survey is None or survey.not_finite or survey.deviation <= ROUNDING or not _are_shares(survey):
        labels = as_labels(content)
        unused = f"{content.name} holds whole numbers, so the threshold for the ground truth changes nothing."
        return (labels if cut is None else labels.noting(unused)), None
    if cut is None:
        raise SoftTruth(
            f"{content.name} is a soft ground truth, with values between 0 and 1 such as {survey.example:.4g}, "
            "and counting takes a yes or no for each voxel",
            "--threshold-truth 0.5 takes voxels from 0.5 on as label 1",
        )
    mask = content.voxels >= smallest_at_least(cut, content.voxels.dtype)
    notice = f"{content.name} is a soft ground truth; voxels from {cut:g} on were taken as label 1."
    return replace(content, voxels=mask.view(np.uint8)).noting(notice), cut


def as_labels(content: Content) -> Content:
    """Whole numbers in the smallest common type that holds them.

    Raises:
        FileProblem: there are values between whole numbers, values that are no number, or several channels.
    """
    name = content.name
    if content.channels is not None:
        raise ChoiceNeeded(
            content.path,
            f"{name} holds {content.channels} volumes",
            volume_choices(content.channels),
            "labels are one whole number for each voxel",
        )
    voxels = content.voxels
    if voxels.dtype.kind != "f":
        if content.is_lossy:
            _refuse_blurred(content)
        narrow = _narrowed(voxels) if voxels.dtype.itemsize == 8 else voxels
        return replace(content, voxels=narrow)
    survey = _Survey.of(voxels)
    survey.refuse_not_finite(name)
    if survey.deviation > ROUNDING:
        raise FileProblem(
            f"{name} should hold labels, which are whole numbers, but it holds values between them, "
            f"such as {survey.example:.4g}."
        )
    if max(-survey.low, survey.high) > np.iinfo(np.int32).max:
        raise FileProblem(f"{name} should hold labels, but its values run from {survey.low:.4g} to {survey.high:.4g}.")
    rounded = replace(content, voxels=_rounded(voxels, survey))
    if survey.deviation == 0:
        return rounded
    return rounded.noting(f"{name} holds values beside whole numbers, such as {survey.example:.6g}; they were rounded.")


def as_probabilities(content: Content, activation: Activation | None = None) -> Content:
    """Floats in [0, 1] with a channel axis; 8-bit and 16-bit whole numbers are divided by 255 and 65535.

    Raises:
        ActivationNeeded: the values may be logits, and nobody has said what to do with them.
        FileProblem: the values cannot be probabilities.
    """
    name = content.name
    if content.voxels.dtype.kind == "f" and activation not in (None, Activation.NONE):
        _Survey.of(content.voxels).refuse_not_finite(name)
        content = activated(content, activation)
    voxels = content.voxels if content.voxels.dtype.kind == "f" else _scaled(content.voxels, name)
    survey = _Survey.of(voxels)
    survey.refuse_not_finite(name)
    if survey.low < -OVERSHOOT or survey.high > 1 + OVERSHOOT:
        if activation is Activation.NONE:
            raise FileProblem(
                f"{name} should hold probabilities from 0 to 1, as no activation is wanted, but its values run from "
                f"{survey.low:.4g} to {survey.high:.4g}."
            )
        raise needed(content, survey.low, survey.high)
    if content.channels is None:
        voxels = voxels[None]
    if survey.low >= 0 and survey.high <= 1:
        return replace(content, voxels=voxels)
    beyond = survey.low if survey.low < 0 else survey.high
    return replace(content, voxels=np.clip(voxels, 0.0, 1.0)).noting(
        f"{name} holds values just outside 0 to 1, such as {beyond:.7g}; they were cut off there."
    )


@dataclass(frozen=True)
class _Survey:
    """What one pass over floats finds: range, count of the not finite, and the value farthest from a whole number."""

    low: float
    high: float
    not_finite: int
    deviation: float
    example: float

    @classmethod
    def of(cls, voxels: NDArray[np.floating]) -> _Survey:
        low, high, not_finite, deviation, example = np.inf, -np.inf, 0, 0.0, 0.0
        for chunk in _chunks(voxels):
            smallest, largest = float(chunk.min()), float(chunk.max())
            if not np.isfinite(smallest + largest):
                not_finite += int(np.count_nonzero(~np.isfinite(chunk)))
                continue
            low, high = min(low, smallest), max(high, largest)
            if smallest == largest == 0.0:
                continue
            apart = np.abs(chunk - np.rint(chunk))
            farthest = int(apart.argmax())
            if apart[farthest] > deviation:
                deviation, example = float(apart[farthest]), float(chunk[farthest])
        return cls(low, high, not_finite, deviation, example)

    def refuse_not_finite(self, name: str) -> None:
        """Stop at NaN and infinity, which no sum survives."""
        if self.not_finite:
            numbers = "is not a finite number" if self.not_finite == 1 else "are not finite numbers"
            raise FileProblem(f"{name} holds {count(self.not_finite, 'value')} that {numbers} (NaN or infinity).")


def _are_shares(survey: _Survey) -> bool:
    """Whether values lie between 0 and 1, but for rounding."""
    return survey.low >= -OVERSHOOT and survey.high <= 1 + OVERSHOOT


def _looks_soft(content: Content) -> bool:
    """Floats between whole numbers, or several of them beside 0 or 1; or channels of floats, or of one-hot masks."""
    if content.voxels.dtype.kind != "f":
        return content.channels is not None and _is_one_hot(content.voxels)
    if content.channels is not None:
        return True
    survey = _Survey.of(content.voxels)
    if survey.not_finite or survey.deviation == 0 or survey.deviation > ROUNDING:
        return survey.deviation > 0
    if survey.low < -ROUNDING or survey.high > 1 + ROUNDING:
        return False  # probabilities cannot lie there, nor logits all so near whole numbers
    distinct = _distinct(content.voxels, _MOST_LABELS)
    return distinct is None or len({round(value) for value in distinct}) < len(distinct)


def _is_one_hot(channels: NDArray[np.integer]) -> bool:
    """Whether each voxel is 1 in one channel and 0 in all others."""
    for chunk in _chunks(channels):
        if int(chunk.min()) < 0 or int(chunk.max()) > 1:
            return False
    return bool((channels.sum(axis=0, dtype=np.uint16) == 1).all())


def _scaled(voxels: NDArray[np.integer], name: str) -> NDArray[np.float32]:
    """Whole numbers as the probabilities they stand for."""
    low, high = int(voxels.min()), int(voxels.max())
    divisor = {np.dtype(np.uint8): 255, np.dtype(np.uint16): 65535}.get(voxels.dtype)
    if low >= 0 and high <= 1:
        divisor = 1
    if divisor is None:
        raise FileProblem(
            f"{name} cannot be read as probabilities: its whole numbers run from {low} to {high}, "
            "and only 8-bit maps (0 to 255) and 16-bit maps (0 to 65535) have a known scale."
        )
    return voxels.astype(np.float32) / np.float32(divisor)


def _refuse_blurred(content: Content) -> None:
    """Stop at a mask whose borders hold many values that nobody drew."""
    values = len(np.unique(content.voxels))
    if values > _MOST_VALUES_OF_JPEG:
        raise FileProblem(
            f"{content.name} should hold a value for each label, but it holds {values}, since JPEG blurs masks; "
            "save it as PNG, or read it as probabilities in 8 bits if it is a prediction."
        )


def _narrowed(voxels: NDArray[Any]) -> NDArray[np.integer]:
    return voxels.astype(_smallest_type(int(voxels.min()), int(voxels.max())), copy=False)


def _rounded(voxels: NDArray[np.floating], survey: _Survey) -> NDArray[np.integer]:
    labels = np.empty(voxels.shape, _smallest_type(round(survey.low), round(survey.high)))
    for chunk, target in zip(_chunks(voxels), _chunks(labels), strict=True):
        target[...] = np.rint(chunk)
    return labels


def _smallest_type(low: int, high: int) -> type[np.integer]:
    """The smallest of the types that every library here can compute with."""
    return next((kind for kind in _INTEGERS if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max), np.uint64)


def _distinct(voxels: NDArray[Any], most: int) -> set[float] | None:
    """The different values; ``None`` when there are more than ``most``."""
    found: set[float] = set()
    for chunk in _chunks(voxels):
        found.update(np.unique(chunk).tolist())
        if len(found) > most:
            return None
    return found


def _chunks(voxels: NDArray[Any], size: int = 1 << 18) -> Iterator[NDArray[Any]]:
    flat = voxels.reshape(-1)
    return (flat[start : start + size] for start in range(0, flat.size, size))
