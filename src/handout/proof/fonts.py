"""Whether every font of a file is in it, as a subset, with its characters mapped to Unicode.

Where fonts might be overlooked the file is refused: pages that inherit them, forms in forms without an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from handout.errors import Finding

DEEPEST = 8  # forms within forms; a sheet has one
_SUBSET = re.compile(r"^/[A-Z]{6}\+")
_HINT = "This is a fault of the program, not of the content: please report it."


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """What is wrong with the fonts, each font once."""
    for number, font in every_font(pdf):
        yield from _faults(font, number)


def every_font(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """Each font of a file once, with the first page, from 1, that may print with it. Raises ValueError where some
    might be overlooked."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, start=1):
        resources = page.obj.get("/Resources")
        if resources is None:
            raise ValueError(f"page {number} has no fonts of its own")
        for font in _fonts(resources, 0):
            if font.objgen == (0, 0) or font.objgen not in seen:
                seen.add(font.objgen)
                yield number, font


def _fonts(resources: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """The fonts of a page and of the forms and patterns that it paints."""
    if depth > DEEPEST:
        raise ValueError("forms within forms have no end")
    yield from (font for _, font in resources.get("/Font", pikepdf.Dictionary()).items())
    for kind in ("/XObject", "/Pattern"):
        for _, painted in resources.get(kind, pikepdf.Dictionary()).items():
            yield from _fonts(painted.get("/Resources", pikepdf.Dictionary()), depth + 1)


def _faults(font: pikepdf.Object, page: int) -> Iterator[Finding]:
    name = str(font.get("/BaseFont", "/?"))
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    embedded = descriptor is not None and any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
    if not embedded:
        yield Finding(f"The font {name[1:]} on page {page} is not in the file.", _HINT)
    elif not _SUBSET.match(name):
        yield Finding(f"The font {name[1:]} on page {page} is in the file whole, not as a subset.", _HINT)
    if "/ToUnicode" not in font:
        yield Finding(f"The font {name[1:]} on page {page} does not say which characters it prints.", _HINT)
