"""What a loss's card says, from Evidence: every convention's number for what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segdiff.gui.views.loss_card import Card
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence
    from segdiff.registry import Score


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
        title=score.title,
        definition=score.definition,
        formula=score.formula,
        facts={
            "Gradient": LORE[loss].gradient,
            "Imbalance": LORE[loss].imbalance,
            "Empty masks": LORE[loss].empty,
            "Source": score.source,
        },
        of_what=f"for {letter} · {state.prediction}, label {state.label.name}",
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
