"""Chinese: no spaces between characters, none beside punctuation, and punctuation is full-width."""

from __future__ import annotations

import re

from handout.language.rules.rule import Rule

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = "，。、；：？！（）《》“”"
_GAP = re.compile(rf"(?<=[{_HAN}{_WIDE}]) +(?=[{_HAN}{_WIDE}])")
_BESIDE = re.compile(rf"(?<=[{_WIDE}]) +| +(?=[，。、；：？！）》])")
_NARROW = re.compile(rf"[{_HAN}][,;:?!]|[{_HAN}]\.(?=\s|$)")


def _apply(text: str) -> str:
    return _BESIDE.sub("", _GAP.sub("", text))


def _check(text: str) -> tuple[str, ...]:
    found = _NARROW.search(text)
    return (f"“{found.group()}” has half-width punctuation; use ，。；：？！",) if found else ()


RULE = Rule("cjk-spacing", _apply, _check)
