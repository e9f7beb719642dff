"""When numbers are labels, when they are probabilities, and when they are neither."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.data import Comparison, LabelChoice, LabelMap, ProbabilityMap
from segdiff.errors import ChannelsNeeded, Choice, ChoiceNeeded, FileProblem
from segdiff.evidence import measure
from segdiff.io import CaseRequest, PredictionRequest, ReadAs, read_case
from tests.io.files import PLACED, lopsided_labels, read_pair, write_nifti, write_npy, write_png

LABELS = lopsided_labels()


def truth_of(values: NDArray, folder: Path) -> LabelMap:
    truth = read_pair(write_nifti(folder / "gt.nii.gz", values)).truth
    assert truth is not None
    return truth


def prediction_of(values: NDArray, folder: Path, read_as: ReadAs = ReadAs.AUTO) -> LabelMap | ProbabilityMap:
    truth = write_nifti(folder / "gt.nii.gz", (LABELS == 1).astype(np.uint8))
    pred = write_nifti(folder / "pred.nii.gz", values)
    return read_pair(truth, pred, read_as=read_as).predictions[0].content


@pytest.mark.parametrize(
    ("stored", "offset", "narrowed"),
    [
        ("i8", 0, "u1"),
        ("i8", 300, "i2"),
        ("i8", -3, "i2"),
        ("u8", 0, "u1"),
        ("u8", 70000, "i4"),
        ("i4", 0, "i4"),
        ("u2", 0, "u2"),
    ],
)
def test_wide_labels_are_narrowed_and_others_left(stored: str, offset: int, narrowed: str, tmp_path: Path) -> None:
    values = LABELS.astype(stored) + np.array(offset, stored)
    truth = truth_of(values, tmp_path)
    assert truth.voxels.dtype == np.dtype(narrowed)
    np.testing.assert_array_equal(truth.voxels, values)


def test_whole_floats_are_labels_without_a_word(tmp_path: Path) -> None:
    truth = truth_of(LABELS.astype(np.float32), tmp_path)
    assert truth.counts == {0: 53, 1: 5, 3: 2}
    assert truth.voxels.dtype == np.uint8
    assert truth.notices == ()


def test_floats_near_whole_numbers_are_rounded_with_a_notice(tmp_path: Path) -> None:
    truth = truth_of(LABELS * np.float32(0.9999), tmp_path)
    assert truth.counts == {0: 53, 1: 5, 3: 2}
    assert truth.notices == ("gt.nii.gz holds values beside whole numbers, such as 2.9997; they were rounded.",)


def test_a_truth_between_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        FileProblem,
        match=r"^gt.nii.gz should hold labels, which are whole numbers, but it holds .* between them, such as 2.6\.$",
    ):
        truth_of((LABELS == 1) * np.float32(2.6), tmp_path)


def test_labels_beyond_reason_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^gt.nii.gz should hold labels, but its values run from 0 to 3e\+20\.$"):
        truth_of(LABELS * np.float64(1e20), tmp_path)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_is_counted_and_refused(bad: float, tmp_path: Path) -> None:
    values = LABELS.astype(np.float32)
    values[0, 0, :2] = bad
    expected = r"holds 2 values that are not finite numbers \(NaN or infinity\)\.$"
    with pytest.raises(FileProblem, match="^gt.nii.gz " + expected):
        truth_of(values, tmp_path)
    for read_as in ReadAs:
        with pytest.raises(FileProblem, match="^pred.nii.gz " + expected):
            prediction_of(values * np.float32(0.3), tmp_path, read_as)


def test_fractions_are_probabilities_of_the_only_label(tmp_path: Path) -> None:
    soft = np.linspace(0, 1, 60, dtype=np.float32).reshape(3, 4, 5)
    content = prediction_of(soft, tmp_path)
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (1,)
    assert content.voxels.dtype == np.float32
    np.testing.assert_array_equal(content.voxels[0], soft)
    assert content.notices == ()


def test_zeros_and_ones_in_floats_are_labels(tmp_path: Path) -> None:
    content = prediction_of((LABELS > 0).astype(np.float64), tmp_path)
    assert isinstance(content, LabelMap)
    assert content.counts == {0: 53, 1: 7}


def test_ones_that_lost_a_little_are_labels(tmp_path: Path) -> None:
    content = prediction_of((LABELS > 0) * np.float32(0.9999), tmp_path)
    assert isinstance(content, LabelMap)
    assert content.counts == {0: 53, 1: 7}
    assert content.notices == ("pred.nii.gz holds values beside whole numbers, such as 0.9999; they were rounded.",)


def test_a_sure_network_is_still_soft(tmp_path: Path) -> None:
    """0, 0.00001 and 0.9999 are all near whole numbers, but a mask would not need two values for nothing."""
    soft = (LABELS > 0) * np.float32(0.9999)
    soft[0, 0, 0] = 1e-5
    assert isinstance(prediction_of(soft, tmp_path), ProbabilityMap)


def test_a_network_that_is_sure_of_nothing_being_there_is_soft(tmp_path: Path) -> None:
    """120 different values, all within 0.0001 of zero."""
    truth = write_npy(tmp_path / "gt.npy", np.eye(12, 10, dtype=np.uint8))
    pred = write_npy(tmp_path / "pred.npy", np.linspace(0, 1e-4, 120).reshape(12, 10))
    assert isinstance(read_pair(truth, pred).predictions[0].content, ProbabilityMap)


def test_noise_around_labels_beyond_one_is_rounded(tmp_path: Path) -> None:
    """-0.00001, 0.00001 and 2.99999: three values for two labels, but no network's share is near 3."""
    noise = np.where(np.arange(60).reshape(LABELS.shape) % 2, np.float32(1e-5), np.float32(-1e-5))
    content = prediction_of(LABELS + noise, tmp_path)
    assert isinstance(content, LabelMap)
    assert dict(content.counts) == dict(zip(*np.unique(LABELS, return_counts=True), strict=True))
    assert len(content.notices) == 1
    assert "beside whole numbers" in content.notices[0]


def test_a_probability_a_hair_above_one_is_cut_off(tmp_path: Path) -> None:
    soft = np.linspace(0, 1.00001, 60).reshape(3, 4, 5)
    content = prediction_of(soft, tmp_path)
    assert isinstance(content, ProbabilityMap)
    assert content.voxels.max() == 1.0
    assert content.notices == (
        "pred.nii.gz holds values just outside 0 to 1, such as 1.00001; they were cut off there.",
    )


def test_fractions_cannot_be_read_as_labels(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^pred.nii.gz should hold labels, .* such as 0.5\.$"):
        prediction_of((LABELS == 1) * 0.5, tmp_path, ReadAs.LABELS)


def test_8_bits_are_labels_unless_told_otherwise(tmp_path: Path) -> None:
    values = (np.arange(60, dtype=np.uint8) * 4).reshape(3, 4, 5)
    as_they_are = prediction_of(values, tmp_path)
    assert isinstance(as_they_are, LabelMap)
    assert len(as_they_are.labels) == 59
    soft = prediction_of(values, tmp_path, ReadAs.PROBABILITIES)
    assert isinstance(soft, ProbabilityMap)
    np.testing.assert_allclose(soft.voxels[0], values / 255, rtol=1e-6)


def test_a_mask_of_very_many_values_raises_a_doubt(tmp_path: Path) -> None:
    values = np.arange(70, dtype=np.uint8).reshape(7, 10)
    truth = write_png(tmp_path / "gt.png", (values > 3).astype(np.uint8))
    (notice,) = read_pair(truth, write_png(tmp_path / "p.png", values)).notices
    assert notice == (
        "p.png holds 70 different whole numbers, each taken for a label; "
        "if they are probabilities in 8 bits, open it as probabilities."
    )


def test_16_bits_as_probabilities(tmp_path: Path) -> None:
    values = np.array([[0, 13107, 65535]], np.uint16)
    case = read_pair(
        write_png(tmp_path / "gt.png", np.array([[0, 1, 1]], np.uint8)),
        write_png(tmp_path / "pred.png", values),
        read_as=ReadAs.PROBABILITIES,
    )
    content = case.predictions[0].content
    assert isinstance(content, ProbabilityMap)
    np.testing.assert_allclose(content.voxels, [[[0, 0.2, 1]]], rtol=1e-6)


def test_zeros_and_ones_as_probabilities_are_not_divided(tmp_path: Path) -> None:
    content = prediction_of((LABELS > 0).astype(np.uint8), tmp_path, ReadAs.PROBABILITIES)
    assert isinstance(content, ProbabilityMap)
    assert content.voxels.max() == 1.0


def test_numbers_of_no_known_scale_are_no_probabilities(tmp_path: Path) -> None:
    with pytest.raises(
        FileProblem, match=r"^pred.nii.gz cannot be read as probabilities: its whole numbers run from 0 to 3,"
    ):
        prediction_of(LABELS.astype(np.int16), tmp_path, ReadAs.PROBABILITIES)


def test_a_colour_picture_is_no_probability(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", np.eye(5, dtype=np.uint8))
    colours = np.zeros((5, 5, 3), np.uint8)
    colours[0] = (200, 0, 0)
    with pytest.raises(FileProblem, match=r"^pred.png cannot be read as probabilities: it is a colour picture"):
        read_pair(truth, write_png(tmp_path / "pred.png", colours), read_as=ReadAs.PROBABILITIES)


def test_probabilities_saved_as_a_grey_colour_picture(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", np.eye(5, dtype=np.uint8))
    pred = write_png(tmp_path / "pred.png", np.full((5, 5, 3), 51, np.uint8))
    content = read_pair(truth, pred, read_as=ReadAs.PROBABILITIES).predictions[0].content
    assert isinstance(content, ProbabilityMap)
    np.testing.assert_allclose(content.voxels, 0.2, rtol=1e-6)


def test_scaled_8_bits_in_a_header_are_probabilities(tmp_path: Path) -> None:
    """255 times the 32-bit float nearest to 1/255 is a hair above 1 in 64 bits; it must still be read."""
    raw = bytearray(write_nifti(tmp_path / "pred.nii", np.full((3, 4, 5), 255, np.uint8)).read_bytes())
    raw[112:120] = np.array([1 / 255, 0], "<f4").tobytes()
    raw[352] = 51
    (tmp_path / "pred.nii").write_bytes(raw)
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    content = read_pair(truth, tmp_path / "pred.nii").predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.voxels[0, 0, 0, 0] == pytest.approx(0.2)
    assert content.voxels[0, 2, 3, 4] == 1.0


def test_a_truth_or_label_prediction_of_several_volumes_leads_to_a_question(tmp_path: Path) -> None:
    several = np.stack([LABELS, LABELS])
    message = "holds 2 volumes (volume 1, volume 2), but labels are one whole number for each voxel; say which is meant"
    with pytest.raises(ChoiceNeeded) as caught:
        truth_of(several, tmp_path)
    assert str(caught.value) == f"gt.nii.gz {message}, as in gt.nii.gz#1."
    assert caught.value.choices == (Choice("1", "volume 1"), Choice("2", "volume 2"))
    with pytest.raises(ChoiceNeeded) as caught:
        prediction_of(several, tmp_path)
    assert str(caught.value) == f"pred.nii.gz {message}, as in pred.nii.gz#1."


def test_one_probability_for_several_labels_is_that_of_label_1(tmp_path: Path) -> None:
    case = read_pair(
        write_nifti(tmp_path / "gt.nii", LABELS), write_nifti(tmp_path / "pred.nii", LABELS * np.float32(0.25), PLACED)
    )
    content = case.predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (1,)
    assert content.notices == ("pred.nii has one probability for the labels 1, 3; it was taken for that of label 1.",)


def test_one_probability_for_an_only_label_that_is_not_1(tmp_path: Path) -> None:
    truth = write_npy(tmp_path / "gt.npy", (LABELS == 3) * np.uint8(3))
    content = read_pair(truth, write_npy(tmp_path / "pred.npy", LABELS * 0.25)).predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (3,)


NUMBERS = (LABELS == 1) + 2 * (LABELS == 3)
"""Label 3 as 2, so that masks of 0, 1 and 2 are those of labels that follow each other."""


def test_masks_that_leave_no_voxel_out_are_one_hot(tmp_path: Path) -> None:
    """In any type of number: 0, 1 and 2 as three masks, of which each voxel is in one."""
    masks = np.stack([label == NUMBERS for label in range(3)]).astype(np.uint8)
    content = prediction_of(masks, tmp_path)
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (0, 1, 2)
    assert [int(channel.sum()) for channel in content.voxels] == np.bincount(NUMBERS.ravel()).tolist()


@pytest.mark.parametrize("kind", ["u1", "f4"])
def test_masks_that_leave_voxels_out_are_not_taken_for_background_and_labels(kind: str, tmp_path: Path) -> None:
    """Masks of labels 1 and 2 add up to one or to nothing; taken for labels 0 and 1, all counts would be wrong."""
    masks = np.stack([label == NUMBERS for label in (1, 2)]).astype(kind)
    with pytest.raises((ChannelsNeeded, ChoiceNeeded)) as caught:
        prediction_of(masks, tmp_path)
    if kind == "f4":
        assert str(caught.value) == (
            "pred.nii.gz has 2 channels that hold nothing but 0 and 1 and leave voxels without any 1, so nothing says "
            "which label each stands for and whether the first is the background; "
            "--channels 1,2 would take them as those labels."
        )
    truth = write_nifti(tmp_path / "gt.nii.gz", NUMBERS.astype(np.uint8))
    wish = PredictionRequest(tmp_path / "pred.nii.gz", channels=("1", "2"))
    case = read_case(CaseRequest(truth=truth, predictions=(wish,)))
    for label in (1, 2):
        found = measure(case, Comparison("pred", LabelChoice.single(label))).confusion.counts
        own = int((label == NUMBERS).sum())
        assert found == (own, 0, 0, 60 - own)


def test_shares_of_one_that_are_nothing_where_nobody_looked(tmp_path: Path) -> None:
    shares = np.stack([np.where(LABELS == 1, 0.25, 0.75), np.where(LABELS == 1, 0.75, 0.25)])
    shares[:, 0] = 0
    content = prediction_of(shares, tmp_path)
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (0, 1)
