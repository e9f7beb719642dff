"""A reviewer's verdict, to be given and taken back: three words of which one holds, and a comment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from segdiff.gui.widgets.choice import Choice
from segdiff.gui.words import tr
from segdiff.session import Decision, Verdict


class VerdictRow(QWidget):
    """Emits ``decided`` with a decision, ``None`` when the one that holds is pressed again, and ``commented``.

    A comment counts at every letter: whoever goes on to the next case or closes the window does not press Enter first.

    Args:
        name: of what is judged, read by screen readers.
        direction: how the words and the comment follow each other.
    """

    decided = Signal(object)
    commented = Signal(str)

    def __init__(self, name: str, direction: QBoxLayout.Direction) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._decisions = Choice(
            [
                (Decision.ACCEPT, tr("Accept"), tr("Use it as it is; press again to take it back")),
                (Decision.FIX, tr("Fix"), tr("Mend it before it is used; press again to take it back")),
                (Decision.REJECT, tr("Reject"), tr("Do not use it; press again to take it back")),
            ],
            name,
        )
        self._decisions.chosen.connect(self._decide)
        self.comment = QLineEdit()
        self.comment.setProperty("role", "field")
        self.comment.setPlaceholderText(tr("Comment"))
        self.comment.setAccessibleName(tr("{what}: comment", what=name))
        self.comment.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.comment.textEdited.connect(self.commented)
        row = QBoxLayout(direction, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._decisions)
        row.addWidget(self.comment, 1)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what was decided; nothing to judge hides the row. The space behind a word being typed stays."""
        is_same = self._verdict is not None and verdict is not None and self._verdict.subject == verdict.subject
        comment = verdict.comment if verdict else ""
        self._verdict = verdict
        self.setVisible(verdict is not None)
        self._decisions.value = verdict.decision if verdict else None
        if not (is_same and self.comment.text().strip() == comment):
            self.comment.setText(comment)
            self.comment.setCursorPosition(0)  # a long one is read from its beginning

    def _decide(self, decision: Decision) -> None:
        held = self._verdict.decision if self._verdict else None
        self.decided.emit(None if decision is held else decision)
