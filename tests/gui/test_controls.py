"""The small controls: choice, swatch, picker, row of a prediction, labels, message, drops."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Geometry
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.drops import DropButton, paths_of
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.prediction_row import PredictionRow
from segdiff.gui.widgets.swatch import Swatch
from segdiff.gui.widgets.text import ElidedLabel, Paragraph

LEFT = Qt.MouseButton.LeftButton


def drop(widget: QWidget, mime: QMimeData) -> tuple[bool, bool]:
    """Drag something over a widget and let it go; whether either was accepted."""
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), action, mime, LEFT, keys)
    dropped = QDropEvent(QPointF(5, 5), action, mime, LEFT, keys)
    for event in (entered, dropped):
        event.ignore()
    QApplication.sendEvent(widget, entered)
    if entered.isAccepted():
        QApplication.sendEvent(widget, dropped)
    return entered.isAccepted(), dropped.isAccepted()


def files(*paths: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(path) if "://" in path else QUrl.fromLocalFile(path) for path in paths])
    return mime


class TestChoice:
    @pytest.fixture
    def choice(self, qtbot: QtBot) -> Choice:
        made = Choice([((0.5, 0.5), "Dice", "equal costs"), ((1.0, 1.0), "IoU", ""), ("x", "F2", "")], "Named costs")
        qtbot.addWidget(made)
        return made

    def test_a_press_is_told_and_holds_one_down(self, choice: Choice, qtbot: QtBot) -> None:
        chosen: list[object] = []
        choice.chosen.connect(chosen.append)
        qtbot.mouseClick(choice.button((1.0, 1.0)), LEFT)
        qtbot.mouseClick(choice.button((0.5, 0.5)), LEFT)
        assert chosen == [(1.0, 1.0), (0.5, 0.5)]
        assert [choice.button(value).isChecked() for value in ((0.5, 0.5), (1.0, 1.0), "x")] == [True, False, False]

    def test_setting_the_value_tells_nobody(self, choice: Choice) -> None:
        chosen: list[object] = []
        choice.chosen.connect(chosen.append)
        choice.value = "x"
        assert choice.value == "x"
        choice.value = (0.31, 0.7)
        assert choice.value is None
        assert not choice.button("x").isChecked()
        assert chosen == []

    def test_pressing_it_again_keeps_it_down(self, choice: Choice, qtbot: QtBot) -> None:
        choice.value = "x"
        qtbot.mouseClick(choice.button("x"), LEFT)
        assert choice.button("x").isChecked()

    def test_buttons_are_named_by_what_they_choose(self, choice: Choice) -> None:
        assert choice.button((0.5, 0.5)).accessibleName() == "Named costs: Dice"
        assert choice.button((0.5, 0.5)).accessibleDescription() == "equal costs"

    def test_a_click_leaves_the_keyboard_where_it_is(self, choice: Choice) -> None:
        assert choice.button("x").focusPolicy() == Qt.FocusPolicy.TabFocus


class TestSwatch:
    def test_it_is_a_switch_with_a_name(self, qtbot: QtBot) -> None:
        swatch = Swatch("fn", "False negative")
        qtbot.addWidget(swatch)
        spoken = QAccessible.queryAccessibleInterface(swatch)
        assert spoken.text(QAccessible.Text.Name) == "False negative"
        assert spoken.state().checkable
        assert spoken.state().checked
        qtbot.mouseClick(swatch, LEFT)
        assert not swatch.isChecked()

    def test_on_is_filled_and_off_is_an_outline(self, qtbot: QtBot) -> None:
        swatch = Swatch("tp", "True positive")
        qtbot.addWidget(swatch)
        assert swatch.grab().toImage().pixelColor(8, 8).name() == "#009e73"
        swatch.setChecked(False)
        assert swatch.grab().toImage().pixelColor(8, 8).name() != "#009e73"


class TestPicker:
    @pytest.fixture
    def picker(self, qtbot: QtBot) -> Picker:
        made = Picker("Label")
        qtbot.addWidget(made)
        made.show_entries([("one", "1 · lesion", "20 voxels"), ("two", "2", "")])
        return made

    def test_it_shows_a_value(self, picker: Picker) -> None:
        picker.show_value("two")
        assert picker.currentText() == "2"
        picker.show_value("one")
        assert picker.currentText() == "1 · lesion   20 voxels"
        assert picker.toolTip() == "1 · lesion   20 voxels"
        picker.show_value("three")
        assert picker.currentIndex() == -1

    def test_a_choice_is_told_by_its_value(self, picker: Picker, qtbot: QtBot) -> None:
        picked: list[object] = []
        picker.picked.connect(picked.append)
        picker.show_value("one")
        qtbot.keyClick(picker, Qt.Key.Key_Down)
        assert picked == ["two"]

    def test_the_wheel_is_left_to_the_panel(self, picker: Picker) -> None:
        """Whoever scrolls a list of files must not give one another role on the way."""
        picker.show_value("one")
        at, no_button, keys = QPointF(4, 4), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        turned = QWheelEvent(at, picker.mapToGlobal(at), QPoint(), QPoint(0, -120), no_button, keys, phase, False)
        QApplication.sendEvent(picker, turned)
        assert not turned.isAccepted()
        assert picker.currentData() == "one"

    def test_without_entries_nothing_can_be_chosen(self, picker: Picker) -> None:
        picker.show_entries([])
        assert not picker.isEnabled()


class TestPredictionRow:
    @pytest.fixture
    def row(self, qtbot: QtBot) -> PredictionRow:
        made = PredictionRow("B", "cautious", True, Geometry.RESAMPLED)
        qtbot.addWidget(made)
        made.resize(232, made.sizeHint().height())
        made.show()
        return made

    def words(self, row: PredictionRow) -> list[str]:
        return [label.text() for label in row.findChildren(ElidedLabel)]

    def test_it_says_which_it_is_and_how_it_is_cut(self, row: PredictionRow) -> None:
        row.show_threshold(0.534)
        assert sorted(self.words(row)) == ["B · cautious", "probability map, cut at 0.534"]
        assert row.radio.accessibleName() == "Prediction B, cautious"

    def test_labels_have_no_threshold(self, qtbot: QtBot) -> None:
        row = PredictionRow("A", "hard", False, Geometry.IDENTICAL)
        qtbot.addWidget(row)
        row.show_threshold(0.7)
        assert sorted(self.words(row)) == ["A · hard", "labels"]

    def test_a_click_anywhere_chooses_it(self, row: PredictionRow, qtbot: QtBot) -> None:
        with qtbot.waitSignal(row.chosen):
            qtbot.mouseClick(row, LEFT, pos=QPoint(150, 10))
        with qtbot.waitSignal(row.chosen):
            qtbot.mouseClick(row.radio, LEFT)

    def test_delete_takes_it_out(self, row: PredictionRow, qtbot: QtBot) -> None:
        with qtbot.waitSignal(row.removed):
            qtbot.keyClick(row.radio, Qt.Key.Key_Delete)

    def test_another_geometry_is_a_badge(self, row: PredictionRow, qtbot: QtBot) -> None:
        badges = [w.text() for w in row.findChildren(QWidget) if w.property("role") == "badge"]
        assert badges == ["resampled"]
        identical = PredictionRow("A", "same", True, Geometry.IDENTICAL)
        qtbot.addWidget(identical)
        assert not [w for w in identical.findChildren(QWidget) if w.property("role") == "badge"]


class TestWords:
    def test_what_does_not_fit_is_in_the_tooltip(self, qtbot: QtBot) -> None:
        name = ElidedLabel("sub-01_desc-nnunet_fold3_dseg.nii.gz")
        qtbot.addWidget(name)
        name.resize(80, 20)
        name.grab()
        assert name.toolTip() == "sub-01_desc-nnunet_fold3_dseg.nii.gz"
        name.setText("a.nii")
        name.grab()
        assert name.toolTip() == ""

    def test_a_paragraph_is_as_high_as_its_words(self, qtbot: QtBot) -> None:
        words = Paragraph()
        qtbot.addWidget(words)
        words.resize(200, 20)
        words.show()
        words.setText("one line")
        one = words.height()
        words.setText("several words that need more than two hundred pixels and so more than one line of text")
        assert words.height() >= 2 * one
        words.setText("one line")
        assert words.height() == one


class TestDrops:
    def test_files_of_this_computer_are_taken(self, qtbot: QtBot) -> None:
        button = DropButton("+")
        qtbot.addWidget(button)
        dropped: list[list[Path]] = []
        button.dropped.connect(dropped.append)
        assert drop(button, files("/data/a.nii.gz", "/data/b c.png")) == (True, True)
        assert dropped == [[Path("/data/a.nii.gz"), Path("/data/b c.png")]]

    def test_anything_else_is_not(self, qtbot: QtBot) -> None:
        button = DropButton("+")
        qtbot.addWidget(button)
        words = QMimeData()
        words.setText("/data/a.nii.gz")
        assert drop(button, words) == (False, False)
        assert drop(button, files("https://example.org/a.nii.gz")) == (False, False)

    def test_paths(self) -> None:
        assert paths_of(files("https://example.org/x.png", "/data/y.png")) == [Path("/data/y.png")]


def test_an_event_that_is_no_key_is_left_alone(qtbot: QtBot) -> None:
    """The row's ring follows the keyboard of its radio button; nothing else is kept from that button."""
    row = PredictionRow("A", "eager", True, Geometry.IDENTICAL)
    qtbot.addWidget(row)
    assert not row.eventFilter(row.radio, QEvent(QEvent.Type.FocusIn))
