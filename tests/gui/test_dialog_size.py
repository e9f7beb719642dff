"""No dialog is larger than its screen, where the buttons at its end would be out of reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from segdiff.data import LabelChoice
from segdiff.gui import dialog_size
from segdiff.gui.help import Help
from segdiff.gui.licences import Licences
from segdiff.gui.settings import SettingsDialog
from segdiff.gui.views.files_dialog import FilesDialog
from segdiff.gui.views.label_desk.desk import Column, Desk, LabelRow
from segdiff.gui.views.label_desk.dialog import LabelDesk
from segdiff.gui.views.loss_card import Card, LossCard


def label_desk() -> QDialog:
    """Forty labels."""
    rows = tuple(LabelRow(value, "", None, 100, 0.1) for value in range(1, 41))
    choices = tuple(LabelChoice.single(value) for value in range(1, 41))
    return LabelDesk(Desk("voxel", (Column("", "Ground truth", rows),), choices, choices, ()))


def settings() -> QDialog:
    """It looks for no card."""
    made = SettingsDialog("CPU")
    made.computing.stop()
    return made


DIALOGS: tuple[tuple[Callable[[], QDialog], tuple[int, int]], ...] = (
    (label_desk, (640, 700)),
    (Help, (640, 640)),
    (settings, (620, 560)),
    (lambda: Licences([]), (680, 560)),
    (lambda: FilesDialog([], {}), (680, 150)),
    (lambda: LossCard(Card("dice_loss", "Dice loss", "", "", {}, "", [])), (680, 700)),
)


@pytest.mark.parametrize(("make", "size"), DIALOGS)
@pytest.mark.usefixtures("qapp")
def test_a_dialog_stays_within_the_room_there_is(
    make: Callable[[], QDialog], size: tuple[int, int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog_size, "room_for", lambda _dialog: QSize(680, 700))
    dialog = make()
    qtbot.addWidget(dialog)
    assert dialog.size().toTuple() == size


def test_the_room_is_the_screen_less_the_frame_of_a_window(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    screen = QApplication.primaryScreen().availableSize()
    assert dialog_size.room_for(dialog) == screen - QSize(16, 48)
