"""Faces as the PDF needs them: metrics, and a subset with every axis pinned.

In: a face's id and weight. Out: TrueType programs. The text room knows where the files are and how a weight
is placed on the axes; an axis left open would leave a variable font in the file, which validators accept.
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import uharfbuzz as hb

from handout.cache import Cache, CacheRegion
from handout.text import Weight, axes, open_face, open_font

FLAGS = (
    hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NO_BIDI_CLOSURE
    | hb.SubsetFlags.NO_HINTING
)
# Tables a PDF's font program has no use for (ISO 32000-1, 9.9).
_LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "kern", "DSIG")
_NAMES = ("name", "post", "OS/2", "cmap", "STAT", "meta")
_OTHER = ("gasp", "vhea", "vmtx", "VORG", "VVAR", "MVAR")
DROPPED = tuple(int.from_bytes(tag.ljust(4).encode(), "big") for tag in (*_LAYOUT, *_NAMES, *_OTHER))
Subset = tuple[bytes, Mapping[int, int]]
SUBSETS: CacheRegion[Subset] = CacheRegion("fonts of the glyphs that files show", 128)


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddedFace:
    """One face at one weight. Metrics are in thousandths of the size, as font descriptors give them."""

    face: hb.Face
    font: hb.Font
    location: Mapping[str, float]
    upem: int
    name: str
    ascent: int
    descent: int
    cap_height: int
    stem: int
    box: tuple[int, int, int, int]

    def advance(self, gid: int) -> int:
        """The glyph's own advance, font units, without kerning."""
        units: int = self.font.get_glyph_h_advance(gid)
        return units

    def subset(self, gids: frozenset[int], cache: Cache) -> Subset:
        """A TrueType program of those glyphs and .notdef, and where each glyph went in it. Sheets of one language need
        nearly always the same."""
        return cache.get(SUBSETS, (self.name, *self.location.items(), gids), lambda: _subset(self, gids))


def _subset(own: EmbeddedFace, gids: frozenset[int]) -> Subset:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0, *gids})
    wanted.flags = FLAGS
    for tag in DROPPED:
        wanted.drop_table_tag_set.add(tag)
    for axis, value in own.location.items():
        wanted.pin_axis_location(own.face, axis, value)
    plan = hb.SubsetPlan(own.face, wanted)
    return bytes(plan.execute().blob.data), MappingProxyType(dict(plan.old_to_new_glyph_mapping))


@functools.lru_cache
def embedded_face(face: str, weight: Weight) -> EmbeddedFace:
    """The face at that weight."""
    source, font, location = (
        open_face(face),
        open_font(face, weight),
        dict(axes(face, weight)),
    )
    scale = 1000 / source.upem
    extents = font.get_font_extents("ltr")
    os2 = bytes(source.reference_table("OS/2").data)
    head = bytes(source.reference_table("head").data)
    cap = struct.unpack_from(">h", os2, 88)[0] if len(os2) >= 90 else 700
    x0, y0, x1, y1 = (round(value * scale) for value in struct.unpack_from(">4h", head, 36))
    return EmbeddedFace(
        face=source,
        font=font,
        location=location,
        upem=source.upem,
        name="".join(part.title() for part in face.split("-")) + ("-Bold" if weight >= 700 else "-Regular"),
        ascent=round(extents.ascender * scale),
        descent=round(extents.descender * scale),
        cap_height=round(cap * scale),
        stem=round(50 + (weight / 65) ** 2),
        box=(x0, y0, x1, y1),
    )
