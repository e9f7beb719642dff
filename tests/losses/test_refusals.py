"""What is not a prediction and a truth is refused with one plain sentence, never scored."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from segdiff import losses
from segdiff.errors import ParameterProblem, SegdiffError
from tests import cases


def refusal(score: str, prediction: Any, truth: Any, **choices: Any) -> str:
    """The sentence with which a call is refused."""
    with pytest.raises(SegdiffError) as caught:
        losses.value(score, prediction, truth, **choices)
    sentence = str(caught.value)
    assert sentence[0].isupper() or sentence.startswith(score)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def soft() -> tuple[cases.Array, cases.Array]:
    return cases.random_soft((1, 1, 3, 5), seed=4)


@pytest.mark.parametrize("score", ["dice_loss", "binary_cross_entropy", "generalized_dice_loss", "bce_dice_loss"])
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -0.25, 1.5])
def test_a_prediction_that_is_no_probability(score: str, bad: float) -> None:
    prediction, truth = soft()
    prediction[0, 0, 2, 3] = bad
    refusal(score, prediction, truth)


@pytest.mark.parametrize("bad", [float("nan"), -1.0, 2.0, 255.0])
def test_a_truth_that_is_no_mask(bad: float) -> None:
    prediction, truth = soft()
    truth[0, 0, 1, 1] = bad
    refusal("tversky_loss", prediction, truth)


def test_a_prediction_of_logits_is_shown_its_range() -> None:
    prediction, truth = soft()
    sentence = refusal("dice_loss", 8 * prediction - 3, truth)
    assert "0" in sentence
    assert "1" in sentence


def test_shapes_that_differ_are_named() -> None:
    sentence = refusal("dice_loss", np.zeros((1, 1, 4, 6)), np.zeros((1, 1, 6, 4)))
    assert "4" in sentence
    assert "6" in sentence


def test_shapes_that_would_broadcast_are_refused_too() -> None:
    refusal("dice_loss", np.zeros((2, 1, 4, 6)), np.zeros((1, 1, 4, 6)))
    refusal("dice_loss", np.zeros((1, 3, 4, 6)), np.zeros((1, 1, 4, 6)))


def test_an_array_without_batch_and_class() -> None:
    refusal("dice_loss", np.zeros(5), np.zeros(5))


def test_an_array_without_voxels() -> None:
    refusal("dice_loss", np.zeros((1, 1, 0, 4)), np.zeros((1, 1, 0, 4)))


def test_an_unknown_loss_is_named() -> None:
    assert "dise_loss" in refusal("dise_loss", *soft())


def test_an_unknown_convention_is_named() -> None:
    assert "marmalade" in refusal("dice_loss", *soft(), convention="marmalade")


def test_a_parameter_the_loss_does_not_have_is_named() -> None:
    assert "gamma" in refusal("tversky_loss", *soft(), gamma=2.0)
    assert "alfa" in refusal("tversky_loss", *soft(), alfa=0.3)


@pytest.mark.parametrize(
    ("score", "name", "bad"),
    [
        ("tversky_loss", "alpha", -0.1),
        ("tversky_loss", "beta", float("nan")),
        ("tversky_loss", "smoothing", float("inf")),
        ("focal_loss", "gamma", -1.0),
        ("focal_tversky_loss", "exponent", 0.0),
        ("unified_focal_loss", "gamma", 1.0),  # its exponent is 1 − γ: beyond 1 a perfect fit would cost the most
    ],
)
def test_a_parameter_out_of_its_range_is_named(score: str, name: str, bad: float) -> None:
    with pytest.raises(ParameterProblem, match=name):
        losses.value(score, *soft(), **{name: bad})


@pytest.mark.parametrize("truth", [[[1, 0], [0, 0], [0, 0]], [[1, 1], [1, 0], [0, 0]], [[0, 0], [0, 0], [0, 0]]])
def test_cross_entropy_refuses_classes_that_are_not_exclusive(truth: list[list[int]]) -> None:
    prediction = [[[0.7, 0.2], [0.2, 0.3], [0.1, 0.5]]]
    with pytest.raises(SegdiffError, match="exclusive classes"):
        losses.value("cross_entropy", prediction, [truth])


@pytest.mark.parametrize("loss", ["cross_entropy", "top_k_cross_entropy", "unified_focal_loss"])
def test_an_overlap_does_not_make_up_for_a_voxel_without_a_class(loss: str) -> None:
    """The first voxel has both classes and the second none: one for each voxel on average."""
    sentence = refusal(loss, [[[0.7, 0.2], [0.3, 0.8]]], [[[1, 0], [1, 0]]])
    assert "exclusive classes" in sentence
    assert "adds up to 2 at one of them" in sentence


@pytest.mark.parametrize("alpha", ["x", None, float("nan"), -0.1])
def test_a_parameter_that_is_no_number_of_its_range_is_refused(alpha: object) -> None:
    with pytest.raises(ParameterProblem, match="alpha"):
        losses.value("tversky_loss", [[[1.0]]], [[[1.0]]], alpha=alpha)  # type: ignore[arg-type]


def test_a_weight_of_positives_above_one_is_refused() -> None:
    with pytest.raises(ParameterProblem, match="from 0 to 1"):
        losses.value("focal_loss", [[[1.0]]], [[[1.0]]], focal_alpha=1.5)


@pytest.mark.parametrize(
    "prediction", [[[[0.1, 0.2], [0.3]]], "mask", None, [[[1j]]], np.array([[["0.5"]]]), np.array([[[None]]])]
)
@pytest.mark.parametrize("convention", ["segdiff", "monai"])  # MONAI's takes logits, so it looks at values first
def test_what_is_no_array_of_real_numbers_is_refused(prediction: object, convention: str) -> None:
    with pytest.raises(SegdiffError, match="array of real numbers"):
        losses.value("focal_loss", prediction, [[[1.0]]], convention=convention)


@pytest.mark.parametrize("convention", ["segdiff", "monai"])
def test_a_tensor_without_values_in_memory_is_refused(convention: str) -> None:
    dense = torch.zeros(1, 1, 4)
    for tensor, found in ((dense.to_sparse(), "sparse"), (dense.to("meta"), "no values")):
        assert found in refusal("focal_loss", tensor, dense, convention=convention)
