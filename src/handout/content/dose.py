"""A dose: how many, how long, how often, for how many weeks. Numbers are fields, never words.

Each field of `Dose` brings its row of the table `FIELDS`: its range, its placeholder, the phrase that says it,
what makes it harder, its unit in a comparison. A field without a row cannot be imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final, Literal

from handout.source import Integer, Number

Changes = Mapping[str, float]  # field of a dose -> its number: what differs from another dose


@dataclass(frozen=True, slots=True)
class DoseField:
    """All that is known of one number of a dose."""

    range: Integer | Number  # for any exercise and any person; an exercise's own limits are narrower
    about: str  # for who writes it
    placeholder: str  # {times}, {hold}; `lasting` ones are also said as {for_hold}
    counted_as: str  # the use of `counts` for its placeholder
    said_by: tuple[str, ...]  # the phrases that may say it on a card: "strips.times", "counts.weeks"
    unit: str  # behind the number when two sheets are compared
    harder: Literal["more", "less", ""]  # which way makes the exercise harder
    lasting: bool = False
    clocked: bool = False  # seconds said in minutes where they are whole minutes


_ROW = "dose"


def _number(row: DoseField, default: object = None) -> Any:
    return field(default=default, metadata={_ROW: row})


def _each(*uses: str) -> tuple[str, ...]:
    """Phrases as they are, for each side and each way, in the strip of a card and inside "sets of"."""
    each = [f"{use}{end}" for use in uses for end in ("", "_each_side", "_each_way")]
    return tuple(f"{table}.{use}" for table in ("strips", "counts") for use in each)


def _for(*uses: str) -> tuple[str, ...]:
    """Lengths of time as they are, and with their "for"."""
    return tuple(f"counts.{before}{use}" for use in uses for before in ("", "for_"))


_REPETITIONS = DoseField(
    Integer(1, 100), "how many times", "times", "times", _each("times"), "repetitions", harder="more"
)
_DURATION = DoseField(
    Integer(5, 3600, "seconds"), "how long in all, in seconds", "duration", "seconds", _each("seconds", "minutes"),
    "seconds", harder="more", lasting=True, clocked=True,
)  # fmt: skip
_SETS = DoseField(Integer(1, 10), "how many sets", "sets", "sets", ("strips.sets_of_times",), "sets", harder="more")
_HOLD = DoseField(
    Integer(1, 300, "seconds"), "how long to stay, in seconds", "hold", "seconds", ("strips.hold_seconds",),
    "seconds held", harder="more", lasting=True,
)  # fmt: skip
_HOLD_BREATHS = DoseField(
    Integer(1, 30, "breaths"), "how long to stay, in breaths", "hold", "breaths", ("strips.hold_breaths",),
    "breaths held", harder="more", lasting=True,
)  # fmt: skip
_REST = DoseField(
    Integer(1, 600, "seconds"), "rest between sets, in seconds", "rest", "seconds", _for("seconds", "minutes"),
    "seconds of rest", harder="less", lasting=True, clocked=True,
)  # fmt: skip
_LOAD = DoseField(
    Number(0.1, 200), "weight, in kilograms", "load", "kilograms", ("counts.kilograms",), "kilograms", harder="more"
)
_TIMES_A_DAY = DoseField(
    Integer(1, 12), "how many times a day", "times_a_day", "times_a_day",
    ("strips.times_a_day", "strips.times_a_day_for_weeks"), "times a day", harder="more",
)  # fmt: skip
_DAYS_A_WEEK = DoseField(
    Integer(1, 7), "days of the week; left out: every day", "days_a_week", "days_a_week", ("counts.days_a_week",),
    "days a week", harder="more",
)  # fmt: skip
_WEEKS = DoseField(
    Integer(1, 52), "for how many weeks", "weeks", "weeks", _for("weeks"), "weeks", harder="", lasting=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """Exactly one of `repetitions` and `duration_s`; no ranges (a start, and a `build_to` beside it)."""

    repetitions: int | None = _number(_REPETITIONS)
    duration_s: int | None = _number(_DURATION)
    per: Literal["", "side", "way"] = ""  # "5 each side", "5 each way"; no number, so no row
    sets: int = _number(_SETS, 1)
    hold_s: int | None = _number(_HOLD)
    hold_breaths: int | None = _number(_HOLD_BREATHS)
    rest_s: int | None = _number(_REST)
    load_kg: float | None = _number(_LOAD)
    times_a_day: int = _number(_TIMES_A_DAY, MISSING)
    days_a_week: int | None = _number(_DAYS_A_WEEK)  # None: every day
    weeks: int | None = _number(_WEEKS)


# Field -> its row, in the order in which a dose is written. Raises KeyError for a field that has none.
FIELDS: Final[Mapping[str, DoseField]] = {one.name: one.metadata[_ROW] for one in fields(Dose) if one.name != "per"}


def given(dose: Dose) -> dict[str, float]:
    """The numbers of a dose that are given, by field."""
    return {name: value for name in FIELDS if (value := getattr(dose, name)) is not None}


# An exercise's limits for a person's own dose: field -> lowest and highest number allowed.
Limits = tuple[tuple[str, float, float], ...]
