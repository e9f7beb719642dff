"""What a loss's card says, from Evidence: every convention's number for what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segdiff.errors import ParameterProblem
from segdiff.gui.views.loss_card import Card
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence


def card_for(loss: str, state: ViewState, evidence: Evidence, letter: str) -> Card:
    """The card of a loss.

    Args:
        loss: its id.
        state: names the prediction and the label, and has the costs.
        evidence: of the prediction's label.
        letter: the prediction's.
    """
    from segdiff.losses import compare_conventions, warnings_from_evidence
    from segdiff.registry import find

    assert state.label is not None
    score = find(loss)
    parameters = {
        name: value for name, value in (("alpha", state.alpha), ("beta", state.beta)) if name in score.parameters
    }
    return Card(
        loss=loss,
        title=score.title,
        definition=score.definition,
        formula=score.formula,
        source=score.source,
        of_what=f"for {letter} · {state.prediction}, label {state.label.name}",
        rows=compare_conventions(loss, evidence, alpha=state.alpha, beta=state.beta),
        warnings=warnings_from_evidence(loss, evidence, **parameters),
        writers=_writers(loss, state),
    )


def _writers(loss: str, state: ViewState) -> dict[str, dict[str, float]]:
    """Of each other convention the parameters that say what errors cost, with what they are for the costs chosen now."""
    from segdiff.losses import CONVENTIONS, parameters_for

    found: dict[str, dict[str, float]] = {}
    for convention in CONVENTIONS:
        try:
            one, other = (parameters_for(loss, convention, cost, 1.0 - cost) for cost in (0.25, 0.5))
            names = [name for name in one if one[name] != other[name]]
            now = _parameters_or(one, loss, convention, state)
        except ParameterProblem:
            continue
        if names and convention != "segdiff":
            found[convention] = {name: now[name] or 0.0 for name in names}
    return found


def _parameters_or(
    default: dict[str, float | None], loss: str, convention: str, state: ViewState
) -> dict[str, float | None]:
    """What the costs chosen now are there; where they cannot be had, something that can."""
    from segdiff.losses import parameters_for

    try:
        return parameters_for(loss, convention, state.alpha, state.beta)
    except ParameterProblem:
        return default
