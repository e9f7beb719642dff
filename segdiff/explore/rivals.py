"""Several predictions of one truth: which of them is best at which costs, which never is, and at what price that turns.

1/T − 1 = α·x + β·y with x = FP/TP and y = FN/TP. For given costs the best prediction is the one farthest along
(−α, −β): only corners of the lower left hull of the points (x, y) can ever be best. The borders between them are rays
through the origin of the (α, β) plane, for only the ratio of the two costs matters.

That holds for one label of one sample. A mean over labels or cases has no such rays (:mod:`segdiff.explore.means`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from segdiff.errors import ParameterProblem
from segdiff.evidence import Confusion
from segdiff.explore.duel import duel
from segdiff.explore.plane import Sector, sectors


class Hindrance(StrEnum):
    """Why no α and β make a prediction best."""

    NOTHING_FOUND = "it found nothing"
    NOTHING_TO_FIND = "there is nothing to find, and it invents something where another does not"
    LEVEL = "another has the same points"
    OUTDONE = "another is at least as good on both counts"
    BETWEEN = "others around it are better at every price"


@dataclass(frozen=True)
class NeverBest:
    """That no α and β make a prediction best.

    Args:
        name: of the prediction.
        hindrance: why.
        others: names of those that stand in its way; none if it found nothing.
    """

    name: str
    hindrance: Hindrance
    others: tuple[str, ...] = ()

    def in_words(self) -> str:
        """A sentence."""
        match self.hindrance:
            case Hindrance.NOTHING_FOUND:
                return f"No α and β make {self.name} best: it found nothing."
            case Hindrance.NOTHING_TO_FIND:
                return (
                    f"No α and β make {self.name} best: there is nothing to find, and {self.others[0]} invents nothing."
                )
            case Hindrance.LEVEL:
                return f"{self.name} is level with {self.others[0]} at every α and β."
            case Hindrance.OUTDONE:
                return (
                    f"No α and β make {self.name} best: for each voxel found, {self.others[0]} neither invents more "
                    "nor misses more."
                )
            case Hindrance.BETWEEN:
                return (
                    f"No α and β make {self.name} best: at any price of a miss, {_listed(self.others)} is ahead of it."
                )


@dataclass(frozen=True)
class Standing:
    """One prediction among its rivals.

    Args:
        name: of the prediction.
        false_positives: x = FP/TP, what it invents for each found voxel; infinite if it found nothing.
        misses: y = FN/TP, what it misses for each found voxel; infinite if it found nothing.
        sector: where it is ahead, angles in radians from the α axis; ``None`` if nowhere.
        never: that no α and β make it best, and why; ``None`` if some do.
    """

    name: str
    false_positives: float
    misses: float
    sector: Sector | None
    never: NeverBest | None = None

    @property
    def why_never(self) -> str:
        """A sentence that no α and β make it best, and why; empty if some do."""
        return self.never.in_words() if self.never else ""


@dataclass(frozen=True)
class Stretch:
    """Where one prediction is ahead on the line α + β = 1, from ``low`` to ``high`` α."""

    low: float
    high: float
    winner: int


@dataclass(frozen=True)
class Contest:
    """All rivals.

    Args:
        standings: one for each prediction, in the order given.
        sectors: who is ahead where, from the α axis upwards.
        hull: positions of the predictions that are best somewhere, from precision only to recall only.
        strip: the same along α + β = 1, from recall only (α = 0) to precision only (α = 1).
    """

    standings: tuple[Standing, ...]
    sectors: tuple[Sector, ...]
    hull: tuple[int, ...]
    strip: tuple[Stretch, ...]

    def level_with(self, position: int) -> tuple[str, ...]:
        """Names of those that are level with a prediction at every α and β, and therefore nowhere ahead of it."""
        name = self.standings[position].name
        nevers = (one.never for one in self.standings if one.never)
        return tuple(never.name for never in nevers if never.hindrance is Hindrance.LEVEL and name in never.others)


def contest(names: Sequence[str], rivals: Sequence[Confusion]) -> Contest:
    """Set predictions of the same truth against each other.

    Args:
        names: of the predictions.
        rivals: counts of one label in one sample for each.

    Raises:
        ParameterProblem: there are more of the ones than of the others.
    """
    if len(names) != len(rivals):
        raise ParameterProblem(f"Each prediction needs a name: there are {len(names)} names for {len(rivals)}.")
    found = _sectors(rivals)
    by_winner = {sector.winner: sector for sector in found}
    standings = []
    for position, (name, rival) in enumerate(zip(names, rivals, strict=True)):
        tp, fp, fn, _ = rival.counts
        x, y = (fp / tp, fn / tp) if tp else (math.inf, math.inf)
        sector = by_winner.get(position)
        never = None if sector or len(rivals) < 2 else _never(position, names, rivals, found)
        standings.append(Standing(name, x, y, sector, never))
    strip = [Stretch(_alpha_at(one.high), _alpha_at(one.low), one.winner) for one in reversed(found)]
    return Contest(tuple(standings), found, tuple(one.winner for one in found), tuple(strip))


def leaders(rivals: Sequence[Confusion], alpha: float, beta: float) -> tuple[int, ...]:
    """Positions of those that are ahead at these costs: one, or all that are level there."""
    best = 0
    for position, rival in enumerate(rivals):
        if duel(rival, rivals[best]).lead(alpha, beta) > 0:
            best = position
    return tuple(
        position
        for position, rival in enumerate(rivals)
        if position == best or duel(rival, rivals[best]).lead(alpha, beta) == 0
    )


def _sectors(rivals: Sequence[Confusion]) -> tuple[Sector, ...]:
    """Where only one found anything, or there was nothing to find and one invents nothing, it is ahead everywhere."""
    found = sectors(rivals)
    if found or len(rivals) < 2:
        return found
    right = [position for position, rival in enumerate(rivals) if rival.counts[0] > 0 or _is_rightly_empty(rival)]
    return (Sector(0.0, math.pi / 2.0, right[0]),) if right else ()


def _is_rightly_empty(rival: Confusion) -> bool:
    """There was nothing to find, and nothing was invented."""
    return rival.counts[:3] == (0, 0, 0)


def _alpha_at(angle: float) -> float:
    """α where the ray at that angle crosses α + β = 1."""
    return 0.0 if angle >= math.pi / 2.0 else 1.0 / (1.0 + math.tan(angle))


def _never(position: int, names: Sequence[str], rivals: Sequence[Confusion], found: Sequence[Sector]) -> NeverBest:
    """Why no costs make it best: nothing found, another at least as good on both counts, or two others around it."""
    name, mine = names[position], rivals[position]
    if mine.counts[0] == 0:
        empty = next((names[i] for i, rival in enumerate(rivals) if _is_rightly_empty(rival)), None)
        if empty is None:
            return NeverBest(name, Hindrance.NOTHING_FOUND)
        return NeverBest(name, Hindrance.LEVEL if _is_rightly_empty(mine) else Hindrance.NOTHING_TO_FIND, (empty,))
    x, y = _ratios(mine)
    for sector in found:
        other, (other_x, other_y) = names[sector.winner], _ratios(rivals[sector.winner])
        if other_x <= x and other_y <= y:
            is_level = (other_x, other_y) == (x, y)
            return NeverBest(name, Hindrance.LEVEL if is_level else Hindrance.OUTDONE, (other,))
    return NeverBest(name, Hindrance.BETWEEN, tuple(names[sector.winner] for sector in found))


def _ratios(rival: Confusion) -> tuple[float, float]:
    tp, fp, fn, _ = rival.counts
    return fp / tp, fn / tp


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


@dataclass(frozen=True)
class BreakEven:
    """What separates two predictions, in amounts.

    Args:
        price: how many invented voxels (or ml) a missed one costs where both are level; ``None`` if there is no such
            price.
        more_found: voxels the first finds more than the second.
        more_invented: voxels the first invents more than the second.
        voxel_ml: volume of a voxel, NaN where unknown.
    """

    price: float | None
    more_found: int
    more_invented: int
    voxel_ml: float

    def in_words(self, first: str, second: str) -> str:
        """What the first does more of, and at what price of a miss that pays."""
        difference = self.difference_in_words(first, second)
        if self.price is None:
            return difference
        unit, units = ("voxel", "voxels") if math.isnan(self.voxel_ml) else ("ml", "ml")
        finder = first if self.more_found > 0 else second  # of the same truth, who finds more misses less
        price = price_text(self.price)
        return f"{difference} {finder} is ahead once a missed {unit} costs more than {price} invented {units}."

    def difference_in_words(self, first: str, second: str) -> str:
        """What the first finds and invents more or less than the second, in millilitres where they are known."""
        found, invented = self._amount(self.more_found), self._amount(self.more_invented)
        return (
            f"{first} finds {found} {_more(self.more_found)} and invents {invented} {_more(self.more_invented)} "
            f"than {second}."
        )

    def _amount(self, voxels: int) -> str:
        if math.isnan(self.voxel_ml):
            return f"{abs(voxels):,} voxel{'' if abs(voxels) == 1 else 's'}"
        ml = abs(voxels) * self.voxel_ml
        return f"{ml:.2f} ml" if ml >= 0.1 or ml == 0 else f"{ml:.3f} ml"


def price_text(price: float) -> str:
    """The price of a miss in two decimals, or two digits where these would say nothing: ``1.40``, ``0.0025``."""
    if price == 0.0 or price >= 0.095:
        return f"{price:.2f}"
    return np.format_float_positional(price, precision=2, unique=False, fractional=False)


def _more(voxels: int) -> str:
    return "more" if voxels >= 0 else "less"


def break_even(first: Confusion, second: Confusion) -> BreakEven:
    """The price of a miss at which two predictions of the same truth are level, and what separates them."""
    tp_a, fp_a, _, _ = first.counts
    tp_b, fp_b, _, _ = second.counts
    return BreakEven(duel(first, second).break_even, tp_a - tp_b, fp_a - fp_b, first.voxel_ml)
