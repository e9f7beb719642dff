"""Who is ahead among the predictions on screen, and by what, in sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from segdiff.gui.numbers import volume_text
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence
    from segdiff.explore import NeverBest


def verdict(state: ViewState, measured: Mapping[str, Evidence], letters: Mapping[str, str]) -> str:
    """Who is ahead at these costs, and what a miss would have to cost for that to change; empty for an empty truth."""
    from segdiff.explore import duel, leaders

    confusions = {name: evidence.confusion for name, evidence in measured.items()}
    first = next(iter(confusions.values()))
    if int((first.tp + first.fn).item()) == 0:
        return ""
    names = list(confusions)
    leader, *others = (names[position] for position in leaders(list(confusions.values()), state.alpha, state.beta))
    duels = {letters[name]: duel(confusions[leader], other) for name, other in confusions.items() if name != leader}
    if others:
        return tr("{letters} are level at these costs.", letters=all_of([letters[name] for name in (leader, *others)]))
    turns = {letter: match.break_even for letter, match in duels.items() if match.break_even is not None}
    if not turns:
        return tr(
            "<b>{leader} is ahead.</b> No α and β would put {others} ahead: {leader} is at least as good on both "
            "counts.",
            leader=letters[leader],
            others=any_of(list(duels)),
        )
    if state.alpha == 0:
        return tr("<b>{leader} is ahead.</b> False positives cost nothing here.", leader=letters[leader])
    return _turns_in_words(letters[leader], turns, state.beta / state.alpha)


def never_in_words(never: NeverBest) -> str:
    """That no α and β make a prediction best, and why."""
    from segdiff.explore import Hindrance

    words = {"letter": never.name, "others": any_of(list(never.others)) if never.others else ""}
    match never.hindrance:
        case Hindrance.NOTHING_FOUND:
            return tr("No α and β make {letter} best: it found nothing.", **words)
        case Hindrance.NOTHING_TO_FIND:
            return tr(
                "No α and β make {letter} best: there is nothing to find, and {others} invents nothing.",
                **words,
            )
        case Hindrance.LEVEL:
            return tr("{letter} is level with {others} at every α and β.", **words)
        case Hindrance.OUTDONE:
            return tr(
                "No α and β make {letter} best: for each voxel found, {others} neither invents more nor misses more.",
                **words,
            )
        case Hindrance.BETWEEN:
            return tr(
                "No α and β make {letter} best: at any price of a miss, {others} is ahead of it.",
                **words,
            )


def difference_of(state: ViewState, measured: Mapping[str, Evidence], letters: Mapping[str, str]) -> str:
    """What two predictions differ in, in millilitres where they are known: the one looked at against the other.

    Empty where there are more than two, where they do not differ, and for an empty truth.
    """
    if len(measured) != 2 or state.prediction is None:
        return ""
    from segdiff.explore import break_even

    other = next(name for name in measured if name != state.prediction)
    first, second = measured[state.prediction].confusion, measured[other].confusion
    if int((first.tp + first.fn).item()) == 0 or first.counts == second.counts:
        return ""
    found = break_even(first, second)
    voxel_ml = None if math.isnan(found.voxel_ml) else found.voxel_ml
    words = {
        "first": letters[state.prediction],
        "second": letters[other],
        "found": volume_text(abs(found.more_found), voxel_ml),
        "invented": volume_text(abs(found.more_invented), voxel_ml),
    }
    if found.more_invented == 0:
        if found.more_found > 0:
            return tr("{first} finds {found} more than {second} and invents as much.", **words)
        return tr("{first} finds {found} less than {second} and invents as much.", **words)
    if found.more_found == 0:
        if found.more_invented > 0:
            return tr("{first} finds as much as {second} and invents {invented} more.", **words)
        return tr("{first} finds as much as {second} and invents {invented} less.", **words)
    finds_more, invents_more = found.more_found > 0, found.more_invented > 0
    if finds_more and invents_more:
        return tr("{first} finds {found} more and invents {invented} more than {second}.", **words)
    if finds_more:
        return tr("{first} finds {found} more and invents {invented} less than {second}.", **words)
    if invents_more:
        return tr("{first} finds {found} less and invents {invented} more than {second}.", **words)
    return tr("{first} finds {found} less and invents {invented} less than {second}.", **words)


def _turns_in_words(leader: str, turns: Mapping[str, float], now: float) -> str:
    """The nearest prices of a miss, below and above the one of now, at which another prediction takes the lead."""
    from segdiff.explore import price_text

    below = max(((price, letter) for letter, price in turns.items() if price < now), default=None)
    above = min(((price, letter) for letter, price in turns.items() if price >= now), default=None)
    words: dict[str, object] = {"leader": leader, "now": price_text(now)}
    if below:
        words |= {"low": price_text(below[0]), "below": below[1]}
    if above:
        words |= {"high": price_text(above[0]), "above": above[1]}
    if below and above:
        return tr(
            "<b>{leader} is ahead.</b> {below} would be better if a missed voxel cost less than <b>{low}</b> extra "
            "voxels, {above} if it cost more than <b>{high}</b>; now it costs {now}.",
            **words,
        )
    if below:
        return tr(
            "<b>{leader} is ahead.</b> {below} would be better if a missed voxel cost less than <b>{low}</b> extra "
            "voxels; now it costs {now}.",
            **words,
        )
    return tr(
        "<b>{leader} is ahead.</b> {above} would be better if a missed voxel cost more than <b>{high}</b> extra "
        "voxels; now it costs {now}.",
        **words,
    )


def all_of(letters: list[str]) -> str:
    """``A and B``, ``A, B and C``."""
    *first, last = letters
    return tr("{first} and {last}", first=tr(", ").join(first), last=last) if first else last


def any_of(letters: list[str]) -> str:
    """``A or B``, ``A, B or C``."""
    *first, last = letters
    return tr("{first} or {last}", first=tr(", ").join(first), last=last) if first else last
