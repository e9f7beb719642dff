"""Names and colours of labels from a table beside the voxels.

Read are nnU-Net's ``dataset.json`` and any ``labels.json``, ITK-SNAP's label descriptions, Slicer's and FreeSurfer's
colour tables and FSL's ``.lut``. A table is named on the command line, or lies beside the file under a name that says
so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.names import stem
from segdiff.io.parts import split_part

MOST_BYTES: Final = 4 << 20
"""A table of names is never larger."""

_SUFFIXES: Final = (".json", ".txt", ".ctbl", ".lut")
_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_SNAP: Final = re.compile(rf'\s*(\d+)\s+({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})\s+{_NUMBER}\s+\d+\s+\d+\s+"(.*)"\s*')
_NAME_FIRST: Final = re.compile(rf"\s*(\d+)\s+(\S.*?)\s+({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})?\s*")
_COLOUR_FIRST: Final = re.compile(rf"\s*(\d+)\s+({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})\s+(\S.*?)\s*")

_NAME_ONLY: Final = re.compile(r"\s*(\d+)\s*[\s,:=]\s*([^\d\s].*?)\s*")


@dataclass(frozen=True)
class LabelNames:
    """What labels are called, and the colours they are drawn in, where the table has them."""

    names: Mapping[int, str] = field(default_factory=dict)
    colours: Mapping[int, Colour] = field(default_factory=dict)


def read_label_names(path: Path) -> LabelNames:
    """The names in a table.

    Raises:
        FileProblem: it cannot be read, or holds no names of labels.
    """
    text = _text(path)
    found = _from_json(text) if text.lstrip().startswith("{") else _from_lines(text)
    if not found.names:
        raise FileProblem(
            f'{path.name} should name labels, as a JSON object such as {{"1": "lesion"}} or a line for each label '
            "as ITK-SNAP and Slicer write it, but no name was found in it."
        )
    return found


def names_beside(path: Path) -> tuple[Path, LabelNames] | None:
    """The table that lies beside a file, and what it says; one that names nothing is none."""
    for candidate in _candidates(split_part(path)[0]):
        if candidate.is_file():
            try:
                return candidate, read_label_names(candidate)
            except FileProblem:
                continue  # nobody has asked for it
    return None


def _candidates(file: Path) -> Iterator[Path]:
    name, folder = stem(file), file.parent
    for suffix in _SUFFIXES:
        yield folder / f"{name}_labels{suffix}"
        yield folder / f"{name}.labels{suffix}"
    yield folder / f"{name}.ctbl"
    yield folder / f"{name}.lut"
    for suffix in _SUFFIXES:
        yield folder / f"labels{suffix}"
    yield folder / "dataset.json"
    if re.fullmatch(r"(labels|predictions?)(Tr|Ts|Val)?", folder.absolute().name):
        yield folder.absolute().parent / "dataset.json"


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise FileProblem(f"There is no file {path}.")
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"{path.name} should name labels, but it is far too large for that.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileProblem(f"{path.name} may not be read.") from error
    except UnicodeDecodeError as error:
        raise FileProblem(f"{path.name} should name labels, but it is no text.") from error


def _from_json(text: str) -> LabelNames:
    """``{"1": "lesion"}``, ``{"lesion": 1}``, or either under ``"labels"`` as nnU-Net has them.

    A name of several values is a region and none of a label.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return LabelNames()
    table = document.get("labels", document) if isinstance(document, dict) else None
    if not isinstance(table, dict):
        return LabelNames()
    names: dict[int, str] = {}
    for key, value in table.items():
        if (number := _whole(key)) is not None and isinstance(value, str):
            names[number] = value.strip()
        elif (number := _whole(value)) is not None:
            names[number] = key.strip()
    return LabelNames({value: name for value, name in names.items() if name})


def _whole(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value.strip()) else None


def _from_lines(text: str) -> LabelNames:
    """A line for each label: number, then name and colour in either order."""
    names: dict[int, str] = {}
    colours: dict[int, Colour] = {}
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        if snap := _SNAP.fullmatch(line):
            number, *colour, name = snap.groups()
        elif after := _NAME_FIRST.fullmatch(line):
            number, name, *colour = after.groups()
        elif before := _COLOUR_FIRST.fullmatch(line):
            number, *colour, name = before.groups()
        elif plain := _NAME_ONLY.fullmatch(line):
            number, name, colour = *plain.groups(), []
        else:
            continue
        names[int(number)] = name
        if colour and (seen := _colour(colour)) is not None:
            colours[int(number)] = seen
    return LabelNames({value: name for value, name in names.items() if name}, colours)


def _colour(parts: list[str]) -> Colour | None:
    """Red, green and blue from 0 to 255, or from 0 to 1 where they are written with a point."""
    scale = 255.0 if all(float(part) <= 1 for part in parts) and any("." in part for part in parts) else 1.0
    red, green, blue = (round(float(part) * scale) for part in parts)
    return (red, green, blue) if all(0 <= part <= 255 for part in (red, green, blue)) else None
