"""A contact sheet: the page with the exercises of every finished sheet, several to a page, to be looked at.

What differs from patient to patient is which exercises and which doses: page 1 is much the same for all. It
is a picture of what would be printed, not a handout: it is not tagged, and nobody is to be given it.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

PAGE = (595.28, 841.89)  # A4, pt
ACROSS, DOWN = 2, 2  # at this size a dose of 12 pt is 5.5 pt high, and can be read
MARGIN, GAP, LABEL = 24.0, 12.0, 12.0  # pt; LABEL: height of the line below each picture
TYPE = 8.0  # pt


@dataclass(frozen=True, slots=True)
class ContactPicture:
    """One picture: its title (a row and a routine, no name), the file, and the page of it, from 0."""

    title: str
    file: Path
    page: int


def contact_sheet(files: Sequence[tuple[str, Path, int]]) -> bytes:
    """One PDF with a page of each file above its title, in order."""
    made = pypdfium2.PdfDocument.new()
    rest = (ContactPicture(*one) for one in files)
    try:
        while group := tuple(islice(rest, ACROSS * DOWN)):
            page = made.new_page(*PAGE)
            for place, shown in enumerate(group):
                _show(made, page, shown, place)
            page.gen_content()
            page.close()
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()
    finally:
        made.close()


def _show(made: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, shown: ContactPicture, place: int) -> None:
    """One picture with its title, in its place of the grid."""
    row, column = divmod(place, ACROSS)
    width = (PAGE[0] - 2 * MARGIN - (ACROSS - 1) * GAP) / ACROSS
    height = (PAGE[1] - 2 * MARGIN - (DOWN - 1) * GAP) / DOWN
    x = MARGIN + column * (width + GAP)
    foot = PAGE[1] - MARGIN - row * (height + GAP) - height
    source = pypdfium2.PdfDocument(shown.file)
    try:
        wide, high = source.get_page_size(shown.page)
        scale = min(width / wide, (height - LABEL) / high)
        form = source.page_as_xobject(shown.page, made).as_pageobject()
        form.set_matrix(pypdfium2.PdfMatrix().scale(scale, scale).translate(x, foot + LABEL))
        page.insert_obj(form)
        words = f"{shown.title}, page {shown.page + 1} of {len(source)}"
    finally:
        source.close()
    _write(made, page, words, (x, foot))


def _write(made: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, words: str, at: tuple[float, float]) -> None:
    text = raw.FPDFPageObj_NewTextObj(made.raw, b"Helvetica", TYPE)
    letters = (words + "\0").encode("utf-16-le")
    buffer = ctypes.cast(ctypes.create_string_buffer(letters), ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFText_SetText(text, buffer)
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, *at)
    raw.FPDFPage_InsertObject(page.raw, text)
