"""In right-to-left text a number of several parts keeps its order: it is isolated, left to right.

Unicode's bidirectional algorithm (UAX #9) shows "0113 496 0000" in Arabic text as "0000 496 0113", and
"5 kg" as "kg 5". LRI and PDI (U+2066, U+2069) around the run keep a dose, a range and a telephone number
as written.
"""

from __future__ import annotations

import re

from handout.language.rules.rule import Rule

# A bracket belongs to a number only whole, as in "+44 (0)113": half a pair inside an isolate turns the other round.
_DIGITS = r"(?:\(\+?\d+\)\d*|\+?\d+)"
_RUN = re.compile(
    r"\u2066[^\u2069]*\u2069"  # isolated already
    r"|"
    r"(?<![A-Za-z\d])(?<![A-Za-z\d]-)"  # not within a code of letters and digits: PHY-0231
    rf"[-\u2212]?{_DIGITS}(?:[.,:/٫٬ \u00a0\u202f\u2013\u2212-]{_DIGITS})*"
    r"(?:%|[ \u00a0]?(?:[A-Za-z°][A-Za-z°/]*))?"
    r"(?![A-Za-z\d])"
)


def _isolated(match: re.Match[str]) -> str:
    run = match.group()
    return run if run.startswith("\u2066") else f"\u2066{run}\u2069"


def _apply(text: str) -> str:
    return _RUN.sub(_isolated, text)


RULE = Rule("isolate-numbers", _apply)
