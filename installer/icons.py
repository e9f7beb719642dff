"""Icons in every size and format, drawn from the mark."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_OF_WINDOWS: Final = (16, 24, 32, 48, 64, 128, 256)


def draw_icons(mark: Path, folder: Path) -> None:
    """Draw ``segdiff-SIZE.png`` in every size, ``segdiff.ico`` and ``segdiff.icns``.

    Args:
        mark: the SVG file.
        folder: where the icons go.
    """
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        _draw(mark, size, folder / f"segdiff-{size}.png")
    with Image.open(folder / f"segdiff-{SIZES[-1]}.png") as largest:
        largest.save(folder / "segdiff.ico", sizes=[(size, size) for size in _OF_WINDOWS])
        largest.save(folder / "segdiff.icns")


def _draw(mark: Path, size: int, target: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(mark)).render(painter)
    painter.end()
    if not picture.save(str(target)):
        raise OSError(f"{target} cannot be written")
