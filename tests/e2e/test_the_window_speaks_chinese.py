"""The whole window in Traditional Chinese: nothing is left in English, nothing is cut off, and English comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from segdiff.gui.language import use_language
from segdiff.gui.widgets.text import ElidedLabel
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person

HAN: Final = re.compile("[\u4e00-\u9fff]")
LATIN_WORD: Final = re.compile(r"[A-Za-z]{3,}")

NAMES: Final = {"segdiff", "Tversky", "Dice", "IoU", "BCE", "ROC", "Salehi", "Brier", "CPU", "logit"}
"""Words that a reader of Chinese reads in Latin letters as well."""

FILES: Final = {"scan", "nii", "eager", "cautious", "labelled"}


@pytest.fixture
def in_chinese(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, "zh_TW")
    yield
    use_language(qapp, "en")


@pytest.fixture
def person(in_chinese: None, open_window: OpenWindow, files: dict[str, Path]) -> Person:
    predictions = (files["eager"], files["cautious"])
    return open_window(image=files["scan"], truth=files["gt"], predictions=predictions).wait_for_case()


def texts(part: QWidget) -> list[tuple[QWidget, str]]:
    """Every label and button that is seen, with its text as it is read: without marks."""
    widgets = [*part.findChildren(QLabel), *part.findChildren(QPushButton)]
    return [(one, re.sub("<[^>]*>", " ", one.text())) for one in widgets if one.isVisible() and one.text()]


def in_english(part: QWidget) -> list[str]:
    """What is seen of a part and holds a Latin word that is no name."""
    return [text for _, text in texts(part) if set(LATIN_WORD.findall(text)) - NAMES - FILES]


def cut_off(part: QWidget) -> list[str]:
    """Labels and buttons that are narrower than their own words; those that elide by design say the rest on hover."""
    rigid = [
        (one, text)
        for one, text in texts(part)
        if not isinstance(one, ElidedLabel) and not (isinstance(one, QLabel) and one.wordWrap())
    ]
    return [text for one, text in rigid if one.width() < one.minimumSizeHint().width()]


def test_its_main_parts(person: Person) -> None:
    assert person.button("開啟…").isVisible()
    assert person.button("輪廓").isVisible()
    assert person.legend()["偽陽性"] == ["0.012 ml", "誤檢 · 12 個體素", "占 A 40 %"]
    assert person.slider("閾值").isVisible()
    assert person.scores()["Tversky 損失"]
    assert person.scores()["召回率"]
    assert "標準答案" in person.words(person.window.case)
    assert any("領先" in words for words in person.words(person.window.tradeoff))
    assert any(HAN.search(words) for words in person.words(person.window.status))


def test_nothing_is_left_in_english(person: Person) -> None:
    window, case = person.window, person.state.case
    assert case is not None
    for tab in (window.regions, window.by_slice, window.rivals, window.thresholds, window.imbalance, window.gradients):
        window.bottom.show_tab(tab)
        person.wait(lambda: person.app.pipeline.is_idle)
        assert [text for text in in_english(window) if text != case.name] == []


@pytest.mark.parametrize("width", [900, 1100, 1400])
def test_nothing_is_cut_off(in_chinese: None, open_window: OpenWindow, files: dict[str, Path], width: int) -> None:
    predictions = (files["eager"], files["cautious"])
    person = open_window(
        image=files["scan"], truth=files["gt"], predictions=predictions, size=(width, 700)
    ).wait_for_case()
    QApplication.processEvents()  # the last numbers have come, and find their room
    assert cut_off(person.window) == []


def test_settings_and_the_card_of_a_loss(person: Person) -> None:
    for show in (person.app.show_settings, lambda: person.click("比較")):
        show()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert cut_off(dialog) == []
        assert any(HAN.search(text) for _, text in texts(dialog))
        dialog.close()


def test_help(person: Person) -> None:
    person.app.show_help()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    words = " ".join(text for _, text in texts(dialog))
    assert "偽陽性是預測的誤檢" in re.sub(r"\s", "", words)
    assert "下一個切面" in words
    assert "不可用於診斷" in words
    dialog.close()


def test_english_comes_back(person: Person, qapp: QApplication, open_window: OpenWindow) -> None:
    assert person.button("開啟…").isVisible()
    use_language(qapp, "en")
    other = open_window()
    assert other.button("Open…").isVisible()
    assert not any(HAN.search(text) for _, text in texts(other.window))
