"""What a worker does: one job in, one record out. It never raises for what an order holds."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from dataclasses import dataclass
from pathlib import Path

from handout.batch.final import refuse_drafts, refuse_unchecked
from handout.batch.folder import write_private
from handout.batch.jobs import Done, Job, laid_of
from handout.batch.ledger import keeps, key_of
from handout.batch.notes import doses_of, note_of
from handout.batch.printing import Pressed, Volume, press_volume
from handout.batch.stopping import stops
from handout.errors import BatchError, Finding, HandoutError
from handout.layout.pages import Pages, PictureItem
from handout.pipeline import Laid, finish, for_screen
from handout.prescription.content import content_of
from handout.shop import Shop

MOST_REASONS = 6


@dataclass(frozen=True, slots=True)
class Task:
    """Everything a worker needs beside the job: one picklable value."""

    shop: Shop
    out: Path
    work: Path
    entries: dict[str, tuple[str, str]]  # the ledger's
    salt: str
    final: bool = False  # refuse what is not approved, and what cannot be checked
    dry_run: bool = False  # do everything, write nothing
    look: bool = False  # of a dry run: the file is needed for the contact sheet


_task: Task | None = None


def begin(task: Task) -> None:
    """Give this process its task, once. A worker leaves Ctrl-C to the process that worker_pool it."""
    global _task
    if multiprocessing.parent_process() is not None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.freeze()  # the task stays to the end: looked through no more for what could be freed
        gc.set_threshold(20_000, 20, 20)
    _task = task


def work(job: Job) -> Done:
    """One sheet, released into the work folder, or the reasons why not."""
    assert _task is not None
    try:
        return _sheet(job, _task)
    except HandoutError as error:
        return Done(job, _few(error.findings), error.exit_code)
    except Exception as fault:  # one row never stops the batch; its values are never shown
        if stops(fault):
            raise
        return Done(job, (_fault(fault),), BatchError.exit_code)


def press(volume: Volume) -> Pressed:
    """One volume of the print job, proofed, in the work folder; or the reasons why not."""
    assert _task is not None
    try:
        pressed = press_volume(volume, _task.shop, None if _task.dry_run else _task.work)
        if _task.final and not _task.dry_run:
            refuse_unchecked(pressed.draft.read_bytes())
    except HandoutError as error:
        return Pressed(volume, Path(), findings=error.findings, exit_code=error.exit_code)
    except Exception as fault:
        if stops(fault):
            raise
        return Pressed(volume, Path(), findings=(_fault(fault),), exit_code=BatchError.exit_code)
    return pressed


def _fault(fault: Exception) -> Finding:
    what = f"this is a fault in handout itself ({type(fault).__name__}), not in the list"
    return Finding(what, "Please report it. Everything else is printed.")


def _few(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The first of many reasons, and how many more: an unfinished language has hundreds."""
    if len(findings) <= MOST_REASONS:
        return findings
    more = f"{len(findings) - MOST_REASONS + 1} more reasons like these"
    return (*findings[: MOST_REASONS - 1], Finding(more, "`handout check` lists what is wrong with the content."))


def _sheet(job: Job, task: Task) -> Done:
    laid, *companions = laid_of(job, task.shop)
    refuse_drafts((laid, *companions), task.shop, final=task.final)
    prescription = laid.prescription
    edition = prescription.edition
    content_id = laid.manuscript.content_id
    key = key_of(job, [one.manuscript.content_id for one in (laid, *companions)], task.salt)
    return Done(
        job=job,
        said=tuple(dict.fromkeys([*map(str, prescription.swaps), *prescription.questions])),
        asks=prescription.questions,
        content_id=content_id,
        pages=len(laid.pages.pages),
        cards_page=_cards_page(laid.pages),
        paper=laid.manuscript.paper,
        signed=edition.approved,
        unsure=len(edition.unsure),
        doses=doses_of(prescription),
        record=content_of(prescription),
        note=note_of(prescription, content_id),
        draft=_draft(laid, job.file, key, task),
        companion="".join(_draft(one, job.companion, key, task) for one in companions),
        page=_page(laid, job.page, key, task),
        key=key,
    )


def _cards_page(pages: Pages) -> int:
    """The page with the most pictures of exercises, counted from 0: what is looked at before printing."""
    shown = [sum(isinstance(item, PictureItem) for item in page.items) for page in pages.pages]
    return shown.index(max(shown))


def _draft(laid: Laid, file: str, key: str, task: Task) -> str:
    """The finished file in the work folder; "" when none is wanted or an earlier run's is kept."""
    if keeps(task.entries.get(file), key, task.out / file):
        return ""
    pdf = finish(laid, task.shop.eye).pdf
    if task.final:
        refuse_unchecked(pdf)
    return "" if task.dry_run and not task.look else _put(pdf, file, task)


def _page(laid: Laid, file: str, key: str, task: Task) -> str:
    """The page for a screen in the work folder, where one is asked for; "" as in `_draft`."""
    if not file or keeps(task.entries.get(file), key, task.out / file):
        return ""
    page = for_screen(laid, task.shop)
    return "" if task.dry_run else _put(page.encode(), file, task)


def _put(content: bytes, file: str, task: Task) -> str:
    draft = task.work / f"{os.getpid()}-{file}"
    write_private(draft, content)
    return str(draft)
