"""Shaping by HarfBuzz: a piece of text in one face, size and direction to glyphs.

Kerning and ligatures are on. Glyphs are grouped by grapheme cluster; the first of a cluster, from the left,
holds the cluster's text in logical order. A glyph that would be .notdef raises `TextError`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import uharfbuzz as hb

from handout.cache import CacheRegion
from handout.errors import Finding, TextError
from handout.text.characters import SOFT_HYPHEN, SPACES
from handout.text.closing_up import WIDE_ENDS, halved
from handout.text.faces import open_face, open_font
from handout.text.types import Glyph, Weight


@dataclass(frozen=True, slots=True)
class ShapeSetting:
    """How a piece is set: all that shaping depends on but the text."""

    face: str
    weight: Weight
    size: float  # pt, the size factor applied
    script: str
    language: str
    right_to_left: bool
    tracking: float = 0.0
    before: str = ""  # text on either side, where letters join across the piece's ends
    after: str = ""


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs in visual order; `tail` is the width of the spaces at the logical end."""

    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    tail: float

    @property
    def blank(self) -> bool:
        """Nothing but spaces that hang at a line's end."""
        return not self.text.strip(SPACES)


FULL_WIDTH = frozenset({"noto-sans-sc", "noto-sans-tc", "noto-sans-jp", "noto-sans-kr"})
SHAPED: CacheRegion[Shaped] = CacheRegion("shaped pieces of text that everybody may see", 32768)


def shape(text: str, setting: ShapeSetting) -> Shaped:
    """Shape a piece. Soft hyphens leave no trace, unless the piece is one: then a hyphen is drawn."""
    hyphen = text == SOFT_HYPHEN
    text = "-" if hyphen else text.replace(SOFT_HYPHEN, "")
    scale = setting.size / open_face(setting.face).upem
    glyphs = _glyphs(text, _shaped(text, setting), scale, setting.tracking)
    if " " in text and not WIDE_ENDS.isdisjoint(setting.before + text):
        glyphs = list(_closed_up(glyphs, setting.before))
    if not glyphs:  # joiners with nothing to join
        text = ""
    if hyphen:  # it stands for U+00AD, so that copied text has no hyphen of its own
        text = SOFT_HYPHEN
        glyphs = [replace(glyph, cluster=SOFT_HYPHEN) for glyph in glyphs]
    width = sum([glyph.advance for glyph in glyphs])
    return Shaped(text, tuple(glyphs), width, _tail(glyphs, setting.right_to_left))


def _shaped(text: str, setting: ShapeSetting) -> list[tuple[int, int, int, int, int]]:
    """Glyph id, cluster, advance, x offset, y offset of each glyph, in font units, in visual order."""
    buffer = hb.Buffer()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    shift = len(setting.before)
    buffer.add_str(setting.before + text + setting.after, shift, len(text))
    buffer.direction = "rtl" if setting.right_to_left else "ltr"
    buffer.script = setting.script
    buffer.language = setting.language
    features: dict[str, bool | list[tuple[int, int, bool]]] = {}
    if setting.tracking:
        features = {"liga": False, "clig": False}
    if setting.face in FULL_WIDTH and (marks := list(halved(text))):
        features["halt"] = [(shift + mark, shift + mark + 1, True) for mark in marks]
    hb.shape(open_font(setting.face, setting.weight), buffer, features)
    glyphs = [
        (info.codepoint, info.cluster - shift, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    if not all(glyph[0] for glyph in glyphs):
        what = f"a letter stands beside a mark that {setting.face} cannot set"
        raise TextError(Finding(what, "Write it with other characters."))
    return glyphs


def _glyphs(
    text: str, shaped: Sequence[tuple[int, int, int, int, int]], scale: float, tracking: float
) -> list[Glyph]:
    """Glyphs in points, each cluster's text on its first glyph, tracking after its last."""
    starts = sorted({glyph[1] for glyph in shaped})
    bounds = [0, *starts[1:], len(text)]  # what is invisible in front belongs to the first cluster
    own_text = {start: text[a:b] for start, (a, b) in zip(starts, pairwise(bounds), strict=False)}
    glyphs: list[Glyph] = []
    last = len(shaped) - 1
    previous = -1
    for index, (gid, cluster, advance, dx, dy) in enumerate(shaped):
        own = own_text[cluster] if cluster != previous else ""
        width = advance * scale
        if tracking and (index == last or shaped[index + 1][1] != cluster):
            width += tracking
        glyphs.append(Glyph(gid, width, dx * scale, dy * scale, own))
        previous = cluster
    return glyphs


def _closed_up(glyphs: Sequence[Glyph], before: str) -> Iterator[Glyph]:
    """Without room for spaces behind a full-width mark."""
    said = before
    for glyph in glyphs:
        closed = glyph.cluster == " " and said[-1:] in WIDE_ENDS
        said = glyph.cluster or said
        yield replace(glyph, advance=0.0) if closed else glyph


def _tail(glyphs: Sequence[Glyph], right_to_left: bool) -> float:
    width = 0.0
    for glyph in glyphs if right_to_left else reversed(glyphs):
        if not glyph.cluster or glyph.cluster.strip(SPACES):
            break
        width += glyph.advance
    return width
