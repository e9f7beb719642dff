"""Going once over a volume, a cache-sized piece at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar

import torch

from segdiff.errors import Cancelled

Partial = TypeVar("Partial")

MOST_WORKERS: Final = 8
"""More would only wait, for the interpreter and for the memory, and each takes room of its own."""


@dataclass(frozen=True)
class Watch:
    """Who is waiting: asked before each piece whether anyone still is, and told how far the measurement has come."""

    is_stale: Callable[[], bool] = lambda: False
    progress: Callable[[float], None] = lambda _fraction: None


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


def share_chunks(
    voxels: int, chunk: int, watch: Watch, work: Callable[[Iterator[tuple[int, int]]], Partial]
) -> list[Partial]:
    """Share the pieces among the cores; each core's ``work`` gets its pieces and returns its partial result.

    Plain threads suffice, because numpy and torch release the interpreter while they compute. torch starts none of its
    own here: those wait for each other after every operation, and very long while another program is busy.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    workers = max(1, min(os.cpu_count() or 1, MOST_WORKERS, voxels // (4 * chunk)))
    threads = torch.get_num_threads()
    try:
        with ThreadPoolExecutor(workers, "segdiff-measure", torch.set_num_threads, (1,)) as pool:
            return list(
                pool.map(lambda worker: work(watched_chunks(voxels, chunk, watch, worker, workers)), range(workers))
            )
    finally:
        torch.set_num_threads(threads)
