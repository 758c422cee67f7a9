"""What is on the pages of a finished file, read with pdfium: text objects with place, size and mark.

Units: points, origin at the lower left corner of the page, y upwards, as pdfium gives them.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

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
class Sheet:
    """One page."""

    box: Box  # what is printed of it: its crop box
    text: str  # as a reader extracts it, in content order
    stretches: tuple[Stretch, ...]
    painted: tuple[tuple[int, Box], ...]  # mark and place of everything that is not text
    unmapped: int  # characters without a Unicode value


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every page. Raises pypdfium2.PdfiumError for bytes that are no PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_sheet(document, index) for index in range(len(document)))
    finally:
        document.close()


def _sheet(document: pypdfium2.PdfDocument, index: int) -> Sheet:
    page = document[index]
    words = page.get_textpage()
    stretches: list[Stretch] = []
    painted: list[tuple[int, Box]] = []
    page_handle, words_handle = page.raw, words.raw  # thousands of calls: no wrapper is asked each time
    for number in range(raw.FPDFPage_CountObjects(page_handle)):
        item = raw.FPDFPage_GetObject(page_handle, number)
        mark = raw.FPDFPageObj_GetMarkedContentID(item)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            stretches.append(_stretch(item, words_handle, index, mark))
        else:
            painted.append((mark, _box(item)))
    lacks = raw.FPDFText_HasUnicodeMapError
    count = raw.FPDFText_CountChars(words_handle)
    unmapped = [lacks(words_handle, at) for at in range(count)].count(1)
    sheet = Sheet(page.get_cropbox(), words.get_text_range(), tuple(stretches), tuple(painted), unmapped)
    words.close()
    page.close()
    return sheet


def _stretch(item: object, words: object, page: int, mark: int) -> Stretch:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    length = raw.FPDFTextObj_GetText(item, words, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(item, words, buffer, length)
    text = bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace")
    rise = (matrix.c**2 + matrix.d**2) ** 0.5
    visible = raw.FPDFTextObj_GetTextRenderMode(item) != INVISIBLE
    return Stretch(page, mark, text, size.value * rise, _box(item), visible, matrix.f)


def _box(item: object) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top
