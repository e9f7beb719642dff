"""In words, how a framework's way of writing a loss differs from segdiff's own, derived from the records."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, NamedTuple

import numpy as np
import torch

from segdiff.evidence import Confusion, Evidence
from segdiff.losses.chosen import choose
from segdiff.losses.conventions import SEGDIFF
from segdiff.losses.engine import Values, amount
from segdiff.losses.order import Order, order
from segdiff.losses.records import Absent, Expects, Generalized, Region, Returned, Sum, Voxelwise, parts_of
from segdiff.losses.words import SENTENCES, letters


@functools.cache
def differences(loss: str, convention: str, classes: int = 1) -> tuple[str, ...]:
    """What sets a convention's way of writing a loss apart from segdiff's, at its defaults.

    Args:
        loss: id of the loss.
        convention: id of the convention.
        classes: how many classes there are; some frameworks compute something else for several.

    Returns:
        Sentences; none where it does nothing differently.

    Raises:
        ParameterProblem: the convention or loss is unknown, or not defined there.
    """
    theirs = choose(loss, convention, {}).order(classes)
    if convention == SEGDIFF.id or loss not in SEGDIFF.recipes:
        return ()
    ours = order(SEGDIFF, loss, classes, {})
    return tuple(dict.fromkeys(_sentences(theirs, ours, classes)))


def _sentences(theirs: Order, ours: Order, classes: int) -> Iterator[str]:
    if theirs.recipe.expects not in (Expects.PROBABILITIES, ours.recipe.expects):
        yield f"It expects {theirs.recipe.expects}."
    if classes == 1 and ours.recipe.completed and not theirs.recipe.completed:
        yield "A single class is taken alone, without the background it leaves over."
    if classes == 1 and theirs.recipe.completed and not ours.recipe.completed:
        yield "A single class is completed by the background it leaves over, as another class."
        classes = 2
    yield from _share_sentences(theirs, ours)
    remaining = list(parts_of(ours.part))
    for part in parts_of(theirs.part):
        like = next((own for own in remaining if type(own) is type(part)), None)
        if like is not None:
            remaining.remove(like)
            yield from _part_sentences(_Side(part, theirs.values), _Side(like, ours.values), classes)
    yield from _at_the_ends(theirs, ours)


def _share_sentences(theirs: Order, ours: Order) -> Iterator[str]:
    """How the parts of a sum are weighed."""
    if not (isinstance(theirs.part, Sum) and isinstance(ours.part, Sum)):
        return
    mine = {type(part): amount(weight, theirs.values) for weight, part in theirs.part.parts}
    yours = {type(part): amount(weight, ours.values) for weight, part in ours.part.parts}
    if mine != yours:
        names = {Region: "regions", Voxelwise: "voxels"}
        yield f"By default its parts weigh {', '.join(f'{share:g} ({names[kind]})' for kind, share in mine.items())}."


class _Side(NamedTuple):
    """A part of one of the two, and its parameters."""

    part: Any
    values: Values

    def number(self, field: str) -> Any:
        """What a field comes to: an amount's number, anything else as it is."""
        written = getattr(self.part, field)
        return amount(written, self.values) if type(written) is str else written

    def numbers(self, *names: str) -> tuple[Any, ...]:
        """Several fields."""
        return tuple(self.number(name) for name in names)


def _part_sentences(theirs: _Side, ours: _Side, classes: int) -> Iterator[str]:
    """Of two parts of one kind: first what is said together, then field by field."""
    if isinstance(theirs.part, Region):
        yield from _weights(theirs, ours)
        yield from _exponent(theirs, ours)
    if isinstance(theirs.part, (Region, Generalized)):
        yield from _smoothing(theirs, ours)
    if isinstance(theirs.part, Voxelwise):
        yield from _voxel_weights(theirs, ours)
    for field in fields(theirs.part):
        differs = field.name in SENTENCES and theirs.number(field.name) != ours.number(field.name)
        if differs and _matters(field.name, theirs, classes):
            yield SENTENCES[field.name](theirs.number(field.name))


def _matters(field: str, theirs: _Side, classes: int) -> bool:
    """Whether a field that differs can change the number."""
    if field in ("background", "per_class", "averaged"):
        return classes > 1
    if field == "absent":
        return classes > 1 or theirs.part.absent is not Absent.KEPT
    if field == "exponent_on_mean":
        return bool(theirs.number("exponent") != 1.0)
    if field == "log_floor":
        return theirs.part.returned is Returned.MINUS_LOG
    return True


def _weights(theirs: _Side, ours: _Side) -> Iterator[str]:
    """Which symbol sits on what, and the defaults."""
    both, other = (theirs.part.false_positives, theirs.part.misses), (ours.part.false_positives, ours.part.misses)
    if theirs.part.squared:
        return
    if both != other and isinstance(both[0], str):
        yield f"{letters(both[0])} weighs false positives and {letters(both[1])} misses."
    mine, yours = theirs.numbers("false_positives", "misses"), ours.numbers("false_positives", "misses")
    if not np.allclose(mine, yours):
        yield f"By default a false positive costs {mine[0]:.3g} and a miss {mine[1]:.3g}."


def _exponent(theirs: _Side, ours: _Side) -> Iterator[str]:
    mine, yours = theirs.number("exponent"), ours.number("exponent")
    is_written = isinstance(theirs.part.exponent, str) and theirs.part.exponent != "exponent"
    if is_written and (mine != 1.0 or yours != 1.0):
        yield f"The exponent is {letters(theirs.part.exponent)}, {mine:g} by default."
    elif not math.isclose(mine, yours):
        yield f"The exponent is {mine:g} by default."


def _voxel_weights(theirs: _Side, ours: _Side) -> Iterator[str]:
    mine, yours = theirs.numbers("positives", "negatives"), ours.numbers("positives", "negatives")
    if mine != yours:
        other = "" if theirs.part.true_class_only else f" and another {mine[1]:g}"
        yield f"By default a voxel of the truth weighs {mine[0]:g}{other}."


def _smoothing(theirs: _Side, ours: _Side) -> Iterator[str]:
    above, below = theirs.numbers("above", "below")
    if (above, below) == ours.numbers("above", "below"):
        return
    where = f"{above:g} is added above and below" if above == below else f"{below:g} is added below"
    if above not in (0.0, below):
        where = f"{above:g} is added above and {below:g} below"
    form = ""
    if isinstance(theirs.part, Region) and theirs.part.doubled is not ours.part.doubled:
        form = f", in {'Dice' if theirs.part.doubled else 'Tversky'}'s form, where it counts "
        form += "half" if theirs.part.doubled else "double"
    yield f"{where}{form}."


def _at_the_ends(theirs: Order, ours: Order) -> Iterator[str]:
    """What it returns where the answer is clear, found by computing it."""
    returned = [part.returned for part in parts_of(theirs.part) if isinstance(part, (Region, Generalized))]
    ends = [("With truth and prediction both empty", (0, 0, 0, 8))]
    if not {Returned.INDEX, Returned.MINUS} & set(returned):
        ends.append(("Of a perfect prediction", (4, 0, 0, 4)))
    if not returned:
        ends.append(("Of a prediction that is wrong in every voxel", (0, 4, 4, 0)))
    for what, counts in ends:
        evidence = Evidence.of_confusion(Confusion.of_counts(*counts))
        with torch.no_grad():
            mine, yours = (each.compute(evidence).mean() for each in (theirs, ours))
        if not torch.allclose(mine, yours, atol=1e-4, rtol=1e-4, equal_nan=True):
            yield f"{what} it returns {mine.item():.5g}, not {yours.item() + 0.0:.5g}."
