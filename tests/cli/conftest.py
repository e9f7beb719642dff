"""The command line as a test calls it: words in; exit code, stdout and stderr out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segdiff import cli
from segdiff.session import WindowRequest
from tests.cases import Pair, counted, soft_row


@dataclass(frozen=True)
class Ending:
    """What was left when a command had ended."""

    outcome: int | WindowRequest
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The JSON on stdout of a command that went well."""
        assert self.outcome == 0, self.err
        parsed: dict[str, Any] = json.loads(self.out, parse_constant=pytest.fail)
        return parsed

    @property
    def window(self) -> WindowRequest:
        """The window asked for."""
        assert isinstance(self.outcome, WindowRequest), self.err
        return self.outcome

    @property
    def problem(self) -> str:
        """The one sentence of a command whose input was at fault."""
        assert self.outcome == 2
        assert self.out == ""
        assert self.err.endswith(".\n")
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Command = Callable[..., Ending]


@pytest.fixture
def segdiff(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command in this process."""

    def run(*words: object) -> Ending:
        capsys.readouterr()
        outcome = cli.run([str(word) for word in words])
        return Ending(outcome, *capsys.readouterr())

    return run


@pytest.fixture
def with_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a desk, whatever machine the test runs on."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":7")


@pytest.fixture
def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """As over ssh: Linux, and neither X nor Wayland."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@dataclass(frozen=True)
class Files:
    """Paths of a truth and of predictions, in a folder of their own."""

    folder: Path

    def npy(self, name: str, values: Any, dtype: Any = np.uint8) -> Path:
        """Write an array without geometry."""
        path = self.folder / f"{name}.npy"
        np.save(path, np.asarray(values, dtype))
        return path

    def png(self, name: str, values: NDArray[np.uint8]) -> Path:
        """Write a grey picture."""
        path = self.folder / f"{name}.png"
        Image.fromarray(values).save(path)
        return path

    def nifti(self, name: str, values: Any, spacing_mm: tuple[float, float, float], shift_mm: float = 0.0) -> Path:
        """Write a volume ``(z, y, x)`` whose axes run to superior, posterior and left; ``shift_mm`` moves it up."""
        path = self.folder / f"{name}.nii.gz"
        z, y, x = spacing_mm
        affine = np.diag([-x, -y, z, 1.0])
        affine[:3, 3] = 21.0, -34.0, 55.0 + shift_mm
        image = nibabel.Nifti1Image(np.ascontiguousarray(np.asarray(values).T), affine)
        image.set_sform(affine, 1)
        nibabel.save(image, path)
        return path

    def pair(self, pair: Pair, name: str = "pair") -> tuple[Path, Path]:
        """Write truth and prediction of a pair as arrays without geometry; probabilities as 32-bit floats."""
        soft = not set(np.unique(pair.prediction)) <= {0.0, 1.0}
        truth = self.npy(f"{name}_truth", pair.truth)
        return truth, self.npy(f"{name}_prediction", pair.prediction, np.float32 if soft else np.uint8)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Where a test keeps its files."""
    folder = tmp_path / "files"
    folder.mkdir()
    return Files(folder)


@pytest.fixture
def hard(files: Files) -> tuple[Path, Path]:
    """Truth and prediction with TP 3, FP 2, FN 1, TN 10."""
    return files.pair(counted(3, 2, 1, 10), "hard")


@pytest.fixture
def soft(files: Files) -> tuple[Path, Path]:
    """Truth and probabilities with soft TP 2.7, FP 0.8, FN 1.3, TN 5.2, and TP 3, FP 1, FN 1, TN 5 at one half."""
    return files.pair(soft_row(), "soft")
