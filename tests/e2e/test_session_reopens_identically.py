"""Saved, closed and opened again, everything is as it was: each choice and each number."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from segdiff.data import LabelChoice, Neighbours, Outcome, RegionKey
from segdiff.gui import sessions
from segdiff.gui.recent import recents
from segdiff.gui.widgets.questions import Answer
from segdiff.session import Decision, DrawAs, Layout, Theme, ViewState, load_session
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    predictions = (files["eager"], files["cautious"])
    return open_window(image=files["scan"], truth=files["gt"], predictions=predictions).wait_for_case()


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a person chooses whenever they are asked where to save."""
    path = tmp_path / "lesions.segdiff"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def change_everything(person: Person) -> None:
    """Look in another way in every respect, and judge both predictions."""

    def change(state: ViewState) -> ViewState:
        style = state.overlay.with_outcome(Outcome.FALSE_POSITIVE, opacity=0.5, colour=(1, 2, 3))
        state = state.with_lock(False).with_costs(0.25, 1.5).with_threshold(0.3).with_prediction("cautious")
        state = state.with_labels((LabelChoice("lesion", (1,), (1,)),)).with_region_kind(Outcome.FALSE_NEGATIVE)
        state = state.with_neighbours(Neighbours.FACES).with_region(RegionKey(Outcome.FALSE_NEGATIVE, (1, 1, 1)))
        state = state.with_cursor((1, 2, 3)).with_window((3.5, 90.0)).with_convention("monai")
        state = state.with_overlay(replace(style, draw_as=DrawAs.BOTH, opacity=0.8)).with_layout(Layout.ONE)
        return state.with_theme(Theme.LIGHT).with_decision(Decision.FIX).with_comment("left edge, “soft”")

    person.app.store.apply(change)
    person.wait_for_case()


def save(person: Person, path: Path) -> None:
    person.key(Key.Key_S, CTRL)
    person.wait(lambda: path.exists() and not person.app._sessions._saver.is_busy)
    assert not person.app._sessions.has_unsaved_work


def seen(person: Person) -> tuple[object, ...]:
    """What is on screen: every choice, and every number that follows from it."""
    return replace(person.state, case=None), person.scores(), person.formula(), person.legend()


def test_every_choice_and_every_number_is_as_it_was(person: Person, chosen: Path, open_window: OpenWindow) -> None:
    change_everything(person)
    before = seen(person)
    save(person, chosen)
    assert person.window.windowTitle() == "lesions[*] — segdiff"
    again = open_window(session=chosen).wait_for_case()
    assert seen(again) == before
    assert again.window.windowTitle() == "lesions[*] — segdiff"
    assert not again.window.isWindowModified()


def test_a_session_can_be_dropped(person: Person, chosen: Path, open_window: OpenWindow) -> None:
    change_everything(person)
    before = seen(person)
    save(person, chosen)
    again = open_window()
    again.drop(chosen)
    again.wait_for_case()
    assert seen(again) == before


def test_the_title_says_what_is_not_saved(person: Person, chosen: Path) -> None:
    assert not person.window.isWindowModified()
    save(person, chosen)
    person.app.store.apply(lambda s: s.with_alpha(0.4))
    assert person.window.isWindowModified()
    person.key(Key.Key_Z, CTRL)
    assert not person.window.isWindowModified()
    person.app.store.apply(lambda s: s.with_cursor((0, 0, 0)))
    assert not person.window.isWindowModified()
    person.app.store.apply(lambda s: s.with_threshold(0.7))
    save(person, chosen)
    assert load_session(chosen).view.threshold == 0.7


def test_saving_elsewhere_leaves_the_first_as_it_was(
    person: Person, chosen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(person, chosen)
    before = chosen.read_bytes()
    other = tmp_path / "other"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    person.app.store.apply(lambda s: s.with_threshold(0.7))
    person.key(Key.Key_S, CTRL | SHIFT)
    person.wait(lambda: other.with_suffix(".segdiff").exists() and not person.window.isWindowModified())
    assert chosen.read_bytes() == before
    assert person.window.windowTitle() == "other[*] — segdiff"


def test_a_case_opened_while_saving_does_not_take_the_file_over(
    person: Person, chosen: Path, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, write = threading.Event(), sessions.save_session

    def slowly(*what: Any) -> None:
        may_go_on.wait(30)
        write(*what)

    monkeypatch.setattr(sessions, "save_session", slowly)
    person.key(Key.Key_S, CTRL)
    other = [Path(copy(files[name], chosen.parent / f"other_{files[name].name}")) for name in ("scan", "gt")]
    person.drop(*other)
    person.wait_for_case("other")
    may_go_on.set()
    person.wait(lambda: chosen.exists() and not person.app._sessions._saver.is_busy)
    assert person.window.windowTitle() == "other[*] — segdiff"
    assert person.app._sessions._path is None
    assert recents()[0].session == chosen


def test_the_files_are_known_by_what_they_hold(person: Person, chosen: Path) -> None:
    from segdiff.io import sha256_of

    save(person, chosen)
    written = json.loads(chosen.read_text("utf-8"))
    assert len(written["files"]) == 4
    for file in written["files"]:
        assert file["sha256"] == sha256_of(chosen.parent / file["path"])


class TestFilesThatAreNotWhatTheyWere:
    def test_a_changed_file_is_opened_only_when_allowed(
        self, person: Person, chosen: Path, files: dict[str, Path], open_window: OpenWindow
    ) -> None:
        save(person, chosen)
        files["eager"].write_bytes(files["cautious"].read_bytes())
        again = open_window(session=chosen)
        assert "eager.nii.gz has changed since the session was saved" in again.wait_for_message()
        assert again.state.case is None
        again.click("Open it anyway")
        again.wait_for_case()
        assert again.scores()["Dice"] == [".6857", ".6857"]

    def test_moved_files_are_located_together(
        self,
        person: Person,
        chosen: Path,
        files: dict[str, Path],
        open_window: OpenWindow,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        change_everything(person)
        before = seen(person)
        save(person, chosen)
        elsewhere = chosen.parent / "elsewhere"
        elsewhere.mkdir()
        for name in ("gt", "scan", "eager"):
            files[name].rename(elsewhere / files[name].name)
        again = open_window(session=chosen)
        assert "is no longer where it was" in again.wait_for_message()
        asked = files["scan"].name
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(elsewhere / asked), ""))
        again.click("Locate it…")
        again.wait_for_case()
        assert seen(again)[1:] == before[1:]
        assert again.state.case is not None
        assert again.state.case.truth is not None
        assert again.state.case.truth.path == elsewhere / "gt.nii.gz"

    def test_without_the_file_that_is_gone(
        self, person: Person, chosen: Path, files: dict[str, Path], open_window: OpenWindow
    ) -> None:
        save(person, chosen)
        files["eager"].unlink()
        again = open_window(session=chosen)
        assert "eager.nii.gz is no longer where it was" in again.wait_for_message()
        again.click("Open the others")
        again.wait_for_case()
        assert again.scores()["Dice"] == [".6857"]

    def test_a_damaged_session_leaves_what_is_on_screen(self, person: Person, tmp_path: Path) -> None:
        before = person.state
        bad = tmp_path / "bad.segdiff"
        bad.write_text('{"kind": "segdiff session", "format": 99}', "utf-8")
        person.drop(bad)
        assert "bad.segdiff was written by a newer segdiff" in person.wait_for_message()
        assert person.state is before


class TestClosing:
    @pytest.fixture
    def answers(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], list[str]]:
        """What a person answers when asked; and the names they were asked about."""

        def answer(with_what: Answer) -> list[str]:
            asked: list[str] = []

            def ask(_parent: object, name: str, _without_saving: str) -> Answer:
                asked.append(name)
                return with_what

            monkeypatch.setattr(sessions, "ask_to_save", ask)
            return asked

        return answer

    def test_nobody_is_asked_who_only_looked(self, person: Person, answers: Callable[[Answer], list[str]]) -> None:
        asked = answers(Answer.STAY)
        person.app.store.apply(lambda s: s.with_alpha(0.5))
        assert person.window.close()
        assert asked == []

    def test_a_verdict_is_not_lost_without_a_word(
        self, person: Person, chosen: Path, answers: Callable[[Answer], list[str]]
    ) -> None:
        asked = answers(Answer.SAVE)
        person.app.store.apply(lambda s: s.with_decision(Decision.REJECT))
        assert not person.window.close()
        assert asked == [""]
        person.wait(lambda: not person.window.isVisible())
        assert load_session(chosen).view.verdicts.given[0].decision is Decision.REJECT

    def test_a_session_opened_in_its_place_is_asked_about(
        self, person: Person, chosen: Path, answers: Callable[[Answer], list[str]], open_window: OpenWindow
    ) -> None:
        save(person, chosen)
        again = open_window(truth=chosen.with_name("gt.nii.gz"), predictions=(chosen.with_name("eager.nii.gz"),))
        again.wait_for_case()
        again.app.store.apply(lambda s: s.with_decision(Decision.REJECT).with_threshold(0.3))
        before, asked = again.state, answers(Answer.STAY)
        again.drop(chosen)
        again.wait_for_case()
        assert asked == [""]
        assert again.state is before
        answers(Answer.DISCARD)
        again.drop(chosen)
        again.wait(lambda: again.state.threshold == 0.5)
        assert again.state.verdicts.given == ()

    def test_a_session_is_saved_before_another_takes_its_place(
        self,
        person: Person,
        chosen: Path,
        answers: Callable[[Answer], list[str]],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        save(person, chosen)
        other = chosen.with_name("other.segdiff")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
        person.app.store.apply(lambda s: s.with_threshold(0.6))
        person.app._sessions.save_as()
        person.wait(lambda: other.exists() and not person.window.isWindowModified())
        person.app.store.apply(lambda s: s.with_threshold(0.7))
        asked = answers(Answer.SAVE)
        person.drop(chosen)
        person.wait(lambda: person.state.threshold == 0.5)
        assert asked == ["other.segdiff"]
        assert load_session(other).view.threshold == 0.7

    def test_a_save_that_failed_closes_no_window_later(
        self, person: Person, chosen: Path, answers: Callable[[Answer], list[str]]
    ) -> None:
        answers(Answer.SAVE)
        person.app.store.apply(lambda s: s.with_decision(Decision.REJECT))
        chosen.mkdir()
        assert not person.window.close()
        assert "lesions.segdiff" in person.wait_for_message()
        chosen.rmdir()
        save(person, chosen)
        assert person.window.isVisible()

    @pytest.mark.parametrize(("answer", "closes"), [(Answer.STAY, False), (Answer.DISCARD, True)])
    def test_a_changed_session(
        self,
        person: Person,
        chosen: Path,
        answers: Callable[[Answer], list[str]],
        answer: Answer,
        closes: bool,
    ) -> None:
        save(person, chosen)
        before = chosen.read_bytes()
        asked = answers(answer)
        person.app.store.apply(lambda s: s.with_threshold(0.6))
        assert person.window.close() is closes
        assert asked == ["lesions.segdiff"]
        assert chosen.read_bytes() == before
        answers(Answer.DISCARD)


class TestRecent:
    def titles(self, person: Person) -> dict[str, bool]:
        menu = person.window.top.recent.menu()
        menu.aboutToShow.emit()
        return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}

    def choose(self, person: Person, title: str) -> None:
        menu = person.window.top.recent.menu()
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == title).trigger()

    def test_files_and_sessions_are_offered_again(
        self, person: Person, chosen: Path, files: dict[str, Path], open_window: OpenWindow
    ) -> None:
        person.app.store.apply(lambda s: s.with_threshold(0.3))
        save(person, chosen)
        titles = self.titles(person)
        assert next(iter(titles)) == "lesions.segdiff"
        assert list(titles)[-1] == "Clear the list"
        assert len(titles) == 3
        again = open_window()
        self.choose(again, "lesions.segdiff")
        again.wait_for_case()
        assert again.state.threshold == 0.3
        third = open_window()
        self.choose(third, list(titles)[1])
        third.wait_for_case()
        assert third.scores()["Dice"] == [".7200", ".6857"]

    def test_what_is_gone_is_faint_and_the_list_can_be_cleared(
        self, person: Person, chosen: Path, files: dict[str, Path]
    ) -> None:
        save(person, chosen)
        chosen.unlink()
        assert self.titles(person)["lesions.segdiff"] is False
        self.choose(person, "Clear the list")
        assert recents() == []
        assert self.titles(person) == {"Nothing was opened yet": False, "Clear the list": False}
