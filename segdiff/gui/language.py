"""The language of the window: a person's choice, else the system's, else English."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from segdiff.gui.preferences import LANGUAGE
from segdiff.gui.words import read_language, speak
from segdiff.paths import resource

TRADITIONAL_CHINESE: Final = "zh_TW"


def chosen_language() -> str:
    """``en`` or ``zh_TW``."""
    if LANGUAGE.value != "system":
        return LANGUAGE.value
    system = QLocale.system()
    is_chinese = system.language() is QLocale.Language.Chinese
    is_traditional = system.script() is QLocale.Script.TraditionalHanScript
    return TRADITIONAL_CHINESE if is_chinese and is_traditional else "en"


def use_language(app: QApplication, language: str) -> None:
    """Let the window, and the buttons and menus that Qt itself makes, speak a language.

    Args:
        app: for the words of Qt.
        language: ``en`` or another that has a file in ``resources/languages``.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        speak({})
        return
    speak(read_language(resource(f"languages/segdiff_{language}.ts")))
    words_of_qt = QTranslator(app)
    if words_of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words_of_qt)
