"""The blocks that a leaf has in a form of its own: an exercise in one line, unless it is the only one, a balance with a
line for each other way.

A leaf is made whole or not at all: where a library or a language has not written its words, the order becomes a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from handout.errors import Finding, LeafError
from handout.language import date
from handout.manuscript.blocks import (
    Balance,
    Caution,
    Colophon,
    Days,
    ExerciseCard,
    Illustration,
    ManuscriptBlock,
    Online,
    Tip,
    Titled,
)
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.after import balance, online
from handout.manuscript.sheet.cards import cards, spoken, tip_of
from handout.manuscript.sheet.dose_words import strips
from handout.manuscript.sheet.first_page import summary
from handout.manuscript.sheet.gathered import MARKED, cautions_of
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import NO_BREAK, Inline, Sourced, Text, joined, led, text
from handout.prescription import Prescribed, Prescription, reworded_of

DAYS = 14  # boxes to tick: two weeks, as in the diary of a sheet
PHRASES = ("cautions_title", "cautions_key", "days_title", "full_sheet", "turn_over_leaf")


def leaf_blocks(
    voice: Voice, prescription: Prescription, content_id: str, *, gathered: bool
) -> dict[str, tuple[ManuscriptBlock, ...]]:
    """What stands under these names on a leaf; `gathered`: its cautions in one place, and not in its cells. Raises
    LeafError where its words are not written."""
    findings = list(_unwritten(voice, prescription))
    if findings:
        raise LeafError(findings)
    own = _one(voice, prescription) if prescription.alone else _several(voice, prescription, gathered=gathered)
    return {**own, "balance": (_balance(voice),), "colophon": (_colophon(voice, prescription, content_id),)}


def _one(voice: Voice, prescription: Prescription) -> Mapping[str, tuple[ManuscriptBlock, ...]]:
    """One exercise is the card of a sheet; beside it there is room for the diary of a sheet, and more."""
    own = tuple(card.at("short") for card in cards(voice, prescription))
    return {"cautions": (), "exercises": own, "days": ()}


def _several(
    voice: Voice, prescription: Prescription, *, gathered: bool
) -> Mapping[str, tuple[ManuscriptBlock, ...]]:
    full = cards(voice, prescription)
    cells = (cell(voice, prescription, *one) for one in zip(full, prescription.exercises, strict=True))
    places = next((picture.keys for card in full for picture in card.pictures if picture.keys), ())
    return {
        "cautions": cautions_of(voice, prescription, places) if gathered else (),
        "exercises": tuple(_marked(one) if gathered else one for one in cells),
        "days": (_days(voice, prescription),),
        "online": tuple(_online(voice, one) for one in online(voice, prescription)),
    }


def _unwritten(voice: Voice, prescription: Prescription) -> Iterator[Finding]:
    """The words of a leaf that are missing."""
    routine = f"routines.{voice.edition.routine.id}"
    cells = [] if prescription.alone else [one for one in prescription.exercises if not one.version]
    cues = [f"exercises.{one.id}.cue" for one in cells]
    for path in (*cues, f"{routine}.brief.others", f"{routine}.brief.nothing"):
        if not voice.edition.has(path):
            yield Finding(f"there are no words for a leaf in {voice.language.tag}: {path}", "Write them.", path=path)
    for key in PHRASES:
        if key not in voice.language.phrases:
            what = f"there are no words for a leaf in {voice.language.tag}: the phrase {key}"
            yield Finding(what, "Write them.", voice.language.where)


def shared_weeks(prescription: Prescription) -> bool:
    """Whether all exercises are for as many weeks, so that the days to tick say it for all."""
    return len({one.dose.weeks for one in prescription.exercises}) == 1


def cell(voice: Voice, prescription: Prescription, card: ExerciseCard, one: Prescribed) -> ExerciseCard:
    """An exercise in one line: its cue, or the version that is prescribed. What the easier way is stands where a
    caution asks for it."""
    path, numbers = f"exercises.{one.id}", spoken(voice, one, one.side or "right")
    if one.version:
        cue = led(Kind.CUE, voice.words(f"{path}.{one.version}", numbers), voice.phrase(one.version))
    else:
        cue = text(Kind.CUE, voice.words(f"{path}.cue", numbers))
    shared = shared_weeks(prescription) and not voice.stock  # nobody knows them yet: each cell has its own line
    dose = replace(one.dose, weeks=None) if shared else one.dose
    return replace(
        card,
        detail="cue",
        dose=voice.tried(strips, voice.dosed, dose) or (),
        purpose=None,
        steps=(),
        cue=cue,
        tips=(),
        pictures=tuple(_pictures(card)),
        cautions=tuple(_told(caution, tip_of(voice, one, numbers, "easier")) for caution in card.cautions),
    )


def _told(caution: Caution, way: Tip) -> Caution:
    """A caution; where it asks for the easier way, with what that is."""
    if caution.effect != "easier":
        return caution
    said = (Inline(" "), Inline(way.label, strong=True), Inline(NO_BREAK), *way.inlines)  # never alone on its line
    return replace(caution, inlines=(*caution.inlines, *said))


def _marked(one: ExerciseCard) -> ExerciseCard:
    """Without its cautions, and with a mark where some must not do it, or ask first."""
    marked = any(caution.effect in MARKED for caution in one.cautions)
    return replace(one, cautions=(), mark="bar" if marked else "")


def _pictures(card: ExerciseCard) -> Iterator[Illustration]:
    """Each picture once, without its words; one that shows the other side of another is left out."""
    seen: set[str] = set()
    for one in card.pictures:
        if one.path not in seen:
            seen.add(one.path)
            yield replace(one, caption=Text(Kind.CAPTION, ()), keys=())


def _balance(voice: Voice) -> Balance:
    """Good points and drawbacks as on a sheet, without a heading of their own; the other ways and doing nothing in one
    line each."""
    full, path = balance(voice), f"routines.{voice.edition.routine.id}.brief"

    def brief(side: Titled, key: str) -> Titled:
        return replace(side, texts=(text(Kind.PARAGRAPH, voice.words(f"{path}.{key}")),))

    others, nothing = brief(full.others, "others"), brief(full.nothing, "nothing")
    return replace(full, title=Text(Kind.HEADING2, ()), others=others, nothing=nothing)


def _days(voice: Voice, prescription: Prescription) -> Days:
    """A box a day for the first two weeks, and how long and how often."""
    return Days(
        title=text(Kind.HEADING3, voice.phrase("days_title")),
        summary=Text(Kind.SUMMARY, joined(summary(voice, prescription))),
        days=DAYS,
    )


def _online(voice: Voice, full: Online) -> Online:
    """The code alone, with a word that says what it opens."""
    return replace(full, say=text(Kind.PARAGRAPH, voice.phrase("full_sheet")), address=None)


def _colophon(voice: Voice, prescription: Prescription, content_id: str) -> Colophon:
    """Which version it is, its content id, and who approved it; that nobody did stands in its stamp."""
    sentences = " ".join(one for one in _origin(voice, prescription, content_id) if one)
    return Colophon(texts=(text(Kind.PARAGRAPH, voice.typeset(sentences, "colophon")),))


def _origin(voice: Voice, prescription: Prescription, content_id: str) -> Iterator[Sourced]:
    edition, clinic = voice.edition, prescription.clinic
    routine, approval = edition.routine, edition.approval
    yield voice.phrase("version", {"version": routine.version, "date": date(voice.language, routine.written)})
    if approval is not None:
        role = voice.language.roles.get(approval.by.role, approval.by.role)
        day = date(voice.language, approval.date)
        yield voice.phrase("signed_by", {"name": voice.named(approval.by.name), "role": role, "date": day})
    if reworded_of(prescription):
        yield voice.phrase("reworded")
    yield voice.phrase("content_id", {"id": voice.named(content_id)})
    if clinic is not None and clinic.leaflet_code:
        yield Sourced(voice.named(clinic.leaflet_code))
