"""Logits, channels that overlap, soft truths: asked about in one sentence, and done as told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.data import Activation, Case, LabelChoice, LabelMap, ProbabilityMap, ReadingChoices
from segdiff.errors import ActivationNeeded, ChannelsNeeded, FileProblem, ParameterProblem, SoftTruth
from segdiff.io import AsChosen, CaseRequest, PredictionRequest, read_case
from tests.io.files import lopsided_labels, write_nifti

LABELS = lopsided_labels()


def case_of(values: NDArray, folder: Path, truth: NDArray = LABELS, **reading: object) -> Case:
    prediction = PredictionRequest(write_nifti(folder / "pred.nii.gz", values), **reading)  # type: ignore[arg-type]
    return read_case(CaseRequest(truth=write_nifti(folder / "gt.nii.gz", truth), predictions=(prediction,)))


def map_of(case: Case) -> ProbabilityMap:
    content = case.predictions[0].content
    assert isinstance(content, ProbabilityMap)
    return content


class TestLogits:
    LOGITS = LABELS.astype(np.float32) * 3.5 - 7.25

    def test_are_asked_about(self, tmp_path: Path) -> None:
        with pytest.raises(ActivationNeeded) as found:
            case_of(self.LOGITS, tmp_path)
        assert str(found.value) == (
            "pred.nii.gz holds values from −7.25 to 3.25, which are neither labels nor probabilities from 0 to 1; "
            "they may be logits; --activation sigmoid makes probabilities of those."
        )
        assert found.value.finding.endswith("they may be logits.")
        assert (found.value.path, found.value.channels) == (tmp_path / "pred.nii.gz", 1)

    def test_several_channels_offer_both(self, tmp_path: Path) -> None:
        with pytest.raises(ActivationNeeded, match=r"--activation softmax makes shares of one of the 2 channels"):
            case_of(np.stack([self.LOGITS, -self.LOGITS]), tmp_path)

    def test_sigmoid(self, tmp_path: Path) -> None:
        case = case_of(self.LOGITS, tmp_path, (LABELS == 1).astype(np.uint8), activation=Activation.SIGMOID)
        content = map_of(case)
        np.testing.assert_allclose(content.voxels[0], 1 / (1 + np.exp(-self.LOGITS.astype(np.float64))), rtol=1e-6)
        assert content.voxels.dtype == np.float32
        assert case.predictions[0].activation is Activation.SIGMOID
        assert content.notices == ("The values of pred.nii.gz were put through a sigmoid.",)

    def test_softmax(self, tmp_path: Path) -> None:
        """Of 0, ln 2 and ln 5: an eighth, a quarter and five eighths."""
        logits = np.empty((3, 3, 4, 5))
        logits[:] = np.log([1, 2, 5])[:, None, None, None]
        case = case_of(logits, tmp_path, activation=Activation.SOFTMAX)
        content = map_of(case)
        np.testing.assert_allclose(content.voxels[:, 2, 3, 4], [1 / 8, 2 / 8, 5 / 8], rtol=1e-14)
        assert content.voxels.dtype == np.float64
        assert content.exclusive
        assert content.labels == (0, 1, 2)

    @pytest.mark.parametrize("how", [Activation.SIGMOID, Activation.SOFTMAX])
    def test_large_logits_do_not_overflow(self, how: Activation, tmp_path: Path) -> None:
        logits = np.zeros((2, 3, 4, 5), np.float32)
        logits[0, 0, 0, :2] = (-1e30, 1e30)
        content = map_of(case_of(logits, tmp_path, activation=how, channels=("1", "3")))
        np.testing.assert_array_equal(content.voxels[0, 0, 0, :3], [0, 1, 0.5])

    def test_16_bit_logits_become_32_bit_probabilities(self, tmp_path: Path) -> None:
        np.save(tmp_path / "pred.npy", (self.LOGITS / 4).astype(np.float16))
        np.save(tmp_path / "gt.npy", LABELS)
        wish = PredictionRequest(tmp_path / "pred.npy", activation=Activation.SIGMOID)
        content = map_of(read_case(CaseRequest(truth=tmp_path / "gt.npy", predictions=(wish,))))
        assert content.voxels.dtype == np.float32

    def test_a_softmax_of_one_channel_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(FileProblem, match=r"^pred.nii.gz has a single channel, and a softmax takes several"):
            case_of(self.LOGITS, tmp_path, activation=Activation.SOFTMAX)

    def test_none_means_none(self, tmp_path: Path) -> None:
        with pytest.raises(FileProblem, match=r"as no activation is wanted, but its values run from -7.25 to 3.25\.$"):
            case_of(self.LOGITS, tmp_path, activation=Activation.NONE)

    def test_an_activation_of_probabilities_is_doubted(self, tmp_path: Path) -> None:
        case = case_of(np.linspace(0, 1, 60).reshape(3, 4, 5), tmp_path, activation=Activation.SIGMOID)
        assert case.notices[1] == (
            "pred.nii.gz holds values from 0 to 1 already: "
            "if they were probabilities, the sigmoid has been taken twice."
        )

    def test_labels_stay_labels(self, tmp_path: Path) -> None:
        case = case_of(LABELS, tmp_path, activation=Activation.SIGMOID)
        assert isinstance(case.predictions[0].content, LabelMap)
        assert case.predictions[0].activation is Activation.NONE
        assert case.notices == ("pred.nii.gz holds labels, so no sigmoid was applied to it.",)

    def test_labels_have_no_channels(self, tmp_path: Path) -> None:
        case = case_of(LABELS, tmp_path, channels=("1", "2"))
        assert case.notices == ("pred.nii.gz holds labels, so what was said of its channels changes nothing.",)

    def test_not_a_number_is_refused_before_the_activation(self, tmp_path: Path) -> None:
        logits = self.LOGITS.copy()
        logits[0, 0, 0] = np.nan
        with pytest.raises(FileProblem, match="holds 1 value that is not a finite number"):
            case_of(logits, tmp_path, activation=Activation.SIGMOID)


class TestChannels:
    @staticmethod
    def softmax() -> NDArray[np.float32]:
        channels = np.full((4, 3, 4, 5), 0.1, np.float32)
        channels[2] = 0.7
        return channels

    @staticmethod
    def sigmoid() -> NDArray[np.float32]:
        """Three regions, one inside the other: they reach 0.9 + 0.6 + 0.3."""
        channels = np.zeros((3, 3, 4, 5), np.float32)
        channels[:, 1] = np.float32([0.9, 0.6, 0.3])[:, None, None]
        return channels

    def test_that_add_up_to_one_stand_for_labels_from_zero(self, tmp_path: Path) -> None:
        content = map_of(case_of(self.softmax(), tmp_path))
        assert content.labels == (0, 1, 2, 3)
        assert content.exclusive
        np.testing.assert_array_equal(content.voxels, self.softmax())
        assert content.notices == (
            "The 4 channels of pred.nii.gz add up to one and were read as the probabilities of labels 0 to 3.",
        )

    def test_zeros_outside_of_what_was_looked_at_are_no_objection(self, tmp_path: Path) -> None:
        channels = self.softmax()
        channels[:, 0] = 0
        assert map_of(case_of(channels, tmp_path)).exclusive

    def test_that_do_not_are_asked_about(self, tmp_path: Path) -> None:
        with pytest.raises(ChannelsNeeded) as found:
            case_of(self.sigmoid(), tmp_path)
        assert str(found.value) == (
            "pred.nii.gz has 3 channels that do not add up to one, their sum reaching 1.8, so nothing says which label "
            "each stands for and whether the first is the background; "
            "--channels 1,2,3 would take them as those labels."
        )

    def test_the_first_of_overlapping_channels_is_not_the_background(self, tmp_path: Path) -> None:
        content = map_of(case_of(self.sigmoid(), tmp_path, channels=("1", "2", "4")))
        assert content.labels == (1, 2, 4)
        assert not content.exclusive
        assert content.of(LabelChoice.single(1))[1, 0, 0] == np.float32(0.9)
        assert content.notices[-1] == (
            "The 3 channels of pred.nii.gz do not add up to one, so each was read by itself, "
            "as the probability of labels 1, 2 and 4."
        )

    def test_the_union_of_overlapping_channels_is_no_sum(self, tmp_path: Path) -> None:
        content = map_of(case_of(self.sigmoid(), tmp_path, channels=("1", "2", "4")))
        union = LabelChoice("2+4", (2, 4), (2, 4))
        assert content.of(union)[1, 0, 0] == np.float32(0.6)
        assert content.of(LabelChoice.background_of((union,)))[1, 0, 0] == pytest.approx(0.4)

    def test_shares_may_be_given_other_labels(self, tmp_path: Path) -> None:
        assert map_of(case_of(self.softmax(), tmp_path, channels=("0", "5", "1", "3"))).labels == (0, 5, 1, 3)

    @pytest.mark.parametrize(
        ("channels", "complaint"),
        [
            (("1", "2"), r"^pred.nii.gz has 3 channels, so as many different labels are expected, not 1,2\.$"),
            (("1", "2", "2"), r"^pred.nii.gz has 3 channels, so as many different labels"),
            (("1", "2", "tumour"), r"not 'tumour'\.$"),
        ],
    )
    def test_labels_that_do_not_fit_are_refused(
        self, channels: tuple[str, ...], complaint: str, tmp_path: Path
    ) -> None:
        with pytest.raises(ParameterProblem, match=complaint):
            case_of(self.sigmoid(), tmp_path, channels=channels)


class TestSoftTruth:
    SOFT = LABELS.astype(np.float64) * 0.25
    """0.25 at five voxels and 0.75 at two."""

    def request(self, folder: Path, cut: float | None = None) -> CaseRequest:
        return CaseRequest(truth=write_nifti(folder / "gt.nii.gz", self.SOFT), threshold_truth=cut)

    def test_is_asked_about(self, tmp_path: Path) -> None:
        with pytest.raises(SoftTruth) as found:
            read_case(self.request(tmp_path))
        assert found.value.finding == (
            "gt.nii.gz is a soft ground truth, with values between 0 and 1 such as 0.25, "
            "and counting takes a yes or no for each voxel."
        )

    @pytest.mark.parametrize(("cut", "voxels"), [(0.5, 2), (0.25, 7), (0.75, 2), (0.76, 0)])
    def test_is_cut_where_told(self, cut: float, voxels: int, tmp_path: Path) -> None:
        case = read_case(self.request(tmp_path, cut))
        assert case.truth is not None
        assert case.truth.counts.get(1, 0) == voxels
        assert case.truth_cut == cut
        assert case.notices == (f"gt.nii.gz is a soft ground truth; voxels from {cut:g} on were taken as label 1.",)

    def test_a_hair_outside_it_is_still_soft(self, tmp_path: Path) -> None:
        """Linear resampling in 32 bits leaves 1.00001 where there was a 1."""
        soft = self.SOFT + np.where(LABELS == 3, 0.25001, -0.00001)
        truth = write_nifti(tmp_path / "gt.nii.gz", soft)
        case = read_case(CaseRequest(truth=truth, threshold_truth=0.5))
        assert case.truth is not None
        assert case.truth.counts == {0: 58, 1: 2}

    def test_whole_numbers_are_not_cut(self, tmp_path: Path) -> None:
        case = read_case(CaseRequest(truth=write_nifti(tmp_path / "gt.nii.gz", LABELS), threshold_truth=0.5))
        assert case.truth is not None
        assert case.truth.counts == {0: 53, 1: 5, 3: 2}
        assert case.truth_cut is None
        assert "changes nothing" in case.notices[0]


class TestAnswersGivenBeforehand:
    REQUEST = CaseRequest(predictions=(PredictionRequest(Path("a.npy")), PredictionRequest(Path("b.npy"), "B")))

    def test_of_all_and_of_one(self) -> None:
        choices = ReadingChoices((("", Activation.SIGMOID), ("B", Activation.SOFTMAX)), (("a", ("1", "4")),), 0.4)
        chosen = AsChosen(choices)(self.REQUEST)
        assert [one.activation for one in chosen.predictions] == [Activation.SIGMOID, Activation.SOFTMAX]
        assert [one.channels for one in chosen.predictions] == [("1", "4"), ()]
        assert chosen.threshold_truth == 0.4

    def test_of_none_leaves_everything(self) -> None:
        assert AsChosen(ReadingChoices())(self.REQUEST) == self.REQUEST

    def test_of_one_that_is_not_there(self) -> None:
        with pytest.raises(ParameterProblem, match=r"^There is no prediction named 'C'; there are: a, B\.$"):
            AsChosen(ReadingChoices((("C", Activation.SIGMOID),)))(self.REQUEST)
