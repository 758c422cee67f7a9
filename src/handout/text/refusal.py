"""What cannot be printed, said so that a person can mend it; a patient's value is never quoted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NoReturn

from handout.errors import Finding, Private, TextError
from handout.text.itemise import uncovered
from handout.text.types import Span

# Letters and symbols by their class of which nothing is seen: the fillers of Hangul, the blank of Braille.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def missing(text: str | Private, language: str) -> tuple[str, ...]:
    """The clusters of a text that no face covers, or that are never printed; each once, in order."""
    return uncovered(text.reveal() if isinstance(text, Private) else text, language)


def prints_nothing(text: str | Private) -> bool:
    """Whether nothing of a text would be seen on the page: spaces, joiners, fillers."""
    plain = text.reveal() if isinstance(text, Private) else text
    return not any(
        unicodedata.category(character)[0] in "LNPS" and character not in _BLANK for character in plain
    )


def refuse(spans: Iterable[Span]) -> NoReturn:
    """Raise a `TextError` with a finding for every cluster that cannot be printed."""
    spans = tuple(spans)
    findings = [
        _finding(span, cluster) for span in spans for cluster in missing(span.text, span.language)
    ]
    if not findings:  # a mark that opens a span has no letter of its own to stand on
        findings = [Finding("a span begins with a mark of the letter before it", "Keep them in one span.")]
    raise TextError(dict.fromkeys(findings))


def _finding(span: Span, cluster: str) -> Finding:
    if isinstance(span.text, Private):
        kind = f"the patient's {span.text.kind}"
        script = unicodedata.name(cluster[0], "an unknown character").split()[0].capitalize()
        return Finding(
            f"{kind} holds a character that no font of the project can print ({script})",
            f"Ask for a spelling of {kind} in Latin letters, or in a script that the project prints.",
        )
    names = ", ".join(describe(character) for character in cluster)
    return Finding(
        f"no font of the project can print {names}",
        "Write it with other characters, or draw it as an icon.",
    )


def describe(character: str) -> str:
    """U+2192 RIGHTWARDS ARROW; what has no name in Unicode is told by its kind."""
    kinds = {"Cc": "a control character", "Cs": "half of a surrogate pair", "Co": "private use"}
    kind = kinds.get(unicodedata.category(character), "not a character of Unicode")
    return f"U+{ord(character):04X} {unicodedata.name(character, f'({kind})')}"
