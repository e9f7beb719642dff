"""Explorations of the two costs: the plane, and who is best where."""

from __future__ import annotations

import math

from segdiff.cli.exploring.findings import Findings, Table, Value
from segdiff.cli.exploring.subject import Subject
from segdiff.errors import ParameterProblem


def plane(subject: Subject) -> Findings:
    """A member of the Tversky family over the plane, and every pair of costs that has a name."""
    from segdiff.explore import F_BETAS, Member, as_member, index_at, member_plane, named_costs

    options, member = subject.options, Member(subject.options.member)
    points = named_costs()
    rows: list[tuple[Value, ...]] = []
    for point in points:
        values = [
            float(as_member(index_at(subject.of(name).confusion, point.alpha, point.beta), member, options.exponent))
            for name in subject.names
        ]
        rows.append((point.name, point.alpha, point.beta, *values))
    result = {
        "member": member.value,
        "largest_cost": 1.0,
        "size": options.size,
        "planes": {
            name: member_plane(subject.of(name).confusion, options.size, member, options.exponent)
            for name in subject.names
        },
        "named_costs": points,
        "f_beta": F_BETAS,
    }
    table = Table(f"{member.value} at named costs", ("costs", "alpha", "beta", *subject.names), tuple(rows))
    whose = [f"{point.name}: default of {', '.join(point.defaults_of)}." for point in points if point.defaults_of]
    return Findings(result, (table,), tuple(whose))


def rivals(subject: Subject) -> Findings:
    """Which prediction is best at which costs, which never is, and what separates them."""
    from segdiff.explore import break_even, contest, mean_strip, mean_winners

    counts = [subject.of(name).confusion for name in subject.names]
    held = contest(subject.names, counts)
    on_line = {one.winner: one for one in held.strip}
    rows = []
    for position, standing in enumerate(held.standings):
        low, high = _prices(standing.sector.low, standing.sector.high) if standing.sector else (None, None)
        stretch = on_line.get(position)
        ends = (stretch.low, stretch.high) if stretch else (None, None)
        rows.append((standing.name, _finite(standing.false_positives), _finite(standing.misses), low, high, *ends))
    columns = (
        "prediction", "fp_per_hit", "miss_per_hit", "best_from_price", "best_to_price", "best_from_alpha",
        "best_to_alpha",
    )  # fmt: skip
    pairs = {}
    sentences = [one.why_never for one in held.standings if one.why_never]
    for i, first in enumerate(subject.names):
        for j in range(i + 1, len(counts)):
            second, between = subject.names[j], break_even(counts[i], counts[j])
            pairs[f"{first} / {second}"] = between
            sentences.append(between.in_words(first, second))
    result: dict[str, object] = {"contest": held, "break_even": pairs, "mean_over_labels": None, "mean_strip": None}
    if len(subject.labels) > 1:
        groups = [[one.confusion for one in subject.evidence[name]] for name in subject.names]
        try:
            over = mean_winners(groups, subject.options.size)
        except ParameterProblem as problem:  # the label explored may be fine all the same
            sentences.append(str(problem))
        else:
            result["mean_over_labels"], result["mean_strip"] = over, mean_strip(groups)
            sentences.append(over.note)
    title = "who is best where; a price is what a miss costs in false positives, an alpha is on alpha + beta = 1"
    return Findings(result, (Table(title, columns, tuple(rows)),), tuple(sentences))


def _prices(low: float, high: float) -> tuple[float, float | None]:
    """Angles of a sector as prices of a miss; none at the upper end, where a miss is beyond all price."""
    return math.tan(low), None if high >= math.pi / 2.0 else math.tan(high)


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
