"""One job runs, one waits, the newest wins."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from segdiff.errors import Cancelled
from segdiff.gui.latest import LatestTask, Ticket

WAIT = 10.0
"""Seconds after which a test gives up waiting for a thread."""


class Job:
    """Work that says when it has begun and ends when it is told to."""

    def __init__(self, answer: object = "answer") -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.ticket: Ticket | None = None
        self._answer = answer

    def __call__(self, ticket: Ticket) -> object:
        self.ticket = ticket
        self.begun.set()
        assert self.may_end.wait(WAIT)
        if isinstance(self._answer, BaseException):
            raise self._answer
        return self._answer

    def is_stale(self) -> bool:
        assert self.ticket is not None
        return self.ticket.is_stale()


class Heard:
    """Everything a task has told."""

    def __init__(self, task: LatestTask) -> None:
        self.finished: list[tuple[object, object]] = []
        self.failed: list[tuple[object, object]] = []
        self.progressed: list[tuple[str, float]] = []
        task.finished.connect(lambda key, result: self.finished.append((key, result)))
        task.failed.connect(lambda key, problem: self.failed.append((key, problem)))
        task.progressed.connect(lambda text, fraction: self.progressed.append((text, fraction)))


@pytest.fixture
def task(qtbot: QtBot) -> Iterator[LatestTask]:
    made = LatestTask("test")
    yield made
    made.shut_down()


@pytest.fixture
def settle(task: LatestTask, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing runs or waits."""
    return lambda: qtbot.waitUntil(lambda: not task.is_busy, timeout=int(WAIT * 1000))


def test_a_result_is_told_with_its_key(task: LatestTask, settle: Callable[[], None]) -> None:
    heard, threads = Heard(task), []
    task.finished.connect(lambda *_: threads.append(threading.current_thread()))
    task.submit("key", lambda _ticket: 6 * 7)
    settle()
    assert heard.finished == [("key", 42)]
    assert threads == [threading.current_thread()]


def test_one_runs_one_waits_and_the_newest_takes_the_waiting_place(
    task: LatestTask, settle: Callable[[], None]
) -> None:
    heard, first, ran = Heard(task), Job(), []
    task.submit(1, first)
    assert first.begun.wait(WAIT)
    for number in (2, 3, 4):
        task.submit(number, lambda ticket: ran.append(ticket.key))
    first.may_end.set()
    settle()
    assert ran == [4]
    assert heard.finished == [(4, None)]


def test_a_running_job_learns_that_it_is_stale_and_its_answer_is_dropped(
    task: LatestTask, settle: Callable[[], None]
) -> None:
    heard, first = Heard(task), Job()
    task.submit("old", first)
    assert first.begun.wait(WAIT)
    assert not first.is_stale()
    assert task.running_key == "old"
    task.submit("new", lambda _ticket: "new answer")
    assert first.is_stale()
    assert task.running_key is None
    first.may_end.set()
    settle()
    assert heard.finished == [("new", "new answer")]


def test_giving_up_is_silent(task: LatestTask, settle: Callable[[], None]) -> None:
    heard, job = Heard(task), Job(Cancelled())
    task.submit("key", job)
    assert job.begun.wait(WAIT)
    task.cancel()
    assert job.is_stale()
    job.may_end.set()
    settle()
    assert heard.finished == heard.failed == []


def test_cancelling_forgets_what_waits(task: LatestTask, settle: Callable[[], None]) -> None:
    heard, running, ran = Heard(task), Job(), []
    task.submit("running", running)
    task.submit("waiting", lambda ticket: ran.append(ticket.key))
    task.cancel()
    running.may_end.set()
    settle()
    assert ran == []
    assert heard.finished == []


def test_a_failure_is_told(task: LatestTask, settle: Callable[[], None]) -> None:
    heard, problem = Heard(task), ValueError("broken")
    job = Job(problem)
    job.may_end.set()
    task.submit("key", job)
    settle()
    assert heard.failed == [("key", problem)]


def test_a_failure_nobody_waits_for_is_not_told(task: LatestTask, settle: Callable[[], None]) -> None:
    heard, job = Heard(task), Job(ValueError("broken"))
    task.submit("old", job)
    assert job.begun.wait(WAIT)
    task.submit("new", lambda _ticket: 1)
    job.may_end.set()
    settle()
    assert heard.failed == []
    assert heard.finished == [("new", 1)]


def test_progress_is_told_in_order_and_not_once_given_up(task: LatestTask, settle: Callable[[], None]) -> None:
    """What was said just before a job was given up is dropped too, or "Measuring…" would stay on screen."""
    heard, job = Heard(task), Job()

    def talkative(ticket: Ticket) -> object:
        ticket.progress("half", 0.5)
        return job(ticket)

    task.submit("key", talkative)
    assert job.begun.wait(WAIT)
    task.cancel()
    assert job.ticket is not None
    job.ticket.progress("late", 0.9)
    job.may_end.set()
    settle()
    assert heard.progressed == []
    task.submit("again", lambda ticket: [ticket.progress("a", 0.25), ticket.progress("b", 0.75)])
    settle()
    assert heard.progressed == [("a", 0.25), ("b", 0.75)]


def test_shutting_down_waits_for_the_thread_to_end(qtbot: QtBot) -> None:
    task, job = LatestTask("test"), Job()
    heard = Heard(task)
    task.submit("key", job)
    assert job.begun.wait(WAIT)
    opener = threading.Timer(0.0, job.may_end.set)
    opener.start()
    task.shut_down()
    assert job.is_stale()
    assert not any(thread.name.startswith("segdiff-test") for thread in threading.enumerate())
    qtbot.waitUntil(lambda: not task.is_busy)
    assert heard.finished == []
