"""What the window says, in the language of the person who looks at it.

Texts are English literals in the sources. A language is a file of Qt's ``.ts`` kind in ``resources/languages``, which
Qt Linguist can edit; ``.ci/update_languages.py`` brings it up to date with the sources.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

_SPOKEN: Final[dict[str, str]] = {}
"""The texts of the language in use; empty for English. Filled once, before there is a window."""


def tr(text: str, **values: object) -> str:
    """A text in the language of the window, its ``{name}`` places filled with ``values``.

    The text itself is a literal in English, so that it can be found in the sources and translated.
    """
    translated = _SPOKEN.get(text, text)
    return translated.format(**values) if values else translated


def shown(text: str) -> str:
    """A text of another part of the program, such as the title of a Score, in the language of the window."""
    return _SPOKEN.get(text, text)


def one_after_another(sentences: Iterable[str]) -> str:
    """Sentences in a paragraph; after a Chinese full stop there is no space."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith("。") else f" {sentence}"
    return text


def speak(texts: Mapping[str, str]) -> None:
    """Use these translations from now on; windows that are open keep their words."""
    _SPOKEN.clear()
    _SPOKEN.update(texts)


def read_language(path: Path) -> dict[str, str]:
    """The finished translations of a ``.ts`` file, by their English texts."""
    texts = {}
    for message in ET.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and translation.get("type") is None:
            texts[source] = translation.text
    return texts
