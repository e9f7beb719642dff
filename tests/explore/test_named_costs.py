"""Named points of the plane: each framework's default stands where its own code puts it, whatever its letters."""

from __future__ import annotations

from segdiff.explore import named_costs
from segdiff.losses import CONVENTIONS, find_convention, translate


def at(name: str) -> tuple[float, float]:
    return next((point.alpha, point.beta) for point in named_costs() if point.name == name)


def test_the_special_cases() -> None:
    assert (at("Dice"), at("IoU"), at("F2"), at("Salehi")) == ((0.5, 0.5), (1.0, 1.0), (0.2, 0.8), (0.3, 0.7))
    alpha, beta = at("Hashemi")
    assert round(beta / alpha, 9) == 1.5**2


def test_every_convention_with_a_tversky_loss_is_at_its_own_default() -> None:
    points = named_costs()
    for name in CONVENTIONS:
        known = find_convention(name)
        if "tversky_loss" not in known.recipes:
            continue
        costs = translate("tversky_loss", name, {})
        told = [point for point in points if f"{known.title} (Tversky)" in point.defaults_of]
        assert len(told) == 1, name
        assert (round(told[0].alpha, 9), round(told[0].beta, 9)) == tuple(round(cost, 9) for cost in costs), name


def test_letters_that_sit_the_other_way_round_do_not_move_a_point() -> None:
    """The notes' code and Abraham & Khan write α = .7 for misses; both stand beside Salehi's (.3, .7)."""
    salehi = next(point for point in named_costs() if point.name == "Salehi")
    assert {"Origin notes, as coded (Tversky)", "Abraham & Khan (Tversky)"} <= set(salehi.defaults_of)


def test_no_two_points_lie_on_each_other() -> None:
    places = [(point.alpha, point.beta) for point in named_costs()]
    assert len(set(places)) == len(places)
    assert all(point.meaning for point in named_costs())
