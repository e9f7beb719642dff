"""From a Case to a table of numbers.

Which Comparisons have to be measured, which Scores follow from them, and what to say where there is no number.
"""

from segdiff.evaluate.in_convention import symbols_at_costs, value_at_costs, value_in
from segdiff.evaluate.report import LabelReport, PredictionReport, Report, evaluate_case
from segdiff.evaluate.scoring import Parameters, ScoreValue, overall_evidence, value_of
from segdiff.evaluate.sheet import SheetRow, score_sheet

__all__ = [
    "LabelReport",
    "Parameters",
    "PredictionReport",
    "Report",
    "ScoreValue",
    "SheetRow",
    "evaluate_case",
    "overall_evidence",
    "score_sheet",
    "symbols_at_costs",
    "value_at_costs",
    "value_in",
    "value_of",
]
