"""Taking things away: the view as a picture, the scores as a table, all of it as a report."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QSettings
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog

from segdiff.errors import FileProblem
from segdiff.gui.latest import LatestTask, Ticket, Work
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.session import ViewState, write_whole

_FOLDER: Final = "export/folder"
_SIZE: Final = (2400, 1500)
_DOTS, _PAGE_WIDTH = 300, 1000


class Form(Enum):
    """What is taken away, and in which form."""

    PNG = "png"
    SVG = "svg"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    VERDICTS = "verdicts"

    @property
    def suffix(self) -> str:
        """The ending of its file."""
        return f".{Form.CSV.value if self is Form.VERDICTS else self.value}"

    def stem(self, case: str) -> str:
        """What its file may be called, without the ending."""
        if self is Form.VERDICTS:
            return tr("verdicts")
        return tr("report") if self in (Form.HTML, Form.PDF) else case


class Exporting(QObject):
    """Asks for a file and writes it.

    Args:
        window: says what was written.
        store: holds what is taken away.
        pipeline: knows which device to measure on.
        fail: says what went wrong.
        parent: of this object.
    """

    def __init__(
        self, window: Window, store: Store, pipeline: Pipeline, fail: Callable[[str, Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        self._pipeline = pipeline
        self._task = LatestTask("export", self)
        self._task.finished.connect(lambda _key, made: self._tell(*made))
        self._task.failed.connect(lambda _key, problem: self._tell_failed(problem))
        self._fail = fail
        self._is_writing = False
        self._waiting: deque[tuple[str, Work]] = deque()

    def ask(self, form: Form, *, with_names: bool = False) -> None:
        """Let a person choose a file, and write it; a report calls files by their names only when asked to."""
        case = self._store.state.case
        if case is None:
            return
        folder = Path(str(QSettings().value(_FOLDER, str(Path.home()))))
        suggestion = str(folder / f"{form.stem(case.name)}{form.suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Export"), suggestion, f"*{form.suffix}")
        if chosen:
            path = Path(chosen)
            QSettings().setValue(_FOLDER, str(path.parent))
            has_suffix = path.suffix.lower() == form.suffix
            self.write(form, path if has_suffix else path.with_name(path.name + form.suffix), with_names)

    def write(self, form: Form, path: Path, with_names: bool = False) -> None:
        """Write what is on screen now; what changes meanwhile is not in it."""
        state, device = self._store.state, self._pipeline.wish

        def work(ticket: Ticket) -> tuple[Form, Path, bytes]:
            content = _content(form, state, device, path.parent, with_names)
            if form is not Form.PDF and not ticket.is_stale():
                _write(path, content)
            return form, path, content

        self._waiting.append((str(path), work))
        if not self._is_writing:
            self._go_on()

    def cancel(self) -> None:
        """Write nothing of what was asked for and is not written yet."""
        self._waiting.clear()
        self._is_writing = False
        self._task.cancel()

    def _go_on(self) -> None:
        """One file after another, since each was asked for."""
        self._is_writing = bool(self._waiting)
        if self._waiting:
            self._window.status.show_progress(tr("Exporting"), 0.0)
            self._task.submit(*self._waiting.popleft())

    def shut_down(self) -> None:
        """Let the worker end."""
        self._task.shut_down()

    def _tell(self, form: Form, path: Path, content: bytes) -> None:
        self._window.status.show_done()
        if form is Form.PDF:
            try:
                _write(path, one_page(content.decode()))
            except FileProblem as problem:
                self._tell_failed(problem)
                return
        self._window.message.show_notice(tr("{file} is written.", file=path.name))
        self._go_on()

    def _tell_failed(self, problem: Exception) -> None:
        self._fail(tr("Not exported"), problem)
        self._go_on()


def one_page(html: str) -> bytes:
    """A page of HTML as PDF of one page A4, made smaller where it would not fit."""
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(packed)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout.Unit.Millimeter)
    writer.setResolution(_DOTS)
    writer.setTitle("segdiff")
    page = QTextDocument()
    page.setHtml(html)
    page.setTextWidth(_PAGE_WIDTH)
    pen = QPainter(writer)
    scale = min(writer.width() / page.size().width(), writer.height() / page.size().height())
    pen.scale(scale, scale)
    page.drawContents(pen)
    pen.end()
    return bytes(packed.data().data())


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise FileProblem(f"{path.name} could not be written: {reason}.") from problem


def _content(form: Form, state: ViewState, device: str, folder: Path, with_names: bool) -> bytes:
    """In the worker: what the file in a folder will hold; for PDF the page that becomes one."""
    if form is Form.VERDICTS:
        from segdiff.export.verdicts_csv import verdicts_csv

        return verdicts_csv(state.verdicts, folder).encode()
    if form is Form.PNG:
        from PIL import Image

        from segdiff.render import still_picture

        packed = io.BytesIO()
        Image.fromarray(still_picture(state, _SIZE)).save(packed, format="PNG")
        return packed.getvalue()
    if form is Form.SVG:
        from segdiff.render import svg_picture

        return svg_picture(state).encode()
    from segdiff.export.as_csv import csv_text
    from segdiff.export.as_json import json_text
    from segdiff.export.results import results_of_view

    results = results_of_view(state, device)
    if form in (Form.HTML, Form.PDF):
        from segdiff.export.report import report_html

        return report_html(results, state, with_names=with_names).encode()
    return (csv_text(results) if form is Form.CSV else json_text(results)).encode()
