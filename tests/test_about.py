"""Which segdiff this is, in a checkout and in an installed program."""

import json
from pathlib import Path

import pytest

import segdiff
from segdiff import about, paths


def test_sources_know_their_version_and_no_build() -> None:
    assert about.this_build() == about.Build(segdiff.__version__)
    assert about.this_build().in_words == segdiff.__version__
    assert about.components() == ()


def test_an_installed_program_knows_commit_day_and_licences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "segdiff-resources.txt").touch()
    facts = {"version": "1.2.3", "commit": "0123456789ab", "date": "2026-02-03"}
    (tmp_path / "build.json").write_text(json.dumps(facts))
    (tmp_path / "licences").mkdir()
    listed = {"name": "Qt", "version": "6", "licence": "LGPL-3.0", "homepage": "https://qt.io", "texts": ["LGPL.txt"]}
    (tmp_path / "licences" / "licences.json").write_text(json.dumps([listed]))
    monkeypatch.setattr(paths, "_PLACES", (tmp_path,))
    assert about.this_build().in_words == "1.2.3, built on 2026-02-03 from 0123456789ab"
    (component,) = about.components()
    assert (component.name, component.licence) == ("Qt", "LGPL-3.0")
    assert component.texts == (tmp_path / "licences" / "LGPL.txt",)
