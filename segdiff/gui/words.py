"""What the window says, in the language of the person who looks at it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, **values: object) -> str:
    """A text in the language of the window, its ``{name}`` places filled with ``values``.

    The text itself is a literal in English, so that it can be found in the sources and translated.
    """
    translated = QCoreApplication.translate("segdiff", text)
    return translated.format(**values) if values else translated
