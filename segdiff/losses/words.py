"""What each field of a record says in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from segdiff.losses.engine import symbol
from segdiff.losses.records import Returned

GREEK: Final = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "focal_alpha": "α₊"}
"""How a parameter is written in a sentence, where it has a letter."""

_RETURNED: Final = {
    Returned.ONE_MINUS: "It returns one minus the index.",
    Returned.MINUS: "It returns minus the index: −1 is perfect.",
    Returned.INDEX: "It returns the index itself: 1 is perfect.",
    Returned.MINUS_LOG: "It returns minus the logarithm of the index.",
    Returned.LOG_COSH: "It returns ln cosh of one minus the index.",
}

SENTENCES: Final[Mapping[str, Callable[[Any], str]]] = {
    "floor": lambda least: (
        f"The denominator is at least {least:g}." if least else "The denominator has no least value."
    ),
    "squared": lambda yes: "Squares stand below: Σp² + Σg²." if yes else "No squares stand below.",
    "by_distance": lambda _: "TP is taken from Σ|p − g|, which matters for soft truths only.",
    "clip_both": lambda least: f"Probabilities are kept {least:g} from 0 and from 1.",
    "clip": lambda least: f"Probabilities are kept {least:g} from 0." if least else "Probabilities are not clipped.",
    "clip_above": lambda least: f"Probabilities are kept {least:g} from 1.",
    "masks": lambda _: "Probabilities are cut at one half first.",
    "pooled": lambda how: f"It sums {how}.",
    "background": lambda yes: f"The first of several classes {'takes part' if yes else 'is left out as background'}.",
    "absent": lambda rule: f"A class that the truth does not have {rule}.",
    "undefined_skipped": lambda _: "What is 0/0 is left out of the mean.",
    "exponent_background": lambda own: (
        f"The background has {'an exponent of its own' if own is not None else 'no exponent of its own'}."
    ),
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
    "gamma_background": lambda own: (
        f"The background has {'a focusing of its own' if own is not None else 'no focusing of its own'}."
    ),
    "positives_background": lambda own: (
        f"The background has {'a weight of its own' if own is not None else 'no weight of its own'}."
    ),
    "label_smoothing": lambda number: f"Labels are softened by {number:g}.",
    "sigmoid_of_log": lambda _: "A sigmoid is fed the logarithm of p.",
    "true_class_only": lambda yes: f"{'Only the true' if yes else 'Every'} class of a voxel counts.",
    "per_class": lambda yes: f"The mean {'also divides' if yes else 'does not divide'} by the number of classes.",
    "hardest": lambda share: f"The dearest {share:.3g} of the voxels is averaged.",
    "hinge": lambda yes: f"It takes {'the hinge of logits' if yes else 'the distance of probabilities'}.",
}
"""One for each field that says something by itself; weights, exponents and smoothing are said together."""


def letters(written: str) -> str:
    """An amount as in a sentence: ``1 − α``."""
    name = symbol(written)
    return written.replace(name, GREEK.get(name, name)).replace("1-", "1 − ").replace("-1", " − 1")
