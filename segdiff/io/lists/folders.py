"""The cases in a folder: files grouped by the subject that their names, or the names of their folders, speak of.

Understood are files side by side ("10004_16_image.png", "10004_16_gt.png"), a folder for each case, nnU-Net's folders
for images, labels and predictions, and BIDS with its derivatives. Files are told apart by names alone.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final

from segdiff.errors import FileProblem
from segdiff.io.lists.model import CaseList, ListedCase
from segdiff.io.names import Role, role_by_name, stem, subject
from segdiff.io.readers.dicom.series import is_dicom
from segdiff.io.request import CaseRequest, PredictionRequest
from segdiff.io.roles import is_readable

_DEEPEST: Final = 8
_MOST_FILES: Final = 200_000
_BIDS: Final = re.compile(r"(?:^|_)(sub-[A-Za-z0-9]+(?:_ses-[A-Za-z0-9]+)?)(?=_|$)")
_CHANNEL: Final = re.compile(r"_\d{4}$")
_KINDS: Final = {
    **dict.fromkeys(("images", "image", "imgs"), Role.IMAGE),
    **dict.fromkeys(("labels", "label", "masks", "mask", "gt", "truth", "groundtruth"), Role.TRUTH),
    **dict.fromkeys(("predictions", "prediction", "preds", "pred", "results", "output", "outputs"), Role.PREDICTION),
}
"""What folders say about the files in them, with or without the Tr, Ts or Val behind it that nnU-Net writes."""


def cases_in_folder(folder: Path) -> CaseList | None:
    """The cases in a folder and in those below it; ``None`` where there are not at least two.

    A case has an image or a truth, and one more file; where there are images, each case has one. Where most files
    belong to no such case, the folder is taken to hold a single one, whose files are called as they please.

    Raises:
        FileProblem: the folder may not be read.
    """
    files = [_Found.of(path, folder) for path in _files_below(folder)]
    groups = _grouped(files)
    bases = (Role.IMAGE,) if any(file.role is Role.IMAGE for file in files) else (Role.TRUTH,)
    cases = {key: group for key, group in groups.items() if len(group) > 1 and any(f.role in bases for f in group)}
    if len(cases) < 2 or 2 * sum(map(len, cases.values())) <= len(files):
        return None
    left_out = len(files) - sum(map(len, cases.values()))
    listed = tuple(
        ListedCase(key, _request(key, cases[key], folder), f"{folder.name}, {key}")
        for key in sorted(cases, key=_natural)
    )
    noun = "file belongs" if left_out == 1 else "files belong"
    notices = (f"{left_out:,} {noun} to no case of {folder.name}.",) if left_out else ()
    return CaseList(folder, listed, notices)


@dataclass(frozen=True)
class _Found:
    """A file: what case it belongs to by its own name, in which folder of cases, and its role, if names say one."""

    path: Path
    subject: str
    folder: str
    role: Role | None

    @classmethod
    def of(cls, path: Path, root: Path) -> _Found:
        above = path.relative_to(root).parts[:-1]
        bids = _BIDS.search(stem(path))
        if bids is not None:
            return cls(path, bids.group(1), "", _role(path, above))
        name = subject(path.with_name(_CHANNEL.sub("", stem(path))))
        folders = list(takewhile(lambda folder: _kind(folder) is None, above))
        own = folders.pop() if folders and name in ("", folders[-1]) else name
        return cls(path, own, "/".join(folders), _role(path, above))

    @property
    def key(self) -> str:
        """What the case is called in the folder that was opened."""
        return f"{self.folder}/{self.subject}" if self.folder and self.subject else self.subject

    @property
    def is_base(self) -> bool:
        """Whether a case can stand on it: an image or a truth."""
        return self.role in (Role.IMAGE, Role.TRUTH)


def _role(path: Path, above: Sequence[str]) -> Role | None:
    """What the nearest folder of a kind says, unless the name itself speaks of a prediction; else what it says."""
    by_name = role_by_name(path)
    kinds = [kind for folder in reversed(above) if (kind := _kind(folder)) is not None]
    return kinds[0] if kinds and by_name is not Role.PREDICTION else by_name


def _kind(folder: str) -> Role | None:
    return _KINDS.get(re.sub(r"(Tr|Ts|Val)$", "", folder).lower())


def _grouped(files: Sequence[_Found]) -> Mapping[str, Sequence[_Found]]:
    """Files by case.

    What stands on no image or truth joins the case of its name in another folder, "c1" of "modelA/c1", or else the
    longest one that its name begins with, "c1" of "c1_modelA".
    """
    bases = {file.key for file in files if file.is_base and file.key}
    groups: dict[str, list[_Found]] = defaultdict(list)
    for file in files:
        names = (file.key, file.subject)
        starts = [base for base in bases for name in names if name == base or name.startswith(f"{base}_")]
        groups[file.key if file.key in bases else max(starts, key=len, default=file.key)].append(file)
    return {key: group for key, group in groups.items() if key}


def _request(key: str, group: Sequence[_Found], root: Path) -> CaseRequest:
    """The first image and the first truth; every other mask is a prediction, further images are left out."""
    images = [file.path for file in group if file.role is Role.IMAGE]
    truths = [file.path for file in group if file.role is Role.TRUTH]
    tested = [file.path for file in group if file.role not in (Role.IMAGE, Role.TRUTH)] + truths[1:]
    known = {word for path in (*images[:1], *truths[:1]) for word in _words(stem(path))} | {*_words(key)}
    names = [_prediction_name(path, known, root) for path in tested]
    requests = [
        PredictionRequest(path, name if names.count(name) == 1 else None)
        for path, name in zip(tested, names, strict=True)
    ]
    notices = (f"{key} has {len(images)} images; {images[0].name} is shown.",) if len(images) > 1 else ()
    return CaseRequest(images[0] if images else None, truths[0] if truths else None, tuple(requests), notices=notices)


def _prediction_name(path: Path, known: Collection[str], root: Path) -> str:
    """What tells predictions of a case apart and is the same in every case: "modelA" of "c1_modelA" or "modelA/c1"."""
    rest = [word for word in _words(stem(path)) if word not in known]
    folders = [folder for folder in path.relative_to(root).parts[:-1] if not {*_words(folder)} <= {*known}]
    return "_".join(rest) or (folders[-1] if folders else "prediction")


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[^A-Za-z0-9-]+", name) if word]


def _files_below(folder: Path) -> Iterator[Path]:
    """Readable files, in the order of their names; hidden folders are passed over."""
    found = 0
    for place, folders, names in os.walk(folder, onerror=_refuse):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_natural)
        if depth >= _DEEPEST:
            folders.clear()
        for name in sorted(names, key=_natural):
            path = Path(place, name)
            if is_readable(path) and not is_dicom(path):  # its slices are no cases
                found += 1
                if found > _MOST_FILES:
                    raise FileProblem(
                        f"The folder {folder.name} holds more than {_MOST_FILES:,} files; open one below it."
                    )
                yield path


def _refuse(error: OSError) -> None:
    raise FileProblem(f"The folder {Path(error.filename).name} may not be read.") from error


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "c2" before "c10"."""
    parts = re.split(r"(\d+)", text.lower())
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts)
