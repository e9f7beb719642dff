"""Pictures that were looked at once and found right, and how far a new one may be from them.

A picture may differ a little anywhere, as when another version of Qt rounds a colour otherwise, and much in a handful
of pixels, as where a smooth line ends. A line that lies one pixel off, a voxel more or a swapped colour is too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

FOLDER = Path(__file__).parent / "pictures"

SLIGHT = 24
"""A pixel whose red, green or blue is off by more counts as another one."""

FEW = 0.0005
"""Share of the pixels that may be another one."""

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Verdict:
    """Whether a picture is the one that was found right, and if not, in what it differs."""

    is_same: bool
    words: str = ""


def compare(picture: Picture, golden: Picture) -> Verdict:
    """Hold a picture ``(row, column, 3)`` against the one that was found right."""
    if picture.shape != golden.shape:
        return Verdict(False, f"it is {_size(picture)}, not {_size(golden)}")
    off = np.abs(picture.astype(int) - golden.astype(int)).max(axis=2)
    others = off > SLIGHT
    if others.mean() <= FEW:
        return Verdict(True)
    rows, columns = np.nonzero(others)
    where = f"rows {rows.min()} to {rows.max()}, columns {columns.min()} to {columns.max()}"
    return Verdict(False, f"{others.sum()} of {others.size} pixels differ, by up to {off.max()}, in {where}")


class Golden:
    """The pictures of a folder, to compare with or to replace.

    Args:
        folder: that holds them as PNG.
        is_updating: take each new picture for right instead.
        leave_in: where a picture that differs is left, to be looked at.
    """

    def __init__(self, folder: Path, is_updating: bool, leave_in: Path) -> None:
        self._folder, self._is_updating, self._leave_in = folder, is_updating, leave_in

    def check(self, name: str, picture: Picture) -> None:
        """Fail unless the picture is the one that was found right."""
        path = self._folder / f"{name}.png"
        if self._is_updating:
            self._folder.mkdir(exist_ok=True)
            if not path.exists() or not compare(picture, read(path)).is_same:
                Image.fromarray(picture).save(path, optimize=True)
            return
        assert path.exists(), f"there is no {path.name} yet; look at what pytest --update-golden makes, and keep it"
        verdict = compare(picture, read(path))
        if not verdict.is_same:
            left = self._leave_in / path.name
            Image.fromarray(picture).save(left)
            raise AssertionError(f"{name}: {verdict.words}; see {left}. If it is right: pytest --update-golden")


def read(path: Path) -> Picture:
    """A picture from a file."""
    with Image.open(path) as picture:
        return np.array(picture.convert("RGB"))


def _size(picture: Picture) -> str:
    return f"{picture.shape[1]} × {picture.shape[0]}"
