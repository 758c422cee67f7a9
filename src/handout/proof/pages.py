"""Two pages of two files held against each other: what paints them, and what is read on them."""

from __future__ import annotations

from collections import Counter

import pikepdf
import pypdfium2

from handout.proof.compare import letters

_DEEPEST = 12  # levels of fonts and pictures


def contents_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    held = page.Contents
    return [*held] if isinstance(held, pikepdf.Array) else [held]


def same_page(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    """Whether two pages are painted alike: pieces, fonts, pictures, paper."""
    pieces = [[piece.read_bytes().rstrip(b" ") for piece in contents_of(page)] for page in (one, other)]
    boxes = [[float(side) for side in page.MediaBox] for page in (one, other)]
    return pieces[0] == pieces[1] and boxes[0] == boxes[1] and _alike(one.Resources, other.Resources)


def _alike(one: pikepdf.Object, other: pikepdf.Object, depth: int = 0) -> bool:
    """Whether two objects are equal, with all that they lead to."""
    if depth > _DEEPEST or type(one) is not type(other):
        return False
    if isinstance(one, pikepdf.Stream):
        same = one.read_raw_bytes() == other.read_raw_bytes()
        return same and _alike(one.stream_dict, other.stream_dict, depth + 1)
    if isinstance(one, pikepdf.Dictionary):
        return {*one.keys()} == {*other.keys()} and all(_alike(v, other[k], depth + 1) for k, v in one.items())
    if isinstance(one, pikepdf.Array):
        return len(one) == len(other) and all(_alike(a, b, depth + 1) for a, b in zip(one, other, strict=True))
    return bool(one == other)


def letters_of(page: pypdfium2.PdfPage) -> Counter[str]:
    """The letters and digits that pdfium reads on a page; in which order it gives right-to-left words, and which way
    round their brackets, depends on the file around them."""
    words = page.get_textpage()
    try:
        return Counter(letters(words.get_text_range()))
    finally:
        words.close()
        page.close()
