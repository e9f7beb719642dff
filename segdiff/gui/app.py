"""The wiring: wishes from views become transitions of the store, answers from the pipeline go to the views.

Nothing else does this.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from segdiff.errors import ChoiceNeeded, Question, SegdiffError
from segdiff.gui import instance, mouse, opening, preferences, theme
from segdiff.gui.adjusting import Adjusting
from segdiff.gui.agreeing import Agreeing
from segdiff.gui.answers import Answers
from segdiff.gui.application import make_application
from segdiff.gui.cards import Cards
from segdiff.gui.colouring import Colouring
from segdiff.gui.doubts import Doubts
from segdiff.gui.dropping import Dropping
from segdiff.gui.exporting import Exporting
from segdiff.gui.filing import Filing
from segdiff.gui.finding import Finding
from segdiff.gui.help import Help
from segdiff.gui.keeping import Keeping
from segdiff.gui.labelling import Labelling
from segdiff.gui.laboratory import Laboratory
from segdiff.gui.numbers import device_text
from segdiff.gui.opener import Opener
from segdiff.gui.opening import Role
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.regions import Regions
from segdiff.gui.screenshot import Screenshot
from segdiff.gui.sessions import Sessions
from segdiff.gui.shortcuts import Shortcuts
from segdiff.gui.store import Store
from segdiff.gui.touches import Touches
from segdiff.gui.undoing import Undoing
from segdiff.gui.watching import Watching
from segdiff.gui.widgets.first_paint import FirstPaint
from segdiff.gui.window import Window
from segdiff.gui.wishes import wishes
from segdiff.gui.words import one_after_another, shown, tr
from segdiff.session import Theme, ViewState, WindowRequest


def run(request: WindowRequest) -> int:
    """Open the window and stay until it is closed.

    Returns:
        0; where a picture of the window was asked for, 2 when the input is at fault and 1 after a bug.
    """
    app = make_application()
    named = [request.image, request.truth, *request.predictions, *request.paths]
    if request.in_running_window and instance.hand_over([path for path in named if path is not None]):
        return 0
    session = App(app, request)
    listener = instance.Listener(session)
    listener.files_handed_over.connect(session.take_files)
    if request.screenshot is None:
        listener.listen()
        session.offers_tour = True
    session.window.show()
    QTimer.singleShot(0, session.start)
    code = app.exec()
    listener.close()
    session.shut_down()
    return code


class App(QObject):
    """One window with its store and its pipeline."""

    def __init__(self, app: QApplication, request: WindowRequest) -> None:
        super().__init__()
        self._app = app
        self._touches = Touches(app, self)
        self._request = request
        self.offers_tour = False
        view = request.view
        if view.theme is Theme.SYSTEM:
            view = view.with_theme(Theme(preferences.THEME.value))
        self.store = Store(view, lambda: self._touches.now)
        self.pipeline = Pipeline(preferences.DEVICE.value if request.device == "auto" else request.device, self)
        self._colouring = Colouring(app, self.store, self._dress)
        theme.apply(app, view.theme)
        self.window = Window()
        is_usual = request.size == WindowRequest.size and request.screenshot is None
        self.window.place(None if is_usual else QSize(*request.size))
        self._answers = Answers(self.window, self.pipeline)
        self._opener = Opener(self.window, self.store, self.pipeline)
        self._dropping = Dropping(self.window, self._opener)
        self._filing = Filing(self.window, self.store, self._opener)
        self._watching = Watching(self.window, self._opener)
        self._cards = Cards(self.window, self.store, self.pipeline)
        self._doubts = Doubts(self.window, self.store, self.pipeline)
        self._agreeing = Agreeing(self.window, self.store)
        self._labelling = Labelling(self.window, self.store, self.pipeline)
        self._sessions = Sessions(self.window, self.store, self._opener, self._fail, self)
        self._exporting = Exporting(self.window, self.store, self.pipeline, self._fail, self)
        self._keeping = Keeping(self.window, self.store, self._opener, self._sessions, self._exporting)
        self._undoing = Undoing(self.window, self.store)
        self._screenshot = Screenshot(self.window, request.screenshot) if request.screenshot else None
        self._finding = Finding(self.window, self.store, self.pipeline)
        self._regions = Regions(self.window, self.store, self.pipeline)
        self._laboratory = Laboratory(self.window, self.store, self.pipeline)
        self._wire_store()
        self._wire_looking()
        self._wire_opening()
        self._wire_pipeline()
        self._wire_keys()
        self._adjusting = Adjusting(self.window, self.pipeline, self.shortcuts, self.use_theme)

    def start(self) -> None:
        """Show the first state, and begin to read what was asked for."""
        self.window.show_change(None, self.store.state)
        self._answers.show(self.store.state)
        self._finding.show()
        self._regions.show()
        self._laboratory.show()
        self.window.welcome.setFocus()
        if self._request.session is not None:
            self._sessions.open(self._request.session, even_if_changed=self._request.even_if_changed)
        elif (work := opening.work_of(self._request)) is not None:
            self._opener.read(work)
        elif self._screenshot:
            self._screenshot.take()
        if not self._screenshot:
            self._sessions.offer_to_restore()

    def take_files(self, files: list[Path]) -> None:
        """Come to the front, and open what another start of the program was asked to open."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if files:
            self._opener.add(Role.ANY, files)

    def shut_down(self) -> None:
        """Let the workers end."""
        self._sessions.shut_down()
        self._exporting.shut_down()
        self._watching.shut_down()
        self._labelling.shut_down()
        self._agreeing.shut_down()
        self.pipeline.shut_down()

    def _wire_store(self) -> None:
        self.store.changed.connect(self.window.show_change)
        self.store.changed.connect(lambda _old, new: self.pipeline.want(new))
        self.store.changed.connect(self._regions.follow)
        self.store.changed.connect(self._finding.follow)
        self.store.changed.connect(self._answers.show_change)
        self.window.tradeoff.scope_changed.connect(lambda: self._answers.show(self.store.state))
        self._app.styleHints().colorSchemeChanged.connect(self._dress)

    def _wire_looking(self) -> None:
        window = self.window
        for wish, transition in wishes(window):
            wish.connect(partial(self._apply, transition))
        window.slices.hovered.connect(window.status.show_pointer)
        window.top.settings_wished.connect(self.show_settings)
        window.top.help_wished.connect(self.show_help)
        window.scores.loss_opened.connect(self._cards.show)
        window.bare_wished.connect(window.slices.show_bare)
        window.slices.set_mouse_preset(mouse.chosen_preset())

    def _apply(self, transition: Callable[..., ViewState], *wished: object) -> None:
        self.store.apply(lambda state: transition(state, *wished))

    def _wire_opening(self) -> None:
        window, opener = self.window, self._opener
        for wish, role in (
            (window.top.open_wished, Role.ANY),
            (window.welcome.open_wished, Role.ANY),
            (window.case.image_wished, Role.IMAGE),
            (window.case.truth_wished, Role.TRUTH),
            (window.case.prediction_wished, Role.PREDICTION),
        ):
            wish.connect(partial(opener.ask, role))
        window.welcome.demo_wished.connect(lambda: opener.read(opening.read_demo))
        window.top.folder_wished.connect(opener.ask_for_folder)
        window.welcome.folder_wished.connect(opener.ask_for_folder)
        window.case.prediction_removed.connect(opener.remove_prediction)
        window.message.taken.connect(lambda offer: offer.act())
        window.status.cancel_wished.connect(self._cancel)
        window.top.step_wished.connect(opener.step)
        window.case.files_wished.connect(self._filing.choose)
        window.case.truth_made.connect(self._filing.take_as_truth)

    def _wire_pipeline(self) -> None:
        self.pipeline.case_read.connect(self._show_read)
        for arrived in (self.pipeline.measured, self.pipeline.detailed):
            arrived.connect(lambda: self._answers.show(self.store.state))
        self.pipeline.progressed.connect(self.window.status.show_progress)
        self.pipeline.idle.connect(self._finish)
        self._labelling.looked.connect(self._finish)
        self.pipeline.noticed.connect(self.window.message.show_notice)
        self.pipeline.not_read.connect(lambda problem: self._fail(tr("Not opened"), problem))
        self.pipeline.not_measured.connect(lambda problem: self._fail(tr("Not measured"), problem))

    def _wire_keys(self) -> None:
        self.shortcuts = Shortcuts(
            self.window,
            self.store,
            {
                "open": partial(self._opener.ask, Role.ANY),
                "open_folder": self._opener.ask_for_folder,
                "files": self._filing.choose,
                "previous_case": partial(self._opener.step, -1),
                "next_case": partial(self._opener.step, 1),
                "reset": self.window.slices.reset,
                "centre": self.window.slices.centre_on_cursor,
                "next_region": lambda: self._regions.step(+1),
                "previous_region": lambda: self._regions.step(-1),
                "worst_slice": self._finding.go_to_worst_slice,
                "bottom": self.window.bottom.toggle,
                "undo": self._undoing.undo,
                "redo": self._undoing.redo,
                "save": self._sessions.save,
                "save_as": self._sessions.save_as,
                "help": self.show_help,
                "settings": self.show_settings,
            },
        )

    def show_settings(self) -> None:
        """Colours, language, keys, mouse and device."""
        self._adjusting.show_settings()

    def show_help(self) -> None:
        """Keys, meaning, about."""
        Help(self.window).open()

    def _show_read(self, read: opening.ReadResult | opening.Sorted) -> None:
        """Show what the reader found: a case, or only what files are for."""
        if isinstance(read, opening.ReadResult):
            self._show_case(read)
            return
        self.window.welcome.show_invitation()
        self.window.status.show_done()
        self._filing.show(read)

    def _show_case(self, read: opening.ReadResult) -> None:
        is_first = self.store.state.case is None
        is_another = read.is_another or read.turn != self._opener.turn
        goes_on = read.turn is not None and read.turn.follows(self._opener.turn)
        before, look = self._opener.opened, self.store.state.theme
        self._opener.show(read)
        self._watching.follow(read.stamps)
        self.window.welcome.show_invitation()
        self.window.status.show_done()
        self.store.apply(lambda s: opening.looking_at(s, read, is_another=is_another))
        self._sessions.show_read(read, before, is_another=is_another, goes_on=goes_on)
        if self.store.state.theme is not look:
            self._dress()
        if is_first or (is_another and isinstance(self.window.focusWidget(), QLineEdit)):
            self.window.slices.setFocus()
        if is_first:
            FirstPaint(self.window.picture).painted.connect(self.pipeline.go_ahead)
            if self.offers_tour:
                self._adjusting.offer_tour()
        if read.case.notices and not read.case.synthetic:
            self.window.message.show_notice(
                one_after_another(map(shown, read.case.notices)), self._filing.notice_offers()
            )

    def _finish(self) -> None:
        """Nothing is left to measure; something may still be being read."""
        if self.pipeline.device:
            self.window.status.show_device(device_text(self.pipeline.device))
        if self.pipeline.is_idle:
            self.window.status.show_done()
            self._doubts.look()
            self._labelling.look()
            if self._screenshot and not self._labelling.is_looking:
                self._screenshot.take()

    def _fail(self, what: str, problem: Exception) -> None:
        """Say in one sentence what went wrong, and what a person may do about it."""
        is_bug = not isinstance(problem, SegdiffError)
        sentence = problem.finding if isinstance(problem, Question | ChoiceNeeded) else str(problem)
        if is_bug:
            traceback.print_exception(problem)
            sentence = tr(
                "Something went wrong inside segdiff ({kind}); what is on screen is unchanged.",
                kind=type(problem).__name__,
            )
        else:
            sentence = f"{self._opener.place}{sentence}"
        offers = self._opener.offers(problem) or self._sessions.offers(problem)
        offers = [*offers, *self._filing.refusal_offers()]
        self.window.welcome.show_invitation()
        self.window.status.show_done()
        self.window.message.show_problem(what, sentence, offers)
        self._answers.show(self.store.state)
        if self._screenshot:
            self._screenshot.give_up(sentence if is_bug else str(problem), 1 if is_bug else 2)

    def _cancel(self) -> None:
        self._opener.cancel()
        self._exporting.cancel()
        self.window.welcome.show_invitation()
        self.window.status.show_done()
        self._answers.show(self.store.state)

    def use_theme(self, chosen: Theme) -> None:
        """Dress the window in dark, in light, or as the system is."""
        self.store.apply(lambda s: s.with_theme(chosen))
        self._dress()

    def _dress(self, *_: object) -> None:
        """Show everything in the colours of the theme, which may be the system's."""
        theme.apply(self._app, self.store.state.theme)
        self.window.show_change(None, self.store.state)
        self._answers.show(self.store.state)
