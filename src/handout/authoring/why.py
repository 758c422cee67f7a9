"""Why a sheet says what it says: from words on a finished file to file and line, source, limits and who answers.

The file names its content by an id; the record of that content (`record/<content-id>.json`) says what was ordered,
and the sheet is composed again from the library of today. Where that makes another content, it is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handout.authoring.diff import record_of
from handout.authoring.recorded import order_of
from handout.content import Exercise, given
from handout.errors import ContentError, Finding
from handout.manuscript import ISOLATES, Said, compose, id_of, words_of
from handout.pipeline import lay, prescription_of
from handout.prescription import Prescription
from handout.proof import read_back
from handout.shop import Shop


@dataclass(frozen=True, slots=True)
class TracedSheet:
    """What a finished file names, composed again."""

    record: dict[str, Any]
    prescription: Prescription
    said: tuple[Said, ...]
    same: bool  # whether the library of today makes the same content

    @property
    def changed(self) -> str:
        """What to say where it does not."""
        if not self.same and self.prescription.clinic is None and self.record["clinic"].get("name"):
            return "This sheet was printed with a clinic file: add --clinic FILE to see its lines as they were printed."
        return "" if self.same else "The content has changed since this sheet was printed: lines are those of today."


def sheet_of(file: Path, shop: Shop, records: Path) -> TracedSheet:
    """The sheet behind a file. Raises ContentError without its record, ProofError for what is no handout."""
    identifier = read_back(file.read_bytes()).claims.identifier
    record = record_of(records, identifier)
    order = order_of(record, shop)
    prescription = prescription_of(order, order.routines[0], shop)
    manuscript = compose(prescription) if order.length != "leaf" else lay(order, order.routines[0], shop).manuscript
    said = words_of(manuscript)  # a leaf gathers its cautions where its cells do not hold them
    return TracedSheet(record, prescription, said, id_of(prescription) == identifier)


def reasons(sheet: TracedSheet, text: str) -> Iterator[str]:
    """For each place on the sheet that says the text: where it comes from, and what stands behind it.
    Raises ContentError where no place says it."""
    wanted = _plain(text)
    found = [one for one in sheet.said if not one.private and wanted in _plain(one.text)]
    if not found:
        hint = "Give the words as they stand on one line of the sheet; a patient's own words are in no file."
        raise ContentError(Finding(f"nothing on this sheet says “{text}”", hint))
    for one in found:
        yield f"{one.block or one.section}: “{one.text}”"
        yield from (f"    {line}" for line in _behind(one, sheet))


def _plain(text: str) -> str:
    return " ".join(ISOLATES.sub("", text).split()).casefold()


def _behind(said: Said, sheet: TracedSheet) -> Iterator[str]:
    edition = sheet.prescription.edition
    phrase = edition.phrases.get(said.path) or edition.language.texts.get(said.path)
    if phrase is not None:
        yield f"words: {phrase.where} ({said.path})"
        was = sheet.record.get("words", {}).get(said.path)
        if was is not None and was != phrase.text:
            yield f"when it was printed they were: “{was}”"
    elif said.path:
        yield f"put together from: {said.path}"
    exercise = edition.exercises.get(_exercise(said))
    if exercise is not None:
        yield from _dose(exercise, sheet)
    yield from _rule(said, sheet)
    yield _approver(sheet)


def _exercise(said: Said) -> str:
    """The exercise a text belongs to, by its block or by the words it takes."""
    kind, _, name = said.block.partition("/")
    if kind == "exercise":
        return name
    parts = said.path.split(".")
    return parts[1] if parts[0] == "exercises" and len(parts) > 1 else ""


def _dose(exercise: Exercise, sheet: TracedSheet) -> Iterator[str]:
    printed_as = next((one for one in sheet.prescription.exercises if one.id == exercise.id), None)
    if printed_as is not None:
        said = ", ".join(f"{name} {value:g}" for name, value in given(printed_as.dose).items())
        yield f"dose: {exercise.where.file}: {said}"
    limits = ", ".join(f"{name} {low:g} to {high:g}" for name, low, high in exercise.limits)
    if limits:
        yield f"limits: {limits} ({_cited(exercise.limits_source, sheet)})"
    if exercise.sources:
        yield f"sources: {_cited(exercise.sources, sheet)}"


def _cited(names: tuple[str, ...], sheet: TracedSheet) -> str:
    sources = sheet.prescription.edition.library.sources
    return "; ".join(f"{name}: {sources[name].cite}" if name in sources else name for name in names)


def _rule(said: Said, sheet: TracedSheet) -> Iterator[str]:
    """Why a line of the panel stands there: who brings it, and its sources."""
    parts = said.path.split(".")
    if parts[:2] != ["safety", "lines"]:
        return
    edition, name = sheet.prescription.edition, parts[2]
    safety, routine = edition.safety, edition.routine
    sign = safety.signs.get(name)
    if sign is not None and sign.sources:
        yield f"sources: {_cited(sign.sources, sheet)}"
    asking = {key: one for key, one in safety.conditions.items() if one.said_by == name}
    exercises = (one.exercise for one in sheet.prescription.exercises)
    brought = [one.id for one in exercises if {*one.safety} & {*asking} or name in one.signs]
    by = [*([routine.id] if name in routine.signs or {*routine.asks, *routine.safety} & {*asking} else []), *brought]
    yield f"rule: on the panel because of {', '.join(by) or 'every sheet'}; it says {', '.join(asking) or name}"


def _approver(sheet: TracedSheet) -> str:
    told = sheet.record.get("state", {}).get("approved") or []
    if len(told) == 3:
        return f"approved by {told[0]}, {told[1]}, {told[2]}"
    return "a draft when it was printed: no clinician had approved it"
