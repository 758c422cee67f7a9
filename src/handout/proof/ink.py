"""What is on the pages of a finished file, read with pdfium: text objects with place, size and mark.

Units: points, origin at the lower left corner of the page, y upwards, as pdfium gives them.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat

import pypdfium2
from pypdfium2 import raw

INVISIBLE = 3  # text rendering mode, ISO 32000-1, 9.3.6

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Stretch:
    """One text object."""

    page: int
    mark: int  # marked-content number; -1 for an artifact
    text: str
    size: float  # printed size, pt
    box: Box
    visible: bool
    baseline: float = 0.0  # from the foot of the page


@dataclass(frozen=True, slots=True)
class InkedSheet:
    """One page."""

    box: Box  # what is printed of it: its crop box
    text: str  # as a reader extracts it, in content order
    stretches: tuple[Stretch, ...]
    painted: tuple[tuple[int, Box], ...]  # mark and place of everything that is not text
    unmapped: int  # characters without a Unicode value


def read_sheets(data: bytes) -> tuple[InkedSheet, ...]:
    """Every page. Raises pypdfium2.PdfiumError for bytes that are no PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_sheet(document, index) for index in range(len(document)))
    finally:
        document.close()


def _sheet(document: pypdfium2.PdfDocument, index: int) -> InkedSheet:
    page = document[index]
    words = page.get_textpage()
    pen = _Pen(index, words.raw)
    stretches: list[Stretch] = []
    painted: list[tuple[int, Box]] = []
    handle = page.raw  # thousands of calls: no wrapper is asked each time
    for number in range(raw.FPDFPage_CountObjects(handle)):
        item = raw.FPDFPage_GetObject(handle, number)
        mark = raw.FPDFPageObj_GetMarkedContentID(item)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            stretches.append(pen.stretch(item, mark))
        else:
            painted.append((mark, pen.box(item)))
    count = raw.FPDFText_CountChars(words.raw)
    unmapped = list(map(raw.FPDFText_HasUnicodeMapError, repeat(words.raw, count), range(count))).count(1)
    sheet = InkedSheet(page.get_cropbox(), words.get_text_range(), tuple(stretches), tuple(painted), unmapped)
    words.close()
    page.close()
    return sheet


class _Pen:
    """Asks pdfium for the objects of one page; what it answers into is made once."""

    def __init__(self, page: int, words: object) -> None:
        self._page = page
        self._words = words
        self._size = ctypes.c_float()
        self._matrix = raw.FS_MATRIX()
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._room = 4096  # bytes
        self._buffer = (ctypes.c_ushort * (self._room // 2))()

    def stretch(self, item: object, mark: int) -> Stretch:
        """One text object."""
        matrix = self._matrix
        raw.FPDFTextObj_GetFontSize(item, self._size)
        raw.FPDFPageObj_GetMatrix(item, matrix)
        rise = (matrix.c**2 + matrix.d**2) ** 0.5
        visible = raw.FPDFTextObj_GetTextRenderMode(item) != INVISIBLE
        return Stretch(
            self._page, mark, self._text(item), self._size.value * rise, self.box(item), visible, matrix.f
        )

    def _text(self, item: object) -> str:
        """What it says; a text longer than the buffer is asked for again."""
        length = raw.FPDFTextObj_GetText(item, self._words, self._buffer, self._room)
        if length > self._room:
            self._room = length + length % 2
            self._buffer = (ctypes.c_ushort * (self._room // 2))()
            length = raw.FPDFTextObj_GetText(item, self._words, self._buffer, self._room)
        return ctypes.string_at(self._buffer, max(0, length - 2)).decode("utf-16-le", "replace")

    def box(self, item: object) -> Box:
        """Its place on the page."""
        raw.FPDFPageObj_GetBounds(item, *self._sides)
        left, bottom, right, top = self._sides
        return left.value, bottom.value, right.value, top.value
