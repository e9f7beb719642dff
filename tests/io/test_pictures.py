"""PNG, JPEG and TIFF in the modes that people save them in."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image as Picture

from segdiff.data import ProbabilityMap
from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, ReadAs, read_case
from segdiff.io.opening import open_content
from tests.io.files import read_pair, write_npy, write_palette_png, write_png

GREY = np.arange(12, dtype=np.uint8).reshape(3, 4) * 20
COLOURS = np.stack([GREY, GREY + 5, 255 - GREY], axis=-1)
RED, GREEN = (255, 0, 0), (0, 255, 0)


def test_grey_in_8_bits(tmp_path: Path) -> None:
    content = open_content(write_png(tmp_path / "a.png", GREY))
    np.testing.assert_array_equal(content.voxels, GREY)
    assert content.voxels.dtype == np.uint8
    assert content.grid is None
    assert not content.is_colour


def test_grey_in_16_bits(tmp_path: Path) -> None:
    content = open_content(write_png(tmp_path / "a.png", GREY.astype(np.uint16) * 250))
    np.testing.assert_array_equal(content.voxels, GREY.astype(int) * 250)
    assert content.voxels.max() == 55000


def test_one_bit(tmp_path: Path) -> None:
    content = open_content(write_png(tmp_path / "a.png", GREY > 100))
    assert content.voxels.dtype == np.uint8
    np.testing.assert_array_equal(content.voxels, GREY > 100)


def test_palette_keeps_indices_and_colours(tmp_path: Path) -> None:
    indices = np.array([[0, 1], [2, 1]], np.uint8)
    content = open_content(write_palette_png(tmp_path / "a.png", indices, [(0, 0, 0), RED, GREEN]))
    np.testing.assert_array_equal(content.voxels, indices)
    assert content.palette[:3] == ((0, 0, 0), RED, GREEN)


def test_colours(tmp_path: Path) -> None:
    content = open_content(write_png(tmp_path / "a.png", COLOURS))
    assert content.is_colour
    np.testing.assert_array_equal(content.voxels, COLOURS)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_is_dropped(mode: str, tmp_path: Path) -> None:
    alpha = np.full((3, 4, 1), 128, np.uint8)
    colours = COLOURS if mode == "RGBA" else GREY[..., None]
    Picture.fromarray(np.concatenate([colours, alpha], axis=-1)).save(tmp_path / "a.png")
    np.testing.assert_array_equal(open_content(tmp_path / "a.png").voxels, colours.squeeze())


def test_jpeg(tmp_path: Path) -> None:
    even = np.repeat(np.repeat(GREY, 8, axis=0), 8, axis=1)
    for name, pixels in (("grey.jpg", even), ("colour.jpeg", np.stack([even, even, 255 - even], axis=-1))):
        Picture.fromarray(pixels).save(tmp_path / name, quality=100, subsampling=0)
        np.testing.assert_allclose(open_content(tmp_path / name).voxels.astype(int), pixels, atol=2)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16, np.float32])
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_tiff_stack_is_a_volume_without_geometry(dtype: type, compression: str | None, tmp_path: Path) -> None:
    stack = np.arange(60).reshape(3, 4, 5).astype(dtype)
    tifffile.imwrite(tmp_path / "a.tif", stack, photometric="minisblack", compression=compression, byteorder=">")
    content = open_content(tmp_path / "a.tif")
    np.testing.assert_array_equal(content.voxels, stack)
    assert content.voxels.dtype == dtype
    assert content.voxels.dtype.isnative
    assert content.grid is None


def test_tiff_of_imagej(tmp_path: Path) -> None:
    stack = np.arange(60, dtype=np.uint16).reshape(3, 4, 5)
    tifffile.imwrite(tmp_path / "a.tif", stack, imagej=True, metadata={"axes": "ZYX"})
    np.testing.assert_array_equal(open_content(tmp_path / "a.tif").voxels, stack)


@pytest.mark.parametrize("compression", ["tiff_lzw", "packbits", "tiff_adobe_deflate", "group4"])
def test_tiff_in_compressions_that_pillow_writes(compression: str, tmp_path: Path) -> None:
    pages = [GREY > 50, GREY > 100] if compression == "group4" else [GREY, GREY + 3]
    first, second = (Picture.fromarray(page) for page in pages)
    first.save(tmp_path / "a.tif", compression=compression, save_all=True, append_images=[second])
    np.testing.assert_array_equal(open_content(tmp_path / "a.tif").voxels, np.stack(pages))


@pytest.mark.parametrize("planes", ["contig", "separate"])
def test_colour_tiff(planes: str, tmp_path: Path) -> None:
    stored = COLOURS if planes == "contig" else np.moveaxis(COLOURS, -1, 0)
    tifffile.imwrite(tmp_path / "a.tif", stored, photometric="rgb", planarconfig=planes)
    content = open_content(tmp_path / "a.tif")
    assert content.is_colour
    np.testing.assert_array_equal(content.voxels, COLOURS)


def test_lzw_colour_tiff(tmp_path: Path) -> None:
    Picture.fromarray(COLOURS).save(tmp_path / "a.tif", compression="tiff_lzw")
    content = open_content(tmp_path / "a.tif")
    assert content.is_colour
    np.testing.assert_array_equal(content.voxels, COLOURS)


def test_tiff_with_palette(tmp_path: Path) -> None:
    table = np.zeros((3, 256), np.uint16)
    table[:, 1], table[:, 2] = [65535, 0, 0], [0, 65535, 0]
    indices = np.array([[0, 1], [2, 1]], np.uint8)
    tifffile.imwrite(tmp_path / "a.tif", indices, photometric="palette", colormap=table)
    content = open_content(tmp_path / "a.tif")
    np.testing.assert_array_equal(content.voxels, indices)
    assert content.palette[:3] == ((0, 0, 0), RED, GREEN)


def test_tiff_whose_zero_is_white_is_turned_round(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", 255 - GREY, photometric="miniswhite")
    np.testing.assert_array_equal(open_content(tmp_path / "a.tif").voxels, GREY)


@pytest.mark.parametrize("white_is_zero", [False, True])
def test_one_bit_tiff(white_is_zero: bool, tmp_path: Path) -> None:
    """Pillow writes 1 bit as 0 for black; the other way round is what fax machines and some scanners write."""
    Picture.fromarray(GREY > 100).save(tmp_path / "a.tif")
    if white_is_zero:
        raw = bytearray((tmp_path / "a.tif").read_bytes())
        tag = struct.pack("<HHI", 262, 3, 1)  # photometric interpretation, from 1 to 0
        raw[raw.index(tag) + 8] = 0
        (tmp_path / "a.tif").write_bytes(raw)
    expected = GREY <= 100 if white_is_zero else GREY > 100
    np.testing.assert_array_equal(open_content(tmp_path / "a.tif").voxels, expected)


def test_of_tiff_pages_of_different_size_the_first_is_read(tmp_path: Path) -> None:
    with tifffile.TiffWriter(tmp_path / "a.tif") as writer:
        writer.write(GREY, photometric="minisblack")
        writer.write(GREY[:2], photometric="minisblack")
    content = open_content(tmp_path / "a.tif")
    np.testing.assert_array_equal(content.voxels, GREY)
    assert content.notices == (
        "a.tif holds 1 more picture of another kind; the first was read, and a.tif#2 is the second.",
    )
    second = open_content(tmp_path / "a.tif#2")
    assert second.notices == ()
    np.testing.assert_array_equal(second.voxels, GREY[:2])
    with pytest.raises(FileProblem, match=r"^a\.tif holds 2 volumes, #1 to #2, and no #3\.$"):
        open_content(tmp_path / "a.tif#3")


def test_content_wins_over_the_name(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", GREY).rename(tmp_path / "a.nii.gz")
    content = open_content(tmp_path / "a.nii.gz")
    np.testing.assert_array_equal(content.voxels, GREY)
    assert content.notices == ("a.nii.gz was read as what it is, PNG, although its name says otherwise.",)


def test_an_image_of_grey_colours_is_grey(tmp_path: Path) -> None:
    image = read_case(CaseRequest(image=write_png(tmp_path / "a.png", np.stack([GREY] * 3, axis=-1)))).image
    assert image is not None
    assert not image.is_colour
    np.testing.assert_array_equal(image.voxels, GREY)


def test_an_image_in_colour_stays_so(tmp_path: Path) -> None:
    image = read_case(CaseRequest(image=write_png(tmp_path / "a.png", COLOURS))).image
    assert image is not None
    assert image.is_colour
    assert image.grid.shape == (3, 4)
    np.testing.assert_array_equal(image.voxels, COLOURS)


def test_an_image_with_a_palette_is_shown_in_its_colours(tmp_path: Path) -> None:
    path = write_palette_png(tmp_path / "a.png", np.array([[0, 1], [2, 1]], np.uint8), [(9, 9, 9), RED, GREEN])
    image = read_case(CaseRequest(image=path)).image
    assert image is not None
    np.testing.assert_array_equal(image.voxels, [[(9, 9, 9), RED], [GREEN, RED]])


def test_an_image_of_16_bit_colours_is_shown_in_8(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", COLOURS.astype(np.uint16) * 257, photometric="rgb")
    image = read_case(CaseRequest(image=tmp_path / "a.tif")).image
    assert image is not None
    np.testing.assert_array_equal(image.voxels, COLOURS)


def test_a_stack_of_colour_pictures_is_shown_in_grey(tmp_path: Path) -> None:
    """Red 100, green 200, blue 50: 29.9 + 117.4 + 5.7 = 153."""
    stack = np.full((2, 3, 4, 3), (100, 200, 50), np.uint8)
    tifffile.imwrite(tmp_path / "a.tif", stack, photometric="rgb")
    image = read_case(CaseRequest(image=tmp_path / "a.tif")).image
    assert image is not None
    assert image.voxels.shape == (2, 3, 4)
    np.testing.assert_allclose(image.voxels, 153.0, atol=0.01)
    assert image.notices == ("The colours of a.tif are shown as grey values.",)


def write_png_of_16_bits(path: Path, pixels: np.ndarray) -> None:
    """Write ``(y, x, 2, 3 or 4)`` by hand: Pillow has no way to."""
    kind = {2: 4, 3: 2, 4: 6}[pixels.shape[-1]]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 16, kind, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with path.open("ab") as file:
        for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
            file.write(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))


@pytest.mark.parametrize("channels", [3, 4])
def test_a_png_of_16_bit_colours_says_that_8_were_read(channels: int, tmp_path: Path) -> None:
    pixels = np.arange(12 * channels).reshape(3, 4, channels) * 1300
    write_png_of_16_bits(tmp_path / "a.png", pixels)
    content = open_content(tmp_path / "a.png")
    np.testing.assert_array_equal(content.voxels, pixels[..., :3] >> 8)
    assert content.notices == ("a.png has 16 bits for each colour; the upper 8 were read.",)


def test_a_png_of_16_bit_labels_and_transparency_is_refused(tmp_path: Path) -> None:
    """Read in 8 bits, the labels 1 and 2 would be 0."""
    write_png_of_16_bits(tmp_path / "a.png", np.stack([GREY // 20, GREY], axis=-1))
    with pytest.raises(FileProblem) as caught:
        open_content(tmp_path / "a.png")
    assert str(caught.value) == (
        "a.png holds grey values in 16 bits beside transparency, of which only 8 bits can be read; "
        "save it without transparency."
    )


def test_a_mask_of_16_bit_colours_loses_none_of_them(tmp_path: Path) -> None:
    far, near = np.zeros((2, 2, 5, 3), np.uint16)
    far[0, 0], far[1, 1] = (65535, 0, 0), (0, 65535, 0)
    near[0, 0], near[1, 1] = (1, 0, 0), (0, 1, 0)
    tifffile.imwrite(tmp_path / "a.tif", far, photometric="rgb")
    truth = read_case(CaseRequest(truth=tmp_path / "a.tif")).truth
    assert truth is not None
    assert truth.labels == (1, 2)
    tifffile.imwrite(tmp_path / "a.tif", near, photometric="rgb")
    with pytest.raises(FileProblem, match=r"^a\.tif has colours that differ only in the lower 8 of their 16 bits, "):
        read_case(CaseRequest(truth=tmp_path / "a.tif"))


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_picture_that_viewers_turn_is_taken_as_it_is_stored(name: str, orientation: int, tmp_path: Path) -> None:
    exif = Picture.Exif()
    exif[0x0112] = orientation
    Picture.fromarray(np.full((8, 16), 200, np.uint8)).save(tmp_path / name, exif=exif)
    content = open_content(tmp_path / name)
    assert content.voxels.shape == (8, 16)
    said = f"{name} asks viewers to turn or mirror it; its pixels were taken as they are stored."
    assert content.notices == ((said,) if orientation == 6 else ())


IMAGEJ = {"unit": "um", "spacing": 3.0}


def write_imagej(path: Path, stack: np.ndarray, axes: str, **metadata: object) -> None:
    """Two pixels in a unit along x and four along y."""
    tifffile.imwrite(path, stack, imagej=True, resolution=(2.0, 4.0), metadata={"axes": axes, **metadata})


STACK = np.arange(120, dtype=np.uint16).reshape(3, 2, 4, 5)


@pytest.mark.parametrize(
    ("unit", "in_mm"), [("mm", 1.0), ("um", 1e-3), ("micron", 1e-3), ("\\u00B5m", 1e-3), ("cm", 10)]
)
def test_a_voxel_size_of_imagej(unit: str, in_mm: float, tmp_path: Path) -> None:
    write_imagej(tmp_path / "a.tif", STACK[:, 0], "ZYX", unit=unit, spacing=3.0)
    content = open_content(tmp_path / "a.tif")
    assert content.known_grid.spacing_mm == pytest.approx((3 * in_mm, 0.25 * in_mm, 0.5 * in_mm))
    assert not content.has_position
    np.testing.assert_array_equal(content.voxels, STACK[:, 0])
    write_imagej(tmp_path / "b.tif", STACK[0, 0], "YX", unit=unit)
    assert open_content(tmp_path / "b.tif").known_grid.spacing_mm == pytest.approx((0.25 * in_mm, 0.5 * in_mm))


@pytest.mark.parametrize(
    "metadata", [{}, {"unit": "pixel", "spacing": 3.0}, {"unit": "mm"}, {"unit": "mm", "spacing": 0}]
)
def test_no_voxel_size_without_a_unit_and_all_lengths(metadata: dict[str, object], tmp_path: Path) -> None:
    write_imagej(tmp_path / "a.tif", STACK[:, 0], "ZYX", **metadata)
    assert open_content(tmp_path / "a.tif").grid is None


OME_SIZES = {"PhysicalSizeX": 500.0, "PhysicalSizeY": 0.25, "PhysicalSizeYUnit": "mm", "PhysicalSizeZ": 3000.0}


def test_a_voxel_size_of_ome_is_in_micrometres_unless_it_names_a_unit(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.ome.tif", STACK[:, 0], metadata={"axes": "ZYX", **OME_SIZES})
    content = open_content(tmp_path / "a.ome.tif")
    assert content.known_grid.spacing_mm == pytest.approx((3.0, 0.25, 0.5))
    np.testing.assert_array_equal(content.voxels, STACK[:, 0])
    tifffile.imwrite(tmp_path / "b.ome.tif", STACK[0, 0], metadata={"axes": "YX", **OME_SIZES})
    assert open_content(tmp_path / "b.ome.tif").known_grid.spacing_mm == pytest.approx((0.25, 0.5))


def test_the_second_picture_of_ome_has_a_voxel_size_of_its_own(tmp_path: Path) -> None:
    with tifffile.TiffWriter(tmp_path / "a.ome.tif") as writer:
        writer.write(STACK[:, 0], metadata={"axes": "ZYX", **OME_SIZES})
        writer.write(STACK[:, 1, :2], metadata={"axes": "ZYX", **OME_SIZES, "PhysicalSizeX": 125.0})
    assert open_content(tmp_path / "a.ome.tif#1").known_grid.spacing_mm == pytest.approx((3.0, 0.25, 0.5))
    assert open_content(tmp_path / "a.ome.tif#2").known_grid.spacing_mm == pytest.approx((3.0, 0.25, 0.125))


@pytest.mark.parametrize(
    "metadata", [{}, {**OME_SIZES, "PhysicalSizeYUnit": "pixel"}, {**OME_SIZES, "PhysicalSizeZ": 0}]
)
def test_ome_without_all_lengths_has_no_voxel_size(metadata: dict[str, object], tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.ome.tif", STACK[:, 0], metadata={"axes": "ZYX", **metadata})
    assert open_content(tmp_path / "a.ome.tif").grid is None


def test_the_resolution_of_a_printer_is_no_voxel_size(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", GREY, resolution=(300, 300), resolutionunit="INCH")
    assert open_content(tmp_path / "a.tif").grid is None


@pytest.mark.parametrize(
    ("slices", "metadata", "is_stack"), [(8, {}, True), (7, {}, False), (2, {"spacing": 3.0, "unit": "mm"}, True)]
)
def test_slices_that_python_calls_channels(
    slices: int, metadata: dict[str, object], is_stack: bool, tmp_path: Path
) -> None:
    """tifffile takes the first axis of a stack for channels unless it is told; ImageJ has no more than seven."""
    stack = np.stack([STACK[0, 0] + number for number in range(slices)])
    tifffile.imwrite(tmp_path / "a.tif", stack, imagej=True, metadata=metadata)
    content = open_content(tmp_path / "a.tif")
    assert (content.channels is None) == is_stack
    np.testing.assert_array_equal(content.voxels, stack)


def test_a_hyperstack_has_its_channels_first(tmp_path: Path) -> None:
    write_imagej(tmp_path / "a.tif", STACK, "ZCYX", **IMAGEJ)
    content = open_content(tmp_path / "a.tif")
    assert content.channels == 2
    assert content.known_grid.shape == (3, 4, 5)
    np.testing.assert_array_equal(content.voxels, np.moveaxis(STACK, 1, 0))
    np.testing.assert_array_equal(open_content(tmp_path / "a.tif#2").voxels, STACK[:, 1])
    write_imagej(tmp_path / "b.tif", STACK[0], "CYX")
    assert open_content(tmp_path / "b.tif").channels == 2
    assert open_content(tmp_path / "b.tif#2").known_grid.shape == (4, 5)
    write_imagej(tmp_path / "c.tif", STACK[:, 0], "TYX")
    assert open_content(tmp_path / "c.tif").grid is None


def test_a_mask_that_jpeg_has_blurred_is_refused(tmp_path: Path) -> None:
    """A disc, whose border does not keep to JPEG's blocks of 8 pixels."""
    down, across = np.mgrid[:37, :53]
    mask = np.where((down - 16) ** 2 + (across - 22) ** 2 < 90, 255, 0).astype(np.uint8)
    Picture.fromarray(mask).save(tmp_path / "mask.jpg", quality=75)
    with pytest.raises(
        FileProblem,
        match=r"^mask.jpg should hold a value for each label, but it holds \d+, since JPEG blurs masks; save",
    ):
        read_pair(tmp_path / "mask.jpg")
    case = read_pair(write_png(tmp_path / "mask.png", mask), tmp_path / "mask.jpg", read_as=ReadAs.PROBABILITIES)
    (prediction,) = case.predictions
    assert isinstance(prediction.content, ProbabilityMap)
    np.testing.assert_array_equal(prediction.content.voxels[0] >= 0.5, mask == 255)


def test_a_mask_that_jpeg_has_left_as_it_was(tmp_path: Path) -> None:
    """Whole blocks of one value, which it does not blur."""
    mask = np.zeros((16, 24), np.uint8)
    mask[:8, 8:] = 255
    Picture.fromarray(mask).save(tmp_path / "mask.jpg", quality=100)
    truth = read_pair(tmp_path / "mask.jpg").truth
    assert truth is not None
    np.testing.assert_array_equal(truth.voxels, mask == 255)


@pytest.mark.parametrize(
    ("strange", "said"),
    [([], ()), ([np.nan], ("1 value that is not a finite number",)), ([np.inf, -np.inf], ("2 values that are not",))],
)
def test_an_image_says_where_it_has_no_numbers(strange: list[float], said: tuple[str, ...], tmp_path: Path) -> None:
    values = np.linspace(-3e38, 3e38, 20, dtype=np.float32)  # of which the sum of a few would be beyond 32 bits
    values[: len(strange)] = strange
    image = read_case(CaseRequest(image=write_npy(tmp_path / "a.npy", values.reshape(4, 5)))).image
    assert image is not None
    assert len(image.notices) == len(said)
    for notice, words in zip(image.notices, said, strict=True):
        assert notice.startswith(f"a.npy holds {words}")
