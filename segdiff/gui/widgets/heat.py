"""The quiet tone of heat maps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from segdiff.gui import theme


def heat_map(values: NDArray[np.float64], palette: theme.Palette) -> QImage:
    """Values from their lowest to their highest in one quiet tone that no outcome uses; the highest is lightest."""
    spread = values.max() - values.min()
    shade = (values - values.min()) / spread if spread > 0 else np.zeros_like(values)
    low, high = ((27, 31, 37), (150, 140, 104)) if palette.is_dark else ((246, 245, 240), (168, 156, 116))
    tones = np.array(low) + shade[..., None] ** 1.5 * (np.array(high) - np.array(low))
    pixels = np.ascontiguousarray(tones.astype(np.uint8))
    rows, columns = values.shape
    return QImage(pixels.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
