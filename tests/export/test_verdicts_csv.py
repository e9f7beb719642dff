"""A table of verdicts over several cases."""

from __future__ import annotations

from pathlib import Path

from segdiff.data import Outcome
from segdiff.export.verdicts_csv import COLUMNS, verdicts_csv
from segdiff.session import Decision, RegionMark, Subject, Verdicts


def test_each_verdict_has_a_line_that_says_what_it_is_about(tmp_path: Path) -> None:
    one = Subject("a", tmp_path / "one" / "gt.nii", tmp_path / "one" / "a.nii")
    region = RegionMark(Outcome.FALSE_NEGATIVE, "core", (4, 0, 17))
    two = Subject("a", tmp_path / "two" / "gt.nii", tmp_path / "two" / "a.nii", region)
    given = Verdicts().with_decision(one, Decision.ACCEPT).with_comment(two, "left, behind").with_comment(one, "fine")
    assert verdicts_csv(given, tmp_path / "two").split("\r\n") == [
        ",".join(COLUMNS),
        "a,../one/a.nii,../one/gt.nii,,,,accept,fine",
        'a,a.nii,gt.nii,core,false negative,4 0 17,,"left, behind"',
        "",
    ]


def test_the_demo_has_no_files(tmp_path: Path) -> None:
    given = Verdicts().with_decision(Subject("eager"), Decision.FIX)
    assert verdicts_csv(given, tmp_path).split("\r\n")[1] == "eager,,,,,,fix,"
