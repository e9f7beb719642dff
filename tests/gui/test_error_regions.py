"""How regions are called and sized, and what the table says of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from segdiff.data import Comparison, LabelChoice, Outcome
from segdiff.evidence import ErrorRegions, measure_regions
from segdiff.gui.regions import why_nothing
from segdiff.gui.views.error_regions import ErrorRegionsTab, Ranking
from segdiff.gui.views.error_regions.rows import EXTENT, REGION, VOLUME, RegionRows
from segdiff.gui.views.error_regions.words import depth_text, extent_text, region_name, slices_text
from segdiff.session import ViewState
from tests import cases

ONE = Comparison("hard", LabelChoice.single(1))


def measured(truth: np.ndarray, prediction: np.ndarray, spacing: tuple[float, ...] | None) -> ErrorRegions:
    return measure_regions(cases.case_of(prediction.astype(float), truth.astype(float), spacing), ONE)


def row_of_lesions(invented: slice, spacing: tuple[float, ...] | None = (1.0, 2.0)) -> ErrorRegions:
    """Lesions of 9, 7, 5 and 3 pixels below each other in the first columns, found but for what is invented."""
    truth, prediction = np.zeros((2, 8, 30), bool)
    for row, size in enumerate((9, 7, 5, 3)):
        truth[2 * row, :size] = prediction[2 * row, :size] = True
    prediction[invented, 0] = True
    return measured(truth, prediction, spacing)


@pytest.mark.parametrize(
    ("invented", "name"),
    [
        (slice(7, 8), "Rim of lesion 4"),
        (slice(1, 2), "Rim of lesion 1 and lesion 2"),
    ],
)
def test_a_rim_names_what_it_lies_against(invented: slice, name: str) -> None:
    assert region_name(row_of_lesions(invented), 0, "lesion") == name


def test_many_are_counted() -> None:
    truth, prediction = np.zeros((2, 9, 9), bool)
    truth[::2, 0] = prediction[::2, 0] = True
    prediction[:, 1] = True
    assert region_name(measured(truth, prediction, None), 0, "lesion") == "Rim of lesion 1, lesion 2 and 3 more"


def test_a_single_part_needs_no_number_and_names_keep_their_letters() -> None:
    truth, prediction = np.zeros((2, 4, 6), bool)
    truth[1, 1:4] = True
    prediction[1, 1:3] = prediction[3, 5] = True
    regions = measured(truth, prediction, None)
    names = [region_name(regions, region, "Left ventricle") for region in range(2)]
    assert names == ["Missed part of Left ventricle", "Invented Left ventricle"]


def test_sizes_have_the_digits_they_need() -> None:
    truth, prediction = np.zeros((2, 3, 4, 5), bool)
    prediction[1, 1:4, 0:2] = True
    known = {(2.0, 1.0, 3.0): "6 × 3 × 2 mm", (7.5, 0.5, 0.5): "1.0 × 1.5 × 7.5 mm", None: "2 × 3 × 1 px"}
    for spacing, text in known.items():
        regions = measured(truth, prediction, spacing)
        assert extent_text(regions, 0) == text
        assert (depth_text(regions, 0), slices_text(regions, 0), slices_text(regions, 0, 1)) == ("—", "2", "2–4")


def test_the_largest_gain_comes_first_then_the_largest_then_the_first() -> None:
    truth, prediction = np.zeros((2, 1, 20), bool)
    truth[0, :4], prediction[0, :2] = True, True
    prediction[0, 6:8] = prediction[0, 10:12] = prediction[0, 14] = True
    regions = measured(truth, prediction, None)
    gains = np.array([0.5, 0.1, 0.1, 0.1])
    assert regions.sizes.tolist() == [2, 2, 2, 1]
    assert Ranking.of(regions, gains, "lesion", None).order.tolist() == [0, 1, 2, 3]
    assert Ranking.of(regions, gains[::-1].copy(), "lesion", None).order.tolist() == [3, 0, 1, 2]
    only = Ranking.of(regions, gains, "lesion", Outcome.FALSE_POSITIVE)
    assert only.order.tolist() == [1, 2, 3]
    assert (only.row_of(regions.key(2)), only.row_of(regions.key(0)), only.row_of(None)) == (1, None, None)


def test_a_picture_has_sizes_and_no_volume() -> None:
    rows = RegionRows()
    rows.show(Ranking.of(row_of_lesions(slice(7, 8)), np.array([0.25]), "lesion", None))
    assert [rows.index(0, column).data() for column in (1, 2, 3, 5)] == ["1 pixel", "2 × 1 mm", "1.0 mm", "+.2500"]
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Size"


def test_a_tooltip_tells_the_dice_of_the_lesion() -> None:
    """The lowest lesion has 3 pixels, all found, and the component over it one more: 6 / 7."""
    rows = RegionRows()
    rows.show(Ranking.of(row_of_lesions(slice(7, 8)), np.array([0.25]), "lesion", None))
    words = rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert words == "false positive, invented\n1 pixel\n2 × 1 mm\nlesion 4: Dice .857"


@pytest.mark.parametrize("width", [616, 1200])
def test_the_largest_count_has_room_in_any_window(qtbot: QtBot, width: int) -> None:
    """One region of 190 × 190 = 36 100 pixels, all of them missed."""
    truth, prediction = np.zeros((2, 200, 200), bool)
    truth[5:195, 5:195] = True
    regions = measured(truth, prediction, None)
    tab = ErrorRegionsTab()
    qtbot.addWidget(tab)
    tab.resize(width, 200)
    tab.show()
    tab.show_ranking(Ranking.of(regions, np.array([0.5]), "object", None), ViewState())
    cell = tab.rows.index(0, VOLUME)
    assert cell.data() == "36,100 pixels"
    assert tab.table.columnWidth(VOLUME) >= tab.table.sizeHintForIndex(cell).width()


def test_the_extent_of_the_largest_has_room(qtbot: QtBot) -> None:
    """A whole volume of 6 × 30 × 20 voxels of 7.25 × 10.5 × 10.75 mm."""
    truth, prediction = np.zeros((2, 6, 30, 20), bool)
    truth[:] = True
    tab = ErrorRegionsTab()
    qtbot.addWidget(tab)
    tab.resize(650, 200)
    tab.show()
    regions = measured(truth, prediction, (7.25, 10.5, 10.75))
    tab.show_ranking(Ranking.of(regions, np.array([0.5]), "object", None), ViewState())
    cell = tab.rows.index(0, EXTENT)
    assert cell.data() == "215.0 × 315.0 × 43.5 mm"
    assert tab.table.columnWidth(EXTENT) >= tab.table.sizeHintForIndex(cell).width()


@pytest.mark.parametrize("width", [500, 700, 1000])
def test_names_can_be_read_in_any_window(qtbot: QtBot, width: int) -> None:
    """ "Missed part of object 1" needs some 150 pixels, beside the swatch before it."""
    tab = ErrorRegionsTab()
    qtbot.addWidget(tab)
    tab.resize(width, 200)
    tab.show()
    tab.show_ranking(Ranking.of(row_of_lesions(slice(7, 8)), np.array([0.25]), "lesion", None), ViewState())
    qtbot.waitUntil(lambda: tab.table.columnWidth(REGION) >= 180)


def test_without_errors_it_says_what_is_missing() -> None:
    opened = "Errors are listed once a ground truth and a prediction are open."
    assert why_nothing(ViewState()) == opened
    empty = cases.case_of(np.zeros((4, 6)), np.zeros((4, 6)), None)
    assert why_nothing(ViewState().with_case(replace(empty, predictions=()))) == opened
    assert why_nothing(ViewState().with_case(empty)) == (
        "Neither the ground truth nor a prediction has a voxel of any label."
    )
