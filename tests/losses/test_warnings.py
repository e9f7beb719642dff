"""Each warning is given where it should be, and not where there is nothing to doubt."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff import losses
from segdiff.errors import SegdiffError
from segdiff.evidence import evidence_of
from tests import cases
from tests.losses.every_loss import EVERY, TRAINABLE

Array = NDArray[np.float64]


def soft() -> tuple[Array, Array]:
    """A large object, probabilities over the whole range."""
    return cases.random_soft((1, 1, 30, 40), seed=4)


def said(words: str, found: tuple[str, ...]) -> bool:
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in found)
    return any(words in sentence for sentence in found)


def sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def softmax(x: Array) -> Array:
    raised = np.exp(x)
    return raised / raised.sum(axis=1, keepdims=True)


@pytest.mark.parametrize(
    "loss", ["dice_loss", "tversky_loss", "binary_cross_entropy", "lovasz_softmax_loss", "iou_loss"]
)
def test_there_is_nothing_to_doubt_about_an_ordinary_pair(loss: str) -> None:
    assert losses.warnings_for(loss, *soft()) == ()
    assert losses.warnings_for(loss, *cases.random_softmax((2, 4, 20, 30), seed=6)) == ()


def test_an_activation_applied_twice() -> None:
    prediction, truth = soft()
    assert said("sigmoid of probabilities confines them", losses.warnings_for("dice_loss", sigmoid(prediction), truth))
    probabilities, classes = cases.random_softmax((2, 4, 8, 9), seed=6)
    found = losses.warnings_for("dice_loss", softmax(probabilities), classes)
    assert said("between 0.175 and 0.475, where a softmax", found)


def test_logits_given_to_what_takes_logits_are_no_reason_for_doubt() -> None:
    prediction, truth = soft()
    logits = 12 * prediction - 6
    assert losses.warnings_for("focal_loss", logits, truth, convention="monai") == ()
    assert said("logits need a sigmoid", losses.warnings_for("dice_loss", logits, truth, convention="monai"))


def test_masks_of_0_and_255() -> None:
    prediction, truth = soft()
    assert said("The truth is a mask of 0 and 255", losses.warnings_for("dice_loss", prediction, 255 * truth))
    assert said("The prediction is a mask of 0 and 255", losses.warnings_for("dice_loss", 255 * truth, truth))


def test_what_is_not_a_number() -> None:
    prediction, truth = soft()
    prediction[0, 0, 3, 4] = np.nan
    assert said("holds 1 values that are not finite", losses.warnings_for("dice_loss", prediction, truth))


def test_classes_that_do_not_add_up() -> None:
    prediction, truth = cases.random_softmax((1, 3, 10, 10), seed=6)
    labels_only = losses.warnings_for("dice_loss", prediction[:, 1:], truth[:, 1:])
    share = 100 * truth[:, 0].mean()
    assert said(f"do not add up to 1 at {share:.3g} % of the voxels", labels_only)


def test_the_class_axis_in_last_place() -> None:
    prediction, truth = (np.moveaxis(array, 1, -1) for array in cases.random_softmax((2, 3, 8, 9), seed=6))
    assert said("last axis, of length 3", losses.warnings_for("dice_loss", prediction, truth))


def test_truth_and_prediction_swapped() -> None:
    prediction, truth = soft()
    assert said("may have been swapped", losses.warnings_for("tversky_loss", truth, prediction))
    assert not said("swapped", losses.warnings_for("tversky_loss", prediction, truth))
    assert not said("swapped", losses.warnings_for("tversky_loss", truth, truth))
    assert not said("swapped", losses.warnings_for("tversky_loss", prediction, 0.5 * truth)), "both are soft"


def test_smoothing_comparable_with_the_object() -> None:
    small = cases.counted(tp=3, fp=2, fn=1, tn=200).batch  # Σp + Σg = 9: 5 % of it is 0.45
    assert said("The smoothing of 1 is comparable", losses.warnings_for("dice_loss", *small, convention="origin-notes"))
    assert said("The smoothing of 0.46", losses.warnings_for("dice_loss", *small, smoothing=0.46))
    assert not said("smoothing", losses.warnings_for("dice_loss", *small, smoothing=0.44))
    # in Tversky's form the same number counts double
    assert said("The smoothing of 0.23", losses.warnings_for("tversky_loss", *small, smoothing=0.23))
    assert not said("smoothing", losses.warnings_for("tversky_loss", *small, smoothing=0.22))
    assert not said("smoothing", losses.warnings_for("dice_loss", *small, convention="monai"))


def test_the_smallest_of_several_objects_decides_whether_smoothing_is_small() -> None:
    """The background of 206 voxels is left out; of the labels one has Σp + Σg = 200, the other 4: 5 % of it is 0.2."""
    truth = np.zeros((1, 3, 1, 308))
    truth[0, 1, 0, :100] = truth[0, 2, 0, 100:102] = 1.0
    truth[0, 0] = 1.0 - truth[0, 1:].sum(axis=0)
    assert said("object of Σp + Σg = 4", losses.warnings_for("dice_loss", truth, truth, smoothing=0.21))
    assert not said("smoothing", losses.warnings_for("dice_loss", truth, truth, smoothing=0.19))


def test_an_exponent_below_one() -> None:
    assert said("The exponent 0.75 is below 1", losses.warnings_for("focal_tversky_loss", *soft()))
    assert not said("exponent", losses.warnings_for("focal_tversky_loss", *soft(), exponent=4 / 3))
    assert said("0.25", losses.warnings_for("asymmetric_focal_tversky_loss", *soft(), convention="yeung"))
    assert not said(
        "exponent", losses.warnings_for("focal_tversky_loss", *soft(), convention="abraham-khan", gamma=0.75)
    )


def test_generalised_dice_of_a_single_class() -> None:
    assert said("is the Dice loss", losses.warnings_for("generalized_dice_loss", *soft(), convention="monai"))
    assert losses.warnings_for("generalized_dice_loss", *soft()) == ()
    both = cases.random_softmax((1, 2, 20, 20), seed=6)
    assert losses.warnings_for("generalized_dice_loss", *both, convention="monai") == ()


def test_pooling_that_leaves_nothing_to_weigh() -> None:
    exclusive = cases.random_softmax((2, 3, 20, 20), seed=6)
    for convention in ("origin-notes", "keras-3.15"):
        found = losses.warnings_for("tversky_loss", *exclusive, convention=convention)
        assert said("only α + β matters", found)
    assert not said("pooled", losses.warnings_for("tversky_loss", *exclusive, convention="monai"))
    assert not said("pooled", losses.warnings_for("tversky_loss", *soft(), convention="origin-notes"))


def test_evidence_says_what_needs_no_voxel() -> None:
    prediction, truth = soft()
    twice = evidence_of(sigmoid(prediction), truth)
    assert said("applied twice", losses.warnings_from_evidence("dice_loss", twice))
    assert said("swapped", losses.warnings_from_evidence("dice_loss", evidence_of(truth, prediction)))
    small = evidence_of(*cases.counted(3, 2, 1, 200).batch)
    assert said("comparable", losses.warnings_from_evidence("dice_loss", small, convention="nnunet"))
    assert losses.warnings_from_evidence("dice_loss", evidence_of(prediction, truth)) == ()


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_every_loss_can_be_doubted(convention: str, loss: str) -> None:
    found = losses.warnings_for(loss, *soft(), convention=convention)
    assert isinstance(found, tuple)
    assert (convention, loss) in TRAINABLE or found == () or "single class" in found[0]


def test_what_is_no_pair_is_refused() -> None:
    with pytest.raises(SegdiffError, match="shape"):
        losses.warnings_for("dice_loss", np.zeros((1, 1, 3, 4)), np.zeros((1, 1, 4, 3)))


def test_lists_are_arrays_here_too() -> None:
    """MONAI's focal loss takes logits, so it looks at the values first."""
    prediction, truth = soft()
    found = losses.warnings_for("focal_loss", prediction.tolist(), truth.tolist(), convention="monai")
    assert found == losses.warnings_for("focal_loss", prediction, truth, convention="monai")
