"""The words of page 1 below the clinic's row: the patient's row, the stamps, the safety panel and the plan in brief."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handout.content import Dose, Part
from handout.errors import Private
from handout.language import Language, count, date, for_country, number, typeset
from handout.manuscript.blanks import blanks
from handout.manuscript.blocks import (
    Call,
    Cell,
    Column,
    PanelLine,
    PanelPart,
    PatientRow,
    Plan,
    Row,
    SafetyPanel,
    Stamps,
)
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.dose_words import do_it, hold, how_often
from handout.manuscript.sheet.voice import FIRST_STRONG, POP, Voice
from handout.manuscript.text import NO_BREAK, Inline, Sourced, Text, inlines_of, joined, normal, text
from handout.manuscript.words import ORDERS, orders_of
from handout.prescription import Prescription

PSEUDO = "-x-"
HEAD: dict[Column, str] = {
    "name": "exercise", "dose": "do_it", "hold": "hold", "often": "how_often", "long": "how_long",
}  # fmt: skip
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def stamps(voice: Voice) -> tuple[Stamps, ...]:
    """What must stand at the top of page 1: nothing claims an approval that has not happened."""
    edition = voice.edition
    keys = ["pseudo"] if PSEUDO in edition.tag else []
    if not edition.approved:
        keys.append("not_approved")
    if edition.unsure:
        keys.append("unsure")
    texts = tuple(text(Kind.STAMP, voice.phrase(key)) for key in keys)
    return (Stamps(texts=texts),) if texts else ()


def privates(prescription: Prescription) -> dict[str, Private]:
    """The patient's values by the key that stands in their blanks."""
    patient, note = prescription.order.patient, prescription.note
    found: dict[str, Private | None] = {}
    language = for_country(prescription.edition.language, prescription.country)
    if patient is not None:
        found |= {"name": patient.name, "reference": patient.reference, "born": _born(patient.born, language)}
    if note is not None:
        lines = (line.strip() for line in note.reveal().splitlines())
        for index, line in enumerate((line for line in lines if line), 1):
            found[f"note-{index}"] = Private(line, "note")
    return {
        key: Private(_directed(value.reveal(), key, language), key.partition("-")[0])
        for key, value in found.items()
        if value
    }


def own_values(voice: Voice, prescription: Prescription) -> dict[str, Private]:
    """All that one order has of its own, by key: the patient's values, who gives the sheet, and when."""
    given = {"by": _by(voice, prescription), "on": _on(voice, prescription)}
    return privates(prescription) | {key: Private(normal(said), key) for key, said in given.items() if said}


def _born(born: Private | None, language: Language) -> Private | None:
    """A date of birth such as 1980-05-17 as the language writes dates; anything else as it was given."""
    if born is None or not ISO_DATE.fullmatch(born.reveal()):
        return born
    try:
        return Private(date(language, born.reveal()), born.kind)
    except ValueError:  # no day of the calendar: 2001-02-30
        return born


def _directed(text: str, key: str, language: Language) -> str:
    """In right-to-left text a number of several parts, such as a telephone number, keeps its order."""
    if not language.right_to_left or key == "name":
        return text
    return typeset(language, text) if key.startswith("note") else f"{FIRST_STRONG}{text}{POP}"


def patient(voice: Voice, prescription: Prescription) -> PatientRow:
    """For, by, on, and the reference or date of birth; what is not known is a line to write on."""
    values = blanks(own_values(voice, prescription))
    named = {Kind.FOR: ("for", "name"), Kind.BY: ("by", "by"), Kind.ON: ("on", "on")}
    entries = [_entry(kind, voice.phrase(said), values.get(key)) for kind, (said, key) in named.items()]
    known = [key for key in ("reference", "born") if key in values]
    entries += [_entry(Kind.REFERENCE, voice.phrase(key), values[key]) for key in known]
    return PatientRow(entries=tuple(entries))


def _entry(kind: Kind, label: Sourced, value: Private | None) -> Text:
    """One entry of the row; None is a line to write on."""
    return Text(kind, (Inline(value),) if value else (), label=normal(label))


def _by(voice: Voice, prescription: Prescription) -> Sourced | None:
    clinician, country = prescription.order.clinician, prescription.country
    if clinician is None:
        return None
    role = country.roles.get(clinician.role, clinician.role) if country else clinician.role
    if not role:
        return Sourced(voice.named(clinician.name))
    said = voice.language.roles.get(role)
    if said is None:
        known = ", ".join(sorted(voice.language.roles))
        return voice.lacking(f'the language has no word for the role "{role}"', f"Known roles: {known}.")
    return voice.phrase("by_person", {"name": voice.named(clinician.name), "role": said})


def _on(voice: Voice, prescription: Prescription) -> Sourced | None:
    if not (prescription.personal or prescription.order.date):
        return None
    return Sourced(date(voice.language, prescription.date.isoformat()), "date")


def panel(voice: Voice, prescription: Prescription) -> SafetyPanel:
    """The safety panel, its parts in their fixed order."""
    parts, _ = ORDERS[orders_of(prescription.style)[0]]
    title = text(Kind.PANEL_TITLE, voice.phrase("safety_title"))
    return SafetyPanel(title=title, parts=tuple(_part(voice, prescription, part) for part in parts))


def _part(voice: Voice, prescription: Prescription, part: Part) -> PanelPart:
    lines = tuple(_line(voice, prescription, line) for line in prescription.panel[part])
    match part:
        case "ask":
            return PanelPart(name=part, heading=text(Kind.HEADING, voice.phrase("ask_heading")), lines=lines)
        case "stop":
            return PanelPart(
                name=part,
                signal=text(Kind.SIGNAL, voice.phrase("stop_signal")),
                heading=text(Kind.HEADING, voice.phrase("stop_heading")),
                lines=lines,
                last=text(Kind.LAST, voice.phrase("stop_last")),
                rest=text(Kind.REST, voice.phrase("stop_rest")),
            )
        case "now":
            return PanelPart(
                name=part,
                signal=text(Kind.SIGNAL, voice.phrase("now_signal")),
                heading=text(Kind.HEADING, voice.phrase("now_heading")),
                follow=text(Kind.FOLLOW, voice.phrase("now_follow")),
                call=_call(voice),
                lines=lines,
            )
        case "today":
            key = "today_call" if voice.advice else "today_heading"
            return PanelPart(name=part, heading=text(Kind.HEADING, voice.phrase(key)), lines=lines)


def _call(voice: Voice) -> Call:
    """The emergency number, or a line to write it on and what it may be."""
    hint = None if voice.emergency else _numbers(voice)
    return Call(
        word=text(Kind.CALL_WORD, voice.phrase("call")),
        number=text(Kind.NUMBER, voice.typeset(voice.emergency)),
        hint=text(Kind.NUMBER_HINT, hint) if hint else None,
    )


def _line(voice: Voice, prescription: Prescription, line: str) -> PanelLine:
    said, pieces = voice.led(f"safety.lines.{line}")
    letter = letters(voice, prescription).get(line, "")
    return PanelLine(kind=Kind.LINE, inlines=joined(pieces), path=said.path, label=letter, id=line)


def letters(voice: Voice, prescription: Prescription) -> dict[str, str]:
    """The letter of each ask-first line of this sheet, from the language's own alphabet, in the order printed."""
    asked = prescription.panel["ask"]
    own = voice.language.letters
    if len(asked) > len(own):
        hint = f"Add more letters to assets/languages/{voice.language.tag}.yaml."
        voice.lacking(f"the language has {len(own)} letters for {len(asked)} lines", hint)
    return dict(zip(asked, own, strict=False))


def _numbers(voice: Voice) -> Sourced | None:
    """The emergency numbers there are, where nobody knows which is the reader's: that of the country where the language
    is at home first (112 is the police in Korea)."""
    home = voice.edition.library.countries.get(voice.language.home)
    common = voice.edition.safety.emergency_numbers
    own = (home.emergency.number,) if home else ()
    numbers = tuple(dict.fromkeys((*own, *common)))
    if not numbers:
        return None
    said = voice.joined((str(voice.typeset(number)) for number in numbers), voice.language.any_of)
    apart = len(numbers) - len(common)  # the common ones stand on one line; one more may stand on the line before
    tied = said.replace(" ", NO_BREAK).replace(NO_BREAK, " ", apart)
    return voice.phrase("emergency_number", {"numbers": tied})


def plan(voice: Voice, prescription: Prescription) -> Plan:
    """The plan in brief: one row an exercise."""
    head = Row(cells=tuple(_cell(Kind.COLUMN, column, voice.phrase(key)) for column, key in HEAD.items()))
    return Plan(
        title=text(Kind.HEADING2, voice.phrase("plan_title")),
        summary=Text(Kind.SUMMARY, joined(summary(voice, prescription))),
        rows=(head, *_rows(voice, prescription)),
    )


def _cell(kind: Kind, column: Column, said: Sourced) -> Cell:
    return Cell(kind=kind, inlines=inlines_of(said), path=said.path, column=column)


def summary(voice: Voice, prescription: Prescription) -> tuple[tuple[bool, Sourced], ...]:
    """About how long, how often at most, for how many weeks at most; where nobody knows yet, who will say it."""
    if voice.stock:
        return ((False, voice.phrase("stock_dose")),)
    doses = [one.dose for one in prescription.exercises]
    weeks = max((dose.weeks for dose in doses if dose.weeks is not None), default=None)
    uses = {"minutes": prescription.minutes, "times_a_day": max(dose.times_a_day for dose in doses)}
    if weeks is not None:
        uses["for_weeks"] = weeks
    values = {use: voice.said(f"counts.{use}", count, voice.language, use, n) for use, n in uses.items()}
    return voice.parts("plan_summary" if weeks is not None else "plan_summary_no_weeks", values)


def _rows(voice: Voice, prescription: Prescription) -> Iterator[Row]:
    for one in prescription.exercises:
        name = _cell(Kind.CELL, "name", voice.words(f"exercises.{one.id}.name"))
        doses = (_cell(Kind.CELL, *cell) for cell in _cells(voice, one.dose, f"exercises.{one.id}.dose"))
        yield Row(number=number(voice.language, one.number), cells=(name, *doses))


def _cells(voice: Voice, dose: Dose, path: str) -> Iterator[tuple[Column, Sourced]]:
    yield "dose", voice.said(path, do_it, voice.dosed, dose)
    yield "hold", voice.said(path, hold, voice.dosed, dose) or voice.phrase("no_hold")
    yield "often", voice.said(path, how_often, voice.dosed, dose)
    if dose.weeks is None:
        yield "long", Sourced("", path)
    else:
        yield "long", voice.said(path, count, voice.dosed, "weeks", dose.weeks)
