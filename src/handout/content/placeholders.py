"""Which placeholders words may use: dose fields, values, sides and the country's numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from handout.content.dose import FIELDS, given
from handout.content.types import Exercise, Routine, Safety

# The end of a value's name -> the use that counts it. The longest end that fits counts.
UNITS = {
    "_times_a_day": "times_a_day",
    "_days_a_week": "days_a_week",
    "_s": "seconds",
    "_minutes": "minutes",
    "_hours": "hours",
    "_days": "days",
    "_weeks": "weeks",
    "_months": "months",
    "_years": "years",
    "_times": "times",
    "_breaths": "breaths",
    "_points": "points",
    "_people": "people",
    "_cm": "centimetres",
    "million": "millions",
}
LASTING_UNITS = frozenset({"seconds", "minutes", "breaths", "days", "weeks"})

# These ends need not be said: {pause} is `pause_s`.
SHORTENED = ("_cm", "_s")

SIDES = frozenset({"side", "to_side", "to_other_side", "on_side"})
COUNTRY = frozenset({"emergency", "advice", "advice_name", "emergency_place"})
WORKED_OUT = frozenset({"minutes_a_day", "warning_page"})


def unit_of(value: str) -> str:
    """The use that counts a value, by the end of its name; "" for a plain number."""
    ends = sorted(UNITS, key=len, reverse=True)
    return next((UNITS[end] for end in ends if value.endswith(end)), "")


def names_of_dose(fields: Iterable[str], version: str = "") -> Iterator[str]:
    """Placeholders of those fields; `version` is "", "build", "easier" or "harder": {for_easier_hold}."""
    prefix = f"{version}_" if version else ""
    for field in fields:
        name = FIELDS[field].placeholder
        yield f"{prefix}{name}"
        if FIELDS[field].lasting:
            yield f"for_{prefix}{name}"


def names_of_values(values: Mapping[str, int]) -> Iterator[str]:
    """Placeholders of values: their names, and the length of time where the unit is one."""
    for name in values:
        short = next((name.removesuffix(end) for end in SHORTENED if name.endswith(end)), name)
        for said in dict.fromkeys((name, short)):
            yield said
            if unit_of(name) in LASTING_UNITS:
                yield f"for_{said}"


def names_for_exercise(exercise: Exercise, safety: Safety) -> frozenset[str]:
    """Every placeholder that the words of an exercise may use."""
    return frozenset(
        {
            *names_of_dose(given(exercise.dose)),
            *names_of_dose(exercise.build_to, "build"),
            *names_of_dose(exercise.easier, "easier"),
            *names_of_dose(exercise.harder, "harder"),
            *names_of_values(exercise.values),
            *names_of_values(safety.values),
            *(SIDES if exercise.sides != "none" else ()),
            *COUNTRY,
        }
    )


def names_for_routine(routine: Routine, safety: Safety) -> frozenset[str]:
    """Every placeholder that the words of a routine may use."""
    return frozenset({*names_of_values(routine.numbers), *names_of_values(safety.values), *COUNTRY, *WORKED_OUT})


def names_for_safety(safety: Safety) -> frozenset[str]:
    """Every placeholder that the words of the panel may use."""
    return frozenset({*names_of_values(safety.values), *COUNTRY})
