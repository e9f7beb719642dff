"""Whether this installation can read what it should, and what a file's fingerprint is."""

from __future__ import annotations

import hashlib
import importlib
import tempfile
from pathlib import Path

import numpy as np

from segdiff.errors import SegdiffError
from segdiff.io.opening import damage_as_problem, open_content
from segdiff.io.parts import split_part
from segdiff.io.readers import READERS, Reader
from segdiff.io.readers.dicom import dicom_files_in


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, as hexadecimal digits; all of the file, also where the path names a part of it.

    That of a folder is made of those of its DICOM files, sorted, so that it does not depend on their names.

    Raises:
        FileProblem: the file cannot be read.
    """
    whole, _ = split_part(path)
    if whole.is_dir():
        each = sorted(sha256_of(file) for file in dicom_files_in(whole))
        return hashlib.sha256("".join(each).encode()).hexdigest()
    with damage_as_problem(whole, whole.suffix), whole.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def self_check() -> list[tuple[str, bool, str]]:
    """Read a tiny picture of each format.

    Returns:
        For each reader its name, whether it read what was written, and the version of its library or what went wrong.
    """
    with tempfile.TemporaryDirectory() as folder:
        return [_checked(reader, Path(folder)) for reader in READERS]


def _checked(reader: Reader, folder: Path) -> tuple[str, bool, str]:
    path = folder / f"sample{reader.suffixes[0]}"
    expected = np.zeros((16, 24), np.uint8)
    expected[:8, :16] = 200  # whole blocks of a JPEG, which changes them by one or two
    try:
        reader.write_sample(path, expected)
        found = open_content(path).voxels.squeeze().astype(int)
        version = importlib.import_module(reader.library).__version__
    except (ImportError, OSError, SegdiffError) as error:
        return reader.name, False, str(error)
    if found.shape != expected.shape or np.abs(found - expected).max() > 2:
        return reader.name, False, f"{reader.library} {version} does not give back what it wrote"
    return reader.name, True, f"{reader.library} {version}"
