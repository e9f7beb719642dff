"""How an error region is called, and its sizes as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from segdiff.data import Outcome
from segdiff.gui.numbers import NONE
from segdiff.gui.words import tr
from segdiff.session import Decision

if TYPE_CHECKING:
    from segdiff.evidence import ErrorRegions

MOST_NAMED: Final = 2
"""Lesions that a region lies against are named one by one up to this many."""


def decision_text(decision: Decision) -> str:
    """What a reviewer decided about a region."""
    return {
        Decision.ACCEPT: tr("accepted"),
        Decision.FIX: tr("to be fixed"),
        Decision.REJECT: tr("rejected"),
    }[decision]


def region_name(regions: ErrorRegions, region: int, noun: str) -> str:
    """Such as "Rim of lesion 1", "Missed part of lesion 2", "Missed lesion 5" or "Invented lesion"."""
    is_miss = regions.outcomes[region] == Outcome.FALSE_NEGATIVE
    if regions.is_whole[region] and not is_miss:
        return tr("Invented {noun}", noun=noun)
    lesions = [lesion + 1 for lesion in regions.lesions_at(region)]
    is_only_one = regions.lesions.truth_sizes.size == 1
    what = noun if is_only_one else _listed([f"{noun} {lesion}" for lesion in lesions])
    if regions.is_whole[region]:
        return tr("Missed {what}", what=what)
    return tr("Missed part of {what}", what=what) if is_miss else tr("Rim of {what}", what=what)


def extent_text(regions: ErrorRegions, region: int) -> str:
    """Width, height and depth: ``24 × 21 × 17 mm``; in voxels where the files give no size."""
    axes = len(regions.grid.shape)
    voxels = (regions.last[region] - regions.first[region] + 1)[-axes:]
    if regions.grid.spacing_mm is None:
        return f"{' × '.join(str(int(size)) for size in reversed(voxels))} px"
    lengths = [float(size) * step for size, step in zip(voxels, regions.grid.spacing_mm, strict=True)]
    digits = 0 if all(abs(length - round(length)) < 0.05 for length in lengths) else 1
    return f"{' × '.join(f'{length:.{digits}f}' for length in reversed(lengths))} mm"


def depth_text(regions: ErrorRegions, region: int) -> str:
    """One decimal; a dash where there is no truth to be deep in or far from."""
    depth = float(regions.depths[region])
    return NONE if depth != depth else f"{depth:.1f} {'px' if regions.grid.spacing_mm is None else 'mm'}"


def slices_text(regions: ErrorRegions, region: int, axis: int = 0) -> str:
    """The slices along an axis, counted from one: ``74–91``; empty for a picture."""
    if not regions.grid.is_volume:
        return ""
    first, last = int(regions.first[region, axis]) + 1, int(regions.last[region, axis]) + 1
    return str(first) if first == last else f"{first}–{last}"


def _listed(names: list[str]) -> str:
    """``lesion 1``, ``lesion 1 and lesion 2``, ``lesion 1, lesion 2 and 4 more``."""
    rest = len(names) - MOST_NAMED
    words = names[:MOST_NAMED] + ([tr("{count} more", count=rest)] if rest > 0 else [])
    if len(words) < 2:
        return words[0] if words else ""
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])
