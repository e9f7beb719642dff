"""A folder with another build of PyTorch goes before the one that came along, or says why not."""

import subprocess
import sys
from pathlib import Path

import pytest

from segdiff import torch_folder
from segdiff.errors import FileProblem


def torch_in(folder: Path, version: str) -> Path:
    """A folder with something that calls itself PyTorch."""
    (folder / "torch").mkdir(parents=True)
    (folder / "torch" / "version.py").write_text(f"from typing import Optional\n\n__version__ = '{version}'\n")
    (folder / "torch" / "__init__.py").write_text("from torch.version import __version__\n")
    return folder


@pytest.fixture(autouse=True)
def own_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(torch_folder.VARIABLE, raising=False)
    monkeypatch.setattr(sys, "path", list(sys.path))


def test_without_a_choice_nothing_changes() -> None:
    before = list(sys.path)
    assert torch_folder.use_chosen_folder() == ""
    assert sys.path == before


def test_a_chosen_folder_is_remembered_and_put_first(tmp_path: Path) -> None:
    folder = torch_in(tmp_path / "cuda", "2.13.0+cu130")
    torch_folder.choose_folder(folder)
    assert torch_folder.chosen_folder() == folder
    assert torch_folder.use_chosen_folder() == ""
    assert sys.path[0] == str(folder)
    torch_folder.choose_folder(None)
    assert torch_folder.chosen_folder() is None


def test_the_variable_goes_before_what_was_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch_folder.choose_folder(torch_in(tmp_path / "one", "2.13.0"))
    monkeypatch.setenv(torch_folder.VARIABLE, str(torch_in(tmp_path / "two", "2.13.0+cu126")))
    torch_folder.use_chosen_folder()
    assert sys.path[0] == str(tmp_path / "two")


@pytest.mark.parametrize(
    ("version", "finding"),
    [
        ("2.12.1+cu126", r"holds PyTorch 2\.12\.1\+cu126, but this segdiff needs 2\.13\.0\."),
        (None, "There is no PyTorch"),
    ],
)
def test_a_wrong_folder_is_named_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str | None, finding: str
) -> None:
    folder = torch_in(tmp_path, version) if version else tmp_path
    with pytest.raises(FileProblem, match=finding):
        torch_folder.choose_folder(folder)
    assert torch_folder.chosen_folder() is None
    monkeypatch.setenv(torch_folder.VARIABLE, str(folder))
    assert torch_folder.use_chosen_folder().endswith("The PyTorch that came with segdiff is used instead.")
    assert str(folder) not in sys.path


def test_the_program_imports_the_torch_of_the_folder(tmp_path: Path) -> None:
    """Seen from outside: `segdiff check` reports the stand-in, which cannot compute, and says what that costs."""
    folder = torch_in(tmp_path / "stand-in", "2.13.0+stand-in")
    done = subprocess.run(
        [sys.executable, "-m", "segdiff", "check"],
        env={"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path), torch_folder.VARIABLE: str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"2.13.0+stand-in from {folder}" in done.stdout
    assert done.returncode == 1


def test_the_version_is_the_one_that_is_pinned() -> None:
    constraints = Path(__file__).parents[1] / "constraints.txt"
    assert f"torch=={torch_folder.VERSION}\n" in constraints.read_text("utf-8")
    assert torch_folder.how_to_get_cuda().endswith(f"--target FOLDER torch=={torch_folder.VERSION}")
