"""One score over many cases."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from segdiff.evaluate import ScoreValue


@dataclass(frozen=True)
class Summary:
    """Mean, standard deviation and median of those cases that have a value.

    Args:
        mean: NaN over no case.
        sd: of a sample, with n − 1; NaN over fewer than two cases.
        median: the middle one, or halfway between the middle two; NaN over no case.
        over: how many cases have a value.
        of: how many cases there are.
        undefined: in how many it is undefined, or nothing was compared.
        by_rule: in how many truth and prediction are both empty, so that a rule and no voxel decides.
    """

    mean: float
    sd: float
    median: float
    over: int
    of: int
    undefined: int
    by_rule: int


def summary_of(values: Sequence[ScoreValue | None]) -> Summary:
    """The summary of one value for each case; ``None`` where a case has nothing to compare."""
    numbers = [value.number for value in values if value is not None and _counts(value)]
    by_rule = sum(value is not None and bool(value.by_rule) for value in values)
    return Summary(
        mean=statistics.fmean(numbers) if numbers else math.nan,
        sd=statistics.stdev(numbers) if len(numbers) > 1 else math.nan,
        median=statistics.median(numbers) if numbers else math.nan,
        over=len(numbers),
        of=len(values),
        undefined=len(values) - len(numbers) - by_rule,
        by_rule=by_rule,
    )


def _counts(value: ScoreValue) -> bool:
    return not value.by_rule and not value.undefined and math.isfinite(value.number)
