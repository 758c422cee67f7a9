"""The fridge card of a sheet: "get help now" whole, the number to call, and the doses. It is never given alone.

Nothing of one order stands on it, so that it may hang where visitors see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handout.cache import Cache
from handout.errors import Finding, ManuscriptError
from handout.language import Language, fill, for_country, number
from handout.manuscript.blanks import blanked
from handout.manuscript.blocks import CardDose, CardDoses, PanelPart, SafetyPanel, Strip
from handout.manuscript.compose import id_of
from handout.manuscript.grammar import REPORT, part_faults, unsaid
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.sheet.after import running
from handout.manuscript.sheet.dose_figures import figures
from handout.manuscript.sheet.dose_words import strips
from handout.manuscript.sheet.first_page import panel, stamps
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import text
from handout.prescription import Prescribed, Prescription

PART = "now"


def compose_card(prescription: Prescription, cache: Cache | None = None) -> Manuscript:
    """The card's words; its paper is the smallest, until it is laid out. Raises `ManuscriptError` with all findings."""
    voice = Voice(blanked(prescription))
    sheet, content = f"routines.{prescription.edition.routine.id}", id_of(prescription, cache)
    title = voice.phrase("card_title")
    whole = panel(voice, prescription)
    parts = tuple(_under_title(part) for part in whole.parts if part.name == PART)
    safety = SafetyPanel(title=text(Kind.TITLE, title), parts=parts)
    doses = CardDoses(
        title=text(Kind.HEADING2, voice.words(f"{sheet}.title")),
        doses=tuple(_dose(voice, one) for one in prescription.exercises),
        origin=text(Kind.PARAGRAPH, voice.phrase("content_id", {"id": voice.named(content)})),
    )
    findings = [*voice.findings] or [*card_faults(safety, doses, prescription)]
    if findings:
        raise ManuscriptError(dict.fromkeys(findings))
    edition = prescription.edition
    return Manuscript(
        blocks=(*stamps(voice), safety, doses),
        running=running(voice, prescription),
        tag=edition.written,
        direction=edition.language.direction,
        title=f"{title}: {doses.title.plain}",
        description=str(title),
        content_id=content,
        style=prescription.style,
        paper="a6",
        fridge_card=True,
    )


def _under_title(part: PanelPart) -> PanelPart:
    """Its heading right below the card's title: no panel's title stands between."""
    return replace(part, heading=replace(part.heading, kind=Kind.HEADING2))


def _dose(voice: Voice, one: Prescribed) -> CardDose:
    """The cells of the exercise's strip as one line."""
    cells = tuple(map(_cell, voice.tried(strips, voice.language, one.dose) or ()))
    listed = voice.said(f"exercises.{one.id}.dose", _listed, voice.language, cells)
    return CardDose(
        id=one.id,
        number=number(voice.language, one.number),
        name=text(Kind.CARD_NAME, voice.words(f"exercises.{one.id}.name")),
        dose=text(Kind.CARD_AMOUNT, listed),
        cells=cells,
    )


def _cell(strip: Strip) -> str:
    return " ".join(said.plain for said in (strip.amount, *strip.units) if said)


def _listed(language: Language, cells: Sequence[str]) -> str:
    """The cells as the language lists things."""
    said = "".join(cells[:1])
    for cell in cells[1:]:
        said = fill(language, language.and_list.many, {"a": said, "b": cell})
    return said


def card_faults(safety: SafetyPanel, doses: CardDoses, prescription: Prescription) -> Iterator[Finding]:
    """Everything that keeps a card from saying what the sheet says: the part whole, and every dose with each number."""
    if [part.name for part in safety.parts] != [PART] or not safety.title:
        yield Finding("the fridge card does not hold “get help now”, and that alone", REPORT)
    for part in safety.parts:
        yield from part_faults(part, prescription)
    language = for_country(prescription.edition.language, prescription.country)
    if [one.id for one in doses.doses] != [one.id for one in prescription.exercises]:
        yield Finding("the exercises of the fridge card are not those prescribed", REPORT)
        return
    for own, one in zip(doses.doses, prescription.exercises, strict=True):
        for field in unsaid(figures(language, one.dose), own.dose.plain):
            yield Finding(f"the fridge card does not say {field} of the exercise {one.id}", REPORT)
