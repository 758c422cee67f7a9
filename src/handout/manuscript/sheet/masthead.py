"""The words of the clinic's row: its name, where it is, how to reach it, and when it is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handout.content import Clinic, Days
from handout.language import clock, joined, weekday
from handout.manuscript.blocks import Logo, Masthead
from handout.manuscript.kinds import Kind
from handout.manuscript.sheet.voice import LEFT_TO_RIGHT, POP, Voice
from handout.manuscript.text import NO_BREAK, Sourced, Text, normal, text
from handout.prescription import Prescription

LOGO = "clinic/logo"
_DASH = re.compile("[–~至]")


def masthead(voice: Voice, prescription: Prescription) -> Masthead:
    """The clinic's row. Without a clinic its name and phone are lines to write on."""
    clinic = prescription.clinic
    blank = Text(Kind.CLINIC_PHONE, (), label=normal(voice.phrase("our_phone")))
    if clinic is None:
        return Masthead(name=text(Kind.CLINIC_NAME, ""), phones=(blank,))
    phones = tuple(_phone(voice, one) for one in (clinic.telephone, clinic.second_telephone) if one)
    return Masthead(
        logo=Logo(ref=LOGO, alt=normal(clinic.name)) if clinic.logo else None,
        name=text(Kind.CLINIC_NAME, voice.named(clinic.name)),
        address=_given(Kind.CLINIC_ADDRESS, voice.named(clinic.address)),
        email=_given(Kind.CLINIC_EMAIL, voice.named(clinic.email)),
        website=_given(Kind.CLINIC_WEBSITE, voice.named(clinic.website)),
        phones=tuple(text(Kind.CLINIC_PHONE, phone) for phone in phones) or (blank,),
        hours=tuple(text(Kind.CLINIC_HOURS, hours) for hours in _hours(voice, prescription, clinic)),
    )


def _given(kind: Kind, words: str) -> Text | None:
    return text(kind, words) if words else None


def _phone(voice: Voice, number: str) -> str:
    """A number with its extension, which in right-to-left text keep their order as one."""
    return str(voice.typeset(f"{LEFT_TO_RIGHT}{number}{POP}" if voice.language.right_to_left else number))


def _hours(voice: Voice, prescription: Prescription, clinic: Clinic) -> Iterator[Sourced]:
    """One line for the hours of equal days, in the order of the clinic file."""
    times: dict[tuple[Days, ...], list[str]] = {}
    for one in clinic.hours:
        ends = (clock(voice.language, time, prescription.country) for time in (one.opens, one.closes))
        values = dict(zip(("from", "to"), ends, strict=True))
        times.setdefault(one.days, []).append(_bound(_hours_word(voice, "times", values)))
    for days, said in times.items():
        named = (_days(voice, span) for span in days)
        values = {"days": joined(voice.language, named), "times": joined(voice.language, said)}
        line = str(_hours_word(voice, "line", values))
        for stretch in said:  # between two stretches of time a line may end
            line = line.replace(f"{stretch}{NO_BREAK}", f"{stretch} ")
        yield Sourced(line[:1].upper() + line[1:], "hours.line")


def _bound(times: str) -> str:
    """A time and the other on one line: no break at a space, nor at a dash or a word without spaces round it."""
    return _DASH.sub("\u2060\\g<0>\u2060", times.replace(" ", NO_BREAK))


def _days(voice: Voice, span: Days) -> str:
    first, last = (weekday(voice.language, day) for day in span)
    return first if first == last else _hours_word(voice, "days", {"from_day": first, "to_day": last})


def _hours_word(voice: Voice, key: str, values: Mapping[str, str]) -> Sourced:
    path = f"hours.{key}"
    text = voice.language.hours.get(key)
    if text is None:
        hint = f"Add {key}: under hours: in assets/languages/{voice.language.tag}.yaml."
        return voice.lacking(f"the words for opening hours lack {key}", hint, path)
    return voice.filled(text, values, path)
