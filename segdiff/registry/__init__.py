"""The catalogue of Scores. It knows neither torch nor Qt.

A Score is one decorated function. Its first annotation says which Evidence it needs; its keyword parameters, annotated
with a :class:`Parameter`, say which sliders to build. From that alone come the row in the table, the line of ``segdiff
scores``, the tooltip and the catalogue tests. Families (:mod:`segdiff.metrics`, :mod:`segdiff.losses`) are imported by
name, so that a frozen program finds them too.
"""

from segdiff.registry.parameters import (
    Alpha,
    Beta,
    BetaSquared,
    Exponent,
    FocalAlpha,
    Gamma,
    Parameter,
    Smoothing,
    Tolerance,
    parameter_of,
)
from segdiff.registry.scores import Better, Kind, Scope, Score, check_parameter, find, score, scores

__all__ = [
    "Alpha",
    "Beta",
    "BetaSquared",
    "Better",
    "Exponent",
    "FocalAlpha",
    "Gamma",
    "Kind",
    "Parameter",
    "Scope",
    "Score",
    "Smoothing",
    "Tolerance",
    "check_parameter",
    "find",
    "parameter_of",
    "score",
    "scores",
]
