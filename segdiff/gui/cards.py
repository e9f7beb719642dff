"""What a loss's card says, from Evidence: every convention's number for what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segdiff.errors import SegdiffError
from segdiff.gui.numbers import letter_of
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.views.loss_card import Card, LossCard
from segdiff.gui.window import Window
from segdiff.gui.words import shown, tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence
    from segdiff.registry import Score


class Cards:
    """Opens the card of a loss over the window, for the prediction and label on screen."""

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        self._window = window
        self._store = store
        self._pipeline = pipeline

    def show(self, loss: str) -> None:
        """What every convention makes of a loss."""
        state = self._store.state
        evidence = self._pipeline.evidence(state.comparison) if state.comparison else None
        if state.case is None or evidence is None:
            return
        names = [prediction.name for prediction in state.case.predictions]
        card = LossCard(card_for(loss, state, evidence, letter_of(names.index(state.prediction or ""))), self._window)
        card.translation_wished.connect(self._translate)
        card.open()

    def _translate(self, loss: str, convention: str, parameters: dict[str, float]) -> None:
        """Set our costs to what a framework's parameters amount to."""
        from segdiff.losses import translate

        try:
            costs = translate(loss, convention, parameters)
        except SegdiffError as problem:
            self._window.message.show_problem(tr("Not translated"), str(problem))
            return
        self._store.apply(lambda state: state.with_costs(*costs))


def card_for(loss: str, state: ViewState, evidence: Evidence, letter: str) -> Card:
    """The card of a loss.

    Args:
        loss: its id.
        state: names the prediction and the label, and has the costs.
        evidence: of the prediction's label.
        letter: the prediction's.
    """
    from segdiff.losses import LORE, compare_conventions, warnings_from_evidence
    from segdiff.registry import find

    assert state.label is not None
    score = find(loss)
    costs = {"alpha": state.alpha, "beta": state.beta}
    parameters: dict[str, Any] = {name: value for name, value in costs.items() if name in score.parameters}
    return Card(
        loss=loss,
        title=shown(score.title),
        definition=shown(score.definition),
        formula=shown(score.formula),
        facts={
            tr("Gradient"): shown(LORE[loss].gradient),
            tr("Imbalance"): shown(LORE[loss].imbalance),
            tr("Empty masks"): shown(LORE[loss].empty),
            tr("Source"): shown(score.source),
        },
        of_what=tr(
            "{letter} · {prediction}, label {label}",
            letter=letter,
            prediction=state.prediction,
            label=state.label.for_prediction(state.prediction or "").name,
        ),
        rows=compare_conventions(loss, evidence, alpha=state.alpha, beta=state.beta),
        warnings=warnings_from_evidence(loss, evidence, **parameters),
        writers=_writers(score, state),
    )


def _writers(score: Score, state: ViewState) -> dict[str, dict[str, float]]:
    """Of each other convention the parameters that say what errors cost, with what they are for the costs chosen now.

    Where a framework cannot have these costs, they are shown for Dice's, which it can.
    """
    from segdiff.evaluate import symbols_at_costs
    from segdiff.losses import CONVENTIONS

    found: dict[str, dict[str, float]] = {}
    for convention in CONVENTIONS:
        symbols = symbols_at_costs(convention, score, state.alpha, state.beta) or symbols_at_costs(
            convention, score, 0.5, 0.5
        )
        if symbols:
            found[convention] = dict(symbols)
    return found
