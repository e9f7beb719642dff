"""α and β from a framework to segdiff and back, and the call to paste."""

from __future__ import annotations

import pytest

from segdiff import losses
from segdiff.errors import ParameterProblem
from segdiff.evidence import evidence_of
from tests import cases
from tests.losses.every_loss import EVERY, recipe_of

HARD = cases.counted(tp=3, fp=2, fn=1, tn=10).batch
TVERSKY = [convention for convention, loss in EVERY if loss == "tversky_loss"]
ONE_PARAMETER = {"origin-notes"}
"""What writes both costs with one symbol, so that they add up to 1."""


@pytest.mark.parametrize(
    ("convention", "parameters", "costs"),
    [
        ("monai", {"alpha": 0.3, "beta": 0.7}, (0.3, 0.7)),
        ("keras-3.15", {"alpha": 0.3, "beta": 0.7}, (0.7, 0.3)),
        ("keras-documented", {"alpha": 0.3, "beta": 0.7}, (0.3, 0.7)),
        ("origin-notes", {"alpha": 0.7}, (0.3, 0.7)),
        ("origin-notes", {}, (0.3, 0.7)),
        ("origin-notes-text", {"alpha": 0.7, "beta": 0.3}, (0.7, 0.3)),
        ("abraham-khan", {"alpha": 0.7, "beta": 0.3}, (0.3, 0.7)),
        ("seglossodyssey", {}, (0.3, 0.7)),
        ("smp", {}, (0.5, 0.5)),
    ],
)
def test_what_a_framework_means(convention: str, parameters: dict[str, float], costs: tuple[float, float]) -> None:
    assert losses.translate("tversky_loss", convention, parameters) == pytest.approx(costs)


def test_other_losses_have_costs_too() -> None:
    assert losses.translate("dice_loss", "monai", {}) == (0.5, 0.5)
    assert losses.translate("dice_loss", "monai", {"smooth_nr": 1.0}) == (0.5, 0.5)
    assert losses.translate("iou_loss", "smp", {}) == (1.0, 1.0)
    assert losses.translate("asymmetric_focal_tversky_loss", "yeung", {"delta": 0.6}) == pytest.approx((0.4, 0.6))
    with pytest.raises(ParameterProblem, match="no α and β"):
        losses.translate("focal_loss", "lin", {})


@pytest.mark.parametrize("convention", TVERSKY)
def test_there_and_back(convention: str) -> None:
    costs = (0.2, 0.8) if convention in ONE_PARAMETER else (0.4, 1.7)
    parameters = losses.parameters_for("tversky_loss", convention, *costs)
    assert losses.translate("tversky_loss", convention, parameters) == pytest.approx(costs)


@pytest.mark.parametrize("convention", TVERSKY)
def test_the_same_costs_give_the_same_number_where_nothing_else_differs(convention: str) -> None:
    """3 found, 2 invented, 1 missed at (0.3, 0.7), smoothing off: T = 3/4.3 in every convention of a single class."""
    parameters = losses.parameters_for("tversky_loss", convention, 0.3, 0.7)
    off = {name: 0.0 for name in parameters if name.startswith("smooth")}
    found = losses.value("tversky_loss", *HARD, convention=convention, **{**parameters, **off})
    if convention == "kornia":  # it takes the background in: 10/(10 + .3·1 + .7·2)
        assert found == pytest.approx(1 - (3 / 4.3 + 10 / 11.7) / 2, rel=1e-6)
    else:
        assert abs(found - (-1.0 if convention == "seglossodyssey" else 0.0)) == pytest.approx(1.3 / 4.3, rel=1e-6)


def pasted(loss: str, convention: str, alpha: float, beta: float) -> str:
    """The call beside a convention's number."""
    rows = losses.compare_conventions(loss, evidence_of(*HARD), alpha=alpha, beta=beta)
    return next(row.call for row in rows if row.convention == convention)


@pytest.mark.parametrize(
    ("loss", "convention", "call"),
    [
        ("tversky_loss", "keras-3.15", "keras.losses.Tversky(alpha=0.8, beta=0.2)(truth, prediction)"),
        ("tversky_loss", "keras-documented", "keras.losses.Tversky(alpha=0.2, beta=0.8)(truth, prediction)"),
        ("tversky_loss", "origin-notes", "tversky_loss(y_true, y_pred)  # alpha = 0.8, smooth = 1.0 inside"),
        ("tversky_loss", "kornia", "kornia.losses.tversky_loss(logits, labels, alpha=0.2, beta=0.8)"),
        (
            "tversky_loss",
            "monai",
            "monai.losses.TverskyLoss(alpha=0.2, beta=0.8, smooth_nr=1e-05, smooth_dr=1e-05)",
        ),
        (
            "tversky_loss",
            "segdiff",
            ('losses.value("tversky_loss", prediction, truth, alpha=0.2, beta=0.8, smoothing=0.0)'),
        ),
        ("dice_loss", "nnunet", "SoftDiceLoss(smooth=1.0)"),
        ("bce_dice_loss", "nnunet", "DC_and_BCE_loss({}, dict(smooth=1e-05))"),
        ("asymmetric_focal_tversky_loss", "yeung", "asymmetric_focal_tversky_loss(delta=0.8, gamma=0.75)"),
    ],
)
def test_the_call_to_paste(loss: str, convention: str, call: str) -> None:
    assert pasted(loss, convention, 0.2, 0.8) == call


@pytest.mark.parametrize(
    ("convention", "symbol", "written"),
    [
        ("smp", "gamma", 1.25),
        ("seglossodyssey", "gamma", 1.25),
        ("abraham-khan", "gamma", 0.8),
        ("origin-notes", "exponent", 1.25),
        ("segdiff", "exponent", 1.25),
    ],
)
def test_an_exponent_is_written_as_each_has_it(convention: str, symbol: str, written: float) -> None:
    parameters = losses.parameters_for("focal_tversky_loss", convention, 0.3, 0.7, exponent=1.25)
    assert parameters[symbol] == pytest.approx(written)


def test_costs_that_a_framework_cannot_have_are_refused() -> None:
    with pytest.raises(ParameterProblem, match="alpha decides both costs"):
        losses.parameters_for("tversky_loss", "origin-notes", 0.3, 0.4)
    with pytest.raises(ParameterProblem, match="convention should be one of"):
        losses.parameters_for("tversky_loss", "kerras", 0.3, 0.7)
    with pytest.raises(ParameterProblem, match="no Tversky loss"):
        losses.parameters_for("tversky_loss", "nnunet", 0.3, 0.7)


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_every_loss_has_a_call_for_dice_costs(convention: str, loss: str) -> None:
    call = pasted(loss, convention, 0.5, 0.5)
    assert "{" not in call.replace("{}", "")
    assert call.startswith(recipe_of(convention, loss).call.split("{")[0])
