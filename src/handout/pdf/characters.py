"""What a glyph says: the Unicode text a code stands for, and the codes of one font in one file.

A code (CID) is one pair of shape and text, numbered in order of first use. A single unmoved glyph keeps its
shape; anything else is baked into one composite. In right-to-left runs the text of a cluster is stored in
visual order: poppler and pdfium, the readers behind most viewers and indexers, reverse a right-to-left
line character by character, so logical order would come out backwards ("vowel before letter"). The exact
logical text stands in the structure tree's ActualText, which assistive technology reads first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout.pdf.baking import Composite, GlyphPart
from handout.pdf.faces import EmbeddedFace
from handout.text import Glyph, GlyphRun

NOMINAL = 60  # a baked cluster this near its only spacing glyph's own advance takes that advance
# Joiners, isolates and marks of direction say nothing on paper; no-break spaces are found as spaces.
SILENT = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
SPACES = {0xA0: " ", 0x202F: " "}
MEANING = SILENT | SPACES

Code = tuple[int | Composite, str]  # what a code draws, and what it says


class UnknownGlyphError(LookupError):
    """A run asks for a glyph that fonts whose codes are closed do not hold. It says nothing of the run."""


@dataclass(frozen=True, slots=True)
class KeptCodes:
    """Closed codes, for another process to go on with."""

    shapes: tuple[int | Composite, ...]
    texts: tuple[str, ...]
    widths: tuple[float, ...]
    plain: dict[str, dict[tuple[int, str], tuple[str, float]]]


class Codes:
    """The codes of one face and weight in one file."""

    def __init__(self, face: EmbeddedFace) -> None:
        self.face = face
        self.shapes: list[int | Composite] = [0]  # by code; code 0 is .notdef
        self.texts: list[str] = [""]
        self.widths: list[float] = [face.advance(0) * 1000 / face.upem]
        self._known: dict[tuple[int | Composite, str], int] = {}
        # Unmoved single glyphs and their text: code and width, for each direction.
        self._plain: dict[str, dict[tuple[int, str], tuple[str, float]]] = {"ltr": {}, "rtl": {}}
        self._closed = False

    @classmethod
    def again(cls, face: EmbeddedFace, kept: KeptCodes) -> Codes:
        """Codes as they were kept, closed."""
        codes = cls(face)
        codes.shapes, codes.texts, codes.widths = list(kept.shapes), list(kept.texts), list(kept.widths)
        codes._known = {code: at for at, code in enumerate(zip(kept.shapes, kept.texts, strict=True)) if at}
        codes._plain, codes._closed = kept.plain, True
        return codes

    def kept(self) -> KeptCodes:
        """Them, when they are closed."""
        return KeptCodes(tuple(self.shapes), tuple(self.texts), tuple(self.widths), self._plain)

    def close(self) -> None:
        """Take no more codes: the font is written."""
        self._closed = True

    def show(self, run: GlyphRun) -> bytes:
        """The operand of TJ; nothing of it is kept: codes in visual order, moved where the line is kerned, glyph by
        glyph while each is known. Raises UnknownGlyphError where codes are closed and lack one."""
        scale, plain = 1000 / run.size, self._plain[run.direction]
        out: list[str] = ["<"]
        drift = 0.0  # where the pen should be less where it is, thousandths
        for glyph in run.glyphs:
            known = plain.get((glyph.gid, glyph.cluster))
            if known is None or glyph.dx or glyph.dy:
                return self._encode_clusters(run)
            if not -0.5 < drift < 0.5:
                moved = round(drift)
                out.append(f">{-moved}<")
                drift -= moved
            out.append(known[0])
            drift += glyph.advance * scale - known[1]
        return ("".join(out) + ">").replace("<>", "").encode()

    def _encode_clusters(self, run: GlyphRun) -> bytes:
        """The same, cluster by cluster."""
        scale, glyphs = 1000 / run.size, run.glyphs
        out: list[str] = ["<"]
        drift, at = 0.0, 0
        while at < len(glyphs):
            end = at + 1
            while end < len(glyphs) and not glyphs[end].cluster:
                end += 1
            cluster = glyphs[at:end]
            code = self._code(cluster, run)
            if not -0.5 < drift < 0.5:
                moved = round(drift)
                out.append(f">{-moved}<")
                drift -= moved
            out.append(f"{code:04X}")
            drift += sum(glyph.advance for glyph in cluster) * scale - self.widths[code]
            at = end
        return ("".join(out) + ">").replace("<>", "").encode()

    def _code(self, glyphs: Sequence[Glyph], run: GlyphRun) -> int:
        """The code of one cluster, new or known."""
        meaning = glyphs[0].cluster.translate(MEANING) or " "
        if run.direction == "rtl":
            meaning = meaning[::-1]
        first = glyphs[0]
        if len(glyphs) == 1 and not first.dx and not first.dy:
            code = self._register(first.gid, meaning)
            if first.cluster and not self._closed:  # without it a glyph goes on a cluster
                self._plain[run.direction][first.gid, first.cluster] = (f"{code:04X}", self.widths[code])
            return code
        return self._register(self._bake(glyphs, self.face.upem / run.size), meaning)

    def _register(self, shape: int | Composite, meaning: str) -> int:
        code = self._known.get((shape, meaning))
        if code is None:
            if self._closed:
                raise UnknownGlyphError
            code = self._known[shape, meaning] = len(self.shapes)
            self.shapes.append(shape)
            self.texts.append(meaning)
            units = self.face.advance(shape) if isinstance(shape, int) else shape.advance
            self.widths.append(units * 1000 / self.face.upem)
        return code

    def _bake(self, glyphs: Sequence[Glyph], units: float) -> Composite:
        """The composite of a cluster. Its advance leaves out kerning where it can, so that a cluster is
        baked once and not once for each neighbour."""
        pen, parts = 0.0, []
        for glyph in glyphs:
            parts.append(GlyphPart(glyph.gid, round((pen + glyph.dx) * units), round(glyph.dy * units)))
            pen += glyph.advance
        advance = round(pen * units)
        spacing = [glyph for glyph in glyphs if glyph.advance]
        if len(spacing) == 1:
            own = self.face.advance(spacing[0].gid)
            advance = own if abs(own - advance) < NOMINAL * self.face.upem / 1000 else advance
        return Composite(max(advance, 0), tuple(parts))

    def glyphs(self) -> Iterator[int]:
        """Every glyph of the face that a code draws."""
        for shape in self.shapes:
            if isinstance(shape, int):
                yield shape
            else:
                yield from (part.gid for part in shape.parts)
