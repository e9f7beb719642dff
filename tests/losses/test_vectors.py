"""Loss values computed by other libraries: all in their own conventions, in segdiff's where it means the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff import losses
from segdiff.errors import SegdiffError
from tests.losses import vectors
from tests.losses.agreement import DIFFERS, REPRODUCED
from tests.losses.every_case import CALLS

REFUSED = "em-45"
"""torch raises an error of this one, so segdiff refuses it in a sentence."""


@pytest.mark.parametrize("name", [name for name in CALLS if name != REFUSED])
def test_every_library_is_reproduced_in_its_own_convention(name: str, shared_vectors: Path) -> None:
    known = vectors.read(shared_vectors)
    case = known.case(name)
    computed = CALLS[name].computed(*known.arrays(name)).reshape(np.shape(case["expected"]))
    assert computed == known.expected(name), case["call"]


def test_what_raises_in_torch_is_refused(shared_vectors: Path) -> None:
    known = vectors.read(shared_vectors)
    assert known.case(REFUSED)["expected"] == "raises RuntimeError"
    with pytest.raises(SegdiffError, match="not finite"):
        CALLS[REFUSED].computed(*known.arrays(REFUSED))


def test_no_case_is_left_out(shared_vectors: Path) -> None:
    ids = vectors.read(shared_vectors).ids
    assert len(ids) == 121
    assert set(CALLS) == ids
    assert set(REPRODUCED) | set(DIFFERS) == ids
    assert not set(REPRODUCED) & set(DIFFERS)


@pytest.mark.parametrize("name", REPRODUCED)
def test_segdiffs_own_convention_gives_the_numbers_too(name: str, shared_vectors: Path) -> None:
    known, same = vectors.read(shared_vectors), REPRODUCED[name]
    assert same.computed(losses.value, *known.arrays(name)) == known.expected(name), same.why


@pytest.mark.parametrize("score", ["dice_loss", "iou_loss", "binary_cross_entropy"])
def test_the_input_that_turns_other_libraries_into_nan_is_refused(score: str, shared_vectors: Path) -> None:
    with pytest.raises(SegdiffError, match="prediction"):
        losses.value(score, *vectors.read(shared_vectors).arrays("em-25"))
