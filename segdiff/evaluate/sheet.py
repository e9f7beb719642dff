"""The table of Scores for what is on screen: a row for each Score, a column for each prediction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from segdiff.data import Comparison, LabelChoice, with_background
from segdiff.evaluate.in_convention import OWN, symbols_at_costs, value_at_costs
from segdiff.evaluate.scoring import ScoreValue, overall_evidence
from segdiff.evidence import Confusion, Evidence
from segdiff.registry import Better, Kind, Scope, Score, find
from segdiff.session import ViewState

LookUp = Callable[[Comparison], Evidence | None]
"""What has been measured for a comparison; ``None`` while it has not been."""

LOSSES = (
    "tversky_loss", "dice_loss", "iou_loss", "binary_cross_entropy", "bce_dice_loss", "focal_plus_tversky_loss",
    "generalized_dice_loss", "focal_tversky_loss", "focal_loss", "vnet_dice_loss", "cross_entropy",
)  # fmt: skip
METRICS = ("tversky_index", "dice", "iou", "precision", "recall", "specificity", "f_beta")
SURFACES = ("hausdorff_95_mm", "hausdorff_mm", "assd_mm", "surface_dice")
LESIONS = ("lesion_recall", "lesion_precision", "lesion_f1")
"""The order on screen: what is asked first stands first."""

ROWS = (*LOSSES, *METRICS, *SURFACES, *LESIONS)


@dataclass(frozen=True)
class SheetRow:
    """One Score for every prediction.

    ``None`` is a value being measured; ``best`` are columns to be set bold; ``symbols`` are the costs as the convention
    calls them, where it is not segdiff's own.
    """

    score: Score
    values: tuple[ScoreValue | None, ...]
    best: tuple[int, ...]
    symbols: Mapping[str, float] = field(default_factory=dict)


def score_sheet(state: ViewState, look_up: LookUp, names: Sequence[str] = ROWS) -> tuple[SheetRow, ...]:
    """All rows for a state, from Evidence alone.

    Args:
        state: says case, label, threshold, costs and convention.
        look_up: where measured Evidence is found.
        names: ids of the Scores, in the order of rows.
    """
    if state.case is None or state.label is None:
        return ()
    columns = [p.name for p in state.case.predictions]
    labelled = [_evidence_for(state, name, look_up) for name in columns]
    overall = [_overall_for(state, name, look_up) for name in columns]
    rows = []
    for score in map(find, names):
        evidences = labelled if score.scope is Scope.LABEL else overall
        values = tuple(_value(state, score, evidence) for evidence in evidences)
        best = _best(score, values) if state.convention == OWN or score.kind is not Kind.LOSS else ()
        rows.append(SheetRow(score, values, best, symbols_at_costs(state.convention, score, state.alpha, state.beta)))
    return tuple(rows)


def _value(state: ViewState, score: Score, evidence: Evidence | None) -> ScoreValue | None:
    if evidence is None or not evidence.has(score.evidence):
        return None
    return value_at_costs(state.convention, score, evidence, state.alpha, state.beta)


def _evidence_for(state: ViewState, prediction: str, look_up: LookUp) -> Evidence | None:
    comparison = state.comparison_of(prediction)
    return None if comparison is None else look_up(comparison)


def _overall_for(state: ViewState, prediction: str, look_up: LookUp) -> Evidence | None:
    assert state.case is not None
    labels = tuple(label.for_prediction(prediction) for label in state.choices)
    found = [look_up(Comparison(prediction, label)) for label in with_background(labels)]
    measured = [evidence for evidence in found if evidence is not None]
    if not labels or len(measured) < len(found):
        return None
    together = _stacked(labels, tuple(measured), state.case.labels_overlap(labels, prediction))
    return None if together is None else _cut(together, measured, state.threshold)


@lru_cache(maxsize=64)
def _stacked(labels: tuple[LabelChoice, ...], measured: tuple[Evidence, ...], voxels_overlap: bool) -> Evidence | None:
    """Kept, so that values computed from it are found again."""
    return overall_evidence(labels, measured[: len(labels)], measured[-1], voxels_overlap=voxels_overlap)


def _cut(together: Evidence, measured: Sequence[Evidence], threshold: float) -> Evidence:
    """With the counts at a threshold, which some frameworks score; everything else stays the very same object."""
    *of_labels, last = (evidence.at(threshold).confusion for evidence in measured)
    counts = [last, *of_labels] if of_labels else [last.background(), last]
    return replace(together, confusion=Confusion.stack(counts))


def _best(score: Score, values: tuple[ScoreValue | None, ...]) -> tuple[int, ...]:
    """Columns that hold the best number, when there are at least two to choose from and they are not all the same."""
    numbers = {i: value.number for i, value in enumerate(values) if value is not None and not value.undefined}
    if len(numbers) < 2 or len(set(numbers.values())) == 1 or score.better is Better.NEITHER:
        return ()
    target = (max if score.better is Better.HIGHER else min)(numbers.values())
    return tuple(i for i, number in numbers.items() if number == target)
