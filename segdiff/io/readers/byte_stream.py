"""Bytes of a file in order, unpacked on the way, into memory that is already there."""

from __future__ import annotations

import bz2
import io
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from segdiff.errors import FileProblem
from segdiff.io.limits import MOST_BY_BZIP2, MOST_BY_DEFLATE

GZIP_MAGIC: Final = b"\x1f\x8b"
BZIP2_MAGIC: Final = b"BZh"
_PIECE: Final = 1 << 18  # packed bytes read at a time
_UNPACKED: Final = 4 << 20  # bytes unpacked at a time, at most
_SLACK: Final = 1 << 16  # bytes allowed after the last voxel
_CUT_OFF: Final = "it was cut off or is damaged"


class Packing(Enum):
    """How bytes are compressed in a file; the value is what one byte can become, at most."""

    NONE = 1
    DEFLATE = MOST_BY_DEFLATE
    BZIP2 = MOST_BY_BZIP2

    @classmethod
    def of(cls, head: bytes) -> Packing:
        """How a file is packed as a whole, by its first bytes."""
        return cls.DEFLATE if head.startswith(GZIP_MAGIC) else cls.NONE


class ByteStream:
    """A file read once from front to back; a context manager.

    Args:
        path: the file.
        packing: how its bytes are packed; gzip or nothing, by its first bytes, where nobody says.
        start: byte of the file at which to begin.
    """

    def __init__(self, path: Path, packing: Packing | None = None, start: int = 0) -> None:
        self._path = path
        self._file = io.FileIO(path)
        packing = packing or Packing.of(self._file.read(2))
        self._file.seek(start)
        self._source = self._file if packing is Packing.NONE else _Unpacked(self._file, packing)
        self.size_on_disk = max(0, path.stat().st_size - start)
        self.growth = packing.value

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
        """Go on to the end of a packed file, where its checksum is compared, unless that is much farther than expected.

        Raises:
            FileProblem: the end is missing.
        """
        if isinstance(self._source, _Unpacked) and len(self.read(_SLACK)) < _SLACK and not self._source.is_complete:
            raise FileProblem(f"{self._path.name} lacks the end of its compressed data; {_CUT_OFF}.")

    def _fill(self, buffer: memoryview) -> int:
        filled = 0
        while step := self._source.readinto(buffer[filled:]):
            filled += step
        return filled


class _Unpacked(io.RawIOBase):
    """Unpacks gzip, zlib or bzip2, several members one after another, and compares their checksums.

    Measured on 26 MB of int16: ISA-L inflates 2.4 times as fast as zlib.
    """

    def __init__(self, file: io.FileIO, packing: Packing) -> None:
        super().__init__()
        self._file = file
        self._packing = packing
        self._member: Any = None
        self._waiting = b""

    @property
    def is_complete(self) -> bool:
        """Whether the end of the last member was reached and its checksum was right."""
        return self._member is not None and bool(self._member.eof)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill at least a part of ``buffer``; 0 at the end."""
        while len(buffer) > 0:
            if not self._waiting and (self._member is None or self._member.eof or self._member.needs_input):
                self._waiting = self._file.read(_PIECE)
                if not self._waiting:
                    return 0
            if self._member is None or self._member.eof:
                if self._member is not None and not self._waiting.startswith((GZIP_MAGIC, BZIP2_MAGIC)):
                    return 0  # padding after the last member
                self._member = self._begin(self._waiting)
            unpacked = self._member.decompress(self._waiting, min(len(buffer), _UNPACKED))
            self._waiting = self._member.unused_data
            if unpacked:
                buffer[: len(unpacked)] = unpacked
                return len(unpacked)
        return 0

    def _begin(self, head: bytes) -> Any:
        """What unpacks the next member."""
        if self._packing is Packing.BZIP2:
            return bz2.BZ2Decompressor()
        from isal.igzip_lib import DECOMP_GZIP, DECOMP_ZLIB, IgzipDecompressor

        return IgzipDecompressor(DECOMP_GZIP if head.startswith(GZIP_MAGIC) else DECOMP_ZLIB)
