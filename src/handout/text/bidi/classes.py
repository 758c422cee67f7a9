"""Bidi classes and paired brackets: the tables of UAX #9.

Sources: `unicodedata.bidirectional` (DerivedBidiClass.txt), BidiBrackets.txt 15.0.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
OPENING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)) | {"\u2329": "\u3009"}
# U+232A is canonically U+3009; both close the same pair.
CLOSING = {closer: closer for closer in OPENING.values()} | {"\u232a": "\u3009"}

ISOLATE_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"RLE", "LRE", "RLO", "LRO"})
REMOVED = EMBEDDINGS | {"PDF", "BN"}  # rule X9
NEUTRAL = ISOLATE_INITIATORS | {"B", "S", "WS", "ON", "PDI"}
STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}  # as rules N0 to N2 see them

_ANY_RIGHT_TO_LEFT = EMBEDDINGS | ISOLATE_INITIATORS | {"R", "AL", "AN"}


@lru_cache(maxsize=65536)
def bidi_class(character: str) -> str:
    """The Bidi_Class; an unassigned character counts as left-to-right."""
    return unicodedata.bidirectional(character) or "L"


def is_plain_left_to_right(text: str) -> bool:
    """True when every level is 0 in a left-to-right paragraph, so that nothing needs resolving."""
    return text.isascii() or _ANY_RIGHT_TO_LEFT.isdisjoint(map(bidi_class, set(text)))


def match_isolates(classes: list[str]) -> dict[int, int]:
    """BD9: each isolate initiator to its PDI and back."""
    opened: list[int] = []
    matches: dict[int, int] = {}
    for index, kind in enumerate(classes):
        if kind in ISOLATE_INITIATORS:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            matches[start], matches[index] = index, start
    return matches


def first_strong_level(classes: list[str], start: int, end: int, matches: dict[int, int]) -> int | None:
    """P2, P3: the level of the first strong character outside isolates; None where there is none."""
    index = start
    while index < end:
        kind = classes[index]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        if kind in ISOLATE_INITIATORS:
            if index not in matches:
                return None
            index = matches[index]
        index += 1
    return None


def direction_of(level: int) -> str:
    """L for an even level, R for an odd one."""
    return "R" if level & 1 else "L"
