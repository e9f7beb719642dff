"""Probability maps, and which label each channel stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import LabelMap, ProbabilityMap
from segdiff.errors import ChannelsNeeded, ParameterProblem
from segdiff.io.content import Content

SHARES_OF_ONE: Final = 0.02
"""Channels whose sum is this close to one are shares of one: 16-bit floats and 8-bit whole numbers leave that much."""

_BLOCK: Final = 1 << 18


def probability_map(
    content: Content, truth: LabelMap | None, wanted: tuple[str, ...] = (), names: Mapping[int, str] | None = None
) -> ProbabilityMap:
    """A content of probabilities, with its channel axis first, as a map.

    Args:
        content: on the grid of the case.
        truth: whose only label a single channel stands for.
        wanted: the label of each channel, by value or by a name that the truth or the table has.
        names: what a table calls the labels.

    Raises:
        ChannelsNeeded: nothing tells what the channels stand for.
        ParameterProblem: labels were given, and do not fit the channels.
    """
    names = names or {}
    known = {**(truth.names if truth else {}), **names}
    labels, exclusive, notices = _reading(content, truth, wanted, known)
    own = {segment.label: segment.name for segment in content.segments if segment.name and segment.label in labels}
    said = (*content.notices, *notices)
    return ProbabilityMap(content.voxels, labels, content.known_grid, content.path, said, exclusive, {**names, **own})


def largest_sum(channels: NDArray[Any]) -> float | None:
    """Of channels that are not shares of one, the largest sum at a voxel; ``None`` where they are.

    Voxels at which all are zero do not count: they lie outside of what a network has looked at.
    """
    flat = channels.reshape(len(channels), -1)
    are_shares, largest = True, 0.0
    for start in range(0, flat.shape[1], _BLOCK):
        total = flat[:, start : start + _BLOCK].sum(axis=0, dtype=np.float64)
        largest = max(largest, float(total.max()))
        are_shares = are_shares and bool(((np.abs(total - 1.0) <= SHARES_OF_ONE) | (total == 0.0)).all())
    return None if are_shares and largest > 0 else largest


def _reading(
    content: Content, truth: LabelMap | None, wanted: tuple[str, ...], known: Mapping[int, str]
) -> tuple[tuple[int, ...], bool, tuple[str, ...]]:
    """The label of each channel, whether a voxel has only one, and notices."""
    count = len(content.voxels)
    given = _given(content, known, wanted) or (() if count == 1 else _of_segments(content))
    if count == 1:
        label, notices = _only_label(content, truth)
        return given or (label,), True, () if given else notices
    largest = largest_sum(content.voxels)
    if largest is None and not given and _lacks_background(content.voxels):
        raise _needed(content, "hold nothing but 0 and 1 and leave voxels without any 1")
    if largest is None:
        labels = given or tuple(range(count))
        how = "add up to one and were read as the probabilities of labels"
        return labels, True, (f"The {count} channels of {content.name} {how} {_listed(labels)}.",)
    if not given:
        raise _needed(content, f"do not add up to one, their sum reaching {largest:.3g}")
    how = f"do not add up to one, so each was read by itself, as the probability of labels {_listed(given)}"
    return given, False, (f"The {count} channels of {content.name} {how}.",)


def _of_segments(content: Content) -> tuple[int, ...]:
    """The labels of a file that names a segment for each channel."""
    return tuple(segment.label for segment in content.segments) if len(content.segments) == len(content.voxels) else ()


def _only_label(content: Content, truth: LabelMap | None) -> tuple[int, tuple[str, ...]]:
    """A single channel stands for the truth's only label, else for that of its segment, else for label 1."""
    candidates = truth.labels if truth else ()
    if len(candidates) == 1:
        return candidates[0], ()
    if not candidates:
        return 1, ()
    if len(content.segments) == 1 and content.segments[0].label in candidates:
        return content.segments[0].label, ()
    which = ", ".join(str(value) for value in candidates)
    return 1, (f"{content.name} has one probability for the labels {which}; it was taken for that of label 1.",)


def _lacks_background(channels: NDArray[Any]) -> bool:
    """Whether these are masks of which some voxels are in none: then the first is hardly that of the background.

    What a network has not looked at is zero in all channels, too, but elsewhere its shares are seldom all 0 or 1.
    """
    flat, is_bare = channels.reshape(len(channels), -1), False
    for start in range(0, flat.shape[1], _BLOCK):
        block = flat[:, start : start + _BLOCK]
        if not ((block == 0) | (block == 1)).all():
            return False
        is_bare = is_bare or bool((block.max(axis=0) == 0).any())
    return is_bare


def _needed(content: Content, what: str) -> ChannelsNeeded:
    count = len(content.voxels)
    finding = (
        f"{content.name} has {count} channels that {what}, "
        "so nothing says which label each stands for and whether the first is the background"
    )
    advice = f"--channels {','.join(map(str, range(1, count + 1)))} would take them as those labels"
    return ChannelsNeeded(finding, advice, content.path, count)


def _given(content: Content, known: Mapping[int, str], wanted: tuple[str, ...]) -> tuple[int, ...]:
    """The labels asked for, as numbers."""
    if not wanted:
        return ()
    names = {name.casefold(): value for value, name in known.items()}
    labels = []
    for word in wanted:
        value = int(word) if word.lstrip("-").isdecimal() else names.get(word.casefold(), 0)
        if value == 0 and word.casefold() not in ("0", "background"):
            raise ParameterProblem(
                f"A channel stands for a label, by its value or its name in the truth, not {word!r}."
            )
        labels.append(value)
    if len(labels) != len(content.voxels) or len(set(labels)) != len(labels):
        channels = "1 channel" if len(content.voxels) == 1 else f"{len(content.voxels)} channels"
        raise ParameterProblem(
            f"{content.name} has {channels}, so as many different labels are expected, not {','.join(wanted)}."
        )
    return tuple(labels)


def _listed(labels: tuple[int, ...]) -> str:
    """``0 to 3``, ``1, 2 and 4``."""
    if labels == tuple(range(labels[0], labels[0] + len(labels))) and len(labels) > 2:
        return f"{labels[0]} to {labels[-1]}"
    return f"{', '.join(map(str, labels[:-1]))} and {labels[-1]}"
