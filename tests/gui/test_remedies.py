"""What a refusal leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdiff.errors import Choice, ChoiceNeeded, FileProblem, GeometryMismatch
from segdiff.gui.opening import Permission, Reading, Role, read_demo
from segdiff.gui.remedies import remedies_for
from segdiff.io import CaseRequest, PredictionRequest

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


class TestParts:
    """a.npz holds an array "gt" and an array "pred"."""

    PROBLEM = ChoiceNeeded(
        Path("a.npz"), "a.npz holds 2 arrays", (Choice("gt", "gt, 3 × 4"), Choice("pred", "pred, 3 × 4"))
    )

    def remedies(self, refused: Reading) -> dict[str, object]:
        found = remedies_for(self.PROBLEM, refused)
        assert {remedy.verb for remedy in found} == {"Open it"}
        return {remedy.title: remedy.work for remedy in found}

    def test_one_of_them_or_all(self) -> None:
        refused = Reading(CaseRequest(), (Path("scan.nii"), Path("a.npz")))
        gt, pred = Path("a.npz#gt"), Path("a.npz#pred")
        assert self.remedies(refused) == {
            "gt, 3 × 4": Reading(CaseRequest(), (Path("scan.nii"), gt)),
            "pred, 3 × 4": Reading(CaseRequest(), (Path("scan.nii"), pred)),
            "all of them": Reading(CaseRequest(), (Path("scan.nii"), gt, pred)),
        }

    def test_a_role_for_one_file_takes_one(self) -> None:
        refused = Reading(CaseRequest(), (Path("a.npz"),), Role.TRUTH)
        assert list(self.remedies(refused)) == ["gt, 3 × 4", "pred, 3 × 4"]

    def test_a_file_in_two_roles_is_asked_about_twice(self) -> None:
        """Truths are read before predictions, so the first question is about the truth."""
        both = CaseRequest(truth=Path("a.npz"), predictions=(PredictionRequest(Path("a.npz"), name="mine"),))
        first = self.remedies(Reading(both))["gt, 3 × 4"]
        assert isinstance(first, Reading)
        assert first.opened == CaseRequest(truth=Path("a.npz#gt"), predictions=both.predictions)
        second = self.remedies(first)["pred, 3 × 4"]
        assert isinstance(second, Reading)
        assert second.opened.truth == Path("a.npz#gt")
        assert second.opened.predictions == (PredictionRequest(Path("a.npz#pred"), name="mine"),)
