"""Composite glyphs appended to a TrueType subset, one for each cluster that is not one plain glyph.

With a glyph, and so a code, of its own, a cluster has an unambiguous ToUnicode entry, and text copies out
exactly without marked-content ActualText. Tables as in OpenType 1.9.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ARGS_ARE_WORDS, ARGS_ARE_XY, MORE, OVERLAP = 0x0001, 0x0002, 0x0020, 0x0400


@dataclass(frozen=True, slots=True)
class GlyphPart:
    """A component: a glyph of the face and its place, in font units."""

    gid: int
    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Composite:
    """A glyph made of parts, with its own advance in font units."""

    advance: int
    parts: tuple[GlyphPart, ...]


def tables_of(font: bytes) -> dict[str, bytes]:
    """The tables of a font by tag."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        tables[tag.decode()] = font[offset : offset + length]
    return tables


def font_of(tables: Mapping[str, bytes]) -> bytes:
    """A TrueType font from its tables."""
    count = len(tables)
    power = count.bit_length() - 1
    out = struct.pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * (count - (1 << power)))
    body, offset = b"", 12 + 16 * count
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + bytes(-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        out += struct.pack(">4sLLL", tag.encode(), total, offset, len(data))
        offset += len(padded)
        body += padded
    return out + body


class _Glyphs:
    """The glyphs of a subset, growing."""

    def __init__(self, tables: Mapping[str, bytes]) -> None:
        count = struct.unpack_from(">H", tables["maxp"], 4)[0]
        if struct.unpack_from(">h", tables["head"], 50)[0]:
            self.loca = list(struct.unpack_from(f">{count + 1}L", tables["loca"]))
        else:
            self.loca = [2 * half for half in struct.unpack_from(f">{count + 1}H", tables["loca"])]
        self.glyf = bytearray(tables["glyf"])
        self.metrics = _metrics(tables, count)

    def box(self, gid: int) -> tuple[int, int, int, int] | None:
        """xMin, yMin, xMax, yMax; None for a glyph without outline."""
        if self.loca[gid] == self.loca[gid + 1]:
            return None
        _, x0, y0, x1, y1 = struct.unpack_from(">5h", self.glyf, self.loca[gid])
        return x0, y0, x1, y1

    def append(self, composite: Composite) -> int:
        """Add one glyph; its number of components."""
        drawn = [(part, box) for part in composite.parts if (box := self.box(part.gid)) is not None]
        self.glyf += bytes(-len(self.glyf) % 4)
        self.loca[-1] = len(self.glyf)
        left = 0
        if drawn:
            left = min(box[0] + part.dx for part, box in drawn)
            self.glyf += struct.pack(
                ">5h",
                -1,
                left,
                min(box[1] + part.dy for part, box in drawn),
                max(box[2] + part.dx for part, box in drawn),
                max(box[3] + part.dy for part, box in drawn),
            )
            for index, (part, _) in enumerate(drawn):
                flags = ARGS_ARE_WORDS | ARGS_ARE_XY | (MORE if index < len(drawn) - 1 else 0)
                flags |= 0 if index else OVERLAP
                self.glyf += struct.pack(">HHhh", flags, part.gid, part.dx, part.dy)
            self.glyf += bytes(-len(self.glyf) % 4)
        self.metrics.append((composite.advance, left))
        self.loca.append(len(self.glyf))
        return len(drawn)


def _metrics(tables: Mapping[str, bytes], count: int) -> list[tuple[int, int]]:
    """Advance and left bearing of each glyph (`hmtx`)."""
    full = struct.unpack_from(">H", tables["hhea"], 34)[0]
    data = tables["hmtx"]
    metrics = [struct.unpack_from(">Hh", data, 4 * index) for index in range(full)]
    advance = metrics[-1][0]
    metrics += [(advance, struct.unpack_from(">h", data, 4 * full + 2 * index)[0]) for index in range(count - full)]
    return metrics


def append(font: bytes, composites: Sequence[Composite]) -> bytes:
    """The font with `composites` after its last glyph, in order. Parts name glyphs of `font`."""
    tables = tables_of(font)
    glyphs = _Glyphs(tables)
    most = max((glyphs.append(composite) for composite in composites), default=0)
    count = len(glyphs.metrics)
    maxp = bytearray(tables["maxp"])
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    struct.pack_into(">H", maxp, 4, count)
    struct.pack_into(
        ">2H",
        maxp,
        10,
        min(65535, max(points, composite_points) * max(most, 1)),
        min(65535, max(contours, composite_contours) * max(most, 1)),
    )
    struct.pack_into(">2H", maxp, 28, max(most, elements), depth + 1)
    head = bytearray(tables["head"])
    struct.pack_into(">h", head, 50, 1)  # long offsets
    hhea = bytearray(tables["hhea"])
    struct.pack_into(">H", hhea, 34, count)
    struct.pack_into(">H", hhea, 10, max(advance for advance, _ in glyphs.metrics))
    tables |= {
        "maxp": bytes(maxp),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "glyf": bytes(glyphs.glyf),
        "loca": struct.pack(f">{count + 1}L", *glyphs.loca),
        "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in glyphs.metrics),
    }
    return font_of(tables)
