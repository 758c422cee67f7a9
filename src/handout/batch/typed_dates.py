"""Dates as people type them into a list: read where they can mean one day only, else asked for."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

EARLIEST = 1850
_FIGURES = re.compile(r"(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})\.?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_EASTERN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")


class UnclearDateError(ValueError):
    """What is wrong with a typed date, and what to write."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def read_date(text: str, order: str) -> date:
    """A typed date. `order` is the clinic's country's: dmy, mdy, ymd, or "" where no clinic is known.

    Raises UnclearDateError when the text is no date, or could be two.
    """
    figures = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text.strip())
    match = _EASTERN.fullmatch(figures) or _FIGURES.fullmatch(figures)
    if match is None:
        raise UnclearDateError("is not a date", "Write year, month and day in figures: 2026-11-20.")
    first, second, third = match.groups()
    if len(first) == 4:
        return _day(first, second, third)
    if len(third) != 4 or len(first) > 2:
        raise UnclearDateError("is a date without the whole year", "Write year, month and day: 1975-02-01.")
    if int(first) > 12 or int(second) > 12 or first == second:
        return _day(third, *((second, first) if int(first) > 12 or first == second else (first, second)))
    if order not in {"dmy", "mdy"}:
        one, other = _day(third, second, first), _day(third, first, second)
        hint = f"Write {one} or {other}; with --clinic it is read as the clinic's country writes dates."
        raise UnclearDateError("could be two days", hint)
    return _day(third, *((second, first) if order == "dmy" else (first, second)))


def _day(year: str, month: str, day: str) -> date:
    if int(year) < EARLIEST:
        hint = "Write the year as on the calendar of the West: 1975."
        raise UnclearDateError("is a year of another calendar, or a slip", hint)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise UnclearDateError("is a day that no calendar has", "Write year, month and day: 2026-11-20.") from None
