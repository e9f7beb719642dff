"""Who may import whom, and that each rule catches what it forbids: a guard nobody has seen fail is no guard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="import-linter comes with the development tools: pip install -e '.[dev]'")

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CONTRACTS = {contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]}

# What a careless change would add, and the contract that must notice.
SINS = {
    "an import upwards": ("layers", {"segdiff/data/sin.py": "import segdiff.cli"}),
    "siblings see each other": ("layers", {"segdiff/cli/sin.py": "import segdiff.gui"}),
    "a package without a place": ("layers", {"segdiff/helpers.py": ""}),
    "Qt below the window": ("qt", {"segdiff/render/sin.py": "from PySide6.QtGui import QImage"}),
    "pyqtgraph on the command line": ("qt", {"segdiff/cli/sin.py": "import pyqtgraph"}),
    "torch before the first picture": ("torch", {"segdiff/io/sin.py": "import torch"}),
    "torch by a detour": ("torch", {"segdiff/session/sin.py": "import segdiff.evidence.sin",
                                    "segdiff/evidence/sin.py": "import torch"}),
    "a view that starts work": ("window", {"segdiff/gui/views/sin.py": "import segdiff.gui.pipeline"}),
    "a part of the window without a place": ("window", {"segdiff/gui/helpers.py": ""}),
    "a view that reaches for the store": ("wishes", {"segdiff/gui/views/sin.py": "import segdiff.gui.store"}),
    "a view that calls another": ("views", {"segdiff/gui/views/sin.py": "import segdiff.gui.views.other_sin",
                                            "segdiff/gui/views/other_sin.py": ""}),
}  # fmt: skip


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in ``folder``: all contracts, or those named."""
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    return subprocess.run(
        [sys.executable, "-c", LINTER, "--no-cache", "--no-logo", *chosen],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_tree_keeps_every_contract() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in result.stdout


@pytest.mark.parametrize("sin", SINS)
def test_each_contract_catches(sin: str, tmp_path: Path) -> None:
    contract, files = SINS[sin]
    shutil.copytree(ROOT / "segdiff", tmp_path / "segdiff", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, text in files.items():
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
    result = lint(tmp_path, contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{CONTRACTS[contract]['name']} BROKEN" in result.stdout


def test_the_qt_contract_covers_every_package_but_the_window() -> None:
    named = {module.removeprefix("segdiff.") for module in CONTRACTS["qt"]["source_modules"]}
    assert named == set(places("layers")) - {"gui"}


def test_the_torch_contract_covers_all_that_is_needed_for_the_first_picture() -> None:
    named = {module.removeprefix("segdiff.") for module in CONTRACTS["torch"]["source_modules"]}
    may_use_torch = {"evidence", "metrics", "losses", "explore", "evaluate", "cohort", "export"}
    above_them = {"__main__", "cli", "gui"}
    assert named == set(places("layers")) - may_use_torch - above_them


def places(contract: str) -> list[str]:
    """Every module that a layers contract names."""
    return [module.strip() for layer in CONTRACTS[contract]["layers"] for module in layer.replace(":", "|").split("|")]
