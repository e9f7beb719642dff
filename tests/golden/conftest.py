"""The golden pictures beside the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.compare import FOLDER, Golden


@pytest.fixture
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Golden:
    return Golden(FOLDER, bool(request.config.getoption("--update-golden")), tmp_path)
