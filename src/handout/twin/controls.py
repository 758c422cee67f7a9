"""The page's controls: their words in its language, and the seconds that each exercise is held or lasts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handout.content import Dose
from handout.errors import EditionError, Finding
from handout.language import Language, count, fill, number, typeset
from handout.prescription import Prescription

DIGITS = range(10)
PAIN = range(11)
WORDS = frozenset({
    "print_note", "all_languages", "paper_holds", "one_at_a_time", "all_at_once", "next", "previous", "place",
    "read_aloud", "stop_reading", "timer", "stop_timer", "time_up", "diary_day", "diary_kept", "diary_lost",
    "diary_delete", "diary_ask",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Controls:
    """What the page says beside the sheet."""

    words: Mapping[str, str]  # "next" -> "Next exercise"; {n} and {all} are filled where the page is read
    timers: Mapping[str, Sequence[tuple[int, str]]]  # exercise -> seconds, and how they are said
    daily: tuple[int, ...]  # how many times a day each exercise is done, in order
    digits: str  # 0 to 9 as they are written here
    scale: tuple[str, ...]  # pain: none to worst


def controls_of(language: Language, prescription: Prescription) -> Controls:
    """The controls of a sheet in that language, with the digits of its country.

    Raises EditionError when the language has no words for a screen.
    """
    lacking = sorted(WORDS - language.screen.keys())
    if lacking:
        what = f"{language.english_name} has no words for a page on a screen: {', '.join(lacking)}"
        hint = "Write them under screen: in the language file. The PDF is made without them."
        raise EditionError(Finding(what, hint, language.where, "screen"))
    return Controls(
        {key: typeset(language, language.screen[key]) for key in sorted(WORDS)},
        {one.id: tuple(_timers(language, one.dose)) for one in prescription.exercises},
        tuple(one.dose.times_a_day for one in prescription.exercises),
        "".join(number(language, digit) for digit in DIGITS),
        tuple(number(language, degree) for degree in PAIN),
    )


def _timers(language: Language, dose: Dose) -> Iterator[tuple[int, str]]:
    """What is held or lasts in all: how many seconds, and the name of the button."""
    for seconds in filter(None, (dose.hold_s, dose.duration_s)):
        whole = seconds >= 60 and seconds % 60 == 0
        said = count(language, "minutes", seconds // 60) if whole else count(language, "seconds", seconds)
        yield seconds, fill(language, language.screen["timer"], {"time": said}, language.where, "screen.timer")
