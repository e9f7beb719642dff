"""Which of two predictions of the same truth has the higher Tversky index, and where in the (α, β) plane that changes.

T = TP / (TP + α·FP + β·FN) depends on α and β only through α·FP/TP + β·FN/TP, so A is ahead of B exactly where
α·a + β·b < 0 with a = FP_A·TP_B − FP_B·TP_A and b = FN_A·TP_B − FN_B·TP_A. The border is a straight line through the
origin: only the ratio of the two costs matters.

That is so where both found something. One that found nothing has an index of 0 at all costs, or of 1 where there was
nothing to find and nothing was invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segdiff.evidence import Confusion

_ROUNDING: Final = 1e-14
"""Share of the terms that rounding may leave of a balance of 0: no float is exactly 0.3 or 0.7."""


@dataclass(frozen=True)
class Duel:
    """Two predictions in the (α, β) plane.

    Args:
        alpha_term: a; positive where false positives speak against the first.
        beta_term: b; positive where misses speak against the first.
        settled: where one of them found nothing, who is ahead at all costs: as :meth:`lead` says it.
    """

    alpha_term: float
    beta_term: float
    settled: int | None = None

    def lead(self, alpha: float, beta: float) -> int:
        """1 if the first is ahead at these costs, −1 if the second is, 0 if they are level."""
        if self.settled is not None:
            return self.settled
        of_alpha, of_beta = alpha * self.alpha_term, beta * self.beta_term
        balance = of_alpha + of_beta
        if abs(balance) <= _ROUNDING * max(abs(of_alpha), abs(of_beta)):
            return 0
        return int(balance < 0) - int(balance > 0)

    @property
    def break_even(self) -> float | None:
        """β/α at which the lead changes; ``None`` if one is ahead at all costs, or both are always level."""
        if self.alpha_term * self.beta_term >= 0:
            return None
        return -self.alpha_term / self.beta_term


def duel(first: Confusion, second: Confusion) -> Duel:
    """Set two predictions of the same truth against each other. Counts of one label in one sample."""
    tp_a, fp_a, fn_a, _ = first.counts
    tp_b, fp_b, fn_b, _ = second.counts
    if tp_a == 0 or tp_b == 0:
        ahead, behind = _has_an_index(first), _has_an_index(second)
        return Duel(0.0, 0.0, settled=int(ahead) - int(behind))
    return Duel(float(fp_a * tp_b - fp_b * tp_a), float(fn_a * tp_b - fn_b * tp_a))


def _has_an_index(counts: Confusion) -> bool:
    """Whether the index is above 0: something was found, or there was nothing to find and nothing was invented."""
    tp, fp, fn, _ = counts.counts
    return tp > 0 or fp + fn == 0
