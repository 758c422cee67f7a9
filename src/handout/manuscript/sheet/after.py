"""The words round the exercises: the balance, what is needed, questions, evidence, diary, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handout.language import date, number
from handout.manuscript.sheet.types import (
    Balance,
    Colophon,
    Diary,
    Floor,
    Question,
    Running,
    Said,
    Titled,
)
from handout.manuscript.sheet.voice import Voice
from handout.prescription import Prescription
from handout.prescription.content import reworded_of

DIARY_DAYS = 14  # the language's phrase says two weeks
BETWEEN_SOURCES = "\u00a0· "  # the sign stays with what it follows
SOURCE_LANGUAGE = "en"


def _list(voice: Voice, table: str, ids: Iterable[str]) -> tuple[Said, ...]:
    return tuple(voice.words(f"routines.{voice.edition.routine.id}.{table}.{one}") for one in ids)


def balance(voice: Voice) -> Balance:
    """Pros and cons, the other ways, and doing nothing."""
    routine = voice.edition.routine
    nothing = voice.words(f"routines.{routine.id}.nothing")
    return Balance(
        title=voice.phrase("balance_title"),
        pros=Titled("pros", voice.phrase("good_points"), _list(voice, "pros", routine.pros)),
        cons=Titled("cons", voice.phrase("drawbacks"), _list(voice, "cons", routine.cons)),
        others=Titled("others", voice.phrase("other_ways"), _list(voice, "others", routine.others)),
        nothing=Titled("nothing", voice.phrase("doing_nothing"), (nothing,)),
    )


def needs(voice: Voice, prescription: Prescription) -> Titled:
    """What is needed: things of all exercises alone, others with the numbers of the exercises."""
    return Titled("needs", voice.phrase("needs"), tuple(_needs(voice, prescription)))


def _needs(voice: Voice, prescription: Prescription) -> Iterator[Said]:
    for numbers, ids in prescription.equipment:
        things = voice.joined(voice.words(f"equipment.items.{thing}") for thing in ids)
        said = voice.joined(number(voice.language, one) for one in numbers)
        if len(numbers) == len(prescription.exercises):
            yield Said(things, "equipment")
        else:
            yield voice.phrase("needs_for", {"numbers": said, "things": things})


def tips(voice: Voice) -> Titled:
    """What is good to know before one starts."""
    return Titled("tips", voice.phrase("good_to_know"), _list(voice, "tips", voice.edition.routine.tips))


def floor(voice: Voice, prescription: Prescription) -> Floor | None:
    """Getting down and up, when an exercise is on the floor."""
    if not prescription.on_floor:
        return None
    steps = voice.edition.safety.floor
    down = tuple(voice.words(f"safety.floor.down.{step}") for step in steps.get("down", ()))
    up = tuple(voice.words(f"safety.floor.up.{step}") for step in steps.get("up", ()))
    first = next(one.id for one in prescription.exercises if one.exercise.position == "floor")
    return Floor(voice.phrase("floor_title"), down, up, first)


def sections(voice: Voice) -> tuple[Titled, ...]:
    """What not to do, a bad day, and what comes after the last week."""
    path = f"routines.{voice.edition.routine.id}"
    return tuple(
        Titled(kind.replace("_", "-"), voice.phrase(f"{kind}_title"), (voice.words(f"{path}.{kind}"),))
        for kind in ("do_not", "bad_day", "after")
    )


def questions(voice: Voice) -> tuple[Question, ...]:
    """Questions people ask."""
    routine = voice.edition.routine
    paths = (f"routines.{routine.id}.questions.{one}" for one in routine.questions)
    return tuple(Question(voice.words(f"{path}.ask"), voice.words(f"{path}.say")) for path in paths)


def evidence(voice: Voice) -> tuple[Titled, Titled]:
    """What is known, and what is not."""
    routine = voice.edition.routine
    return (
        Titled("known", voice.phrase("known"), _list(voice, "known", routine.known)),
        Titled("unknown", voice.phrase("unknown"), _list(voice, "unknown", routine.unknown)),
    )


def see_us(voice: Voice, prescription: Prescription) -> Titled:
    """When to come back; without a clinic there is no "us"."""
    key = "see_us" if prescription.clinic else "see_clinician"
    return Titled("see-us", voice.phrase(key), _list(voice, "see_us", voice.edition.routine.see_us))


def diary(voice: Voice, prescription: Prescription) -> Diary:
    """Two weeks to tick, with the rows of these exercises and one for pain."""
    rows = (
        (number(voice.language, one.number), voice.words(f"exercises.{one.id}.name"))
        for one in prescription.exercises
    )
    return Diary(
        title=voice.phrase("diary_title"),
        how=voice.phrase("diary_how"),
        day=voice.phrase("day"),
        days=DIARY_DAYS,
        rows=tuple(rows),
        pain=voice.phrase("diary_pain"),
    )


def colophon(voice: Voice, prescription: Prescription, content_id: str) -> tuple[Colophon, ...]:
    """Where it comes from, who wrote it, which version it is, and who has or has not approved it."""
    parts = (
        _sentences(voice, _origin(voice, prescription, content_id)),
        _sentences(voice, _state(voice, prescription)),
        _sentences(voice, _offers(voice, prescription)),
    )
    return (*_sources(voice), *parts)


def _sources(voice: Voice) -> Iterator[Colophon]:
    """Publications are named as they are: in English, and said to be so in another language."""
    library = voice.edition.library
    found = (library.sources.get(name) for name in voice.edition.routine.sources)
    cites = dict.fromkeys(source.cite for source in found if source is not None and source.printed)
    if cites:
        lang = "" if voice.edition.tag == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        text = Said(BETWEEN_SOURCES.join(cites), f"routines.{voice.edition.routine.id}.sources")
        yield Colophon(text, voice.phrase("sources"), lang)


def _sentences(voice: Voice, sentences: Iterable[Said]) -> Colophon:
    """Whole sentences, one after the other; the language's rules close the gaps it does not write."""
    return Colophon(voice.typeset(" ".join(one for one in sentences if one), "colophon"))


def _origin(voice: Voice, prescription: Prescription, content_id: str) -> Iterator[Said]:
    routine, clinic = voice.edition.routine, prescription.clinic
    yield voice.phrase("written_by", {"name": voice.named(routine.author)})
    yield voice.phrase("version", {"version": routine.version, "date": date(voice.language, routine.written)})
    yield voice.phrase("review_by", {"date": date(voice.language, routine.review_by)})
    yield voice.phrase("content_id", {"id": voice.named(content_id)})
    if clinic is not None and clinic.leaflet_code:
        yield Said(voice.named(clinic.leaflet_code))  # last: a code has no full stop to part it from a sentence


def _state(voice: Voice, prescription: Prescription) -> Iterator[Said]:
    edition = voice.edition
    if edition.translated:
        yield voice.phrase("translated", {"date": date(voice.language, edition.translated)})
    if edition.approval is not None:
        by = edition.approval.by
        role = voice.language.roles.get(by.role, by.role)
        values = {"name": voice.named(by.name), "role": role, "date": date(voice.language, edition.approval.date)}
        yield voice.phrase("signed_by", values)
    else:
        yield voice.phrase("not_approved")
    if edition.unsure:
        yield voice.phrase("unsure")
    if reworded_of(prescription):
        yield voice.phrase("reworded")


def _offers(voice: Voice, prescription: Prescription) -> Iterator[Said]:
    yield voice.phrase("nobody_paid")
    if prescription.clinic is not None:
        yield voice.phrase("other_forms")


def running(voice: Voice, prescription: Prescription) -> Running:
    """The foot of every page; the folio keeps {page} and {pages} for the layout."""
    clinic = prescription.clinic
    phone = str(voice.typeset(clinic.telephone)) if clinic else ""
    start = " ".join(part for part in (voice.named(clinic.name) if clinic else "", phone) if part)
    first = {"page": number(voice.language, 1)}  # of the panel's warnings, in every order it may stand in
    stop = voice.phrase("running_stop_blank", first)
    if voice.emergency:
        stop = voice.phrase("running_stop", {**first, "number": voice.emergency})
    return Running(
        start=Said(start, "clinic"),
        middle=stop,
        folio=voice.phrase("page", {"page": "{page}", "pages": "{pages}"}),
        turn_over=voice.phrase("turn_over"),
    )
