"""The fonts of one file: codes while pages are written, font objects at the end (ISO 32000-1, 9.7).

Each face and weight becomes a Type 0 font with Identity-H codes, a CIDFontType2 subset with its axes pinned,
a CIDToGIDMap stream and a ToUnicode map that gives every code exactly one text.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable

from handout.cache import Cache
from handout.pdf.baking import Composite, GlyphPart, append, tables_of
from handout.pdf.characters import Codes, KeptCodes, UnknownGlyphError
from handout.pdf.faces import embedded_face
from handout.pdf.patches import File, Stream
from handout.pdf.syntax import name, number, numbers
from handout.text import GlyphRun, Weight

_MAP_HEAD = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_MAP_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_BLOCK = 100  # entries in one bfchar block, Adobe Technical Note 5014


KeptFonts = tuple[tuple[tuple[str, Weight], bytes, KeptCodes], ...]  # face and weight, resource, codes


class Fonts:
    """The fonts in use, in order of first use."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, Weight], tuple[bytes, Codes]] = {}
        self._closed = False

    @classmethod
    def again(cls, kept: KeptFonts) -> Fonts:
        """Fonts as they were kept, closed."""
        fonts = cls()
        for key, resource, codes in kept:
            fonts._codes[key] = resource, Codes.again(embedded_face(*key), codes)
        fonts._closed = True
        return fonts

    def kept(self) -> KeptFonts:
        """Them, when they are closed."""
        return tuple((key, resource, codes.kept()) for key, (resource, codes) in self._codes.items())

    def select(self, run: GlyphRun) -> tuple[bytes, Codes]:
        """The resource name of the run's font, and its codes. Raises UnknownGlyphError for a new face once closed."""
        key = (run.face, run.weight)
        found = self._codes.get(key)
        if found is None:
            if self._closed:
                raise UnknownGlyphError
            found = (b"/F%d" % (len(self._codes) + 1), Codes(embedded_face(*key)))
            self._codes[key] = found
        return found

    def seed(self, runs: Iterable[GlyphRun]) -> None:
        """Give codes to what will be shown, in this order, so that they are the same whatever is shown first."""
        for run in runs:
            self.select(run)[1].show(run)

    def close(self) -> None:
        """Take no more faces and no more codes."""
        self._closed = True
        for _, codes in self._codes.values():
            codes.close()

    def write(self, file: File, cache: Cache) -> bytes:
        """Font objects into the file; the entries of the resource dictionary."""
        return b"".join(resource + b" " + _font(file, codes, cache) for resource, codes in self._codes.values())


def _font(file: File, codes: Codes, cache: Cache) -> bytes:
    """The objects of one font; a reference to it."""
    program, places = _program(codes, cache)
    face = codes.face
    digest = hashlib.sha256(program).digest()
    base = name("".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + face.name)
    data = file.add(Stream(b"/Length1 %d" % len(program), program))
    descriptor = file.new()
    descriptor.body = (
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle 0"
        b"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s>>"
        % (base, numbers(*face.box), face.ascent, face.descent, face.cap_height, face.stem, data.ref)
    )
    glyph_map = file.add(Stream(b"", places))
    descendant = file.new()
    descendant.body = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %s/DW 0/W[0[%s]]/CIDToGIDMap %s>>"
        % (base, descriptor.ref, b" ".join(map(number, codes.widths)), glyph_map.ref)
    )
    unicode_map = file.add(Stream(b"", _to_unicode(codes.texts)))
    font = file.new()
    font.body = b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>" % (
        base,
        descendant.ref,
        unicode_map.ref,
    )
    return font.ref


def _program(codes: Codes, cache: Cache) -> tuple[bytes, bytes]:
    """The TrueType program, and the glyph of each code in it, two bytes a code."""
    program, new = codes.face.subset(frozenset(codes.glyphs()), cache)
    composites = [shape for shape in codes.shapes if isinstance(shape, Composite)]
    baked = {}
    if composites:
        count = struct.unpack_from(">H", tables_of(program)["maxp"], 4)[0]
        moved = [
            Composite(shape.advance, tuple(GlyphPart(new[p.gid], p.dx, p.dy) for p in shape.parts))
            for shape in dict.fromkeys(composites)
        ]
        program = append(program, moved)
        baked = {shape: count + index for index, shape in enumerate(dict.fromkeys(composites))}
    places = [new[shape] if isinstance(shape, int) else baked[shape] for shape in codes.shapes]
    return program, struct.pack(f">{len(places)}H", *places)


def _to_unicode(texts: list[str]) -> bytes:
    """The CMap from codes to text (ISO 32000-1, 9.10.3)."""
    entries = [
        b"<%04X> <%s>" % (code, said.encode("utf-16-be").hex().upper().encode())
        for code, said in enumerate(texts)
        if said
    ]
    out = [_MAP_HEAD]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        out.append(b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)))
    return b"".join([*out, _MAP_TAIL])
