"""Bytes of a file in order, whether it is gzipped or not, into memory that is already there."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

from segdiff.errors import FileProblem
from segdiff.io.limits import MOST_BY_DEFLATE

GZIP_MAGIC = b"\x1f\x8b"
_GZIP_FORMAT = 31  # zlib: expect a gzip header and check its checksum
_PIECE = 1 << 18  # compressed bytes read at a time
_SLACK = 1 << 16  # bytes allowed after the last voxel
_CUT_OFF = "it was cut off or is damaged"


class ByteStream:
    """A file read once from front to back; a context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = io.FileIO(path)
        gzipped = self._file.read(2) == GZIP_MAGIC
        self._file.seek(0)
        self._source = _Gunzip(self._file) if gzipped else self._file
        self.size_on_disk = path.stat().st_size
        self.growth = MOST_BY_DEFLATE if gzipped else 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; fewer only at the end."""
        buffer = bytearray(size)
        return bytes(buffer[: self._fill(memoryview(buffer))])

    def fill(self, buffer: memoryview) -> None:
        """Fill all of ``buffer``.

        Raises:
            FileProblem: the file ends too early.
        """
        if (filled := self._fill(buffer)) < len(buffer):
            raise FileProblem(f"{self._path.name} ends {len(buffer) - filled:,} bytes or more too early; {_CUT_OFF}.")

    def skip(self, size: int) -> None:
        """Pass over ``size`` bytes."""
        scratch = memoryview(bytearray(min(size, _PIECE)))
        while size > 0:
            self.fill(scratch[:size])
            size -= len(scratch[:size])

    def check_end(self) -> None:
        """Go on to the end of a gzip file, where its checksum is compared, unless that is much farther than expected.

        Raises:
            FileProblem: the end is missing.
        """
        if isinstance(self._source, _Gunzip) and len(self.read(_SLACK)) < _SLACK and not self._source.is_complete:
            raise FileProblem(f"{self._path.name} lacks the end of its compressed data; {_CUT_OFF}.")

    def _fill(self, buffer: memoryview) -> int:
        filled = 0
        while step := self._source.readinto(buffer[filled:]):
            filled += step
        return filled


class _Gunzip(io.RawIOBase):
    """Inflates gzip members one after another with zlib itself, which also compares their checksums.

    Measured on 150 MiB of int16: as fast as zlib inflating everything in one call, 1.4 times as fast as the standard
    library's gzip module.
    """

    def __init__(self, file: io.FileIO) -> None:
        super().__init__()
        self._file = file
        self._member = zlib.decompressobj(_GZIP_FORMAT)
        self._waiting = b""

    @property
    def is_complete(self) -> bool:
        """Whether the end of the last member was reached and its checksum was right."""
        return self._member.eof

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill at least a part of ``buffer``; 0 at the end."""
        while len(buffer) > 0:
            self._waiting = self._waiting or self._file.read(_PIECE)
            if not self._waiting:
                return 0
            if self._member.eof:
                if not self._waiting.startswith(GZIP_MAGIC):
                    return 0  # padding after the last member
                self._member = zlib.decompressobj(_GZIP_FORMAT)
            inflated = self._member.decompress(self._waiting, len(buffer))
            self._waiting = self._member.unused_data or self._member.unconsumed_tail
            if inflated:
                buffer[: len(inflated)] = inflated
                return len(inflated)
        return 0
