"""What a person in front of the window sees and does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Outcome
from segdiff.gui.app import App
from segdiff.gui.widgets.formula import FormulaCard
from segdiff.gui.widgets.slider import Slider
from segdiff.gui.widgets.swatch import Swatch
from segdiff.session import ViewState

LEFT = Qt.MouseButton.LeftButton
TIMEOUT_MS = 30_000


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


class Person:
    """Looks at one window and uses it."""

    def __init__(self, app: App, qtbot: QtBot) -> None:
        self.app, self.window, self.qtbot = app, app.window, qtbot

    @property
    def state(self) -> ViewState:
        """What is on screen, as the program keeps it."""
        return self.app.store.state

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=TIMEOUT_MS)

    def wait_for_case(self, name: str | None = None) -> Person:
        """Until a case (of that name) is on screen and measured."""

        def is_there() -> bool:
            case = self.state.case
            return case is not None and name in (None, case.name) and self.app.pipeline.is_idle

        self.wait(is_there)
        return self

    def wait_for_message(self) -> str:
        self.wait(lambda: bool(self.window.message.text))
        return self.window.message.text

    def drop(self, *paths: Path, on: QWidget | None = None) -> None:
        """Drag files over the window, or a part of it, and let them go."""
        self.let_go(self.hold(*paths, on=on), on=on)

    def hold(self, *paths: Path, on: QWidget | None = None, words: str = "") -> QMimeData:
        """Drag files, or words of another program, over the window or a part of it."""
        mime, action, keys = QMimeData(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        if words:
            mime.setText(words)
        entered = QDragEnterEvent(QPoint(9, 9), action, mime, LEFT, keys)
        QApplication.sendEvent(on or self.window, entered)
        assert entered.isAccepted()
        return mime

    def let_go(self, mime: QMimeData, on: QWidget | None = None) -> None:
        """Drop what is held."""
        action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(on or self.window, QDropEvent(QPointF(9, 9), action, mime, LEFT, keys))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), LEFT)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def press(self, keys: str) -> None:
        """Press keys as they are written in the list, such as ``Ctrl+J`` or ``{``, wherever the keyboard is."""
        combination = QKeySequence(keys)[0]
        self.key(combination.key(), combination.keyboardModifiers())

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on the control of that spoken name."""
        passed = []
        while len(passed) < 100:
            self.key(Qt.Key.Key_Tab)
            passed.append(spoken(self.window.focusWidget()))
            if passed[-1] == name:
                return
        raise AssertionError(f"{name} is not among {passed}")

    def button(self, name: str) -> QPushButton:
        """The visible button of that text or spoken name."""
        buttons = [b for b in self.window.findChildren(QPushButton) if b.isVisible()]
        return next(b for b in buttons if name in (b.text(), b.accessibleName()))

    def slider(self, name: str) -> Slider:
        return next(s for s in self.window.findChildren(Slider) if s.accessibleName() == name)

    def formula(self) -> str:
        """The index with the numbers in it, as it is read aloud."""
        return self.window.findChild(FormulaCard).accessibleName().removeprefix("Tversky index: ")

    def legend(self) -> dict[str, list[str]]:
        """Amount, word and share of each outcome that is told of."""
        found = {}
        for swatch in self.window.findChildren(Swatch):
            if swatch.parentWidget().isHidden():
                continue
            grid = swatch.parentWidget().layout()
            places = ((0, 2), (1, 1), (1, 2))
            found[swatch.accessibleName()] = [grid.itemAtPosition(*place).widget().text() for place in places]
        return found

    def scores(self) -> dict[str, list[str]]:
        """Each row of the table."""
        model = self.window.scores.findChild(QTableView).model()
        rows = ([model.index(row, column).data() for column in range(model.columnCount())]
                for row in range(model.rowCount()))  # fmt: skip
        return {row[0]: row[1:] for row in rows}

    def words(self, part: QWidget) -> list[str]:
        """The visible labels in a part of the window."""
        return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]

    def make_opaque(self) -> None:
        """Show every outcome in its full colour, and errors at equal cost."""
        style = self.state.overlay
        for outcome in (Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_POSITIVE):
            style = style.with_outcome(outcome, opacity=1.0)
        self.app.store.apply(lambda state: state.with_overlay(style).with_costs(1.0, 1.0))

    def picture(self, part: QWidget | None = None) -> NDArray[np.uint8]:
        """What is on the screen, ``(row, column, 3)``."""
        shot = (part or self.window).grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(shot.constBits(), np.uint8).reshape(shot.height(), shot.bytesPerLine())
        return rows[:, : 3 * shot.width()].reshape(shot.height(), shot.width(), 3).copy()
