"""Two pages of two files held against each other: what paints them, and what is read on them."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

import pikepdf
import pypdfium2

from handout.proof.compare import letters

_OF_THE_FILE = frozenset({"/Parent", "/StructParents", "/Contents"})  # entries of a page that differ from file to file


def contents_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    """The streams that paint a page, in their order."""
    held = page.Contents
    return [*held] if isinstance(held, pikepdf.Array) else [held]


def same_page(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    """Whether two pages are painted alike: pieces, and all else that a page says, with all that it leads to. Raises
    RecursionError where that has no end."""
    return _painted(one) == _painted(other)


def _painted(page: pikepdf.Object) -> tuple[list[bytes], dict[str, pikepdf.Object]]:
    said = {key: value for key, value in page.items() if key not in _OF_THE_FILE}
    return [piece.read_bytes().rstrip(b" ") for piece in contents_of(page)], said


def letters_of(page: pypdfium2.PdfPage) -> Counter[str]:
    """The letters and digits that pdfium reads on a page; in which order it gives right-to-left words, and which way
    round their brackets, depends on the file around them."""
    with closing(page), closing(page.get_textpage()) as words:
        return Counter(letters(words.get_text_range()))
