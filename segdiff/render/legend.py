"""What is written under a picture: what its colours mean, what errors cost and whose picture it is."""

from __future__ import annotations

from segdiff.data import Agreement, Case, Outcome
from segdiff.session import ViewState


def legend_words(state: ViewState, case: Case, *, is_named: bool) -> dict[Outcome | Agreement, str]:
    """What each colour of the overlay means, in the order of the legend.

    Args:
        state: what is shown.
        case: that it is of.
        is_named: call predictions by their names; else by letters, in their order, as a report does.
    """
    if state.against is not None:
        names = [prediction.name for prediction in case.predictions]
        first, second = (
            name if is_named else f"prediction {chr(ord('A') + names.index(name) % 26)}"
            for name in (state.against, state.prediction or "")
        )
        return {
            Agreement.ONLY_SECOND: f"only in {second}",
            Agreement.ONLY_FIRST: f"only in {first}",
            Agreement.BOTH: "in both",
        }
    return {
        Outcome.FALSE_POSITIVE: f"false positive, cost {state.alpha:.2f}",
        Outcome.FALSE_NEGATIVE: f"false negative, cost {state.beta:.2f}",
        Outcome.TRUE_POSITIVE: "true positive",
    }


def legend_title(state: ViewState, case: Case) -> str:
    """The names of the case and of the prediction."""
    names = (case.name, "synthetic" if case.synthetic else "", state.prediction or "")
    return "   ".join(filter(None, names))
