"""What a person prefers, kept between starts: a name in the settings, the values it may have, and the usual one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSettings

from segdiff.gui.words import tr
from segdiff.session import Theme


@dataclass(frozen=True)
class Preference:
    """One choice among a few values.

    Args:
        key: its name in the settings.
        values: all it may be, the usual one first.
    """

    key: str
    values: tuple[str, ...]

    @property
    def value(self) -> str:
        """What was chosen; anything else in the settings counts as nothing chosen."""
        kept = str(QSettings().value(self.key, ""))
        return kept if kept in self.values else self.values[0]

    def choose(self, value: str) -> None:
        """Keep a choice.

        Raises:
            ValueError: there is no such value.
        """
        if value not in self.values:
            raise ValueError(f"{self.key} cannot be {value!r}")
        QSettings().setValue(self.key, value)


THEME: Final = Preference("look/theme", tuple(theme.value for theme in Theme))
LANGUAGE: Final = Preference("look/language", ("system", "en", "zh_TW"))
SCALE: Final = Preference("look/scale", ("1", "0.9", "1.15", "1.3", "1.5", "2"))
DEVICE: Final = Preference("computing/device", ("auto", "cpu", "cuda"))


@dataclass(frozen=True)
class Row:
    """One line of the settings dialog: a preference, what it is called, and what its values are called.

    Args:
        preference: what the line changes.
        title: its name.
        words: each value in words, in the order in which they are offered.
        hint: what is worth knowing, such as when a change is seen.
    """

    preference: Preference
    title: str
    words: tuple[tuple[str, str], ...]
    hint: str = ""


def general_rows() -> tuple[Row, ...]:
    """How the window looks and speaks."""
    next_start = tr("Seen when segdiff starts the next time.")
    return (
        Row(THEME, tr("Colours"), (("system", tr("As the system")), ("dark", tr("Dark")), ("light", tr("Light")))),
        Row(
            LANGUAGE,
            tr("Language"),
            (("system", tr("As the system")), ("en", "English"), ("zh_TW", "繁體中文")),
            next_start,
        ),
        Row(
            SCALE,
            tr("Size of text and controls"),
            tuple((value, f"{float(value):.0%}") for value in sorted(SCALE.values, key=float)),
            next_start,
        ),
    )


def computing_rows() -> tuple[Row, ...]:
    """Where numbers are made."""
    return (
        Row(
            DEVICE,
            tr("Measure on"),
            (
                ("auto", tr("A graphics card if there is one")),
                ("cpu", tr("The processor")),
                ("cuda", tr("An NVIDIA card")),
            ),
            tr("Hard counts are always made by the processor, which is faster at them. Seen at the next start."),
        ),
    )
