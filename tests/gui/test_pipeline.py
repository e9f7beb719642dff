"""What is read and measured, in which order, and what is not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Comparison, LabelChoice
from segdiff.errors import FileProblem
from segdiff.evidence import Confusion, Device, Evidence
from segdiff.gui import pipeline as module
from segdiff.gui.latest import Ticket
from segdiff.gui.pipeline import Pipeline
from segdiff.session import ViewState
from tests.gui.cases import case_of, cautious, eager, labelled, several_labels, state_of

WAIT = 10.0
ONE = LabelChoice.single(1)


@dataclass
class Meter:
    """Stands in for measuring: notes what is asked for, and answers when the test lets it."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    may_go_on: threading.Event = field(default_factory=threading.Event)
    answer: Callable[[Comparison], Any] = lambda _comparison: (Device("cpu"), evidence())

    def __call__(self, case: Case, comparison: Comparison, wish: str, ticket: Ticket) -> object:
        self.asked.append((comparison.prediction, comparison.label.name))
        assert self.may_go_on.wait(WAIT)
        return self.answer(comparison)


def evidence(tp: int = 3, notice: str = "") -> Evidence:
    made = Evidence.of_confusion(Confusion.of_counts(tp, 2, 1, 10))
    return Evidence(made.confusion, made.sums, made.histogram, notice=notice)


@pytest.fixture
def meter(monkeypatch: pytest.MonkeyPatch) -> Meter:
    made = Meter()
    made.may_go_on.set()
    monkeypatch.setattr(module, "_measure", made)
    return made


@pytest.fixture
def pipeline(qtbot: QtBot) -> Iterator[Pipeline]:
    made = Pipeline("cpu")
    made.go_ahead()
    yield made
    made.shut_down()


@pytest.fixture
def settle(pipeline: Pipeline, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: pipeline.is_idle, timeout=int(WAIT * 1000))


@pytest.fixture
def begun(meter: Meter, qtbot: QtBot) -> Callable[[int], None]:
    """Wait until so many measurings have begun."""
    return lambda count: qtbot.waitUntil(lambda: len(meter.asked) == count, timeout=int(WAIT * 1000))


def told(signal: Any) -> list[object]:
    """What a signal carries, from now on."""
    heard: list[object] = []
    signal.connect(lambda *carried: heard.append(carried[0] if carried else None))
    return heard


def test_the_chosen_label_of_every_prediction_comes_first(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None]
) -> None:
    case = several_labels()
    second = case.with_prediction(eager())
    state = ViewState().with_case(second).with_label(LabelChoice.single(2)).with_prediction("eager")
    pipeline.want(state)
    settle()
    assert meter.asked == [
        ("eager", "2"), ("labelled", "2"),
        ("eager", "1"), ("eager", "background"), ("labelled", "1"), ("labelled", "background"),
    ]  # fmt: skip


def test_a_single_label_needs_no_background(pipeline: Pipeline, meter: Meter, settle: Callable[[], None]) -> None:
    pipeline.want(state_of(eager(), labelled()))
    settle()
    assert meter.asked == [("eager", "1"), ("labelled", "1")]


def test_alpha_beta_and_threshold_submit_nothing(pipeline: Pipeline, meter: Meter, settle: Callable[[], None]) -> None:
    state = state_of(eager())
    pipeline.want(state)
    settle()
    idle = told(pipeline.idle)
    for moved in (state.with_alpha(0.9), state.with_beta(0.1), state.with_threshold(0.7), state.with_cursor((1, 2, 3))):
        pipeline.want(moved)
    assert pipeline.is_idle
    assert meter.asked == [("eager", "1")]
    assert idle == []


def test_nothing_is_measured_without_a_truth_or_a_prediction(pipeline: Pipeline, meter: Meter) -> None:
    idle = told(pipeline.idle)
    pipeline.want(state_of(eager(), truth=False))
    pipeline.want(state_of())
    assert pipeline.is_idle
    assert meter.asked == []
    assert len(idle) == 2


def test_idle_is_told_once_when_all_is_measured(pipeline: Pipeline, meter: Meter, settle: Callable[[], None]) -> None:
    idle, measured = told(pipeline.idle), told(pipeline.measured)
    assert pipeline.is_idle
    pipeline.want(state_of(eager(), cautious(), labelled()))
    assert not pipeline.is_idle
    assert pipeline.is_measuring
    settle()
    assert len(measured) == 3
    assert len(idle) == 1
    assert not pipeline.is_measuring


def test_another_case_forgets_what_was_measured(pipeline: Pipeline, meter: Meter, settle: Callable[[], None]) -> None:
    pipeline.want(state_of(eager()))
    settle()
    assert pipeline.evidence(Comparison("eager", ONE)) is not None
    meter.may_go_on.clear()
    pipeline.want(state_of(eager()))
    assert pipeline.evidence(Comparison("eager", ONE)) is None
    meter.may_go_on.set()
    settle()
    assert meter.asked == [("eager", "1")] * 2


def test_taking_a_prediction_out_measures_nothing_again(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None]
) -> None:
    state = state_of(eager(), cautious())
    pipeline.want(state)
    settle()
    kept = pipeline.evidence(Comparison("cautious", ONE))
    pipeline.want(state.without_prediction("eager"))
    assert pipeline.is_idle
    assert kept is not None
    assert pipeline.evidence(Comparison("cautious", ONE)) is kept
    assert pipeline.evidence(Comparison("eager", ONE)) is None
    assert len(meter.asked) == 2


def test_the_answer_of_an_earlier_case_is_dropped(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None], begun: Callable[[int], None]
) -> None:
    answers = {1: evidence(tp=1), 2: evidence(tp=2)}
    meter.answer = lambda _comparison: (Device("cpu"), answers[len(meter.asked)])
    meter.may_go_on.clear()
    pipeline.want(state_of(eager()))
    begun(1)
    pipeline.want(state_of(eager()))
    meter.may_go_on.set()
    settle()
    found = pipeline.evidence(Comparison("eager", ONE))
    assert found is answers[2]


def test_looking_at_another_prediction_does_not_interrupt_what_is_needed_anyway(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None], begun: Callable[[int], None]
) -> None:
    meter.may_go_on.clear()
    state = state_of(eager(), cautious(), labelled())
    pipeline.want(state)
    begun(1)
    pipeline.want(state.with_prediction("labelled"))
    meter.may_go_on.set()
    settle()
    assert meter.asked == [("eager", "1"), ("labelled", "1"), ("cautious", "1")]


def test_cancelling_leaves_the_rest_until_something_else_is_looked_at(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None], begun: Callable[[int], None]
) -> None:
    meter.may_go_on.clear()
    state = state_of(eager(), cautious())
    pipeline.want(state)
    begun(1)
    pipeline.cancel()
    meter.may_go_on.set()
    settle()
    assert pipeline.evidence(Comparison("eager", ONE)) is None
    pipeline.want(state.with_alpha(0.5))
    assert pipeline.is_idle
    assert not pipeline.is_measuring
    pipeline.want(state.with_prediction("cautious"))
    settle()
    assert meter.asked == [("eager", "1"), ("cautious", "1"), ("eager", "1")]


def test_cancelling_a_reading_lets_the_measuring_go_on(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None], begun: Callable[[int], None]
) -> None:
    meter.may_go_on.clear()
    read, reading, may_end = told(pipeline.case_read), threading.Event(), threading.Event()

    def work(ticket: Ticket) -> str:
        reading.set()
        assert may_end.wait(WAIT)
        return f"stale: {ticket.is_stale()}"

    pipeline.want(state_of(eager()))
    begun(1)
    pipeline.read(work)
    assert reading.wait(WAIT)
    pipeline.cancel()
    may_end.set()
    meter.may_go_on.set()
    settle()
    assert read == []
    assert pipeline.evidence(Comparison("eager", ONE)) is not None


def test_what_was_read_is_passed_on(pipeline: Pipeline, settle: Callable[[], None]) -> None:
    read, case = told(pipeline.case_read), case_of(eager())
    pipeline.read(lambda _ticket: case)
    assert not pipeline.is_idle
    settle()
    assert read == [case]


def test_a_failed_reading_does_not_stop_the_measuring(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None], begun: Callable[[int], None]
) -> None:
    meter.may_go_on.clear()
    problem, not_read = FileProblem("a.nii is not a NIfTI file."), told(pipeline.not_read)

    def fail(_ticket: Ticket) -> object:
        raise problem

    pipeline.want(state_of(eager(), cautious()))
    begun(1)
    pipeline.read(fail)
    meter.may_go_on.set()
    settle()
    assert not_read == [problem]
    assert len(meter.asked) == 2
    assert pipeline.evidence(Comparison("cautious", ONE)) is not None


def test_a_failed_measuring_is_told_once_and_not_tried_again_at_each_move(
    pipeline: Pipeline, meter: Meter, settle: Callable[[], None]
) -> None:
    not_measured = told(pipeline.not_measured)

    def fail(_comparison: Comparison) -> object:
        raise ValueError("broken")

    meter.answer = fail
    state = state_of(eager(), cautious())
    pipeline.want(state)
    settle()
    pipeline.want(state.with_alpha(0.8))
    assert pipeline.is_idle
    assert [str(problem) for problem in not_measured] == ["broken"]
    assert meter.asked == [("eager", "1")]


def test_a_notice_is_told_once_for_a_case(pipeline: Pipeline, meter: Meter, settle: Callable[[], None]) -> None:
    noticed = told(pipeline.noticed)
    notes = {"eager": "Out of memory.", "cautious": "Out of memory."}
    meter.answer = lambda comparison: (Device("cpu", "No GPU."), evidence(notice=notes[comparison.prediction]))
    pipeline.want(state_of(eager(), cautious()))
    settle()
    assert sorted(map(str, noticed)) == ["No GPU.", "Out of memory."]
    pipeline.want(state_of(eager(), cautious()))
    settle()
    assert len(noticed) == 4


@pytest.mark.parametrize(
    ("threshold", "counts"), [(0.5, (18, 12, 2, 88)), (0.3, (20, 12, 0, 88)), (0.7, (18, 0, 2, 100))]
)
def test_evidence_follows_the_threshold(
    pipeline: Pipeline, settle: Callable[[], None], threshold: float, counts: tuple[int, ...]
) -> None:
    """Measured for real, once, and looked up at any threshold."""
    state = state_of(eager(), labelled())
    pipeline.want(state)
    settle()
    found = pipeline.evidence(Comparison("eager", ONE, threshold))
    assert found is not None
    assert found.confusion.counts == counts
    hard = pipeline.evidence(Comparison("labelled", ONE))
    assert hard is not None
    assert hard.confusion.counts == (16, 5, 4, 95)
    assert pipeline.device == Device("cpu")


def test_progress_names_the_prediction(pipeline: Pipeline, settle: Callable[[], None]) -> None:
    progressed: list[tuple[str, float]] = []
    pipeline.progressed.connect(lambda text, fraction: progressed.append((text, fraction)))
    pipeline.want(state_of(cautious()))
    settle()
    assert {text for text, _ in progressed} == {"Measuring cautious"}
    assert all(0.0 <= fraction <= 1.0 for _, fraction in progressed)


def test_measuring_waits_for_the_first_picture(
    qtbot: QtBot, meter: Meter, begun: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that importing torch cannot hold it up."""
    monkeypatch.setattr(module, "PATIENCE_S", WAIT)
    pipeline = Pipeline("cpu")
    pipeline.want(state_of(eager()))
    qtbot.waitUntil(lambda: pipeline._measurer.is_busy)
    assert meter.asked == []
    pipeline.go_ahead()
    begun(1)
    pipeline.shut_down()


def test_a_window_that_is_never_painted_is_waited_for_only_once(
    qtbot: QtBot, meter: Meter, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    pipeline = Pipeline("cpu")
    wait = pipeline._picture.wait
    monkeypatch.setattr(module, "PATIENCE_S", 0.001)
    monkeypatch.setattr(pipeline._picture, "wait", lambda seconds: (waits.append(wait(seconds)), waits[-1])[1])
    pipeline.want(state_of(eager(), cautious()))
    qtbot.waitUntil(lambda: pipeline.is_idle, timeout=int(WAIT * 1000))
    assert waits == [False, True]
    pipeline.shut_down()
