"""Another build of PyTorch than the one that came along: for an NVIDIA GPU, without 3 GB for those who have none.

An installed segdiff brings the CPU build. Whoever has a GPU installs the CUDA build of the same version into a folder
of its own, and names that folder here; it is then put first on the path, before anything imports torch. Every step
looks only at one small file in the folder, so a wrong folder costs nothing and leaves the build that came along in use.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Final

from segdiff.errors import FileProblem

VARIABLE: Final = "SEGDIFF_TORCH_FOLDER"
"""The environment variable that names the folder; it goes before what was chosen in the window."""

VERSION: Final = "2.13.0"
"""The version of PyTorch that segdiff is tested with."""

_DECLARED: Final = re.compile(r"^__version__ = ['\"]([^'\"]+)['\"]", re.MULTILINE)


def config_folder() -> Path:
    """Where a person's choices are kept on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "segdiff"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "segdiff"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "segdiff"


def chosen_folder() -> Path | None:
    """The folder that a person has named, by the variable or in the window; ``None`` where there is none."""
    named = os.environ.get(VARIABLE)
    if not named:
        try:
            named = _choice().read_text("utf-8").strip()
        except OSError:
            named = ""
    return Path(named) if named else None


def choose_folder(folder: Path | None) -> None:
    """Remember a folder for the next start, or forget it.

    Raises:
        FileProblem: there is no PyTorch of the right version in it.
    """
    if folder is None:
        _choice().unlink(missing_ok=True)
        return
    check_folder(folder)
    _choice().parent.mkdir(parents=True, exist_ok=True)
    _choice().write_text(str(folder), "utf-8")


def check_folder(folder: Path) -> str:
    """The version of PyTorch in a folder, such as ``2.13.0+cu130``.

    Raises:
        FileProblem: there is none, or another than the one segdiff is tested with.
    """
    declared = folder / "torch" / "version.py"
    try:
        found = _DECLARED.search(declared.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise FileProblem(f"There is no PyTorch in the folder {folder}: it has no file torch/version.py.") from problem
    if found is None or found.group(1).split("+")[0] != VERSION:
        version = found.group(1) if found else "an unknown version"
        raise FileProblem(f"The folder {folder} holds PyTorch {version}, but this segdiff needs {VERSION}.")
    return found.group(1)


def how_to_get_cuda() -> str:
    """The command that fills a folder with the CUDA build, for the Python that this segdiff runs on."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"python{python} -m pip install --target FOLDER torch=={VERSION}"


def use_chosen_folder() -> str:
    """Put the folder first on the path, before anything imports torch.

    Returns:
        Why a folder that was named is not used, in a sentence; empty where all is well.
    """
    folder = chosen_folder()
    if folder is None:
        return ""
    try:
        check_folder(folder)
    except FileProblem as problem:
        return f"{problem} The PyTorch that came with segdiff is used instead."
    sys.path.insert(0, str(folder))
    return ""


def _choice() -> Path:
    return config_folder() / "torch-folder.txt"
