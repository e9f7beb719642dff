"""Loss values computed by other libraries, wherever they compute what segdiff calls by the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdiff import losses
from segdiff.errors import SegdiffError
from tests.losses import vectors
from tests.losses.agreement import REPRODUCED


@pytest.mark.parametrize("name", REPRODUCED)
def test_segdiff_gives_the_numbers_of_other_libraries(name: str, shared_vectors: Path) -> None:
    known, same = vectors.read(shared_vectors), REPRODUCED[name]
    assert same.computed(losses.value, *known.arrays(name)) == known.expected(name), same.why


@pytest.mark.parametrize("score", ["dice_loss", "iou_loss", "binary_cross_entropy"])
def test_the_input_that_turns_other_libraries_into_nan_is_refused(score: str, shared_vectors: Path) -> None:
    with pytest.raises(SegdiffError, match="prediction"):
        losses.value(score, *vectors.read(shared_vectors).arrays("em-25"))
