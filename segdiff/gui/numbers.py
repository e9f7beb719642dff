"""Numbers as a person reads them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from segdiff.gui.words import tr

if TYPE_CHECKING:
    from segdiff.evidence.device import Device

MINUS = "−"
NONE = "—"

LETTERS_OF = {"alpha": "α", "beta": "β", "delta": "δ"}
"""How a framework's parameters are written in formulas."""


def score_text(value: float, digits: int = 4) -> str:
    """Four decimals, no zero before the point, a real minus: ``.7466``, ``−.7020``, ``1.2031``; a dash for NaN."""
    if math.isnan(value):
        return NONE
    text = f"{abs(value):.{digits}f}"
    text = text.removeprefix("0") if text.startswith("0.") else text
    return MINUS + text if value < 0 and float(f"{value:.{digits}f}") != 0 else text


def volume_text(voxels: float, voxel_ml: float | None, unit: str = "voxel") -> str:
    """Millilitres where a voxel has a volume, more decimals for tiny ones, else a count: ``3.79 ml``, ``12 pixels``."""
    if voxel_ml is None:
        return count_text(voxels, unit)
    ml = voxels * voxel_ml
    return f"{ml:.2f} ml" if ml >= 0.1 or ml == 0 else f"{ml:.3f} ml"


def count_text(count: float, unit: str) -> str:
    """``6,052 voxels``."""
    number = f"{count:,.0f}"
    if unit == "pixel":
        return tr("{count} pixel", count=number) if count == 1 else tr("{count} pixels", count=number)
    return tr("{count} voxel", count=number) if count == 1 else tr("{count} voxels", count=number)


def threshold_text(threshold: float) -> str:
    """Two decimals, or three where they are needed: ``0.50``, ``0.534``."""
    return f"{threshold:.2f}" if round(threshold, 2) == threshold else f"{threshold:.3f}"


def plain_number(value: float, span: float) -> str:
    """As many decimals as matter among numbers that span so much: ``−160``, ``0.035``; a real minus."""
    text = signed(value, 0 if span >= 20 else 3)
    return text.rstrip("0").rstrip(".") if "." in text else text


def letter_of(position: int) -> str:
    """What a prediction is called for short: ``A`` to ``Z``, then ``AA``, ``AB`` and so on."""
    before, last = divmod(position, 26)
    return (letter_of(before - 1) if before else "") + chr(ord("A") + last)


def share_text(part: float, whole: float) -> str:
    """``42 %``; a dash where there is no whole."""
    if whole == 0:
        return NONE
    percent = 100.0 * part / whole
    return f"{percent:.0f} %" if percent == 0 or percent >= 1 else f"{percent:.1f} %"


def signed(value: float, digits: int = 1) -> str:
    """A number with a real minus sign."""
    text = f"{abs(value):.{digits}f}"
    return MINUS + text if value < 0 and float(text) != 0 else text


def device_text(device: Device) -> str:
    """What measures: ``CPU · 2 threads``, or the name of the graphics card."""
    if device.kind == "cuda":
        return device.title
    return tr("CPU · 1 thread") if device.threads == 1 else tr("CPU · {count} threads", count=device.threads)
