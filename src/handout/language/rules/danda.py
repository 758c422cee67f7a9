"""A Hindi sentence ends with a danda (।), not with a full stop, and no space stands before it."""

from __future__ import annotations

import re

from handout.language.rules.rule import Rule

_STOP = re.compile(r"[\u0900-\u0963\u0966-\u097f]\.(?=\s|$)")
_SPACED = re.compile(r"[ \u00a0]+।")


def _apply(text: str) -> str:
    return _SPACED.sub("।", text)


def _check(text: str) -> tuple[str, ...]:
    return ("a sentence ends with a full stop instead of a danda (।)",) if _STOP.search(text) else ()


RULE = Rule("danda", _apply, _check)
