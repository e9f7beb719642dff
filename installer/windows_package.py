"""The installer for Windows, by NSIS."""

from __future__ import annotations

from pathlib import Path

from installer.places import DIST, HERE, ICONS
from installer.running import need, run, say


def package(folder: Path, *, version: str) -> list[Path]:
    """Wrap the program's folder.

    Args:
        folder: the built program, with ``segdiff.exe`` and ``segdiff-window.exe``.
        version: of segdiff.

    Returns:
        The files made, in ``dist``.
    """
    DIST.mkdir(exist_ok=True)
    target = DIST / f"segdiff-{version}-windows-setup.exe"
    say(f"writing {target.name}")
    facts = {"VERSION": version, "FOLDER": folder, "OUTFILE": target, "ICON": ICONS / "segdiff.ico"}
    words = [f"-D{name}={value}" for name, value in facts.items()]
    run([need("makensis", "nsis"), "-V2", "-INPUTCHARSET", "UTF8", *words, HERE / "windows" / "segdiff.nsi"])
    return [target]
