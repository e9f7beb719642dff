"""Damaged at random: whatever the bytes, nothing but a :class:`SegdiffError` may escape, and no memory is taken.

``SEGDIFF_FUZZ=5000`` tries that many examples of each kind of file instead of a few.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segdiff.errors import SegdiffError
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.io.readers import READERS
from tests.io.samples import SAMPLES, whole

EXAMPLES = int(os.environ.get("SEGDIFF_FUZZ", "60"))


_NUMBER = re.compile(rb"(?<![\w.])-?\d+(\.\d+)?")
_STRANGE = (b"0", b"-1", b"1", b"4", b"99999999", b"99999999999999999999", b"1e30", b"nan", b"inf", b"none", b"x", b"")


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """Cut off, overwritten, with bytes put in or left out, mostly near the front where headers are, or with a number in
    a header of text replaced by a strange one."""
    changed = bytearray(data)
    places = st.integers(0, min(len(data), 600) - 1) | st.integers(0, len(data) - 1)
    for at in draw(st.lists(places, max_size=6)):
        changed[at] = draw(st.sampled_from([0, 1, 127, 128, 255]) | st.integers(0, 255))
    how = draw(st.sampled_from(["nothing", "cut", "insert", "remove", "number"]))
    if how == "cut":
        del changed[draw(st.integers(0, len(changed))) :]
    elif how == "insert":
        at = draw(places)
        changed[at:at] = draw(st.binary(min_size=1, max_size=9))
    elif how == "remove":
        at = draw(places)
        del changed[at : at + draw(st.integers(1, 9))]
    elif how == "number" and (numbers := list(_NUMBER.finditer(data[:2000]))):
        found = draw(st.sampled_from(numbers))
        changed[found.start() : found.end()] = draw(st.sampled_from(_STRANGE))
    return bytes(changed)


def test_there_is_a_sample_of_every_format() -> None:
    assert all(any(name.endswith(reader.suffixes) for name in SAMPLES) for reader in READERS)


def test_the_samples_are_whole(tmp_path: Path) -> None:
    for name in set(SAMPLES) - {"rt.dcm"}:  # contours have no voxels of their own
        (tmp_path / name).write_bytes(whole(name))
        case = read_case(
            CaseRequest(image=tmp_path / name)
            if name == "a.jpg"  # its blurred values are no mask's
            else CaseRequest(predictions=(PredictionRequest(tmp_path / name),))
        )
        assert case.grid.voxel_count in (99, 297), name


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_damage_never_escapes(name: str, tmp_path: Path) -> None:
    path = tmp_path / name

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(damage(whole(name)))
    def read_damaged(data: bytes) -> None:
        path.write_bytes(data)
        for request in (CaseRequest(image=path), CaseRequest(predictions=(PredictionRequest(path),))):
            try:
                case = read_case(request)
            except SegdiffError:
                continue
            assert case.grid.voxel_count > 0

    read_damaged()
