"""The file of loss values computed by other libraries, and of what is known in theory: read once, asked by id."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray


@dataclass(frozen=True)
class Vectors:
    """What the file holds."""

    content: Any

    @property
    def ids(self) -> set[str]:
        """Of all cases."""
        return {case["id"] for case in self.content["cases"]}

    def case(self, name: str) -> Any:
        """One case: ``call``, ``input``, ``params``, ``expected``, ``atol``."""
        return next(case for case in self.content["cases"] if case["id"] == name)

    def arrays(self, name: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Prediction and truth of a case, ``(batch, class, *spatial)``."""
        found = self.content["inputs"][self.case(name)["input"]]
        return np.array(found["pred"], dtype=np.float64), np.array(found["target"], dtype=np.float64)

    def expected(self, name: str) -> Any:
        """Equal to what lies within the file's tolerance, the larger of absolute and relative."""
        case = self.case(name)
        numbers = np.array(case["expected"], dtype=np.float64)  # "nan" and "inf" are words in the file
        return pytest.approx(numbers, rel=case["atol"], abs=case["atol"], nan_ok=True)

    def theory(self, kind: str) -> list[Any]:
        """The theory cases of a kind."""
        return [entry for entry in self.content["theory"] if entry["kind"] == kind]


@functools.cache
def read(folder: Path) -> Vectors:
    """The file in that folder, which the ``shared_vectors`` fixture gives."""
    return Vectors(json.loads((folder / "loss_vectors.json").read_text(encoding="utf-8")))
