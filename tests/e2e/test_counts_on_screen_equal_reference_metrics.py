"""Real cases: what the window says is what two independent programs counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from segdiff.data import LabelChoice
from segdiff.gui.numbers import score_text
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person


def reference(folder: Path, prediction: str) -> dict[str, Any]:
    """Of the pair with that prediction, what is known."""
    pairs = json.loads((folder / "REFERENCE_METRICS.json").read_text())["pairs"]
    found: dict[str, Any] = next(pair for pair in pairs if pair["pred"] == prediction)
    return found


def check_screen(person: Person, expected: Mapping[str, Any], unit: str = "voxel") -> None:
    """TP, FP and FN in formula and legend, Dice in the table and beside the prediction."""
    tp, fp, fn = (expected[name] for name in ("tp", "fp", "fn"))
    assert person.formula().startswith(f"{tp:,} divided by {tp:,} + .30·{fp:,} + .70·{fn:,} equals ")
    legend = {name: " ".join(row) for name, row in person.legend().items()}
    for name, count in (("True positive", tp), ("False positive", fp), ("False negative", fn)):
        assert f"{count:,} {unit}" in legend[name]
    dice = 2 * tp / (2 * tp + fp + fn)
    assert round(dice, 6) == expected["dice"]
    assert person.scores()["Dice"][0] == score_text(dice)
    assert score_text(dice, 3) in person.words(person.window.case)


@pytest.mark.parametrize("prediction", ["pred_cord_deepseg3d.nii.gz", "pred_cord_deepseg2d.nii.gz"])
def test_spinal_cord(open_window: OpenWindow, shared_data: Path, prediction: str) -> None:
    folder = shared_data / "sct_t2_cord"
    if not (folder / prediction).exists():
        pytest.skip(f"there is no {prediction} in ../shared/data/sct_t2_cord")
    pair = reference(folder, prediction)
    person = open_window(
        image=folder / "image_t2.nii.gz", truth=folder / pair["gt"], predictions=(folder / prediction,)
    ).wait_for_case()
    check_screen(person, pair["any_nonzero"])


def test_grey_matter_in_flat_voxels(open_window: OpenWindow, shared_data: Path) -> None:
    """0.5 × 0.5 × 7.5 mm, stored in four dimensions: the volume is that of the reference too."""
    folder = shared_data / "sct_t2s_greymatter"
    pairs = json.loads((folder / "REFERENCE_METRICS.json").read_text())["pairs"]
    pair = pairs[0]
    person = open_window(truth=folder / pair["gt"], predictions=(folder / pair["pred"],)).wait_for_case()
    check_screen(person, pair["any_nonzero"])
    assert "0.50 × 0.50 × 7.50 mm" in " ".join(person.words(person.window.status))
    ml = pair["any_nonzero"]["tp"] * 0.5 * 0.5 * 7.5 / 1000
    assert person.legend()["True positive"][0] in (f"{ml:.2f} ml", f"{ml:.3f} ml")


def test_eight_structures_of_a_heart(open_window: OpenWindow, shared_data: Path) -> None:
    """A truth in colours, a prediction with a palette: each label in turn."""
    folder = shared_data / "hvsmr2d_heart_unet"
    pair = next(p for p in json.loads((folder / "REFERENCE_METRICS.json").read_text())["pairs"] if p.get("per_label"))
    person = open_window(truth=folder / pair["gt"], predictions=(folder / pair["pred"],)).wait_for_case()
    assert person.state.case is not None
    labels = [choice.name for choice in person.state.case.label_choices()]
    assert set(labels) <= set(pair["per_label"])
    for name in labels:
        person.app.store.apply(lambda state, name=name: state.with_label(LabelChoice.single(int(name))))
        person.wait_for_case()
        if pair["per_label"][name]["tp"]:
            check_screen(person, pair["per_label"][name], "pixel")


def test_axons_by_the_label_that_both_write_alike(open_window: OpenWindow, shared_data: Path) -> None:
    folder = shared_data / "axondeepseg_sem2d"
    pair = reference(folder, "small_pred.png")
    person = open_window(
        image=folder / "small_image.png", truth=folder / "small_gt.png", predictions=(folder / "small_pred.png",)
    ).wait_for_case()
    person.app.store.apply(lambda state: state.with_label(LabelChoice.single(255)))
    person.wait_for_case()
    check_screen(person, pair["per_label"]["2"], "pixel")
