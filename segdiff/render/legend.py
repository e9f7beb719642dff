"""What is written under a picture: what its colours mean, what errors cost and whose picture it is."""

from __future__ import annotations

from segdiff.data import Agreement, Case, Outcome
from segdiff.render.arrangement import Pane
from segdiff.session import Shows, ViewState


def legend_words(state: ViewState, case: Case, *, is_named: bool) -> dict[Outcome | Agreement, str]:
    """What each colour of the overlay means, in the order of the legend; where masks stand alone, none means anything.

    Args:
        state: what is shown.
        case: that it is of.
        is_named: call predictions by their names; else by letters, in their order, as a report does.
    """
    if _shows_masks(state):
        return {}
    if state.against is not None:
        first, second = (_name(case, name, is_named) for name in (state.against, state.prediction or ""))
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


def mask_words(state: ViewState, case: Case, *, is_named: bool) -> list[str]:
    """Which mask is drawn on which side of a curtain, or which one is drawn alone; nothing where errors are."""
    if not _shows_masks(state):
        return []
    first = "ground truth" if case.truth is not None else ""
    first = first if state.against is None else _name(case, state.against, is_named)
    second = _name(case, state.prediction, is_named) if state.prediction else ""
    if state.overlay.curtain is not None:
        return [f"{side}: {mask}" for side, mask in (("left", first), ("right", second)) if mask]
    return [mask for mask in (first if state.overlay.shows is Shows.TRUTH else second,) if mask]


def pane_title(state: ViewState, case: Case, pane: Pane, *, is_named: bool) -> str:
    """Which slice it is and, where there are others beside it, whose overlay it has."""
    whose = _name(case, pane.prediction, is_named) if pane.prediction else ""
    return " · ".join(
        filter(None, ("image alone" if pane.is_bare else whose, pane.plane.place_in_words(state.cursor, case.grid)))
    )


def _shows_masks(state: ViewState) -> bool:
    style = state.overlay
    return style.visible and (style.curtain is not None or style.shows is not Shows.DIFFERENCE)


def _name(case: Case, name: str, is_named: bool) -> str:
    names = [prediction.name for prediction in case.predictions]
    return name if is_named else f"prediction {chr(ord('A') + names.index(name) % 26)}"


def legend_title(state: ViewState, case: Case) -> str:
    """The names of the case and of the prediction."""
    names = (case.name, "synthetic" if case.synthetic else "", state.prediction or "")
    return "   ".join(filter(None, names))
