"""The plane of the family: values, straight level lines, and F-β along α + β = 1."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdiff.evidence import evidence_of
from segdiff.explore import F_BETAS, Member, as_member, index_at, member_plane
from tests.cases import soft_row
from tests.explore.counted import counts, exact_index


def test_index_on_random_costs_is_the_fraction() -> None:
    rng = np.random.default_rng(1)
    for _ in range(300):
        tp, fp, fn = (int(n) for n in rng.integers(0, 40, 3))
        alpha, beta = rng.integers(0, 17, 2) / 8
        found = index_at(counts(tp, fp, fn), alpha, beta)
        assert float(found) == pytest.approx(float(exact_index(tp, fp, fn, alpha, beta)), abs=1e-15)


def test_soft_sums_have_a_plane_too() -> None:
    """TP 2.7, FP 0.8, FN 1.3 at (.3, .7): 2.7 / (2.7 + .24 + .91)."""
    sums = evidence_of(*soft_row().batch).sums
    assert float(index_at(sums, 0.3, 0.7)) == pytest.approx(2.7 / 3.85)


def test_each_member_is_what_its_loss_returns() -> None:
    """(3, 2, 1) at the middles of four cells; at α = .75, β = .25: T = 3/4.75."""
    for member, made in (
        (Member.INDEX, lambda t: t),
        (Member.LOSS, lambda t: 1 - t),
        (Member.FOCAL, lambda t: (1 - t) ** 1.5),
    ):
        plane = member_plane(counts(3, 2, 1), 2, member, exponent=1.5)
        assert plane[1, 1] == pytest.approx(made(3 / 4.75))
        assert plane[0, 0] == pytest.approx(made(3 / (3 + 2 * 0.25 + 0.75)))


def test_members_share_their_level_lines() -> None:
    """Any two costs of equal index are equal under each member."""
    index = index_at(counts(5, 3, 7), np.array([0.7, 0.0]), np.array([0.2, 0.5]))
    assert index[0] == pytest.approx(index[1]), "0.7·3 + 0.2·7 = 0.5·7"
    for member in Member:
        first, second = as_member(index, member)
        assert first == pytest.approx(second)


def f_beta(tp: int, fp: int, fn: int, root: float) -> float:
    """van Rijsbergen's, from precision and recall."""
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    return (1 + root**2) * precision * recall / (root**2 * precision + recall)


def test_on_the_line_of_sum_one_the_index_is_f_beta() -> None:
    rng = np.random.default_rng(3)
    for _ in range(200):
        tp, fp, fn = (int(n) for n in rng.integers(1, 60, 3))
        alpha = float(rng.uniform(0.05, 0.95))
        assert float(index_at(counts(tp, fp, fn), alpha, 1 - alpha)) == pytest.approx(
            f_beta(tp, fp, fn, math.sqrt((1 - alpha) / alpha))
        )


def test_elsewhere_the_index_follows_from_the_f_beta_of_the_same_ratio() -> None:
    """T = F / (F + (α + β)(1 − F))."""
    rng = np.random.default_rng(4)
    for _ in range(200):
        tp, fp, fn = (int(n) for n in rng.integers(1, 60, 3))
        alpha, beta = rng.uniform(0.05, 2.0, 2)
        f = f_beta(tp, fp, fn, math.sqrt(beta / alpha))
        assert float(index_at(counts(tp, fp, fn), alpha, beta)) == pytest.approx(f / (f + (alpha + beta) * (1 - f)))


def test_named_f_betas_stand_where_they_belong() -> None:
    for point in F_BETAS:
        assert point.alpha + point.beta == pytest.approx(1.0)
        assert (math.sqrt(point.beta / point.alpha) if point.alpha else math.inf) == pytest.approx(point.root)
    assert (F_BETAS[0].name, F_BETAS[-1].root) == ("precision", math.inf)
