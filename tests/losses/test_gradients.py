"""Gradients in closed form equal those of automatic differentiation, for every loss in every convention."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from segdiff import losses
from segdiff.errors import ParameterProblem
from tests import cases
from tests.losses import vectors
from tests.losses.every_case import CALLS
from tests.losses.every_loss import EVERY, TRAINABLE, recipe_of

Made = tuple[NDArray[np.float64], NDArray[np.float64]]

PAIRS = {
    "one class": cases.random_soft((2, 1, 4, 5), seed=3),
    "three classes in volumes": cases.random_softmax((2, 3, 2, 3, 4), seed=3),
}
CASES = [
    (convention, loss, name)
    for convention, loss in TRAINABLE
    for name in PAIRS
    if not (name != "one class" and recipe_of(convention, loss).one_class_only)
]


def inner(pair: Made) -> Made:
    """Probabilities with some room to 0 and 1, where no clip cuts and no logit is infinite."""
    prediction, truth = pair
    return (0.02 + 0.96 * prediction if prediction.shape[1] == 1 else prediction), truth


def automatic(loss: str, convention: str, pair: Made, wrt: str) -> NDArray[np.float64]:
    prediction, truth = (torch.from_numpy(array) for array in pair)
    module = losses.as_module(loss, convention=convention)
    if wrt == "probability":
        leaf = prediction.clone().requires_grad_()
        module(leaf, truth).backward()
    elif prediction.shape[1] == 1:
        leaf = torch.logit(prediction).requires_grad_()
        module(leaf.sigmoid(), truth).backward()
    else:
        leaf = prediction.log().requires_grad_()
        module(leaf.softmax(dim=1), truth).backward()
    assert leaf.grad is not None
    found: NDArray[np.float64] = leaf.grad.numpy()
    return found


@pytest.mark.parametrize("wrt", ["probability", "logit"])
@pytest.mark.parametrize(("convention", "loss", "name"), CASES)
def test_closed_form_equals_automatic(convention: str, loss: str, name: str, wrt: str) -> None:
    pair = inner(PAIRS[name])
    found = losses.gradient(loss, *pair, wrt=wrt, convention=convention)
    assert found.shape == pair[0].shape
    assert found == pytest.approx(automatic(loss, convention, pair, wrt), rel=1e-10, abs=1e-10)


@pytest.mark.parametrize(("convention", "loss"), [case for case in EVERY if case not in TRAINABLE])
def test_what_scores_masks_has_no_gradient_and_trains_nothing(convention: str, loss: str) -> None:
    with pytest.raises(ParameterProblem, match="masks"):
        losses.gradient(loss, *PAIRS["one class"], convention=convention)
    with pytest.raises(ParameterProblem, match="masks"):
        losses.as_module(loss, convention=convention)


@pytest.mark.parametrize(
    ("convention", "loss"), [("monai", "focal_loss"), ("smp", "focal_loss"), ("kornia", "focal_loss")]
)
def test_by_the_logits_that_a_framework_was_given(convention: str, loss: str) -> None:
    draw = np.random.default_rng(4)
    logits, truth = draw.normal(scale=3, size=(2, 1, 4, 5)), PAIRS["one class"][1]
    leaf = torch.from_numpy(logits).requires_grad_()
    losses.as_module(loss, convention=convention)(leaf, torch.from_numpy(truth)).backward()
    assert leaf.grad is not None
    found = losses.gradient(loss, logits, truth, wrt="logit", convention=convention)
    assert found == pytest.approx(leaf.grad.numpy(), rel=1e-10, abs=1e-12)


def test_several_logits_of_a_sigmoid_are_taken_each_alone() -> None:
    draw = np.random.default_rng(4)
    logits, truth = draw.normal(scale=3, size=(2, 3, 4, 5)), cases.random_soft((2, 3, 4, 5), seed=3)[1]
    leaf = torch.from_numpy(logits).requires_grad_()
    losses.as_module("focal_loss", convention="monai")(leaf, torch.from_numpy(truth)).backward()
    assert leaf.grad is not None
    found = losses.gradient("focal_loss", logits, truth, wrt="logit", convention="monai")
    assert found == pytest.approx(leaf.grad.numpy(), rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("loss", ["dice_loss", "tversky_loss", "iou_loss"])
def test_a_linear_region_loss_has_two_gradients(loss: str) -> None:
    prediction, truth = cases.random_soft((1, 1, 6, 7), seed=5)
    gradient = losses.gradient(loss, prediction, truth)
    inside, outside = gradient[truth == 1], gradient[truth == 0]
    assert np.ptp(inside) == np.ptp(outside) == 0.0
    assert inside[0] < 0.0 < outside[0]


@pytest.mark.parametrize("name", ["gr-03", "gr-04", "gr-05", "gr-07", "gr-08", "gr-09"])
def test_the_gradients_of_other_libraries(name: str, shared_vectors: Path) -> None:
    known = vectors.read(shared_vectors)
    found = CALLS[name].computed(*known.arrays(name))
    assert found == known.expected(name)
    assert np.isnan(found).all() == (name == "gr-09")


def test_of_neither_probability_nor_logit() -> None:
    with pytest.raises(ParameterProblem, match="'probability' or 'logit', not 'voxel'"):
        losses.gradient("dice_loss", *PAIRS["one class"], wrt="voxel")


CERTAIN = np.array([[[1.0, 0.0, 1.0, 0.0]]]), np.array([[[1.0, 0.0, 0.0, 1.0]]])
"""A hit, a voxel rightly left out, a false positive and a miss, as sure as can be."""


@pytest.mark.parametrize("loss", ["focal_loss", "focal_plus_tversky_loss", "unified_focal_loss"])
def test_focusing_below_one_does_not_turn_certain_voxels_into_nan(loss: str) -> None:
    """(1 − p)^½ has an infinite slope where p is 1; times a cost of 0 that is NaN, though the true slope is 0."""
    assert np.isfinite(losses.gradient(loss, *CERTAIN, gamma=0.5)).all()
    leaf = torch.from_numpy(CERTAIN[0]).requires_grad_()
    losses.as_module(loss, gamma=0.5)(leaf, torch.from_numpy(CERTAIN[1])).backward()
    assert leaf.grad is not None
    assert torch.isfinite(leaf.grad).all()


def test_what_is_certain_and_right_is_not_pushed_by_a_focal_loss() -> None:
    """The limit of −γ(1−p)^(γ−1)·ln p + (1−p)^γ/p at p = 1 is 0 for γ = ½ too; close to it the slope is close to 0."""
    at_one = losses.gradient("focal_loss", *CERTAIN, gamma=0.5)[0, 0]
    assert (at_one[0], at_one[1]) == (0.0, 0.0)
    near = losses.gradient("focal_loss", np.full((1, 1, 1), 1 - 1e-8), np.ones((1, 1, 1)), gamma=0.5)
    assert abs(near.item()) < 1e-3


@pytest.mark.parametrize("loss", ["focal_tversky_loss", "asymmetric_focal_tversky_loss", "unified_focal_loss"])
@pytest.mark.parametrize("wrt", ["probability", "logit"])
def test_a_power_does_not_turn_a_perfect_fit_into_nan(loss: str, wrt: str) -> None:
    perfect = np.array([[[1.0, 0.0, 1.0, 0.0, 1.0]]])
    found = losses.gradient(loss, perfect, perfect, wrt=wrt)
    assert np.isfinite(found).all()
    if loss == "focal_tversky_loss":  # the others have parts without a power
        assert (found == 0.0).all()


def test_an_exponent_of_one_keeps_the_slope_of_a_perfect_fit() -> None:
    """1 − TP/(TP + .3·FP + .7·FN) at TP = 2: an invented share costs .3/2, a lost one .7/2 less."""
    perfect = np.array([[[1.0, 0.0, 1.0]]])
    found = losses.gradient("focal_tversky_loss", perfect, perfect, exponent=1.0)
    assert found[0, 0] == pytest.approx([-0.35, 0.15, -0.35])
