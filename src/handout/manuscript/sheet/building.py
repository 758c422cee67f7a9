"""All blocks of one handout, from its prescription."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout.errors import ManuscriptError
from handout.manuscript.blanks import blanks
from handout.manuscript.blocks import Audience, ManuscriptBlock, Message, Note, Notes, Running, Title
from handout.manuscript.kinds import Kind
from handout.manuscript.places import OWN
from handout.manuscript.sheet.after import (
    balance,
    colophon,
    diary,
    evidence,
    floor,
    needs,
    online,
    own_text,
    questions,
    running,
    section,
    see_us,
    tips,
)
from handout.manuscript.sheet.cards import cards
from handout.manuscript.sheet.first_page import panel, patient, plan, privates, stamps
from handout.manuscript.sheet.leaf import leaf_blocks
from handout.manuscript.sheet.masthead import masthead
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.sheet.ways import in_short, teach_back, ways
from handout.manuscript.text import Inline, Text, text
from handout.prescription import Prescription

NOTE_LINES = 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a template may place, by name; nothing stands under a name that this sheet has no block for."""

    title: str
    description: str
    placed: Mapping[str, tuple[ManuscriptBlock, ...]]
    running: Running


def blocks_of(prescription: Prescription, content_id: str, *, gathered: bool = False) -> Blocks:
    """Every block of a sheet, with blanks. Raises `ManuscriptError` with all that cannot be said, and LeafError where
    nobody has written the words of a leaf. `gathered`: a leaf says its cautions in one place."""
    voice, leaf = Voice(prescription), prescription.length == "leaf"
    path = f"routines.{prescription.edition.routine.id}"
    title = voice.words(f"{path}.title")
    made = Blocks(
        title=str(title),
        description=str(voice.words(f"{path}.search") if voice.edition.has(f"{path}.search") else title),
        placed={
            **_front(voice, prescription),
            **_after(voice, prescription, content_id),
            **_own(voice),
            **(leaf_blocks(voice, prescription, content_id, gathered=gathered) if leaf else {}),
        },
        running=running(voice, prescription),
    )
    if voice.findings:
        raise ManuscriptError(dict.fromkeys(voice.findings))
    return made


def _front(voice: Voice, prescription: Prescription) -> dict[str, tuple[ManuscriptBlock, ...]]:
    path = f"routines.{prescription.edition.routine.id}"
    lead, follow = (voice.words(f"{path}.message.{part}") for part in ("lead", "follow"))
    return {
        "stamps": stamps(voice),
        "masthead": (masthead(voice, prescription),),
        "patient": (patient(voice, prescription),),
        "title": (Title(text=text(Kind.TITLE, voice.words(f"{path}.title"))),),
        "audience": (Audience(text=text(Kind.AUDIENCE, voice.words(f"{path}.for_whom"))),),
        "message": (Message(lead=text(Kind.LEAD, lead), follow=text(Kind.FOLLOW, follow)),),
        "safety": (panel(voice, prescription),),
        "plan": (plan(voice, prescription),),
        "note": _note(voice, prescription),
    }


def _after(voice: Voice, prescription: Prescription, content_id: str) -> dict[str, tuple[ManuscriptBlock, ...]]:
    return {
        "balance": (balance(voice),),
        "ways": ways(voice, prescription),
        "needs": needs(voice, prescription),
        "tips": tips(voice),
        "floor": floor(voice, prescription),
        "exercises": cards(voice, prescription),
        "do-not": (section(voice, "do-not"),),
        "bad-day": (section(voice, "bad-day"),),
        "after": (section(voice, "after"),),
        "questions": (questions(voice),),
        "see-us": (see_us(voice, prescription),),
        "evidence": (evidence(voice),) if prescription.edition.routine.known else (),
        "diary": (diary(voice, prescription),),
        "notes": (Notes(title=text(Kind.HEADING3, voice.phrase("notes_title")), lines=NOTE_LINES),),
        "online": online(voice, prescription),
        "in-short": in_short(voice),
        "teach-back": teach_back(voice),
        "colophon": (colophon(voice, prescription, content_id),),
    }


def _own(voice: Voice) -> dict[str, tuple[ManuscriptBlock, ...]]:
    """The texts of a library's own, each under the line that a template places it with."""
    return {f"{OWN} {name}": (own_text(voice, name),) for name in voice.edition.library.texts}


def _note(voice: Voice, prescription: Prescription) -> tuple[Note, ...]:
    """The pack's note for everybody, then the clinician's to this patient."""
    texts: list[Text] = []
    if prescription.pack_note:
        said = voice.typeset(prescription.pack_note, f"packs.{prescription.name}.note")
        texts.append(text(Kind.PARAGRAPH, said))
    values = blanks(privates(prescription))
    texts.extend(Text(Kind.PARAGRAPH, (Inline(value),)) for key, value in values.items() if key.startswith("note-"))
    return (Note(title=text(Kind.HEADING3, voice.phrase("note_title")), texts=tuple(texts)),) if texts else ()
