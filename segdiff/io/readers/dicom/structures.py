"""RTSTRUCT: structures as closed contours, drawn onto the grid of a case later (:mod:`segdiff.io.outlines`)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, Outlines, count
from segdiff.io.readers.dicom.headers import Dataset, Header, value_of
from segdiff.io.readers.dicom.wholeness import check_whole
from segdiff.io.segments import Segment
from segdiff.io.watch import Tick

_LARGEST_LABEL: Final = 65535
_CLOSED: Final = ("CLOSED_PLANAR", "CLOSED_PLANAR_XOR", "CLOSEDPLANAR_XOR")


def read_structures(path: Path, header: Header, tick: Tick) -> Content:
    """The closed contours of every structure; points and open lines enclose nothing and are left out.

    Raises:
        FileProblem: there is no closed contour, or one is damaged, or the file was cut off.
    """
    check_whole(path, header.syntax)
    names = {
        int(value_of(item, "ROINumber", 0)): str(value_of(item, "ROIName", "")).strip()
        for item in header.get("StructureSetROISequence", [])
    }
    items = header.get("ROIContourSequence", [])
    contours: dict[int, list[NDArray[np.float64]]] = {}
    colours: dict[int, Colour | None] = {}
    left_out = 0
    for at, item in enumerate(items):
        tick(at / len(items))
        number = int(value_of(item, "ReferencedROINumber", 0))
        colours[number] = _colour(item)
        for contour in value_of(item, "ContourSequence", []):
            if str(value_of(contour, "ContourGeometricType", "")).strip().upper() not in _CLOSED:
                left_out += 1
                continue
            contours.setdefault(number, []).append(_points(contour, path))
    if not contours:
        raise FileProblem(f"{path.name} is a structure set without any closed contour.")
    labels = _labels(sorted({*names, *contours}))
    segments = tuple(Segment(label, names.get(number, ""), colours.get(number)) for number, label in labels.items())
    outlines = Outlines({labels[number]: tuple(own) for number, own in contours.items()})
    content = Content(path, np.zeros((0, 0, 0), np.uint8), segments=segments, outlines=outlines)
    if any(number != label for number, label in labels.items()):
        content = content.noting(f"The structures of {path.name} have no usable numbers; they were numbered from 1.")
    if not left_out:
        return content
    return content.noting(f"{path.name} holds {count(left_out, 'point or open line')}, which enclose nothing.")


def _labels(numbers: list[int]) -> dict[int, int]:
    """The label of each structure: its own number, or its place where numbers cannot be labels."""
    are_labels = numbers[0] > 0 and numbers[-1] <= _LARGEST_LABEL
    return {number: number if are_labels else at for at, number in enumerate(numbers, start=1)}


def _colour(item: Dataset) -> Colour | None:
    value = value_of(item, "ROIDisplayColor", [])
    if len(value) != 3:
        return None
    red, green, blue = (min(255, max(0, int(part))) for part in value)
    return red, green, blue


def _points(contour: Dataset, path: Path) -> NDArray[np.float64]:
    data = np.array(value_of(contour, "ContourData", []), dtype=np.float64)
    if data.size == 0 or data.size % 3 or not np.isfinite(data).all():
        raise FileProblem(f"{path.name} holds a contour whose points are not three finite numbers each; it is damaged.")
    return data.reshape(-1, 3)
