"""The desk: what is in each file, and labels paired, joined, named, added and left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from segdiff.data import ANY_LABEL, LabelChoice, LabelRow
from segdiff.gui.views.label_desk import Column, Desk, LabelDesk, Suggestion
from segdiff.gui.views.label_desk.desk import Line, joined, parsed, spelt
from segdiff.gui.views.label_desk.dialog import _LineFields

TRUTH = Column("", "Ground truth", (LabelRow(1, "core", None, 30, 0.03), LabelRow(128, "", None, 540, 0.54)))
NEW = Column("new", "A · new", (LabelRow(1, "", None, 25, 0.025), LabelRow(127, "myelin", None, 521, 0.521)))
OLD = Column("old", "B · old", (LabelRow(128, "", None, 500, 0.5),))
ONE, NERVE = LabelChoice.single(1), LabelChoice.single(128)
PAIRED = LabelChoice.of((128,), (128,), "", (("new", (127,)),))
DESK = Desk(
    "voxel", (TRUTH, NEW, OLD), (ONE, NERVE), (ONE, NERVE), (Suggestion("A may number otherwise.", (ONE, PAIRED)),)
)
Show = Callable[[Desk], LabelDesk]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show_desk(desk: Desk = DESK) -> LabelDesk:
        made = LabelDesk(desk)
        qtbot.addWidget(made)
        made.show()
        return made

    return show_desk


def press(desk: LabelDesk, text: str) -> None:
    button = next(b for b in desk.findChildren(QPushButton) if b.text() == text and b.isVisible())
    button.click()


def settled(desk: LabelDesk, qtbot: QtBot) -> tuple[LabelChoice, ...]:
    with qtbot.waitSignal(desk.labels_wished) as told:
        press(desk, "Compare these labels")
    found: tuple[LabelChoice, ...] = told.args[0]
    return found


def lines(desk: LabelDesk) -> list[_LineFields]:
    return desk._lines


def test_every_label_of_every_file_side_by_side(show: Show) -> None:
    texts = [made.text() for made in show(DESK)._table.findChildren(QLabel) if made.text()]
    assert texts == [
        "Label", "Name", "Ground truth", "A · new", "B · old",
        "1", "core", "30 · 0.030 ml", "25 · 0.025 ml", "—",
        "127", "myelin", "—", "521 · 0.52 ml", "—",
        "128", "540 · 0.54 ml", "—", "500 · 0.50 ml",
    ]  # fmt: skip


def test_nothing_changed_is_every_label_by_its_number(show: Show, qtbot: QtBot) -> None:
    assert settled(show(DESK), qtbot) == ()


def test_a_pair_in_one_prediction(show: Show, qtbot: QtBot) -> None:
    desk = show(DESK)
    lines(desk)[1].name.setText("myelin")
    lines(desk)[1].fields["new"].setEditText("127")
    assert settled(desk, qtbot) == (ONE, LabelChoice("myelin", (128,), (128,), elsewhere=(("new", (127,)),)))


def test_a_label_is_picked_from_what_the_file_has(show: Show) -> None:
    field = lines(show(DESK))[1].fields["new"]
    assert [field.itemText(at) for at in range(field.count())] == ["1   25 voxels", "127 · myelin   521 voxels"]
    field.activated.emit(1)
    assert field.currentText() == "127"


def test_ticked_structures_are_joined(show: Show, qtbot: QtBot) -> None:
    desk = show(DESK)
    assert not desk._join.isEnabled()
    for line in lines(desk):
        line.tick.setChecked(True)
    press(desk, "Join the ticked")
    assert len(lines(desk)) == 1
    lines(desk)[0].name.setText("all of it")
    assert settled(desk, qtbot) == (LabelChoice("all of it", (1, 128), (1, 128)),)


def test_one_is_added_and_one_left_out(show: Show, qtbot: QtBot) -> None:
    desk = show(DESK)
    press(desk, "Leave out")
    press(desk, "Add a structure")
    lines(desk)[1].fields[""].setEditText("any")
    assert settled(desk, qtbot) == (NERVE, ANY_LABEL)


@pytest.mark.parametrize(("typed", "said"), [("x", "“x”"), ("0", "“0”"), ("", "has no label yet")])
def test_what_is_no_label_is_said_and_keeps_the_desk_open(show: Show, typed: str, said: str) -> None:
    desk = show(DESK)
    for name in ("", "new", "old"):
        lines(desk)[0].fields[name].setEditText(typed)
    press(desk, "Compare these labels")
    assert said in desk._problem.text()
    assert desk.isVisible()
    assert desk._problem.isVisible()


def test_nothing_to_compare_is_said(show: Show) -> None:
    desk = show(DESK)
    for _ in range(2):
        press(desk, "Leave out")
    press(desk, "Compare these labels")
    assert desk._problem.text() == "Nothing is left to compare; add a structure."


def test_a_suggestion_is_filled_in_and_not_yet_compared(show: Show, qtbot: QtBot) -> None:
    desk = show(DESK)
    assert [line.fields["new"].currentText() for line in lines(desk)] == ["1", "128"]
    with qtbot.assertNotEmitted(desk.labels_wished):
        press(desk, "Pair them")
    assert [line.fields["new"].currentText() for line in lines(desk)] == ["1", "127"]
    assert settled(desk, qtbot) == (ONE, PAIRED)


def test_back_to_the_files(show: Show, qtbot: QtBot) -> None:
    desk = show(DESK)
    press(desk, "Pair them")
    press(desk, "Start from the files")
    assert settled(desk, qtbot) == ()


def test_fields_are_named_for_those_who_hear_them(show: Show) -> None:
    line = lines(show(DESK))[1]
    assert line.name.accessibleName() == "Structure 2: name"
    assert line.fields["new"].accessibleName() == "Structure 2: labels in A · new"


class TestLines:
    @pytest.mark.parametrize(
        "choice",
        [
            ONE,
            ANY_LABEL,
            PAIRED,
            LabelChoice.of((128,), (127,)),
            LabelChoice.of((1, 2), (1,), "whole"),
            LabelChoice.of((5,), (5,), "", (("new", (4,)), ("old", (6, 7)))),
        ],
    )
    def test_what_is_edited_and_left_alone_is_the_same(self, choice: LabelChoice) -> None:
        again = Line.of(choice, (TRUTH, NEW, OLD)).choice()
        for prediction in ("new", "old"):
            assert again.for_prediction(prediction) == choice.for_prediction(prediction)
        assert (again.truth_values, again.has_name) == (choice.truth_values, choice.has_name)

    def test_an_empty_field_is_as_in_the_truth(self) -> None:
        assert Line("", {"": "3", "new": "", "old": ""}).choice() == LabelChoice.single(3)

    def test_joined_with_any_is_any(self) -> None:
        assert joined([Line("", {"": "any"}), Line("", {"": "3"})]).texts == {"": "any"}

    def test_typed(self) -> None:
        assert parsed(" 4 + 1+4 ") == (1, 4)
        assert parsed("Any") == ()
        assert spelt((1, 4)) == "1+4"
        for wrong in ("1,2", "1+", "0", "1+0", "½"):
            with pytest.raises(ValueError, match=r"."):
                parsed(wrong)


def test_many_labels_and_files_leave_room_for_what_is_compared(show: Show, qtbot: QtBot) -> None:
    """Forty labels in a dozen files: the desk fits on a small screen, and the structures begin in its upper half."""
    rows = tuple(LabelRow(value, "", None, 100, 0.1) for value in range(1, 41))
    columns = (Column("", "Ground truth", rows), *(Column(f"p{n}", f"{n} · model {n}", rows) for n in range(12)))
    choices = tuple(LabelChoice.single(value) for value in range(1, 41))
    desk = show(Desk("voxel", columns, choices, choices, ()))
    qtbot.waitUntil(lambda: desk._table.height() > 700)
    assert desk.width() <= 1200
    assert desk.height() <= 760
    first = lines(desk)[0].name
    assert first.mapTo(desk, QPoint()).y() < desk.height() / 2


def test_a_few_labels_are_all_in_sight(show: Show) -> None:
    table = show(DESK)._table
    assert table.visibleRegion().boundingRect().height() == table.height()
