"""What training under a loss would do, felt on a toy: one small model, one slice, a second or two.

The toy is a logistic model of a pixel: a handful of features of the image, their squares, and a weight for each. It is
trained on the slice it is judged on. It shows which way a loss pushes — more found, or less invented — and nothing
about how well a network would do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor

from segdiff.errors import Cancelled, ParameterProblem
from segdiff.evidence import CLIP, SoftSums, Watch
from segdiff.explore.arguments import as_mask, check_same_shape
from segdiff.losses import as_module
from segdiff.registry import Scope, find

STEPS: Final = 120
SEED: Final = 7
_RATE: Final = 0.15
_MOST_PIXELS: Final = 1 << 15
_EVERY: Final = 3


@dataclass(frozen=True)
class Lesson:
    """What to train with: a loss, its parameters, and what to call it."""

    loss: str
    parameters: tuple[tuple[str, float], ...] = ()

    @property
    def title(self) -> str:
        """``Tversky loss α 0.3 β 0.7``."""
        letters = {"alpha": "α", "beta": "β", "exponent": "e"}
        given = " ".join(f"{letters.get(name, name)} {value:g}" for name, value in self.parameters)
        return f"{find(self.loss).title} {given}".strip()


@dataclass(frozen=True)
class Moment:
    """Where training stood after some steps: the loss, and precision and recall of the mask at 0.5 (NaN for 0/0)."""

    step: int
    loss: float
    precision: float
    recall: float


@dataclass(frozen=True, eq=False)
class Learned:
    """What a toy learned under one loss.

    Args:
        lesson: what it was trained with.
        probability: that it gives each pixel in the end.
        mask: where that is at least 0.5.
        path: from before the first step to after the last.
        dice: of the mask.
    """

    lesson: Lesson
    probability: NDArray[np.float64]
    mask: NDArray[np.bool_]
    path: tuple[Moment, ...]
    dice: float

    @property
    def end(self) -> Moment:
        """After the last step."""
        return self.path[-1]


def lessons_at(
    alpha: float, beta: float, loss: str = "tversky_loss", exponent: float | None = None
) -> tuple[Lesson, ...]:
    """The chosen loss at the chosen costs, and beside it Dice and cross-entropy.

    Args:
        alpha: cost of a false positive.
        beta: cost of a miss.
        loss: id.
        exponent: power of the loss, where it has one; ``None`` leaves its default.

    Raises:
        ParameterProblem: there is no such loss.
    """
    takes, chosen = find(loss).parameters, {"alpha": alpha, "beta": beta, "exponent": exponent}
    costs = tuple((name, value) for name, value in chosen.items() if name in takes and value is not None)
    return tuple(dict.fromkeys((Lesson(loss, costs), Lesson("dice_loss"), Lesson("binary_cross_entropy"))))


def train(
    image: NDArray[np.floating] | NDArray[np.integer],
    truth: NDArray[np.bool_],
    lessons: Sequence[Lesson],
    *,
    steps: int = STEPS,
    seed: int = SEED,
    watch: Watch | None = None,
) -> tuple[Learned, ...]:
    """Train the toy once for each lesson, from the same start.

    Args:
        image: intensities of a slice, ``(row, column)``.
        truth: where the label is.
        lessons: what to train with.
        steps: of Adam, over the whole slice; a slice of more than 32,768 pixels is trained on every second one, or
            fewer, along each axis, and judged on all.
        seed: of the first weights; the same seed gives the same toy.
        watch: asked whether anyone still waits, told how far it has come.

    Raises:
        SegdiffError: shapes differ, the truth is no mask of a slice, or a loss or parameter is unknown.
        ParameterProblem: the truth has no pixel on this slice, so there is nothing to learn, or steps are negative.
        Cancelled: nobody waits for the result any more.
    """
    truth = as_mask(truth, "truth", (2,))
    check_same_shape(np.asarray(image), "image", truth)
    if steps < 0:
        raise ParameterProblem(f"Training takes 0 steps or more, not {steps}.")
    if not truth.any():
        raise ParameterProblem("The ground truth has no pixel on this slice, so there is nothing to learn from.")
    watch = watch or Watch()
    seen = features_of(image)
    stride = 1
    while truth[::stride, ::stride].size > _MOST_PIXELS:
        stride += 1
    if not truth[::stride, ::stride].any():
        stride = 1
    return tuple(
        _learn(seen, truth, lesson, steps, seed, stride, watch.part(number, len(lessons)))
        for number, lesson in enumerate(lessons)
    )


def features_of(image: NDArray[np.floating] | NDArray[np.integer]) -> NDArray[np.float64]:
    """What the model sees of each pixel.

    Returns:
        ``(12, row, column)``: the intensity, the image smoothed with σ = 1 and with σ = 3 pixels, the magnitude of its
        gradient, row and column; then the squares of these six. Each is scaled to mean 0 and variance 1.
    """
    grey = np.nan_to_num(np.asarray(image, dtype=np.float64), posinf=0.0, neginf=0.0)
    rows, columns = np.meshgrid(*(np.linspace(-1.0, 1.0, size) for size in grey.shape), indexing="ij")
    smoothed, wide = ndimage.gaussian_filter(grey, 1.0), ndimage.gaussian_filter(grey, 3.0)
    edge = ndimage.gaussian_gradient_magnitude(grey, 1.0)
    plain = np.stack([_scaled(one) for one in (grey, smoothed, wide, edge, rows, columns)])
    return np.concatenate([plain, np.stack([_scaled(one**2) for one in plain])])


def _scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)


def _learn(
    seen: NDArray[np.float64],
    truth: NDArray[np.bool_],
    lesson: Lesson,
    steps: int,
    seed: int,
    stride: int,
    watch: Watch,
) -> Learned:
    generator = torch.Generator().manual_seed(seed)
    weights = torch.randn(len(seen), generator=generator, dtype=torch.float64) * 0.01
    weights.requires_grad_()
    bias = torch.zeros((), dtype=torch.float64, requires_grad=True)
    part = torch.from_numpy(np.ascontiguousarray(seen[:, ::stride, ::stride]).reshape(len(seen), -1))
    target = torch.from_numpy(truth[::stride, ::stride].astype(np.float64).reshape(-1))
    whole = torch.from_numpy(seen.reshape(len(seen), -1))
    objective = _objective(lesson)
    optimiser = torch.optim.Adam([weights, bias], lr=_RATE)
    path = []
    for step in range(steps + 1):
        if watch.is_stale():
            raise Cancelled
        watch.progress(step / (steps + 1))
        optimiser.zero_grad()
        probability = torch.sigmoid(weights @ part + bias)
        loss = objective(probability, target)
        if step % _EVERY == 0 or step == steps:
            path.append(_moment(step, float(loss.detach()), probability.detach() >= 0.5, target > 0.5))
        if step < steps:
            torch.autograd.backward(loss)
            optimiser.step()
    with torch.no_grad():
        given = torch.sigmoid(weights @ whole + bias).reshape(truth.shape).numpy().copy()
    mask = given >= 0.5
    both, shared = int(mask.sum()) + int(truth.sum()), int((mask & truth).sum())
    last = path[-1]
    end = _moment(last.step, last.loss, torch.from_numpy(mask), torch.from_numpy(np.ascontiguousarray(truth)))
    return Learned(lesson, given, mask, (*path[:-1], end), 2.0 * shared / both)


def _objective(lesson: Lesson) -> Callable[[Tensor, Tensor], Tensor]:
    """The loss of flat probabilities and a flat truth; straight from the sums where that is all it needs."""
    score = find(lesson.loss)
    parameters = score.arguments(dict(lesson.parameters))
    if score.evidence is SoftSums and score.scope is Scope.LABEL and not score.terms:
        return lambda p, g: score.function(_sums(p, g), **parameters).sum()
    named: dict[str, Any] = parameters
    module = as_module(lesson.loss, **named)
    return lambda p, g: module(p.reshape(1, 1, -1), g.reshape(1, 1, -1))


def _sums(p: Tensor, g: Tensor) -> SoftSums:
    """The sums over pixels, by as few passes as they take; the truth is 0 or 1."""
    tp, of_p, of_g = p @ g, p.sum(), g.sum()
    surprise = torch.where(g > 0.5, p, 1.0 - p).clamp(min=CLIP).log()
    inside = -(surprise @ g)
    sums = {
        "tp": tp,
        "fp": of_p - tp,
        "fn": of_g - tp,
        "tn": len(p) - of_g - of_p + tp,
        "distance": of_p + of_g - 2.0 * tp,
        "squared_prediction": p @ p,
        "squared_truth": of_g,
        "cross_entropy_inside": inside,
        "cross_entropy_outside": -surprise.sum() - inside,
        "clipped": torch.zeros_like(of_g),
    }
    return SoftSums(**{name: one.reshape(1, 1) for name, one in sums.items()})


def _moment(step: int, loss: float, mask: Tensor, truth: Tensor) -> Moment:
    tp, predicted, true = (int(one.sum()) for one in (mask & truth, mask, truth))
    return Moment(step, loss, tp / predicted if predicted else float("nan"), tp / true)
