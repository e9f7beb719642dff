"""Where numbers are made: the device, the PyTorch in use, and how to use an NVIDIA card."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from segdiff import torch_folder
from segdiff.errors import FileProblem
from segdiff.gui.preferences import computing_rows
from segdiff.gui.settings.rows import RowsPage
from segdiff.gui.widgets.text import Paragraph, SectionHead
from segdiff.gui.words import tr


class ComputingPage(RowsPage):
    """The device to measure on, what there is, and which PyTorch is used.

    Args:
        device: what measures now, in words; empty while that is not known.
        driver: the program that lists NVIDIA cards.
    """

    def __init__(self, device: str, driver: str = "nvidia-smi") -> None:
        super().__init__(computing_rows())
        self._device = device
        self.facts = Paragraph()
        self.card = Paragraph("secondary")
        self.folder = Paragraph("secondary")
        self.problem = Paragraph()
        self.problem.hide()
        self.how = Paragraph("secondary")
        self.how.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = QPushButton(tr("Choose folder…"))
        self.choose.clicked.connect(self._ask)
        self.forget = QPushButton(tr("Use segdiff’s own"))
        self.forget.clicked.connect(lambda: self.choose_folder(None))
        self.column.takeAt(self.column.count() - 1)
        self.column.addWidget(SectionHead(tr("PyTorch")))
        for paragraph in (self.facts, self.card, self.how, self.folder, self.problem):
            self.column.addWidget(paragraph)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addStretch(1)
        self._show_facts()
        self._show_folder()
        self.card.setText(tr("Looking for an NVIDIA card…"))
        self._look = QProcess(self)
        self._look.finished.connect(self._show_card)
        self._look.errorOccurred.connect(self._show_no_card)
        self._look.start(driver, ["-L"])

    def stop(self) -> None:
        """Look no further."""
        self._look.blockSignals(True)
        self._look.kill()
        self._look.waitForFinished(1000)

    def choose_folder(self, folder: Path | None) -> None:
        """Use the PyTorch in a folder from the next start on, or segdiff's own again."""
        self.problem.hide()
        try:
            torch_folder.choose_folder(folder)
        except (FileProblem, OSError) as problem:
            self.problem.setText(str(problem))
            self.problem.show()
        self._show_folder()

    def _ask(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, tr("Folder with PyTorch"), ""):
            self.choose_folder(Path(chosen))

    def _show_facts(self) -> None:
        try:
            torch = version("torch")
        except PackageNotFoundError:
            torch = tr("not installed")
        device = self._device or tr("not known yet; nothing has been measured")
        self.facts.setText(tr("PyTorch {torch}. Measuring on: {device}.", torch=torch, device=device))

    def _show_folder(self) -> None:
        folder = torch_folder.chosen_folder()
        self.forget.setEnabled(folder is not None)
        if folder is None:
            self.folder.setText(tr("The PyTorch that came with segdiff is used."))
        else:
            self.folder.setText(tr("From the next start on: the PyTorch in {folder}.", folder=folder))

    def _show_card(self) -> None:
        listed = bytes(self._look.readAllStandardOutput().data()).decode("utf-8", "replace").strip().splitlines()
        if self._look.exitCode() != 0 or not listed:
            self._show_no_card()
            return
        name = listed[0].split("(UUID")[0].split(":", 1)[-1].strip()
        self.card.setText(tr("An NVIDIA card was found: {name}.", name=name))
        self.how.setText(
            tr(
                "To measure on it, have this command fill an empty folder with the CUDA build of PyTorch (about 3 GB), "
                "then choose that folder here:\n{command}",
                command=torch_folder.how_to_get_cuda(),
            )
        )

    def _show_no_card(self, *_: object) -> None:
        self.card.setText(tr("No NVIDIA card was found. segdiff is quick without one."))
