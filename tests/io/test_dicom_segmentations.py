"""DICOM SEG and RTSTRUCT: frames and contours in their places, overlaps counted, empty slices as background."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from segdiff.data import Comparison, Geometry, LabelChoice, LabelMap, ProbabilityMap
from segdiff.errors import FileProblem, GeometryMismatch, SegdiffError
from segdiff.evidence import measure
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.io.opening import open_content
from segdiff.io.outlines import enclosed
from tests.io import dicom_files as made
from tests.io.files import read_pair

FIRST = np.array([-20.0, 10.0, 30.0])
SHAPE = (6, 5, 4)


def frame(*pixels: tuple[int, int]) -> NDArray[np.uint8]:
    """Five rows of four with ones at these places."""
    mask = np.zeros(SHAPE[1:], np.uint8)
    for row, column in pixels:
        mask[row, column] = 1
    return mask


def place(number: float, normal: Any = (0, 0, 1)) -> NDArray[np.float64]:
    """Of slice ``number``, 3 mm apart."""
    return FIRST + 3.0 * number * np.array(normal)


LIVER = {1: frame((1, 1), (1, 2), (2, 1)), 2: frame((1, 1), (1, 2)), 4: frame((3, 0))}
LESION = {2: frame((1, 2), (2, 2)), 3: frame((4, 3))}
"""Frames by slice. In slice 2 they share a voxel; slices 0 and 5 are empty."""


def write_two(path: Path, liver: dict[int, Any] = LIVER, lesion: dict[int, Any] = LESION, **more: Any) -> Path:
    frames = [(1, place(k), pixels) for k, pixels in liver.items()]
    frames += [(2, place(k), pixels) for k, pixels in lesion.items()]
    return made.write_segmentation(path, frames[::-1], {1: "Liver", 2: "Lesion"}, **more)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    made.write_slices(tmp_path / "scan", np.arange(120, dtype=np.int16).reshape(SHAPE))
    return tmp_path / "scan"


def counts(case: Any, label: int) -> tuple[int, int, int, int]:
    return measure(case, Comparison(case.predictions[0].name, LabelChoice.single(label))).confusion.counts


def test_frames_lie_in_their_places_and_overlap(tmp_path: Path) -> None:
    content = open_content(write_two(tmp_path / "two.seg"))
    grid = content.known_grid
    assert grid.shape == (4, 5, 4), "slices 1 to 4 are described"
    assert grid.origin_mm == pytest.approx(tuple(place(1)))
    assert grid.spacing_mm == pytest.approx((3.0, 0.7, 0.5))
    assert [(one.label, one.name, one.colour) for one in content.segments] == [
        (1, "Liver", (221, 130, 101)),
        (2, "Lesion", (221, 130, 101)),
    ]
    labels = LabelMap(content.voxels, grid, combinations=content.combinations)
    assert dict(labels.counts) == {0: 80 - 8, 1: 6, 2: 3}
    assert labels.mask(LabelChoice.single(2).in_truth)[1].astype(int).tolist() == LESION[2].tolist()
    assert labels.mask(LabelChoice.single(1).in_truth)[3].astype(int).tolist() == LIVER[4].tolist()


def test_without_empty_frames_it_still_lies_on_the_grid_of_the_scan(scan: Path, tmp_path: Path) -> None:
    moved = {k: pixels for k, pixels in LIVER.items() if k != 4} | {5: frame((0, 0), (0, 1))}
    truth, model = write_two(tmp_path / "truth.dcm"), write_two(tmp_path / "model.dcm", moved)
    request = CaseRequest(image=scan, truth=truth, predictions=(PredictionRequest(model),))
    case = read_case(request)
    assert case.grid.shape == SHAPE
    assert case.predictions[0].geometry is Geometry.IDENTICAL
    assert case.truth is not None
    assert dict(case.truth.names) == {1: "Liver", 2: "Lesion"}
    assert counts(case, 1) == (5, 2, 1, 112)
    assert counts(case, 2) == (3, 0, 0, 117)


def test_a_guessed_distance_of_slices_is_said(tmp_path: Path) -> None:
    path = made.write_segmentation(tmp_path / "one.dcm", [(1, place(2), LIVER[2])], {1: "Liver"}, apart=None)
    said = read_case(CaseRequest(truth=path)).notices
    assert said == ("one.dcm does not state how far its slices are apart; 3 mm was taken.",)


def test_two_sparse_files_are_compared_on_what_either_reaches(tmp_path: Path) -> None:
    """The truth has slices 1 to 4, the model 2 to 5; together they have five of 20 voxels."""
    moved = {2: LIVER[2], 5: frame((0, 0), (0, 1))}
    case = read_pair(write_two(tmp_path / "truth.dcm"), write_two(tmp_path / "model.dcm", moved))
    assert case.grid.shape == (5, 5, 4)
    assert counts(case, 1) == (2, 2, 4, 92)
    assert any("slices that any of them stores" in notice for notice in case.notices)


def test_a_dense_prediction_gives_the_grid_of_a_sparse_truth(tmp_path: Path) -> None:
    labels = np.zeros(SHAPE, np.uint8)
    labels[1] = LIVER[1]
    made.write_slices(tmp_path / "model", labels)
    case = read_pair(write_two(tmp_path / "truth.dcm"), tmp_path / "model")
    assert case.grid.shape == SHAPE
    assert counts(case, 1) == (3, 0, 3, 114)


def test_every_second_slice_of_unstated_distance_finds_its_place(scan: Path, tmp_path: Path) -> None:
    frames = [(1, place(1), LIVER[1]), (1, place(3), LIVER[2])]
    alone = made.write_segmentation(tmp_path / "alone.dcm", frames, {1: "Liver"}, apart=None)
    single = made.write_segmentation(tmp_path / "single.dcm", frames[1:], {1: "Liver"}, apart=None)
    for path, expected in ((alone, {1: 3, 3: 2}), (single, {3: 2})):
        case = read_case(CaseRequest(image=scan, truth=path))
        assert case.truth is not None
        filled = {k: int((case.truth.voxels[k] > 0).sum()) for k in range(6)}
        assert {k: n for k, n in filled.items() if n} == expected


@pytest.mark.parametrize(
    ("shift", "more", "words"),
    [
        ((0.0, 0.0, 1.0), {}, "size is 4 × 5 × 4 voxels instead of 4 × 5 × 6"),
        ((0.1, 0.0, 0.0), {}, "size is"),
        ((0.0, 0.0, 0.0), {"spacing": (0.7, 0.51)}, "size is"),
        ((0.0, 0.0, 9.0), {}, "size is"),
    ],
)
def test_off_the_lattice_it_is_refused(shift: Any, more: Any, words: str, scan: Path, tmp_path: Path) -> None:
    """A millimetre up, a tenth aside, other pixels, or beyond the end: never laid in silently."""
    frames = [(1, place(k) + shift, pixels) for k, pixels in LIVER.items()]
    path = made.write_segmentation(tmp_path / "off.dcm", frames, {1: "Liver"}, **more)
    with pytest.raises(GeometryMismatch, match=words):
        read_case(CaseRequest(image=scan, truth=path))


@pytest.mark.parametrize("orientation", [made.CORONAL, made.turned()])
def test_any_orientation(orientation: Any, tmp_path: Path) -> None:
    """The same frames and a series in that direction: each voxel meets its own."""
    normal = np.cross(*np.array(orientation))
    labels = np.zeros(SHAPE, np.uint8)
    for k, pixels in LIVER.items():
        labels[k] = pixels
    made.write_slices(tmp_path / "model", labels, orientation=orientation)
    frames = [(1, place(k, normal), pixels) for k, pixels in LIVER.items()]
    truth = made.write_segmentation(tmp_path / "truth.dcm", frames, {1: "Liver"}, orientation=orientation)
    case = read_pair(truth, tmp_path / "model")
    assert counts(case, 1) == (6, 0, 0, 114)


def test_fractions_are_probabilities(scan: Path, tmp_path: Path) -> None:
    frames = [(1, place(2), LIVER[2] * 51), (1, place(3), LIVER[2] * 255)]
    model = made.write_segmentation(tmp_path / "model.dcm", frames, {1: "Liver"}, kind="FRACTIONAL")
    case = read_case(CaseRequest(scan, write_two(tmp_path / "truth.dcm"), (PredictionRequest(model),)))
    content = case.predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.voxels.shape == (1, *SHAPE)
    assert content.voxels.sum() == pytest.approx(2 * 0.2 + 2)
    assert counts(case, 1) == (0, 2, 6, 112)


def test_fractions_of_several_segments_keep_their_numbers(scan: Path, tmp_path: Path) -> None:
    frames = [(3, place(2), LIVER[2] * 204), (2, place(2), LESION[2] * 153)]
    model = made.write_segmentation(
        tmp_path / "model.dcm",
        frames,
        {2: "Lesion", 3: "Rim"},
        kind="FRACTIONAL",
        SegmentationFractionalType="OCCUPANCY",
    )
    case = read_case(CaseRequest(scan, write_two(tmp_path / "truth.dcm"), (PredictionRequest(model),)))
    content = case.predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.labels == (2, 3)
    assert dict(content.names) == {2: "Lesion", 3: "Rim"}
    assert content.voxels[0].sum() == pytest.approx(2 * 0.6)
    assert any("how much of each voxel is covered" in notice for notice in case.notices)
    assert counts(case, 2) == (2, 0, 1, 117)


def test_one_of_several_segments_of_fractions(scan: Path, tmp_path: Path) -> None:
    """As a truth, for which a single volume is asked; as a prediction, of the label that its segment has."""
    frames = [(1, place(2), LIVER[2] * 204), (2, place(2), LESION[2] * 153)]
    made.write_segmentation(tmp_path / "soft.dcm", frames, {1: "Liver", 2: "Lesion"}, kind="FRACTIONAL")
    asked = CaseRequest(image=scan, truth=tmp_path / "soft.dcm")
    with pytest.raises(SegdiffError, match=r"holds 2 volumes .* say which is meant, as in soft\.dcm#1\."):
        read_case(asked)
    one = CaseRequest(image=scan, truth=tmp_path / "soft.dcm#1", threshold_truth=0.5)
    assert dict(read_case(one).truth.counts) == {0: 118, 1: 2}  # type: ignore[union-attr]
    lesion = PredictionRequest(tmp_path / "soft.dcm#2")
    case = read_case(CaseRequest(scan, write_two(tmp_path / "truth.dcm"), (lesion,)))
    assert counts(case, 2) == (2, 0, 1, 117)
    with pytest.raises(FileProblem, match=r"soft\.dcm holds 2 volumes, #1 to #2, and no #3\."):
        open_content(tmp_path / "soft.dcm#3")
    with pytest.raises(FileProblem, match="holds a single picture or volume"):
        open_content(write_two(tmp_path / "hard.dcm").with_name("hard.dcm#1"))


def test_a_label_map_and_its_padding(scan: Path, tmp_path: Path) -> None:
    frames = [(0, place(1), LIVER[1]), (0, place(3), LIVER[2] * 4)]
    path = made.write_segmentation(
        tmp_path / "map.dcm", frames, {0: "Background", 1: "Liver", 4: "Rim"}, kind="LABELMAP", PixelPaddingValue=9
    )
    content = open_content(path)
    assert [segment.name for segment in content.segments] == ["Liver", "Rim"]
    assert (content.voxels[1] == 9).all(), "nobody said anything about this slice"
    truth = read_case(CaseRequest(image=scan, truth=path)).truth
    assert truth is not None
    assert dict(truth.counts) == {0: 115, 1: 3, 4: 2}


def test_a_picture_has_segments_too(tmp_path: Path) -> None:
    path = write_two(tmp_path / "xray.dcm", {1: LIVER[1]}, {1: LESION[2]})
    dataset = pydicom.dcmread(path)
    del dataset.PerFrameFunctionalGroupsSequence[0].PlanePositionSequence
    del dataset.PerFrameFunctionalGroupsSequence[1].PlanePositionSequence
    dataset.save_as(path)
    content = open_content(path)
    assert content.known_grid.shape == (5, 4)
    assert not content.has_position
    assert content.voxels[1].tolist() == [0, 1, 3, 0], "3 stands for both"
    assert content.combinations == {3: (1, 2)}


def test_refusals(tmp_path: Path) -> None:
    uneven = made.write_segmentation(
        tmp_path / "uneven.dcm", [(1, place(k), LIVER[1]) for k in (0, 1, 2.4)], {1: "x"}, apart=None
    )
    with pytest.raises(FileProblem, match=r"lie 3 to 4.2 mm apart and not on evenly spaced places\.$"):
        open_content(uneven)
    cut = write_two(tmp_path / "cut.dcm")
    cut.write_bytes(cut.read_bytes()[:-6])
    with pytest.raises(FileProblem, match=r"cut\.dcm ends before the last of its pixels"):
        open_content(cut)
    unknown = write_two(tmp_path / "unknown.dcm", SegmentationType="SURFACE")
    with pytest.raises(FileProblem, match="of another type than BINARY, FRACTIONAL, LABELMAP"):
        open_content(unknown)


def inside(point: tuple[float, float], polygon: NDArray[np.float64]) -> bool:
    """The slow twin: how often a ray towards higher columns crosses the polygon's edges."""
    row, column = point
    crossed = False
    for (r0, c0), (r1, c1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        if (r0 <= row) != (r1 <= row) and column < c0 + (row - r0) * (c1 - c0) / (r1 - r0):
            crossed = not crossed
    return crossed


@pytest.mark.parametrize("seed", range(8))
def test_enclosed_pixels_are_those_of_a_point_in_polygon_test(seed: int) -> None:
    draw = np.random.default_rng(seed)
    contours = [draw.uniform(-2, 14, (int(draw.integers(3, 9)), 2)) for _ in range(int(draw.integers(1, 4)))]
    expected = np.zeros((11, 13), bool)
    for row, column in np.ndindex(expected.shape):
        expected[row, column] = sum(inside((row, column), polygon) for polygon in contours) % 2 == 1
    np.testing.assert_array_equal(enclosed(contours, (11, 13)), expected)


def test_a_centre_on_a_contour_belongs_to_one_side_only() -> None:
    """Two squares with a common border at column 3, their corners on centres: no pixel is in both, none between."""
    left, right = (np.array([(1, a), (1, b), (4, b), (4, a)], float) for a, b in ((1, 3), (3, 6)))
    in_left, in_right = enclosed([left], (6, 8)), enclosed([right], (6, 8))
    assert np.argwhere(in_left).min(axis=0).tolist() == [1, 1]
    assert np.argwhere(in_left).max(axis=0).tolist() == [3, 2]
    assert np.argwhere(in_right).min(axis=0).tolist() == [1, 3]
    assert not (in_left & in_right).any()
    assert int((in_left | in_right).sum()) == 3 * 5


class TestStructures:
    def outline(self, number: float, corners: list[tuple[float, float]]) -> NDArray[np.float64]:
        """Corners as (row, column) of a slice, in mm."""
        return np.array([place(number) + np.array([0.5 * column, 0.7 * row, 0.0]) for row, column in corners])

    SQUARE: Final = [(0.5, 0.5), (0.5, 2.5), (3.5, 2.5), (3.5, 0.5)]
    """Encloses rows 1 to 3 and columns 1 and 2: six centres."""

    def test_voxels_whose_centres_lie_inside(self, scan: Path, tmp_path: Path) -> None:
        hole = [(1.6, 0.7), (1.6, 1.6), (2.4, 1.6), (2.4, 0.7)]
        way_in, around = [(2, 0.5), (2, 0.7)], [(2.4, 0.7), (2.4, 1.6), (1.6, 1.6), (1.6, 0.7)]
        keyhole = [*self.SQUARE, *way_in, *around, *way_in[::-1]]
        contours = {
            2: [self.outline(1, self.SQUARE), self.outline(2, self.SQUARE), self.outline(2, hole)],
            5: [self.outline(1, [(1.5, -3), (1.5, 9), (9, 9), (9, -3)]), self.outline(3, keyhole)],
        }
        path = made.write_structures(tmp_path / "rt.dcm", contours, {2: "Liver", 5: "Lesion"}, {5: (0, 90, 7)})
        case = read_case(CaseRequest(image=scan, truth=path))
        assert case.truth is not None
        assert dict(case.truth.names) == {2: "Liver", 5: "Lesion"}
        assert case.truth.colours[5] == (0, 90, 7)
        own = {label: case.truth.mask(LabelChoice.single(label).in_truth) for label in (2, 5)}
        assert [int(own[2][k].sum()) for k in range(6)] == [0, 6, 5, 0, 0, 0]
        assert [int(own[5][k].sum()) for k in range(6)] == [0, 12, 0, 5, 0, 0]
        assert not own[2][2, 2, 1], "the centre of the hole"
        assert int((own[2] & own[5]).sum()) == 4, "rows 2 and 3 of the square"

    def test_alone_it_has_no_grid(self, tmp_path: Path) -> None:
        path = made.write_structures(tmp_path / "rt.dcm", {1: [self.outline(1, self.SQUARE)]}, {1: "Liver"})
        with pytest.raises(
            SegdiffError, match=r"rt\.dcm holds contours \(Liver\), .* open the image that they were drawn on, too"
        ):
            read_case(CaseRequest(truth=path))

    def test_drawn_on_other_slices(self, scan: Path, tmp_path: Path) -> None:
        path = made.write_structures(tmp_path / "rt.dcm", {1: [self.outline(1.5, self.SQUARE)]}, {1: "Liver"})
        with pytest.raises(FileProblem, match=r"lies 1\.50 mm beside the nearest slice of scan"):
            read_case(CaseRequest(image=scan, truth=path))

    def test_of_another_scan(self, scan: Path, tmp_path: Path) -> None:
        path = made.write_structures(tmp_path / "rt.dcm", {1: [self.outline(40, self.SQUARE)]}, {1: "Liver"})
        with pytest.raises(FileProblem, match="lie outside scan"):
            read_case(CaseRequest(image=scan, truth=path))

    def test_points_enclose_nothing(self, tmp_path: Path) -> None:
        path = made.write_structures(tmp_path / "rt.dcm", {1: [self.outline(1, self.SQUARE)]}, {1: "x"}, kind="POINT")
        with pytest.raises(FileProblem, match="without any closed contour"):
            open_content(path)

    @pytest.mark.parametrize("is_implicit", [True, False])
    @pytest.mark.parametrize("has_lengths", [True, False])
    def test_what_is_left_of_a_file_is_not_taken_for_all_of_it(
        self, is_implicit: bool, has_lengths: bool, scan: Path, tmp_path: Path
    ) -> None:
        contours = {1: [self.outline(1, self.SQUARE), self.outline(2, self.SQUARE)], 2: [self.outline(3, self.SQUARE)]}
        path = made.write_structures(tmp_path / "rt.dcm", contours, {1: "Liver", 2: "Lesion"})
        dataset = pydicom.dcmread(path)
        dataset["ROIContourSequence"].is_undefined_length = not has_lengths
        for structure in dataset.ROIContourSequence:
            structure.is_undefined_length_sequence_item = not has_lengths
            structure["ContourSequence"].is_undefined_length = not has_lengths
        dataset.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian if is_implicit else ExplicitVRLittleEndian
        dataset.save_as(path, implicit_vr=is_implicit, little_endian=True)
        whole = path.read_bytes()
        assert dict(read_case(CaseRequest(image=scan, truth=path)).truth.counts)[2] == 6  # type: ignore[union-attr]
        for kept in range(whole.index(b"CLOSED"), len(whole), 7):
            path.write_bytes(whole[:kept])
            with pytest.raises(FileProblem, match=r"rt\.dcm (ends within its contours|cannot be read: it seems)"):
                open_content(path)
        path.write_bytes(whole + bytes(64))
        assert open_content(path).outlines is not None, "padded"

    def test_contours_beyond_the_scan_are_told(self, scan: Path, tmp_path: Path) -> None:
        contours = {1: [self.outline(1, self.SQUARE), self.outline(40, self.SQUARE)]}
        path = made.write_structures(tmp_path / "rt.dcm", contours, {1: "Liver"})
        truth = read_case(CaseRequest(image=scan, truth=path)).truth
        assert truth is not None
        assert "1 contour of rt.dcm lies beyond scan." in truth.notices
