"""``segdiff info``: what is in files, without comparing anything."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from segdiff.cli.endings import DONE
from segdiff.cli.parser import Parser
from segdiff.cli.results.layout import Cell, Row, aligned
from segdiff.cli.spelling import is_narrow, spelled
from segdiff.cli.streams import print_results, stdout_encoding
from segdiff.export.figures import count, decimals, short
from segdiff.io import FileInfo, describe, read_label_names

FORMAT: Final = 1
"""Grows when a program that reads the old form could misread the new one; added keys do not count."""

_DESCRIPTION: Final = """\
Say what is in files: format, grid, values, and a table of labels with what they are called and how much there is.

  segdiff info truth.nii.gz prediction.nii.gz
  segdiff info results.npz#probabilities --labels dataset.json --format json

Names, dates and identifiers in headers are not shown."""
_SENSES: Final = {True: ", channels that add up to one", False: ", channels that do not add up to one", None: ""}
_WAYS: Final = (("right", "left"), ("front", "back"), ("down", "up"))
_WIDTH: Final = 12
_TABLE_AT: Final = 4


def run(words: Sequence[str]) -> int:
    """Describe each file, in the order in which they were given."""
    parser = Parser("segdiff info", _DESCRIPTION)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="or FILE#PART for one part of it")
    parser.add_argument("--labels", type=Path, metavar="FILE", help="what labels are called, as for `segdiff score`")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table unless given")
    arguments = parser.parse_args(words)
    named = read_label_names(arguments.labels) if arguments.labels else None
    found = [info for path in arguments.files for info in describe(path, named)]
    encoding = stdout_encoding()
    if arguments.format == "json":
        document = {"format": FORMAT, "files": [_as_json(info) for info in found]}
        print_results(json.dumps(document, indent=2, ensure_ascii=is_narrow(encoding), allow_nan=False) + "\n")
    else:
        print_results(spelled("\n".join("\n".join(_as_text(info, encoding)) for info in found), encoding))
    return DONE


def _as_text(info: FileInfo, encoding: str) -> Iterator[str]:
    yield str(info.path)
    facts = {
        "Format": f"{info.format}, {info.stored_as}",
        "Holds": f"{info.kind}{_SENSES[info.exclusive]}{_range(info)}",
        "Size": _size(info),
        "Place": _place(info),
    }
    for title, fact in facts.items():
        yield f"  {title:{_WIDTH}}{fact}"
    for notice in info.notices:
        yield f"  {'Note':{_WIDTH}}{notice}"
    if info.labels:
        yield ""
        yield from (" " * _TABLE_AT + line for line in aligned([row.spelled(encoding) for row in _rows(info)]))
    elif info.kind == "labels":
        yield f"  {'Labels':{_WIDTH}}none: every voxel is 0"
    yield ""


def _range(info: FileInfo) -> str:
    """From where to where the values run; colours have none worth telling."""
    if not math.isfinite(info.low + info.high):
        return ", not all of them finite"
    return f", from {short(info.low)} to {short(info.high)}" if not info.is_colour else ""


def _size(info: FileInfo) -> str:
    unit = info.grid.unit if info.grid else "number"
    size = f"{' × '.join(map(str, info.shape))} {unit}s"
    if info.channels is not None:
        size += f", {info.channels} channels"
    spacing = info.grid.spacing_mm if info.grid else None
    if spacing is None or info.grid is None:
        return f"{size} of unknown size"
    axes = info.grid.stored.axes if info.grid.stored else tuple(reversed(range(len(spacing))))
    return f"{size} of {' × '.join(short(round(spacing[axis], 4)) for axis in axes)} mm"


def _place(info: FileInfo) -> str:
    if not info.orientation or info.grid is None:
        return "it does not say where it lies"
    by = f", by its {info.placed_by}" if info.placed_by else ""
    if not info.has_position:
        return f"axes {info.orientation}{by}; it does not say where in the patient it lies"
    flips = [False] * len(info.grid.shape)
    for axis, flip in zip(info.grid.stored.axes, info.grid.stored.flipped, strict=True) if info.grid.stored else ():
        flips[axis] = flip
    first = tuple(size - 1 if flip else 0 for size, flip in zip(info.grid.shape, flips, strict=True))
    at = info.grid.index_to_world(first) or info.grid.origin_mm
    left, back, up = (f"{abs(mm):.1f} mm {ways[mm >= 0]}" for mm, ways in zip(at, _WAYS, strict=True))
    return f"axes {info.orientation}{by}; its first voxel is {left}, {back}, {up}"


def _rows(info: FileInfo) -> Iterator[Row]:
    unit = f"{info.grid.unit}s" if info.grid else "voxels"
    at = " from 0.5 on" if info.kind == "probabilities" else ""
    yield Row("Label", (Cell(f"{unit}{at}"), Cell("ml")), is_ruled=True)
    for label in info.labels:
        title = f"{label.value} · {label.name}" if label.name else str(label.value)
        ml = "—" if label.ml is None else decimals(label.ml, 2)
        yield Row(title, (Cell(count(label.voxels)), Cell(ml)))


def _as_json(info: FileInfo) -> dict[str, Any]:
    grid = info.grid
    return {
        "path": str(info.path),
        "format": info.format,
        "kind": info.kind,
        "stored_as": info.stored_as,
        "shape": list(info.shape),
        "channels": info.channels,
        "channels_add_up_to_one": info.exclusive,
        "orientation": info.orientation or None,
        "placed_by": info.placed_by or None,
        "has_position": info.has_position,
        "grid": {
            "axes": ["z", "y", "x"][-len(grid.shape) :],
            "shape": list(grid.shape),
            "spacing_mm": list(grid.spacing_mm) if grid.spacing_mm else None,
            "origin_mm": list(grid.origin_mm) if info.orientation else None,
            "direction": [list(row) for row in grid.direction] if info.orientation else None,
        }
        if grid
        else None,
        "range": [bound if math.isfinite(bound) else None for bound in (info.low, info.high)],
        "labels": [
            {
                "label": row.value,
                "name": row.name or None,
                "colour": list(row.colour) if row.colour else None,
                "voxels": row.voxels,
                "ml": row.ml,
            }
            for row in info.labels
        ],
        "notices": list(info.notices),
    }
