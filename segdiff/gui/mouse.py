"""What the mouse does on a picture: two presets for two habits, and the words for both."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSettings, Qt

from segdiff.gui.words import tr

_SETTING: Final = "mouse/preset"
_Button, _Key = Qt.MouseButton, Qt.KeyboardModifier
_CTRL_SHIFT: Final = _Key.ControlModifier | _Key.ShiftModifier


class MousePreset(StrEnum):
    """``RESEARCH`` suits hands used to ITK-SNAP and Slicer, ``CLINICAL`` those used to a hospital's viewer."""

    RESEARCH = "research"
    CLINICAL = "clinical"


class Hand(StrEnum):
    """What a drag does."""

    CROSSHAIR = "crosshair"
    PAN = "pan"
    ZOOM = "zoom"
    WINDOW = "window"
    CURTAIN = "curtain"


_LEFT_DRAG: Final = {
    MousePreset.RESEARCH: (Hand.CROSSHAIR, Hand.WINDOW),
    MousePreset.CLINICAL: (Hand.WINDOW, Hand.CROSSHAIR),
}


def hand_for(preset: MousePreset, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> Hand | None:
    """What dragging with that button and those keys does; ``None`` for nothing."""
    if button is _Button.MiddleButton:
        return Hand.PAN
    if button is _Button.RightButton:
        return Hand.ZOOM
    if button is not _Button.LeftButton:
        return None
    plain, with_ctrl_shift = _LEFT_DRAG[preset]
    if modifiers & _CTRL_SHIFT == _CTRL_SHIFT:
        return with_ctrl_shift
    return Hand.PAN if modifiers & _Key.ShiftModifier else plain


def chosen_preset() -> MousePreset:
    """The one in the settings; anything else in there counts as none."""
    kept = str(QSettings().value(_SETTING, ""))
    return MousePreset(kept) if kept in list(MousePreset) else MousePreset.RESEARCH


def choose_preset(preset: MousePreset) -> None:
    """Keep it in the settings."""
    QSettings().setValue(_SETTING, preset.value)


def preset_words(preset: MousePreset) -> str:
    """Its name, and whose habits it suits."""
    if preset is MousePreset.RESEARCH:
        return tr("Research (as ITK-SNAP and Slicer)")
    return tr("Clinical (as a hospital's viewer)")


def mouse_table(preset: MousePreset) -> tuple[tuple[str, str], ...]:
    """What hands do under a preset, and what comes of it, for the list in the help."""
    crosshair, window = tr("crosshair; all planes follow"), tr("brightness (up) and contrast (sideways)")
    left = {
        MousePreset.RESEARCH: (
            (tr("Left click or drag"), crosshair),
            (tr("Ctrl+Shift+Left drag"), window),
        ),
        MousePreset.CLINICAL: (
            (tr("Left drag"), window),
            (tr("Left click, Ctrl+Shift+Left drag"), crosshair),
        ),
    }
    return (
        (tr("Wheel"), tr("slice; with Shift five slices")),
        (tr("Ctrl+Wheel, pinch, right drag"), tr("zoom")),
        *left[preset],
        (tr("Middle drag, Shift+Left drag"), tr("pan")),
        (tr("Left drag on the line of the curtain"), tr("truth on its left, prediction on its right")),
        (tr("Double click"), tr("one view, or all again")),
        (tr("Tab, Shift+Tab"), tr("next or previous control; then the arrow keys")),
        (tr("Delete"), tr("remove the prediction the keyboard is on; its file stays")),
        (tr("Double click or Enter on a loss"), tr("what every framework makes of it, and why")),
        (tr("Right click or Ctrl+C on a score"), tr("copy its numbers in full, for a spreadsheet")),
    )
