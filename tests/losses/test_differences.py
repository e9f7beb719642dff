"""Why two conventions disagree, in words, and one loss in every convention side by side."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff import losses
from segdiff.evidence import Confusion, Evidence, evidence_of
from tests import cases
from tests.losses.every_loss import EVERY

HARD = Evidence.of_confusion(Confusion.of_counts(3, 2, 1, 10))


@pytest.mark.parametrize(
    ("convention", "loss", "said"),
    [
        ("keras-3.15", "tversky_loss", "β weighs false positives and α misses."),
        ("origin-notes", "tversky_loss", "1 − α weighs false positives and α misses."),
        ("origin-notes", "tversky_loss", "1 is added above and below."),
        ("origin-notes", "tversky_loss", "It sums all classes of all samples together."),
        ("origin-notes", "dice_loss", "1 is added above and below."),
        ("monai", "dice_loss", "1e-05 is added above and below."),
        ("monai", "iou_loss", "1e-05 is added above and below, in Dice's form, where it counts half."),
        ("smp", "dice_loss", "It sums the samples of a batch together, each class apart."),
        ("smp", "focal_tversky_loss", "The power is taken of the mean over classes, not of each."),
        ("abraham-khan", "focal_tversky_loss", "The exponent is 1/γ, 0.75 by default."),
        ("yeung", "asymmetric_focal_tversky_loss", "The exponent is 1 − γ, 0.25 by default."),
        ("nnunet", "dice_loss", "It returns minus the index: −1 is perfect."),
        ("kornia", "dice_loss", "A single class is completed by the background it leaves over, as another class."),
        ("kornia", "tversky_loss", "The first of several classes takes part."),
        ("torch", "binary_cross_entropy", "Of a prediction that is wrong in every voxel it returns 100, not 16.118."),
        ("medpy", "dice_loss", "With truth and prediction both empty it returns nan, not 0."),
        ("vnet", "dice_loss", "Squares stand below: Σp² + Σg²."),
        ("monai", "focal_loss", "It expects logits, and takes the sigmoid of each class."),
        ("monai", "generalized_dice_loss", "A single class is taken alone, without the background it leaves over."),
        ("taghanaki-code", "combo_loss", "By default a voxel of the truth weighs 0.5 and another -0.5."),
    ],
)
def test_what_sets_it_apart(convention: str, loss: str, said: str) -> None:
    assert said in losses.differences(loss, convention)


def test_of_several_classes_more_can_differ() -> None:
    one, three = (losses.differences("dice_loss", "monai", classes) for classes in (1, 3))
    assert "The first of several classes takes part." not in one
    assert "The first of several classes takes part." in three
    assert "A class that the truth does not have counts as it comes." in three


def test_nothing_sets_segdiff_apart_from_itself_nor_sudre() -> None:
    assert losses.differences("dice_loss", "segdiff") == ()
    assert losses.differences("generalized_dice_loss", "sudre") == ()


@pytest.mark.parametrize(("convention", "loss"), [pair for pair in EVERY if pair[0] != "segdiff"])
def test_sentences_are_whole_and_said_once(convention: str, loss: str) -> None:
    for classes in (
        (1,) if (convention, loss) in (("origin-notes", "bce_dice_loss"), ("kornia", "lovasz_hinge_loss")) else (1, 3)
    ):
        said = losses.differences(loss, convention, classes)
        assert len(set(said)) == len(said)
        assert all(
            sentence.endswith(".") and (sentence[0].isupper() or sentence[0] in "0123456789αβδγ") for sentence in said
        )


@pytest.mark.parametrize(("convention", "loss"), [pair for pair in EVERY if pair[0] != "segdiff"])
def test_a_number_never_differs_without_a_reason(convention: str, loss: str) -> None:
    """A single class that both sides have: where no sentence is said the numbers are the same."""
    prediction, truth = cases.random_soft((2, 1, 6, 7), seed=4)
    ours, theirs = (losses.value(loss, prediction, truth, convention=name) for name in ("segdiff", convention))
    if not np.allclose(ours, np.mean(theirs), rtol=1e-6):
        assert losses.differences(loss, convention)


def test_one_loss_in_every_convention() -> None:
    rows = {row.convention: row for row in losses.compare_conventions("dice_loss", HARD)}
    assert rows["segdiff"].value == pytest.approx(1 / 3)
    assert rows["segdiff"].differences == ()
    assert rows["monai"].value == pytest.approx(0.33333296, abs=1e-8)
    assert rows["origin-notes"].value == pytest.approx(0.3)
    assert rows["nnunet"].value == pytest.approx(-0.7)
    assert rows["torchmetrics"].value == pytest.approx(2 / 3)
    assert rows["torch"].value is None
    assert rows["torch"].reason == "torch has no Dice loss."
    assert rows["monai"].call == "monai.losses.DiceLoss(smooth_nr=1e-05, smooth_dr=1e-05)"
    assert "salehi" not in rows


def test_at_the_same_costs_whatever_the_symbols() -> None:
    rows = {row.convention: row for row in losses.compare_conventions("tversky_loss", HARD, alpha=0.3, beta=0.7)}
    for same in ("segdiff", "keras-3.15", "keras-documented", "smp", "salehi", "origin-notes-text"):
        assert rows[same].value == pytest.approx(1.3 / 4.3, abs=1e-7)
    assert "alpha=0.7, beta=0.3" in rows["keras-3.15"].call
    assert rows["nnunet"].reason.startswith("nnU-Net trains with Dice")
    rows = {row.convention: row for row in losses.compare_conventions("tversky_loss", HARD, alpha=0.3, beta=0.4)}
    assert rows["origin-notes"].value is None
    assert "alpha decides both costs" in rows["origin-notes"].reason


def test_a_convention_that_is_not_for_several_classes_says_so() -> None:
    evidence = evidence_of(*cases.random_softmax((1, 3, 4, 5), seed=2))
    rows = {row.convention: row for row in losses.compare_conventions("bce_dice_loss", evidence)}
    assert rows["origin-notes"].value is None
    assert "does not broadcast" in rows["origin-notes"].reason
    assert isinstance(rows["monai"].value, float)


@pytest.mark.parametrize("loss", sorted({loss for _, loss in EVERY}))
def test_every_loss_can_be_compared_from_evidence_of_three_classes(loss: str) -> None:
    prediction, truth = cases.random_softmax((2, 3, 4, 5), seed=6)
    for row in losses.compare_conventions(loss, evidence_of(prediction, truth)):
        assert (row.value is None) is bool(row.reason)
        if row.value is not None:
            assert np.array_equal(row.value, losses.value(loss, prediction, truth, convention=row.convention))
