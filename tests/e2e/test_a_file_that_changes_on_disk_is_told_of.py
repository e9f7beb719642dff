"""A file written again while it is open is told of, and read again only on a click; one that is gone is told of too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from segdiff.gui.watching import Watching
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    asked = {"image": files["scan"], "truth": files["gt"], "predictions": (files["labelled"],)}
    return open_window(**asked).wait_for_case()


def watching(person: Person) -> Watching:
    return person.app._watching


def looked(person: Person) -> None:
    """A person comes back to the window, and it has looked at the files."""
    person.window.activated.emit()
    person.wait(lambda: not watching(person)._looker.is_busy)


def test_the_system_tells(person: Person, files: dict[str, Path]) -> None:
    """Of the 20 voxels of the truth the first file finds 16 and invents 5; the truth itself in its place finds all."""
    before = person.state.case
    files["labelled"].write_bytes(files["gt"].read_bytes())
    assert person.wait_for_message() == "labelled.nii.gz has changed on disk."
    assert person.state.case is before
    assert person.scores()["Dice"] == [".7805"]
    person.app.store.apply(lambda state: state.with_alpha(0.45).with_cursor((1, 2, 3)))
    person.click("Reload")
    person.wait(lambda: person.state.case is not before)
    person.wait_for_case()
    assert person.scores()["Dice"] == ["1.0000"]
    assert (person.state.alpha, person.state.cursor) == (0.45, (1, 2, 3))
    assert person.window.message.text == ""


def test_on_coming_back_where_no_system_tells(person: Person, files: dict[str, Path]) -> None:
    watching(person)._watcher.blockSignals(True)
    os.utime(files["gt"], ns=(5, 5))
    os.utime(files["labelled"], ns=(5, 5))
    looked(person)
    assert person.window.message.text == "gt.nii.gz and labelled.nii.gz have changed on disk."


def test_it_is_told_once(person: Person, files: dict[str, Path]) -> None:
    watching(person)._watcher.blockSignals(True)
    os.utime(files["gt"], ns=(5, 5))
    looked(person)
    person.click("Close the message")
    looked(person)
    assert person.window.message.text == ""
    os.utime(files["gt"], ns=(6, 6))
    looked(person)
    assert person.window.message.text == "gt.nii.gz has changed on disk."


def test_gone(person: Person, files: dict[str, Path]) -> None:
    before = person.state.case
    files["labelled"].unlink()
    assert person.wait_for_message() == ("labelled.nii.gz is no longer on disk; what was read of it stays on screen.")
    assert person.window.message.offers == ()
    assert person.state.case is before


def test_replaced_by_another_file_and_watched_again(person: Person, files: dict[str, Path], tmp_path: Path) -> None:
    for number in range(2):
        fresh = tmp_path / "fresh"
        fresh.write_bytes(files["gt"].read_bytes() + b"\0" * number)
        fresh.replace(files["labelled"])
        assert person.wait_for_message() == "labelled.nii.gz has changed on disk."
        person.click("Close the message")


def test_nothing_is_said_of_files_that_stayed_or_were_removed(person: Person, files: dict[str, Path]) -> None:
    looked(person)
    assert person.window.message.text == ""
    person.app._opener.remove_prediction("labelled")
    os.utime(files["labelled"], ns=(5, 5))
    looked(person)
    assert person.window.message.text == "labelled was taken out of the case; its file stays where it is."


def test_nothing_is_watched_once_the_window_is_closed(person: Person) -> None:
    watcher = watching(person)._watcher
    assert len(watcher.files()) == 3
    person.app.shut_down()
    assert watcher.files() == []
