"""Questions that must be answered before the window goes on."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from segdiff.gui.words import tr


class Answer(Enum):
    """What to do about work that is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


def ask_to_save(parent: QWidget, name: str, without_saving: str) -> Answer:
    """Ask what is to become of changes, before the window closes or shows something else.

    Args:
        parent: the window.
        name: of the session file; empty for one that was never saved.
        without_saving: what the button says that goes on and loses them.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("segdiff")
    box.setText(tr("Save the changes to {name}?", name=name) if name else tr("Save the session with your verdicts?"))
    box.setInformativeText(tr("Without saving they are lost."))
    save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(without_saving, QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return Answer.SAVE if clicked is save else Answer.DISCARD if clicked is discard else Answer.STAY
