"""Label maps, and making their numbers mean the same in all files of a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from segdiff.data import LabelMap
from segdiff.io.colours import colours_of, numbered
from segdiff.io.content import Content, count
from segdiff.io.label_names import LabelNames

_WHITES: Final = (255, 65535)
_MANY_LABELS: Final = 64


def label_map(content: Content, named: LabelNames | None = None) -> LabelMap:
    """A content of whole numbers, on a grid, as labels; doubts about whether they are labels become a notice.

    Args:
        content: of one file.
        named: what a table calls the labels; the file's own names go before it.
    """
    named = named or LabelNames()
    colours = colours_of(content)
    labels = LabelMap(
        content.voxels,
        content.known_grid,
        content.path,
        names={**named.names, **{segment.label: segment.name for segment in content.segments if segment.name}},
        colours=colours if content.is_colour_coded else {**named.colours, **colours},
        colours_are_identity=content.is_colour_coded,
        notices=content.notices,
        combinations=content.combinations,
    )
    if shared := sum(labels.value_counts[value] for value, several in labels.combinations.items() if len(several) > 1):
        notice = (
            f"Segments of {content.name} overlap in {count(shared, labels.grid.unit)}, which count for each of them."
        )
        labels = replace(labels, notices=(*labels.notices, notice))
    if content.segments or content.voxels.dtype != np.uint8 or len(labels.counts) <= _MANY_LABELS:
        return labels
    notice = (
        f"{content.name} holds {len(labels.counts)} different whole numbers, each taken for a label; "
        "if they are probabilities in 8 bits, open it as probabilities."
    )
    return replace(labels, notices=(*labels.notices, notice))


def agreed(maps: Sequence[LabelMap]) -> list[LabelMap]:
    """The same label maps, numbered so that equal numbers mean equal labels, with notices where that took a change.

    Colours get common numbers (:func:`~segdiff.io.colours.numbered`). A mask of just 0 and 255, or in 16 bits 65535, is
    how pictures write yes and no: its white becomes 1, unless another file of the case tells it from other labels.
    """
    maps = numbered(maps)
    taken = {white for white in _WHITES for labels in maps if white in labels.labels and len(labels.labels) > 1}
    return [_white_as_one(labels) if _yes_of(labels) - taken else labels for labels in maps]


def _yes_of(labels: LabelMap) -> set[int]:
    """White where it is the only label, and nothing says that this is what it is called."""
    only = set(labels.labels) if len(labels.labels) == 1 else set()
    return only & set(_WHITES) - set(labels.names) if not labels.colours else set()


def _white_as_one(labels: LabelMap) -> LabelMap:
    name = labels.path.name if labels.path else "A mask"
    white = labels.labels[0]
    notice = f"{name} holds no values but 0 and {white}; {white} was read as label 1."
    return replace(labels, voxels=(labels.voxels == white).astype(np.uint8), notices=(*labels.notices, notice))
