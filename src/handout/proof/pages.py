"""Two pages of two files held against each other: what paints them, and what is read on them."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

import pikepdf
import pypdfium2

from handout.proof.compare import letters


def contents_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    """The streams that paint a page, in their order."""
    held = page.Contents
    return [*held] if isinstance(held, pikepdf.Array) else [held]


def same_page(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    """Whether two pages are painted alike: pieces, paper, and fonts and pictures with all that they lead to. Raises
    RecursionError where they have no end."""
    return _painted(one) == _painted(other)


def _painted(page: pikepdf.Object) -> tuple[list[bytes], pikepdf.Object, pikepdf.Object]:
    return [piece.read_bytes().rstrip(b" ") for piece in contents_of(page)], page.MediaBox, page.Resources


def letters_of(page: pypdfium2.PdfPage) -> Counter[str]:
    """The letters and digits that pdfium reads on a page; in which order it gives right-to-left words, and which way
    round their brackets, depends on the file around them."""
    with closing(page), closing(page.get_textpage()) as words:
        return Counter(letters(words.get_text_range()))
