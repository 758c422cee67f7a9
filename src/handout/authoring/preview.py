"""Finished pages as pictures, to look at before printing."""

from __future__ import annotations

import io

import pypdfium2


def pictures_of(pdf: bytes, dpi: int, grey: bool = False) -> list[bytes]:
    """Each page as a PNG of that many dots to the inch; `grey` as a black-and-white printer shows it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [picture_of(document[index], dpi / 72, grey) for index in range(len(document))]
    finally:
        document.close()


def picture_of(page: pypdfium2.PdfPage, scale: float, grey: bool = False) -> bytes:
    """One page as PNG, `scale` dots to the point."""
    bitmap = page.render(scale=scale, grayscale=grey)
    content = io.BytesIO()
    bitmap.to_pil().save(content, format="PNG", optimize=True)
    return content.getvalue()
