"""Which files of a folder make up which volume."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from segdiff.errors import Choice, FileProblem
from segdiff.io.content import count
from segdiff.io.readers.dicom.headers import DIRECTORY, Header, read_header, starts_like_dicom
from segdiff.io.readers.dicom.planes import Plane, planes_of
from segdiff.io.watch import Tick, unwatched

SUFFIXES: Final = (".dcm", ".dicom", ".ima")
"""How names of DICOM files end, where they end in anything."""

_MOST_FILES: Final = 100_000
_HEAD_BYTES: Final = 132
_TELLING_APART: Final = (
    "TemporalPositionIdentifier", "EchoTime", "DiffusionBValue", "TriggerTime", "AcquisitionNumber", "ImageType",
)  # fmt: skip
"""What differs between the volumes of a series that holds several, the surest first."""

_MODALITIES: Final = {
    "CR", "CT", "DX", "ES", "MG", "MR", "NM", "OP", "OPT", "OT", "PT", "PX", "RF", "RTDOSE", "RTIMAGE", "SC", "SEG",
    "RTSTRUCT", "SM", "US", "XA", "XC",
}  # fmt: skip
"""Defined terms; whatever else stands there is not shown."""


@dataclass(frozen=True, eq=False)
class Series:
    """Files that belong together: an image, a segmentation or a structure set."""

    headers: tuple[Header, ...]
    planes: tuple[Plane, ...] = ()

    @property
    def title(self) -> str:
        """What a person may know it by, and nothing that identifies a patient: ``CT of 512 × 512 × 3``."""
        first = self.headers[0]
        modality = str(first.get("Modality", "")).strip().upper()
        kind = modality if modality in _MODALITIES else "DICOM"
        if first.is_structure_set:
            return f"{kind} of {count(len(first.get('StructureSetROISequence', [])), 'structure')}"
        if first.is_segmentation:
            return f"{kind} of {count(len(first.get('SegmentSequence', [])), 'segment')}"
        rows, columns = first.size
        return f"{kind} of {columns} × {rows} × {len(self.planes)}"


def is_dicom(path: Path) -> bool:
    """Whether a file begins like DICOM; one that cannot be opened does not."""
    try:
        with path.open("rb") as file:
            return starts_like_dicom(file.read(_HEAD_BYTES))
    except OSError:
        return False


def holds_dicom(folder: Path) -> bool:
    """Whether any file in a folder, or in folders in it, is DICOM."""
    return any(is_dicom(path) for path in files_in(folder))


def files_in(folder: Path, *, nested: bool = True) -> Iterator[Path]:
    """Files of a folder in the order of their names, hidden ones left out.

    Raises:
        FileProblem: there are too many, or a folder may not be read, so that nobody knows what would be missing.
    """
    found = 0
    for place, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if nested and not name.startswith("."))
        for name in sorted(names):
            found += 1
            if found > _MOST_FILES:
                raise FileProblem(f"The folder {folder.name} holds more than {_MOST_FILES:,} files; choose one in it.")
            path = Path(place) / name
            if not name.startswith(".") and name.upper() != "DICOMDIR" and path.is_file():
                yield path


def _refuse(error: OSError) -> None:
    raise FileProblem(f"The folder {Path(error.filename).name} may not be read.") from error


def headers_in(folder: Path, tick: Tick = unwatched, *, nested: bool = True) -> list[Header]:
    """The headers of all DICOM files in a folder; of files that are there twice, the first.

    Raises:
        FileProblem: one of them is damaged, so that nobody knows whether it is a slice that would be missing.
    """
    files = list(files_in(folder, nested=nested))
    headers: dict[str, Header] = {}
    for number, path in enumerate(files):
        tick(number / len(files))
        if not is_dicom(path):
            if path.suffix.lower() in SUFFIXES:
                raise _in_doubt(path, "is not a DICOM file although its name says so")
            continue
        header = read_header(path)
        if not header.sop_class and not header.is_image:
            raise _in_doubt(path, "does not say what it is")
        if header.sop_class != DIRECTORY:
            headers.setdefault(str(header.get("SOPInstanceUID", path)), header)
    return list(headers.values())


def _in_doubt(path: Path, how: str) -> FileProblem:
    """Of a file beside slices, which may be meant for one of them."""
    return FileProblem(
        f"{path.name} {how}; it may be a damaged slice. Copy it again, or move it out of the folder "
        f"{path.parent.name} if it belongs to no series in it."
    )


def series_of(headers: Sequence[Header]) -> list[Series]:
    """Images by series, then segmentations and structure sets file by file; all else is left out."""
    images: dict[str, list[Header]] = {}
    for header in headers:
        if header.is_image:
            images.setdefault(header.series or str(header.path), []).append(header)
    found = [part for group in images.values() for part in _volumes(group)]
    return found + segmentations_of(headers)


def segmentations_of(headers: Sequence[Header]) -> list[Series]:
    """Segmentations and structure sets, one for each file."""
    return [Series((header,)) for header in headers if header.is_segmentation or header.is_structure_set]


def choices_of(series: Sequence[Series]) -> tuple[Choice, ...]:
    """Each as a part of the folder, counted from 1."""
    return tuple(Choice(str(number), f"{number}: {one.title}") for number, one in enumerate(series, start=1))


def _volumes(headers: list[Header]) -> list[Series]:
    """The images of one series: mostly one volume; several where all of its places are taken several times.

    What does not say where it lies, such as a report that was saved as a picture, stands for itself.
    """
    each = [(header, tuple(planes_of(header))) for header in headers]
    loose = [Series((header,), own) for header, own in each if not all(plane.has_place for plane in own)]
    placed = [(header, own) for header, own in each if all(plane.has_place for plane in own)]
    if not placed:
        return loose
    return [*_by_place([header for header, _ in placed], [plane for _, own in placed for plane in own]), *loose]


def _by_place(headers: list[Header], planes: list[Plane]) -> list[Series]:
    """Images that say where they lie."""
    places = [tuple(np.round(plane.position, 3)) for plane in planes if plane.position is not None]
    if len(set(places)) == len(places) or len(headers) < len(planes):
        return [Series(tuple(headers), tuple(planes))]
    for keyword in _TELLING_APART:
        groups: dict[str, list[int]] = {}
        for number, plane in enumerate(planes):
            groups.setdefault(str(plane.header.get(keyword, "")), []).append(number)
        inside = [{places[number] for number in group} for group in groups.values()]
        is_even = all(len(group) == len(own) for group, own in zip(groups.values(), inside, strict=True))
        if len(groups) > 1 and is_even:
            return [
                Series(tuple(headers[number] for number in group), tuple(planes[number] for number in group))
                for group in groups.values()
            ]
    return [Series(tuple(headers), tuple(planes))]
