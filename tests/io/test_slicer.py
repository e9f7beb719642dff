"""Segmentations as 3D Slicer saves them: names, colours, layers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.data import LabelMap
from segdiff.data.comparison import LabelSet
from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, read_case
from segdiff.io.opening import open_content
from segdiff.io.segments import Segment
from tests.io.files import write_nrrd

PLACE = {"space": "left-posterior-superior", "space origin": np.array([-10.0, -20.0, 30.0])}
STEPS = np.array([[0.5, 0, 0], [0, 0.7, 0], [0, 0, 3]])
TUMOUR = {"ID": "Segment_1", "Name": "Tumor: left", "Color": "0.5 0.2 1", "LabelValue": "3", "Layer": "0"}
VESSEL = {"ID": "Segment_2", "Name": "Vessel", "Color": "1 0 0", "LabelValue": "7", "Layer": "0"}


def write(path: Path, layers: NDArray, *segments: dict[str, str], **keys: str) -> Path:
    """Layers ``(z, y, x)`` or ``(layer, z, y, x)``; several of them run fastest, as in Slicer's files."""
    steps = STEPS if layers.ndim == 3 else np.vstack([np.full(3, np.nan), STEPS])
    kinds = ["domain"] * 3 if layers.ndim == 3 else ["list", *["domain"] * 3]
    header: dict[str, Any] = {**PLACE, "space directions": steps, "kinds": kinds, **keys}
    header |= {f"Segment{n}_{key}": value for n, segment in enumerate(segments) for key, value in segment.items()}
    write_nrrd(path, layers.T if layers.ndim == 3 else layers.transpose(0, 3, 2, 1), header)
    path.write_bytes(path.read_bytes().replace(b"Tumor", "Tumör".encode()))  # pynrrd writes nothing but ASCII
    return path


def layer(value: int, *boxes: tuple[slice, ...]) -> NDArray[np.uint8]:
    voxels = np.zeros((3, 4, 5), np.uint8)
    for box in boxes:
        voxels[box] = value
    return voxels


LEFT, RIGHT = np.s_[:, :, :3], np.s_[:, :2, 2:]


def truth_of(path: Path) -> LabelMap:
    truth = read_case(CaseRequest(truth=path)).truth
    assert truth is not None
    return truth


def test_names_colours_and_values(tmp_path: Path) -> None:
    voxels = layer(3, np.s_[0]) + layer(7, np.s_[1, 2:])
    content = open_content(write(tmp_path / "a.seg.nrrd", voxels, TUMOUR, VESSEL))
    assert content.segments == (Segment(3, "Tumör: left", (128, 51, 255)), Segment(7, "Vessel", (255, 0, 0)))
    truth = truth_of(tmp_path / "a.seg.nrrd")
    assert truth.counts == {0: 30, 3: 20, 7: 10}
    assert truth.names == {3: "Tumör: left", 7: "Vessel"}
    assert truth.colours[7] == (255, 0, 0)


def test_segments_that_overlap_lie_in_layers(tmp_path: Path) -> None:
    """36 voxels and 18 voxels, 6 of them shared."""
    layers = np.stack([layer(3, LEFT), layer(7, RIGHT)])
    truth = truth_of(write(tmp_path / "a.seg.nrrd", layers, TUMOUR, VESSEL | {"Layer": "1"}))
    assert truth.labels == (3, 7)
    np.testing.assert_array_equal(truth.mask(LabelSet((3,))), layers[0] == 3)
    np.testing.assert_array_equal(truth.mask(LabelSet((7,))), layers[1] == 7)


def test_equal_values_in_different_layers_get_numbers(tmp_path: Path) -> None:
    layers = np.stack([layer(1, LEFT), layer(1, RIGHT)])
    segments = TUMOUR | {"LabelValue": "1"}, VESSEL | {"LabelValue": "1", "Layer": "1"}
    truth = truth_of(write(tmp_path / "a.seg.nrrd", layers, *segments))
    assert truth.names == {1: "Tumör: left", 2: "Vessel"}
    np.testing.assert_array_equal(truth.mask(LabelSet((2,))), layers[1] == 1)
    assert truth.notices == (
        "Segments of a.seg.nrrd share label values; they were numbered in the file's order.",
        "Segments of a.seg.nrrd overlap in 6 voxels, which count for each of them.",
    )


def test_early_files_have_a_layer_for_each_segment_and_say_no_more(tmp_path: Path) -> None:
    layers = np.stack([layer(1, LEFT), layer(1, RIGHT)])
    segments = [{key: one[key] for key in ("ID", "Name", "Color")} for one in (TUMOUR, VESSEL)]
    truth = truth_of(write(tmp_path / "a.seg.nrrd", layers, *segments))
    np.testing.assert_array_equal(truth.mask(LabelSet((1,))), layers[0] == 1)
    np.testing.assert_array_equal(truth.mask(LabelSet((2,))), layers[1] == 1)


@pytest.mark.parametrize("colour", ["", "red", "1 2", "nan 0 0"])
def test_colours_that_are_none(colour: str, tmp_path: Path) -> None:
    content = open_content(write(tmp_path / "a.seg.nrrd", layer(3, LEFT), TUMOUR | {"Color": colour}))
    assert content.segments[0].colour is None


def test_a_segment_without_a_name_goes_by_its_id(tmp_path: Path) -> None:
    content = open_content(write(tmp_path / "a.seg.nrrd", layer(3, LEFT), TUMOUR | {"Name": ""}))
    assert content.segments[0].name == "Segment_1"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"Layer": "4"}, "a.seg.nrrd holds 1 layer, but its header names more; it is damaged."),
        ({"LabelValue": "x"}, "The header of a.seg.nrrd is damaged: it numbers a segment 'x'."),
        ({"Layer": "-1"}, "The header of a.seg.nrrd is damaged: it numbers a segment '-1'."),
    ],
)
def test_damage(change: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        open_content(write(tmp_path / "a.seg.nrrd", layer(3, LEFT), TUMOUR | change))
    assert str(caught.value) == said


def drawn_on(extent: str, offset: str, spacing: str = "0.5;0;0;10;0;0.7;0;20;0;0;3;30;0;0;0;1") -> dict[str, str]:
    """What Slicer writes of the image that a segmentation was drawn on."""
    return {
        "Segmentation_ReferenceImageExtentOffset": offset,
        "Segmentation_ConversionParameters": (
            f"Collapse labelmaps|1|Merge.&Reference image geometry|{spacing};{extent};|Its description.&"
        ),
    }


@pytest.mark.parametrize(("sense", "first"), [(1, 2), (-1, 1)])
def test_a_file_that_holds_no_more_than_a_box_is_laid_on_all_of_its_grid(
    sense: int, first: int, tmp_path: Path
) -> None:
    """Of 8 × 4 × 6 voxels those from (2, 0, 1) on are stored; the file's first axis may run to the left or right."""
    steps = STEPS * np.array([[sense], [1], [1]])
    box = layer(3, np.s_[0, 1, :2])
    fields = {**PLACE, "space directions": steps, **drawn_on("0;7;0;3;0;5", "2 0 1")}
    fields |= {f"Segment0_{key}": value for key, value in TUMOUR.items()}
    write_nrrd(tmp_path / "a.seg.nrrd", box.T, fields)
    content = open_content(tmp_path / "a.seg.nrrd")
    del fields["Segmentation_ReferenceImageExtentOffset"]
    write_nrrd(tmp_path / "box.seg.nrrd", box.T, fields)
    alone = open_content(tmp_path / "box.seg.nrrd")
    assert content.grid is not None
    assert alone.grid is not None
    assert content.grid.shape == (6, 4, 8)
    assert alone.grid.shape == (3, 4, 5)
    np.testing.assert_array_equal(content.voxels[1:4, :, first : first + 5], alone.voxels)
    assert np.count_nonzero(content.voxels) == 2
    assert content.grid.index_to_world((1, 0, first)) == pytest.approx(alone.grid.index_to_world((0, 0, 0)))


@pytest.mark.parametrize(
    "keys",
    [
        drawn_on("0;4;0;3;0;2", "0 0 0"),
        drawn_on("0;7;0;3;0;1", "0 0 0"),
        drawn_on("0;7;0;3;0;5", "-1 0 0"),
        drawn_on("0;7;0;3;0;5", "4 0 0"),
        drawn_on("0;7;0;3;0;5", "0 0"),
        drawn_on("0;7;0;3;0;5", "0 0 0", "0.25;0;0;10;0;0.35;0;20;0;0;1.5;30;0;0;0;1"),
        drawn_on("0;99999;0;99999;0;99999", "0 0 0"),
        drawn_on("0;7;0;3;0;e", "0 0 0"),
    ],
)
def test_a_grid_that_the_file_does_not_lie_on_is_no_matter(keys: dict[str, str], tmp_path: Path) -> None:
    content = open_content(write(tmp_path / "a.seg.nrrd", layer(3, LEFT), TUMOUR, **keys))
    assert content.voxels.shape == (3, 4, 5)
