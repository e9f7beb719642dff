"""Bytes in order, however they are packed and in whatever steps they are asked for."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segdiff.errors import FileProblem
from segdiff.io.readers.byte_stream import ByteStream, Packing

DATA = np.random.default_rng(5).integers(0, 9, 30_000, dtype=np.uint8).tobytes()
WAYS = [(Packing.NONE, bytes), (Packing.DEFLATE, gzip.compress), (Packing.DEFLATE, zlib.compress)]
WAYS += [(Packing.BZIP2, bz2.compress)]
every_way = pytest.mark.parametrize(("packing", "packed"), WAYS, ids=["raw", "gzip", "zlib", "bzip2"])
Pack = Callable[[bytes], bytes]


@every_way
@pytest.mark.parametrize("step", [1, 7, 64, 4096, 30_000])
def test_steps_of_any_size(packing: Packing, packed: Pack, step: int, tmp_path: Path) -> None:
    """Whatever unpacks may hold back what it has unpacked already."""
    data = DATA[: 300 * step]
    (tmp_path / "a").write_bytes(b"header" + packed(data))
    with ByteStream(tmp_path / "a", packing, start=6) as stream:
        pieces = []
        while piece := stream.read(step):
            pieces.append(piece)
        assert b"".join(pieces) == data
        stream.check_end()


@pytest.mark.parametrize(("packing", "packed"), [WAYS[1], WAYS[3]], ids=["gzip", "bzip2"])
def test_members_one_after_another_and_padding_behind_them(packing: Packing, packed: Pack, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(packed(DATA[:9]) + packed(b"") + packed(DATA[9:]) + bytes(40))
    with ByteStream(tmp_path / "a", packing) as stream:
        assert stream.read(40_000) == DATA


@every_way
def test_the_end_comes_too_early(packing: Packing, packed: Pack, tmp_path: Path) -> None:
    whole = packed(DATA)
    (tmp_path / "a").write_bytes(whole[: len(whole) // 2])
    with (
        ByteStream(tmp_path / "a", packing) as stream,
        pytest.raises(FileProblem, match=r"^a ends [\d,]+ bytes"),
    ):
        stream.fill(memoryview(bytearray(len(DATA))))
    (tmp_path / "a").write_bytes(whole[:-2])
    with ByteStream(tmp_path / "a", packing) as stream:
        stream.read(len(DATA))
        if packing is not Packing.NONE:
            with pytest.raises(FileProblem, match=r"^a lacks the end of its compressed data"):
                stream.check_end()


@pytest.mark.parametrize(("packing", "packed"), WAYS[1:], ids=["gzip", "zlib", "bzip2"])
def test_checksums_are_compared(packing: Packing, packed: Pack, tmp_path: Path) -> None:
    damaged = bytearray(packed(DATA))
    damaged[-6 if packed is gzip.compress else -2] ^= 0x55
    if packing is Packing.BZIP2:
        damaged[-3] ^= 0xFF
    (tmp_path / "a").write_bytes(damaged)
    with ByteStream(tmp_path / "a", packing) as stream, pytest.raises(Exception, match=r"(?i)check|invalid|error"):
        stream.read(len(DATA) + 1)
