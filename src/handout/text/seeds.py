"""Runs that give a file's fonts the letters of names before a name is known."""

from __future__ import annotations

from handout.cache import Cache, CacheRegion, key_of
from handout.text.types import Direction, GlyphRun, ParagraphStyle, Span, Weight
from handout.text.typeset import typeset

SEEDS: CacheRegion[tuple[GlyphRun, ...]] = CacheRegion("letters of names, for the fonts to hold", 32)
_WEIGHTS: tuple[Weight, ...] = (400, 700)
_SIZE = 12.0  # any will do: codes know no size
_ENDLESS = 1e9


def kept_seeds(
    cache: Cache, language: str, direction: Direction, faces: tuple[str, ...], words: str
) -> tuple[GlyphRun, ...]:
    """The same, made once a run."""
    made = language, direction, faces, words
    return cache.get(SEEDS, key_of(*made), lambda: seeds(*made))


def seeds(language: str, direction: Direction, faces: tuple[str, ...], words: str) -> tuple[GlyphRun, ...]:
    """The words set in each weight, in that language's faces. Raises `TextError` for letters that no face covers."""
    style = ParagraphStyle(language, direction, _SIZE, faces)
    found: list[GlyphRun] = []
    for weight in _WEIGHTS if words else ():
        set_ = typeset((Span(words, _SIZE, weight, "#000000", language),), style, _ENDLESS)
        found += [placed.run for line in set_.lines for placed in line.runs]
    return tuple(found)
