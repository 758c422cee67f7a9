"""All words of one handout, from its prescription."""

from __future__ import annotations

from handout.errors import ManuscriptError
from handout.manuscript.sheet.after import (
    balance,
    colophon,
    diary,
    evidence,
    floor,
    needs,
    questions,
    running,
    sections,
    see_us,
    tips,
)
from handout.manuscript.sheet.cards import cards
from handout.manuscript.sheet.first_page import panel, patient, plan, privates, stamps
from handout.manuscript.sheet.masthead import masthead
from handout.manuscript.sheet.types import Kept, Said, Sheet, Titled
from handout.manuscript.sheet.voice import Voice
from handout.prescription import Prescription

NOTE_LINES = 2


def sheet_of(prescription: Prescription, content_id: str) -> Sheet:
    """Every word that a template may print. Raises `ManuscriptError` with all that cannot be said."""
    voice = Voice(prescription)
    path = f"routines.{prescription.edition.routine.id}"
    title = voice.words(f"{path}.title")
    known, unknown = evidence(voice)
    sheet = Sheet(
        tag=voice.language.tag,
        direction=voice.language.direction,
        style=prescription.style,
        content_id=content_id,
        title=title,
        description=voice.words(f"{path}.search") if voice.edition.has(f"{path}.search") else title,
        stamps=stamps(voice),
        masthead=masthead(voice, prescription),
        patient=patient(voice, prescription),
        audience=voice.words(f"{path}.for_whom"),
        lead=voice.words(f"{path}.message.lead"),
        follow=voice.words(f"{path}.message.follow"),
        panel=panel(voice, prescription),
        plan=plan(voice, prescription),
        note=_note(voice, prescription),
        balance=balance(voice),
        needs=needs(voice, prescription),
        tips=tips(voice),
        floor=floor(voice, prescription),
        cards=cards(voice, prescription),
        sections=sections(voice),
        questions_title=voice.phrase("questions_title"),
        questions=questions(voice),
        known=known,
        unknown=unknown,
        see_us=see_us(voice, prescription),
        diary=diary(voice, prescription),
        notes=voice.phrase("notes_title"),
        note_lines=NOTE_LINES,
        colophon=colophon(voice, prescription, content_id),
        running=running(voice, prescription),
    )
    if voice.findings:
        raise ManuscriptError(dict.fromkeys(voice.findings))
    return sheet


def _note(voice: Voice, prescription: Prescription) -> Titled | None:
    """The pack's note for everybody, then the clinician's to this patient."""
    texts: list[Said | Kept] = []
    if prescription.pack_note:
        texts.append(voice.typeset(prescription.pack_note, f"packs.{prescription.name}.note"))
    texts.extend(Kept(key) for key in privates(prescription) if key.startswith("note-"))
    return Titled("note", voice.phrase("note_title"), tuple(texts)) if texts else None
