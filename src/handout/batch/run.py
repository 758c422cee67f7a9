"""A run: jobs to workers, finished files into place, one report. Rows are isolated from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from handout.batch.crew import Crew, hired
from handout.batch.folder import Folder, opened, write_private
from handout.batch.jobs import Done, Job
from handout.batch.ledger import Ledger
from handout.batch.manifest import clear_earlier, draft_record, write_manifest, write_records
from handout.batch.printing import Printed, Volume, older_prints, paths_of, place_print, volumes_of
from handout.batch.roster import Refusal
from handout.batch.scratch import scratch
from handout.batch.working import Task, press, work
from handout.errors import BatchError, Finding
from handout.pipeline import Desk


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
    contact_to: Path | None = None  # page 1 of each sheet, small
    contact: Callable[[Sequence[tuple[str, Path]]], bytes] | None = None  # makes it: titles and files


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every sheet and row, and the print files."""

    done: tuple[Done, ...]
    refusals: tuple[Refusal, ...] = ()
    printed: tuple[Printed, ...] = ()
    planned: tuple[tuple[Path, Volume], ...] = ()  # of a dry run: what the print files would hold
    older: tuple[Path, ...] = ()  # print files of an earlier list that still lie there
    removed: int = 0  # sheets of an earlier list that lay in the folder
    withheld: bool = False  # --strict: something was refused, so nothing was printed

    @property
    def exit_code(self) -> int:
        """0 all released; 1 some; nothing: 3, or 4 where a proof failed. A print file that failed wins."""
        lost = [one.exit_code for one in self.printed if one.findings]
        if lost:
            return max(lost)
        refused = [one for one in self.done if not one.released]
        if not refused and not self.refusals:
            return 0
        if any(one.released for one in self.done) and not self.withheld:
            return 1
        return 4 if any(one.exit_code == 4 for one in refused) else 3


Tick = Callable[[str], None]


def run(jobs: Sequence[Job], refusals: Sequence[Refusal], desk: Desk, wishes: Wishes, tick: Tick) -> Report:
    """Make every sheet. Raises BatchError when the run as a whole cannot go on; rows never raise."""
    _one_file_each(jobs)
    if wishes.strict and refusals:
        return Report((), tuple(refusals), withheld=True)
    place: AbstractContextManager[Folder] = scratch() if wishes.dry_run else opened(wishes.out)
    with place as folder:
        ledger = None if wishes.dry_run else Ledger(folder.out)
        entries, salt = (dict(ledger.entries), ledger.salt) if ledger else ({}, "")
        look = wishes.contact_to is not None
        task = Task(desk, folder.out, folder.work, entries, salt, wishes.final, wishes.dry_run, look)
        with hired(task, wishes.workers, len(jobs)) as crew:
            report = _sheets(jobs, crew, wishes, (folder, ledger), tick)
            report = replace(report, refusals=tuple(refusals))
            report = report if report.withheld else _printed(report, crew, wishes, tick)
        if not report.withheld:
            _contact(report, folder, wishes)
        if ledger is not None:
            report = _recorded(report, wishes, folder, ledger)
            ledger.close()
        return report


def _one_file_each(jobs: Iterable[Job]) -> None:
    """Two sheets must never take the same file: one would be lost."""
    files = [job.file for job in jobs]
    twice = sorted({file for file in files if files.count(file) > 1}) if len(set(files)) < len(files) else []
    if twice:
        raise BatchError(Finding(f"{twice[0]} is asked for twice", "Name each routine and language once."))


def _sheets(
    jobs: Sequence[Job], crew: Crew, wishes: Wishes, hands: tuple[Folder, Ledger | None], tick: Tick
) -> Report:
    """Results in the order of the jobs. Under --strict files wait in the work folder until all are good."""
    folder, ledger = hands
    done: list[Done] = []
    for one in crew.each(work, jobs):
        if ledger is not None and not wishes.strict:
            _adopt(one, folder, ledger)
        if ledger is not None and wishes.records:
            draft_record(one, folder)
        done.append(replace(one, record={}))
        tick(one.job.title)
    withheld = wishes.strict and not all(one.released for one in done)
    if ledger is not None and wishes.strict and not withheld:
        for one in done:
            _adopt(one, folder, ledger)
    return Report(tuple(done), withheld=withheld)


def _adopt(one: Done, folder: Folder, ledger: Ledger) -> None:
    """Move a finished sheet into place."""
    for draft, file in ((one.draft, one.job.file), (one.companion, one.job.companion)):
        if one.released and draft:
            content = Path(draft).read_bytes()
            folder.adopt(Path(draft), file)
            ledger.add(file, one.key, content)


def _printed(report: Report, crew: Crew, wishes: Wishes, tick: Tick) -> Report:
    """The print job, or what it would hold."""
    if wishes.print_to is None:
        return report
    volumes = volumes_of(report.done)
    if wishes.dry_run:
        return replace(report, planned=tuple(zip(paths_of(volumes, wishes.print_to), volumes, strict=True)))
    pressed = []
    for one in crew.each(press, volumes):
        pressed.append(one)
        tick(one.volume.title)
    printed = place_print(pressed, wishes.print_to)
    whole = [one.path for one in printed if not one.findings]
    return replace(report, printed=printed, older=older_prints(whole, wishes.print_to))


def _contact(report: Report, folder: Folder, wishes: Wishes) -> None:
    if wishes.contact is None or wishes.contact_to is None:
        return
    files = [
        (one.job.title, Path(one.draft) if wishes.dry_run else folder.out / one.job.file)
        for one in report.done
        if one.released
    ]
    if files:
        content = wishes.contact(files)
        wishes.contact_to.unlink(missing_ok=True)
        write_private(wishes.contact_to, content)


def _recorded(report: Report, wishes: Wishes, folder: Folder, ledger: Ledger) -> Report:
    """Manifest, record and notes of a list; sheets of an earlier list leave the folder."""
    if not wishes.records or report.withheld:
        return report
    removed = clear_earlier(folder, ledger.entries, report.done)
    write_records(report.done, folder)
    write_manifest(report.done, report.refusals, folder, names=wishes.names)
    return replace(report, removed=removed)
