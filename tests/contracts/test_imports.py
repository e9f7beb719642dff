"""What importing a part of segdiff must not bring along, seen in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST_PICTURE = ("data", "io", "render", "session", "demo", "registry")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines in a new interpreter at the top of the tree; a warning is an error there too."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def modules_without_window() -> list[str]:
    """Every module of segdiff but those of the window."""
    files = sorted((ROOT / "segdiff").rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files]
    return [name for name in names if not name.startswith("segdiff.gui")]


def test_everything_but_the_window_imports_where_qt_is_absent() -> None:
    modules = modules_without_window()
    assert "segdiff.data.grid" in modules
    result = run_python(
        "from importlib import import_module\n"
        "from tests.without_qt import block_qt\n"
        "block_qt()\n"
        f"for name in {modules!r}: import_module(name)\n"
    )
    assert result.returncode == 0, result.stderr


def test_the_block_really_keeps_qt_out() -> None:
    result = run_python("from tests.without_qt import block_qt\nblock_qt()\nimport PySide6.QtCore")
    assert result.returncode == 1
    assert "PySide6 is made unavailable" in result.stderr


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    """Help comes at once, and a chosen build of torch can still be put first on the path."""
    result = run_python(
        "import sys\n"
        "import segdiff.__main__\n"
        "heavy = {'torch', 'PySide6', 'scipy', 'skimage', 'SimpleITK', 'pydicom', 'highdicom', 'h5py', 'nibabel'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
    )
    assert (result.returncode, result.stdout.strip()) == (0, "[]"), result.stdout + result.stderr


def test_the_first_picture_needs_neither_torch_nor_qt() -> None:
    result = run_python(
        "import sys\n"
        "from importlib import import_module\n"
        f"for name in {FIRST_PICTURE!r}: import_module('segdiff.' + name)\n"
        "print(sorted({'torch', 'PySide6', 'pyqtgraph', 'skimage'} & sys.modules.keys()))\n"
    )
    assert (result.returncode, result.stdout.strip()) == (0, "[]"), result.stdout + result.stderr
