"""Chosen in the legend, another prediction takes the truth's place; the legend says how much the two agree on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from segdiff.gui.widgets.picker import Picker
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager


def test_two_predictions_are_held_against_each_other(show_case: Callable[..., Person]) -> None:
    """Voxels are 1 mm³. Eager has 30 of them and cautious 15, all of which eager has too."""
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    overlay = person.window.overlay
    overlay.findChild(Picker).setFocus()
    person.key(Qt.Key.Key_Down)
    assert person.state.against == "cautious"
    person.wait(lambda: "15 voxels" in person.words(overlay))
    assert [text for text in person.words(overlay) if "voxel" in text] == ["15 voxels", "0 voxels", "15 voxels"]
    assert {"Only in A", "Only in B", "In both"} <= set(person.words(overlay))
    person.app.store.apply(lambda state: state.with_threshold(0.42))
    person.wait(lambda: "2 voxels" in person.words(overlay))
    person.app.store.undo()
    person.app.store.undo()
    assert person.state.against is None
    assert "False positive" in person.words(overlay)
