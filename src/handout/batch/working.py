"""What a worker does: one lot in, one record a job out. It never raises for what an order holds."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handout.batch.final import refuse_drafts, refuse_unchecked
from handout.batch.folder import write_private
from handout.batch.jobs import CardDone, Done, Job, Lot
from handout.batch.ledger import keeps, key_of
from handout.batch.memory import give_back
from handout.batch.notes import doses_of, note_of
from handout.batch.printing import Pressed, Volume, press_volume
from handout.batch.stopping import stops
from handout.errors import BatchError, Finding, HandoutError
from handout.masters import Copy
from handout.pipeline import Composed, card_of, copies, for_screen
from handout.prescription import Prescription, content_of
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
    look: bool = False  # of a dry run: the file is needed for the contact sheet or the print job
    plain: bool = False  # print files in the simplest form


_task: Task | None = None


def begin(task: Task) -> None:
    """Give this process its task, once. A worker leaves Ctrl-C to the process that worker_pool it."""
    global _task
    if multiprocessing.parent_process() is not None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.freeze()  # the task stays to the end: looked through no more for what could be freed
        gc.set_threshold(20_000, 20, 20)
    _task = task


@dataclass(frozen=True, slots=True)
class Worked:
    """What became of a lot; `stop` ends the run, and what was done before it is safe."""

    done: tuple[Done, ...]
    stop: BaseException | None = None


def work(lot: Lot) -> Worked:
    """The sheets of a lot, each released into the work folder, or the reasons why not."""
    assert _task is not None
    worked = work_on(lot, _task)
    give_back()
    return worked


def work_on(lot: Lot, task: Task) -> Worked:
    """The same for any task."""
    job = lot.jobs[0]
    try:
        made = copies([job.order for job in lot.jobs], job.name, task.shop, job.beside)
    except Exception as fault:  # one row never stops the batch; its values are never shown
        if stops(fault):
            raise
        if len(lot.jobs) > 1:  # one of them is at fault: each by itself
            return Worked(tuple(done for job in lot.jobs for done in work_on(Lot((job,), ()), task).done))
        return Worked((Done(job, (_fault(fault),), BatchError.exit_code),))
    facts = LotFacts({}, set(), {})
    done: list[Done] = []
    try:
        for one, own in zip(lot.jobs, made, strict=True):
            done.append(_done(one, own, facts, task))
    except BaseException as stop:
        return Worked(tuple(done), stop)
    return Worked(tuple(done))


def _done(job: Job, made: tuple[Copy, ...] | HandoutError, facts: LotFacts, task: Task) -> Done:
    try:
        if isinstance(made, HandoutError):
            raise made
        return _sheet(job, made, facts, task)
    except HandoutError as error:
        return Done(job, _few(error.findings), error.exit_code)
    except Exception as fault:
        if stops(fault):
            raise
        return Done(job, (_fault(fault),), BatchError.exit_code)


def press(volume: Volume) -> Pressed:
    """One volume of the print job, proofed, in the work folder; or the reasons why not."""
    assert _task is not None
    try:
        pressed = press_volume(volume, _task.shop, _task.work, _task.out, plain=_task.plain)
        if _task.final:
            refuse_unchecked(pressed.draft.read_bytes())
    except HandoutError as error:
        return Pressed(volume, Path(), findings=error.findings, exit_code=error.exit_code)
    except Exception as fault:
        if stops(fault):
            raise
        return Pressed(volume, Path(), findings=(_fault(fault),), exit_code=BatchError.exit_code)
    finally:
        give_back()
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


def _sheet(job: Job, made: Sequence[Copy], facts: LotFacts, task: Task) -> Done:
    sheet = made[0]
    refuse_drafts(made, task.shop, final=task.final)
    prescription = sheet.prescription
    edition, content_id = prescription.edition, sheet.manuscript.content_id
    key = key_of(job, [one.manuscript.content_id for one in made], task.salt)
    told = (*prescription.remarks, *sheet.notices)
    drafts = [_draft(one, file, key, task) for one, file in zip(made, (job.file, job.companion), strict=False)]
    return Done(
        job=job,
        said=tuple(dict.fromkeys([*map(str, prescription.swaps), *prescription.questions, *told])),
        asks=prescription.questions,
        remarks=told,
        content_id=content_id,
        pages=sheet.extent.pages,
        cards_page=sheet.extent.cards_page,
        paper=sheet.manuscript.paper,
        length=prescription.length,
        card=_card(job, key, task) if prescription.card else None,
        signed=edition.approved,
        unsure=len(edition.unsure),
        doses=facts.doses(content_id, prescription),
        record=facts.record(content_id, prescription),
        note=facts.note(content_id, prescription),
        draft=drafts[0],
        companion="".join(drafts[1:]),
        page=_page(sheet, job.page, key, task),
        key=key,
        digest=hashlib.sha256(sheet.pdf).hexdigest(),
    )


@dataclass(frozen=True, slots=True)
class LotFacts:
    """What the sheets of one lot have in common beside their pages, worked out once. Nothing private is in it."""

    notes: dict[tuple[str, date], str]
    recorded: set[str]  # content ids
    given: dict[str, tuple[dict[str, Any], ...]]  # doses by content id

    def note(self, content_id: str, prescription: Prescription) -> str:
        """The note for the patient's record."""
        key = content_id, prescription.date
        if key not in self.notes:
            self.notes[key] = note_of(prescription, content_id)
        return self.notes[key]

    def doses(self, content_id: str, prescription: Prescription) -> tuple[dict[str, Any], ...]:
        """The doses as printed, the same for all sheets of one content: a long list holds them to its end."""
        if content_id not in self.given:
            self.given[content_id] = doses_of(prescription)
        return self.given[content_id]

    def record(self, content_id: str, prescription: Prescription) -> dict[str, object]:
        """The content, with the first sheet that has it."""
        if content_id in self.recorded:
            return {}
        self.recorded.add(content_id)
        return content_of(prescription)


def _draft(copy: Copy, file: str, key: str, task: Task) -> str:
    """The finished file in the work folder; "" when none is wanted or an earlier run's is kept."""
    if task.final:
        refuse_unchecked(copy.pdf, copy.proven)
    if (task.dry_run and not task.look) or keeps(task.entries.get(file), key, task.out / file):
        return ""
    return _put(copy.pdf, file, task)


def _page(copy: Copy, file: str, key: str, task: Task) -> str:
    """The page for a screen in the work folder, where one is asked for; "" as in `_draft`."""
    if not file or keeps(task.entries.get(file), key, task.out / file):
        return ""
    page = for_screen(Composed(copy.prescription, copy.manuscript, copy.pictures), task.shop)
    return "" if task.dry_run else _put(page.encode(), file, task)


def _card(job: Job, key: str, task: Task) -> CardDone:
    """The fridge card, proofed, in the work folder where its file is wanted. Raises what refuses it."""
    card = card_of(job.order, job.name, task.shop)
    if task.final:
        refuse_unchecked(card.pdf)
    kept = (task.dry_run and not task.look) or keeps(task.entries.get(job.card), key, task.out / job.card)
    draft = "" if kept else _put(card.pdf, job.card, task)
    return CardDone(card.manuscript.paper, len(card.pages.pages), draft, hashlib.sha256(card.pdf).hexdigest())


def _put(content: bytes, file: str, task: Task) -> str:
    draft = task.work / f"{os.getpid()}-{file}"
    write_private(draft, content)
    return str(draft)
