"""Texts made alike before they are compared, and looked for in order.

Isolates are dropped, and hyphens and soft hyphens with the space behind them, because readers give a hyphen at
a line end in their own ways ("Marfan- oder" may come out as one word). White space of any kind is one space; in
scripts that break lines without spaces there is none but between two numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

# Hyphens, soft hyphens and pdfium's two signs for them, with the space behind them.
_HYPHEN = re.compile("[-\u00ad\u2010\u2011\x02\ufffe]\\s*")
# Isolates and marks of direction, joiners of no width.
_DROPPED = re.compile("[\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff]+")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
# A space but for one between two numbers: a step's own and that of its first word are two.
_GAP = re.compile(r" (?!(?<=\d )\d)")
_SOLID = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})


def alike(text: str, language: str = "") -> str:
    """The text as it is compared."""
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFC", text))
    spaced = " ".join(_HYPHEN.sub("", text).split())
    return spaced if _joint(language) else _GAP.sub("", spaced)


def _joint(language: str) -> str:
    """What stands between words."""
    return "" if language.split("-")[0] in _SOLID else " "


def pieces_of(text: str) -> Counter[str]:
    """Its words, numbers and marks, and how often each is there. A mark counts by itself: readers put it behind
    the letter it stands on, or behind the full stop that follows. Signs made of letters are those letters: a reader
    may give the numero sign as N and o."""
    plain = unicodedata.normalize("NFKC", _DROPPED.sub("", text))
    marks = [character for character in plain if unicodedata.category(character).startswith("M")]
    return Counter([*_PIECE.findall(plain.translate(dict.fromkeys(map(ord, marks)))), *marks])


def letters(text: str) -> list[str]:
    """Its letters, digits and the marks that belong to letters, in one form."""
    plain = unicodedata.normalize("NFKC", text)
    return [sign for sign in plain if sign.isalnum() or unicodedata.category(sign)[0] == "M"]


def is_right_to_left(text: str) -> bool:
    """Whether letters of a right-to-left script stand in it, which readers of a page give in no certain order."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


class ReadPassage:
    """Text of several pages, made alike, in which texts are looked for one after the other."""

    def __init__(self, pages: tuple[str, ...], language: str) -> None:
        self._joint = _joint(language)
        self._pages = pages
        self._page = 0
        self._at = 0

    def after(self, text: str) -> bool:
        """Whether `text` comes after what was found before; if so, look on behind it."""
        for page in range(self._page, len(self._pages)):
            start = self._at if page == self._page else 0
            found = self._find(text, page, start)
            if found >= 0:
                self._page, self._at = page, found + len(text)
                return True
            if page + 1 < len(self._pages) and self._broken(text, page, start):
                return True
        return False

    def anywhere(self, text: str) -> bool:
        """Whether `text` is there at all."""
        return any(self._find(text, page, 0) >= 0 for page in range(len(self._pages)))

    def _find(self, text: str, page: int, start: int) -> int:
        """Where the text next stands on a page as whole words and whole numbers, -1 where it does not."""
        inside = self._pages[page]
        whole = str.isalnum if self._joint else str.isdigit  # without spaces every letter goes on into the next
        found = inside.find(text, start)
        while found >= 0 and _cuts(whole, inside, found, found + len(text)):
            found = inside.find(text, found + 1)
        return found

    def _broken(self, text: str, page: int, start: int) -> bool:
        """Whether a page break divides the text: whole words of it on this page, the others on the next."""
        pieces = text.split(" ") if self._joint else text
        for cut in range(1, len(pieces)):
            head, rest = self._joint.join(pieces[:cut]), self._joint.join(pieces[cut:])
            if self._find(head, page, start) >= 0 and (found := self._find(rest, page + 1, 0)) >= 0:
                self._page, self._at = page + 1, found + len(rest)
                return True
        return False


def _cuts(whole: Callable[[str], bool], inside: str, start: int, end: int) -> bool:
    """Whether a letter or digit goes on before or after a stretch that begins or ends with one."""
    before = start > 0 and whole(inside[start - 1]) and whole(inside[start])
    return before or (end < len(inside) and whole(inside[end]) and whole(inside[end - 1]))
