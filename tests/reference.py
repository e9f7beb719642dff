"""The slow, obvious twin of every Score, in numpy float64.

It imports nothing from segdiff and shares no code with it, so that agreement between the two means something. Each
function is one formula, written as its source prints it, for one *region*: the probabilities ``p`` and the truth ``g``
of one sample and one class, any shape. Two formulas (:func:`cross_entropy`, :func:`generalized_dice_loss`) look at all
classes of a sample at once. At the end :func:`per_region`, :func:`per_sample` and :func:`value` apply them to arrays of
shape ``(batch, class, *spatial)`` under segdiff's own convention:

* class 0 of several is the background; means over regions leave it out, means over voxels do not;
* a region that neither truth nor prediction has costs nothing and is left out of a mean, unless all are such;
* a sum of two losses adds the two means.

Soft counts: TP = Σpg, FP = Σp(1-g), FN = Σ(1-p)g, TN = Σ(1-p)(1-g). They are whole numbers for hard predictions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage

Array = NDArray[np.float64]

FLOOR = 1e-7
"""Smallest probability whose logarithm is taken: a voxel that is entirely wrong costs -ln(1e-7) = 16.118."""


@dataclass(frozen=True)
class Counts:
    """How much of a region was found, invented, missed and rightly left alone, in voxels."""

    tp: float
    fp: float
    fn: float
    tn: float

    @property
    def both_empty(self) -> bool:
        """Neither the truth nor the prediction has anything here."""
        return self.tp + self.fp + self.fn == 0.0


def total(terms: Iterable[float] | Array) -> float:
    """Sum without any rounding but the last (``math.fsum``)."""
    return math.fsum(np.ravel(np.asarray(terms, dtype=np.float64)))


def counts(p: Array, g: Array) -> Counts:
    """The four soft counts of one region."""
    return Counts(total(p * g), total(p * (1 - g)), total((1 - p) * g), total((1 - p) * (1 - g)))


def ratio(numerator: float, denominator: float) -> float:
    """The quotient; 0/0 is NaN."""
    return math.nan if denominator == 0.0 else numerator / denominator


# --- indices of overlap: 1 is perfect -------------------------------------------------------------------------------


def index(c: Counts, numerator: float, denominator: float) -> float:
    """An overlap index: 1 where both are empty, 0 where only one is, whatever the weights say."""
    if c.both_empty:
        return 1.0
    if numerator == 0.0 and c.tp == 0.0:
        return 0.0
    return numerator / denominator


def dice(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """2TP / (2TP + FP + FN). Dice 1945, doi:10.2307/1932409; linear in p, as most frameworks write it."""
    c = counts(p, g)
    return index(c, 2 * c.tp + smoothing, 2 * c.tp + c.fp + c.fn + smoothing)


def iou(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """TP / (TP + FP + FN). Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x."""
    c = counts(p, g)
    return index(c, c.tp + smoothing, c.tp + c.fp + c.fn + smoothing)


def tversky_index(p: Array, g: Array, *, alpha: float = 0.3, beta: float = 0.7, smoothing: float = 0.0) -> float:
    """TP / (TP + alpha FP + beta FN). Tversky 1977, doi:10.1037/0033-295X.84.4.327; weights as in Salehi 2017."""
    c = counts(p, g)
    return index(c, c.tp + smoothing, c.tp + alpha * c.fp + beta * c.fn + smoothing)


def f_beta(p: Array, g: Array, *, beta_squared: float = 1.0) -> float:
    """(1+b²)TP / ((1+b²)TP + b²FN + FP). van Rijsbergen 1979, Information Retrieval, chapter 7."""
    c = counts(p, g)
    found = (1 + beta_squared) * c.tp
    return index(c, found, found + beta_squared * c.fn + c.fp)


def precision(p: Array, g: Array) -> float:
    """TP / (TP + FP): how much of what was marked is right."""
    c = counts(p, g)
    return ratio(c.tp, c.tp + c.fp)


def recall(p: Array, g: Array) -> float:
    """TP / (TP + FN): how much of the truth was found."""
    c = counts(p, g)
    return ratio(c.tp, c.tp + c.fn)


def specificity(p: Array, g: Array) -> float:
    """TN / (TN + FP): how much of the background was left alone."""
    c = counts(p, g)
    return ratio(c.tn, c.tn + c.fp)


def volume_truth_ml(p: Array, g: Array, *, voxel_ml: float) -> float:
    """Voxels of the truth times the volume of one."""
    return total(g) * voxel_ml


def volume_prediction_ml(p: Array, g: Array, *, voxel_ml: float) -> float:
    """Voxels of the prediction times the volume of one."""
    return total(p) * voxel_ml


# --- losses of one region: 0 is perfect -----------------------------------------------------------------------------


def dice_loss(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """1 - Dice."""
    return 1.0 - dice(p, g, smoothing=smoothing)


def vnet_dice_loss(p: Array, g: Array) -> float:
    """1 - 2Σpg / (Σp² + Σg²). Milletari 2016, arXiv:1606.04797."""
    squares = total(p**2) + total(g**2)
    return 0.0 if squares == 0.0 else 1.0 - 2.0 * total(p * g) / squares


def iou_loss(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """1 - IoU. Rahman & Wang 2016, doi:10.1007/978-3-319-50835-1_22."""
    return 1.0 - iou(p, g, smoothing=smoothing)


def tversky_loss(p: Array, g: Array, *, alpha: float = 0.3, beta: float = 0.7, smoothing: float = 0.0) -> float:
    """1 - T. Salehi 2017, arXiv:1706.05721."""
    return 1.0 - tversky_index(p, g, alpha=alpha, beta=beta, smoothing=smoothing)


def focal_tversky_loss(
    p: Array, g: Array, *, alpha: float = 0.3, beta: float = 0.7, exponent: float = 0.75, smoothing: float = 0.0
) -> float:
    """(1 - T)^exponent. Abraham & Khan 2018, arXiv:1810.07842; their 1/gamma with gamma = 4/3 is the exponent 0.75."""
    return math.pow(max(0.0, tversky_loss(p, g, alpha=alpha, beta=beta, smoothing=smoothing)), exponent)


def nats(probability: Array) -> Array:
    """-ln of a probability, never below ``FLOOR``; a certainty costs exactly 0."""
    return -np.log(np.maximum(probability, FLOOR))


def binary_cross_entropy(p: Array, g: Array) -> float:
    """Mean over voxels of -g ln p - (1-g) ln(1-p)."""
    return total(g * nats(p) + (1 - g) * nats(1 - p)) / g.size


def focal_loss(p: Array, g: Array, *, gamma: float = 2.0, focal_alpha: float = 0.25) -> float:
    """Mean over voxels of -alpha_t (1-p_t)^gamma ln p_t; focal_alpha weighs positives. Lin 2017, arXiv:1708.02002."""
    positives = focal_alpha * g * (1 - p) ** gamma * nats(p)
    negatives = (1 - focal_alpha) * (1 - g) * p**gamma * nats(1 - p)
    return total(positives + negatives) / g.size


def bce_dice_loss(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """Cross-entropy plus Dice loss, both with weight 1 (Isensee 2018, arXiv:1809.10486)."""
    return binary_cross_entropy(p, g) + dice_loss(p, g, smoothing=smoothing)


def focal_plus_tversky_loss(
    p: Array,
    g: Array,
    *,
    alpha: float = 0.3,
    beta: float = 0.7,
    gamma: float = 2.0,
    focal_alpha: float = 0.25,
    smoothing: float = 0.0,
) -> float:
    """Focal plus Tversky loss, both with weight 1."""
    focal = focal_loss(p, g, gamma=gamma, focal_alpha=focal_alpha)
    return focal + tversky_loss(p, g, alpha=alpha, beta=beta, smoothing=smoothing)


# --- losses of all classes of one sample: arrays (class, *spatial) --------------------------------------------------


def with_background(channels: Array, axis: int = 0) -> Array:
    """Two classes from one: what it leaves over, then itself. Several classes stay as they are."""
    return np.concatenate([1 - channels, channels], axis) if channels.shape[axis] == 1 else channels


def cross_entropy(p: Array, g: Array) -> float:
    """Mean over voxels of -ln of the probability given to the class that is there."""
    p, g = with_background(p), with_background(g)
    return total(g * nats(p)) / g[0].size


def generalized_dice_loss(p: Array, g: Array) -> float:
    """1 - 2 Σ_l w_l Σpg / Σ_l w_l Σ(p+g), w_l = 1/V_l², V_l = Σg. Sudre 2017, arXiv:1707.03237.

    The paper leaves the weight of an absent class open; it takes the largest weight of those present, 1 if none is.
    """
    p, g = with_background(p), with_background(g)
    volumes = [total(channel) for channel in g]
    largest = max((1.0 / volume**2 for volume in volumes if volume > 0.0), default=1.0)
    above = below = 0.0
    for p_l, g_l, volume in zip(p, g, volumes, strict=True):
        weight = 1.0 / volume**2 if volume > 0.0 else largest
        above += weight * total(p_l * g_l)
        below += weight * (total(p_l) + total(g_l))
    return 0.0 if below == 0.0 else 1.0 - 2.0 * above / below


# --- from formulas to arrays (batch, class, *spatial) ---------------------------------------------------------------

# --- where voxels lie: two masks and the size of a voxel -------------------------------------------------------------


def border(mask: Array) -> Array:
    """Voxels of a mask with a neighbour by a face that is not of it; nothing beyond the array is."""
    return mask & ~ndimage.binary_erosion(mask, ndimage.generate_binary_structure(mask.ndim, 1))


def directed(one: Array, other: Array, spacing: tuple[float, ...]) -> Array:
    """From every border voxel of one mask to the nearest of the other's, every pair of them tried."""
    here, there = (np.argwhere(border(mask)) * spacing for mask in (one, other))
    return np.sqrt(((here[:, None] - there[None]) ** 2).sum(axis=2)).min(axis=1)


def both_ways(p: Array, g: Array, spacing: tuple[float, ...]) -> tuple[Array, Array]:
    """Prediction to truth, and truth to prediction; neither may be empty."""
    return directed(p, g, spacing), directed(g, p, spacing)


def hausdorff_mm(p: Array, g: Array, spacing: tuple[float, ...]) -> float:
    """The larger of the two directed maxima."""
    return max(float(one.max()) for one in both_ways(p, g, spacing))


def hausdorff_95_mm(p: Array, g: Array, spacing: tuple[float, ...]) -> float:
    """The larger of the two directed 95th percentiles."""
    return max(float(np.percentile(one, 95)) for one in both_ways(p, g, spacing))


def assd_mm(p: Array, g: Array, spacing: tuple[float, ...]) -> float:
    """The mean of both directions together."""
    there, back = both_ways(p, g, spacing)
    return (total(there) + total(back)) / (there.size + back.size)


def surface_dice(p: Array, g: Array, spacing: tuple[float, ...], *, tolerance_mm: float = 1.0) -> float:
    """The share of all border voxels within the tolerance."""
    there, back = both_ways(p, g, spacing)
    near = int((there <= tolerance_mm).sum() + (back <= tolerance_mm).sum())
    return near / (there.size + back.size)


def lesions(mask: Array, corners: bool = True) -> list[Array]:
    """A mask for each connected component, the largest first."""
    labels, count = ndimage.label(mask, ndimage.generate_binary_structure(mask.ndim, mask.ndim if corners else 1))
    return sorted((labels == number for number in range(1, count + 1)), key=lambda one: -int(one.sum()))


def lesion_recall(p: Array, g: Array, spacing: tuple[float, ...]) -> float:
    """Found lesions of the truth over all of them."""
    each = lesions(g)
    return ratio(sum(bool((one & p).any()) for one in each), len(each))


def lesion_precision(p: Array, g: Array, spacing: tuple[float, ...]) -> float:
    """Components of the prediction that touch the truth over all of them."""
    return lesion_recall(g, p, spacing)


def lesion_f1(p: Array, g: Array, spacing: tuple[float, ...]) -> float:
    """Their harmonic mean; 0 where one of them is, or where one mask is empty and the other is not."""
    if not p.any() and not g.any():
        return math.nan
    if not (p & g).any():
        return 0.0
    recall, precision = lesion_recall(p, g, spacing), lesion_precision(p, g, spacing)
    return 2 * recall * precision / (recall + precision)


@dataclass(frozen=True)
class Region:
    """One connected error region, as far as it can be told by counting."""

    kind: str
    voxels: tuple[tuple[int, ...], ...]
    depth: float
    largest: tuple[tuple[int, ...], ...]
    lesions: tuple[int, ...]
    whole: bool


def error_regions(p: Array, g: Array, spacing: tuple[float, ...], reach: int) -> list[Region]:
    """Every region of false positives and of misses.

    Neighbours differ by at most one along at most ``reach`` axes. Depth is the largest distance of a voxel to the truth
    (of a miss: to what is not of it; nothing beyond the array is). ``largest`` holds for each axis the slices in which
    the region has most voxels, ``lesions`` those of the truth, the largest first, that it lies in or against.
    """
    structure = ndimage.generate_binary_structure(p.ndim, reach)

    def parts(mask: Array) -> list[Array]:
        labels, count = ndimage.label(mask, structure)
        return sorted((labels == one for one in range(1, count + 1)), key=lambda part: -int(part.sum()))

    of_truth, of_prediction = parts(g), parts(p)
    frame = np.pad(g, 1)
    outwards = ndimage.distance_transform_edt(~g, sampling=spacing)
    inwards = ndimage.distance_transform_edt(frame, sampling=spacing)[(slice(1, -1),) * g.ndim]
    found = []
    for kind, errors, distance, whole_parts, other in (
        ("FP", p & ~g, outwards, of_prediction, g), ("FN", g & ~p, inwards, of_truth, p),
    ):  # fmt: skip
        for region in parts(errors):
            near = region if kind == "FN" else ndimage.binary_dilation(region, structure)
            counts = [region.sum(axis=tuple(k for k in range(p.ndim) if k != axis)) for axis in range(p.ndim)]
            home = next(part for part in whole_parts if (part & region).any())
            found.append(
                Region(
                    kind,
                    tuple(map(tuple, np.argwhere(region).tolist())),
                    float(distance[region].max()) if g.any() else math.nan,
                    tuple(tuple(np.flatnonzero(count == count.max()).tolist()) for count in counts),
                    tuple(k for k, lesion in enumerate(of_truth) if (lesion & near).any()),
                    not bool((home & other).any()),
                )
            )
    return sorted(found, key=lambda region: region.voxels[0])


REGION: dict[str, Callable[..., float]] = {
    formula.__name__: formula
    for formula in (
        binary_cross_entropy, dice_loss, vnet_dice_loss, bce_dice_loss, iou_loss, tversky_loss, focal_loss,
        focal_plus_tversky_loss, focal_tversky_loss, dice, iou, tversky_index, precision, recall, specificity, f_beta,
        volume_truth_ml, volume_prediction_ml,
    )
}  # fmt: skip
"""Formulas of one region, by id."""

OVERALL: dict[str, Callable[..., float]] = {f.__name__: f for f in (cross_entropy, generalized_dice_loss)}
"""Formulas of all classes of a sample, by id."""

PLACES: dict[str, Callable[..., float]] = {
    formula.__name__: formula
    for formula in (
        hausdorff_mm, hausdorff_95_mm, assd_mm, surface_dice, lesion_recall, lesion_precision, lesion_f1,
    )
}  # fmt: skip
"""Formulas of two masks and the size of a voxel, by id."""

PIXELWISE = ("binary_cross_entropy", "focal_loss")
"""Means over voxels: the background counts too."""

SUMS: dict[str, dict[str, tuple[str, ...]]] = {
    "bce_dice_loss": {"binary_cross_entropy": (), "dice_loss": ("smoothing",)},
    "focal_plus_tversky_loss": {
        "focal_loss": ("gamma", "focal_alpha"),
        "tversky_loss": ("alpha", "beta", "smoothing"),
    },
}
"""Sums of two losses: each part, and the parameters it takes."""


def per_region(score: str, prediction: ArrayLike, truth: ArrayLike, **parameters: Any) -> Array:
    """A formula of one region for every sample and class, ``(batch, class)``."""
    return _every_region(lambda p, g: REGION[score](p, g, **parameters), prediction, truth)


def per_sample(score: str, prediction: ArrayLike, truth: ArrayLike, **parameters: Any) -> Array:
    """A formula of all classes for every sample, ``(batch,)``."""
    p, g = np.asarray(prediction, dtype=np.float64), np.asarray(truth, dtype=np.float64)
    return np.array([OVERALL[score](p[sample], g[sample], **parameters) for sample in range(len(p))])


def value(score: str, prediction: ArrayLike, truth: ArrayLike, **parameters: Any) -> float:
    """One number for a batch, under the convention in the module's docstring."""
    if score in OVERALL:
        return float(per_sample(score, prediction, truth, **parameters).mean())
    if score in SUMS:
        return sum(
            value(part, prediction, truth, **{name: parameters[name] for name in names if name in parameters})
            for part, names in SUMS[score].items()
        )
    found = per_region(score, prediction, truth, **parameters)
    if score in PIXELWISE:
        return float(found.mean())
    return float(found[regions_that_count(prediction, truth)].mean())


def regions_that_count(prediction: ArrayLike, truth: ArrayLike) -> NDArray[np.bool_]:
    """Which ``(sample, class)`` enter a mean over regions: not the background, nor what is empty on both sides."""
    something = _every_region(lambda p, g: float(not counts(p, g).both_empty), prediction, truth) == 1.0
    label = np.ones_like(something)
    if label.shape[1] > 1:
        label[:, 0] = False
    return label & something if (label & something).any() else label


def _every_region(formula: Callable[[Array, Array], float], prediction: ArrayLike, truth: ArrayLike) -> Array:
    p, g = np.asarray(prediction, dtype=np.float64), np.asarray(truth, dtype=np.float64)
    found = np.empty(p.shape[:2])
    for region in np.ndindex(found.shape):
        found[region] = formula(p[region], g[region])
    return found
