"""Slow work off the window's thread, newest first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from segdiff.errors import Cancelled

Work = Callable[["Ticket"], Any]
"""A function of frozen values that never touches Qt; it asks its ticket whether the answer is still wanted."""


class Ticket:
    """What a running job knows of the world: whether it is still wanted, and whom to tell how far it has come."""

    def __init__(self, key: Hashable, tell: Callable[[Ticket, str, float], None]) -> None:
        self.key = key
        self._stale = threading.Event()
        self._tell = tell

    def is_stale(self) -> bool:
        """Whether a newer request has made this one pointless."""
        return self._stale.is_set()

    def withdraw(self) -> None:
        """Nobody waits for the answer any more."""
        self._stale.set()

    def progress(self, text: str, fraction: float) -> None:
        """Say how far the work has come, from 0 to 1."""
        if not self.is_stale():
            self._tell(self, text, fraction)


class LatestTask(QObject):
    """One job runs, one waits; a newer request takes the waiting one's place, and a stale answer is dropped.

    ``finished`` carries the key and the result, ``failed`` the key and the exception, ``progressed`` a text and a
    share; all arrive on the thread that made this object, and nothing more arrives of a job that was given up.
    """

    finished = Signal(object, object)
    failed = Signal(object, object)
    progressed = Signal(str, float)
    _told = Signal(object, str, float)
    _ended = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"segdiff-{name}")
        self._running: Ticket | None = None
        self._waiting: tuple[Ticket, Work] | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether anything runs or waits."""
        return self._running is not None

    @property
    def running_key(self) -> Hashable | None:
        """Key of the job whose answer will be told, if it is still wanted."""
        return None if self._running is None or self._running.is_stale() else self._running.key

    def submit(self, key: Hashable, work: Work) -> None:
        """Do ``work`` as soon as the job that runs gives up; whatever waited is forgotten."""
        ticket = Ticket(key, self._told.emit)
        if self._running is None:
            self._start(ticket, work)
        else:
            self._running.withdraw()
            self._waiting = (ticket, work)

    def cancel(self) -> None:
        """Give up what runs and forget what waits."""
        self._waiting = None
        if self._running is not None:
            self._running.withdraw()

    def shut_down(self) -> None:
        """Give up and let the thread end; for when the window closes."""
        self.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self, ticket: Ticket, work: Work) -> None:
        self._running = ticket
        self._pool.submit(self._run, ticket, work)

    def _run(self, ticket: Ticket, work: Work) -> None:
        """In the worker: run, and tell the other thread by a signal."""
        try:
            self._ended.emit(ticket, work(ticket), None)
        except BaseException as problem:  # noqa: BLE001  every failure has to reach the window's thread
            self._ended.emit(ticket, None, problem)

    def _on_told(self, ticket: Ticket, text: str, fraction: float) -> None:
        if not ticket.is_stale():
            self.progressed.emit(text, fraction)

    def _on_ended(self, ticket: Ticket, result: object, problem: BaseException | None) -> None:
        self._running = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(*waiting)
        if ticket.is_stale() or isinstance(problem, Cancelled):
            return
        if problem is not None:
            self.failed.emit(ticket.key, problem)
        else:
            self.finished.emit(ticket.key, result)
