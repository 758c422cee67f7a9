"""A dose in words: the cells of the plan and the strip of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from handout.content import Dose
from handout.language import Language, count, fill, number, typeset, wording
from handout.manuscript.blocks import DoseIcon, Strip
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Sourced, Text, joined, text
from handout.prescription import lasting

FIGURE = "{n}"  # a strip that begins with it is a big figure with its unit; in any other it is bold among the words
BREAK = "|"  # parts the two lines of a cell
ISOLATES = "\u2066\u2069"


def amount_of(dose: Dose) -> tuple[str, float]:
    """How many or how long, as a use of `counts` and its number: ("times_each_side", 5)."""
    each = f"_each_{dose.per}" if dose.per else ""
    if dose.repetitions is not None:
        return f"times{each}", dose.repetitions
    measured = lasting(dose.duration_s or 0)
    return f"{measured.use}{each}", measured.amount


def do_it(language: Language, dose: Dose) -> str:
    """How many or how long, with what weight, with what rest: "2 sets of 5 times each side, with 2 kg"."""
    use, amount = amount_of(dose)
    said = count(language, use, amount)
    if dose.sets > 1:
        sets = wording(language, "strips", "sets_of_times", dose.sets).text.replace(BREAK, " ")
        said = fill(language, sets, {"n": number(language, dose.sets), "times": said})
    for more in (load(language, dose), rest(language, dose)):
        if more:
            said = fill(language, language.and_list.many, {"a": said, "b": more})
    return said


def load(language: Language, dose: Dose) -> str:
    """With what weight, or "" for none."""
    if dose.load_kg is None:
        return ""
    said = {"load": count(language, "kilograms", dose.load_kg)}
    return fill(language, language.phrases["with_load"], said)


def rest(language: Language, dose: Dose) -> str:
    """How long to rest between sets, or ""."""
    if dose.rest_s is None:
        return ""
    measured = lasting(dose.rest_s)
    said = {
        "rest": count(language, measured.use, measured.amount),
        "for_rest": count(language, f"for_{measured.use}", measured.amount),
    }
    return fill(language, language.phrases["rest_between_sets"], said)


def hold(language: Language, dose: Dose) -> str:
    """How long to stay, or "" for no hold."""
    if dose.hold_s is not None:
        return count(language, "seconds", dose.hold_s)
    return count(language, "breaths", dose.hold_breaths) if dose.hold_breaths is not None else ""


def how_often(language: Language, dose: Dose) -> str:
    """How often: "twice a day", and on how many days a week when it is not every day."""
    said = count(language, "times_a_day", dose.times_a_day)
    if dose.days_a_week is None:
        return said
    days = count(language, "days_a_week", dose.days_a_week)
    return fill(language, language.and_list.many, {"a": said, "b": days})


def strips(language: Language, dose: Dose) -> tuple[Strip, ...]:
    """The cells in their fixed order: how many or how long, weight, hold, rest, how often, for how many weeks."""
    use, amount = amount_of(dose)
    icon: DoseIcon = "repeat" if dose.repetitions is not None else "clock"
    if dose.sets > 1:
        made = [_strip(language, icon, "sets_of_times", dose.sets, {"times": count(language, use, amount)})]
    else:
        made = [_strip(language, icon, use, amount, {})]
    if dose.load_kg is not None:
        made.append(_phrase("weight", Sourced(load(language, dose), "phrases.with_load")))
    if dose.hold_s is not None:
        made.append(_strip(language, "clock", "hold_seconds", dose.hold_s, {}))
    elif dose.hold_breaths is not None:
        made.append(_strip(language, "clock", "hold_breaths", dose.hold_breaths, {}))
    if dose.rest_s is not None:
        made.append(_phrase("clock", Sourced(rest(language, dose), "phrases.rest_between_sets")))
    return (*made, _often(language, dose))


def _often(language: Language, dose: Dose) -> Strip:
    if dose.weeks is None:
        often = _strip(language, "calendar", "times_a_day", dose.times_a_day, {})
    else:
        weeks = {use: count(language, use, dose.weeks) for use in ("for_weeks", "weeks")}
        often = _strip(language, "calendar", "times_a_day_for_weeks", dose.times_a_day, weeks)
    if dose.days_a_week is None:
        return often
    days = Sourced(count(language, "days_a_week", dose.days_a_week), "counts.days_a_week")
    return replace(often, units=(*often.units, text(Kind.UNIT, days)))


def _phrase(icon: DoseIcon, said: Sourced) -> Strip:
    """A cell of whole words."""
    return Strip(icon=icon, amount=None, units=(text(Kind.UNIT, said),))


def _strip(language: Language, icon: DoseIcon, use: str, n: float, values: Mapping[str, str]) -> Strip:
    """One cell. Raises `LanguageError` when the language has no such strip."""
    path = f"strips.{use}"
    worded = wording(language, "strips", use, n).text
    said = {**values, "n": number(language, n)}
    if worded.startswith(FIGURE):
        parts = worded.removeprefix(FIGURE).strip().split(BREAK)
        units = tuple(text(Kind.UNIT, Sourced(fill(language, part.strip(), said), path)) for part in parts)
        return Strip(icon=icon, amount=text(Kind.AMOUNT, typeset(language, said["n"])), units=units)
    parts = [part.strip() for part in worded.split(BREAK)]
    lead = next((index for index, part in enumerate(parts) if FIGURE in part), 0)
    units = tuple(
        _worded(Sourced(fill(language, part, said), path), _told(language, part, said["n"]) if index == lead else None)
        for index, part in enumerate(parts)
    )
    return Strip(icon=icon, amount=None, units=units)


def _told(language: Language, worded: str, n: str) -> re.Pattern[str]:
    """What of a phrase says how many: its number, the last where another comes before it; all of it where it says
    the number in a word."""
    if FIGURE not in worded:
        return re.compile(".+")
    shown = rf"(?<!\d){re.escape(typeset(language, n).strip(ISOLATES))}(?!\d)"
    return re.compile(f"{shown}(?!.*{shown})" if worded.index("{") < worded.index(FIGURE) else shown)


def _worded(said: Sourced, told: re.Pattern[str] | None) -> Text:
    """A line of a cell of words, what says how many in bold."""
    found = told.search(said) if told else None
    if not found:
        return text(Kind.UNIT, said)
    pieces = ((False, said[: found.start()]), (True, found.group()), (False, said[found.end() :]))
    return Text(Kind.UNIT, joined(pieces), said.path)
