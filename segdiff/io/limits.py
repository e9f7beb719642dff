"""What a header promises, held against what there is, before any memory is taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from segdiff.errors import FileProblem

MOST_BY_DEFLATE: Final = 1032
"""Bytes that one byte of a deflate stream (gz, zip, PNG) can become, at most (https://zlib.net/zlib_tech.html)."""

MOST_BY_BZIP2: Final = 1_300_000
"""The same of bzip2: a block of 900 kB of repetitions, which stand for 46 MB, takes less than 40 bytes."""


def check_promise(path: Path, promised: int, held: int, growth: int = 1) -> None:
    """Refuse a file that promises more than it can hold, or more than fits into memory.

    Args:
        path: the file.
        promised: bytes of values that its header speaks of.
        held: bytes that there are.
        growth: how many bytes one byte can become when it is unpacked.

    Raises:
        FileProblem: it cannot be.
    """
    if promised > held * growth:
        most = f"at most {byte_count(held * growth)}" if growth > 1 else byte_count(held)
        raise FileProblem(
            f"{path.name} promises {byte_count(promised)} of values but can hold {most}; it was cut off or is damaged."
        )
    memory = _memory_of_this_computer()
    if memory is not None and promised > memory:
        raise FileProblem(
            f"{path.name} needs {byte_count(promised)} of memory, but this computer has {byte_count(memory)}."
        )


def byte_count(number: int) -> str:
    """A number of bytes in the largest unit that keeps it above one: ``1.5 GiB``."""
    value, units = float(number), ["bytes", "KiB", "MiB", "GiB", "TiB"]
    while value >= 1024 and len(units) > 1:
        value /= 1024
        units.pop(0)
    return f"{value:,.0f} {units[0]}" if units[0] == "bytes" else f"{value:,.1f} {units[0]}"


def _memory_of_this_computer() -> int | None:
    """In bytes; ``None`` where the system has no such call (Windows), and allocation itself must refuse."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
