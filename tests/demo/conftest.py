"""The demo is made once for all of its tests."""

import pytest

from segdiff.data import Case
from segdiff.demo import demo_case


@pytest.fixture(scope="session")
def demo() -> Case:
    return demo_case()
