"""What the DICOM files among those that a person dropped are for.

The files of a series are one image. Segmentations and structure sets are masks, and where a folder holds several
series, the one that they were drawn on is the image.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from segdiff.io.content import count
from segdiff.io.names import Role, role_by_name
from segdiff.io.opening import damage_as_problem
from segdiff.io.parts import with_part
from segdiff.io.readers.dicom.headers import Header, read_header
from segdiff.io.readers.dicom.series import Series, headers_in, is_dicom, series_of

Known = tuple[Path, Role | None]
"""A path, and its role where that is certain."""


def in_folder(folder: Path) -> tuple[list[Known], list[str]]:
    """What a folder and the folders in it hold in DICOM, and notices about what was left out.

    Several series of which nothing says which is meant stand for themselves as the folder: opening it asks.
    """
    with damage_as_problem(folder, "DICOM"):
        headers = headers_in(folder)
        images = [one for one in series_of(headers) if one.planes]
    masks = [_mask(header) for header in headers if header.is_segmentation or header.is_structure_set]
    if not images:
        return masks, []
    chosen = _drawn_on(images, headers)
    if chosen is None:
        return [(folder, None if len(images) == 1 and not masks else Role.IMAGE), *masks], []
    notices = [f"{folder.name} holds {count(len(images), 'image')}; the one that was segmented is shown."]
    return [(with_part(folder, str(chosen + 1)), Role.IMAGE), *masks], notices


def among_files(paths: Sequence[Path]) -> list[Known]:
    """The same files, with one slice for all that were dropped of a series."""
    kept: list[Known] = []
    seen: set[tuple[Path, str]] = set()
    for path in paths:
        if not (path.is_file() and is_dicom(path)):
            kept.append((path, None))
            continue
        with damage_as_problem(path, "DICOM"):
            header = read_header(path)
        series = (path.parent, header.series)
        if header.is_segmentation or header.is_structure_set:
            kept.append(_mask(header))
        elif not header.is_image or not header.series or header.frames > 1 or series not in seen:
            kept.append((path, None))
            seen.add(series)
    return kept


def _mask(header: Header) -> Known:
    """A truth, unless its name or its fractions say that it is a prediction."""
    is_soft = str(header.get("SegmentationType", "")).strip().upper() == "FRACTIONAL"
    named = role_by_name(header.path)
    return header.path, Role.PREDICTION if named is Role.PREDICTION or is_soft else Role.TRUTH


def _drawn_on(images: Sequence[Series], headers: Sequence[Header]) -> int | None:
    """Of several series, the place of the only one that segmentations refer to."""
    wanted = {series for header in headers for series in header.drawn_on}
    referred = [at for at, one in enumerate(images) if one.headers[0].series in wanted]
    return referred[0] if len(images) > 1 and len(referred) == 1 else None
