"""In words, how a framework's way of writing a loss differs from segdiff's own; every sentence follows from the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, Final

import torch

from segdiff.evidence import Confusion, Evidence
from segdiff.losses.chosen import choose
from segdiff.losses.conventions import SEGDIFF
from segdiff.losses.engine import Values, amount, compute, symbol
from segdiff.losses.order import Order, order
from segdiff.losses.records import Absent, Expects, Part, Region, Returned, Sum, Voxelwise, parts_of

GREEK: Final = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "focal_alpha": "α₊"}
"""How a parameter is written in a sentence, where it has a letter."""

_RETURNED: Final = {
    Returned.ONE_MINUS: "It returns one minus the index.",
    Returned.MINUS: "It returns minus the index: −1 is perfect.",
    Returned.INDEX: "It returns the index itself: 1 is perfect.",
    Returned.MINUS_LOG: "It returns minus the logarithm of the index.",
    Returned.LOG_COSH: "It returns ln cosh of one minus the index.",
}

# One sentence for each field that says something by itself; the fields of a group are said together, below.
_SENTENCES: Final[dict[str, Callable[[Any], str]]] = {
    "floor": lambda least: f"The denominator is at least {least:g}." if least else "The denominator has no least value.",
    "squared": lambda yes: "Squares stand below: Σp² + Σg²." if yes else "No squares stand below.",
    "by_distance": lambda _: "TP is taken from Σ|p − g|, which matters for soft truths only.",
    "clip": lambda least: f"Probabilities are kept {least:g} from 0." if least else "Probabilities are not clipped.",
    "clip_above": lambda least: f"Probabilities are kept {least:g} from 1, too.",
    "masks": lambda _: "Probabilities are cut at one half first.",
    "pooled": lambda how: f"It sums {how}.",
    "background": lambda yes: f"Of several classes, the first {'takes part' if yes else 'is left out as the background'}.",
    "absent": lambda rule: f"A class that the truth does not have {rule}.",
    "undefined_skipped": lambda _: "What is 0/0 is left out of the mean.",
    "exponent_background": lambda _: "The background has an exponent of its own.",
    "exponent_on_mean": lambda _: "The power is taken of the mean over classes, not of each.",
    "returned": lambda how: _RETURNED[how],
    "log_floor": lambda least: f"The index is at least {least:g} before its logarithm is taken.",
    "averaged": lambda over: f"It is averaged over {over}.",
    "complement_when_empty": lambda _: "With no true voxel in the whole batch, the background is scored instead.",
    "weighting": lambda how: f"A class of volume V weighs {how}.",
    "volume_floor": lambda least: f"The volume, or its square, is at least {least:g} before it is inverted.",
    "volume_added": lambda added: f"{added:g} is added to the volume before it is inverted.",
    "absent_takes_largest": lambda _: "A class that the truth does not have takes no weight.",
    "worst": lambda most: f"A voxel costs {most:g} at most.",
    "gamma": lambda number: f"The focusing γ is {number:g} by default.",
    "gamma_background": lambda _: "The background has a focusing of its own.",
    "positives_background": lambda _: "The background has a weight of its own.",
    "label_smoothing": lambda number: f"Labels are softened by {number:g}.",
    "label_smoothing_share": lambda _: "",
    "sigmoid_of_log": lambda _: "A sigmoid is fed the logarithm of p.",
    "true_class_only": lambda yes: "Only the true class of a voxel counts." if yes else "Every class of a voxel counts.",
    "per_class": lambda yes: f"The mean {'also divides' if yes else 'does not divide'} by the number of classes.",
    "hardest": lambda share: f"The dearest {share:.3g} of the voxels is averaged.",
    "hinge": lambda yes: "It takes the hinge of logits." if yes else "It takes the distance of probabilities.",
}
_SAID_TOGETHER: Final = {
    "false_positives", "misses", "doubled", "above", "below", "exponent", "positives", "negatives", "undefined", "none_present",
}  # fmt: skip


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
    return tuple(dict.fromkeys(sentence for sentence in _sentences(theirs, ours) if sentence))


def _sentences(theirs: Order, ours: Order) -> Iterator[str]:
    if theirs.recipe.expects not in (Expects.PROBABILITIES, ours.recipe.expects):
        yield f"It expects {theirs.recipe.expects}."
    if ours.recipe.completed and not theirs.recipe.completed and theirs.recipe.several_classes is None:
        yield "A single class is taken alone, without the background it leaves over."
    yield from _share_sentences(theirs, ours)
    remaining = list(parts_of(ours.part))
    for part in parts_of(theirs.part):
        like = next((own for own in remaining if type(own) is type(part)), None)
        if like is not None:
            remaining.remove(like)
            yield from _part_sentences(part, theirs.values, like, ours.values)
    yield from _at_the_ends(theirs, ours)


def _share_sentences(theirs: Order, ours: Order) -> Iterator[str]:
    """How the parts of a sum are weighed."""
    if not (isinstance(theirs.part, Sum) and isinstance(ours.part, Sum)):
        return
    names = {Region: "regions", Voxelwise: "voxels"}
    shares = [{type(part): amount(weight, o.values) for weight, part in o.part.parts} for o in (theirs, ours)]  # type: ignore[union-attr]
    if shares[0] != shares[1]:
        yield "By default the parts weigh " + ", ".join(f"{share:g} ({names.get(kind, 'other')})" for kind, share in shares[0].items()) + "."


def _part_sentences(part: Part, values: Values, own: Part, own_values: Values) -> Iterator[str]:
    if isinstance(part, Region) and isinstance(own, Region):
        yield from _weights(part, values, own, own_values)
        yield from _exponent(part, values, own, own_values)
    if isinstance(part, Voxelwise) and isinstance(own, Voxelwise):
        yield from _voxel_weights(part, values, own, own_values)
    yield from _smoothing(part, values, own, own_values)
    for field in fields(part):
        written = getattr(part, field.name), getattr(own, field.name)
        mine, yours = (_number(each, known) for each, known in zip(written, (values, own_values), strict=True))
        if field.name not in _SAID_TOGETHER and mine != yours:
            yield _SENTENCES[field.name](mine)


def _weights(part: Region, values: Values, own: Region, own_values: Values) -> Iterator[str]:
    """Which symbol sits on what, and the defaults."""
    if part.squared:
        return
    if isinstance(part.false_positives, str) and (part.false_positives, part.misses) != (own.false_positives, own.misses):
        yield f"{letters(part.false_positives)} weighs false positives and {letters(str(part.misses))} misses."
    mine = amount(part.false_positives, values), amount(part.misses, values)
    yours = amount(own.false_positives, own_values), amount(own.misses, own_values)
    if any(abs(a - b) > 1e-12 for a, b in zip(mine, yours, strict=True)):
        yield f"By default a false positive costs {mine[0]:.3g} and a miss {mine[1]:.3g}."


def _exponent(part: Region, values: Values, own: Region, own_values: Values) -> Iterator[str]:
    mine, yours = amount(part.exponent, values), amount(own.exponent, own_values)
    written = isinstance(part.exponent, str) and part.exponent != own.exponent and "exponent" != part.exponent
    if written and (own.exponent != 1.0 or mine != 1.0):
        yield f"The exponent is {letters(str(part.exponent))}, {mine:g} by default."
    elif abs(mine - yours) > 1e-12:
        yield f"The exponent is {mine:g} by default."


def _voxel_weights(part: Voxelwise, values: Values, own: Voxelwise, own_values: Values) -> Iterator[str]:
    mine = _number(part.positives, values), _number(part.negatives, values)
    yours = _number(own.positives, own_values), _number(own.negatives, own_values)
    if mine != yours and part.true_class_only:
        yield f"By default a voxel of the truth weighs {mine[0]:g}."
    elif mine != yours:
        yield f"By default a voxel of the truth weighs {mine[0]:g} and another {mine[1]:g}."


def _smoothing(part: Part, values: Values, own: Part, own_values: Values) -> Iterator[str]:
    if not hasattr(part, "above"):
        return
    above, below = (_number(getattr(part, side), values) for side in ("above", "below"))
    if (above, below) == tuple(_number(getattr(own, side), own_values) for side in ("above", "below")):
        return
    where = f"{above:g} is added above and below" if above == below else f"{above:g} is added above and {below:g} below"
    double = isinstance(part, Region) and isinstance(own, Region) and part.doubled is not own.doubled
    form = " in Dice's form, where it counts half" if double and part.doubled else " in Tversky's form, where it counts double"  # type: ignore[union-attr]
    yield where + (form if double else "") + "."


def _at_the_ends(theirs: Order, ours: Order) -> Iterator[str]:
    """What it returns where the answer is clear, found by computing it."""
    for what, counts in (
        ("With truth and prediction both empty", (0, 0, 0, 8)),
        ("Of a perfect prediction", (4, 0, 0, 4)),
        ("Of a prediction that is wrong in every voxel", (0, 4, 4, 0)),
    ):
        evidence = Evidence.of_confusion(Confusion.of_counts(*counts))
        with torch.no_grad():
            mine, yours = (each.compute(evidence).mean() for each in (theirs, ours))
        if not torch.allclose(mine, yours, atol=1e-4, rtol=1e-4, equal_nan=True):
            yield f"{what} it returns {mine.item():.5g}, not {yours.item() + 0.0:.5g}."


def letters(written: str) -> str:
    """An amount as in a sentence: ``1 − α``."""
    name = symbol(written)
    return written.replace(name, GREEK.get(name, name)).replace("1-", "1 − ").replace("-1", " − 1")


def _number(written: Any, values: Values) -> Any:
    """What a field comes to: an amount's number, anything else as it is."""
    is_amount = isinstance(written, str) and type(written) is str
    return amount(written, values) if is_amount else written
