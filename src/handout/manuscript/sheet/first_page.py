"""The words of page 1 below the clinic's row: the patient's row, the stamps, the safety panel and the plan in brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from handout.content.dose import Dose
from handout.content.types import Part
from handout.errors import Private
from handout.language import Language, count, date, for_country, number, typeset
from handout.manuscript.sheet.dose_words import do_it, hold, how_often
from handout.manuscript.sheet.types import (
    Kept,
    Line,
    Panel,
    PanelPart,
    PatientLine,
    Plan,
    PlanRow,
    Said,
)
from handout.manuscript.sheet.voice import FIRST_STRONG, POP, Voice
from handout.manuscript.words import ORDERS, orders_of
from handout.prescription import Prescription

PSEUDO = "-x-"
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def stamps(voice: Voice) -> tuple[Said, ...]:
    """What must stand at the top of page 1: nothing claims an approval that has not happened."""
    edition = voice.edition
    keys = ["pseudo"] if PSEUDO in edition.tag else []
    if not edition.approved:
        keys.append("not_approved")
    if edition.unsure:
        keys.append("unsure")
    return tuple(voice.phrase(key) for key in keys)


def privates(prescription: Prescription) -> dict[str, Private]:
    """The patient's values by the key that stands for them in the markup."""
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


def patient(voice: Voice, prescription: Prescription) -> tuple[PatientLine, ...]:
    """For, by, on, and the reference or date of birth; what is not known is a line to write on."""
    values = privates(prescription)
    rows = [
        PatientLine("for", voice.phrase("for"), Kept("name") if "name" in values else None),
        PatientLine("by", voice.phrase("by"), _by(voice, prescription)),
        PatientLine("on", voice.phrase("on"), _on(voice, prescription)),
    ]
    for key in ("reference", "born"):
        if key in values:
            rows.append(PatientLine("reference", voice.phrase(key), Kept(key)))
    return tuple(rows)


def _by(voice: Voice, prescription: Prescription) -> Said | None:
    clinician, country = prescription.order.clinician, prescription.country
    if clinician is None:
        return None
    role = country.roles.get(clinician.role, clinician.role) if country else clinician.role
    if not role:
        return Said(voice.named(clinician.name))
    said = voice.language.roles.get(role)
    if said is None:
        known = ", ".join(sorted(voice.language.roles))
        return voice.lacking(f'the language has no word for the role "{role}"', f"Known roles: {known}.")
    return voice.phrase("by_person", {"name": voice.named(clinician.name), "role": said})


def _on(voice: Voice, prescription: Prescription) -> Said | None:
    if not (prescription.personal or prescription.order.date):
        return None
    return Said(date(voice.language, prescription.date.isoformat()), "date")


def panel(voice: Voice, prescription: Prescription) -> Panel:
    """The safety panel, its parts in their fixed order."""
    parts, _ = ORDERS[orders_of(prescription.style)[0]]
    return Panel(voice.phrase("safety_title"), tuple(_part(voice, prescription, part) for part in parts))


def _part(voice: Voice, prescription: Prescription, part: Part) -> PanelPart:
    lines = tuple(_line(voice, prescription, line) for line in prescription.panel[part])
    match part:
        case "ask":
            return PanelPart(part, voice.phrase("ask_heading"), lines)
        case "stop":
            signal, last, rest = (voice.phrase(f"stop_{kind}") for kind in ("signal", "last", "rest"))
            return PanelPart(part, voice.phrase("stop_heading"), lines, signal=signal, last=last, rest=rest)
        case "now":
            return PanelPart(
                part,
                voice.phrase("now_heading"),
                lines,
                signal=voice.phrase("now_signal"),
                follow=voice.phrase("now_follow"),
                call_word=voice.phrase("call"),
                number=str(voice.typeset(voice.emergency)),
                number_hint=None if voice.emergency else _numbers(voice),
            )
        case "today":
            key = "today_call" if voice.advice else "today_heading"
            return PanelPart(part, voice.phrase(key), lines)


def _line(voice: Voice, prescription: Prescription, line: str) -> Line:
    text, pieces = voice.led(f"safety.lines.{line}")
    return Line(line, text, pieces, letters(voice, prescription).get(line, ""))


def letters(voice: Voice, prescription: Prescription) -> dict[str, str]:
    """The letter of each ask-first line of this sheet, from the language's own alphabet, in the order printed."""
    asked = prescription.panel["ask"]
    own = voice.language.letters
    if len(asked) > len(own):
        hint = f"Add more letters to assets/languages/{voice.language.tag}.yaml."
        voice.lacking(f"the language has {len(own)} letters for {len(asked)} lines", hint)
    return dict(zip(asked, own, strict=False))


def _numbers(voice: Voice) -> Said | None:
    """The emergency numbers there are, where nobody knows which is the reader's."""
    numbers = voice.edition.safety.emergency_numbers
    if not numbers:
        return None
    said = voice.joined((str(voice.typeset(number)) for number in numbers), voice.language.any_of)
    return voice.phrase("emergency_number", {"numbers": said})


def plan(voice: Voice, prescription: Prescription) -> Plan:
    """The plan in brief: one row an exercise."""
    keys = {"name": "exercise", "dose": "do_it", "hold": "hold", "often": "how_often", "long": "how_long"}
    return Plan(
        title=voice.phrase("plan_title"),
        summary=_summary(voice, prescription),
        head=tuple((kind, voice.phrase(key)) for kind, key in keys.items()),
        rows=tuple(_rows(voice, prescription)),
    )


def _summary(voice: Voice, prescription: Prescription) -> tuple[tuple[bool, Said], ...]:
    """About how long, how often at most, for how many weeks at most."""
    doses = [one.dose for one in prescription.exercises]
    weeks = max((dose.weeks for dose in doses if dose.weeks is not None), default=None)
    uses = {"minutes": prescription.minutes, "times_a_day": max(dose.times_a_day for dose in doses)}
    if weeks is not None:
        uses["for_weeks"] = weeks
    values = {use: voice.checked(partial(_counted, voice, use, n), use) for use, n in uses.items()}
    return voice.parts("plan_summary" if weeks is not None else "plan_summary_no_weeks", values)


def _counted(voice: Voice, use: str, n: int) -> Said:
    return Said(count(voice.language, use, n), f"counts.{use}")


def _rows(voice: Voice, prescription: Prescription) -> Iterator[PlanRow]:
    for one in prescription.exercises:
        cells: Mapping[str, Said] = {
            "name": voice.words(f"exercises.{one.id}.name"),
            **dict(_cells(voice, one.dose, f"exercises.{one.id}.dose")),
        }
        yield PlanRow(number(voice.language, one.number), tuple(cells.items()))


def _cells(voice: Voice, dose: Dose, path: str) -> Iterator[tuple[str, Said]]:
    language = voice.language
    no_hold = voice.phrase("no_hold")
    yield "dose", voice.checked(lambda: Said(do_it(language, dose), path), path)
    yield "hold", voice.checked(lambda: Said(hold(language, dose), path) or no_hold, path)
    yield "often", voice.checked(lambda: Said(how_often(language, dose), path), path)
    weeks = dose.weeks
    if weeks is None:
        yield "long", Said("", path)
    else:
        yield "long", voice.checked(lambda: Said(count(language, "weeks", weeks), path), path)
