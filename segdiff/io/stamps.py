"""What tells that a file on disk is no longer the one that was read, without reading it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from segdiff.io.parts import split_part
from segdiff.io.request import CaseRequest

_VOXELS_BESIDE: Final = {".hdr": (".img", ".img.gz"), ".mhd": (".raw", ".zraw"), ".nhdr": (".raw", ".raw.gz")}
"""Headers whose voxels lie in a file beside them."""


@dataclass(frozen=True)
class Stamp:
    """When a file was last written, and its size in bytes; a folder's is written when files come and go."""

    written_ns: int
    size: int


Stamps = Mapping[Path, Stamp | None]
"""By file; ``None`` for one that is not there or may not be seen."""


def stamps_of(request: CaseRequest) -> Stamps:
    """The stamps of all files that a request names, and of those that hold voxels for them."""
    return {path: _stamp_of(path) for path in _files_of(request)}


def _files_of(request: CaseRequest) -> Iterator[Path]:
    named = (request.image, request.truth, *(prediction.path for prediction in request.predictions), request.labels)
    for file in dict.fromkeys(split_part(path)[0] for path in named if path is not None):
        yield file
        beside = (file.with_suffix(suffix) for suffix in _VOXELS_BESIDE.get(file.suffix.lower(), ()))
        yield from (path for path in beside if path.exists())


def _stamp_of(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size)
