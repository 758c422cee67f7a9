"""Dates, days of the week and clock times, as a language writes them. No clock of the machine is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as day_of_calendar
from datetime import time as time_of_day

from babel.dates import format_time

from handout.language.cldr import locale_of, months, weekdays
from handout.language.numbers import in_digits
from handout.language.types import Country, Language

# The letters of CLDR's date patterns that we use; words stand in single quotes.
_TOKEN = re.compile(r"'(?:[^']|'')*'|MMMM|MM|M|EEEE|dd|d|yyyy|y|[A-Za-z]+|[^A-Za-z']+")
KNOWN = frozenset({"MMMM", "MM", "M", "EEEE", "dd", "d", "yyyy", "y"})


def pattern_faults(pattern: str) -> tuple[str, ...]:
    """The letters of a date pattern that we do not know; words must stand in single quotes."""
    tokens = _TOKEN.findall(pattern)
    unknown = [token for token in tokens if token[0].isalpha() and token.isascii() and token not in KNOWN]
    return (*unknown, *([] if "".join(tokens) == pattern else ["'"]))


def date(language: Language, iso: str) -> str:
    """A date such as 2026-11-20 as the language writes it, in the country's digits."""
    when = day_of_calendar.fromisoformat(iso)
    return in_digits("".join(_parts(language, when)), language.digit_system)


def _parts(language: Language, when: day_of_calendar) -> Iterator[str]:
    for token in _TOKEN.findall(language.date_pattern):
        if token == "MMMM":
            yield months(language)[when.month - 1]
        elif token == "EEEE":
            yield tuple(weekdays(language).values())[when.weekday()]
        elif token in KNOWN:
            value = {"M": when.month, "d": when.day, "y": when.year}[token[0]]
            yield f"{value:02d}" if len(token) == 2 else str(value)
        elif token.startswith("'"):
            yield token[1:-1].replace("''", "'") or "'"
        else:
            yield token


def weekday(language: Language, day: str) -> str:
    """The name of a day: `mon` to `sun`."""
    return weekdays(language)[day]


def clock(language: Language, time: str, country: Country | None = None) -> str:
    """A time such as 08:00, on the country's clock of 12 or 24 hours, as CLDR writes it in the language; where
    CLDR has nothing of the language's own, on 24 hours."""
    hour, minute = (int(part) for part in time.split(":"))
    locale = locale_of(language.tag)
    if locale is None:
        return in_digits(f"{hour:02d}:{minute:02d}", language.digit_system)
    skeleton = "hm" if country is not None and country.clock == 12 else "Hm"
    pattern = str(locale.datetime_skeletons[skeleton])
    if language.script != "Latn":  # the short form may be Latin "AM" there
        pattern = pattern.replace("a", "aaaa")
    said = str(format_time(time_of_day(hour, minute), pattern, locale=locale))
    return in_digits(said, language.digit_system)
