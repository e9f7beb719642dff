"""Where a build takes things from, and where it puts them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
WORK: Final = ROOT / "build" / "package"
DIST: Final = ROOT / "dist"
STAGED_RESOURCES: Final = WORK / "resources"
"""Files that the program finds beside its own resources once it is built."""

ICONS: Final = WORK / "icons"
FOLDER: Final = WORK / "frozen" / "segdiff"
"""The built program: everything it needs, in one folder."""
