"""Does each letter look like what it says: what a font of the file draws is held against the shipped face.

A code of a font has a text (ToUnicode, ISO 32000-1, 9.10.3) and an outline. The shipped face, shaped with that text
alone or among other letters, draws what the text looks like; a font whose 5 is drawn as a 3 reads as a 5 in every
other way. Where letters change with their neighbours, any neighbours will do: joined letters of Arabic, halves of
Devanagari.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import get_args

import pikepdf
import uharfbuzz as hb

from handout.proof.eye.remembered import Remembered
from handout.proof.fonts import every_font
from handout.text import FACES, Weight, open_font

APART = 3  # of 1,000 units of a face: how far rounding moves a point when the axes of a face are pinned
MOST = 20  # wrong letters of a font that are looked for; a font that is another has thousands
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
SOFT_HYPHEN = "\u00ad"  # what a hyphen at a line's end says
JOINER = "\u200d"
BEFORE = ("", JOINER, "\u0627", "\u0644", f"{JOINER}\u0644", "\u0628")  # alef, lam, beh
AFTER = ("", JOINER, "\u0915", "\u0627", "\u0623", "\u0625", "\u0622", "\u0644")  # ka, the alefs, lam
_ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>\s")
_CODE = re.compile(rb"[^<]<[^<]")  # the beginning of a code or a text, and not of a dictionary
_REGULAR, _BOLD = get_args(Weight)
_FACES: dict[str, tuple[str, Weight]] = {  # by the names that they have in a file
    "".join(part.title() for part in name.split("-")) + style: (name, weight)
    for name in FACES
    for style, weight in (("-Regular", _REGULAR), ("-Bold", _BOLD))
}

Point = tuple[float, float]
Outline = tuple[Point | None, ...]  # points on and off the curve, None where a contour ends

_POINTS = hb.DrawFuncs()
_POINTS.set_move_to_func(lambda x, y, found: found.append((x, y)))
_POINTS.set_line_to_func(lambda x, y, found: found.append((x, y)))
_POINTS.set_quadratic_to_func(lambda a, b, x, y, found: found.extend(((a, b), (x, y))))
_POINTS.set_cubic_to_func(lambda a, b, c, d, x, y, found: found.extend(((a, b), (c, d), (x, y))))
_POINTS.set_close_path_func(lambda found: found.append(None))


class Letters:
    """Looks at the fonts of files. A font that was found right is known again by its bytes, and a letter by its
    outline: sheets of one language differ in the letters of a name."""

    def __init__(self, most: int = 100_000) -> None:
        self._most = most
        self._right: set[object] = set()

    def look(self, pdf: pikepdf.Pdf, remembered: Remembered | None = None) -> Iterator[str]:
        """What is wrong with the fonts of a file, in words."""
        language = str(pdf.Root.get("/Lang", "und"))
        for _, font in every_font(pdf):
            found = self._font(font, language, remembered)
            if found:
                yield found

    def _font(self, font: pikepdf.Object, language: str, remembered: Remembered | None) -> str:
        """What is wrong with one font, "" where nothing is."""
        base = str(font.get("/BaseFont", "/?"))
        name = base.partition("+")[-1]  # behind the six letters of a subset
        if name not in _FACES or not _plain(font):
            return f"The font {base[1:]} is none that handout prints with"
        inner = font.DescendantFonts[0]
        parts = (inner.FontDescriptor.FontFile2, inner.CIDToGIDMap, font.ToUnicode)
        program, places, texts = (part.read_bytes() for part in parts)
        key = hashlib.sha256(b"\0".join((name.encode(), program, places, texts))).digest()
        if key in self._right or (remembered and remembered.known(b"font" + key)):
            return ""
        looked = _Looked(*_FACES[name], language)
        wrong = [*islice(self._wrong(looked, [*drawn_by(program, codes_of(places, texts))]), MOST)]
        if not wrong:
            self._keep(key)
            if remembered:
                remembered.note(b"font" + key)
            return ""
        digits = ", ".join(sorted({text for text in wrong if text.isdecimal()}))
        more = " or more" if len(wrong) == MOST else ""
        said = f"{len(wrong)}{more} letters or digits{f' ({digits})' if digits else ''}"
        return f"In the font {name} {said} are drawn otherwise than they read"

    def _wrong(self, looked: _Looked, drawn: Sequence[tuple[str, Outline]]) -> Iterator[str]:
        """The texts whose outlines are not theirs."""
        others = sorted({one for text, _ in drawn for one in (text, *text)})
        for text, outline in drawn:
            key = looked, text, outline
            if key in self._right:
                continue
            if looked.draws(text, outline, others):
                self._keep(key)
            else:
                yield text

    def _keep(self, key: object) -> None:
        if len(self._right) < self._most:
            self._right.add(key)


def _plain(font: pikepdf.Object) -> bool:
    """Whether a font is of the kind that handout writes: a TrueType subset by codes of two bytes."""
    try:
        inner, said = font.DescendantFonts[0], font.ToUnicode.read_bytes()
        return (
            font.Subtype == "/Type0"
            and font.Encoding == "/Identity-H"
            and inner.Subtype == "/CIDFontType2"
            and isinstance(inner.FontDescriptor.FontFile2, pikepdf.Stream)
            and isinstance(inner.CIDToGIDMap, pikepdf.Stream)
            and b"bfrange" not in said
            and not _CODE.search(_ENTRY.sub(b"", said))  # every code that readers find is looked at
        )
    except (AttributeError, LookupError, pikepdf.PdfError):
        return False


def drawn_by(program: bytes, codes: Iterable[tuple[str, int]]) -> Iterator[tuple[str, Outline]]:
    """What a font program draws for each text and its glyph."""
    font = hb.Font(hb.Face(hb.Blob(program)))
    return ((text, _outline(font, [(glyph, 0, 0)])) for text, glyph in codes)


def codes_of(places: bytes, texts: bytes) -> Iterator[tuple[str, int]]:
    """The text of each code of a font, and its glyph, from the two streams that say so."""
    glyphs = struct.unpack(f">{len(places) // 2}H", places[: len(places) // 2 * 2])
    for code, said in _ENTRY.findall(texts):
        number = int(code, 16)
        glyph = glyphs[number] if number < len(glyphs) else 0
        yield bytes.fromhex(said.decode()).decode("utf-16-be", "replace"), glyph


@dataclass(frozen=True, slots=True)
class _Looked:
    """A shipped face at a weight, in a language."""

    face: str
    weight: Weight
    language: str

    def draws(self, text: str, outline: Outline, others: Sequence[str]) -> bool:
        """Whether the face draws that text so, alone, or beside letters that change it or `others`. A right-to-left
        text stands in the file as readers give it, last letter first."""
        said = text.replace(SOFT_HYPHEN, "-")
        ways = ((said[::-1], True), (said, False)) if self._script in RIGHT_TO_LEFT else ((said, False),)
        beside = chain(product(BEFORE, AFTER), product(others, ("",)), product(("",), others))
        return any(same(self._shaped(*way, *near), outline) for near in beside for way in ways)

    @property
    def _script(self) -> str:
        return next(iter(FACES[self.face].scripts), "Latn")

    def _shaped(self, text: str, turned: bool, before: str, after: str) -> Outline:
        font = open_font(self.face, self.weight)
        buffer = hb.Buffer()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(before + text + after)
        buffer.direction = "rtl" if turned else "ltr"
        buffer.script, buffer.language = self._script, self.language
        hb.shape(font, buffer)
        own = range(len(before), len(before) + len(text))
        pen, placed = 0, list[tuple[int, int, int]]()
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if info.cluster in own:
                placed.append((info.codepoint, pen + place.x_offset, place.y_offset))
                pen += place.x_advance
        return _outline(font, placed)


def _outline(font: hb.Font, placed: Iterable[tuple[int, int, int]]) -> Outline:
    """The points of glyphs at their places, in thousandths of the size, from the first point on."""
    points: list[Point | None] = []
    for glyph, dx, dy in placed:
        found: list[Point | None] = []
        font.draw_glyph(glyph, _POINTS, found)
        points += [None if one is None else (one[0] + dx, one[1] + dy) for one in found]
    if not points:
        return ()
    first, scale = next(one[0] for one in points if one), 1000 / font.face.upem
    return tuple(None if one is None else ((one[0] - first) * scale, one[1] * scale) for one in points)


def same(one: Outline, other: Outline) -> bool:
    """Whether two outlines are the same but for rounding."""
    return len(one) == len(other) and all(map(_near, one, other))


def _near(one: Point | None, other: Point | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one[0] - other[0]) <= APART and abs(one[1] - other[1]) <= APART
