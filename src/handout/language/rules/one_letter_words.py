"""Polish and Russian: a word of one letter does not end a line."""

from __future__ import annotations

import re

from handout.language.rules.rule import Rule

_WORD = re.compile(r"(?<![\w'’-])([^\W\d_]) (?=[\w«„“\"(\u2066])")


def _apply(text: str) -> str:
    return _WORD.sub("\\1\u00a0", text)


RULE = Rule("one-letter-words", _apply)
