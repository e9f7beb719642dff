"""Colours, type and space of the window, dark and light."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from segdiff.paths import resource
from segdiff.session import Theme

BASE_PX: Final = 13
SMALL_PX: Final = 11
VALUE_PX: Final = 15
GRID: Final = 4
PADDING: Final = 14
ROW: Final = 30
LEFT_WIDTH: Final = 260
RIGHT_WIDTH: Final = 374

FAMILIES: Final = ("Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "Ubuntu", "DejaVu Sans")
"""Quiet interface faces with tabular figures, whichever of them the system has."""

HAN_FAMILIES: Final = ("Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei UI", "PingFang TC", "Source Han Sans TC")
"""Faces of Chinese as Taiwan writes it, for what the faces above lack; left to itself Qt may take Japan's, or bold."""


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as ``#RRGGBB``. Three mean something and are used for nothing else: fp, fn, tp."""

    window: str
    panel: str
    raised: str
    line: str
    selected: str
    text: str
    secondary: str
    track: str
    fp: str
    fn: str
    tp: str
    is_dark: bool

    def colour(self, name: str) -> QColor:
        """One of them, for painting; ``#RRGGBB`` is a colour itself."""
        return QColor(name if name.startswith("#") else getattr(self, name))


DARK: Final = Palette(
    window="#121417", panel="#191C20", raised="#22262C", line="#2B3037", selected="#2A3038", text="#E8EAED",
    secondary="#98A1AB", track="#343A42", fp="#D55E00", fn="#56B4E9", tp="#009E73", is_dark=True,
)  # fmt: skip
LIGHT: Final = Palette(
    window="#E9ECEF", panel="#F7F8F9", raised="#FFFFFF", line="#D5DADE", selected="#E3E8EE", text="#1B1F24",
    secondary="#5B6670", track="#CDD3D9", fp="#D55E00", fn="#2B8FCF", tp="#009E73", is_dark=False,
)  # fmt: skip


def palette_for(theme: Theme) -> Palette:
    """The colours of a theme; the system's choice is asked for each time."""
    if theme is Theme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light
    else:
        dark = theme is Theme.DARK
    return DARK if dark else LIGHT


def current() -> Palette:
    """The colours in use, for widgets that paint themselves."""
    app = QApplication.instance()
    kept = app.property("segdiffPalette") if app else None
    return kept if isinstance(kept, Palette) else DARK


def apply(app: QApplication, theme: Theme) -> Palette:
    """Dress the whole application."""
    palette = palette_for(theme)
    if outcomes := app.property("segdiffOutcomes"):
        palette = replace(palette, **outcomes)
    app.setProperty("segdiffPalette", palette)
    app.setStyle("Fusion")
    app.setFont(base_font())
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(_stylesheet(palette))
    return palette


def use_outcome_colours(app: QApplication, colours: Mapping[str, tuple[int, int, int]]) -> bool:
    """Take other colours for ``fp``, ``fn`` and ``tp``; those left out are the theme's own.

    Returns:
        whether anything changed; if so, dress the application again.
    """
    outcomes = {name: "#{:02X}{:02X}{:02X}".format(*colour) for name, colour in colours.items()}
    if outcomes == (app.property("segdiffOutcomes") or {}):
        return False
    app.setProperty("segdiffOutcomes", outcomes)
    return True


def base_font(pixels: int = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's face at a size, with figures of one width."""
    return QFont(_font(pixels, weight))


@lru_cache(maxsize=32)
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    """Kept, since every paint asks for some and finding the families takes Qt longer than writing a word."""
    font = QFont([*FAMILIES, *HAN_FAMILIES])  # not of the application's font, which may be one of these already
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.panel,
        QPalette.ColorRole.Base: palette.raised,
        QPalette.ColorRole.Button: palette.raised,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.ToolTipBase: palette.raised,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.secondary,
        QPalette.ColorRole.Highlight: palette.selected,
        QPalette.ColorRole.HighlightedText: palette.text,
        QPalette.ColorRole.Accent: palette.text,
    }
    qt = QPalette()
    for role, colour in roles.items():
        qt.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        qt.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.secondary))
    return qt


def _tick(palette: Palette) -> str:
    """The tick of a check box, in the ground's colour."""
    return resource(f"tick-{'dark' if palette.is_dark else 'light'}.svg").as_posix()


def _stylesheet(p: Palette) -> str:
    """One style sheet for all widgets; what a widget *is* comes from its ``role`` property."""
    return f"""
    QMainWindow, QWidget#window {{ background: {p.line}; }}
    QWidget[role="panel"], QScrollArea[role="panel"] {{ background: {p.panel}; border: none; }}
    QWidget[role="viewer"] {{ background: #000000; }}
    QSplitter::handle {{ background: {p.line}; }}
    QLabel {{ color: {p.text}; background: transparent; }}
    QLabel[role="secondary"] {{ color: {p.secondary}; font-size: {SMALL_PX + 1}px; }}
    QLabel[role="small"] {{ color: {p.secondary}; font-size: {SMALL_PX}px; }}
    QLabel[role="value"] {{ font-size: {VALUE_PX}px; font-weight: 600; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="brand"] {{ font-size: {VALUE_PX}px; font-weight: 700; }}
    QLabel[role="badge"] {{ color: {p.secondary}; border: 1px solid #90{p.secondary[1:]}; border-radius: 7px;
        padding: 1px 8px; font-size: {SMALL_PX}px; }}
    QLabel[role="key"] {{ color: {p.secondary}; background: {p.raised}; border: 1px solid {p.line}; border-radius: 4px;
        padding: 0px 5px; font-size: {SMALL_PX}px; }}
    QPushButton {{ color: {p.text}; background: {p.raised}; border: 1px solid {p.line}; border-radius: 5px;
        padding: 5px 12px; }}
    QPushButton:hover, QPushButton:checked {{ background: {p.selected}; }}
    QPushButton:focus {{ border: 1px solid {p.text}; }}
    QPushButton:disabled {{ color: {p.secondary}; }}
    QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; color: {p.secondary}; }}
    QPushButton[role="quiet"]:hover {{ color: {p.text}; }}
    QPushButton[role="quiet"]:disabled {{ color: {p.track}; }}
    QPushButton[role="quiet"]:focus {{ border: 1px solid {p.text}; }}
    QPushButton::menu-indicator {{ image: none; width: 0px; }}
    QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {p.text};
        padding: 0px 2px; text-decoration: underline; }}
    QPushButton[role="link"]:focus {{ border: 1px solid {p.text}; }}
    QPushButton[role="tab"] {{ background: transparent; border: 1px solid transparent; color: {p.secondary}; }}
    QPushButton[role="tab"]:hover {{ color: {p.text}; }}
    QPushButton[role="tab"]:checked {{ background: {p.selected}; color: {p.text}; }}
    QPushButton[role="tab"]:focus {{ border: 1px solid {p.text}; }}
    QPushButton[role="corner"] {{ background: transparent; border: 1px solid transparent; color: {p.secondary};
        padding: 0px 2px; font-size: {SMALL_PX - 1}px; }}
    QPushButton[role="corner"]:hover {{ color: {p.text}; }}
    QPushButton[role="corner"]:focus {{ border: 1px solid {p.text}; }}
    QPushButton[role="drop"] {{ background: transparent; border: 1px dashed {p.track}; color: {p.secondary};
        padding: 6px; }}
    QPushButton[role="drop"]:hover, QPushButton[role="drop"]:focus {{ color: {p.text};
        border: 1px dashed {p.text}; }}
    QPushButton[held="true"] {{ color: {p.text}; background: {p.selected}; border: 1px dashed {p.text}; }}
    QPushButton[role="chip"] {{ border-radius: 11px; padding: 2px 10px; color: {p.secondary};
        background: transparent; }}
    QPushButton[role="chip"]:checked {{ color: {p.text}; background: {p.selected}; border: 1px solid {p.text}; }}
    QPushButton[role="chip"]:focus {{ border: 2px solid {p.text}; padding: 1px 9px; }}
    QPushButton[segment="true"] {{ border-radius: 0px; padding: 5px 12px; color: {p.secondary}; margin: 0px; }}
    QPushButton[segment="true"]:checked {{ color: {p.text}; background: {p.selected}; font-weight: 600; }}
    QPushButton[segment="true"]:focus {{ border: 1px solid {p.text}; }}
    QPushButton[edge="first"] {{ border-top-left-radius: 5px; border-bottom-left-radius: 5px; }}
    QPushButton[edge="last"] {{ border-top-right-radius: 5px; border-bottom-right-radius: 5px; border-left: none; }}
    QPushButton[edge="middle"] {{ border-left: none; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QFrame[role="card"] {{ background: {p.raised}; border: 1px solid {p.line}; border-radius: 6px; }}
    QLineEdit[role="number"] {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
        padding: 0px 3px; color: {p.text}; font-size: {VALUE_PX}px; font-weight: 600;
        selection-background-color: {p.track}; }}
    QLineEdit[role="field"] {{ color: {p.text}; background: {p.raised}; border: 1px solid {p.line}; border-radius: 5px;
        padding: 5px 8px; selection-background-color: {p.track}; }}
    QLineEdit[role="field"]:focus {{ border: 1px solid {p.text}; }}
    QLineEdit[role="number"]:hover {{ border: 1px solid {p.line}; }}
    QLineEdit[role="number"]:focus {{ border: 1px solid {p.text}; background: {p.raised}; }}
    QRadioButton::indicator, QCheckBox::indicator {{ width: 11px; height: 11px; border: 1.5px solid {p.secondary};
        background: transparent; }}
    QRadioButton::indicator {{ border-radius: 7px; }}
    QCheckBox::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator:checked {{ border: 4px solid {p.text}; width: 6px; height: 6px; }}
    QCheckBox::indicator:checked {{ background: {p.text}; border: 1.5px solid {p.text};
        image: url("{_tick(p)}"); }}
    QRadioButton:focus, QCheckBox:focus {{ outline: none; }}
    QRadioButton::indicator:focus, QCheckBox::indicator:focus {{ border-color: {p.text}; }}
    QCheckBox {{ color: {p.text}; spacing: 6px; padding: 1px 3px; border: 1px solid transparent; border-radius: 4px; }}
    QCheckBox:focus {{ border: 1px solid {p.text}; }}
    QComboBox {{ color: {p.text}; background: {p.raised}; border: 1px solid {p.line}; border-radius: 5px;
        padding: 5px 8px; }}
    QComboBox:focus {{ border: 1px solid {p.text}; }}
    QComboBox::drop-down {{ border: none; width: 18px; }}
    QComboBox QAbstractItemView {{ background: {p.raised}; color: {p.text}; border: 1px solid {p.line}; outline: none;
        selection-background-color: {p.selected}; selection-color: {p.text}; }}
    QMenu {{ background: {p.raised}; color: {p.text}; border: 1px solid {p.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 18px; border-radius: 4px; }}
    QMenu::item:disabled {{ color: #90{p.secondary[1:]}; }}
    QMenu::item:selected {{ background: {p.selected}; }}
    QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 8px; }}
    QTableView {{ background: transparent; border: none; color: {p.text}; gridline-color: transparent;
        selection-background-color: {p.selected}; selection-color: {p.text}; outline: none; }}
    QTableView::item {{ border-bottom: 1px solid {p.line}; padding: 0px 6px; }}
    QTableView::item:selected {{ background: {p.selected}; }}
    QTableView:focus {{ border: 1px solid {p.text}; border-radius: 4px; }}
    QTableView[role="titles"] {{ background: {p.panel}; border: none; border-right: 1px solid {p.line}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {p.secondary}; border: none; padding: 2px 6px;
        font-weight: 400; }}
    QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0px; }}
    QScrollBar::handle:vertical {{ background: {p.track}; border-radius: 4px; min-height: 24px; }}
    QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0px; }}
    QScrollBar::handle:horizontal {{ background: {p.track}; border-radius: 4px; min-width: 24px; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
        border: none; width: 0px; height: 0px; }}
    QToolTip {{ background: {p.raised}; color: {p.text}; border: 1px solid {p.line}; padding: 6px 8px; }}
    QProgressBar {{ background: transparent; border: none; max-height: 2px; min-height: 2px; }}
    QProgressBar::chunk {{ background: {p.text}; }}
    """
