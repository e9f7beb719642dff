"""What the stored values of DICOM frames stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.readers.dicom.headers import value_of
from segdiff.io.readers.dicom.pixels import FLOATS, bits_of, is_signed
from segdiff.io.readers.dicom.planes import Plane

_INTEGERS: Final = (np.uint8, np.int16, np.int32, np.int64)


@dataclass(frozen=True)
class Rescale:
    """What stored values are multiplied by, and what is added."""

    slope: float = 1.0
    intercept: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether whole numbers stay whole."""
        return self.slope == 1.0 and self.intercept == round(self.intercept)


def rescale_of(plane: Plane) -> Rescale:
    """How stored values of a frame become values.

    Raises:
        FileProblem: the file says something impossible.
    """
    for place in (plane.group("PixelValueTransformationSequence"), plane.header.dataset):
        if place is None or "RescaleSlope" not in place:
            continue
        slope, intercept = float(value_of(place, "RescaleSlope", 1)), float(value_of(place, "RescaleIntercept", 0))
        if slope == 0 or not np.isfinite([slope, intercept]).all():
            raise FileProblem(
                f"The header of {plane.header.path.name} is damaged: it turns stored values into values by a slope "
                f"of {slope:g} and an intercept of {intercept:g}."
            )
        return Rescale(slope, intercept)
    return Rescale(float(plane.header.get("DoseGridScaling", 1)))


def value_type(planes: Sequence[Plane]) -> type[Any]:
    """The smallest type that holds the values of all these frames exactly; a float where they are scaled."""
    low, high = 0, 0
    for plane in planes:
        header, rescale = plane.header, rescale_of(plane)
        if header.pixel_kind in FLOATS or not rescale.is_whole or "ModalityLUTSequence" in header.dataset:
            return np.float64 if header.pixel_kind == 0x7FE00009 else np.float32
        bits, signed = bits_of(header)[1], is_signed(header)
        least, most = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
        low, high = min(low, least + int(rescale.intercept)), max(high, most + int(rescale.intercept))
    return next((kind for kind in _INTEGERS if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max), np.float64)


def values_of(plane: Plane, stored: NDArray[Any], kind: type[Any]) -> NDArray[Any]:
    """What the stored values of a frame stand for, in a type found by :func:`value_type`."""
    header = plane.header
    if "ModalityLUTSequence" in header.dataset:
        from pydicom.pixels.processing import apply_modality_lut

        return np.asarray(apply_modality_lut(stored, header.dataset), dtype=kind)
    rescale = rescale_of(plane)
    if np.issubdtype(kind, np.integer):
        return np.asarray(stored.astype(np.int64) + int(rescale.intercept) if rescale.intercept else stored, dtype=kind)
    if rescale == Rescale():
        return np.asarray(stored, dtype=kind)
    return np.asarray(stored * np.float64(rescale.slope) + rescale.intercept, dtype=kind)
