"""Which face sets which piece of a text: by grapheme cluster, script and coverage.

In: text, its language, the page's faces. Out: items, each a stretch in one face and script. An item
without a face holds clusters that no face covers: they are never drawn (a box, or .notdef, would be).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from handout.text.characters import CJK_SCRIPTS, INVISIBLE, clusters, is_refused, script_of
from handout.text.faces import FACE_OF_SCRIPT, FACES, has_glyph

LATIN = "noto-sans"
SYMBOLS = "inter"
CJK_FACES = ("noto-sans-sc", "noto-sans-tc", "noto-sans-jp", "noto-sans-kr")

# The regional shapes of Han by language; by the longest match of the tag's start.
_HAN_FACE = {
    "ja": "noto-sans-jp",
    "ko": "noto-sans-kr",
    "yue": "noto-sans-tc",
    "zh": "noto-sans-sc",
    "zh-hant": "noto-sans-tc",
    "zh-hk": "noto-sans-tc",
    "zh-mo": "noto-sans-tc",
    "zh-tw": "noto-sans-tc",
}
_PLAIN_LATIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u202f\u2011–—‘’“”…•]*")
_PAIRS = dict(zip("([{«“‘（「『《〈【", ")]}»”’）」』》〉】", strict=True))
_CLOSERS = frozenset(_PAIRS.values())


@dataclass(frozen=True, slots=True)
class Item:
    """text[start:end] in one face and script; `face` is "" where none covers it."""

    start: int
    end: int
    face: str
    script: str


def itemise(text: str, language: str, faces: Sequence[str] = ()) -> tuple[Item, ...]:
    """The items of a text, in order, together the whole of it."""
    if _is_plain_latin(text):
        return (Item(0, len(text), LATIN, "Latn"),) if text else ()
    pieces = [text[start:end] for start, end in clusters(text)]
    scripts = [script_of(piece) if len(piece) == 1 else _cluster_script(piece) for piece in pieces]
    running = _resolve_common(pieces, scripts)
    han = _han_face(language, scripts, faces)
    found: list[tuple[int, str, str]] = []  # where a face and script begin
    position, last = 0, ""
    opened: list[tuple[str, str]] = []  # closing bracket, face of the opening one: a pair is of one face
    for piece, own, script in zip(pieces, scripts, running, strict=True):
        if not (found and _is_invisible(piece)):  # what cannot be seen stays with what is before it
            choose = _choose_for_character if len(piece) == 1 else _choose
            opener = _face_of_opener(piece, opened) if piece in _CLOSERS else ""
            face = choose(piece, own, script, han, opener or last)
            if piece in _PAIRS:
                opened.append((_PAIRS[piece], face))
            last = face or last
            if not found or found[-1][1:] != (face, script):
                found.append((position, face, script))
        position += len(piece)
    ends = [*(start for start, _, _ in found[1:]), len(text)]
    return tuple(Item(start, end, *of) for (start, *of), end in zip(found, ends, strict=True))


def _face_of_opener(piece: str, opened: list[tuple[str, str]]) -> str:
    """The face of the bracket that this one closes; "" where it closes none."""
    while opened:
        closer, face = opened.pop()
        if closer == piece:
            return face
    return ""


def uncovered(text: str, language: str) -> tuple[str, ...]:
    """The clusters that no face covers or that must not be printed, each once, in order."""
    found = dict.fromkeys(
        piece
        for item in itemise(text, language)
        if not item.face
        for piece in (text[item.start + a : item.start + b] for a, b in clusters(text[item.start : item.end]))
    )
    return tuple(found)


def _is_plain_latin(text: str) -> bool:
    """Whether all of it is Latin letters and signs of Noto Sans: most text, told apart quickly."""
    if text.isascii():
        return text.isprintable()
    return bool(_PLAIN_LATIN.fullmatch(text)) and all(has_glyph(LATIN, letter) for letter in set(text))


def _cluster_script(piece: str) -> str | None:
    return next((script for script in map(script_of, piece) if script), None)


def _resolve_common(pieces: list[str], scripts: list[str | None]) -> list[str]:
    """UAX #24: a common character takes the script before it, a closer that of its opener, a leading one
    the script after it."""
    resolved = list(scripts)
    opened: list[tuple[str, str | None]] = []
    last: str | None = None
    for index, piece in enumerate(pieces):
        if piece in _PAIRS:
            opened.append((_PAIRS[piece], last))
        elif piece in _CLOSERS:
            while opened:
                closer, before = opened.pop()
                if closer == piece:
                    last = before or last
                    break
        last = resolved[index] = resolved[index] or last
    following: str | None = None
    for index in range(len(pieces) - 1, -1, -1):
        resolved[index] = following = resolved[index] or following
    return [script or "Latn" for script in resolved]


def _han_face(language: str, scripts: list[str | None], faces: Sequence[str]) -> str:
    """The face for Han: by the language, else by kana or hangul near it, else by the page's faces."""
    tag = language.lower()
    while tag:
        if tag in _HAN_FACE:
            return _HAN_FACE[tag]
        tag = tag.rpartition("-")[0]
    if "Hira" in scripts or "Kana" in scripts:
        return "noto-sans-jp"
    if "Hang" in scripts:
        return "noto-sans-kr"
    return next((face for face in faces if face in CJK_FACES), CJK_FACES[0])


def _choose(piece: str, own: str | None, script: str, han: str, last: str) -> str:
    """The first face that covers a cluster; "" for none."""
    if any(map(is_refused, piece)):
        return ""
    first = han if script == "Hani" else FACE_OF_SCRIPT.get(script, "")
    asian = script in CJK_SCRIPTS
    preferred: tuple[str, ...]
    if own:
        preferred = (first,)
    elif piece.isspace():
        preferred = ("" if last == SYMBOLS else last, first, LATIN)
    elif (piece[0].isdecimal() and piece.isascii()) or (asian and piece[0] < "\u0250"):
        preferred = (LATIN, first)  # one design of figures and brackets everywhere
    elif asian or piece in _PAIRS:  # a bracket belongs to what it opens, not to a number before it
        preferred = (first, LATIN)
    else:
        preferred = ("" if last in CJK_FACES or last == SYMBOLS else last, first, LATIN)
    if not asian:
        preferred = (*preferred, LATIN, SYMBOLS)
    candidates = [face for face in (*preferred, han, *CJK_FACES, *FACES) if face]
    forms = dict.fromkeys((piece, unicodedata.normalize("NFC", piece)))
    apart = unicodedata.normalize("NFD", piece)  # last: a sign put together of two is worse than the sign
    found = (face for face in candidates if any(_covers(face, form) for form in forms))
    return next(found, "") or next((face for face in candidates if _covers(face, apart)), "")


# Of single characters, so no text is kept; it depends on nothing but the faces of the pinned packages.
_choose_for_character = lru_cache(maxsize=16384)(_choose)


def _covers(face: str, piece: str) -> bool:
    return all(character in INVISIBLE or has_glyph(face, character) for character in piece)


def _is_invisible(piece: str) -> bool:
    return INVISIBLE.issuperset(piece)
