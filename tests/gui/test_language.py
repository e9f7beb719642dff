"""The window in another language than English."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from segdiff.gui import preferences, words
from segdiff.gui.language import chosen_language, use_language
from segdiff.gui.words import one_after_another, read_language, shown, speak, tr

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def in_english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(qapp, "en")


def write_language(path: Path, *messages: tuple[str, str, str]) -> Path:
    entries = "".join(
        f"<message><source>{source}</source><translation{kind}>{text}</translation></message>"
        for source, text, kind in messages
    )
    path.write_text(f'<?xml version="1.0"?><!DOCTYPE TS><TS><context><name>segdiff</name>{entries}</context></TS>')
    return path


def test_finished_translations_are_read_and_spoken(tmp_path: Path) -> None:
    path = write_language(
        tmp_path / "x.ts", ("Open {count} files", "開啟 {count} 個檔案", ""), ("Undo", "?", ' type="unfinished"')
    )
    speak(read_language(path))
    assert tr("Open {count} files", count=3) == "開啟 3 個檔案"
    assert tr("Undo") == "Undo"
    assert shown("Dice loss") == "Dice loss"
    speak({})
    assert tr("Open {count} files", count=3) == "Open 3 files"


def test_sentences_follow_each_other_as_their_script_has_it() -> None:
    assert one_after_another(["A is ahead.", "", "B finds less."]) == "A is ahead. B finds less."
    assert one_after_another(["A 領先。", "B 少檢出。"]) == "A 領先。B 少檢出。"


def test_qts_own_buttons_follow(qapp: QApplication) -> None:
    use_language(qapp, "zh_TW")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    use_language(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert words._SPOKEN == {}


@pytest.mark.parametrize(
    ("system", "language"), [("zh_TW", "zh_TW"), ("zh_HK", "zh_TW"), ("zh_CN", "en"), ("de_DE", "en"), ("C", "en")]
)
def test_without_a_choice_the_system_decides(monkeypatch: pytest.MonkeyPatch, system: str, language: str) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert chosen_language() == language
    preferences.LANGUAGE.choose("en")
    assert chosen_language() == "en"
    preferences.LANGUAGE.choose("zh_TW")
    assert chosen_language() == "zh_TW"


@pytest.fixture
def updating(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / ".ci")
    return importlib.import_module("update_languages")


def test_every_text_of_the_window_is_translated_with_its_places(
    updating: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["update_languages.py", "--check"])
    assert updating.main() == 0, capsys.readouterr().err


def test_the_check_of_languages_sees_what_is_missing_wrong_and_left_over(updating: ModuleType) -> None:
    known = {"Undo": "復原", "{a} of {b}": "{a}", "<b>A</b>": "<b>甲", "Gone": "不見了"}
    faults = list(updating.faults_of(["Undo", "{a} of {b}", "<b>A</b>", "New"], known))
    assert "not translated: 'New'" in faults
    assert len(faults) == 4
    assert any(fault.startswith("other places than in English") for fault in faults)
    assert "other marks than in English: '<b>甲'" in faults
    assert "no longer in the sources: 'Gone'" in faults
