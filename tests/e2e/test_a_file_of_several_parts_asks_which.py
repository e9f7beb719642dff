"""A file that holds several things is opened after one choice, made where the sentence stands."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from segdiff.gui.widgets.picker import Picker
from tests.e2e.conftest import OpenWindow
from tests.gui.cases import GRID, labelled, truth_map


def several(folder: Path) -> Path:
    """The truth and a prediction of the small case, as arrays of one file."""
    path = folder / "case.npz"
    np.savez(path, gt=truth_map().voxels, pred=labelled().content.voxels)
    return path


def test_one_part_by_the_keyboard(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window()
    person.drop(several(tmp_path))
    text = person.wait_for_message()
    assert "case.npz holds 2 arrays" in text
    assert "#" not in text
    for _ in range(3):  # back from the picture: Close, Open it, the list
        person.key(Qt.Key.Key_Backtab)
    assert isinstance(person.window.focusWidget(), Picker)
    person.key(Qt.Key.Key_Down)
    person.tab_to("Open it")
    person.key(Qt.Key.Key_Space)
    person.wait_for_case()
    assert person.window.message.text == ""
    (prediction,) = person.state.case.predictions
    assert (prediction.name, prediction.content.counts[1]) == ("case#pred", 21)


def test_all_parts_at_once_each_in_its_role(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window()
    person.drop(several(tmp_path))
    person.wait_for_message()
    (picker,) = person.window.message.findChildren(Picker)
    picker.setCurrentIndex(picker.findText("all of them"))
    person.click("Open it")
    person.wait_for_case()
    assert person.state.case.truth.counts[1] == 20
    assert len(person.state.case.predictions) == 1
    assert person.state.case.grid.voxel_count == GRID.voxel_count
    assert person.formula() == "16 divided by 16 + .30·5 + .70·4 equals .7882"
