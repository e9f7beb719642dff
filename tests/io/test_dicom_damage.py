"""DICOM headers damaged element by element: one sentence each, at once, never a crash."""

from __future__ import annotations

import io
import time
import tracemalloc
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pydicom
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag

from segdiff.errors import FileProblem, SegdiffError
from segdiff.io import CaseRequest, PredictionRequest, guess_roles, read_case
from segdiff.io.opening import open_content
from tests.io import dicom_files as made
from tests.io.test_fuzz import EXAMPLES

STRANGE = (
    b"", b"0 ", b"-1", b"nan ", b"inf ", b"1e400 ", b"99999999999 ", b"abc ", b"1\\2 ", b"1\\2\\3 ",
    b"0\\0\\0\\0\\0\\0 ", b"\xff\xff", b"\0\0", b"\x01\0", b"\xff\xff\xff\xff", b"\0" * 8, b"1e-300\\1e300\\-1e300 ",
)  # fmt: skip
KINDS = ("slice", "binary", "labelmap", "fractional", "structures")
VOLUME = np.random.default_rng(1).integers(0, 200, (4, 6, 5)).astype(np.int16)


@cache
def whole(kind: str) -> bytes:
    frames = [(1 + k % 2, (-20.0, 10.0, 30.0 + 3 * k), VOLUME[k] > 99) for k in range(4)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.dcm"
        if kind == "slice":
            path = made.write_slices(Path(folder), VOLUME, RescaleSlope=2)[1]
        elif kind == "structures":
            corners = np.array([(-19.75, 10.35, 33.0), (-18.25, 10.35, 33.0), (-18.25, 11.75, 33.0)])
            made.write_structures(path, {1: [corners], 2: [corners + 0.5]}, {1: "Liver", 2: "Lesion"})
        else:
            made.write_segmentation(path, frames, {1: "Liver", 2: "Lesion"}, kind=kind.upper())
        return path.read_bytes()


def elements(dataset: Dataset) -> list[tuple[Dataset, BaseTag]]:
    """Every element but the pixels, those of sequences too, so far as they can still be read."""
    found: list[tuple[Dataset, BaseTag]] = []
    for element in dataset:
        if element.tag != 0x7FE00010:
            found.append((dataset, element.tag))
        for nested in element.value if element.VR == "SQ" else ():
            found += elements(nested)
    return found


@st.composite
def damaged(draw: st.DrawFn, kind: str) -> bytes:
    """One element left out, emptied, doubled or with a strange value."""
    data = whole(kind)
    dataset = pydicom.dcmread(io.BytesIO(data))
    within, tag = draw(st.sampled_from(elements(dataset)))
    vr = within[tag].VR
    if draw(st.integers(0, 3)) == 0:
        del within[tag]
    elif vr == "SQ":
        within[tag].value = draw(st.sampled_from([[], [Dataset()], list(within[tag].value) * 2]))
    else:
        value = draw(st.sampled_from(STRANGE))
        within._dict[tag] = RawDataElement(tag, vr, len(value), value, 0, False, True, True)
    changed = io.BytesIO()
    try:
        dataset.save_as(changed)
    except Exception:  # noqa: BLE001  pydicom refuses to write some of these; then the file stays as it was
        return data
    return changed.getvalue()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::UserWarning:pydicom")
@pytest.mark.parametrize("kind", KINDS)
def test_damage_of_elements_never_escapes(kind: str, tmp_path: Path) -> None:
    scan, path = tmp_path / "scan", tmp_path / "scan" / "x.dcm"
    made.write_slices(scan, VOLUME)
    wishes = (
        lambda: read_case(CaseRequest(image=scan / "000.dcm", truth=path)),
        lambda: read_case(CaseRequest(image=path)),
        lambda: read_case(CaseRequest(image=scan / "000.dcm", predictions=(PredictionRequest(path),))),
        lambda: guess_roles([scan]),
    )

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(damaged(kind))
    def read_damaged(data: bytes) -> None:
        path.write_bytes(data)
        said = []
        for wish in wishes:
            try:
                wish()
            except SegdiffError as problem:
                said.append(str(problem))
        assert made.MARK not in "".join(said)

    read_damaged()


@pytest.mark.parametrize(
    ("keyword", "value"), [("NumberOfFrames", 2_000_000_000), ("Rows", 65535), ("BitsAllocated", 64)]
)
def test_promises_take_neither_memory_nor_time(keyword: str, value: int, tmp_path: Path) -> None:
    path = made.write_slices(tmp_path, VOLUME[:1])[0]
    dataset = pydicom.dcmread(path)
    setattr(dataset, keyword, value)
    dataset.save_as(path)
    tracemalloc.start()
    started = time.monotonic()
    with pytest.raises(FileProblem, match="cut off or is damaged"):
        open_content(path)
    assert time.monotonic() - started < 5
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_frames_far_apart_take_no_memory(tmp_path: Path) -> None:
    mask = np.ones((400, 300), np.uint8)
    frames = [(1, (0.0, 0.0, z), mask) for z in (0.0, 1.0, 3e7)]
    path = made.write_segmentation(tmp_path / "far.dcm", frames, {1: "Liver"}, apart=1.0)
    with pytest.raises(FileProblem, match=r"lie up to 30,000,000 mm apart; its header is damaged\.$"):
        open_content(path)
