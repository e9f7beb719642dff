"""Guessing which file is the image, which the truth and which the predictions, for files dropped on the window.

Names speak first: most people call a truth "gt" or "manual" and a prediction "pred". What a name leaves open, the
values decide: a file of few whole numbers is a mask, one of many values a picture. The guess is shown for correction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io import dicom_roles
from segdiff.io.content import count
from segdiff.io.names import Role, role_by_name, subject
from segdiff.io.opening import open_content
from segdiff.io.readers import readable_suffixes
from segdiff.io.readers.dicom.series import is_dicom
from segdiff.io.request import CaseRequest, PredictionRequest

_FEW_VALUES: Final = 64


def guess_roles(paths: Sequence[Path]) -> CaseRequest:
    """A request for these files, each in the role that its name or else its values suggest.

    Args:
        paths: files, and folders that stand for the readable files in them.

    Returns:
        At most one image and one truth; every further mask is a prediction. What is left out is named in the notices.

    Raises:
        FileProblem: a folder holds nothing readable, or a file that must be looked into cannot be read.
    """
    known, told = _expanded(paths)
    named = [(path, role or role_by_name(path)) for path, role in known]
    roles: list[tuple[Path, Role]] = []
    for path, role in sorted(named, key=lambda pair: pair[1] is None):  # what a name says goes before what values say
        has_image = any(other is Role.IMAGE for _, other in roles)
        roles.append((path, role or _role_by_values(path, has_image=has_image)))
    roles, notices = _of_one_case(roles)
    notices = [*told, *notices]
    images = [path for path, role in roles if role is Role.IMAGE]
    truths = [path for path, role in roles if role is Role.TRUTH]
    predictions = [path for path, role in roles if role is Role.PREDICTION or path in truths[1:]]
    notices += [f"{path.name} looks like one more image and was left out." for path in images[1:]]
    notices += [f"{path.name} looks like one more ground truth and was taken as a prediction." for path in truths[1:]]
    return CaseRequest(
        image=images[0] if images else None,
        truth=truths[0] if truths else None,
        predictions=tuple(PredictionRequest(path) for path in predictions),
        notices=tuple(notices),
    )


def _of_one_case(roles: list[tuple[Path, Role]]) -> tuple[list[tuple[Path, Role]], list[str]]:
    """Where there are several images, and the names of files say which belong together, those of the first image."""
    images = [path for path, role in roles if role is Role.IMAGE]
    if len(images) < 2 or not subject(images[0]):
        return roles, []
    together = [(path, role) for path, role in roles if subject(path) == subject(images[0])]
    if len(together) in (1, len(roles)):
        return roles, []
    left_out = count(len(roles) - len(together), "file")
    return together, [f"The files of {subject(images[0])} were taken; {left_out} of other cases were left out."]


def _role_by_values(path: Path, *, has_image: bool) -> Role:
    """A mask has few values, all whole; an image many; what lies between 0 and 1 beside an image is a prediction."""
    content = open_content(path)
    if content.is_colour:
        values = np.unique(_sample(content.voxels.reshape(-1, content.voxels.shape[-1])), axis=0)
    else:
        values = np.unique(_sample(content.voxels.reshape(-1)))
    if len(values) <= _FEW_VALUES and bool((values == np.rint(values)).all()):
        return Role.TRUTH
    is_share = values.dtype.kind == "f" and values.min() >= 0 and values.max() <= 1
    return Role.PREDICTION if has_image and is_share else Role.IMAGE


def _sample(values: NDArray[Any], size: int = 1 << 16) -> NDArray[Any]:
    """About that many values, or pixels, evenly spread."""
    return values[:: max(1, len(values) // size)]


def guess_by_names(paths: Sequence[Path]) -> CaseRequest:
    """The same without looking at any values: one whose name says nothing has no role.

    Raises:
        FileProblem: a folder holds nothing readable.
    """
    known, _ = _expanded(paths)
    named = [(path, role or role_by_name(path)) for path, role in known]
    images, truths = ([path for path, role in named if role is which] for which in (Role.IMAGE, Role.TRUTH))
    predictions = [path for path, role in named if role is Role.PREDICTION]
    return CaseRequest(
        image=images[0] if images else None,
        truth=truths[0] if truths else None,
        predictions=tuple(PredictionRequest(path) for path in predictions),
    )


def files_among(paths: Sequence[Path]) -> list[Path]:
    """Files as they are, folders replaced by what can be read in them.

    Raises:
        FileProblem: a folder holds nothing readable.
    """
    return [path for path, _ in _expanded(paths)[0]]


def _expanded(paths: Sequence[Path]) -> tuple[list[dicom_roles.Known], list[str]]:
    """Folders replaced by what is in them, and slices by their series; and notices about what was left out."""
    found: list[dicom_roles.Known] = []
    notices: list[str] = []
    loose: list[Path] = []
    for path in paths:
        if not path.is_dir():
            loose.append(path)
            continue
        in_dicom, told = dicom_roles.in_folder(path)
        files = _readable_files(path)
        if not files and not in_dicom:
            known = ", ".join(readable_suffixes())
            raise FileProblem(f"The folder {path.name} holds no file that segdiff reads ({known}).")
        found += [*in_dicom, *((file, None) for file in files)]
        notices += told
    return [*dicom_roles.among_files(loose), *found], notices


def _readable_files(folder: Path) -> list[Path]:
    """Files in a folder, by their names, without DICOM; of a pair of .hdr and .img, the .hdr."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise FileProblem(f"The folder {folder.name} may not be read.") from error
    return [entry for entry in entries if is_readable(entry) and not is_dicom(entry)]


def is_readable(path: Path) -> bool:
    """Whether a file in a folder is one that segdiff reads, by its name; of a pair of .hdr and .img, the .hdr."""
    if path.name.startswith(".") or not path.name.lower().endswith(readable_suffixes()) or not path.is_file():
        return False
    image = re.search(r"\.img(\.gz)?$", path.name, re.IGNORECASE)
    if image is None:
        return True
    name = path.name.removesuffix(image[0])
    return not any(path.with_name(name + ending).exists() for ending in (".hdr", ".HDR", ".hdr.gz", ".HDR.gz"))
