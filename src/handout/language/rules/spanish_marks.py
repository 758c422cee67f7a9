"""Spanish opens every question and exclamation: ¿...? ¡...! (Real Academia Española, Ortografía 2010.)"""

from __future__ import annotations

from collections.abc import Iterator

from handout.language.rules.rule import Rule

_PAIRS = (("¿", "?"), ("¡", "!"))


def _faults(text: str) -> Iterator[str]:
    for opening, closing in _PAIRS:
        if text.count(closing) > text.count(opening):
            yield f"“{closing}” has no “{opening}” before it"
        elif text.count(opening) > text.count(closing):
            yield f"“{opening}” has no “{closing}” after it"


def _check(text: str) -> tuple[str, ...]:
    return tuple(_faults(text))


RULE = Rule("spanish-marks", check=_check)
