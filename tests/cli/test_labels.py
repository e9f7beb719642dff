"""``--label`` in names and numbers, per prediction; and what is said of labels that seem to have moved."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.cli.labels import label_choice
from segdiff.data import ANY_LABEL, Case, Grid, LabelChoice, LabelMap, Prediction
from segdiff.errors import ParameterProblem
from tests.cli.conftest import Command, Files


def labels(values: list[int], names: dict[int, str] | None = None) -> LabelMap:
    return LabelMap(np.array([values], np.uint8), Grid((1, len(values))), names=names or {})


CASE = Case(
    "c",
    truth=labels([1, 2, 4, 128], {1: "necrosis", 2: "edema", 4: "rim", 128: "myelin"}),
    predictions=(
        Prediction("old", labels([1, 2, 4, 128])),
        Prediction("new", labels([1, 2, 4, 127], {127: "Myelin", 9: "vessel"})),
    ),
)


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("2", LabelChoice.single(2)),
        ("edema", LabelChoice.single(2)),
        ("EDEMA", LabelChoice.single(2)),
        ("any", ANY_LABEL),
        ("128=127", LabelChoice("128=127", (128,), (127,))),
        ("1+2+4", LabelChoice("1+2+4", (1, 2, 4), (1, 2, 4))),
        ("whole tumour: 1+2+4", LabelChoice("whole tumour", (1, 2, 4), (1, 2, 4))),
        ("necrosis+rim", LabelChoice("necrosis+rim", (1, 4), (1, 4))),
        ("core: necrosis+4=1", LabelChoice("core", (1, 4), (1,))),
        ("myelin", LabelChoice("128=127@new", (128,), (128,), elsewhere=(("new", (127,)),))),
        ("128=127@new", LabelChoice("128=127@new", (128,), (128,), elsewhere=(("new", (127,)),))),
        ("nerve: 128=126=127@new", LabelChoice("nerve", (128,), (126,), elsewhere=(("new", (127,)),))),
        ("4=vessel@new", LabelChoice("4=9@new", (4,), (4,), elsewhere=(("new", (9,)),))),
    ],
)
def test_what_a_word_means(word: str, choice: LabelChoice) -> None:
    assert label_choice(word, CASE) == choice


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("oedema", "No label is called 'oedema'; the files name: Myelin, edema, myelin, necrosis, rim, vessel."),
        ("128=127@never", "There is no prediction named 'never' for --label '128=127@never'."),
        ("0", "0 is the background and not a label"),
    ],
)
def test_what_means_nothing(word: str, complaint: str) -> None:
    with pytest.raises(ParameterProblem) as found:
        label_choice(word, CASE)
    assert complaint in str(found.value)


def test_a_choice_for_one_prediction_leaves_the_others(segdiff: Command, files: Files) -> None:
    truth = files.npy("truth", [[128, 128, 128, 0]])
    old, new = files.npy("old", [[128, 128, 0, 0]]), files.npy("new", [[127, 127, 127, 127]])
    words = ("score", "--truth", truth, "--prediction", old, new, "--label", "myelin: 128=127@new", "--format", "json")
    found = [row["labels"][0] for row in segdiff(*words).json["predictions"]]
    assert [row["counts"] for row in found] == [
        {"tp": 2, "fp": 0, "fn": 1, "tn": 1},
        {"tp": 3, "fp": 1, "fn": 0, "tn": 0},
    ]
    assert {(row["label"], row["name"]) for row in found} == {("128=127@new", "myelin")}


def test_names_from_a_table(segdiff: Command, files: Files, tmp_path: Path) -> None:
    table = tmp_path / "snap.txt"
    table.write_text('2 255 0 0 1 1 1 "lesion"\n')
    truth, prediction = files.npy("truth", [[1, 2, 2, 0]]), files.npy("p", [[1, 2, 0, 0]])
    words = ("score", "--truth", truth, "--prediction", prediction, "--labels", table, "--label", "lesion")
    assert "Label 2 · lesion" in segdiff(*words).out


class TestLabelsThatMoved:
    def test_are_told_with_evidence_and_words_that_help(self, segdiff: Command, files: Files) -> None:
        truth = files.npy("truth", [[0, 128, 128, 128, 255, 255]])
        prediction = files.npy("p", [[127, 127, 127, 0, 255, 255]])
        words = ("score", "--truth", truth, "--prediction", prediction)
        assert segdiff(*words).err.splitlines()[-1] == (
            "Note: p may number its labels differently: of the 3 pixels of label 128 in the ground truth it has 2 as "
            "label 127; to compare them so, --label 128=127 255."
        )
        ending = segdiff(*words, "--label", "128=127", "255", "--format", "json")
        assert [row["counts"]["tp"] for row in ending.json["predictions"][0]["labels"]] == [2, 2]
        assert "differently" not in ending.err

    def test_are_never_paired_by_themselves(self, segdiff: Command, files: Files) -> None:
        truth, prediction = files.npy("truth", [[0, 128, 128]]), files.npy("p", [[0, 127, 127]])
        document = segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "json").json
        found = {row["label"]: row["counts"] for row in document["predictions"][0]["labels"]}
        assert found == {127: {"tp": 0, "fp": 2, "fn": 0, "tn": 1}, 128: {"tp": 0, "fp": 0, "fn": 2, "tn": 1}}

    def test_between_models_of_real_rootlets(self, segdiff: Command, shared_data: Path) -> None:
        """33 of 52 and 13 of 14 voxels, as counted by numpy from the files of the case."""
        folder = shared_data / "sct_t2_cord"
        words = ("score", "--truth", folder / "gt_rootlets_human.nii.gz", "--prediction")
        ending = segdiff(*words, f"new={folder / 'pred_rootlets_model2025.nii.gz'}", "--score", "dice")
        assert ending.err.splitlines()[-1] == (
            "Note: new may number its labels differently: of the 52 voxels of label 5 in the ground truth it has 33 as "
            "label 4 and of the 14 voxels of label 6 it has 13 as label 5, so its numbers seem to be 1 lower than in "
            "the ground truth; to compare them so, --label 4=3 5=4 6=5 7=6."
        )
        right = segdiff(*words, folder / "pred_rootlets_model2024.nii.gz", "--score", "dice")
        assert "differently" not in right.err
        assert right.outcome == 0


def test_no_voxel_in_the_truth_is_said_in_the_table(segdiff: Command, files: Files) -> None:
    truth, prediction = files.npy("truth", [[1, 1, 0]]), files.npy("p", [[1, 0, 2]])
    out = segdiff("score", "--truth", truth, "--prediction", prediction, "--score", "dice").out
    assert out.count("No pixel of it in the ground truth: whatever is predicted is invented") == 1
    assert out.index("Label 2") < out.index("No pixel of it") < out.index("All labels")
