"""Small parts: figures, spelling, the bar."""

from __future__ import annotations

import io
import math
from contextlib import suppress

import pytest

from segdiff.cli.progress import Progress
from segdiff.cli.results.layout import Cell, Row, aligned, shortened, width
from segdiff.cli.spelling import SPELLED_OUT, spelled
from segdiff.export.figures import count, decimals, short, times


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (0.97506, 4, "0.9751"),
        (16.118096, 2, "16.12"),
        (0.0, 4, "0.0000"),
        (0.00003, 4, "<0.0001"),
        (0.00006, 4, "0.0001"),
        (0.004, 2, "<0.01"),
        (-0.25, 2, "−0.25"),
        (-1e-17, 4, "0.0000"),
        (math.nan, 4, "—"),
        (math.inf, 4, "—"),
    ],
)
def test_decimals(number: float, digits: int, text: str) -> None:
    assert decimals(number, digits) == text


def test_other_figures() -> None:
    assert count(167266) == "167,266"
    assert (short(0.3), short(2.0), short(-1.5)) == ("0.3", "2", "−1.5")
    assert times((7.499999046325684, 0.5, 0.488281)) == "0.488 × 0.5 × 7.5"


def test_marks_do_not_move_digits() -> None:
    rows = [
        Row("Title", (Cell("name"),), is_ruled=True),
        Row("Group"),
        Row("a", (Cell("10.5"),)),
        Row("bc", (Cell("—", " [1]"),)),
    ]
    assert aligned(rows) == [
        "Title  name",
        "---------------",
        "Group",
        "a      10.5",
        "bc        — [1]",
    ]


def test_widths_are_those_of_a_terminal() -> None:
    assert (width("Dice"), width("脳"), width("e\u0301")) == (4, 2, 1)
    assert shortened("abcdefghij", 10) == "abcdefghij"
    assert shortened("abcdefghijk", 10) == "abcd…ghijk"


class TestSpelling:
    def test_what_an_encoding_lacks_is_spelled_out(self) -> None:
        assert spelled("1 − α·FP × β² — né", "ascii") == "1 - alpha*FP x beta^2 - ne"
        assert spelled("1 − α·FP × β² — né", "latin-1") == "1 - alpha·FP × beta² - né"
        assert spelled("1 − α·FP × β² — né 脳", "utf-8") == "1 − α·FP × β² — né 脳"

    def test_nothing_is_too_strange(self) -> None:
        assert spelled("脳 \udcff", "ascii") == "? ?"
        assert spelled("\udcff", "utf-8") == "?"

    def test_it_does_not_read(self) -> None:
        with pytest.raises(UnicodeDecodeError):
            b"\xff".decode("ascii", SPELLED_OUT)


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    def test_a_bar_comes_and_goes(self) -> None:
        terminal = Terminal()
        with Progress(terminal) as progress:
            progress.show("Reading a.nii.gz", 0.5)
            progress.show("Reading a.nii.gz", 0.501)
        drawn = terminal.getvalue().split("\r")
        assert [line.strip() for line in drawn] == [
            "",
            "",
            f"Reading a.nii.gz {' ' * 24}{'█' * 12}{'·' * 12}  50%",
            "",
            "",
        ]
        assert drawn[-1] == ""

    def test_nothing_where_nobody_watches(self) -> None:
        log = io.StringIO()
        with Progress(log) as progress:
            progress.show("Measuring", 0.3)
        assert log.getvalue() == ""

    def test_it_is_gone_when_something_goes_wrong(self) -> None:
        terminal = Terminal()
        with suppress(ValueError), Progress(terminal) as progress:
            progress.show("Reading", 2.0)
            raise ValueError("damaged")
        assert "100%" in terminal.getvalue()
        assert terminal.getvalue().endswith("\r")
