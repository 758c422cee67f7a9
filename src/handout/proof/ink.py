"""What is on the pages of a finished file, read with pdfium: text objects with place, size and mark.

Units: points, origin at the lower left corner of the page, y upwards, as pdfium gives them.
"""

from __future__ import annotations

import ctypes
from contextlib import closing
from dataclasses import dataclass
from itertools import repeat
from math import hypot

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
    baseline: float  # from the foot of the page


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
    with closing(pypdfium2.PdfDocument(data)) as document:
        return tuple(_sheet(document, index) for index in range(len(document)))


def _sheet(document: pypdfium2.PdfDocument, index: int) -> InkedSheet:
    stretches: list[Stretch] = []
    painted: list[tuple[int, Box]] = []
    with closing(document[index]) as page, closing(page.get_textpage()) as words:
        pen = _Pen(index, words.raw)
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
        return InkedSheet(page.get_cropbox(), words.get_text_range(), tuple(stretches), tuple(painted), unmapped)


class _Pen:
    """Asks pdfium for the objects of one page; what it answers into is made once."""

    def __init__(self, page: int, words: object) -> None:
        self._page = page
        self._words = words
        self._size = ctypes.c_float()
        self._matrix = raw.FS_MATRIX()
        self._sides = tuple(ctypes.c_float() for _ in range(4))
        self._buffer = (ctypes.c_ushort * 2048)()

    def stretch(self, item: object, mark: int) -> Stretch:
        """One text object."""
        matrix = self._matrix
        raw.FPDFTextObj_GetFontSize(item, self._size)
        raw.FPDFPageObj_GetMatrix(item, matrix)
        visible = raw.FPDFTextObj_GetTextRenderMode(item) != INVISIBLE
        size = self._size.value * hypot(matrix.c, matrix.d)
        return Stretch(self._page, mark, self._text(item), size, self.box(item), visible, matrix.f)

    def _text(self, item: object) -> str:
        """What it says; a text longer than the buffer is asked for again."""
        length = raw.FPDFTextObj_GetText(item, self._words, self._buffer, ctypes.sizeof(self._buffer))
        if length > ctypes.sizeof(self._buffer):
            self._buffer = (ctypes.c_ushort * length)()
            return self._text(item)
        return ctypes.string_at(self._buffer, max(0, length - 2)).decode("utf-16-le", "replace")

    def box(self, item: object) -> Box:
        """Its place on the page."""
        raw.FPDFPageObj_GetBounds(item, *self._sides)
        left, bottom, right, top = self._sides
        return left.value, bottom.value, right.value, top.value
