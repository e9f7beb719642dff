"""A list, or a folder of several cases, opens its first case; buttons and keys go on to the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from segdiff.data import LabelChoice
from segdiff.gui.recent import recents
from segdiff.gui.widgets.steps import Steps
from segdiff.session import Decision, save_session
from tests.e2e.conftest import OpenWindow
from tests.e2e.files import write_case
from tests.e2e.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Three cases: "one" and "three" with two predictions, "two" with one. All have the same files."""
    files = {name: path.name for name, path in write_case(tmp_path).items()}
    lines = ["name,image,truth,prediction_soft,prediction_hard"]
    lines += [
        f"{name},{files['scan']},{files['gt']},{files['eager']},{files['labelled']}" for name in ("one", "two", "three")
    ]
    lines[2] = f"two,{files['scan']},{files['gt']},{files['cautious']},"
    path = tmp_path / "cases.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def position(person: Person) -> str:
    (steps,) = person.window.findChildren(Steps)
    return steps.text


def is_shown(person: Person, name: str) -> bool:
    return person.state.case is not None and person.state.case.name == name and person.app.pipeline.is_idle


def test_buttons_and_keys_go_through_the_list(open_window: OpenWindow, listed: Path) -> None:
    person = open_window(paths=(listed,)).wait_for_case("one")
    assert position(person) == "1 of 3"
    assert "one" in person.words(person.window.top)
    assert not person.button("Previous case").isEnabled()
    person.click("Next case")
    person.wait(lambda: is_shown(person, "two"))
    assert position(person) == "2 of 3"
    assert person.formula() == "12 divided by 12 + .30·3 + .70·8 equals .6486"
    person.key(Qt.Key.Key_PageDown, CONTROL)
    person.wait(lambda: is_shown(person, "three"))
    assert position(person) == "3 of 3"
    assert not person.button("Next case").isEnabled()
    person.key(Qt.Key.Key_PageUp, CONTROL)
    person.wait(lambda: is_shown(person, "two"))


def test_several_steps_at_once_arrive_at_the_last(open_window: OpenWindow, listed: Path) -> None:
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.key(Qt.Key.Key_PageDown, CONTROL)
    person.key(Qt.Key.Key_PageDown, CONTROL)
    person.wait(lambda: is_shown(person, "three"))
    assert position(person) == "3 of 3"


def test_a_case_that_was_cancelled_is_not_passed_over(open_window: OpenWindow, listed: Path) -> None:
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.key(Qt.Key.Key_PageDown, CONTROL)
    person.window.status.cancel_wished.emit()
    person.wait(lambda: person.app.pipeline.is_idle)
    assert is_shown(person, "one")
    person.key(Qt.Key.Key_PageDown, CONTROL)
    person.wait(lambda: person.app.pipeline.is_idle)
    assert is_shown(person, "two")


def test_the_next_case_takes_no_letters_as_a_comment(open_window: OpenWindow, listed: Path) -> None:
    """A comment, the next case without leaving the field, and a key that means something there."""
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.window.case.verdict.comment.setFocus()
    for key in "TWO":
        person.press(key)
    person.press("Ctrl+PgDown")
    person.wait(lambda: is_shown(person, "two"))
    person.press("B")
    assert person.state.overlay.blinks
    assert [one.comment for one in person.state.verdicts.given] == ["two"]


def test_what_was_chosen_by_hand_is_kept(open_window: OpenWindow, listed: Path) -> None:
    """Costs, threshold, label and the prediction of the same name; where to look begins anew."""
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.app.store.apply(
        lambda s: (
            s.with_alpha(0.45).with_threshold(0.3).with_prediction("hard").with_cursor((3, 4, 5)).with_window((1, 2))
        )
    )
    person.click("Next case")
    person.wait(lambda: is_shown(person, "two"))
    assert (person.state.alpha, person.state.threshold, person.state.prediction) == (0.45, 0.3, "soft")
    assert person.state.label == LabelChoice.single(1)
    assert person.state.cursor != (3, 4, 5)
    assert person.state.case is not None
    assert person.state.case.image is not None
    assert person.state.window == person.state.case.image.window


def test_a_case_that_cannot_be_opened_is_passed_over_by_one_press(open_window: OpenWindow, listed: Path) -> None:
    listed.write_text(listed.read_text().replace("two,scan.nii.gz", "two,gone.nii.gz"))
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.click("Next case")
    text = person.wait_for_message()
    assert "cases.csv, line 3" in text
    assert "gone.nii.gz" in text
    assert position(person) == "1 of 3"
    person.click("Go on to the next case")
    person.wait(lambda: is_shown(person, "three"))
    assert position(person) == "3 of 3"
    assert person.window.message.text == ""


def test_a_prediction_can_be_added_without_leaving_the_list(
    open_window: OpenWindow, listed: Path, tmp_path: Path
) -> None:
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.drop(tmp_path / "cautious.nii.gz")
    person.wait(lambda: person.state.case is not None and len(person.state.case.predictions) == 3)
    assert position(person) == "1 of 3"
    assert person.state.case is not None
    assert person.state.case.name == "one"


def test_a_folder_of_several_cases(open_window: OpenWindow, shared_data: Path) -> None:
    person = open_window()
    person.drop(shared_data / "hvsmr2d_heart_unet")
    person.wait(lambda: is_shown(person, "10000_79"))
    assert position(person) == "1 of 3"


def test_other_files_end_the_list(open_window: OpenWindow, listed: Path, tmp_path: Path) -> None:
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.drop(tmp_path / "scan.nii.gz", tmp_path / "gt.nii.gz")
    person.wait(lambda: person.state.case is not None and person.state.case.name != "one")
    assert position(person) == ""
    before = person.state
    person.key(Qt.Key.Key_PageDown, CONTROL)
    assert person.app.pipeline.is_idle
    assert person.state is before


def save(person: Person, path: Path) -> None:
    person.key(Qt.Key.Key_S, CONTROL)
    person.wait(lambda: path.exists() and not person.app._sessions.has_unsaved_work)


def test_one_session_keeps_the_place_in_the_list_and_the_verdicts_on_all_its_cases(
    open_window: OpenWindow, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved at the first case, and without a question again at the second; opened again it is the second of three."""
    asked: list[str] = []

    def answer(_parent: object, _title: str, suggested: str, _filter: str) -> tuple[str, str]:
        asked.append(suggested)
        return suggested, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    kept = tmp_path / "cases.segdiff"
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.app.store.apply(lambda s: s.with_decision(Decision.ACCEPT))
    save(person, kept)
    assert person.window.windowTitle() == "cases: one[*] — segdiff"
    person.click("Next case")
    person.wait(lambda: is_shown(person, "two"))
    assert person.window.isWindowModified()
    person.app.store.apply(lambda s: s.with_decision(Decision.FIX))
    save(person, kept)
    assert asked == [str(kept)]

    again = open_window(session=kept).wait_for_case("two")
    assert position(again) == "2 of 3"
    assert [one.decision for one in again.state.verdicts.given] == [Decision.ACCEPT, Decision.FIX]
    again.click("Next case")
    again.wait(lambda: is_shown(again, "three"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "cases.csv is no longer where it was. The case was opened without its list."),
        ("truth\ngt.nii.gz\n", "cases.csv no longer lists the case two. The case was opened without its list."),
    ],
)
def test_without_its_list_a_case_opens_alone_and_says_so(
    open_window: OpenWindow, listed: Path, tmp_path: Path, text: str | None, sentence: str
) -> None:
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.click("Next case")
    person.wait(lambda: is_shown(person, "two"))
    session = person.app._sessions.current()
    assert session is not None
    save_session(session, tmp_path / "cases.segdiff")
    listed.unlink() if text is None else listed.write_text(text)
    again = open_window(session=tmp_path / "cases.segdiff").wait_for_case()
    assert position(again) == ""
    assert sentence in again.window.message.text


def test_a_list_is_opened_last_at_the_case_where_a_person_was(open_window: OpenWindow, listed: Path) -> None:
    """It is in the list of what was opened once, and not case by case."""
    person = open_window(paths=(listed,)).wait_for_case("one")
    person.click("Next case")
    person.wait(lambda: is_shown(person, "two"))
    (recent,) = recents()
    assert recent.title == "cases.csv  ·  two"
    again = open_window()
    again.window.top.recent_wished.emit(recent)
    again.wait(lambda: is_shown(again, "two"))
    assert position(again) == "2 of 3"


def test_a_list_that_is_wrong_says_where(open_window: OpenWindow, tmp_path: Path) -> None:
    bad = tmp_path / "cases.csv"
    bad.write_text("truth,prediction\nt,p,q\n")
    person = open_window(paths=(bad,))
    assert person.wait_for_message().startswith("cases.csv, line 2 has 3 cells")
    assert person.window.welcome.isVisible()
