"""The processes of a run: each has the task once, and takes one picklable piece of work at a time."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from handout.batch.working import Task, begin
from handout.errors import BatchError, Finding

AHEAD = 4  # pieces handed out for each worker before the first of them must be back
WORTH_A_POOL = 12  # fewer jobs than this are done before a second process has started

Piece = TypeVar("Piece")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class WorkerPool:
    """Workers to hand pieces to; without a pool this process does them itself."""

    pool: ProcessPoolExecutor | None
    workers: int

    def each(self, does: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """Results in the order of the pieces. Raises BatchError when a worker was killed."""
        if self.pool is None:
            yield from map(does, pieces)
            return
        waiting: deque[Future[Result]] = deque()
        try:
            for piece in pieces:
                waiting.append(self.pool.submit(does, piece))
                if len(waiting) >= self.workers * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            hint = "Start the same command again: finished sheets are kept. Fewer --jobs need less memory."
            raise BatchError(Finding("a worker was stopped from outside", hint)) from None


@contextmanager
def worker_pool(task: Task, workers: int, jobs: int) -> Iterator[WorkerPool]:
    """A pool for so many jobs; `workers` 0: every core, when there is enough to do."""
    wanted = workers or (os.cpu_count() or 1 if jobs >= WORTH_A_POOL else 1)
    wanted = min(wanted, jobs)
    if wanted <= 1:
        if jobs >= WORTH_A_POOL:
            gc.enable()  # the command turns it off, for short runs
        begin(task)
        yield WorkerPool(None, 1)
        return
    # A fresh process knows nothing of this one's threads and open files, and is the same on every system.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(wanted, context, begin, (task,)) as pool:
        try:
            yield WorkerPool(pool, wanted)
        except BaseException:
            for worker in multiprocessing.active_children():  # nobody waits for what nobody wants any more
                worker.terminate()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
