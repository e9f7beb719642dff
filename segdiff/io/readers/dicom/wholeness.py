"""Whether a DICOM file without pixels reaches the end of its last element.

Where pixels are missing, their count tells. A structure set has none, and pydicom takes what is left of one that was
cut off for all of it: then contours are missing, and nobody would know.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import IO, Final

from segdiff.errors import FileProblem
from segdiff.io.readers.dicom.headers import NATIVE

_LONG_KINDS: Final = (b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV")
_UNDEFINED: Final = 0xFFFFFFFF
_ITEM, _ITEM_END, _ITEMS_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD


def check_whole(path: Path, syntax: str) -> None:
    """Refuse a file that ends within one of its elements.

    Args:
        path: the file.
        syntax: UID of its transfer syntax; a compressed file is known to be whole once it is unpacked.

    Raises:
        FileProblem: it was cut off.
    """
    if syntax not in NATIVE:
        return
    order, has_kinds = ">" if syntax == NATIVE[2] else "<", syntax != NATIVE[0]
    with path.open("rb") as file:
        at = 132 if file.read(132)[128:] == b"DICM" else 0
        walk = _Walk(file, path.stat().st_size)
        try:
            while at < walk.size and walk.bytes_at(at, 4) != bytes(4):  # padding behind the last element
                is_meta = walk.bytes_at(at, 2) == b"\x02\x00"
                at = walk.after("<" if is_meta else order, at, has_kinds=has_kinds or is_meta)
        except EOFError as error:
            raise FileProblem(f"{path.name} ends within its contours; it was cut off or is damaged.") from error


class _Walk:
    """Steps from element to element without reading their values."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self.size = file, size

    def bytes_at(self, at: int, count: int) -> bytes:
        self._file.seek(at)
        found = self._file.read(count)
        if len(found) < count:
            raise EOFError
        return found

    def after(self, order: str, at: int, *, has_kinds: bool) -> int:
        """Where the element at a byte ends."""
        start = self.bytes_at(at, 8)
        kind = start[4:6]
        if not has_kinds or not (kind.isalpha() and kind.isupper()):
            kind, value_at, length = b"", at + 8, struct.unpack(f"{order}I", start[4:])[0]
        elif kind in _LONG_KINDS:
            value_at, length = at + 12, struct.unpack(f"{order}I", self.bytes_at(at + 8, 4))[0]
        else:
            value_at, length = at + 8, struct.unpack(f"{order}H", start[6:])[0]
        if length == _UNDEFINED:
            return self._after_items(order, value_at, has_kinds=has_kinds and kind != b"UN")
        return self._checked(value_at + length)

    def _after_items(self, order: str, at: int, *, has_kinds: bool) -> int:
        tag, length = self._tag_and_length(order, at)
        while tag != _ITEMS_END:
            at += 8
            if tag == _ITEM and length != _UNDEFINED:
                at = self._checked(at + length)
            else:
                while self._tag_and_length(order, at)[0] != _ITEM_END:
                    at = self.after(order, at, has_kinds=has_kinds)
                at += 8
            tag, length = self._tag_and_length(order, at)
        return at + 8

    def _tag_and_length(self, order: str, at: int) -> tuple[int, int]:
        group, element, length = struct.unpack(f"{order}HHI", self.bytes_at(at, 8))
        return group << 16 | element, length

    def _checked(self, at: int) -> int:
        if at > self.size:
            raise EOFError
        return at
