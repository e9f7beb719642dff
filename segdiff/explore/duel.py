"""Which of two predictions of the same truth has the higher Tversky index, and where in the (α, β) plane that changes.

T = TP / (TP + α·FP + β·FN) depends on α and β only through α·FP/TP + β·FN/TP, so A is ahead of B exactly where
α·a + β·b < 0 with a = FP_A·TP_B − FP_B·TP_A and b = FN_A·TP_B − FN_B·TP_A. The border is a straight line through the
origin: only the ratio of the two costs matters.
"""

from __future__ import annotations

from dataclasses import dataclass

from segdiff.evidence import Confusion


@dataclass(frozen=True)
class Duel:
    """Two predictions in the (α, β) plane.

    Args:
        alpha_term: a; positive where false positives speak against the first.
        beta_term: b; positive where misses speak against the first.
    """

    alpha_term: float
    beta_term: float

    def lead(self, alpha: float, beta: float) -> int:
        """1 if the first is ahead at these costs, −1 if the second is, 0 if they are level."""
        balance = alpha * self.alpha_term + beta * self.beta_term
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
    return Duel(float(fp_a * tp_b - fp_b * tp_a), float(fn_a * tp_b - fn_b * tp_a))
