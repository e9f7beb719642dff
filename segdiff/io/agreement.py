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

_WHITE: Final = 255
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

    Colours get common numbers (:func:`~segdiff.io.colours.numbered`). A mask of just 0 and 255 is how pictures write
    yes and no: its 255 becomes 1, unless another file of the case tells 255 from other labels.
    """
    maps = numbered(maps)
    if any(_WHITE in labels.labels and len(labels.labels) > 1 for labels in maps):
        return maps
    return [_white_as_one(labels) if _is_yes_and_no(labels) else labels for labels in maps]


def _is_yes_and_no(labels: LabelMap) -> bool:
    """Whether 255 is the only label, and nothing says that this is what it is called."""
    return labels.labels == (_WHITE,) and not labels.colours and _WHITE not in labels.names


def _white_as_one(labels: LabelMap) -> LabelMap:
    name = labels.path.name if labels.path else "A mask"
    notice = f"{name} holds no values but 0 and 255; 255 was read as label 1."
    return replace(labels, voxels=(labels.voxels == _WHITE).astype(np.uint8), notices=(*labels.notices, notice))
