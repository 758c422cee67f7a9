"""The words of the table of ways, of the summary, and of the questions that a clinician asks at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handout.content import WAY_ROWS, WAYS, Way
from handout.manuscript.blocks import Cell, Column, InShort, Row, TeachBack, Titled, Ways
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import Sourced, Text, inlines_of, led, text
from handout.manuscript.words import LARGE_PRINT
from handout.prescription import Prescription

MATTERS = ("pain", "effort", "risk")
SUMMARY = ("move", "stop", "help")
TEACH = ("signs", "pain", "dose")
NOTES = ("from", "unknown")  # of the routine's own words, after the language's


def ways(voice: Voice, prescription: Prescription) -> tuple[Ways, ...]:
    """Every way side by side, where the routine has them; a leaf has no room for it."""
    routine = voice.edition.routine
    path = f"routines.{routine.id}.ways"
    if not routine.ways or prescription.length == "leaf":
        return ()
    stacked = prescription.style == LARGE_PRINT
    notes = (voice.phrase("ways_note"), *(voice.words(f"{path}.{note}") for note in NOTES))
    return (
        Ways(
            title=text(Kind.HEADING3, voice.phrase("ways_title")),
            rows=() if stacked else tuple(_rows(voice)),
            stacked=tuple(_way(voice, way) for way in WAYS) if stacked else (),
            notes=tuple(text(Kind.PARAGRAPH, one) for one in notes),
            matters=Titled(
                kind=Kind.MATTERS,
                title=text(Kind.HEADING3, voice.phrase("matters_title")),
                texts=tuple(text(Kind.ITEM, voice.phrase(f"matters_{one}")) for one in MATTERS),
            ),
        ),
    )


def _rows(voice: Voice) -> Iterator[Row]:
    """The head with the name of each way, then a row for each question."""
    path, asked = f"routines.{voice.edition.routine.id}.ways", voice.edition.routine.ways
    named = (_cell(Kind.COLUMN, way, voice.phrase(f"ways_{way}")) for way in WAYS)
    yield Row(cells=(_cell(Kind.COLUMN, "question", voice.phrase("ways_may")), *named))
    for row in (row for row in WAY_ROWS if row in asked):
        said = (_cell(Kind.CELL, way, voice.words(f"{path}.{row}.{way}")) for way in WAYS)
        yield Row(cells=(_cell(Kind.CELL, "question", voice.phrase(f"ways_{row}")), *said))


def _cell(kind: Kind, column: Column, said: Sourced) -> Cell:
    return Cell(kind=kind, inlines=inlines_of(said), path=said.path, column=column)


def _way(voice: Voice, way: Way) -> Titled:
    """One way, with its answer to each question."""
    path, asked = f"routines.{voice.edition.routine.id}.ways", voice.edition.routine.ways
    texts = (
        led(Kind.ITEM, voice.words(f"{path}.{row}.{way}"), voice.phrase(f"ways_{row}"))
        for row in WAY_ROWS
        if row in asked
    )
    return Titled(kind=Kind.WAY, title=text(Kind.HEADING3, voice.phrase(f"ways_{way}")), texts=tuple(texts))


def in_short(voice: Voice) -> tuple[InShort, ...]:
    """The sheet in three lines, where the routine has them."""
    texts = _items(voice, "summary", SUMMARY)
    return (InShort(title=text(Kind.HEADING2, voice.phrase("summary_title")), texts=texts),) if texts else ()


def teach_back(voice: Voice) -> tuple[TeachBack, ...]:
    """What a clinician asks, where the routine has it."""
    texts = _items(voice, "teach", TEACH)
    if not texts:
        return ()
    how = text(Kind.PARAGRAPH, voice.phrase("teach_how"))
    return (TeachBack(title=text(Kind.HEADING3, voice.phrase("teach_title")), how=how, texts=texts),)


def _items(voice: Voice, table: str, ids: Iterable[str]) -> tuple[Text, ...]:
    paths = tuple(f"routines.{voice.edition.routine.id}.{table}.{one}" for one in ids)
    return tuple(text(Kind.ITEM, voice.words(path)) for path in paths) if voice.edition.has(paths[0]) else ()
