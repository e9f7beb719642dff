"""One look at the voxels serves every threshold."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from segdiff import evidence
from segdiff.data import Case, Grid, LabelMap, Prediction, ProbabilityMap
from segdiff.gui import pipeline
from tests.e2e.person import Person

GRID = Grid((9, 11, 13), (3.0, 0.5, 0.7))


@pytest.fixture
def maps() -> tuple[np.ndarray, np.ndarray]:
    """A random truth and a map that leans to it; some probabilities lie as near to a hundredth as 32 bits can."""
    draw = np.random.default_rng(5)
    truth = draw.random(GRID.shape) < 0.2
    soft = np.clip(0.4 * truth + draw.random(GRID.shape) * 0.6, 0, 1).astype(np.float32)
    soft[:2] = np.round(soft[:2], 2)
    return truth, soft


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is measured from now on."""
    calls: list[object] = []
    original = pipeline._measure

    def note(case: Case, comparison: object, *more: object) -> object:
        calls.append(comparison)
        return original(case, comparison, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "_measure", note)
    return calls


def test_counts_at_any_threshold_are_those_of_a_direct_count(
    show_case: Callable[..., Person], maps: tuple[np.ndarray, np.ndarray], measured: list[object]
) -> None:
    truth, soft = maps
    content = ProbabilityMap(soft[None], (1,), GRID)
    case = Case("random", truth=LabelMap(truth.astype(np.uint8), GRID), predictions=(Prediction("soft", content),))
    person = show_case(case).wait_for_case()
    assert len(measured) == 1
    for threshold in (0.5, 0.001, 0.25, 0.37, 0.51, 0.534, 0.999):
        person.app.store.apply(lambda state, threshold=threshold: state.with_threshold(threshold))
        mask = soft.astype(np.float64) >= threshold
        tp, fp, fn = (int(np.count_nonzero(m)) for m in (mask & truth, mask & ~truth, ~mask & truth))
        assert person.formula().startswith(f"{tp:,} divided by {tp:,} + .30·{fp:,} + .70·{fn:,} equals"), threshold
        words = {name: row[1] for name, row in person.legend().items()}
        assert words["False positive"] == f"invented · {fp:,} voxel{'s' * (fp != 1)}", threshold
        assert words["False negative"] == f"missed · {fn:,} voxel{'s' * (fn != 1)}", threshold
    person.wait_for_case()
    assert len(measured) == 1


def test_losses_of_probabilities_do_not_depend_on_the_threshold(
    show_case: Callable[..., Person], maps: tuple[np.ndarray, np.ndarray]
) -> None:
    truth, soft = maps
    content = ProbabilityMap(soft[None], (1,), GRID)
    case = Case("random", truth=LabelMap(truth.astype(np.uint8), GRID), predictions=(Prediction("soft", content),))
    person = show_case(case).wait_for_case()
    before = person.scores()
    person.app.store.apply(lambda state: state.with_threshold(0.7))
    after = person.scores()
    changed = {name for name in before if name in after and before[name] != after[name]}
    assert {"Dice loss", "Tversky loss", "BCE"}.isdisjoint(changed)
    assert {"Dice", "Tversky index", "Precision"} <= changed
    assert evidence.LEVELS == 1000
