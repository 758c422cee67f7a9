"""What a worker does: one job in, one record out. It never raises for what an order holds."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from handout.batch.folder import write_private
from handout.batch.jobs import Done, Job
from handout.batch.ledger import keeps, key_of
from handout.batch.notes import doses_of, note_of
from handout.errors import EditionError, Finding, HandoutError, ProofError
from handout.pipeline import Desk, Laid, finish, lay
from handout.prescription.content import content_of
from handout.proof import conformance


@dataclass(frozen=True, slots=True)
class Task:
    """Everything a worker needs beside the job: one picklable value."""

    desk: Desk
    out: Path
    work: Path
    entries: dict[str, tuple[str, str]]  # the ledger's
    salt: str
    print_job: bool = False  # hand back the pages
    final: bool = False  # refuse what is not signed, and what cannot be checked
    dry_run: bool = False  # lay out, write nothing


_task: Task | None = None


def begin(task: Task) -> None:
    """Give this process its task, once."""
    global _task
    _task = task


def work(job: Job) -> Done:
    """One sheet, released into the work folder, or the reasons why not."""
    assert _task is not None
    try:
        return _sheet(job, _task)
    except HandoutError as error:
        return Done(job, error.findings, error.exit_code)


def _sheet(job: Job, task: Task) -> Done:
    laid = lay(job.order, job.name, task.desk)
    edition = laid.prescription.edition
    if task.final and not edition.signed:
        hint = "Have a clinician sign it, or leave out --final."
        raise EditionError(Finding(f"no clinician has approved {edition.routine.id} in {edition.tag}", hint))
    content_id = laid.manuscript.content_id
    key = key_of(job, content_id, task.salt)
    draft = ""
    if not task.dry_run and not keeps(task.entries.get(job.file), key, task.out / job.file):
        draft = _written(laid, job, task)
    return Done(
        job=job,
        said=_said(laid),
        content_id=content_id,
        pages=len(laid.pages.pages),
        paper=laid.manuscript.paper,
        signed=edition.signed,
        unsure=len(edition.unsure),
        doses=doses_of(laid.prescription),
        record=content_of(laid.prescription),
        note=note_of(laid.prescription, content_id),
        draft=draft,
        key=key,
        laid=laid.pages if task.print_job else None,
    )


def _written(laid: Laid, job: Job, task: Task) -> str:
    """The finished file in the work folder, proofed. Raises ProofError."""
    publication = finish(laid)
    if task.final:
        _conforming(publication.pdf)
    draft = task.work / f"{os.getpid()}-{job.file}"
    write_private(draft, publication.pdf)
    return str(draft)


def _conforming(pdf: bytes) -> None:
    """Raises HandoutError unless PDF/UA-1 and PDF/A-2a were checked and hold."""
    found = conformance(pdf)
    if found is None:
        raise ProofError(
            Finding("conformance cannot be checked here", "Install clinic-handout[proof] for --final.")
        )
    if found:
        raise ProofError(found)


def _said(laid: Laid) -> tuple[str, ...]:
    prescription = laid.prescription
    swaps = [str(swap) for swap in prescription.swaps]
    asks = [
        f"{clash.exercise or prescription.edition.routine.id}: ask about {clash.flag} before you hand it over"
        for clash in prescription.asks
    ]
    return (*swaps, *asks)
