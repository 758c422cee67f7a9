"""The two entries of the proof: against a manuscript, and alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handout.drawing import Drawing, Picture
from handout.errors import Finding, ProofError, Severity, errors_of
from handout.manuscript import Manuscript
from handout.proof.accessible import (
    check_claims,
    check_exercises,
    check_file,
    check_pictures,
)
from handout.proof.asked import Asked
from handout.proof.copies import Proven
from handout.proof.damage import damage
from handout.proof.eye import Drawn, Eye
from handout.proof.panels import BODY_FLOOR, check_panels, place_of_panel
from handout.proof.readback import ReadBack, gather, read_back
from handout.proof.reading import check_folios, check_words
from handout.proof.room import as_printed
from handout.proof.seal import BROKEN, is_as_written
from handout.proof.tree import TagNode

_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."


def proofread(
    pdf: bytes,
    manuscript: Manuscript,
    drawings: Mapping[str, Picture] | None = None,
    eye: Eye | None = None,
    symbols: Mapping[str, Drawing] | None = None,
) -> tuple[Finding, ...]:
    """Everything that differs between a finished file and the manuscript it was made from, and all that an eye
    could not read in it; with `drawings`, by the names that the manuscript calls them, every figure that looks
    like another, and with `symbols`, the icons of its theme by name, every symbol. `eye` remembers, through a run,
    the pages that it found right."""
    try:
        return compared(pdf, read_back(pdf), manuscript, Drawn(drawings, symbols), eye or Eye())
    except ProofError as error:
        return error.findings


def prove(
    pdf: bytes,
    manuscript: Manuscript,
    drawings: Mapping[str, Picture],
    symbols: Mapping[str, Drawing],
    eye: Eye,
) -> Proven:
    """The same, of a file that copies are to be held against. Raises ProofError with every error."""
    read = read_back(pdf)
    errors = errors_of(compared(pdf, read, manuscript, Drawn(drawings, symbols), eye, stand_ins=True))
    if errors:
        raise ProofError(errors)
    return Proven(pdf, read, manuscript.tag)


def compared(
    pdf: bytes, read: ReadBack, manuscript: Manuscript, drawn: Drawn, eye: Eye, *, stand_ins: bool = False
) -> tuple[Finding, ...]:
    """What differs between a file that was read back and its manuscript."""
    manuscript = as_printed(manuscript, read)
    asked = Asked(manuscript)
    findings = check_panels(read, asked)
    findings += check_words(read, asked)
    findings += check_exercises(read, manuscript)
    findings += check_pictures(read, manuscript)
    if not manuscript.fridge_card:  # its two sides are no pages
        findings += check_folios(read, manuscript)
    findings += check_claims(read, asked)
    findings += check_file(read)
    findings += eye.look(pdf, read, asked, drawn, stand_ins=stand_ins)
    return tuple(dict.fromkeys(findings))


def proof_alone(pdf: bytes | Path) -> tuple[Finding, ...]:
    """What can be said of a file without its manuscript, and, as a note, what cannot.

    A print job is proofed document by document; one without exercises (its checklist) is passed with a note.
    """
    try:
        data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    except OSError as reason:
        return (Finding(f"The file cannot be opened: {reason.strerror}.", "Check its name."),)
    damaged = tuple(damage(data))
    if damaged:
        return damaged
    try:
        read = read_back(data)
        sealed = () if is_as_written(data) else (BROKEN,)
        return (*sealed, *Eye().look_alone(data, BODY_FLOOR), *_alone(read, tuple(documents(read))))
    except ProofError as error:
        return error.findings
    except Exception as reason:  # whatever a stranger's file does is about the file
        what = f"The file cannot be read back as a handout: {type(reason).__name__}"
        return (Finding(what, "It is damaged, or no handout of this program."),)


def _alone(read: ReadBack, held: Sequence[Document]) -> tuple[Finding, ...]:
    """What can be said of each document, and of the file."""
    findings: list[Finding] = []
    for name, document in ((one.name, one.read) for one in held):
        exercises = document.block("exercise")
        card = bool(document.block("card-doses")) and not exercises
        if name and not exercises and not card:
            what = f"{name} holds no exercise and was taken for a cover sheet."
            findings.append(Finding(what, "Look at it.", severity=Severity.NOTE))
            continue
        found = [*place_of_panel(document, BODY_FLOOR), *(() if card else _balance(document))]
        findings += [replace(one, what=f"{name}: {one.what}") if name else one for one in found]
        if card:
            what = f"{name or 'This'} is a fridge card: pros and cons are on the sheet that it belongs to."
            findings.append(Finding(what, "Give it with its sheet.", severity=Severity.NOTE))
    findings += check_file(read)
    what = "Not checked without the manuscript: that every word, number and picture is the right one."
    hint = "`handout render` checks them whenever it makes a file."
    return (*dict.fromkeys(findings), Finding(what, hint, severity=Severity.NOTE))


def _balance(read: ReadBack) -> Iterator[Finding]:
    """The pros and cons, with words on a page."""
    if not any(stretch.text.strip() for stretch in read.stretches(read.block("balance"))):
        yield Finding("The pros and cons are not in the file.", _HINT, path="balance")


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file, its own pages counted from the first."""

    name: str  # "" where the file is one document
    language: str
    first: int  # its first page in the file, from 0
    read: ReadBack


def documents(read: ReadBack) -> Iterator[Document]:
    """The documents of a file: the parts of a print job, or all of it."""
    parts = [node for top in read.nodes for node in top.children if node.role == "Part"]
    if not parts:
        yield Document("", read.claims.language, 0, read)
    for part in parts:
        pages = [page for page, _ in part.all_marks()]
        first, last = min(pages, default=0), max(pages, default=-1)
        sheets = tuple(
            replace(
                sheet,
                stretches=tuple(replace(s, page=s.page - first) for s in sheet.stretches),
            )
            for sheet in read.sheets[first : last + 1]
        )
        own = gather(read.claims, (_moved(part, first),), sheets, read.fonts)
        yield Document(part.title, part.language or read.claims.language, first, own)


def _moved(node: TagNode, by: int) -> TagNode:
    """The element with its pages counted from its document's first."""
    return replace(
        node,
        marks=tuple((page - by, mark) for page, mark in node.marks),
        children=tuple(_moved(child, by) for child in node.children),
    )
