"""What one page looks like: rendered whole and rendered without its words, and where every glyph stands.

The difference of the two pictures is the ink of the words; the second is the ground that they stand on. Units:
points from the lower left corner of the page as pdfium gives them; pixels from the upper left corner.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import reduce
from math import hypot

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from handout.proof.eye.paths import RGB, Box, Ornament, ornaments_of

SCALE = 1.5  # pixels a point, 108 dpi: the stem of a 12 pt letter is a pixel and a half wide
STILL = 0.001
_PICTURES = {raw.FPDF_PAGEOBJ_FORM: "form", raw.FPDF_PAGEOBJ_IMAGE: "image", raw.FPDF_PAGEOBJ_SHADING: "shading"}
FILL = 0  # text rendering mode, ISO 32000-1, 9.3.6: filled, neither stroked nor clipping

Area = tuple[int, int, int, int]  # pixels: left, upper, right, lower


@dataclass(frozen=True, slots=True)
class SeenGlyph:
    """One drawn character."""

    sign: str
    box: Box  # of its ink


@dataclass(frozen=True, slots=True)
class Run:
    """One text object of a page."""

    text: str
    mark: int  # marked-content number; -1 for an artifact
    glyphs: tuple[SeenGlyph, ...]  # those that have a height
    size: float  # as printed, pt
    stretch: float  # width of its type against its height; 1 as drawn by the face's designer
    slant: float  # of its baseline against the page's foot; 0 is level
    mode: int  # text rendering mode
    colour: RGB  # white for a pattern
    alpha: int  # 255 is opaque

    @property
    def box(self) -> Box:
        """The ink of the whole run."""
        boxes = [glyph.box for glyph in self.glyphs]
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page: a form or an image, with the place of its lower left corner."""

    mark: int
    kind: str  # form | image
    x: float
    y: float
    upright: bool  # as it was drawn: neither scaled, turned nor sheared


@dataclass(frozen=True, slots=True)
class SeenWords:
    """What the words of one page are."""

    runs: tuple[Run, ...]
    astray: tuple[str, ...]  # words that stand inside a picture or a form


@dataclass(frozen=True, slots=True)
class Glass:
    """One page as it looks. It knows no word: what is said of pictures and symbols needs none."""

    number: int  # from 1
    box: Box  # what is printed of it
    pictures: tuple[Placed, ...]
    ornaments: tuple[Ornament, ...]
    ground: Image.Image  # RGB, without words
    ink: bytes  # a byte a pixel, row by row: how far the whole page differs from its ground

    def inked(self, area: Area, apart: float) -> bool:
        """Whether some pixel of an area differs from the ground by this much, of 255."""
        left, upper, right, lower = area
        wide = self.ground.width
        return any(max(self.ink[row * wide + left : row * wide + right]) >= apart for row in range(upper, lower))

    def area(self, box: Box) -> Area | None:
        """The pixels of a box, None where none of it is on the page."""
        x0, _, _, y1 = self.box
        left, upper = int((box[0] - x0) * SCALE), int((y1 - box[3]) * SCALE)
        right, lower = int((box[2] - x0) * SCALE) + 1, int((y1 - box[1]) * SCALE) + 1
        left, upper = max(left, 0), max(upper, 0)
        right, lower = min(right, self.ground.width), min(lower, self.ground.height)
        return (left, upper, right, lower) if right > left and lower > upper else None


def look_through(data: bytes, pages: Sequence[int] | None = None) -> Iterator[tuple[Glass, SeenWords]]:
    """Each page and its words, or those counted from 0. Raises pypdfium2.PdfiumError for bytes that are no PDF."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        for index in range(len(document)) if pages is None else pages:
            with closing(document[index]) as page:
                yield _page(page, index + 1)


def _page(page: pypdfium2.PdfPage, number: int) -> tuple[Glass, SeenWords]:
    handles: dict[int | None, object] = {}
    pictures = []
    paths: list[object] = []
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            handles[_address(item)] = item
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths.append(item)
        elif kind in _PICTURES:
            pictures.append(_placed(item, _PICTURES[kind]))
    ornaments = tuple(ornaments_of(paths))
    with closing(page.get_textpage()) as words:
        glyphs, astray = _glyphs(words.raw, handles)
    reader = _Reader()
    runs = tuple(reader.run(item, glyphs.get(key, ())) for key, item in handles.items())
    whole = _picture(page)
    for item in handles.values():
        raw.FPDFPage_RemoveObject(page.raw, item)
    ground = _picture(page)
    for item in handles.values():
        raw.FPDFPageObj_Destroy(item)
    ink = reduce(ImageChops.lighter, ImageChops.difference(whole, ground).split())
    glass = Glass(number, page.get_cropbox(), tuple(pictures), ornaments, ground, ink.tobytes())
    return glass, SeenWords(runs, astray)


def _placed(item: object, kind: str) -> Placed:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    upright = all(abs(part) < STILL for part in (matrix.a - 1, matrix.b, matrix.c, matrix.d - 1))
    return Placed(raw.FPDFPageObj_GetMarkedContentID(item), kind, matrix.e, matrix.f, upright)


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=SCALE).to_pil().convert("RGB")
    return picture


def _address(item: object) -> int | None:
    return ctypes.cast(item, ctypes.c_void_p).value  # type: ignore[arg-type]


def _glyphs(words: object, handles: Container[int | None]) -> tuple[dict[int | None, list[SeenGlyph]], tuple[str, ...]]:
    """The characters of each text object, and those of objects that are not the page's own."""
    found: dict[int | None, list[SeenGlyph]] = {}
    astray: list[str] = []
    sides = tuple(ctypes.c_double() for _ in range(4))
    left, right, bottom, top = sides
    for index in range(raw.FPDFText_CountChars(words)):
        sign = chr(raw.FPDFText_GetUnicode(words, index))
        key = _address(raw.FPDFText_GetTextObject(words, index))
        if key not in handles:
            astray.append(sign)
        else:
            raw.FPDFText_GetCharBox(words, index, left, right, bottom, top)
            found.setdefault(key, []).append(SeenGlyph(sign, (left.value, bottom.value, right.value, top.value)))
    return found, tuple("".join(astray).split())


class _Reader:
    """Asks pdfium for the text objects of one page; what it answers into is made once."""

    def __init__(self) -> None:
        self._size = ctypes.c_float()
        self._matrix = raw.FS_MATRIX()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))

    def run(self, item: object, glyphs: Sequence[SeenGlyph]) -> Run:
        """One text object."""
        matrix = self._matrix
        raw.FPDFTextObj_GetFontSize(item, self._size)
        raw.FPDFPageObj_GetMatrix(item, matrix)
        rise, wide = hypot(matrix.c, matrix.d), hypot(matrix.a, matrix.b)
        raw.FPDFPageObj_GetFillColor(item, *self._colour)
        red, green, blue, alpha = (part.value for part in self._colour)
        return Run(
            text="".join(glyph.sign for glyph in glyphs),
            mark=raw.FPDFPageObj_GetMarkedContentID(item),
            glyphs=tuple(one for one in glyphs if one.box[1] < one.box[3]),
            size=self._size.value * rise,
            stretch=wide / rise if rise else 0.0,
            slant=abs(matrix.b) + abs(matrix.c) + (matrix.a < 0) + (matrix.d < 0),
            mode=raw.FPDFTextObj_GetTextRenderMode(item),
            colour=(red, green, blue),
            alpha=alpha,
        )
