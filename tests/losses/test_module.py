"""Training with a loss: it falls, on any device and in either precision, and holds no state of its own."""

from __future__ import annotations

import copy
import pickle

import pytest
import torch
from torch import Tensor

from segdiff import losses
from segdiff.errors import ParameterProblem
from tests import cases
from tests.losses.every_loss import TRAINABLE, recipe_of

PLAIN = {
    "bce_dice_loss", "dice_loss", "tversky_loss", "iou_loss", "focal_loss", "cross_entropy", "generalized_dice_loss",
    "lovasz_softmax_loss", "combo_loss", "unified_focal_loss", "top_k_cross_entropy", "vnet_dice_loss",
}  # fmt: skip
TRAINED = [(convention, loss) for convention, loss in TRAINABLE if loss in PLAIN]
DEVICES = [
    "cpu",
    pytest.param("cuda", marks=pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")),
]


def pair(convention: str, loss: str) -> tuple[Tensor, Tensor]:
    """A tiny batch of one class or three."""
    made = (
        cases.random_soft((2, 1, 5, 6), 3)
        if recipe_of(convention, loss).one_class_only
        else cases.random_softmax((2, 3, 5, 6), 3)
    )
    prediction, truth = (torch.from_numpy(array) for array in made)
    return prediction, truth


@pytest.mark.parametrize(("convention", "loss"), TRAINED)
def test_a_few_steps_lower_it(convention: str, loss: str) -> None:
    """A network of one weight and one bias for each class looks at a noisy picture of the truth."""
    _, truth = pair(convention, loss)
    classes = truth.shape[1]
    draw = torch.Generator().manual_seed(2)
    noise = torch.randn(2, 1, 5, 6, generator=draw)
    picture = (truth.argmax(dim=1, keepdim=True) if classes > 1 else truth) + 0.1 * noise
    weight, bias = (torch.randn(1, classes, 1, 1, generator=draw).double().requires_grad_() for _ in range(2))
    module = losses.as_module(loss, convention=convention)
    seen = []
    for _ in range(5):
        raw = weight * picture + bias
        value = module(raw.softmax(dim=1) if classes > 1 else raw.sigmoid(), truth)
        slopes = torch.autograd.grad(value, (weight, bias))
        with torch.no_grad():
            for leaf, slope in zip((weight, bias), slopes, strict=True):
                leaf.sub_(0.01 * slope)
        seen.append(value.item())
    assert seen[-1] < seen[0]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("kind", [torch.float32, torch.float64])
@pytest.mark.parametrize(
    ("convention", "loss"), [("segdiff", "bce_dice_loss"), ("monai", "tversky_loss"), ("kornia", "lovasz_softmax_loss")]
)
def test_in_either_precision_on_any_device(convention: str, loss: str, kind: torch.dtype, device: str) -> None:
    prediction, truth = (tensor.to(device, kind) for tensor in pair(convention, loss))
    leaf = prediction.clone().requires_grad_()
    value = losses.as_module(loss, convention=convention)(leaf, truth)
    value.backward()
    assert value.shape == ()
    assert value.dtype == kind
    assert value.device.type == device
    assert leaf.grad is not None
    assert leaf.grad.dtype == kind
    expected = losses.value(loss, prediction.cpu(), truth.cpu(), convention=convention)
    assert value.item() == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(("convention", "loss"), TRAINABLE)
def test_it_gives_what_value_gives(convention: str, loss: str) -> None:
    prediction, truth = pair(convention, loss)
    value = losses.value(loss, prediction, truth, convention=convention)
    expected = value if isinstance(value, float) else value.mean()
    assert losses.as_module(loss, convention=convention)(prediction, truth).item() == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("convention", "loss"), [("segdiff", "tversky_loss"), ("segdiff", "combo_loss"), ("keras-3.15", "tversky_loss")]
)
def test_it_holds_nothing_and_can_be_saved_and_copied(convention: str, loss: str) -> None:
    parameters = {"alpha": 0.2, "beta": 0.8} if loss == "tversky_loss" else {"share": 0.2}
    module = losses.as_module(loss, convention=convention, **parameters)
    assert module.state_dict() == {}
    assert list(module.parameters()) == []
    made = pair(convention, loss)
    for again in (pickle.loads(pickle.dumps(module)), copy.deepcopy(module)):
        assert again(*made).item() == module(*made).item()
    assert (
        repr(module)
        == f"_LossModule({loss}, convention={convention}, " + ", ".join(f"{k}={v}" for k, v in parameters.items()) + ")"
    )


def test_unknown_names_are_refused_at_once() -> None:
    with pytest.raises(ParameterProblem, match="no parameter called 'alfa'"):
        losses.as_module("tversky_loss", alfa=0.3)
    with pytest.raises(ParameterProblem, match="no parameter called 'alfa'"):
        losses.as_module("tversky_loss", convention="monai", alfa=0.3)


@pytest.mark.parametrize("kind", [torch.bool, torch.uint8, torch.int64])
def test_whole_numbers_give_a_fraction(kind: torch.dtype) -> None:
    """3 found, 2 invented, 1 missed: 1 − 6/9, which no whole number can hold."""
    prediction, truth = (torch.from_numpy(array).to(kind) for array in cases.counted(3, 2, 1, 10).batch)
    value = losses.as_module("dice_loss")(prediction, truth)
    assert value.dtype == torch.float64
    assert value.item() == pytest.approx(1 / 3)


def test_arrays_are_taken_as_by_value() -> None:
    prediction, truth = cases.counted(3, 2, 1, 10).batch
    assert losses.as_module("dice_loss")(prediction, truth).item() == pytest.approx(1 / 3)
