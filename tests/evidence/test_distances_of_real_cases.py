"""Distances of real masks against figures that two other programs agreed on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import segdiff.metrics  # noqa: F401  registers its Scores
from segdiff.data import Comparison, LabelChoice
from segdiff.evidence import Watch, distances_in, joint_box
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.registry import find

FOLDERS = ("sct_t2_cord", "sct_t2s_greymatter")
SCORES = {"hausdorff_mm": "hd", "hausdorff_95_mm": "hd95_maxdir", "assd_mm": "assd"}


def subjects(pair: dict[str, Any]) -> list[tuple[LabelChoice, dict[str, float]]]:
    """What the figures are of: any label, or each by itself."""
    found = [(LabelChoice("any", (), ()), pair["any_nonzero"])] if "any_nonzero" in pair else []
    return found + [(LabelChoice.single(int(v)), figures) for v, figures in pair.get("per_label", {}).items()]


@pytest.mark.parametrize("folder", FOLDERS)
def test_they_are_those_of_other_programs(shared_data: Path, folder: str) -> None:
    """To the four digits that are given there."""
    checked = 0
    for pair in json.loads((shared_data / folder / "REFERENCE_METRICS.json").read_text())["pairs"]:
        files = [shared_data / folder / pair[name] for name in ("gt", "pred")]
        case = read_case(CaseRequest(truth=files[0], predictions=(PredictionRequest(files[1], "tested"),)))
        for label, figures in subjects(pair):
            if figures.get("hd") is None:
                continue
            distances = distances_in(joint_box(case, Comparison("tested", label)), Watch())
            for score, figure in SCORES.items():
                assert float(find(score).function(distances)) == pytest.approx(figures[figure], abs=6e-5), (pair, score)
            for tolerance in (1.0, 2.0):
                found = float(find("surface_dice").function(distances, tolerance_mm=tolerance))
                assert found == pytest.approx(figures[f"nsd_{tolerance:.0f}mm"], abs=6e-5)
            checked += 1
    assert checked >= 3
