"""What a refusal leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdiff.errors import FileProblem, GeometryMismatch
from segdiff.gui.opening import Permission, Reading, Role, read_demo
from segdiff.gui.remedies import remedies_for
from segdiff.io import CaseRequest

REFUSED = Reading(CaseRequest(truth=Path("gt.nii")), (Path("a.nii"),), Role.PREDICTION)


@pytest.mark.parametrize(
    ("problem", "permissions"),
    [
        (GeometryMismatch("a differs from b", "try this", can_resample=True), [Permission.RESAMPLE]),
        (GeometryMismatch("a differs from b", "try this", can_assume=True), [Permission.ASSUME]),
        (
            GeometryMismatch("a differs from b", "try this", can_resample=True, can_assume=True),
            [Permission.RESAMPLE, Permission.ASSUME],
        ),
        (GeometryMismatch("a differs from b", "try this"), []),
        (FileProblem("a is damaged."), []),
        (ZeroDivisionError(), []),
    ],
)
def test_what_may_be_done(problem: Exception, permissions: list[Permission]) -> None:
    remedies = remedies_for(problem, REFUSED)
    assert [remedy.work for remedy in remedies] == [REFUSED.allowing(permission) for permission in permissions]
    assert all(remedy.tip.endswith(".") for remedy in remedies)


def test_what_was_not_read_from_files_has_no_remedy() -> None:
    problem = GeometryMismatch("a differs from b", "try this", can_resample=True)
    assert remedies_for(problem, read_demo) == remedies_for(problem, None) == ()
