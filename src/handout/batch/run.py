"""A run: jobs to workers, finished files into place, one report. Rows are isolated from each other."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from handout.batch.folder import Folder, opened
from handout.batch.jobs import Done, Job
from handout.batch.ledger import Ledger
from handout.batch.manifest import write_manifest, write_records
from handout.batch.printing import Printed, PrintJob
from handout.batch.roster import Refusal
from handout.batch.working import Task, begin, work
from handout.errors import BatchError, Finding
from handout.pipeline import Desk

AHEAD = 4  # jobs handed out for each worker before the first of them must be back
WORTH_A_POOL = 12  # fewer jobs than this are done before a second process has started


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of a run as a whole."""

    out: Path
    print_to: Path | None = None
    workers: int = 0  # 0: every core, when there is enough to do
    strict: bool = False  # print nothing unless everything can be
    final: bool = False
    dry_run: bool = False
    records: bool = False  # manifest, record and notes: a roster's run
    names: bool = False  # names in the manifest


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every sheet and row, and the print files."""

    done: tuple[Done, ...]  # without pages
    refusals: tuple[Refusal, ...] = ()
    printed: tuple[Printed, ...] = ()
    withheld: bool = False  # --strict: something was refused, so nothing was printed

    @property
    def exit_code(self) -> int:
        """0 all released; 1 some; nothing: 3, or 4 where a proof failed."""
        refused = [one for one in self.done if not one.released]
        if not refused and not self.refusals:
            return 0
        if any(one.released for one in self.done) and not self.withheld:
            return 1
        return 4 if any(one.exit_code == 4 for one in refused) else 3


Tick = Callable[[str], None]


def run(jobs: Sequence[Job], refusals: Sequence[Refusal], desk: Desk, wishes: Wishes, tick: Tick) -> Report:
    """Make every sheet. Raises BatchError when the run as a whole cannot go on; rows never raise."""
    if wishes.strict and refusals:
        return Report((), tuple(refusals), withheld=True)
    with opened(wishes.out) as folder:
        ledger = Ledger(wishes.out)
        task = Task(
            desk, wishes.out, folder.work, dict(ledger.entries), ledger.salt,
            wishes.print_to is not None and not wishes.dry_run, wishes.final, wishes.dry_run,
        )  # fmt: skip
        press = PrintJob(jobs, desk, folder.work) if task.print_job else None
        done = _collect(jobs, task, wishes, (folder, ledger, press), tick)
        report = _close(done, refusals, wishes, folder, press)
        ledger.close()
        return report


def _collect(
    jobs: Sequence[Job], task: Task, wishes: Wishes, hands: tuple[Folder, Ledger, PrintJob | None], tick: Tick
) -> list[Done]:
    """Results in the order of the jobs. Under --strict files wait in the work folder until all are good."""
    folder, ledger, press = hands
    done: list[Done] = []
    for one in _results(jobs, task, wishes):
        if one.released and one.draft and not wishes.strict:
            _adopt(one, folder, ledger)
        if press is not None:
            press.add(one)
        done.append(_slim(one))
        tick(one.job.title)
    if wishes.strict and all(one.released for one in done):
        for one in done:
            if one.draft:
                _adopt(one, folder, ledger)
    return done


def _adopt(one: Done, folder: Folder, ledger: Ledger) -> None:
    draft = Path(one.draft)
    content = draft.read_bytes()
    folder.adopt(draft, one.job.file)
    ledger.add(one.job.file, one.key, content)


def _slim(one: Done) -> Done:
    """Without its pages, so that memory does not grow with the number of orders."""
    from dataclasses import replace

    return replace(one, laid=None)


def _results(jobs: Sequence[Job], task: Task, wishes: Wishes) -> Iterator[Done]:
    workers = wishes.workers or (os.cpu_count() or 1 if len(jobs) >= WORTH_A_POOL else 1)
    if workers <= 1 or len(jobs) <= 1:
        begin(task)
        yield from map(work, jobs)
        return
    waiting: deque[Future[Done]] = deque()
    left = iter(jobs)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(jobs)), context, begin, (task,)) as pool:
        try:
            for job in left:
                waiting.append(pool.submit(work, job))
                if len(waiting) >= workers * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            hint = "Start the same command again: finished sheets are kept. Fewer --jobs need less memory."
            raise BatchError(Finding("a worker was stopped from outside", hint)) from None


def _close(
    done: list[Done], refusals: Sequence[Refusal], wishes: Wishes, folder: Folder, press: PrintJob | None
) -> Report:
    withheld = wishes.strict and not all(one.released for one in done)
    printed: tuple[Printed, ...] = ()
    if press is not None and wishes.print_to is not None and not withheld:
        printed = press.release(wishes.print_to)
    report = Report(tuple(done), tuple(refusals), printed, withheld)
    if wishes.records and not wishes.dry_run and not withheld:
        write_manifest(report.done, report.refusals, folder, names=wishes.names)
        write_records(report.done, folder)
    return report
