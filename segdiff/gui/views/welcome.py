"""What stands in the viewing area while there is nothing to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.text import label
from segdiff.gui.words import tr


class Welcome(QWidget):
    """Emits ``open_wished``, ``folder_wished`` and ``demo_wished``."""

    open_wished = Signal()
    folder_wished = Signal()
    demo_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        on_black = theme.DARK  # the viewing area is black in both themes
        self._title = _centred("", f"color: {on_black.text}; font-size: 18px; font-weight: 600;")
        self._hint = _centred(
            tr(
                "NIfTI, DICOM, NRRD, MetaImage, MATLAB, NumPy, PNG, TIFF or JPEG.\n"
                "Masks hold whole numbers or colours, probability maps numbers from 0 to 1."
            ),
            f"color: {on_black.secondary};",
        )
        self._open = QPushButton(tr("Open…"))
        self._folder = QPushButton(tr("Open folder…"))
        self._demo = QPushButton(tr("Look at the synthetic demo"))
        self._open.clicked.connect(self.open_wished)
        self._folder.clicked.connect(self.folder_wished)
        self._demo.clicked.connect(self.demo_wished)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._folder)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.PADDING)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addWidget(self._demo, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.show_invitation()

    def show_busy(self, text: str) -> None:
        """Say what is being opened instead of inviting."""
        self._title.setText(text)
        for widget in (self._hint, self._open, self._folder, self._demo):
            widget.hide()

    def show_invitation(self) -> None:
        """Invite again."""
        self._title.setText(tr("Drop an image, a ground truth and a prediction here"))
        for widget in (self._hint, self._open, self._folder, self._demo):
            widget.show()


def _centred(text: str, style: str) -> QLabel:
    made = label(text)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made.setWordWrap(True)
    made.setStyleSheet(style)
    return made
