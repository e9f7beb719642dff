"""Segmentations of 3D Slicer (.seg.nrrd): segments with names and colours, in layers where they overlap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, count
from segdiff.io.segments import Segment, SegmentPainter

_FIRST: Final = "Segment0_ID"
_Header = Mapping[str, Any]


@dataclass(frozen=True)
class _Stored:
    """One segment as the file has it: the voxels of a layer that hold its value."""

    name: str
    colour: Colour | None
    value: int
    layer: int


def is_segmentation(header: _Header) -> bool:
    """Whether the header describes segments."""
    return _FIRST in header


def segmented(content: Content, header: _Header) -> Content:
    """The content with its segments; of several layers it takes one array, in which overlaps have codes.

    Args:
        content: the layers, ``(z, y, x)`` or ``(layer, z, y, x)``.
        header: of the file.

    Raises:
        FileProblem: a segment lies in a layer that the file does not have.
    """
    stored = _stored(header, content.name)
    layers = content.voxels if content.channels else content.voxels[None]
    if any(segment.layer >= len(layers) for segment in stored):
        raise FileProblem(
            f"{content.name} holds {count(len(layers), 'layer')}, but its header names more; it is damaged."
        )
    if len(layers) == 1:
        segments = tuple(Segment(one.value, one.name, one.colour) for one in stored)
        return replace(content, voxels=layers[0], segments=segments)
    values = [one.value for one in stored]
    labels = values if len(set(values)) == len(values) else list(range(1, len(values) + 1))
    painter = SegmentPainter(layers.shape[1:], labels)
    for label, one in zip(labels, stored, strict=True):
        for z, plane in enumerate(layers[one.layer]):
            painter.paint(label, (z,), plane == one.value)
    voxels, combinations = painter.finish()
    segments = tuple(Segment(label, one.name, one.colour) for label, one in zip(labels, stored, strict=True))
    described = replace(content, voxels=voxels, segments=segments, combinations=combinations)
    if labels == values:
        return described
    return described.noting(f"Segments of {content.name} share label values; they were numbered in the file's order.")


def _stored(header: _Header, name: str) -> list[_Stored]:
    """The segments in the file's order. Early versions of Slicer gave each a layer of ones and wrote neither down."""
    numbers = sorted(int(found[1]) for key in header if (found := re.fullmatch(r"Segment(\d{1,6})_ID", key)))
    segments = []
    for layer, number in enumerate(numbers):
        keys = {key: header.get(f"Segment{number}_{key}") for key in ("ID", "Name", "Color", "LabelValue", "Layer")}
        value, place = (_whole(keys[key], default, name) for key, default in (("LabelValue", 1), ("Layer", layer)))
        segments.append(_Stored(str(keys["Name"] or keys["ID"] or ""), _colour(keys["Color"]), value, place))
    return segments


def _whole(text: Any, default: int, name: str) -> int:
    if text is None:
        return default
    if not re.fullmatch(r"\d{1,9}", str(text)):
        raise FileProblem(f"The header of {name} is damaged: it numbers a segment {str(text)!r}.")
    return int(text)


def _colour(text: Any) -> Colour | None:
    """Red, green and blue from shares of one to 8 bits."""
    try:
        shares = np.array(str(text).split(), float)
    except ValueError:
        return None
    if shares.shape != (3,) or not np.isfinite(shares).all():
        return None
    red, green, blue = (round(share * 255) for share in np.clip(shares, 0.0, 1.0).tolist())
    return red, green, blue
