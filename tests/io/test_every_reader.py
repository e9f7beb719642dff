"""What every reader owes: a sentence for a damaged file, and no memory on the word of a header."""

from __future__ import annotations

import gzip
import os
import re
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import tifffile
from scipy.io import savemat

from segdiff.errors import FileProblem
from segdiff.io.opening import open_content, reader_for
from segdiff.io.readers import READERS
from tests.io.samples import SAMPLES, whole

ENDINGS = sorted({suffix for reader in READERS for suffix in reader.suffixes})


def problem(path: Path) -> str:
    """The sentence, after checking that it is one and names the file."""
    with pytest.raises(FileProblem) as caught:
        open_content(path)
    assert path.name in str(caught.value)
    assert re.fullmatch(r"[^\n]+\.", str(caught.value))
    return str(caught.value)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_whole_file_is_read_by_the_reader_of_its_suffix(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(whole(name))
    assert name.endswith(reader_for(tmp_path / name).suffixes)
    assert open_content(tmp_path / name).notices == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_content_decides_and_not_the_suffix(name: str, tmp_path: Path) -> None:
    if name in ("a.npz", "seven.mat"):
        pytest.skip("many other formats are zip archives, or HDF5, too")
    (tmp_path / "a.png").write_bytes(whole(name))
    notices = open_content(tmp_path / "a.png").notices
    assert bool(notices) != name.endswith(".png")
    assert all("although its name says otherwise" in notice for notice in notices)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_that_was_cut_off(name: str, tmp_path: Path) -> None:
    """Where nothing is missing but what comes after the last pixel, they are all there."""
    data = whole(name)
    (tmp_path / name).write_bytes(data)
    expected = open_content(tmp_path / name).voxels
    for kept in sorted({1, 5, 30, 100, len(data) // 3, len(data) // 2, len(data) * 9 // 10, len(data) - 60}):
        if 0 < kept < len(data):
            (tmp_path / name).write_bytes(data[:kept])
            if kept < len(data) * 2 // 3:
                problem(tmp_path / name)
                continue
            with suppress(FileProblem):
                np.testing.assert_array_equal(open_content(tmp_path / name).voxels, expected)


@pytest.mark.parametrize("ending", ENDINGS)
def test_zero_bytes_and_zeros(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    path.touch()
    (tmp_path / ("a.img" if ending == ".hdr" else "a.hdr")).touch()
    assert problem(path) == f"a{ending} is empty: it holds 0 bytes."
    path.write_bytes(bytes(5000))
    problem(path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_letter_under_the_name_of_a_scan(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("Dear colleague, = please find attached the masks.\n" * 30)
    if not ending.startswith(".img"):  # which is voxels and nothing else
        assert problem(path).endswith("file although its name says so; it may be damaged.")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_and_what_is_no_file(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"a{ending}").mkdir()
    problem(tmp_path / f"a{ending}")
    os.mkfifo(tmp_path / f"b{ending}")
    assert problem(tmp_path / f"b{ending}").endswith("is not an ordinary file.")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"something")
    path.chmod(0)
    assert problem(path) == f"a{ending} may not be read: you have no permission for it."


SIDE = 10000
"""Its third power is 10¹²."""


def _nifti() -> bytes:
    raw = bytearray(whole("a.nii"))
    raw[40:48] = struct.pack("<4h", 3, SIDE, SIDE, SIDE)
    return bytes(raw)


def _mgh() -> bytes:
    return whole("a.mgh")[:4] + struct.pack(">3i", SIDE, SIDE, SIDE) + whole("a.mgh")[16:]


def _nrrd(encoding: str, data: bytes) -> bytes:
    header = f"NRRD0004\ntype: uint8\ndimension: 3\nsizes: {SIDE} {SIDE} {SIDE}\nencoding: {encoding}\n\n"
    return header.encode() + data


def _metaimage(compressed: bool, data: bytes) -> bytes:
    header = f"ObjectType = Image\nNDims = 3\nCompressedData = {compressed}\nDimSize = {SIDE} {SIDE} {SIDE}\n"
    return f"{header}ElementType = MET_UCHAR\nElementDataFile = LOCAL\n".encode() + data


def _npy() -> bytes:
    header = f"{{'descr': '|u1', 'fortran_order': False, 'shape': ({SIDE}, {SIDE}, {SIDE}), }}".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", 118) + header.ljust(117) + b"\n" + bytes(200)


def _npz(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", _npy())


def _tiff(path: Path) -> None:
    tifffile.imwrite(path, np.zeros((30, 40), np.uint8), compression="zlib")
    raw = path.read_bytes()
    width, height = (raw.index(struct.pack("<HHII", tag, 4, 1, length)) for tag, length in ((256, 40), (257, 30)))
    for at, tag in ((width, 256), (height, 257)):
        raw = raw[:at] + struct.pack("<HHII", tag, 4, 1, 10**6) + raw[at + 12 :]
    path.write_bytes(raw)


def _matlab(path: Path, *, packed: bool) -> None:
    """One variable; within its element, sizes stand behind the eight bytes that say what follows."""
    savemat(path, {"x": np.zeros((3, 4, 5), np.uint8)})
    raw = path.read_bytes()
    sizes = struct.pack("<3i", 3, 4, 5)
    raw = raw.replace(sizes, struct.pack("<3i", SIDE, SIDE, SIDE))
    body = zlib.compress(raw[128:])
    path.write_bytes(raw[:128] + struct.pack("<II", 15, len(body)) + body if packed else raw)


LIARS: dict[str, bytes | Callable[[Path], None]] = {
    "a.nii": _nifti(),
    "a.nii.gz": gzip.compress(_nifti()),
    "a.mgh": _mgh(),
    "a.mgz": gzip.compress(_mgh()),
    "raw.nrrd": _nrrd("raw", bytes(900)),
    "gzip.nrrd": _nrrd("gzip", gzip.compress(bytes(900))),
    "bzip2.nrrd": _nrrd("bzip2", bytes(900)),
    "digits.nrrd": _nrrd("ascii", b"1 " * 400),
    "raw.mha": _metaimage(False, bytes(900)),
    "packed.mha": _metaimage(True, zlib.compress(bytes(900))),
    "a.npy": _npy(),
    "a.npz": _npz,
    "a.tif": _tiff,
    "five.mat": lambda path: _matlab(path, packed=False),
    "packed.mat": lambda path: _matlab(path, packed=True),
}


@pytest.mark.parametrize("name", LIARS)
def test_a_kilobyte_that_promises_a_million_millions_of_voxels(name: str, tmp_path: Path) -> None:
    path, liar = tmp_path / name, LIARS[name]
    if callable(liar):
        liar(path)
    else:
        path.write_bytes(liar)
    assert path.stat().st_size < 2048
    problem(path)  # once before, so that what libraries keep of their own is not counted
    tracemalloc.start()
    try:
        sentence = problem(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2 << 20
    assert re.search(r"promises (931\.3 GiB|1\.8 TiB|3\.6 TiB|1,000,000,000,000 numbers)", sentence), sentence


def test_two_kilobytes_that_unpack_to_more_than_this_computer_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("segdiff.io.limits._memory_of_this_computer", lambda: 1 << 20)
    (tmp_path / "a.nrrd").write_bytes(
        b"NRRD0004\ntype: uint8\ndimension: 3\nsizes: 200 200 50\nencoding: gzip\n\n" + gzip.compress(bytes(2_000_000))
    )
    assert problem(tmp_path / "a.nrrd") == "a.nrrd needs 1.9 MiB of memory, but this computer has 1.0 MiB."


@pytest.mark.parametrize(
    ("name", "lengths"), [("a.nrrd", "sizes: 2 3 2 2 3"), ("a.mha", "DimSize = 2 3 2 2 3"), ("a.npy", "")]
)
def test_five_axes(name: str, lengths: str, tmp_path: Path) -> None:
    header = {
        "a.nrrd": f"NRRD0004\ntype: uint8\ndimension: 5\n{lengths}\nencoding: raw\n\n",
        "a.mha": f"NDims = 5\n{lengths}\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n",
    }
    if name in header:
        (tmp_path / name).write_bytes(header[name].encode() + bytes(72))
    else:
        np.save(tmp_path / name, np.zeros((2, 3, 2, 2, 3)))
    assert problem(tmp_path / name) == (
        f"{name} has 5 axes (2 × 3 × 2 × 2 × 3), but a picture has two, a volume three, "
        "and a volume with channels four."
    )
