"""The card of a loss, and the table in another convention."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from segdiff import losses
from segdiff.data import Comparison, LabelChoice
from segdiff.evaluate import score_sheet
from segdiff.evidence import Confusion, Evidence
from segdiff.gui.cards import card_for
from segdiff.gui.views.loss_card import Card, LossCard
from segdiff.gui.views.score_table import ScoreTable, Sheet
from segdiff.session import ViewState
from tests.gui.cases import eager, state_of

EVIDENCE = Evidence.of_confusion(Confusion.of_counts(3, 2, 1, 10))
"""T(.3, .7) = 3 / (3 + .6 + .7) = .69767; with the costs swapped .63830."""


@pytest.fixture
def state() -> ViewState:
    return state_of(eager())


@pytest.fixture
def card(state: ViewState) -> Card:
    return card_for("tversky_loss", state, EVIDENCE, "A")


@pytest.fixture
def shown(card: Card, qtbot: QtBot) -> LossCard:
    made = LossCard(card)
    qtbot.addWidget(made)
    return made


def texts(shown: LossCard) -> list[str]:
    return [label.text() for label in shown.findChildren(QLabel)]


def test_every_convention_that_has_the_loss_is_there_with_its_number(card: Card, shown: LossCard) -> None:
    said = texts(shown)
    assert {row.convention for row in card.rows} >= {
        "segdiff",
        "monai",
        "smp",
        "keras-3.15",
        "seglossodyssey",
        "nnunet",
    }
    assert ".302326" in said, "segdiff: 1 − 3/4.3"
    assert any("it has no Tversky loss" in text for text in said), "nnU-Net says why it has none"


def test_the_facts_of_a_loss_are_told(shown: LossCard) -> None:
    said = texts(shown)
    for head in ("Gradient", "Imbalance", "Empty masks", "Source"):
        assert head in said
    assert losses.LORE["tversky_loss"].gradient in said


def test_a_call_can_be_copied(card: Card, shown: LossCard) -> None:
    keras = next(row for row in card.rows if row.convention == "keras-3.15")
    button = next(
        b for b in shown.findChildren(QPushButton) if b.accessibleName() == f"Copy the call for {keras.title}"
    )
    button.click()
    assert QGuiApplication.clipboard().text() == keras.call
    assert "alpha=0.7, beta=0.3" in keras.call, "as released α weighs misses"


def test_a_frameworks_costs_are_translated(shown: LossCard, qtbot: QtBot) -> None:
    picker = shown.findChild(QComboBox)
    assert isinstance(picker, QComboBox)
    picker.setCurrentIndex(picker.findData("keras-3.15"))
    fields = {edit.accessibleName(): edit for edit in shown.findChildren(QLineEdit)}
    fields["alpha there"].setText("0.9")
    fields["beta there"].setText("0,1")
    button = next(b for b in shown.findChildren(QPushButton) if b.text() == "Set the sliders")
    with qtbot.waitSignal(shown.translation_wished) as wished:
        button.click()
    loss, convention, parameters = wished.args
    assert losses.translate(loss, convention, parameters) == (0.1, 0.9)


def test_the_table_in_another_convention_has_its_symbols_and_its_sign(state: ViewState) -> None:
    def look_up(_comparison: Comparison) -> Evidence:
        return EVIDENCE

    assert state.label == LabelChoice.single(1)
    rows = {row.score.id: row for row in score_sheet(state.with_convention("seglossodyssey"), look_up)}
    value = rows["tversky_loss"].values[0]
    assert value is not None
    assert value.number == pytest.approx(-4 / 5.3), "smoothing of 1 above and below, and minus the index"
    assert rows["dice"].values[0] is not None, "metrics are the same everywhere"
    keras = {row.score.id: row for row in score_sheet(state.with_convention("keras-3.15"), look_up)}
    assert dict(keras["tversky_loss"].symbols) == {"alpha": 0.7, "beta": 0.3}


def test_the_picker_offers_conventions_and_tells_which_was_chosen(qtbot: QtBot, state: ViewState) -> None:
    table = ScoreTable()
    qtbot.addWidget(table)
    rows = score_sheet(state.with_convention("monai"), lambda _comparison: EVIDENCE)
    conventions = {"segdiff": "segdiff", "monai": "MONAI"}
    table.show_sheet(Sheet(rows, {"eager": "A"}, [True], convention="monai", conventions=conventions))
    picker = table.findChild(QComboBox)
    assert isinstance(picker, QComboBox)
    assert picker.currentData() == "monai"
    with qtbot.waitSignal(table.convention_chosen) as chosen:
        picker.activated.emit(0)
    assert chosen.args == ["segdiff"]


def test_a_row_opens_its_card_and_a_metric_the_first_loss(qtbot: QtBot, state: ViewState) -> None:
    table = ScoreTable()
    qtbot.addWidget(table)
    rows = score_sheet(state, lambda _comparison: EVIDENCE, ("tversky_loss", "dice_loss", "dice"))
    table.show_sheet(Sheet(rows, {"eager": "A"}, [True], conventions={"segdiff": "segdiff"}))
    opened: list[str] = []
    table.loss_opened.connect(opened.append)
    for row in (2, 4):
        table._open(row)
    assert opened == ["dice_loss", "tversky_loss"]
