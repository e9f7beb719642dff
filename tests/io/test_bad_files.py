"""Files that cannot be read: one plain sentence each, and no memory taken on a header's word."""

from __future__ import annotations

import gzip
import os
import re
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import nibabel
import numpy as np
import pytest
import tifffile
from PIL import Image as Picture

from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, read_case
from segdiff.io.limits import byte_count
from segdiff.io.opening import open_content
from tests.io.files import PLACED, lopsided_volume, write_nifti, write_npy, write_png


def problem(path: Path) -> str:
    """The sentence, after checking that it is one."""
    with pytest.raises(FileProblem) as caught:
        open_content(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert re.fullmatch(r"[^\n]+[.]( Save that one alone.*)?", sentence)
    return sentence


def test_missing(tmp_path: Path) -> None:
    assert problem(tmp_path / "a.nii.gz") == f"There is no file {tmp_path / 'a.nii.gz'}."
    (tmp_path / "b.png").touch()
    assert problem(tmp_path / "b.png" / "a.nii.gz").startswith("There is no file ")


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(FileProblem, match=r"^There is no file 'a.x00.nii'\.$"):
        open_content(Path("a\0.nii"))


def test_folder(tmp_path: Path) -> None:
    assert problem(tmp_path) == f"{tmp_path} is a folder, where a single file was expected."


def test_no_ordinary_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.nii")
    assert problem(tmp_path / "a.nii") == f"{tmp_path / 'a.nii'} is not an ordinary file."


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is the system's only in name."""
    path = write_nifti(tmp_path / "a.nii", lopsided_volume())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert problem(path) == "a.nii may not be read: you have no permission for it."


@pytest.mark.parametrize("name", ["a.nii", "a.nii.gz", "a.png", "a.npy", "a"])
def test_empty(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert problem(tmp_path / name) == f"{name} is empty: it holds 0 bytes."


@pytest.mark.parametrize("name", ["a.nii", "a.nii.gz", "a.png", "a.jpg", "a.tif", "a.npy", "a.npz"])
def test_something_else_than_the_name_says(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Dear colleague, please find attached the masks.")
    assert re.fullmatch(
        rf"{name} is not a \w+ file although its name says so; it may be damaged\.", problem(tmp_path / name)
    )


def test_a_format_that_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "a.vtk").write_bytes(b"# vtk DataFile Version 3.0\n")
    assert problem(tmp_path / "a.vtk").startswith("a.vtk is in no format that segdiff reads (.png, ")


def test_gzip_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "a.nii.gz").write_bytes(gzip.compress(b"Dear colleague" * 100))
    assert (
        problem(tmp_path / "a.nii.gz") == "a.nii.gz is not a NIfTI file although its name says so; it may be damaged."
    )


def test_damaged_gzip(tmp_path: Path) -> None:
    (tmp_path / "a.nii.gz").write_bytes(b"\x1f\x8b\x08\0 nothing that can be unpacked")
    assert problem(tmp_path / "a.nii.gz").startswith("a.nii.gz is not a NIfTI file although its name says so")


def test_a_header_that_ends_early(tmp_path: Path) -> None:
    """NIfTI-2 headers have 540 bytes."""
    nibabel.Nifti2Image(lopsided_volume().T, PLACED).to_filename(tmp_path / "a.nii")
    (tmp_path / "a.nii").write_bytes((tmp_path / "a.nii").read_bytes()[:400])
    assert problem(tmp_path / "a.nii") == "a.nii ends inside its header; it was cut off or is damaged."


def test_analyze(tmp_path: Path) -> None:
    nibabel.AnalyzeImage(lopsided_volume().T, PLACED).to_filename(tmp_path / "a.img")
    assert problem(tmp_path / "a.hdr") == (
        "a.hdr is an Analyze file, which does not say which side of the patient is left; save it as NIfTI."
    )


@pytest.mark.parametrize("kept", [100, 348, 352, 400, 471])
def test_truncated_nifti(kept: int, tmp_path: Path) -> None:
    """352 bytes of header and 60 voxels of two bytes: 472."""
    path = write_nifti(tmp_path / "a.nii", lopsided_volume())
    assert path.stat().st_size == 472
    path.write_bytes(path.read_bytes()[:kept])
    sentence = problem(path)
    if kept >= 348:
        assert (
            sentence == f"a.nii promises 472 bytes of values but can hold {kept} bytes; it was cut off or is damaged."
        )


def noisy_nifti(path: Path) -> bytes:
    noise = np.random.default_rng(1).integers(-999, 999, (20, 30, 40), dtype=np.int16)
    return write_nifti(path, noise).read_bytes()


@pytest.mark.parametrize("missing", [1, 8, 9, 1000, 20000])
def test_truncated_gzip(missing: int, tmp_path: Path) -> None:
    path = tmp_path / "a.nii.gz"
    path.write_bytes(noisy_nifti(path)[:-missing])
    assert problem(path).endswith("it was cut off or is damaged.")


def test_gzip_with_a_wrong_checksum(tmp_path: Path) -> None:
    path = tmp_path / "a.nii.gz"
    raw = bytearray(noisy_nifti(path))
    raw[-6] ^= 1
    path.write_bytes(raw)
    assert problem(path) == "a.nii.gz cannot be read: it seems to be a damaged NIfTI file."


def with_dimensions(path: Path, *dimensions: int) -> Path:
    raw = bytearray(write_nifti(path.with_suffix(".raw.nii"), lopsided_volume()).read_bytes())
    raw[40:56] = struct.pack("<8h", len(dimensions), *dimensions, *[1] * (7 - len(dimensions)))
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)
    return path


def peak_memory(action: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("ending", [".nii", ".nii.gz"])
def test_a_small_file_that_promises_a_terabyte_takes_no_memory(ending: str, tmp_path: Path) -> None:
    path = with_dimensions(tmp_path / f"a{ending}", 10000, 10000, 10000)
    open_content(write_nifti(tmp_path / f"warm{ending}", lopsided_volume()))
    sentences: list[str] = []
    assert peak_memory(lambda: sentences.append(problem(path))) < 2 << 20
    assert re.match(rf"^a{ending} promises 1.8 TiB of values but can hold ", sentences[0])


def test_every_reader_holds_promises_against_the_file(tmp_path: Path) -> None:
    """10¹² values in an npy, an npz and a TIFF, and 10⁸ pixels in a PNG, none with more than a few bytes."""
    header = b"\x93NUMPY\x01\x00" + struct.pack("<H", 118)
    header += b"{'descr': '<i2', 'fortran_order': False, 'shape': (10000, 10000, 10000), }".ljust(117) + b"\n"
    (tmp_path / "a.npy").write_bytes(header + bytes(200))
    with zipfile.ZipFile(tmp_path / "a.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", header + bytes(200))
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((30, 40), np.uint16))
    raw = bytearray((tmp_path / "a.tif").read_bytes())
    width = raw.index(struct.pack("<HHII", 256, 4, 1, 40)) if struct.pack("<HHII", 256, 4, 1, 40) in raw else None
    at = width if width is not None else raw.index(struct.pack("<HHI", 256, 3, 1))
    raw[at : at + 12] = struct.pack("<HHII", 256, 4, 1, 1 << 30)
    (tmp_path / "a.tif").write_bytes(raw)
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 10000, 10000, 8, 0, 0, 0, 0)
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data = b"IDAT" + zlib.compress(bytes(100))
    png += struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data)) + end
    (tmp_path / "a.png").write_bytes(png)
    for name in ("a.npy", "a.npz", "a.tif", "a.png"):
        assert peak_memory(lambda path=tmp_path / name: problem(path)) < 20 << 20, name


def test_a_gzip_bomb_that_does_not_fit_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_nifti(tmp_path / "a.nii.gz", np.zeros((20, 500, 500), np.int16))
    monkeypatch.setattr("segdiff.io.limits._memory_of_this_computer", lambda: 4 << 20)
    assert problem(path) == "a.nii.gz needs 9.5 MiB of memory, but this computer has 4.0 MiB."


def test_where_the_system_does_not_tell_its_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.sysconf")
    path = write_nifti(tmp_path / "a.nii.gz", lopsided_volume())
    np.testing.assert_array_equal(open_content(path).voxels, lopsided_volume())


def test_memory_that_runs_out_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_nifti(tmp_path / "a.nii", lopsided_volume())

    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("segdiff.io.readers.nifti.np.empty", exhausted)
    assert problem(path) == "a.nii needs more memory than this computer has free."


FIVE_AXES = (
    "a.nii has 5 axes (3 × 4 × 5 × 2 × 3), but a picture has two, a volume three, and a volume with channels four."
)


@pytest.mark.parametrize(
    ("dimensions", "said"),
    [
        (
            (3, 4, 5, 2, 3),
            FIVE_AXES,
        ),
        ((3, 0, 5), "a.nii holds no voxels: its size is 3 × 0 × 5."),
        ((3, -4, 5), "The header of a.nii is damaged: it gives sizes of 3 × -4 × 5 × 1 × 1 × 1 × 1."),
    ],
)
def test_impossible_sizes(dimensions: tuple[int, ...], said: str, tmp_path: Path) -> None:
    assert problem(with_dimensions(tmp_path / "a.nii", *dimensions)) == said


@pytest.mark.parametrize("offset", [-8.0, 100.0, np.nan, 1e12])
def test_voxels_where_there_are_none(offset: float, tmp_path: Path) -> None:
    raw = bytearray(write_nifti(tmp_path / "a.nii", lopsided_volume()).read_bytes())
    raw[108:112] = struct.pack("<f", offset)
    (tmp_path / "a.nii").write_bytes(raw)
    problem(tmp_path / "a.nii")


def test_scaling_that_is_not_finite(tmp_path: Path) -> None:
    raw = bytearray(write_nifti(tmp_path / "a.nii", lopsided_volume()).read_bytes())
    raw[112:120] = struct.pack("<ff", 2.0, np.nan)
    (tmp_path / "a.nii").write_bytes(raw)
    assert problem(tmp_path / "a.nii") == "The header of a.nii is damaged: it adds nan to every value."


def test_complex_numbers(tmp_path: Path) -> None:
    said = "holds complex numbers; give their magnitude or another real-valued map instead."
    nibabel.Nifti1Image(np.zeros((3, 4, 5), np.complex64), PLACED).to_filename(tmp_path / "a.nii")
    assert problem(tmp_path / "a.nii") == f"a.nii {said}"
    assert problem(write_npy(tmp_path / "a.npy", np.zeros((3, 4), complex))) == f"a.npy {said}"


def test_records(tmp_path: Path) -> None:
    colours = np.zeros((3, 4, 5, 2), [("R", "u1"), ("G", "u1"), ("B", "u1")])
    nibabel.Nifti1Image(colours, PLACED).to_filename(tmp_path / "a.nii")
    assert problem(tmp_path / "a.nii") == ("a.nii holds several volumes in colour; save each as a file of its own.")
    assert "it holds something else" in problem(write_npy(tmp_path / "a.npy", colours))
    assert "it holds something else" in problem(write_npy(tmp_path / "b.npy", np.array([["lesion", "none"]])))


@pytest.mark.parametrize("shape", [(), (7,), (2, 3, 4, 5, 6), (0, 3)])
def test_arrays_of_no_use(shape: tuple[int, ...], tmp_path: Path) -> None:
    problem(write_npy(tmp_path / "a.npy", np.zeros(shape)))


def test_truncated_arrays(tmp_path: Path) -> None:
    path = write_npy(tmp_path / "a.npy", lopsided_volume())
    path.write_bytes(path.read_bytes()[:-1])
    assert problem(path).endswith("of values but can hold 119 bytes; it was cut off or is damaged.")
    path.write_bytes(path.read_bytes()[:30])
    assert problem(path) == "a.npy cannot be read: it seems to be a damaged npy file."
    np.savez(tmp_path / "a.npz", lopsided_volume())
    (tmp_path / "a.npz").write_bytes((tmp_path / "a.npz").read_bytes()[:-30])
    assert problem(tmp_path / "a.npz") == "a.npz cannot be read: it seems to be a damaged npz file."


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
def test_truncated_pictures(name: str, tmp_path: Path) -> None:
    noise = np.random.default_rng(2).integers(0, 255, (64, 80), dtype=np.uint8)
    Picture.fromarray(noise).save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    for kept in (30, len(whole) // 2, len(whole) - 40):
        (tmp_path / name).write_bytes(whole[:kept])
        problem(tmp_path / name)


def test_more_pixels_than_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Picture, "MAX_IMAGE_PIXELS", 50)
    path = write_png(tmp_path / "a.png", np.zeros((20, 30), np.uint8))
    assert problem(path) == (
        "a.png promises more than 100 pixels, the most that is opened; cut it into smaller pictures."
    )
    monkeypatch.setattr(Picture, "MAX_IMAGE_PIXELS", 400)
    assert open_content(path).voxels.shape == (20, 30)


def test_a_case_names_the_file_at_fault(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", lopsided_volume())
    (tmp_path / "image.nii").write_bytes(b"nothing of the kind")
    with pytest.raises(FileProblem, match=r"^image.nii is not a NIfTI file"):
        read_case(CaseRequest(truth=truth, image=tmp_path / "image.nii"))


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 bytes"), (1023, "1,023 bytes"), (1536, "1.5 KiB"), (2 * 10**12, "1.8 TiB"), (2**60, "1,048,576.0 TiB")],
)
def test_byte_counts_as_people_write_them(number: int, said: str) -> None:
    assert byte_count(number) == said
