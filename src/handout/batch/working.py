"""What a worker does: one job in, one record out. It never raises for what an order holds."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handout.batch.folder import write_private
from handout.batch.jobs import Done, Job, laid_of
from handout.batch.ledger import keeps, key_of
from handout.batch.notes import doses_of, note_of
from handout.batch.printing import Pressed, Volume, press_volume
from handout.batch.stopping import stops
from handout.errors import BatchError, EditionError, Finding, HandoutError, ProofError, Severity
from handout.layout.pages import Pages, PictureItem
from handout.pipeline import Laid, finish
from handout.prescription.content import content_of
from handout.proof import conformance
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
    """Give this process its task, once. A worker leaves Ctrl-C to the process that hired it."""
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
            _conforming(pressed.draft.read_bytes())
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
    _approved((laid, *companions), task)
    edition = laid.prescription.edition
    content_id = laid.manuscript.content_id
    key = key_of(job, [one.manuscript.content_id for one in (laid, *companions)], task.salt)
    return Done(
        job=job,
        said=_said(laid),
        asks=_asks(laid),
        content_id=content_id,
        pages=len(laid.pages.pages),
        cards_page=_cards_page(laid.pages),
        paper=laid.manuscript.paper,
        signed=edition.approved,
        unsure=len(edition.unsure),
        doses=doses_of(laid.prescription),
        record=content_of(laid.prescription),
        note=note_of(laid.prescription, content_id),
        draft=_draft(laid, job.file, key, task),
        companion="".join(_draft(one, job.companion, key, task) for one in companions),
        key=key,
    )


def _cards_page(pages: Pages) -> int:
    """The page with the most pictures of exercises, counted from 0: what is looked at before printing."""
    shown = [sum(isinstance(item, PictureItem) for item in page.items) for page in pages.pages]
    return shown.index(max(shown))


def _approved(sheets: Sequence[Laid], task: Task) -> None:
    """Raises EditionError for each sheet that is a draft, where the run or the clinic wants none."""
    clinic = task.shop.clinic
    if not (task.final or (clinic is not None and clinic.require_approval)):
        return
    drafts = (one.prescription.edition for one in sheets if not one.prescription.edition.approved)
    wrong = [
        finding
        for edition in drafts
        for finding in task.shop.standing(edition.routine.id, edition.tag).findings(Severity.ERROR)
    ]
    if wrong:
        raise EditionError(wrong)


def _draft(laid: Laid, file: str, key: str, task: Task) -> str:
    """The finished file in the work folder; "" when none is wanted or an earlier run's is kept."""
    if keeps(task.entries.get(file), key, task.out / file):
        return ""
    pdf = finish(laid, task.shop.eye).pdf
    if task.final:
        _conforming(pdf)
    return "" if task.dry_run and not task.look else _put(pdf, file, task)


def _put(pdf: bytes, file: str, task: Task) -> str:
    draft = task.work / f"{os.getpid()}-{file}"
    write_private(draft, pdf)
    return str(draft)


def _conforming(pdf: bytes) -> None:
    """Raises ProofError unless PDF/UA-1 and PDF/A-2a were checked and hold."""
    found = conformance(pdf)
    if found is None:
        hint = "Install clinic-handout[proof] for --final."
        raise ProofError(Finding("conformance cannot be checked here", hint))
    if found:
        raise ProofError(found)


def _said(laid: Laid) -> tuple[str, ...]:
    prescription = laid.prescription
    swaps = [str(swap) for swap in prescription.swaps]
    return tuple(dict.fromkeys([*swaps, *_asks(laid)]))


def _asks(laid: Laid) -> tuple[str, ...]:
    """What the clinician must ask before the sheet is handed over."""
    asks = (
        f"{f'{clash.exercise}: ' if clash.exercise else ''}ask about {clash.flag} before you hand it over"
        for clash in laid.prescription.asks
    )
    return tuple(dict.fromkeys(asks))
