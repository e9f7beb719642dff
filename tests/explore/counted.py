"""Evidence of small arrays for these tests, and the index by fractions."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Comparison, LabelChoice
from segdiff.evidence import Confusion, Evidence, ThresholdCounts, measure
from tests.cases import case_of

Array = NDArray[np.float64]


def counts(tp: int, fp: int, fn: int, tn: int = 1000, voxel_ml: float | None = None) -> Confusion:
    return Confusion.of_counts(tp, fp, fn, tn, voxel_ml)


def exact_index(tp: int, fp: int, fn: int, alpha: float, beta: float) -> Fraction:
    below = tp + Fraction(alpha) * fp + Fraction(beta) * fn
    return Fraction(tp) / below if below else Fraction(int(tp + fp + fn == 0))


def measured(prediction: Array, truth: Array, threshold: float = 0.5) -> Evidence:
    """As the program measures a map: by bins and levels."""
    case = case_of(prediction.astype(np.float32), truth)
    name = case.predictions[0].name
    return measure(case, Comparison(name, LabelChoice.single(1), threshold if name == "soft" else None))


def thresholds_of(prediction: Array, truth: Array) -> ThresholdCounts:
    known = measured(prediction, truth).thresholds
    assert known is not None
    return known


def calibrated(seed: int, size: int = 200) -> tuple[Array, Array]:
    """A map whose probabilities are true: each pixel is drawn with the probability it is given."""
    draw = np.random.default_rng(seed)
    p = np.round(draw.beta(0.3, 1.6, (size, size)), 3).clip(0.001, 0.999)
    return p, (draw.random((size, size)) < p).astype(float)


def overconfident(seed: int, size: int = 60) -> tuple[Array, Array]:
    """A map too sure of itself, with some background noise."""
    p, g = calibrated(seed, size)
    odds = (p / (1 - p)) ** 2.5
    return np.round(odds / (1 + odds), 4), g
