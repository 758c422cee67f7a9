"""French punctuation: a thin no-break space before ; ! ? and a no-break space before : and inside « »."""

from __future__ import annotations

import re

from handout.language.rules.rule import Rule

_THIN = "\u202f"
_WIDE = "\u00a0"
_SPACES = "[ \u00a0\u202f]*"

# Lexique des règles typographiques en usage à l'Imprimerie nationale, "Ponctuation".
_HIGH = re.compile(rf"(?<=[\w)»”’%]){_SPACES}([;!?])")
_COLON = re.compile(rf"(?<=[\w)»”’%]){_SPACES}:(?=[\s»]|$)")
_OPENING = re.compile(rf"«{_SPACES}")
_CLOSING = re.compile(rf"{_SPACES}»")


def _apply(text: str) -> str:
    text = _HIGH.sub(rf"{_THIN}\1", text)
    text = _COLON.sub(f"{_WIDE}:", text)
    text = _OPENING.sub(f"«{_WIDE}", text)
    return _CLOSING.sub(f"{_WIDE}»", text)


RULE = Rule("french-spaces", _apply)
