"""What a person adjusts to taste: the settings dialog and what follows from it, and the tour of the first start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings

from segdiff.gui.numbers import device_text
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.preferences import THEME, Preference
from segdiff.gui.settings import SettingsDialog
from segdiff.gui.shortcuts import Shortcuts
from segdiff.gui.widgets.tour import Step, Tour
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.session import Theme

_TOUR_SEEN = "tour/seen"


class Adjusting:
    """Opens the settings of a window and applies what is chosen there.

    Args:
        window: what is adjusted.
        pipeline: knows the device in use.
        shortcuts: to be bound anew when keys change.
        use_theme: dresses the window.
    """

    def __init__(
        self, window: Window, pipeline: Pipeline, shortcuts: Shortcuts, use_theme: Callable[[Theme], object]
    ) -> None:
        self._window = window
        self._pipeline = pipeline
        self._shortcuts = shortcuts
        self._use_theme = use_theme

    def show_settings(self) -> None:
        """The dialog; each choice is applied at once."""
        device = device_text(self._pipeline.device) if self._pipeline.device else ""
        dialog = SettingsDialog(device, self._window)
        dialog.chosen.connect(self._apply)
        dialog.keys_changed.connect(self._shortcuts.bind)
        dialog.preset_changed.connect(self._window.slices.set_mouse_preset)
        dialog.tour_wished.connect(self.show_tour)
        dialog.open()

    def offer_tour(self) -> None:
        """Show the tour to someone who has not seen it."""
        if not QSettings().value(_TOUR_SEEN):
            self.show_tour()

    def show_tour(self) -> None:
        """Show the tour."""
        tour = Tour(_steps(self._window), self._window)
        tour.ended.connect(lambda: QSettings().setValue(_TOUR_SEEN, "yes"))
        tour.ended.connect(self._window.slices.setFocus)

    def _apply(self, preference: Preference) -> None:
        if preference is THEME:
            self._use_theme(Theme(preference.value))


def _steps(window: Window) -> tuple[Step, ...]:
    """The four notes; where the case panel is folded away, the bar at the top is pointed at."""
    return (
        Step(
            tr("Your case"),
            tr("Image, ground truth and predictions are listed here. Drop files anywhere on the window to open them."),
            lambda: window.case if window.case.isVisible() else window.top,
        ),
        Step(
            tr("Errors on the picture"),
            tr(
                "Orange was invented, blue was missed, green was found. "
                "The wheel goes through the slices; hold Space to see the bare image."
            ),
            lambda: window.slices if window.slices.isVisible() else window.welcome,
        ),
        Step(
            tr("What an error costs"),
            tr(
                "α is what an invented voxel costs, β what a missed one costs. "
                "Move them: the index and the colours follow at once, and so does who is ahead."
            ),
            lambda: window.tradeoff,
        ),
        Step(
            tr("The numbers"),
            tr(
                "Every loss and metric, for each prediction. Rest the pointer on one for its definition; "
                "double-click a loss to see what other frameworks make of it."
            ),
            lambda: window.scores,
        ),
    )
