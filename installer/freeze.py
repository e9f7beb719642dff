"""From sources to one folder that holds everything, Python and all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from installer.places import FOLDER, HERE, WORK
from installer.running import need, run, say

STRIPPED: Final = ("libtorch_cpu.so", "libtorch_python.so", "libpython3*.so*")
"""Libraries whose symbol tables take 100 MB together; stripping others saves nothing, and breaks some of them."""


def freeze() -> Path:
    """Build the folder and make it smaller.

    Returns:
        The folder, which can be moved anywhere.
    """
    say("building the program's folder")
    folders: list[str | Path] = ["--distpath", FOLDER.parent, "--workpath", WORK / "pyinstaller"]
    quietly = ["-W", "ignore", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    run([sys.executable, *quietly, *folders, HERE / "segdiff.spec"])
    if sys.platform == "linux":
        strip = need("strip", "binutils")
        for pattern in STRIPPED:
            for library in FOLDER.rglob(pattern):
                if not library.is_symlink():
                    run([strip, "--strip-unneeded", library])
    return FOLDER


def megabytes(folder: Path) -> float:
    """Size of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink()) / 1e6
