"""Masks in which each colour is a label.

A colour-coded picture says which pixels belong together but not what their label is called. Another file may say that:
a palette PNG has both numbers and colours. So colours become numbers only when all files of a case are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import LabelMap
from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, count

MOST_COLOURS: Final = 256
"""A picture with more is no mask: a photograph, or a mask that a JPEG has blurred."""

_BLACK: Final = (0, 0, 0)


def colour_coded(content: Content) -> Content:
    """A colour picture with each colour packed into one number; anything else as it is.

    Raises:
        FileProblem: there are too many colours for a mask, or they differ only in what 8 bits do not hold.
    """
    if not content.is_colour:
        return content
    red, green, blue = (_eight_bits(content.voxels[..., i]).astype(np.int32) for i in range(3))
    packed = red << 16 | green << 8 | blue
    colours = len(np.unique(packed))
    if colours > MOST_COLOURS:
        raise FileProblem(
            f"{content.name} should be a mask with a colour for each label, but it has {colours:,} different colours; "
            "it may be a photograph, or a mask that was saved as JPEG."
        )
    if content.voxels.dtype == np.uint16 and colours < _colours_of_16_bits(content.voxels):
        raise FileProblem(
            f"{content.name} has colours that differ only in the lower 8 of their 16 bits, and 8 are read; "
            "save the mask with 8 bits for each colour."
        )
    return replace(content, voxels=packed, is_colour=False, is_colour_coded=True)


def _colours_of_16_bits(voxels: NDArray[np.uint16]) -> int:
    """How many different colours there are."""
    red, green, blue = (voxels[..., i].astype(np.int64) for i in range(3))
    return len(np.unique(red << 32 | green << 16 | blue))


def colours_of(content: Content) -> dict[int, Colour]:
    """The colour of each value, where the file has colours; those of a colour-coded file are still packed."""
    if content.is_colour_coded:
        return {int(packed): _unpacked(int(packed)) for packed in np.unique(content.voxels)}
    named = {segment.label: segment.colour for segment in content.segments if segment.colour is not None}
    return {**dict(enumerate(content.palette)), **named}


def numbered(maps: Sequence[LabelMap]) -> list[LabelMap]:
    """Give the colours of all colour-coded files of a case one common numbering.

    Colours that a palette file has get its numbers; black is 0; other colours follow in the order in which they appear,
    file by file. If no colour-coded file has any colour but greys, the grey values are the labels.
    """
    coded = [labels for labels in maps if labels.colours_are_identity]
    if not coded:
        return list(maps)
    known = _numbers_of_palettes([labels for labels in maps if labels.colours and not labels.colours_are_identity])
    used = [colour for labels in coded for colour in labels.colours.values()]
    if all(red == green == blue for red, green, blue in used) and not known.keys() >= set(used):
        return [_grey_values(labels) if labels.colours_are_identity else labels for labels in maps]
    table = dict(known)
    if 0 not in table.values():
        table.setdefault(_BLACK, 0)
    for colour in used:
        table.setdefault(colour, max(table.values(), default=0) + 1)
    return [_renumbered(labels, table, known) if labels.colours_are_identity else labels for labels in maps]


def _numbers_of_palettes(maps: Sequence[LabelMap]) -> dict[Colour, int]:
    """The number of each colour in palette files; where a colour stands twice in a palette, the number in use wins."""
    numbers: dict[Colour, int] = {}
    for labels in maps:
        for value in [*labels.counts, *labels.colours]:
            if value in labels.colours:
                numbers.setdefault(labels.colours[value], value)
    return numbers


def _grey_values(labels: LabelMap) -> LabelMap:
    grey = (labels.voxels & 0xFF).astype(np.uint8)
    return LabelMap(grey, labels.grid, labels.path, names=labels.names, notices=labels.notices)


def _renumbered(labels: LabelMap, table: dict[Colour, int], known: dict[Colour, int]) -> LabelMap:
    """One colour-coded file with the numbers of the table, and a notice that says where they come from."""
    packed = np.array(sorted(labels.colours))
    numbers = np.array([table[labels.colours[int(value)]] for value in packed])
    kind = np.uint8 if numbers.max() <= 255 else np.int32
    voxels = np.take(numbers.astype(kind), np.searchsorted(packed, labels.voxels))
    colours = {table[colour]: colour for colour in labels.colours.values()}
    return LabelMap(
        voxels,
        labels.grid,
        labels.path,
        names=labels.names,
        colours=colours,
        colours_are_identity=True,
        notices=(*labels.notices, _notice(labels, colours, known)),
    )


def _notice(labels: LabelMap, colours: dict[int, Colour], known: dict[Colour, int]) -> str:
    name = labels.path.name if labels.path else "A mask"
    new = {number: colour for number, colour in colours.items() if number != 0 and colour not in known}
    if not any(number != 0 for number in colours):
        return f"{name} is black all over, which is the background."
    if not known:
        return f"{name} tells labels apart by colour only; they were numbered: {_listed(colours)}."
    if not new:
        return (
            f"{name} tells labels apart by colour only; their numbers are those of the same colours in the other files."
        )
    return (
        f"{name} tells labels apart by colour only; {count(len(new), 'colour')} that no other file has "
        f"got new numbers: {_listed(new)}."
    )


def _listed(colours: dict[int, Colour], most: int = 8) -> str:
    shown = [f"red {r} green {g} blue {b} is {number}" for number, (r, g, b) in sorted(colours.items()) if number != 0]
    return ", ".join(shown[:most]) + (f", and {len(shown) - most} more" if len(shown) > most else "")


def _unpacked(packed: int) -> Colour:
    return packed >> 16, packed >> 8 & 0xFF, packed & 0xFF


def _eight_bits(channel: NDArray[np.integer]) -> NDArray[np.integer]:
    return channel >> 8 if channel.dtype == np.uint16 else channel
