"""What lies on the desk, as values: tables of labels, choices, suggestions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from segdiff.data import ANY_LABEL, LabelChoice, LabelRow

TRUTH = ""
"""Name of the truth's column; no prediction is called that."""


@dataclass(frozen=True)
class Column:
    """One file.

    Args:
        name: of the prediction, or :data:`TRUTH`.
        title: as it stands over the column.
        rows: its labels; ``None`` while they are being counted.
    """

    name: str
    title: str
    rows: tuple[LabelRow, ...] | None

    def row(self, value: int) -> LabelRow | None:
        """The label of that number, if the file has it."""
        return next((row for row in self.rows or () if row.value == value), None)


@dataclass(frozen=True)
class Suggestion:
    """A numbering that the voxels speak for: the evidence in a sentence, and the labels to be compared under it."""

    sentence: str
    choices: tuple[LabelChoice, ...]


@dataclass(frozen=True)
class Desk:
    """Everything the dialog shows.

    Args:
        unit: what one element of the picture is called.
        columns: the truth first, where there is one, then the predictions.
        choices: what is compared now.
        usual: what is compared unless a person chooses: every label by its number.
        suggestions: what may be meant.
    """

    unit: str
    columns: tuple[Column, ...]
    choices: tuple[LabelChoice, ...]
    usual: tuple[LabelChoice, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def values(self) -> tuple[int, ...]:
        """Every number that a file has, ascending."""
        return tuple(sorted({row.value for column in self.columns for row in column.rows or ()}))

    def name_of(self, value: int) -> str:
        """What the first file that names it calls a label."""
        names = (row.name for column in self.columns if (row := column.row(value)) and row.name)
        return next(names, "")


@dataclass(frozen=True)
class Line:
    """One structure as it is being edited: its name and, for each column, the labels that stand for it, as text."""

    name: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, choice: LabelChoice, columns: Sequence[Column]) -> Line:
        """A choice, to be edited."""
        texts = {
            column.name: spelt(
                choice.truth_values if column.name == TRUTH else choice.for_prediction(column.name).prediction_values
            )
            for column in columns
        }
        return cls(choice.name if choice.has_name else "", texts)

    def choice(self) -> LabelChoice:
        """What was edited, as a choice; an empty text means the same labels as in the truth.

        Raises:
            ValueError: a text is no label; its message says which.
        """
        written = {name: text.strip() for name, text in self.texts.items()}
        first = written.get(TRUTH) or next((text for text in written.values() if text), "")
        truth = parsed(first)
        values = {name: parsed(text) if text else truth for name, text in written.items() if name != TRUTH}
        usual = truth if truth in values.values() or not values else Counter(values.values()).most_common(1)[0][0]
        elsewhere = tuple(sorted((name, found) for name, found in values.items() if found != usual))
        is_any = truth == usual == () and not elsewhere and not self.name.strip()
        return ANY_LABEL if is_any else LabelChoice.of(truth, usual, self.name.strip(), elsewhere)


def joined(lines: Sequence[Line]) -> Line:
    """One structure of several: the labels of each, in each file."""
    texts: dict[str, str] = {}
    for name in lines[0].texts:
        groups = [parsed(line.texts[name] or line.texts.get(TRUTH, "")) for line in lines]
        union = () if () in groups else tuple(sorted({value for group in groups for value in group}))
        texts[name] = spelt(union)
    return Line("", texts)


def spelt(values: tuple[int, ...]) -> str:
    """Labels as they are typed: ``5``, ``1+2+4``, ``any``."""
    return "+".join(map(str, values)) if values else ANY_LABEL.name


def parsed(text: str) -> tuple[int, ...]:
    """Labels as they were typed.

    Raises:
        ValueError: it is no label; the message is what was typed.
    """
    if text.strip().casefold() == ANY_LABEL.name:
        return ()
    parts = [part.strip() for part in text.split("+")]
    if not all(part.removeprefix("-").isdecimal() for part in parts) or any(int(part) == 0 for part in parts):
        raise ValueError(text.strip())
    return tuple(sorted({int(part) for part in parts}))
