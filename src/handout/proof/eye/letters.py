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
_NAME = re.compile(r"/[A-Z]{6}\+(\w+)-(Regular|Bold)")
_ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>\s")
_FACES = {"".join(part.title() for part in name.split("-")): name for name in FACES}

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
        named = _NAME.fullmatch(str(font.get("/BaseFont", "")))
        face = _FACES.get(named.group(1)) if named else None
        if named is None or face is None or not _plain(font):
            return f"The font {str(font.get('/BaseFont', '/?'))[1:]} is none that handout prints with"
        inner = font.DescendantFonts[0]
        parts = (inner.FontDescriptor.FontFile2, inner.CIDToGIDMap, font.ToUnicode)
        program, places, texts = (part.read_bytes() for part in parts)
        key = hashlib.sha256(b"\0".join((str(named.group()).encode(), program, places, texts))).digest()
        if key in self._right or (remembered and remembered.known(b"font" + key)):
            return ""
        looked = _Looked(face, 700 if named.group(2) == "Bold" else 400, language)
        wrong = [*islice(self._wrong(looked, [*_drawn(program, places, texts)]), MOST)]
        if not wrong:
            self._keep(key)
            if remembered:
                remembered.note(b"font" + key)
            return ""
        digits = ", ".join(sorted({text for text in wrong if text.isdecimal()}))
        more = " or more" if len(wrong) == MOST else ""
        said = f"{len(wrong)}{more} letters or digits{f' ({digits})' if digits else ''}"
        return f"In the font {str(font.BaseFont)[8:]} {said} are drawn otherwise than they read"

    def _wrong(self, looked: _Looked, drawn: Sequence[tuple[str, Outline]]) -> Iterator[str]:
        """The texts whose outlines are not theirs."""
        letters = sorted({letter for text, _ in drawn for letter in text if letter.isalpha()})
        for text, outline in drawn:
            key = looked, text, outline
            if key in self._right:
                continue
            if looked.draws(text, outline, letters):
                self._keep(key)
            else:
                yield text

    def _keep(self, key: object) -> None:
        if len(self._right) < self._most:
            self._right.add(key)


def _plain(font: pikepdf.Object) -> bool:
    """Whether a font is of the kind that handout writes: a TrueType subset by codes of two bytes."""
    try:
        inner = font.DescendantFonts[0]
        return (
            font.Subtype == "/Type0"
            and font.Encoding == "/Identity-H"
            and inner.Subtype == "/CIDFontType2"
            and isinstance(inner.FontDescriptor.FontFile2, pikepdf.Stream)
            and isinstance(inner.CIDToGIDMap, pikepdf.Stream)
            and b"bfrange" not in font.ToUnicode.read_bytes()
        )
    except (AttributeError, LookupError, pikepdf.PdfError):
        return False


def _drawn(program: bytes, places: bytes, texts: bytes) -> Iterator[tuple[str, Outline]]:
    """The text of each code of a font, and what is drawn for it."""
    codes = [*codes_of(places, texts)]
    return zip((text for text, _ in codes), outlines_of(program, (glyph for _, glyph in codes)), strict=True)


def outlines_of(program: bytes, glyphs: Iterable[int]) -> Iterator[Outline]:
    """What a font program draws for its glyphs."""
    font = hb.Font(hb.Face(hb.Blob(program)))
    return (_outline(font, [(glyph, 0, 0)]) for glyph in glyphs)


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

    def draws(self, text: str, outline: Outline, letters: Sequence[str]) -> bool:
        """Whether the face draws that text so, alone or beside others, of which `letters` are more. A right-to-left
        text stands in the file as readers give it, last letter first."""
        said = text.replace(SOFT_HYPHEN, "-")
        ways = ((said[::-1], True), (said, False)) if self._script in RIGHT_TO_LEFT else ((said, False),)
        beside = chain(product(BEFORE, AFTER), product(letters, ("",)), product(("",), letters))
        return any(_alike(self._shaped(*way, *near), outline) for near in beside for way in ways)

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
    first = points[0][0] if points and points[0] else 0.0
    scale = 1000 / font.face.upem
    return tuple(None if one is None else ((one[0] - first) * scale, one[1] * scale) for one in points)


def _alike(one: Outline, other: Outline) -> bool:
    """Whether two outlines are the same but for rounding."""
    if len(one) != len(other):
        return False
    for a, b in zip(one, other, strict=True):
        if a is None or b is None:
            if a is not b:
                return False
        elif abs(a[0] - b[0]) > APART or abs(a[1] - b[1]) > APART:
            return False
    return True
