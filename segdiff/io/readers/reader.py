"""What a reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdiff.io.content import Content
from segdiff.io.watch import Tick


@dataclass(frozen=True)
class Reader:
    """One format.

    Args:
        name: what people call the format.
        suffixes: how names of its files end, lower case, with the dot.
        recognises: whether a file is of this format, by its first bytes; the path is for formats of two files.
        read: its values, or those of one part of it (:mod:`segdiff.io.parts`). It raises
            :class:`~segdiff.errors.ChoiceNeeded` where a part is needed and none is given. It may raise anything at all
            on a damaged file.
        write_sample: writes a grey picture ``(y, x)`` in this format, for :func:`~segdiff.io.checks.self_check`.
        library: the module that does the work, or that writes the files which this reader is held against.
        recognises_folder: whether a folder holds files of this format that make up one thing together.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, Path], bool]
    read: Callable[[Path, Tick, str | None], Content]
    write_sample: Callable[[Path, NDArray[np.uint8]], None]
    library: str
    recognises_folder: Callable[[Path], bool] = lambda _folder: False
