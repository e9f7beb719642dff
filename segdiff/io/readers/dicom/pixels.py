"""The pixels of DICOM frames, as they are stored."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.limits import check_promise
from segdiff.io.readers.dicom.headers import NATIVE, Header, quietly

_GREY: Final = "MONOCHROME2"
FLOATS: Final = {0x7FE00008: 4, 0x7FE00009: 8}
_UNDEFINED: Final = 0xFFFFFFFF
_MOST_BY_ANY: Final = 20_000
"""Bytes that one compressed byte becomes, at most: an even slice all but vanishes."""

_HALVED: Final = "YBR_FULL_422"
"""Two neighbours share their colour, so that three values are stored as two."""

_VIDEO: Final = "1.2.840.10008.1.2.4.10"


def check_pixels(header: Header) -> None:
    """Refuse a file whose pixels cannot be read, before any of them is.

    Raises:
        FileProblem: there are none, or they are of an unknown kind, or fewer than promised.
    """
    name = header.path.name
    if header.pixel_kind == 0:
        raise FileProblem(f"{name} holds no pixels; it is a DICOM file of another kind, or it was cut off.")
    if header.syntax in NATIVE and header.pixel_bytes == _UNDEFINED:
        raise FileProblem(f"{name} does not say how long its pixels are; its header is damaged.")
    rows, columns = header.size
    samples, allocated = int(header.get("SamplesPerPixel", 1)), bits_of(header)[0]
    if samples not in (1, 3) or allocated not in (1, 8, 16, 32, 64):
        raise FileProblem(f"{name} has pixels of {samples} × {allocated} bits, which segdiff does not read.")
    promised = (header.frames * rows * columns * samples * allocated + 7) // 8
    held = header.path.stat().st_size
    if _photometric(header) == _HALVED:
        promised = promised * 2 // 3
    if header.syntax in NATIVE:
        assert header.pixels_at is not None
        if header.pixel_bytes < promised:
            held = min(held, header.pixels_at + header.pixel_bytes)
        if header.pixels_at + promised > held:
            raise FileProblem(f"{name} ends before the last of its pixels; it was cut off or is damaged.")
        check_promise(header.path, promised, held)
        return
    _check_syntax(header)
    check_promise(header.path, promised, held, _MOST_BY_ANY)


def is_colour(header: Header) -> bool:
    """Whether pixels have colours: three values each, or a palette."""
    return int(header.get("SamplesPerPixel", 1)) == 3 or _photometric(header) == "PALETTE COLOR"


def stored_frames(header: Header, frames: Sequence[int]) -> Iterator[NDArray[Any]]:
    """Frames as they are stored, one after another: ``(row, column)``, with red, green and blue last if there are any.

    Args:
        header: of a file whose pixels were checked.
        frames: which, counted from 0.
    """
    decoded = _native(header, frames) if _is_plain(header) else _decoded(header, frames)
    while True:
        with quietly(header.path):  # left before each frame is handed out: whoever takes it may not come back
            frame = next(decoded, None)
            finished = None if frame is None else _finished(header, frame)
        if finished is None:
            return
        yield finished


def _native(header: Header, frames: Sequence[int]) -> Iterator[NDArray[Any]]:
    """Straight from where they lie in the file."""
    (rows, columns), samples = header.size, int(header.get("SamplesPerPixel", 1))
    allocated = bits_of(header)[0]
    numbers = rows * columns * samples
    assert header.pixels_at is not None
    with header.path.open("rb") as file:
        for frame in frames:
            start, stop = frame * numbers * allocated, (frame + 1) * numbers * allocated
            file.seek(header.pixels_at + start // 8)
            data = file.read((stop + 7) // 8 - start // 8)
            if allocated == 1:
                bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")
                yield bits[start % 8 : start % 8 + numbers].reshape(rows, columns)
            else:
                flat = np.frombuffer(data, _stored_type(header))
                yield _pixel_interleaved(header, flat, rows, columns, samples)


def _pixel_interleaved(header: Header, flat: NDArray[Any], rows: int, columns: int, samples: int) -> NDArray[Any]:
    if samples == 1:
        return flat.reshape(rows, columns)
    if int(header.get("PlanarConfiguration", 0)) == 1:
        return np.moveaxis(flat.reshape(samples, rows, columns), 0, -1)
    return flat.reshape(rows, columns, samples)


def _decoded(header: Header, frames: Sequence[int]) -> Iterator[NDArray[Any]]:
    """By pydicom and the libraries it knows."""
    from pydicom import dcmread
    from pydicom.pixels.utils import iter_pixels

    with contextlib.suppress(ImportError):
        import gdcm

        gdcm.Trace.WarningOff()
        gdcm.Trace.ErrorOff()
    dataset = dcmread(header.path, force=True)
    try:
        yield from iter_pixels(dataset, indices=list(frames), raw=not is_colour(header))
    except RuntimeError as error:  # every library that was asked has refused
        raise FileProblem(
            f"{header.path.name} is compressed in a way that segdiff cannot undo ({_title(header)}), or is damaged; "
            "save it uncompressed, as Explicit VR Little Endian."
        ) from error


def _finished(header: Header, frame: NDArray[Any]) -> NDArray[Any]:
    """Unused bits cut off, colours as red, green and blue in 8 bits, white-is-zero turned round."""
    if _photometric(header) == "PALETTE COLOR":
        return _through_palette(header, frame)
    if frame.ndim == 3:
        if _is_plain(header) and _photometric(header).startswith("YBR"):
            from pydicom.pixels.processing import convert_color_space

            frame = np.asarray(convert_color_space(frame, _photometric(header), "RGB"))
        return frame if frame.dtype == np.uint8 else (frame >> max(0, bits_of(header)[1] - 8)).astype(np.uint8)
    if header.pixel_kind in FLOATS or bits_of(header)[0] == 1:
        return frame
    return _inverted(header, _without_unused_bits(header, frame))


def _without_unused_bits(header: Header, frame: NDArray[Any]) -> NDArray[Any]:
    """Old files keep overlays in the bits above the highest that is used."""
    allocated, stored, high = bits_of(header)
    if stored == allocated:
        return frame
    shift, signed = allocated - 1 - high, is_signed(header)
    wide = frame.astype(frame.dtype.newbyteorder("="))
    unsigned = wide.view(f"u{wide.dtype.itemsize}")
    moved = unsigned << shift  # so that the highest used bit is the highest there is
    aligned = moved.view(f"i{wide.dtype.itemsize}") if signed else moved
    return np.asarray(aligned >> (allocated - stored))


def _inverted(header: Header, frame: NDArray[Any]) -> NDArray[Any]:
    if _photometric(header) != "MONOCHROME1":
        return frame
    bits = bits_of(header)[1]
    return np.asarray((-1 if is_signed(header) else (1 << bits) - 1) - frame.astype(np.int64))


def _through_palette(header: Header, frame: NDArray[Any]) -> NDArray[Any]:
    from pydicom import dcmread
    from pydicom.pixels.processing import apply_color_lut

    dataset = dcmread(header.path, stop_before_pixels=True, force=True)
    colours = np.asarray(apply_color_lut(frame, dataset))
    return colours if colours.dtype == np.uint8 else (colours >> 8).astype(np.uint8)


def _check_syntax(header: Header) -> None:
    """Refuse a compression that no library here undoes."""
    from pydicom.pixels.decoders.base import get_decoder
    from pydicom.uid import UID

    syntax = UID(header.syntax)
    try:
        is_known = get_decoder(syntax).is_available
    except NotImplementedError:
        is_known = False
    if is_known:
        return
    what = "as a video" if header.syntax.startswith(_VIDEO) else "in a way that segdiff cannot undo"
    raise FileProblem(
        f"{header.path.name} is compressed {what} ({_title(header)}); save it uncompressed, "
        "as Explicit VR Little Endian."
    )


def _title(header: Header) -> str:
    """What the standard calls the compression."""
    from pydicom.uid import UID

    syntax = UID(header.syntax)
    return "by no standard" if syntax.is_private or syntax.name == str(syntax) else str(syntax.name)


def _is_plain(header: Header) -> bool:
    """Whether each value of each pixel lies in the file as it is."""
    return header.syntax in NATIVE and _photometric(header) != _HALVED


def _stored_type(header: Header) -> np.dtype[Any]:
    if header.pixel_kind in FLOATS:
        return np.dtype(f"{header.byte_order}f{FLOATS[header.pixel_kind]}")
    return np.dtype(f"{header.byte_order}{'i' if is_signed(header) else 'u'}{bits_of(header)[0] // 8}")


def bits_of(header: Header) -> tuple[int, int, int]:
    """Bits allocated, bits stored and the highest bit, counted from 0."""
    if header.pixel_kind in FLOATS:
        bits = 8 * FLOATS[header.pixel_kind]
        return bits, bits, bits - 1
    allocated = int(header.get("BitsAllocated", 0))
    stored = int(header.get("BitsStored", allocated))
    high = int(header.get("HighBit", stored - 1))
    if not (0 < stored <= allocated and stored - 1 <= high < allocated):
        raise FileProblem(
            f"The header of {header.path.name} is damaged: it puts {stored} bits into {allocated}, up to bit {high}."
        )
    return allocated, stored, high


def is_signed(header: Header) -> bool:
    """Whether stored values may be below zero."""
    return int(header.get("PixelRepresentation", 0)) == 1


def _photometric(header: Header) -> str:
    """How stored values are to be seen; those of a segmentation are numbers, whatever colours come with them."""
    given = header.get("PhotometricInterpretation", _GREY)
    return _GREY if header.is_segmentation else str(given).strip().upper()
