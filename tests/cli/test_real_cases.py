"""Real segmentations, scored as a person would, against figures that two other programs agreed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

FOLDERS = ("sct_t2_cord", "sct_t2s_greymatter", "hvsmr2d_heart_unet", "axondeepseg_sem2d")
WORD_FOR = {"axondeepseg_sem2d": {"1": "128=127", "2": "255"}}
"""Where a figure's label is not the value in the files: what to write for it on the command line."""


def figures(folder: Path) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """For each pair and each of its labels: the word for the label, the pair, the figures."""
    for pair in json.loads((folder / "REFERENCE_METRICS.json").read_text("utf-8"))["pairs"]:
        yield "any", pair, pair["any_nonzero"]
        for label, expected in pair.get("per_label", {}).items():
            yield WORD_FOR.get(folder.name, {}).get(label, label), pair, expected


@pytest.mark.parametrize("name", FOLDERS)
def test_counts_dice_iou_and_volumes_are_exactly_theirs(segdiff: Command, shared_data: Path, name: str) -> None:
    folder, compared = shared_data / name, 0
    for word, pair, expected in figures(folder):
        words = ("--truth", folder / pair["gt"], "--prediction", folder / pair["pred"], "--label", word)
        document = segdiff("score", *words, "--format", "json").json
        label = document["predictions"][0]["labels"][0]
        counts = {outcome: label["counts"][outcome] for outcome in ("tp", "fp", "fn")}
        assert counts == {outcome: expected[outcome] for outcome in ("tp", "fp", "fn")}, (pair["pred"], word)
        assert label["scores"]["dice"] == pytest.approx(expected["dice"], abs=5.01e-7)
        assert label["scores"]["iou"] == pytest.approx(expected["jaccard"], abs=5.01e-7)
        if document["truth"]["spacing_mm"]:
            assert label["scores"]["volume_truth_ml"] * 1000 == pytest.approx(expected["vol_gt_mm3"], abs=1e-3)
            assert label["scores"]["volume_prediction_ml"] * 1000 == pytest.approx(expected["vol_pred_mm3"], abs=1e-3)
        compared += 1
    assert compared >= 3


def test_the_table_of_two_networks(segdiff: Command, shared_data: Path) -> None:
    folder = shared_data / "sct_t2_cord"
    predictions = (folder / "pred_cord_deepseg3d.nii.gz", folder / "pred_cord_deepseg2d.nii.gz")
    lines = segdiff(
        "score", "--truth", folder / "gt_cord_human_2014.nii.gz", "--prediction", *predictions
    ).out.splitlines()
    assert "Ground truth  gt_cord_human_2014.nii.gz (52 × 60 × 55 voxels of 1 × 1 × 1 mm, label 1)" in lines
    assert "Label 1                        pred_cord_deepseg3d  pred_cord_deepseg2d" in lines
    assert "  FP, invented                                 162                  187" in lines
    assert "  Volume of the prediction                    4.29                 4.28" in lines
    assert "  Dice                                      0.9751               0.9679" in lines
    assert "  Tversky loss                              0.0197               0.0273" in lines


def test_labels_that_only_one_side_has(segdiff: Command, shared_data: Path) -> None:
    folder = shared_data / "sct_t2_cord"
    words = ("--truth", folder / "gt_rootlets_human.nii.gz", "--prediction", folder / "pred_rootlets_model2025.nii.gz")
    document = segdiff("score", *words, "--format", "json").json
    labels = {row["label"]: row for row in document["predictions"][0]["labels"]}
    assert list(labels) == [3, 4, 5, 6, 7]
    assert labels[3]["undefined"].items() >= {"recall": "the truth is empty", "assd_mm": "the truth is empty"}.items()
    assert labels[7]["undefined"].items() >= {"precision": "nothing was predicted"}.items()
    assert labels[7]["undefined"]["hausdorff_95_mm"] == "the prediction is empty"
    assert document["predictions"][0]["overall"]["averaged_over"]["recall"] == 3


def test_every_way_of_storing_a_volume_gives_the_same_dice(segdiff: Command, shared_data: Path) -> None:
    folder, original = shared_data / "derived_formats", shared_data / "sct_t2_cord"
    for truth in ("sct_gt_reoriented_LIA.nii.gz", "sct_gt_reoriented_LPS.nii.gz", "sct_gt_0_255.nii.gz"):
        words = ("--truth", folder / truth, "--prediction", original / "pred_cord_deepseg3d.nii.gz", "--label", "any")
        label = segdiff("score", *words, "--format", "json").json["predictions"][0]["labels"][0]
        assert label["counts"] == {"tp": 4123, "fp": 162, "fn": 49, "tn": 167266}, truth
