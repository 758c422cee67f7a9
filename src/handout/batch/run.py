"""A run: jobs to workers, finished files into place, one report. Rows are isolated from each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from handout.batch.archive import older_than, place_of_run, purge, runs_of
from handout.batch.folder import Folder, opened, put
from handout.batch.foreseen import foreseen
from handout.batch.jobs import Done, Job, lots_of
from handout.batch.ledger import Ledger, told_of
from handout.batch.manifest import draft_record, write_manifest, write_records
from handout.batch.printing import place_print, volumes_of, withheld_print
from handout.batch.report import Report, RunOptions, Tick
from handout.batch.roster import Refusal
from handout.batch.scratch import scratch
from handout.batch.snapshot import snapshot
from handout.batch.stopping import WRITING, interrupted, stopped
from handout.batch.targets import held, refuse_foreign, refuse_targets, stale_prints
from handout.batch.workers import WorkerPool, worker_pool
from handout.batch.working import Task, press, work
from handout.errors import BatchError, Finding
from handout.shop import Shop

if TYPE_CHECKING:  # machines of others are asked for seldom
    from handout.batch.remote import RemotePool

__all__ = ["Report", "RunOptions", "run_batch"]


@dataclass(frozen=True, slots=True)
class Making:
    """What the steps of one run share. `done` grows: it says what is safe when the run is stopped."""

    shop: Shop
    content: str  # the hash of what the sheets are made from
    options: RunOptions
    folder: Folder
    ledger: Ledger | None  # None: a dry run
    done: list[Done]
    tick: Tick


def run_batch(jobs: Sequence[Job], refusals: Sequence[Refusal], shop: Shop, options: RunOptions, tick: Tick) -> Report:
    """Make every sheet. Raises BatchError when the run as a whole cannot go on; rows never raise."""
    _one_file_each(jobs)
    refusals = tuple(foreseen(one, shop) for one in refusals)
    options = replace(options, refused=refusals)
    if options.strict and refusals:
        return Report((), refusals, withheld=True)
    if not jobs:
        return Report((), refusals)
    sheets = [file for job in jobs for file in job.files if not options.records]
    refuse_targets(options.targets, options.inputs, options.out, sheets, replace=options.replace)
    if not options.dry_run:
        refuse_foreign(options.out, sheets)
    done: list[Done] = []
    before = snapshot(shop)
    try:
        with _place(jobs, before, shop, options) as (folder, ledger):
            report = _made(jobs, Making(shop, before, options, folder, ledger, done, tick))
            report = replace(report, refusals=refusals, folder=folder.out, content=before)
            if ledger is not None:
                report = _recorded(report, options, folder, shop)
                ledger.close()
    except WRITING as error:
        raise stopped(error, done, len(jobs), options) from None
    except KeyboardInterrupt:
        raise interrupted(done, len(jobs), options) from None
    return _tidied(report, shop, options)


@contextmanager
def _place(
    jobs: Sequence[Job], content: str, shop: Shop, options: RunOptions
) -> Iterator[tuple[Folder, Ledger | None]]:
    """The folder of the run, and what an earlier start of the same run had finished."""
    if options.dry_run:
        with scratch() as folder:
            yield folder, None
        return
    orders = [told_of(job) for job in jobs]
    told = json.dumps([content, shop.today.isoformat(), options.final, orders], ensure_ascii=False)
    options.out.mkdir(mode=0o700, parents=True, exist_ok=True)
    out = place_of_run(options.out, options.moment, told) if options.records else options.out
    with opened(out) as folder, held(options.targets):
        yield folder, Ledger(folder.out, told)


def _made(jobs: Sequence[Job], making: Making) -> Report:
    """All sheets, then the print file and the contact sheet. Under --strict files wait until all are good."""
    folder, ledger, options = making.folder, making.ledger, making.options
    entries, salt = (dict(ledger.entries), ledger.salt) if ledger else ({}, "")
    look = options.contact_to is not None or options.print_to is not None
    plain = options.plain
    task = Task(making.shop, folder.out, folder.work, entries, salt, options.final, options.dry_run, look, plain)
    with _pool(task, options, len(lots_of(jobs))) as pool:
        _worked(jobs, pool, making)
        report = Report(tuple(making.done), withheld=options.strict and not all(one.released for one in making.done))
        if report.withheld:
            return report
        if ledger is not None and options.strict:
            for one in making.done:
                _adopt(one, folder, ledger)
        report = _printed(report, pool, making)
    _contact(report, folder, options)
    return report


@contextmanager
def _pool(task: Task, options: RunOptions, lots: int) -> Iterator[WorkerPool | RemotePool]:
    """Who does the work."""
    if not options.scheduler and options.executor is None:
        with worker_pool(task, options.workers, lots) as pool:
            yield pool
        return
    from handout.batch.remote import RemotePool
    from handout.batch.scheduler import scheduler

    if options.executor is not None and not options.scheduler:
        yield RemotePool(options.executor, task)
        return
    with scheduler(options.scheduler) as executor:
        yield RemotePool(executor, task)


def _worked(jobs: Sequence[Job], pool: WorkerPool | RemotePool, making: Making) -> None:
    """Every sheet made, each adopted as it comes; at the end in the order of the list."""
    ledger, lots = making.ledger, lots_of(jobs)
    for worked in pool.each(work, lots):
        for one in worked.done:
            if ledger is not None and not making.options.strict:
                _adopt(one, making.folder, ledger)
            if ledger is not None and making.options.records:
                draft_record(one, making.folder)
            making.done.append(replace(one, record={}))
            making.tick(one.job.title)
        if worked.stop is not None:
            raise worked.stop
    places = [place for lot in lots for place in lot.places]
    making.done[:] = [one for _, one in sorted(zip(places, making.done, strict=True), key=lambda pair: pair[0])]


def _one_file_each(jobs: Iterable[Job]) -> None:
    """Two sheets must never take the same file: one would be lost."""
    files = [job.file for job in jobs]
    twice = sorted({file for file in files if files.count(file) > 1}) if len(set(files)) < len(files) else []
    if twice:
        raise BatchError(Finding(f"{twice[0]} is asked for twice", "Name each routine and language once."))


def _adopt(one: Done, folder: Folder, ledger: Ledger) -> None:
    """Move a finished sheet into place."""
    job, card = one.job, one.card.draft if one.card else ""
    drafts = ((one.draft, job.file), (one.companion, job.companion), (one.page, job.page), (card, job.card))
    for draft, file in drafts:
        if one.released and draft:
            content = Path(draft).read_bytes()
            folder.adopt(Path(draft), file)
            ledger.add(file, one.key, content)


def _printed(report: Report, pool: WorkerPool | RemotePool, making: Making) -> Report:
    """The print job, of the content that the sheets were made from and no other."""
    options = making.options
    if options.print_to is None:
        return report
    volumes = volumes_of(report.done, tuple(sorted(_refused_rows(report, options))))
    if snapshot(making.shop) != making.content:
        return replace(report, printed=withheld_print(volumes, options.print_to))
    pressed = []
    for one in pool.each(press, volumes):
        pressed.append(one)
        making.tick(one.volume.title)
    printed = place_print(pressed, options.print_to, replace=options.replace, dry_run=options.dry_run)
    whole = [one.path for one in printed if not one.findings]
    return replace(report, printed=printed, older=stale_prints(whole, options.print_to))


def _refused_rows(report: Report, options: RunOptions) -> Iterator[tuple[int, str]]:
    """Rows without a sheet and their first reason, for the checklist."""
    for one in report.done:
        if not one.released:
            yield one.job.order.number, _reason(one.findings)
    for refusal in options.refused:
        yield refusal.row, _reason(refusal.findings)


def _reason(findings: Sequence[Finding]) -> str:
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    return f"{findings[0].what}{more}"


def _contact(report: Report, folder: Folder, options: RunOptions) -> None:
    if options.contact is None or options.contact_to is None:
        return
    files = [
        (one.job.title, Path(one.draft) if options.dry_run else folder.out / one.job.file, one.cards_page)
        for one in report.done
        if one.released
    ]
    if files:
        put(options.contact_to, options.contact(files))


def _recorded(report: Report, options: RunOptions, folder: Folder, shop: Shop) -> Report:
    """Manifest, record and notes of a run for patients."""
    if options.records and not report.withheld and any(one.released for one in report.done):
        write_records(report.done, folder, options.out)
        write_manifest(report, folder, options, shop)
    return report


def _tidied(report: Report, shop: Shop, options: RunOptions) -> Report:
    """A run that released nothing leaves no folder; runs older than the clinic keeps them go."""
    if options.dry_run:
        return report
    if report.withheld or not any(one.released for one in report.done):
        if options.records:
            purge(tuple(run for run in runs_of(options.out) if run == report.folder))
        with suppress(OSError):
            options.out.rmdir()  # only when it is empty
    if not options.records:
        return report
    days = shop.clinic.keep_days if shop.clinic else 0
    old = older_than(options.out, shop.today - timedelta(days)) if days else ()
    return replace(report, purged=purge(old))
