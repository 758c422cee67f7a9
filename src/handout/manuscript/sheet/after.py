"""The words round the exercises: the balance, what is needed, questions, evidence, diary, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handout.language import date, number
from handout.manuscript.blocks import (
    Balance,
    Code,
    Colophon,
    Diary,
    Entry,
    Evidence,
    Floor,
    Needs,
    Online,
    OwnText,
    Question,
    Questions,
    Running,
    Section,
    SectionName,
    SeeUs,
    Titled,
)
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.cautions import BETWEEN
from handout.manuscript.sheet.voice import Voice
from handout.manuscript.text import NO_BREAK, Sourced, Text, inlines_of, led, text
from handout.prescription import Prescribed, Prescription, reworded_of

DIARY_DAYS = 14  # the language's phrase says two weeks
SOURCE_LANGUAGE = "en"
SEE = "online"  # of the words for a screen: the line beside the code
CODE = "code"  # the name of its picture


def _list(voice: Voice, table: str, ids: Iterable[str], kind: Kind) -> tuple[Text, ...]:
    """The texts of a table, those that fit what is printed."""
    said = (voice.fitting(f"{table}.{one}") for one in ids)
    return tuple(text(kind, one) for one in said if one is not None)


def _titled(kind: Kind, title: Sourced, texts: tuple[Text, ...]) -> Titled:
    return Titled(kind=kind, title=text(Kind.HEADING3, title), texts=texts)


def balance(voice: Voice) -> Balance:
    """Pros and cons, the other ways, and doing nothing."""
    routine = voice.edition.routine
    pros = _list(voice, "pros", routine.pros, Kind.ITEM)
    cons = _list(voice, "cons", routine.cons, Kind.ITEM)
    if voice.edition.has(f"routines.{routine.id}.brief.nothing"):
        others = _list(voice, "brief", ("others",), Kind.PARAGRAPH)
        nothing = _list(voice, "brief", ("nothing",), Kind.PARAGRAPH)
    else:
        others = _list(voice, "others", routine.others, Kind.PARAGRAPH)
        nothing = (text(Kind.PARAGRAPH, voice.words(f"routines.{routine.id}.nothing")),)
    return Balance(
        title=text(Kind.HEADING2, voice.phrase("balance_title")),
        pros=_titled(Kind.PROS, voice.phrase("good_points"), pros),
        cons=_titled(Kind.CONS, voice.phrase("drawbacks"), cons),
        others=_titled(Kind.OTHERS, voice.phrase("other_ways"), others),
        nothing=_titled(Kind.NOTHING, voice.phrase("doing_nothing"), nothing),
    )


def needs(voice: Voice, prescription: Prescription) -> tuple[Needs, ...]:
    """What is needed, if anything: things of all exercises alone, others with the numbers of the exercises."""
    texts = tuple(text(Kind.PARAGRAPH, said) for said in _needs(voice, prescription))
    return (Needs(title=text(Kind.HEADING3, voice.phrase("needs")), texts=texts),) if texts else ()


def _needs(voice: Voice, prescription: Prescription) -> Iterator[Sourced]:
    for numbers, ids in prescription.equipment:
        things = voice.joined(voice.words(f"equipment.items.{thing}") for thing in ids)
        said = voice.joined(number(voice.language, one) for one in numbers)
        if len(numbers) == len(prescription.exercises):
            yield voice.phrase("needs_all", {"things": things})
        else:
            yield voice.phrase("needs_for", {"numbers": said, "things": things})


def tips(voice: Voice) -> tuple[Section, ...]:
    """What is good to know before one starts, if anything."""
    texts = _list(voice, "tips", voice.edition.routine.tips, Kind.ITEM)
    return (_section("tips", voice.phrase("good_to_know"), texts),) if texts else ()


def _section(name: SectionName, title: Sourced, texts: tuple[Text, ...]) -> Section:
    return Section(name=name, title=text(Kind.HEADING3, title), texts=texts)


def floor(voice: Voice, prescription: Prescription) -> tuple[Floor, ...]:
    """Getting down and up, when an exercise is on the floor."""
    if not prescription.on_floor:
        return ()
    first = next(one.id for one in prescription.exercises if one.position == "floor")
    title = text(Kind.HEADING3, voice.phrase("floor_title"))
    return (Floor(title=title, down=_floor_steps(voice, "down"), up=_floor_steps(voice, "up"), before=first),)


def _floor_steps(voice: Voice, way: str) -> tuple[Text, ...]:
    steps = voice.edition.safety.floor.get(way, ())
    return tuple(text(Kind.STEP, voice.words(f"safety.floor.{way}.{step}")) for step in steps)


def section(voice: Voice, name: SectionName) -> Section:
    """What not to do, a bad day, or what comes after the last week."""
    key = name.replace("-", "_")
    words = text(Kind.PARAGRAPH, voice.words(f"routines.{voice.edition.routine.id}.{key}"))
    return _section(name, voice.phrase(f"{key}_title"), (words,))


def own_text(voice: Voice, name: str) -> OwnText:
    """A text of a library's own, its paragraphs in the order of the English."""
    path = f"texts.{name}"
    english = voice.edition.library.texts[name].words[SOURCE_LANGUAGE].phrases
    texts = (text(Kind.PARAGRAPH, voice.words(f"{path}.{key}")) for key in english if key != "title")
    return OwnText(name=name, title=text(Kind.HEADING3, voice.words(f"{path}.title")), texts=tuple(texts))


def questions(voice: Voice) -> Questions:
    """Questions people ask."""
    asked = (_question(voice, one) for one in voice.edition.routine.questions)
    found = tuple(one for one in asked if one is not None)
    return Questions(title=text(Kind.HEADING2, voice.phrase("questions_title")), questions=found)


def _question(voice: Voice, name: str) -> Question | None:
    """A question with its answer, where what it asks about is printed."""
    key = f"questions.{name}"
    things = voice.edition.routine.when.get(key, ())
    if things and not voice.printed.intersection(things):
        return None
    ask, answer = voice.fitting(f"{key}.ask"), voice.fitting(f"{key}.say")
    if ask is None or answer is None:
        return None
    return Question(name=name, ask=text(Kind.ASK, ask), answer=text(Kind.ANSWER, answer))


def evidence(voice: Voice) -> Evidence:
    """What is known, and what is not."""
    routine = voice.edition.routine
    known = _list(voice, "known", routine.known, Kind.PARAGRAPH)
    unknown = _list(voice, "unknown", routine.unknown, Kind.PARAGRAPH)
    return Evidence(
        known=_titled(Kind.KNOWN, voice.phrase("known"), known),
        unknown=_titled(Kind.UNKNOWN, voice.phrase("unknown"), unknown),
    )


def see_us(voice: Voice, prescription: Prescription) -> SeeUs:
    """When to come back; without a clinic there is no "us"."""
    key = "see_us" if prescription.clinic else "see_clinician"
    texts = _list(voice, "see_us", voice.edition.routine.see_us, Kind.ITEM)
    return SeeUs(title=text(Kind.HEADING3, voice.phrase(key)), texts=texts)


def diary(voice: Voice, prescription: Prescription) -> Diary:
    """Two weeks to tick, with the rows of these exercises and one for pain."""
    rows = [_named(voice, one) for one in prescription.exercises]
    return Diary(
        title=text(Kind.HEADING2, voice.phrase("diary_title")),
        how=text(Kind.PARAGRAPH, voice.phrase("diary_how")),
        day=text(Kind.DAY, voice.phrase("day")),
        days=DIARY_DAYS,
        rows=(*rows, _pain(voice.phrase("diary_pain"))),
    )


def _named(voice: Voice, one: Prescribed) -> Entry:
    """An exercise by its number and its name: its dose stands on its card."""
    said = text(Kind.ENTRY, voice.words(f"exercises.{one.id}.name"))
    return Entry(kind=Kind.ENTRY, inlines=said.inlines, path=said.path, number=number(voice.language, one.number))


def _pain(said: Sourced) -> Entry:
    return Entry(kind=Kind.ENTRY, inlines=inlines_of(said), path=said.path)


def colophon(voice: Voice, prescription: Prescription, content_id: str, *, full: bool = False) -> Colophon:
    """Where it comes from, on paper in short and else in `full`; who wrote it, which version it is, and who has or has
    not approved it."""
    made = [*_origin(voice, content_id), *_state(voice, prescription)]
    if prescription.clinic and prescription.clinic.leaflet_code:
        made.append(Sourced(voice.named(prescription.clinic.leaflet_code)))  # last: it ends in no full stop
    parts = (_sentences(voice, made), _sentences(voice, _offers(voice, prescription)))
    return Colophon(texts=(*_sources(voice, full=full), *(part for part in parts if part)))


def _sources(voice: Voice, *, full: bool) -> Iterator[Text]:
    """Publications are named as they are: in English, and said to be so in another language."""
    library = voice.edition.library
    found = (library.sources.get(name) for name in voice.edition.routine.sources)
    printed = (source for source in found if source is not None and source.printed)
    cites = dict.fromkeys(source.cite if full or not source.short else _tied(source.short) for source in printed)
    if cites:
        lang = "" if voice.edition.tag == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        said = Sourced(BETWEEN.join(cites), f"routines.{voice.edition.routine.id}.sources")
        yield led(Kind.PARAGRAPH, said, voice.phrase("sources"), language=lang)


def _tied(short: str) -> str:
    """A short form on one line: a journal with its year."""
    return short.replace(" ", NO_BREAK)


def _sentences(voice: Voice, sentences: Iterable[Sourced]) -> Text:
    """Whole sentences, one after the other; the language's rules close the gaps it does not write."""
    return text(Kind.PARAGRAPH, voice.typeset(" ".join(one for one in sentences if one), "colophon"))


def _origin(voice: Voice, content_id: str) -> Iterator[Sourced]:
    routine = voice.edition.routine
    yield voice.phrase("written_by", {"name": voice.named(routine.author)})
    yield voice.phrase("version", {"version": routine.version, "date": date(voice.language, routine.written)})
    yield voice.phrase("review_by", {"date": date(voice.language, routine.review_by)})
    yield voice.phrase("content_id", {"id": voice.named(content_id)})


def _state(voice: Voice, prescription: Prescription) -> Iterator[Sourced]:
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


def _offers(voice: Voice, prescription: Prescription) -> Iterator[Sourced]:
    """What a clinic alone can say of itself and offer."""
    clinic = prescription.clinic
    if clinic is None:
        return
    if clinic.nobody_paid:
        yield voice.phrase("nobody_paid")
    yield voice.phrase("other_forms")
    yield voice.phrase("interpreter")


def online(voice: Voice, prescription: Prescription) -> tuple[Online, ...]:
    """Where the clinic's stock page stands, when there is one and the language can say what it is for. The address is
    that of the routine in this language: nothing of the person, of doses or of swaps."""
    clinic, tag = prescription.clinic, voice.language.tag
    address = clinic.page_of(prescription.edition.routine.id, tag) if clinic else ""
    if not address or SEE not in voice.language.screen:
        return ()
    where = voice.language.where
    said = voice.filled(voice.language.screen[SEE], voice.shared, f"screen.{SEE}", where)
    shown = address.removeprefix("https://")
    return (
        Online(
            code=Code(ref=CODE, alt=f"QR: {shown}", path="clinic"),
            say=text(Kind.PARAGRAPH, said),
            address=text(Kind.ADDRESS, Sourced(voice.named(shown), "clinic")),
        ),
    )


def running(voice: Voice, prescription: Prescription) -> Running:
    """The foot of every page; the folio keeps {page} and {pages} for the layout."""
    clinic = prescription.clinic
    phone = str(voice.typeset(clinic.telephone)) if clinic else ""
    leaf = prescription.length == "leaf"  # the clinic stands on the other side of the same paper
    said = () if leaf else (voice.named(clinic.name) if clinic else "", phone)
    start = " ".join(part for part in said if part)
    first = {"page": voice.shared["warning_page"]}
    stop = voice.phrase("running_stop_blank", first)
    if voice.emergency:
        stop = voice.phrase("running_stop", {**first, "number": voice.emergency})
    return Running(
        start=text(Kind.RUNNING_START, Sourced(start, "clinic")),
        middle=text(Kind.RUNNING_MIDDLE, stop),
        folio=text(Kind.FOLIO, voice.phrase("page", {"page": "{page}", "pages": "{pages}"})),
        turn_over=text(Kind.TURN_OVER, voice.phrase("turn_over_leaf" if leaf else "turn_over")),
    )
