"""The wiring: wishes from views become transitions of the store; answers from the pipeline go to the views. Nothing else does this."""

from __future__ import annotations

import sys
import traceback
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog

from segdiff import paths
from segdiff.gui import opening, theme
from segdiff.gui.answers import Answers
from segdiff.gui.help import Help
from segdiff.gui.keys import KEYS
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.screenshot import Screenshot
from segdiff.gui.store import Store
from segdiff.gui.window import Window
from segdiff.io import CaseRequest
from segdiff.session import Theme, WindowRequest


def run(request: WindowRequest) -> int:
    """Open the window and stay until it is closed.

    Returns:
        0, or 2 when a picture of the window was asked for and the input is at fault.
    """
    app = make_application()
    session = App(app, request)
    session.window.show()
    QTimer.singleShot(0, session.start)
    code = app.exec()
    session.shut_down()
    return code


def make_application() -> QApplication:
    """The Qt application, named so that settings and the dock find it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setOrganizationName("segdiff")
    QCoreApplication.setApplicationName("segdiff")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    app = QApplication(sys.argv[:1])
    app.setDesktopFileName("segdiff")
    app.setWindowIcon(QIcon(str(paths.resource("mark.svg"))))
    return app


class App(QObject):
    """One window with its store and its pipeline."""

    def __init__(self, app: QApplication, request: WindowRequest) -> None:
        super().__init__()
        self._app = app
        self._request = request
        self.store = Store(request.view)
        self.pipeline = Pipeline(request.device, self)
        self._palette = theme.apply(app, request.view.theme)
        self.window = Window()
        self.window.resize(*request.size)
        self._answers = Answers(self.window, self.pipeline)
        self._opened = CaseRequest()
        self._before_bare = True
        self._screenshot = Screenshot(self.window, request.screenshot) if request.screenshot else None
        self._wire_store()
        self._wire_wishes()
        self._wire_pipeline()
        self._wire_keys()

    def start(self) -> None:
        """Show the first state, and begin to read what was asked for."""
        self.window.show_change(None, self.store.state)
        self._answers.show(self.store.state)
        self.window.slices.setFocus()
        if (work := opening.work_of(self._request)) is not None:
            self._read(work)
        elif self._screenshot:
            self._screenshot.take()

    def shut_down(self) -> None:
        """Let the workers end."""
        self.pipeline.shut_down()

    def _wire_store(self) -> None:
        self.store.changed.connect(self.window.show_change)
        self.store.changed.connect(lambda _old, new: self.pipeline.want(new))
        self.store.changed.connect(lambda _old, new: self._answers.show(new))
        self._app.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())

    def _wire_wishes(self) -> None:
        apply, window = self.store.apply, self.window
        window.slices.cursor_wished.connect(lambda voxel: apply(lambda s: s.with_cursor(voxel)))
        window.slices.window_wished.connect(lambda levels: apply(lambda s: s.with_window(levels)))
        window.slices.layout_wished.connect(lambda layout: apply(lambda s: s.with_layout(layout)))
        window.slices.hovered.connect(self._hover)
        window.case.prediction_chosen.connect(lambda name: apply(lambda s: s.with_prediction(name)))
        window.case.prediction_removed.connect(self._remove_prediction)
        window.case.label_chosen.connect(lambda label: apply(lambda s: s.with_label(label)))
        window.overlay.style_wished.connect(lambda style: apply(lambda s: s.with_overlay(style)))
        window.tradeoff.alpha_wished.connect(lambda alpha: apply(lambda s: s.with_alpha(alpha)))
        window.tradeoff.beta_wished.connect(lambda beta: apply(lambda s: s.with_beta(beta)))
        window.tradeoff.costs_wished.connect(lambda alpha, beta: apply(lambda s: s.with_costs(alpha, beta)))
        window.tradeoff.lock_wished.connect(lambda locked: apply(lambda s: s.with_lock(locked)))
        window.tradeoff.threshold_wished.connect(lambda threshold: apply(lambda s: s.with_threshold(threshold)))
        window.top.draw_as_wished.connect(lambda how: apply(lambda s: s.with_overlay(replace(s.overlay, draw_as=how))))
        window.top.layout_wished.connect(lambda layout: apply(lambda s: s.with_layout(layout)))
        window.top.theme_wished.connect(self._next_theme)
        window.top.help_wished.connect(self.show_help)
        window.bare_wished.connect(self._show_bare)
        for wish in (window.top.open_wished, window.welcome.open_wished):
            wish.connect(lambda: self._ask(opening.Role.ANY))
        window.case.image_wished.connect(lambda: self._ask(opening.Role.IMAGE))
        window.case.truth_wished.connect(lambda: self._ask(opening.Role.TRUTH))
        window.case.prediction_wished.connect(lambda: self._ask(opening.Role.PREDICTION))
        window.welcome.demo_wished.connect(lambda: self._read(opening.read_demo))
        window.files_dropped.connect(lambda paths: self._add(paths, opening.Role.ANY))
        window.status.cancel_wished.connect(self._cancel)

    def _wire_pipeline(self) -> None:
        self.pipeline.case_read.connect(self._show_case)
        self.pipeline.measured.connect(lambda: self._answers.show(self.store.state))
        self.pipeline.progressed.connect(self.window.status.show_progress)
        self.pipeline.idle.connect(self._finish)
        self.pipeline.noticed.connect(self.window.message.show_notice)
        self.pipeline.failed.connect(self._fail)
        self.pipeline.crashed.connect(lambda problem: traceback.print_exception(problem))

    def _wire_keys(self) -> None:
        for key in KEYS:
            for keys in key.keys:
                self._shortcut(keys, lambda transition=key.transition: self.store.apply(transition))
        self._shortcut("Ctrl+O", lambda: self._ask(opening.Role.ANY))
        self._shortcut("R", self.window.slices.reset)
        self._shortcut("C", self.window.slices.centre_on_cursor)
        for keys in ("F1", "?"):
            self._shortcut(keys, self.show_help)

    def _shortcut(self, keys: str, action: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(action)  # type: ignore[arg-type]

    def show_help(self) -> None:
        """Keys, meaning, about."""
        Help(self.window).open()

    def _read(self, work: opening.ReadCase) -> None:
        """Read in the worker; what is on screen stays until the new case is there."""
        self.window.message.hide()
        self.window.welcome.show_busy("Opening…")
        self.window.status.show_progress("Opening", 0.0)
        self.pipeline.read(work)

    def _ask(self, role: opening.Role) -> None:
        files, _ = QFileDialog.getOpenFileNames(self.window, opening.title_of(role), opening.last_folder(), opening.name_filter())
        if files:
            opening.remember_folder(Path(files[0]).parent)
            self._add([Path(file) for file in files], role)

    def _add(self, files: list[Path], role: opening.Role) -> None:
        """Read the case again together with more files."""
        self._read(opening.adding_reader_of(self._opened, files, role))

    def _remove_prediction(self, name: str) -> None:
        case = self.store.state.case
        if case is not None and len(case.predictions) > 0:
            self._opened = opening.without_prediction(self._opened, case, name)
            self.store.apply(lambda s: s.with_case(case.without_prediction(name)))

    def _show_case(self, read: opening.ReadResult) -> None:
        self._opened = read.request
        self.window.welcome.show_invitation()
        self.window.status.show_done()
        self.store.apply(lambda s: opening.looking_at(s, read))
        if read.case.notices and not read.case.synthetic:
            self.window.message.show_notice(" ".join(read.case.notices))
        if self.pipeline.is_idle:
            self._finish()

    def _finish(self) -> None:
        self.window.status.show_done()
        if self.pipeline.device:
            self.window.status.show_device(self.pipeline.device.title)
        if self._screenshot:
            self._screenshot.take()

    def _fail(self, sentence: str) -> None:
        self.window.welcome.show_invitation()
        self.window.status.show_done()
        self.window.message.show_problem(sentence)
        if self._screenshot:
            print(f"segdiff: {sentence}", file=sys.stderr)
            self._app.exit(2)

    def _cancel(self) -> None:
        self.pipeline.cancel()
        self.window.welcome.show_invitation()
        self.window.status.show_done()

    def _hover(self, voxel: tuple[int, ...] | None) -> None:
        state = self.store.state
        self.window.status.show_voxel(state, voxel if voxel is not None else state.cursor)

    def _show_bare(self, bare: bool) -> None:
        """Without the overlay while a key is held, then as it was."""
        if bare:
            self._before_bare = self.store.state.overlay.visible
        visible = False if bare else self._before_bare
        self.store.apply(lambda s: s.with_overlay(replace(s.overlay, visible=visible)))

    def _next_theme(self) -> None:
        order = list(Theme)
        following = order[(order.index(self.store.state.theme) + 1) % len(order)]
        self.store.apply(lambda s: s.with_theme(following))
        self._dress()

    def _dress(self) -> None:
        self._palette = theme.apply(self._app, self.store.state.theme)
        self.window.show_change(None, self.store.state)
        self._answers.show(self.store.state)

