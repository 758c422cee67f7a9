"""Runs that give a file's fonts the letters of names before a name is known."""

from __future__ import annotations

from handout.cache import CacheRegion, key_of
from handout.text.types import GlyphRun, ParagraphStyle, Span, Weight
from handout.text.typeset import typeset

SEEDS: CacheRegion[tuple[GlyphRun, ...]] = CacheRegion("letters of names, for the fonts to hold", 32)
_WEIGHTS: tuple[Weight, ...] = (400, 700)
_SIZE = 12.0  # any will do: codes know no size
_ENDLESS = 1e9


def kept_seeds(words: str, style: ParagraphStyle) -> tuple[GlyphRun, ...]:
    """The words set in each weight, made once a run. Raises `TextError` for letters that no face covers."""
    return style.cache.get(SEEDS, key_of(words, style), lambda: _seeds(words, style))


def _seeds(words: str, style: ParagraphStyle) -> tuple[GlyphRun, ...]:
    found: list[GlyphRun] = []
    for weight in _WEIGHTS if words else ():
        set_ = typeset((Span(words, _SIZE, weight, "#000000", style.language),), style, _ENDLESS)
        found += [placed.run for line in set_.lines for placed in line.runs]
    return tuple(found)
