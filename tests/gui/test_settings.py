"""The settings dialog: what is chosen is kept at once, and said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from segdiff import torch_folder
from segdiff.gui import preferences
from segdiff.gui.keys import choose_keys, key_table
from segdiff.gui.mouse import MousePreset, chosen_preset
from segdiff.gui.preferences import Preference, computing_rows, general_rows
from segdiff.gui.settings import SettingsDialog
from segdiff.gui.settings.computing_page import ComputingPage
from segdiff.gui.settings.key_page import KeyPage
from segdiff.gui.settings.rows import RowsPage
from tests.test_torch_folder import torch_in

LEFT = Qt.MouseButton.LeftButton


def row_of(key_id: str) -> tuple[str, ...]:
    return next(key.keys for key in key_table() if key.id == key_id)


class TestPreferences:
    def test_what_was_chosen_is_kept(self) -> None:
        assert preferences.THEME.value == "system"
        preferences.THEME.choose("light")
        assert preferences.THEME.value == "light"

    def test_nonsense_in_the_settings_counts_as_nothing(self) -> None:
        QSettings().setValue("look/scale", "enormous")
        assert preferences.SCALE.value == "1"

    def test_nonsense_cannot_be_chosen(self) -> None:
        with pytest.raises(ValueError, match="look/language cannot be 'klingon'"):
            preferences.LANGUAGE.choose("klingon")

    def test_every_row_offers_every_value_once(self) -> None:
        for row in (*general_rows(), *computing_rows()):
            assert sorted(value for value, _ in row.words) == sorted(row.preference.values)
            assert all(words for _, words in row.words)


class TestRows:
    def test_a_choice_is_kept_and_told(self, qtbot: QtBot) -> None:
        page = RowsPage(general_rows())
        qtbot.addWidget(page)
        heard: list[Preference] = []
        page.chosen.connect(heard.append)
        picker = page.pickers["look/theme"]
        picker.picked.emit("dark")
        assert heard == [preferences.THEME]
        assert preferences.THEME.value == "dark"
        again = RowsPage(general_rows())
        qtbot.addWidget(again)
        assert again.pickers["look/theme"].currentData() == "dark"


class TestKeys:
    @pytest.fixture
    def page(self, qtbot: QtBot) -> KeyPage:
        page = KeyPage()
        qtbot.addWidget(page)
        page.show()
        return page

    def test_every_key_has_a_field_that_shows_it(self, page: KeyPage) -> None:
        assert list(page.fields) == [key.id for key in key_table()]
        assert page.fields["blink"].keySequence().toString() == "B"
        assert page.fields["help"].keySequence().toString() == "F1, ?"

    def test_a_key_pressed_in_a_field_is_kept(self, page: KeyPage, qtbot: QtBot) -> None:
        field = page.fields["blink"]
        field.clear()
        with qtbot.waitSignal(page.keys_changed):
            qtbot.keyClick(field, Qt.Key.Key_G)
            field.editingFinished.emit()
        assert row_of("blink") == ("G",)

    def test_two_rows_with_one_key_are_named(self, page: KeyPage, qtbot: QtBot) -> None:
        assert page.clash.text() == "Press a key in a field to choose it."
        choose_keys("blink", ("F",))
        page._tell_clashes()
        assert page.clash.text().startswith("F is chosen twice, for “flip between truth and prediction” and “blink")

    def test_the_usual_keys_come_back(self, page: KeyPage, qtbot: QtBot) -> None:
        choose_keys("blink", ("G",))
        choose_keys("flip", ())
        with qtbot.waitSignal(page.keys_changed):
            qtbot.mouseClick(page.usual, LEFT)
        assert (row_of("blink"), row_of("flip")) == (("B",), ("F",))
        assert page.fields["flip"].keySequence().toString() == "F"

    def test_the_mouse_is_chosen_here_too(self, page: KeyPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.preset_changed) as heard:
            page.preset.picked.emit(MousePreset.CLINICAL)
        assert heard.args == [MousePreset.CLINICAL]
        assert chosen_preset() is MousePreset.CLINICAL


class TestComputing:
    def lister(self, tmp_path: Path, printed: str, code: int) -> str:
        program = tmp_path / "lister"
        program.write_text(f"#!{sys.executable}\nprint({printed!r})\nraise SystemExit({code})\n")
        program.chmod(0o755)
        return str(program)

    def page(self, qtbot: QtBot, driver: str, device: str = "CPU · 2 threads") -> ComputingPage:
        page = ComputingPage(device, driver)
        qtbot.addWidget(page)
        qtbot.waitUntil(lambda: not page.card.text().startswith("Looking"), timeout=20_000)
        return page

    @pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
    def test_a_card_is_named_and_the_way_to_use_it_told(self, qtbot: QtBot, tmp_path: Path) -> None:
        page = self.page(qtbot, self.lister(tmp_path, "GPU 0: NVIDIA H100 (UUID: GPU-1-2)", 0))
        assert page.card.text() == "An NVIDIA card was found: NVIDIA H100."
        assert f"torch=={torch_folder.VERSION}" in page.how.text()
        assert "Measuring on: CPU · 2 threads." in page.facts.text()

    @pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
    def test_a_driver_without_a_card_is_none(self, qtbot: QtBot, tmp_path: Path) -> None:
        page = self.page(qtbot, self.lister(tmp_path, "NVIDIA-SMI has failed", 9))
        assert page.card.text().startswith("No NVIDIA card was found.")

    def test_without_a_driver_there_is_none(self, qtbot: QtBot) -> None:
        page = self.page(qtbot, "segdiff-has-no-such-program", device="")
        assert page.card.text().startswith("No NVIDIA card was found.")
        assert "nothing has been measured" in page.facts.text()

    def test_a_folder_is_chosen_refused_and_forgotten(self, qtbot: QtBot, tmp_path: Path) -> None:
        page = self.page(qtbot, "segdiff-has-no-such-program")
        assert not page.forget.isEnabled()
        page.choose_folder(tmp_path)
        assert page.problem.text().startswith(f"There is no PyTorch in the folder {tmp_path}")
        page.choose_folder(torch_in(tmp_path / "cuda", "2.13.0+cu130"))
        assert page.problem.isHidden()
        assert str(tmp_path / "cuda") in page.folder.text()
        qtbot.mouseClick(page.forget, LEFT)
        assert torch_folder.chosen_folder() is None


def test_the_dialog_turns_its_pages_and_asks_for_the_tour(qtbot: QtBot) -> None:
    dialog = SettingsDialog("CPU")
    qtbot.addWidget(dialog)
    dialog.show()
    shown = []
    for title in ("General", "Keys and mouse", "Computing"):
        qtbot.mouseClick(next(b for b in dialog.findChildren(QPushButton) if b.text() == title), LEFT)
        shown.append(dialog.pages.currentWidget())
    assert shown == [dialog.general, dialog.keys, dialog.computing]
    qtbot.waitUntil(lambda: not dialog.computing.card.text().startswith("Looking"), timeout=20_000)
    with qtbot.waitSignal(dialog.tour_wished):
        dialog.tour.click()


def test_no_word_of_the_dialog_is_cut_off(qtbot: QtBot) -> None:
    dialog = SettingsDialog("CPU · 64 threads")
    qtbot.addWidget(dialog)
    dialog.show()
    for page in range(3):
        dialog._turn(page)
        for words in dialog.pages.currentWidget().findChildren(QLabel):
            if words.isVisible() and words.text() and not words.wordWrap():
                assert words.width() >= words.sizeHint().width() - 1, words.text()
    qtbot.waitUntil(lambda: not dialog.computing.card.text().startswith("Looking"), timeout=20_000)
