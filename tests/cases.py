"""Small synthetic pairs of truth and prediction whose answers can be worked out by hand.

Every number is lopsided on purpose: FP differs from FN, no axis is as long as another, no shape equals its mirror
image. Then a swapped weight, axis or argument cannot give the right answer by luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Grid, LabelMap, Prediction, ProbabilityMap

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Pair:
    """One label's prediction and truth, both ``(z, y, x)`` or ``(y, x)``, and the counts they are known to have.

    For a soft prediction the counts are the soft ones: Σpg, Σp(1-g), Σ(1-p)g, Σ(1-p)(1-g).
    """

    prediction: Array
    truth: Array
    tp: float
    fp: float
    fn: float
    tn: float
    spacing_mm: tuple[float, ...] | None = None

    @property
    def batch(self) -> tuple[Array, Array]:
        """Prediction and truth as one sample of one class, ``(1, 1, *spatial)``."""
        return self.prediction[None, None], self.truth[None, None]

    @property
    def case(self) -> Case:
        """The same as a Case."""
        return case_of(self.prediction, self.truth, self.spacing_mm)


def case_of(prediction: Array, truth: Array, spacing_mm: tuple[float, ...] | None = None) -> Case:
    """A Case of truth label 1 and one prediction, called "soft" if it holds probabilities and "hard" if not."""
    grid = Grid(truth.shape, spacing_mm)
    if set(np.unique(prediction)) <= {0.0, 1.0}:
        tested = Prediction("hard", LabelMap(prediction.astype(np.uint8), grid))
    else:
        tested = Prediction("soft", ProbabilityMap(prediction[None].copy(), (1,), grid))
    known = LabelMap(truth.astype(np.uint8), grid, names={1: "lesion"})
    return Case("pair", truth=known, predictions=(tested,), synthetic=True)


def counted(tp: int, fp: int, fn: int, tn: int) -> Pair:
    """One row of pixels with just these counts: first the found, then the invented, the missed and the rest.

    ``counted(3, 2, 1, 10)``, used throughout: Dice 6/9, IoU 3/6, T(.3, .7) = 3/4.3, precision 3/5, recall 3/4,
    specificity 10/12.
    """
    prediction = np.repeat([1.0, 1.0, 0.0, 0.0], (tp, fp, fn, tn))[None]
    truth = np.repeat([1.0, 0.0, 1.0, 0.0], (tp, fp, fn, tn))[None]
    return Pair(prediction, truth, tp, fp, fn, tn)


def stamp_2d() -> Array:
    """An upright F of 9 pixels in 7 rows and 8 columns, nearer to the top left: no turn or mirror image equals it."""
    picture = np.zeros((7, 8))
    picture[1:6, 2] = 1
    picture[1, 3:6] = 1
    picture[3, 3] = 1
    return picture


def stamp_3d() -> Array:
    """The F of :func:`stamp_2d` in slice 1 of 5 and one voxel above it in slice 2: 10 voxels, no two axes alike."""
    volume = np.zeros((5, 7, 8))
    volume[1] = stamp_2d()
    volume[2, 1, 2] = 1
    return volume


def moved_stamp_2d() -> Pair:
    """The F as truth; as prediction the F moved one column to the right, less its lowest pixel.

    Of the moved F only (1, 3), (1, 4), (1, 5) and (3, 3) lie on the F: TP 4. It has 8 pixels, the F has 9: FP 4, FN 5.
    Of 56 pixels 43 remain.
    """
    prediction = np.roll(stamp_2d(), 1, axis=1)
    prediction[5, 3] = 0
    return Pair(prediction, stamp_2d(), tp=4, fp=4, fn=5, tn=43)


def shifted_boxes() -> Pair:
    """Two boxes in 10 × 12 × 14 voxels.

    Truth: 4 × 5 × 6 = 120 from (2, 3, 4); prediction: 5 × 5 × 6 = 150 from (3, 3, 6). They share
    3 × 5 × 4 = 60 voxels: TP 60, FP 90, FN 60, TN 1680 - 210 = 1470; Dice 120/270, IoU 60/210.
    """
    truth, prediction = np.zeros((2, 10, 12, 14))
    truth[2:6, 3:8, 4:10] = 1
    prediction[3:8, 3:8, 6:12] = 1
    return Pair(prediction, truth, tp=60, fp=90, fn=60, tn=1470)


def nested_balls() -> Pair:
    """A ball of radius 4 voxels as prediction inside one of radius 5 as truth, same centre, 11 × 12 × 13 voxels.

    Whole-number points within radius 4 and 5: 257 and 515. So TP 257, FP 0, FN 258, TN 1716 - 515 = 1201;
    precision 1, recall 257/515, Dice 514/772.
    """
    z, y, x = np.ogrid[:11, :12, :13]
    squared = (z - 5) ** 2 + (y - 5) ** 2 + (x - 6) ** 2
    return Pair((squared <= 16).astype(float), (squared <= 25).astype(float), tp=257, fp=0, fn=258, tn=1201)


def thick_slices() -> Pair:
    """Voxels of 3.0 × 0.5 × 0.7 mm, 1.05 mm³: the prediction lacks one row of the truth, y = 2.

    Truth 2 × 4 × 6 = 48 voxels, 0.0504 ml; prediction 36, 0.0378 ml. TP 36, FP 0, FN 12, TN 4·8·10 - 48 = 272.
    """
    truth = np.zeros((4, 8, 10))
    truth[1:3, 2:6, 3:9] = 1
    prediction = truth.copy()
    prediction[:, 2] = 0
    return Pair(prediction, truth, tp=36, fp=0, fn=12, tn=272, spacing_mm=(3.0, 0.5, 0.7))


def neither() -> Pair:
    """Nothing there and nothing marked, in 3 × 5 pixels."""
    return Pair(np.zeros((3, 5)), np.zeros((3, 5)), tp=0, fp=0, fn=0, tn=15)


def only_marked() -> Pair:
    """Nothing there, but 2 of 15 pixels marked."""
    prediction = np.zeros((3, 5))
    prediction[1, 2:4] = 1
    return Pair(prediction, np.zeros((3, 5)), tp=0, fp=2, fn=0, tn=13)


def only_there() -> Pair:
    """3 of 15 pixels there, but nothing marked."""
    truth = np.zeros((3, 5))
    truth[:, 1] = 1
    return Pair(np.zeros((3, 5)), truth, tp=0, fp=0, fn=3, tn=12)


def everything() -> Pair:
    """All of 15 pixels there and marked."""
    return Pair(np.ones((3, 5)), np.ones((3, 5)), tp=15, fp=0, fn=0, tn=0)


def soft_row() -> Pair:
    """Probabilities on four pixels of the truth and six others.

    On the truth .9 .8 .6 .4, so Σp 2.7 of 4; elsewhere .5 .2 .1 0 0 0, so Σp 0.8 of 6.
    Soft TP 2.7, FP 0.8, FN 1.3, TN 5.2.
    Cut at 0.5 it has TP 3, FP 1, FN 1, TN 5. Squares: Σp² = 1.97 + 0.30 = 2.27, so V-Net's Dice is 5.4/6.27.
    """
    prediction = np.array([[0.9, 0.8, 0.6, 0.4, 0.5, 0.2, 0.1, 0.0, 0.0, 0.0]])
    truth = np.array([[1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]])
    return Pair(prediction, truth, tp=2.7, fp=0.8, fn=1.3, tn=5.2)


def three_classes() -> tuple[Array, Array]:
    """One-hot prediction and truth of background, class 1 and class 2 in 4 × 5 pixels, ``(1, 3, 4, 5)``.

    ======  ==  ==  ==  ==  =====
    class   TP  FP  FN  TN  Dice
    ======  ==  ==  ==  ==  =====
    0       10   2   1   7  20/23
    1        4   2   1  13   8/11
    2        2   0   2  16    4/6
    ======  ==  ==  ==  ==  =====

    The mean Dice of the two labels is 0.696969….
    """
    truth = np.array([[0, 0, 0, 0, 0], [0, 1, 1, 1, 0], [0, 1, 1, 0, 0], [0, 2, 2, 2, 2]])
    prediction = np.array([[0, 0, 0, 0, 0], [0, 1, 1, 1, 1], [0, 1, 0, 0, 0], [0, 0, 2, 1, 2]])
    return one_hot(prediction, 3), one_hot(truth, 3)


def one_hot(labels: NDArray[np.integer], classes: int) -> Array:
    """Label values of one sample as channels, ``(1, class, *spatial)``."""
    return np.stack([(labels == value).astype(float) for value in range(classes)])[None]


def random_soft(shape: tuple[int, ...], seed: int, *, dtype: type[Any] = np.float64) -> tuple[Array, Array]:
    """Random ``(batch, class, *spatial)``: a mask of a third of the voxels, probabilities leaning to it."""
    draw = np.random.default_rng(seed)
    truth = (draw.random(shape) < 0.35).astype(dtype)
    prediction = np.clip(0.3 * truth + 0.9 * draw.beta(0.8, 1.4, shape) - 0.1, 0.0, 1.0).astype(dtype)
    return prediction, truth


def random_softmax(shape: tuple[int, ...], seed: int) -> tuple[Array, Array]:
    """Random ``(batch, class, *spatial)``: exclusive classes, probabilities that sum to one, the true one favoured."""
    draw = np.random.default_rng(seed)
    labels = draw.integers(0, shape[1], (shape[0], *shape[2:]))
    truth = np.stack([(labels == value).astype(float) for value in range(shape[1])], axis=1)
    scores = np.exp(draw.normal(size=shape) + 1.2 * truth)
    return scores / scores.sum(axis=1, keepdims=True), truth
