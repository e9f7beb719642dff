"""Who is ahead by the mean over labels: computed at many costs, for no rays hold there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from segdiff.data import Comparison
from segdiff.gui.numbers import score_text
from segdiff.gui.widgets.computed_map import ComputedMap
from segdiff.gui.widgets.cost_strip import StripPart
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Confusion, Evidence

SIZE: Final = 96
"""Costs along either axis."""

Groups = tuple[tuple[tuple[int, int, int, int], ...], ...]
"""TP, FP, FN and TN of each label, for each prediction."""


@dataclass(frozen=True, eq=False)
class Average:
    """What is drawn and said of the mean over labels."""

    computed: ComputedMap
    strip: tuple[StripPart, ...]
    sentence: str


def average(
    state: ViewState, evidence_of: Callable[[Comparison], Evidence | None], letters: Mapping[str, str]
) -> Average | None:
    """``None`` while a label of a prediction is not measured, or where one has nothing to average."""
    groups = []
    for name in letters:
        counts = _counts(state, evidence_of, name)
        if counts is None or not any(sum(one[:3]) for one in counts):
            return None
        groups.append(counts)
    names, shown = list(letters), list(letters.values())
    chosen = names.index(state.prediction or "")
    computed, strip = _drawn(tuple(groups), tuple(shown), chosen)
    return Average(computed, strip, _sentence(state, tuple(groups), shown))


def _counts(
    state: ViewState, evidence_of: Callable[[Comparison], Evidence | None], name: str
) -> tuple[tuple[int, int, int, int], ...] | None:
    found = []
    for label in state.choices:
        comparison = state.with_label(label).comparison_of(name)
        evidence = evidence_of(comparison) if comparison else None
        if evidence is None:
            return None
        found.append(evidence.confusion.counts)
    return tuple(found)


@lru_cache(maxsize=8)
def _drawn(groups: Groups, letters: tuple[str, ...], chosen: int) -> tuple[ComputedMap, tuple[StripPart, ...]]:
    """It depends on no cost, so a slider need not compute it again."""
    from segdiff.explore import mean_index, mean_strip, mean_winners

    rivals = _confusions(groups)
    drawn = mean_winners(rivals, SIZE)

    def at(alpha: float, beta: float) -> float:
        return float(mean_index(rivals[chosen], alpha, beta))

    computed = ComputedMap(letters, chosen, drawn.means[chosen], drawn.winner, at)
    if len(rivals) < 2:
        return computed, ()
    return computed, tuple(StripPart(letters[one.winner], one.low, one.high) for one in mean_strip(rivals))


def _confusions(groups: Groups) -> list[list[Confusion]]:
    from segdiff.evidence import Confusion

    return [[Confusion.of_counts(*counts) for counts in group] for group in groups]


def _sentence(state: ViewState, groups: Groups, letters: Sequence[str]) -> str:
    from segdiff.explore import mean_index

    means = [float(mean_index(counts, state.alpha, state.beta)) for counts in _confusions(groups)]
    overs = sorted({sum(any(counts[:3]) for counts in group) for group in groups})
    over = "–".join(str(number) for number in dict.fromkeys((overs[0], overs[-1])))
    values: dict[str, object] = {"over": over, "size": SIZE}
    if len(letters) == 1:
        return tr(
            "The mean over {over} labels is <b>{value}</b> at these costs. The plane was computed at {size} × {size} "
            "costs.",
            value=score_text(means[0]),
            **values,
        )
    ahead = max(range(len(means)), key=means.__getitem__)
    others = ", ".join(
        f"{letter} {score_text(mean)}"
        for i, (letter, mean) in enumerate(zip(letters, means, strict=True))
        if i != ahead
    )
    return tr(
        "<b>{leader} is ahead</b> by the mean over {over} labels: {value}; {others}. A mean has no straight "
        "borders, so the plane was computed at {size} × {size} costs.",
        leader=letters[ahead],
        value=score_text(means[ahead]),
        others=others,
        **values,
    )
