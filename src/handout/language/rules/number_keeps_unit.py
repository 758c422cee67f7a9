"""A number and the word it counts stand on one line, and so do the parts of a telephone number."""

from __future__ import annotations

import re

from handout.language.rules.rule import Rule

# A digit (or the isolate that ends a number), a space, then a letter or a digit.
_GAP = re.compile(r"(?<=[\d\u2069%]) (?=\u2066?[^\W_])")


def _apply(text: str) -> str:
    return _GAP.sub("\u00a0", text)


RULE = Rule("number-keeps-unit", _apply)
