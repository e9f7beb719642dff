"""Grids, labels, thresholds and cases: small values, checked by hand."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from segdiff.data import (
    ANY_LABEL,
    Case,
    Comparison,
    Grid,
    Image,
    LabelChoice,
    LabelMap,
    Outcome,
    Prediction,
    ProbabilityMap,
    StorageOrder,
    smallest_at_least,
)
from segdiff.errors import SegdiffError

GRID = Grid((9, 54, 49), (7.5, 0.5, 0.5), (10.0, -20.0, 30.0))


class TestGrid:
    def test_a_voxel_has_the_volume_of_its_steps(self) -> None:
        assert GRID.voxel_ml == pytest.approx(7.5 * 0.5 * 0.5 / 1000)
        sheared = Grid((2, 2, 2), (2.0, 1.0, 1.0), direction=((0.6, 0.0, 0.8), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)))
        assert sheared.voxel_ml == pytest.approx(2.0 * 0.8 / 1000), "a leaning box holds its base times its height"

    def test_pictures_and_bare_arrays_have_no_millilitres(self) -> None:
        assert Grid((3, 4)).voxel_ml is None
        assert Grid((3, 4, 5)).voxel_ml is None
        assert (Grid((3, 4)).unit, GRID.unit) == ("pixel", "voxel")

    def test_an_index_has_a_place_in_the_patient(self) -> None:
        assert GRID.index_to_world((2, 4, 6)) == pytest.approx((10 + 3, -20 + 2, 30 + 15))

    def test_the_files_own_index_is_told(self) -> None:
        stored = Grid((2, 3, 4), (1.0, 1.0, 1.0), stored=StorageOrder((1, 0, 2), (False, True, True)))
        assert stored.file_index((0, 2, 1)) == (2, 1, 2)
        assert GRID.file_index((1, 2, 3)) == (3, 2, 1)

    @pytest.mark.parametrize(
        ("other", "words"),
        [
            (Grid((9, 54, 50), (7.5, 0.5, 0.5)), "its size is 50 × 54 × 9 voxels instead of 49 × 54 × 9"),
            (Grid((9, 54, 49)), "no voxel size and position of its own"),
            (Grid((9, 54, 49), (7.5, 0.5, 0.6), GRID.origin_mm), "0.60 × 0.50 × 7.50 mm instead of 0.50 × 0.50 × 7.50"),
            (Grid((9, 54, 49), (7.5, 0.5, 0.5), (11.5, -20.0, 28.0)), "1.5 mm left, 2.0 mm down"),
            (
                Grid(
                    (9, 54, 49), (7.5, 0.5, 0.5), GRID.origin_mm, ((0, 0, 1), (0.5, 0.75**0.5, 0), (0.75**0.5, -0.5, 0))
                ),
                "turned by up to 30.0°",
            ),
        ],
    )
    def test_a_difference_is_said_in_numbers(self, other: Grid, words: str) -> None:
        assert words in (other.difference_from(GRID) or "")

    def test_what_32_bit_headers_do_is_no_difference(self) -> None:
        almost = Grid(GRID.shape, (7.4999990, 0.5, 0.5000001), (10.0000005, -20.0, 30.0))
        assert almost.difference_from(GRID) is None


class TestLabels:
    VOXELS = np.array([0, 1, 2, 4, 127, 128, 255], np.uint8)

    @pytest.mark.parametrize(
        ("choice", "expected"),
        [
            (LabelChoice.single(1), [0, 1, 0, 0, 0, 0, 0]),
            (LabelChoice("1+2+4", (1, 2, 4), (1,)), [0, 1, 1, 1, 0, 0, 0]),
            (ANY_LABEL, [0, 1, 1, 1, 1, 1, 1]),
            (LabelChoice.background_of((LabelChoice.single(1), LabelChoice.single(2))), [1, 0, 0, 1, 1, 1, 1]),
            (LabelChoice.background_of((ANY_LABEL,)), [1, 0, 0, 0, 0, 0, 0]),
            (LabelChoice.single(300), [0] * 7),
        ],
    )
    def test_membership(self, choice: LabelChoice, expected: list[int]) -> None:
        assert choice.in_truth.mask(self.VOXELS).tolist() == [bool(value) for value in expected]

    def test_both_sides_may_write_a_label_differently(self) -> None:
        myelin = LabelChoice("128=127", (128,), (127,))
        assert myelin.in_truth.mask(self.VOXELS).tolist().index(True) == 5
        assert myelin.in_prediction.mask(self.VOXELS).tolist().index(True) == 4

    def test_counts_are_those_of_unique(self) -> None:
        voxels = np.random.default_rng(0).integers(0, 9, (7, 300, 200)).astype(np.int16)
        counted = LabelMap(voxels, Grid(voxels.shape)).counts
        values, numbers = np.unique(voxels, return_counts=True)
        assert dict(counted) == dict(zip(values.tolist(), numbers.tolist(), strict=True))

    def test_outcomes_are_truth_plus_twice_prediction(self) -> None:
        truth, prediction = np.array([0, 1, 0, 1], bool), np.array([0, 0, 1, 1], bool)
        assert [Outcome(code).name for code in Outcome.codes(truth, prediction)] == [
            "TRUE_NEGATIVE", "FALSE_NEGATIVE", "FALSE_POSITIVE", "TRUE_POSITIVE",
        ]  # fmt: skip


class TestThresholds:
    @pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
    @pytest.mark.parametrize("threshold", [0.63, 0.1, 0.5, 1 / 3, 0.999])
    def test_the_smallest_value_at_least_is_just_that(self, kind: type, threshold: float) -> None:
        found = smallest_at_least(threshold, kind)
        below = np.nextafter(found, kind(0))
        assert Fraction(float(found)) >= Fraction(threshold) > Fraction(float(below))
        assert found.dtype == np.dtype(kind)


class TestProbabilities:
    def test_what_is_no_probability_is_refused_in_one_sentence(self) -> None:
        for value, words in ((np.nan, "1 of its values are not a number"), (1.5, "0 to 1.5"), (-0.25, "-0.25 to 0")):
            voxels = np.zeros((1, 2, 3), np.float32)
            voxels[0, 1, 2] = value
            with pytest.raises(SegdiffError, match=words):
                ProbabilityMap(voxels, (1,), Grid((2, 3)))

    def test_unions_and_complements_are_sums_kept_within_0_and_1(self) -> None:
        voxels = np.array([[0.2, 0.1], [0.5, 0.7], [0.3, 0.4]]).reshape(3, 1, 2)
        content = ProbabilityMap(voxels, (0, 1, 2), Grid((1, 2)))
        both = LabelChoice("1+2", (1, 2), (1, 2))
        np.testing.assert_allclose(content.of(both), [[0.8, 1.0]])
        np.testing.assert_allclose(content.of(LabelChoice.background_of((both,))), [[0.2, 0.0]])
        np.testing.assert_allclose(content.of_flat(ANY_LABEL, 0, 1), [0.8])
        assert content.of(LabelChoice.single(1)).base is not None, "one label is a view"


class TestCase:
    def test_arrays_are_read_only(self) -> None:
        image = Image(np.zeros((2, 3)), Grid((2, 3)))
        with pytest.raises(ValueError, match="read-only"):
            image.voxels[0, 0] = 1

    def test_a_prediction_is_cut_at_its_threshold_exactly(self) -> None:
        values = np.array([[0.63, 0.62, 0.64]], np.float32)
        content = ProbabilityMap(values[None], (1,), Grid((1, 3)))
        case = Case("c", predictions=(Prediction("p", content),))
        exact = [Fraction(float(value)) >= Fraction(0.63) for value in values.ravel()]
        mask = case.prediction_mask(Comparison("p", LabelChoice.single(1), 0.63))
        assert mask.ravel().tolist() == exact

    def test_labels_of_both_sides_are_offered(self) -> None:
        truth, found = (LabelMap(np.array([values], np.uint8), Grid((1, 3))) for values in ([0, 5, 6], [0, 6, 3]))
        case = Case("c", truth=truth, predictions=(Prediction("p", found),))
        assert [choice.name for choice in case.label_choices()] == ["3", "5", "6"]
        assert [choice.name for choice in case.classes()] == ["3", "5", "6", "background"]

    def test_an_unknown_prediction_is_named(self) -> None:
        case = Case("c", truth=LabelMap(np.ones((1, 3), np.uint8), Grid((1, 3))))
        with pytest.raises(SegdiffError, match="no prediction named 'x'"):
            case.prediction("x")

    def test_the_first_window_leaves_out_the_extremes(self) -> None:
        voxels = np.arange(1000, dtype=np.float32).reshape(20, 50)
        voxels[0, 0] = np.nan
        low, high = Image(voxels, Grid((20, 50))).window
        assert (low, high) == (pytest.approx(5.99, abs=0.5), pytest.approx(994.0, abs=0.5))
        assert Image(np.full((2, 2), 7), Grid((2, 2))).window == (7.0, 8.0)

    def test_the_first_window_of_a_ct_is_of_what_was_measured_not_of_the_padding_around_it(self) -> None:
        """A third of the voxels is padding at −3024, as a scanner writes it; the others go from −1000 to 998 by 2."""
        measured = np.arange(-1000, 1000, 2, dtype=np.int16)
        padded = np.concatenate([np.full(500, -3024, np.int16), measured]).reshape(30, 50)
        low, high = Image(padded, Grid((30, 50))).window
        assert (low, high) == (pytest.approx(-990.0, abs=1.0), pytest.approx(988.0, abs=1.0))
        alone = np.full((4, 4), -3024, np.int16)
        assert Image(alone, Grid((4, 4))).window == (-3024.0, -3023.0)
        above = np.where(padded == -3024, -1024, padded)
        assert Image(above, Grid((30, 50))).window[0] == -1024.0
