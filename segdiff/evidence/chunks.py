"""Going once over a volume, a cache-sized piece at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Barrier, Lock
from typing import Final, TypeVar

import torch

from segdiff.errors import Cancelled

Partial = TypeVar("Partial")

MOST_WORKERS: Final = 8
"""More would only wait, for the interpreter and for the memory, and each takes room of its own."""

_starting = Lock()
"""Held while torch's number of threads is not its own."""


@dataclass(frozen=True)
class Watch:
    """Who is waiting: asked before each piece whether anyone still is, and told how far the measurement has come."""

    is_stale: Callable[[], bool] = lambda: False
    progress: Callable[[float], None] = lambda _fraction: None

    def part(self, number: int, of: int) -> Watch:
        """The watch of one of several measurements in a row, ``number`` counting from 0."""
        return replace(self, progress=lambda fraction: self.progress((number + fraction) / of))


def watched_chunks(
    voxels: int, chunk: int, watch: Watch, worker: int = 0, workers: int = 1
) -> Iterator[tuple[int, int]]:
    """``(start, stop)`` of every piece of ``voxels``, or of every one that falls to this worker.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    for start in range(worker * chunk, voxels, workers * chunk):
        if watch.is_stale():
            raise Cancelled
        if worker == 0:
            watch.progress(start / voxels)
        yield start, min(voxels, start + chunk)


def most_workers() -> int:
    """How many threads a large volume is shared among."""
    return max(1, min(os.cpu_count() or 1, MOST_WORKERS))


def share_chunks(
    voxels: int, chunk: int, watch: Watch, work: Callable[[Iterator[tuple[int, int]]], Partial]
) -> list[Partial]:
    """Share the pieces among the cores; each core's ``work`` gets its pieces and returns its partial result.

    Plain threads suffice, because numpy and torch release the interpreter while they compute. torch starts none of its
    own here: those wait for each other after every operation, and very long while another program is busy.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    workers = max(1, min(most_workers(), voxels // (4 * chunk)))
    with ThreadPoolExecutor(workers, "segdiff-measure", _use_one_thread) as pool:
        _start(pool, workers)
        return list(
            pool.map(lambda worker: work(watched_chunks(voxels, chunk, watch, worker, workers)), range(workers))
        )


def _use_one_thread() -> None:
    """Have torch compute in this thread alone. Asked first, it does not take the number of all threads later on."""
    torch.get_num_threads()
    torch.set_num_threads(1)


def _start(pool: ThreadPoolExecutor, workers: int) -> None:
    """Start the threads of a pool in which torch has one thread each, and only in them.

    torch hands the number that any thread sets on to every thread that begins to use it later. So all of the pool's
    threads are started here, and then the number is what it was before.
    """
    with _starting:
        threads = torch.get_num_threads()
        all_are_there = Barrier(workers + 1)
        try:
            for _ in range(workers):
                pool.submit(all_are_there.wait)
        except RuntimeError:  # the system has no thread left, so those that are there would wait for good
            all_are_there.abort()
            raise
        all_are_there.wait()
        torch.set_num_threads(threads)
