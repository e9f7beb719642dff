"""The two small panels that open from a button: the image, and the colours of the overlay."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Agreement, Case, Grid, Image, Outcome
from segdiff.gui import theme
from segdiff.gui.widgets.image_popover import ImagePopover
from segdiff.gui.widgets.look_popover import LookPopover
from segdiff.render import CtWindow
from segdiff.session import Interpolation, OverlayStyle, Sides, Theme, ViewState

LEFT = Qt.MouseButton.LeftButton
FP, FN = Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE


def state_of(voxels: np.ndarray) -> ViewState:
    grid = Grid(voxels.shape if voxels.shape[-1] != 3 else voxels.shape[:2])
    return ViewState().with_case(Case("case", Image(voxels, grid)))


def ct() -> ViewState:
    return state_of(np.linspace(-1024, 1400, 1000).reshape(10, 10, 10))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def image(window: QWidget) -> ImagePopover:
    return ImagePopover(window)


@pytest.fixture
def look(window: QWidget) -> LookPopover:
    return LookPopover(window)


@pytest.fixture
def windows(image: ImagePopover) -> list[tuple[float, float]]:
    heard: list[tuple[float, float]] = []
    image.window_wished.connect(heard.append)
    return heard


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


class TestImage:
    def test_level_and_width_are_shown_and_typed(
        self, image: ImagePopover, windows: list[tuple[float, float]], qtbot: QtBot
    ) -> None:
        image.show_change(None, ct().with_window((-160.0, 240.0)))
        assert (image.level.text(), image.width_field.text()) == ("40", "400")
        write(qtbot, image.level, "-600")
        write(qtbot, image.width_field, "1500")
        assert windows == [(-800, -400), (-710, 790)]

    def test_a_number_left_alone_keeps_its_digits(
        self, image: ImagePopover, windows: list[tuple[float, float]], qtbot: QtBot
    ) -> None:
        """Shown as 0.333, but typed was only the width."""
        image.show_change(None, ct().with_window((1 / 3 - 0.5, 1 / 3 + 0.5)))
        assert image.level.text() == "0.333"
        write(qtbot, image.width_field, "2")
        assert windows == [pytest.approx((1 / 3 - 1, 1 / 3 + 1), abs=1e-12)]

    @pytest.mark.parametrize("typed", ["", "-", "."])
    def test_what_is_no_number_changes_nothing(
        self, image: ImagePopover, windows: list[tuple[float, float]], qtbot: QtBot, typed: str
    ) -> None:
        image.show_change(None, ct().with_window((-160.0, 240.0)))
        image.level.selectAll()
        qtbot.keyClick(image.level, Qt.Key.Key_Delete)
        write(qtbot, image.level, typed)
        image.level.editingFinished.emit()
        assert windows == []

    def test_a_decimal_comma_and_a_width_of_nothing(
        self, image: ImagePopover, windows: list[tuple[float, float]], qtbot: QtBot
    ) -> None:
        image.show_change(None, state_of(np.linspace(0, 1, 8).reshape(2, 2, 2)).with_window((0.0, 1.0)))
        write(qtbot, image.level, "0,25")
        write(qtbot, image.width_field, "0")
        low, high = windows[1]
        assert windows[0] == (-0.25, 0.75)
        assert low < 0.5 < high < 0.501

    def test_windows_with_a_name_are_for_ct(
        self, image: ImagePopover, windows: list[tuple[float, float]], qtbot: QtBot
    ) -> None:
        image.show_change(None, ct())
        assert image.presets.isVisibleTo(image)
        qtbot.mouseClick(image.presets.button(CtWindow.BONE), LEFT)
        qtbot.mouseClick(image.automatic, LEFT)
        assert windows == [(-500, 1300), ct().window]
        image.show_change(ct(), ct().with_window((-500.0, 1300.0)))
        assert image.presets.value is CtWindow.BONE
        image.show_change(None, state_of(np.arange(1000.0).reshape(10, 10, 10)))
        assert not image.presets.isVisibleTo(image)

    def test_a_colour_picture_has_no_brightness_and_no_sides(self, image: ImagePopover) -> None:
        image.show_change(None, state_of(np.zeros((4, 5, 3), np.uint8)))
        assert not image.level.isVisibleTo(image)
        assert not image.sides.isVisibleTo(image)
        assert image.interpolation.isVisibleTo(image)

    def test_magnification_and_sides(self, image: ImagePopover, qtbot: QtBot) -> None:
        state = replace(ct(), interpolation=Interpolation.LINEAR, sides=Sides.NEUROLOGICAL)
        image.show_change(None, state)
        assert (image.interpolation.value, image.sides.value) == (Interpolation.LINEAR, Sides.NEUROLOGICAL)
        for signal, button, value in (
            (image.interpolation_wished, image.interpolation.button(Interpolation.OFF), Interpolation.OFF),
            (image.sides_wished, image.sides.button(Sides.RADIOLOGICAL), Sides.RADIOLOGICAL),
        ):
            with qtbot.waitSignal(signal) as heard:
                qtbot.mouseClick(button, LEFT)
            assert heard.args == [value]


class TestLook:
    def test_a_colour_is_asked_for(self, look: LookPopover, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        look.show_style(OverlayStyle())
        asked: list[QColor] = []
        answers = [QColor(10, 20, 30), QColor()]

        def answer(before: QColor, *_: object) -> QColor:
            asked.append(before)
            return answers[len(asked) - 1]

        monkeypatch.setattr(QColorDialog, "getColor", answer)
        heard: list[OverlayStyle] = []
        look.style_wished.connect(heard.append)
        look.colours[FP].click()
        look.colours[Agreement.BOTH].click()
        assert [colour.name() for colour in asked] == ["#d55e00", "#e8eaed"]
        assert heard == [OverlayStyle().with_outcome(FP, colour=(10, 20, 30))]

    def test_the_usual_look_comes_back_and_switches_stay(self, look: LookPopover, qtbot: QtBot) -> None:
        changed = (
            OverlayStyle()
            .with_outcome(FN, colour=(1, 2, 3), opacity=0.1, visible=False)
            .with_outcome(Agreement.BOTH, colour=(1, 2, 3))
        )
        look.show_style(changed)
        assert look.colours[FN].colour == (1, 2, 3)
        with qtbot.waitSignal(look.style_wished) as heard:
            look.usual.click()
        assert heard.args == [OverlayStyle().with_outcome(FN, visible=False)]

    def test_outlines_between_voxels_are_a_choice(self, look: LookPopover, qtbot: QtBot) -> None:
        look.show_style(OverlayStyle())
        with qtbot.waitSignal(look.style_wished) as heard:
            look.between.click()
        assert heard.args == [replace(OverlayStyle(), between_voxels=False)]


def test_the_theme_takes_other_colours_of_outcomes_and_gives_them_back(qapp: QApplication) -> None:
    assert theme.use_outcome_colours(qapp, {"fp": (1, 2, 255)})
    assert not theme.use_outcome_colours(qapp, {"fp": (1, 2, 255)})
    theme.apply(qapp, Theme.LIGHT)
    assert (theme.current().fp, theme.current().fn) == ("#0102FF", theme.LIGHT.fn)
    assert theme.use_outcome_colours(qapp, {})
    theme.apply(qapp, Theme.DARK)
    assert theme.current() is theme.DARK
