"""What is written under a picture: what its colours mean, what errors cost and whose picture it is."""

from __future__ import annotations

from segdiff.data import Agreement, Case, Outcome
from segdiff.session import ViewState


def legend_words(state: ViewState) -> dict[Outcome | Agreement, str]:
    """What each colour of the overlay means, in the order of the legend."""
    if state.against is not None:
        return {
            Agreement.ONLY_SECOND: f"only in {state.prediction}",
            Agreement.ONLY_FIRST: f"only in {state.against}",
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
