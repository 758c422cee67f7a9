"""Texts made alike before they are compared, and looked for in order.

Isolates are dropped, and hyphens and soft hyphens with the space behind them, because readers give a hyphen at
a line end in their own ways ("Marfan- oder" may come out as one word). White space of any kind is one space; in
scripts that break lines without spaces there is none at all.
"""

from __future__ import annotations

import re
import unicodedata

# Hyphens, soft hyphens and pdfium's two signs for them, with the space behind them.
_HYPHEN = re.compile("[-\u00ad\u2010\u2011\x02\ufffe]\\s*")
# Isolates and marks of direction, joiners of no width.
_DROPPED = re.compile("[\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff]+")
_SOLID = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})


def alike(text: str, language: str = "", *, solid: bool = False) -> str:
    """The text as it is compared; `solid` drops white space in any language."""
    solid = solid or language.split("-")[0] in _SOLID
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFC", text))
    return ("" if solid else " ").join(_HYPHEN.sub("", text).split())


def words_of(text: str) -> tuple[str, ...]:
    """Letters and digits between white space and punctuation, in the order given."""
    points = {ord(c): None for c in set(text) if unicodedata.category(c).startswith("P")}
    return tuple(word.translate(points) for word in text.split())


class Passage:
    """Text of several pages in which texts are looked for one after the other."""

    def __init__(self, pages: tuple[str, ...], language: str, *, solid: bool = False, made: bool = False) -> None:
        """`made`: the pages were made alike before."""
        self._joint = "" if solid or language.split("-")[0] in _SOLID else " "
        self._pages = pages if made else tuple(alike(page, language, solid=solid) for page in pages)
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
            if self._broken(text, page, start):
                return True
        return False

    def anywhere(self, text: str) -> bool:
        """Whether `text` is there at all."""
        return any(self._find(text, page, 0) >= 0 for page in range(len(self._pages)))

    def _find(self, text: str, page: int, start: int) -> int:
        """Where the text next stands on a page as whole words, -1 where it does not."""
        inside = self._pages[page]
        found = inside.find(text, start)
        while found >= 0 and self._joint and _cuts_a_word(inside, found, found + len(text)):
            found = inside.find(text, found + 1)
        return found

    def _broken(self, text: str, page: int, start: int) -> bool:
        """Whether a page break divides the text: its head on this page, the rest on the next."""
        if page + 1 >= len(self._pages):
            return False
        here, there = self._pages[page][start:], self._pages[page + 1]
        cuts = [m.start() for m in re.finditer(" ", text)] if self._joint else list(range(1, len(text)))
        for cut in cuts:
            head, rest = text[:cut], text[cut + len(self._joint) :]
            if head in here and (found := there.find(rest)) >= 0:
                self._page, self._at = page + 1, found + len(rest)
                return True
        return False


def _cuts_a_word(inside: str, start: int, end: int) -> bool:
    """Whether a letter or digit goes on before or after a stretch that begins or ends with one."""
    before = start > 0 and inside[start - 1].isalnum() and inside[start].isalnum()
    return before or (end < len(inside) and inside[end].isalnum() and inside[end - 1].isalnum())
