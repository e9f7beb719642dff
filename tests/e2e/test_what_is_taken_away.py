"""What a person takes away says what the window says: pictures, and scores as the command line computes them."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog

from segdiff.cli.commands import score
from segdiff.export.report import report_html
from segdiff.export.results import results_of_view
from segdiff.gui import exporting
from segdiff.io import sha256_of
from segdiff.session import Decision, Session, ViewState, save_session
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    predictions = (files["eager"], files["cautious"])
    person = open_window(image=files["scan"], truth=files["gt"], predictions=predictions).wait_for_case()
    person.app.store.apply(lambda s: s.with_lock(False).with_costs(0.25, 1.5).with_threshold(0.3))
    return person.wait_for_case()


def export(person: Person, entry: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Choose an entry of the menu and that file; its ending is added."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    menu = person.window.top.export.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == entry).trigger()
    person.wait(lambda: "is written." in person.window.message.text)
    (written,) = path.parent.glob(f"{path.name}.*")
    return written


@pytest.mark.parametrize("form", ["csv", "json"])
def test_scores_are_those_of_the_command_line(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    written = export(person, f"Scores as {form.upper()}…", tmp_path / "mine", monkeypatch).read_bytes().decode()
    session = person.app._sessions.current()
    assert isinstance(session, Session)
    save_session(session, tmp_path / "same.segdiff")
    output = tmp_path / "theirs"
    words = ["--session", str(tmp_path / "same.segdiff"), "--format", form, "--output", str(output)]
    assert score.run(words) == 0
    assert written == output.read_bytes().decode()
    if form == "json":
        assert json.loads(written)["parameters"]["beta"] == 1.5
    else:
        rows = list(csv.reader(io.StringIO(written)))
        assert len(rows) > 40


def test_verdicts_wait_for_the_first_one(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    menu, title = person.window.top.export.menu(), "Verdicts as CSV, with file names…"
    menu.aboutToShow.emit()
    assert not next(action for action in menu.actions() if action.text() == title).isEnabled()
    person.app.store.apply(lambda s: s.with_decision(Decision.REJECT).with_comment("thin"))
    (tmp_path / "tables").mkdir()
    written = export(person, title, tmp_path / "tables" / "verdicts", monkeypatch).read_bytes().decode()
    lines = written.split("\r\n")
    assert lines[0] == "prediction,prediction_file,truth_file,label,error,voxel,decision,comment"
    assert lines[1:] == ["eager,../eager.nii.gz,../gt.nii.gz,,,,reject,thin", ""]


def test_the_view_as_png(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = export(person, "View as PNG…", tmp_path / "view", monkeypatch)
    with Image.open(written) as picture:
        assert (picture.format, picture.size) == ("PNG", (2400, 1500))
        assert not picture.info, "nothing but the picture goes into the file"


def test_the_view_as_svg_has_outlines_legend_and_scale(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ET.parse(export(person, "View as SVG…", tmp_path / "view", monkeypatch)).getroot()
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"false positive, cost 0.25", "false negative, cost 1.50", "true positive", "A", "R"} <= set(words)
    assert any(str(word).endswith(" mm") for word in words)
    outlines = [path for path in root.iter(f"{SVG}path") if path.get("vector-effect") == "non-scaling-stroke"]
    assert len(outlines) >= 3
    assert all(
        image.get("{http://www.w3.org/1999/xlink}href", "").startswith("data:image/png;base64,")
        for image in root.iter(f"{SVG}image")
    )


@pytest.mark.parametrize("names", [False, True])
def test_the_report_names_files_only_when_asked(
    person: Person, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: bool
) -> None:
    person.app.store.apply(lambda s: s.with_decision(Decision.FIX).with_comment("left <border>"))
    entry = "Report as HTML, with file names…" if names else "Report as HTML…"
    page = export(person, entry, tmp_path / "report", monkeypatch).read_text("utf-8")
    assert [name in page for name in ("gt.nii.gz", "eager.nii.gz", "scan.nii.gz")] == [names] * 3
    assert ("eager" in page) is names
    for text in (sha256_of(files["gt"]), sha256_of(files["eager"]), "0.7692", "left &lt;border&gt;", "fix"):
        assert text in page
    assert "alpha 0.25; beta 1.5" in page
    assert "probabilities cut at 0.3" in page
    assert page.count("data:image/png;base64,") == 1
    assert "http" not in page


def test_the_report_as_pdf_is_one_page(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = export(person, "Report as PDF…", tmp_path / "report", monkeypatch).read_bytes()
    assert written.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 1
    assert b"eager" not in written


def test_names_of_scores_stay_whole_on_a_page_of_a_dozen_predictions(person: Person) -> None:
    case = person.state.case
    assert case is not None
    many = tuple(replace(case.predictions[0], name=f"model {number}") for number in range(12))
    state = ViewState().with_case(replace(case, predictions=many))
    page = QTextDocument()
    page.setHtml(report_html(results_of_view(state, "cpu"), state))
    page.setTextWidth(1000)
    assert page.size().width() == 1000, "laid out"
    block, lines = page.begin(), {}
    while block.isValid():
        lines[block.text().replace("\N{NO-BREAK SPACE}", " ")] = block.layout().lineCount()
        block = block.next()
    for name in ("Invented (FP)", "Focal Tversky loss", "Generalised Dice loss"):
        assert lines[name] == 1, name


def test_a_file_that_cannot_be_written_is_a_sentence(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "gone" / "view.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    menu = person.window.top.export.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "View as PNG…").trigger()
    assert "view.png could not be written" in person.wait_for_message()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Whatever is exported waits for this."""
    may_go_on, make = threading.Event(), exporting._content

    def slowly(*what: Any) -> bytes:
        assert may_go_on.wait(30)
        return make(*what)

    monkeypatch.setattr(exporting, "_content", slowly)
    return may_go_on


def test_whatever_was_asked_for_is_written_however_quickly(
    person: Person, tmp_path: Path, held: threading.Event
) -> None:
    for form in (exporting.Form.JSON, exporting.Form.CSV, exporting.Form.SVG):
        person.app._exporting.write(form, tmp_path / f"mine{form.suffix}")
    held.set()
    person.wait(lambda: person.window.message.text == "mine.svg is written.")
    assert {path.suffix for path in tmp_path.glob("mine.*")} == {".json", ".csv", ".svg"}


def test_what_was_cancelled_is_not_written(person: Person, tmp_path: Path, held: threading.Event) -> None:
    for form in (exporting.Form.JSON, exporting.Form.CSV):
        person.app._exporting.write(form, tmp_path / f"mine{form.suffix}")
    person.click("Cancel")
    held.set()
    person.app._exporting.write(exporting.Form.SVG, tmp_path / "mine.svg")
    person.wait(lambda: person.window.message.text == "mine.svg is written.")
    assert {path.suffix for path in tmp_path.glob("mine.*")} == {".svg"}
