"""One book of all editions: each page beside what a copier without colours makes of it."""

from __future__ import annotations

import ctypes
import io
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

WIDTH, HEIGHT = 841.89, 595.28  # A4 across
EDGE, HEAD, GUTTER = 14.0, 22.0, 12.0  # pt
DOTS = 100 / 72  # of the grey copy, a point


class Book:
    """Grows by one document at a time; nothing is kept of the pages that went in."""

    def __init__(self) -> None:
        self._pdf = pypdfium2.PdfDocument.new()

    def add(self, name: str, data: bytes) -> None:
        """All pages of a document, with its name above them."""
        source = pypdfium2.PdfDocument(data)
        for index in range(len(source)):
            self._spread(source, index, f"{name}, page {index + 1} of {len(source)}")
        source.close()

    def save(self, path: Path) -> None:
        """Write the book."""
        self._pdf.save(str(path))

    def _spread(self, source: pypdfium2.PdfDocument, index: int, title: str) -> None:
        page = self._pdf.new_page(WIDTH, HEIGHT)
        width, height = source[index].get_size()
        scale = min((HEIGHT - HEAD - EDGE) / height, (WIDTH - 2 * EDGE - GUTTER) / 2 / width)
        colour = source.page_as_xobject(index, self._pdf)
        placed = colour.as_pageobject()
        placed.set_matrix(pypdfium2.PdfMatrix(scale, 0, 0, scale, EDGE, EDGE))
        page.insert_obj(placed)
        x = EDGE + width * scale + GUTTER
        image = self._grey(source, index)
        image.set_matrix(pypdfium2.PdfMatrix(width * scale, 0, 0, height * scale, x, EDGE))
        page.insert_obj(image)
        self._entitle(page, title)
        page.gen_content()
        colour.close()
        page.close()

    def _grey(self, source: pypdfium2.PdfDocument, index: int) -> Any:
        picture = source[index].render(scale=DOTS, grayscale=True).to_pil().convert("L")
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=70)
        packed.seek(0)
        image = pypdfium2.PdfImage.new(self._pdf)
        image.load_jpeg(packed, inline=True)
        return image

    def _entitle(self, page: Any, title: str) -> None:
        words = raw.FPDFPageObj_NewTextObj(self._pdf.raw, b"Helvetica", 9.0)
        letters = (title + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(words, ctypes.cast(ctypes.create_string_buffer(letters), raw.FPDF_WIDESTRING))
        raw.FPDFPageObj_Transform(words, 1, 0, 0, 1, EDGE, HEIGHT - HEAD + 8)
        raw.FPDFPage_InsertObject(page.raw, words)

