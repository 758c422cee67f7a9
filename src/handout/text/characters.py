"""What a character is to us: dropped before shaping, refused, or set; its script; its grapheme cluster."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import uharfbuzz as hb
from icu4py.breakers import CharacterBreaker

# Invisible: they have done their work once levels and line breaks are known. U+200C, U+200D and variation
# selectors are not here: they choose letter forms and belong to their cluster's text.
DROPPED = frozenset("\n\u200b\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff")
SOFT_HYPHEN = "\u00ad"
JOINERS = frozenset("\u200c\u200d\u034f") | frozenset(
    chr(code) for first, last in ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF)) for code in range(first, last + 1)
)
INVISIBLE = DROPPED | JOINERS | {SOFT_HYPHEN}

# Spaces that may end a line and then hang outside the measure; the no-break spaces are not among them.
SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"

# Marks that are not Unicode's to print: U+FFFC and U+FFFD stand for something lost. Overrides and
# embeddings (U+202A-202E) can show a dose in another order than it is read; isolates do what they did.
_REFUSED = frozenset("\ufffc\ufffd\u202a\u202b\u202c\u202d\u202e\u2028\u2029")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})

CJK_SCRIPTS = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})
# Scripts whose letters touch: no tracking, and a piece of a word is shaped in sight of its neighbours.
JOINING = frozenset({"Arab"})
TRACKED = CJK_SCRIPTS | {"Latn", "Cyrl", "Grek", "Hebr", "Ethi"}


@lru_cache(maxsize=65536)
def is_refused(character: str) -> bool:
    """Never printed, whatever a face holds: controls, lone surrogates, overrides, unassigned, private use."""
    if character in INVISIBLE:
        return False
    return character in _REFUSED or unicodedata.category(character) in _REFUSED_CATEGORIES


_SURROGATE = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=65536)
def script_of(character: str) -> str | None:
    """ISO 15924 code by HarfBuzz's Unicode data; None for common and inherited characters."""
    if is_refused(character):
        return None
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or None


def utf16_positions(text: str) -> list[int] | None:
    """The index in `text` of each of its UTF-16 units; None where they are the same."""
    if not text or max(text) <= "\uffff":
        return None
    places: list[int] = []
    for index, character in enumerate(text):
        places += [index] * (2 if character > "\uffff" else 1)
    return [*places, len(text)]


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Extended grapheme clusters (UAX #29, by ICU) as index pairs. A lone surrogate is one by itself."""
    text = _SURROGATE.sub("\ufffd", text)
    places = utf16_positions(text)
    for start, end in CharacterBreaker(text, "en").segments():
        yield (places[start], places[end]) if places else (start, end)
