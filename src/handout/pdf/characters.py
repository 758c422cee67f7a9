"""What a glyph says: the Unicode text a code stands for, and the codes of one font in one file.

A code (CID) is one pair of shape and text, numbered in order of first use. A single unmoved glyph keeps its
shape; anything else is baked into one composite. In right-to-left runs the text of a cluster is stored in
visual order: poppler and pdfium, the readers behind most viewers and indexers, reverse a right-to-left
line character by character, so logical order would come out backwards ("vowel before letter"). The exact
logical text stands in the structure tree's ActualText, which assistive technology reads first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from handout.pdf.baking import Composite, Part
from handout.pdf.faces import Face
from handout.text.types import Glyph, GlyphRun

NOMINAL = 60  # a baked cluster this near its only spacing glyph's own advance takes that advance
# Joiners, isolates and marks of direction say nothing on paper; no-break spaces are found as spaces.
SILENT = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
SPACES = {0xA0: " ", 0x202F: " "}
MEANING = SILENT | SPACES

Code = tuple[int | Composite, str]  # what a code draws, and what it says

# What earlier files of this process encoded, for runs without a patient's words: by the codes there were, as a
# number, and the run, which layout hands on again as it is. The same codes and the same run give the same bytes.
_STATES: dict[tuple[object, Code], int] = {}
_NUMBERS = count()  # never used twice, so that what was cleared away is met by nothing new
_ENCODED: dict[tuple[object, int], tuple[GlyphRun, bytes, tuple[Code, ...]]] = {}
_MOST = 20_000


class Codes:
    """The codes of one face and weight in one file."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.shapes: list[int | Composite] = [0]  # by code; code 0 is .notdef
        self.texts: list[str] = [""]
        self.widths: list[float] = [face.advance(0) * 1000 / face.upem]
        self._known: dict[tuple[int | Composite, str], int] = {}
        # Unmoved single glyphs and their text: code and width, for each direction.
        self._plain: dict[str, dict[tuple[int, str], tuple[str, float]]] = {"ltr": {}, "rtl": {}}
        self._shown: dict[object, bytes] = {}  # runs of this file
        # Which codes there are: the face, then a number for each way on; None once a patient's words added one.
        self._state: object = face

    def show(self, run: GlyphRun) -> bytes:
        """The operand of TJ. Copies of a page repeat their runs, so each is encoded once: what shapes a run
        beside its text are its neighbours, and they show in its ends and its width."""
        if not run.glyphs:
            return b""
        ends = (run.glyphs[0].gid, run.glyphs[-1].gid, len(run.glyphs))
        key = (run.text, run.size, run.width, run.language, run.direction, ends)
        shown = self._shown.get(key)
        if shown is None:
            shown = self._shown[key] = self._hidden(run) if run.private else self._recalled(run)
        return shown

    def _hidden(self, run: GlyphRun) -> bytes:
        """A patient's words, encoded for this file alone; codes they add are no state to be found again."""
        known = len(self.shapes)
        shown = self._encode(run)
        if len(self.shapes) > known:
            self._state = None
        return shown

    def _recalled(self, run: GlyphRun) -> bytes:
        """Any other run, encoded by this file or an earlier one."""
        state = self._state
        if state is None:
            return self._encode(run)
        found = _ENCODED.get((state, id(run)))
        if found is None:
            known = len(self.shapes)
            shown = self._encode(run)
            added = tuple(zip(self.shapes[known:], self.texts[known:], strict=True))
            if len(_ENCODED) >= _MOST:
                _ENCODED.clear()
                _STATES.clear()
            _ENCODED[state, id(run)] = (run, shown, added)
        else:
            _, shown, added = found
            for code in added:
                self._register(*code)
        for code in added:
            if (state, code) not in _STATES:
                _STATES[state, code] = next(_NUMBERS)
            state = _STATES[state, code]
        self._state = state
        return shown

    def _encode(self, run: GlyphRun) -> bytes:
        """Codes in visual order, moved where the line is kerned: glyph by glyph while each is known."""
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
            if first.cluster:  # without it a glyph goes on a cluster
                self._plain[run.direction][first.gid, first.cluster] = (f"{code:04X}", self.widths[code])
            return code
        return self._register(self._bake(glyphs, self.face.upem / run.size), meaning)

    def _register(self, shape: int | Composite, meaning: str) -> int:
        code = self._known.get((shape, meaning))
        if code is None:
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
            parts.append(Part(glyph.gid, round((pen + glyph.dx) * units), round(glyph.dy * units)))
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
