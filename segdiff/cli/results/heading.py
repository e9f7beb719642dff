"""The lines above the table: what was compared with what, and how."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from segdiff.data import Activation, Case, Geometry, Grid
from segdiff.export.figures import short, times
from segdiff.export.results import CONVENTION, Results

if TYPE_CHECKING:
    from segdiff.evaluate import PredictionReport

_MOST_LABELS: Final = 12
_COSTS: Final = ("alpha", "beta")
_TITLE, _WIDTH = 14, 86
_TIE: Final = "\u00a0"
_BADGES: Final = {Geometry.RESAMPLED: "resampled", Geometry.ASSUMED: "geometry assumed"}


def heading(results: Results) -> list[str]:
    """The ground truth, each prediction, the parameters and the device."""
    report = results.report
    facts = [("Ground truth", _truth(report.case))]
    if report.case.image_geometry in _BADGES:
        facts.append(("Image", _image(report.case)))
    facts += [("Prediction", _prediction(row)) for row in report.predictions]
    facts += [("Convention", _convention(results.convention))] if results.convention != CONVENTION else []
    facts += [("Parameters", _parameters(results))] if results.parameters else []
    facts += [("Measured on", report.device.title)]
    return [line for title, text in facts for line in _wrapped(title, text)]


def _wrapped(title: str, text: str) -> list[str]:
    """A fact, broken only after commas when it is too long for a line."""
    tied = text.replace(" ", _TIE).replace(f",{_TIE}", ", ")
    lines = textwrap.wrap(tied, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{start:{_TITLE}}{line.replace(_TIE, ' ')}" for start, line in zip_longest([title], lines, fillvalue="")]


def _truth(case: Case) -> str:
    name = case.truth.path.name if case.truth and case.truth.path else case.name
    synthetic = ["synthetic"] if case.synthetic else []
    badges = [_BADGES[case.truth_geometry]] if case.truth_geometry in _BADGES else []
    badges += [f"soft, cut at {short(case.truth_cut)}"] if case.truth_cut is not None else []
    return f"{name} ({', '.join([*synthetic, _extent(case.grid), _labels(case), *badges])})"


def _image(case: Case) -> str:
    name = case.image.path.name if case.image and case.image.path else case.name
    return f"{name} ({_BADGES[case.image_geometry]})"


def _extent(grid: Grid) -> str:
    size = f"{times(grid.shape)} {grid.unit}s"
    return f"{size} of {times(grid.spacing_mm)} mm" if grid.spacing_mm else f"{size} of unknown size"


def _labels(case: Case) -> str:
    values = [str(value) for value in case.truth.labels] if case.truth else []
    if not values:
        return "no label"
    more = ["…"] if len(values) > _MOST_LABELS else []
    return f"label{'s' if len(values) > 1 else ''} {', '.join(values[:_MOST_LABELS] + more)}"


def _prediction(row: PredictionReport) -> str:
    kind = row.prediction.content.kind
    cut = [f"cut at {short(row.threshold)}"] if row.threshold is not None else []
    activation = row.prediction.activation
    badge = [f"{activation.value} applied"] if activation is not Activation.NONE else []
    badge += [_BADGES[row.prediction.geometry]] if row.prediction.geometry in _BADGES else []
    return f"{row.prediction.name} ({', '.join([kind, *cut, *badge])})"


def _parameters(results: Results) -> str:
    """Every parameter in force, the costs first: ``α 0.3 (false-positive cost)``."""
    known = {name: parameter for score in results.scores for name, parameter in score.parameters.items()}
    values = sorted(results.parameters.items(), key=lambda item: item[0] not in _COSTS)
    return ", ".join(
        f"{known[name].symbol} {short(value)} ({known[name].title.lower()})"
        if name in known and results.convention == CONVENTION
        else f"{name} {value}"
        for name, value in values
    )


def _convention(name: str) -> str:
    """Whose losses these are, in what version."""
    from segdiff.losses import find_convention

    known = find_convention(name)
    return f"{known.title} {known.version}, losses as returned there"
