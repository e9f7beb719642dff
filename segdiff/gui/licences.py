"""The licences of what came with the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from segdiff.about import Component
from segdiff.gui import theme
from segdiff.gui.dialog_size import resize_within_screen
from segdiff.gui.words import tr


class Licences(QDialog):
    """Libraries on the left; on the right the licence of the one chosen, word for word."""

    def __init__(self, components: Sequence[Component], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences of the libraries in segdiff"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 860, 560)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Libraries"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Licence"))
        self.text.setReadOnly(True)
        for component in components:
            item = QListWidgetItem(f"{component.name} {component.version}")
            item.setData(Qt.ItemDataRole.UserRole, component)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._show)
        parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes([250, 610])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, theme.PADDING, theme.PADDING, theme.PADDING)
        column.addWidget(parts, 1)
        column.addWidget(buttons)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setPlainText(words_of(item.data(Qt.ItemDataRole.UserRole)))


def words_of(component: Component) -> str:
    """Name, licence and home of a library, and the texts of its licence."""
    head = f"{component.name} {component.version}\n{component.licence}\n{component.homepage}"
    texts = [text.read_text("utf-8", errors="replace") for text in component.texts]
    return "\n\n".join([head, *texts])
