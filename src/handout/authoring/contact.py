"""A contact sheet: page 1 of every finished sheet, small, several to a page, to be looked at before printing.

It is a picture of what would be printed, not a handout: it is not tagged, and nobody is to be given it.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

PAGE = (595.28, 841.89)  # A4, pt
ACROSS, DOWN = 3, 3
MARGIN, GAP, LABEL = 24.0, 12.0, 12.0  # pt; LABEL: height of the line below each picture
TYPE = 8.0  # pt


def contact_sheet(files: Sequence[tuple[str, Path]]) -> bytes:
    """One PDF with page 1 of each file above its title, in order. A title is a row and a routine, no name."""
    made = pypdfium2.PdfDocument.new()
    rest = iter(files)
    try:
        while group := tuple(islice(rest, ACROSS * DOWN)):
            page = made.new_page(*PAGE)
            for place, (title, file) in enumerate(group):
                _show(made, page, file, title, place)
            page.gen_content()
            page.close()
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()
    finally:
        made.close()


def _show(
    made: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, file: Path, title: str, place: int
) -> None:
    """One picture with its title, in its place of the grid."""
    row, column = divmod(place, ACROSS)
    width = (PAGE[0] - 2 * MARGIN - (ACROSS - 1) * GAP) / ACROSS
    height = (PAGE[1] - 2 * MARGIN - (DOWN - 1) * GAP) / DOWN
    x = MARGIN + column * (width + GAP)
    foot = PAGE[1] - MARGIN - row * (height + GAP) - height
    source = pypdfium2.PdfDocument(file)
    try:
        wide, high = source.get_page_size(0)
        scale = min(width / wide, (height - LABEL) / high)
        form = source.page_as_xobject(0, made).as_pageobject()
        form.set_matrix(pypdfium2.PdfMatrix().scale(scale, scale).translate(x, foot + LABEL))
        page.insert_obj(form)
    finally:
        source.close()
    _write(made, page, title, (x, foot))


def _write(made: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, words: str, at: tuple[float, float]) -> None:
    text = raw.FPDFPageObj_NewTextObj(made.raw, b"Helvetica", TYPE)
    letters = (words + "\0").encode("utf-16-le")
    buffer = ctypes.cast(ctypes.create_string_buffer(letters), ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFText_SetText(text, buffer)
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, *at)
    raw.FPDFPage_InsertObject(page.raw, text)
