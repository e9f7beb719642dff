"""The exploration of imbalance: losses against prevalence, lesions dropped and displaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from segdiff.cli.exploring.findings import Findings, Table, Value
from segdiff.cli.exploring.subject import Subject
from segdiff.errors import SegdiffError

if TYPE_CHECKING:
    from segdiff.evidence import Evidence
    from segdiff.explore import Lesions, Rates

_FACTORS: Final = (100.0, 10.0, 1.0, 0.1, 0.01)
"""Times the measured prevalence, for people; JSON has the curves."""


def imbalance(subject: Subject) -> Findings:
    """Each loss at other prevalences, and what lesions are worth to it.

    Raises:
        SegdiffError: the label fills all of the truth or none of it.
    """
    from segdiff.explore import Background, lesions, prevalence_curves
    from segdiff.explore.imbalance import LOSSES, rates_of

    costs, result = subject.options.costs, {}
    rows: list[tuple[Value, ...]] = []
    tables: list[Table] = []
    displaced: Table | None = None
    truth = subject.case.truth_mask(subject.labels[0])
    for name in subject.names:
        evidence = subject.of(name)
        rates = rates_of(evidence)
        if rates is None:
            label = subject.labels[0].name
            raise SegdiffError(f"Label {label} fills all of the ground truth or none of it, so it has no prevalence.")
        lost = lesions(truth, subject.case.prediction_mask(subject.comparison(name)), parameters=costs)
        curves = {each: prevalence_curves(evidence, background=each, parameters=costs) for each in Background}
        result[name] = {"rates": rates, "curves": curves, "lesions": lost}
        rows += _at_factors(subject, name, evidence, rates)
        if lost:
            tables.append(_dropped(name, lost, LOSSES))
            displaced = _displaced(lost, LOSSES)
    title = "each loss at other prevalences; background as noisy as the rest, or clean"
    first = Table(title, ("prediction", "background", "prevalence", *LOSSES), tuple(rows))
    return Findings(result, (first, *tables, *([displaced] if displaced else [])))


def _at_factors(subject: Subject, name: str, evidence: Evidence, rates: Rates) -> list[tuple[Value, ...]]:
    """Each loss at a hundred times the measured prevalence, at ten times, and so on."""
    from segdiff.explore import Background, prevalence_curves
    from segdiff.explore.imbalance import LOSSES

    rows: list[tuple[Value, ...]] = []
    wanted = [rates.prevalence * factor for factor in _FACTORS if rates.prevalence * factor < 1.0]
    for background in Background:
        found = prevalence_curves(evidence, wanted, background=background, parameters=subject.options.costs)
        assert found is not None
        for at, prevalence in enumerate(wanted):
            values = (float(found.values[loss][at]) for loss in LOSSES)
            rows.append((name, background.name.lower(), prevalence, *values))
    return rows


def _dropped(name: str, lost: Lesions, losses: tuple[str, ...]) -> Table:
    rows: list[tuple[Value, ...]] = [
        (str(one.number), one.voxels, one.found, *(one.values[loss] for loss in losses)) for one in lost.dropped
    ]
    return Table(f"{name}: each lesion missed altogether", ("lesion", "voxels", "found", *losses), tuple(rows))


def _displaced(lost: Lesions, losses: tuple[str, ...]) -> Table:
    """The same whatever was predicted."""
    rows: list[tuple[Value, ...]] = [
        (one.name, one.voxels, shift, *(float(one.values[loss][shift]) for loss in losses))
        for one in lost.displaced
        for shift in lost.shifts
    ]
    return Table("a perfect outline so many voxels off", ("target", "voxels", "shift", *losses), tuple(rows))
