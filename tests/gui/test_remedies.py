"""What a refusal leaves open."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.data import Activation, ReadingChoices
from segdiff.errors import (
    ActivationNeeded,
    ChannelsNeeded,
    Choice,
    ChoiceNeeded,
    FileProblem,
    GeometryMismatch,
    SegdiffError,
    SoftTruth,
)
from segdiff.gui.latest import Ticket
from segdiff.gui.opening import Permission, Reading, Role, read_demo
from segdiff.gui.remedies import remedies_for
from segdiff.io import AsChosen, CaseRequest, PredictionRequest, ReadThrough

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


class TestQuestionsAboutValues:
    """Each answer is a button, and keeps what was answered before."""

    def titles(self, problem: Exception) -> dict[str, object]:
        return {remedy.title: remedy.work for remedy in remedies_for(problem, REFUSED)}

    @pytest.mark.parametrize(
        ("channels", "offered"),
        [
            (1, {"Apply a sigmoid": Activation.SIGMOID}),
            (3, {"Apply a softmax": Activation.SOFTMAX, "Apply a sigmoid": Activation.SIGMOID}),
        ],
    )
    def test_logits(self, channels: int, offered: dict[str, Activation]) -> None:
        path = Path("a.nii")
        assert self.titles(ActivationNeeded("a holds logits", "do this", path, channels)) == {
            title: REFUSED.answering(ReadThrough(path, how)) for title, how in offered.items()
        }

    def test_channels_that_overlap(self) -> None:
        path = Path("a.nii")
        assert self.titles(ChannelsNeeded("a has 3 channels", "do this", path, 3)) == {
            "They are labels 1 to 3": REFUSED.answering(ReadThrough(path, channels=("1", "2", "3"))),
            "The first is the background": REFUSED.answering(ReadThrough(path, channels=("0", "1", "2"))),
        }

    def test_a_soft_truth(self) -> None:
        assert self.titles(SoftTruth("gt is soft", "do this")) == {
            "Cut it at 0.5": REFUSED.answering(AsChosen(ReadingChoices(threshold_truth=0.5)))
        }

    def test_one_answer_after_another_reaches_the_file(self, tmp_path: Path) -> None:
        """Logits of two channels: after a sigmoid they do not add up to one, so the channels are asked about."""
        np.save(tmp_path / "gt.npy", np.eye(3, 4, dtype=np.uint8))
        np.save(tmp_path / "net.npy", np.linspace(-8, 8, 24, dtype=np.float32).reshape(2, 3, 4))
        work: object = Reading(CaseRequest(truth=tmp_path / "gt.npy"), (tmp_path / "net.npy",), Role.PREDICTION)
        for title in ("Apply a sigmoid", "They are labels 1 to 2"):
            assert isinstance(work, Reading)
            with pytest.raises(SegdiffError) as found:
                work(Ticket("read", lambda *_: None))
            work = next(remedy.work for remedy in remedies_for(found.value, work) if remedy.title == title)
        assert isinstance(work, Reading)
        (prediction,) = work(Ticket("read", lambda *_: None)).case.predictions
        assert prediction.activation is Activation.SIGMOID
        assert prediction.content.labels == (1, 2)
