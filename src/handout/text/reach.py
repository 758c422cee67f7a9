"""How far the ink of set lines reaches: what a box round them must hold, and what white there is between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from handout.text.faces import FACES, open_font
from handout.text.types import Line, ParagraphStyle, PlacedRun, Weight

CLEAR = 0.5  # pt of white between the ink of two lines, where letters stand over letters
OVER = 0.8  # pt: ink that leaves its paragraph by no more meets nothing
# Vocalised Arabic piles marks on letters: thousandths of an em of its tallest and deepest stacks, together.
_PILED = {"noto-sans-arabic": 1762}

Ink = tuple[float, float, float, float]  # left, top, right, bottom; y from the baseline downwards


def reach(line: Line) -> tuple[float, float]:
    """The highest ink above the baseline and the lowest below it, in points, marks stacked on letters included."""
    above = below = 0.0
    for _, top, _, bottom in _inked(line):
        above, below = max(above, -top), max(below, bottom)
    return above, below


def clearance(upper: Line, lower: Line, apart: float) -> float:
    """The least white between the ink of two lines of one measure whose baselines are so far apart; below 0 where
    they meet."""
    over, under = list(_inked(upper)), list(_inked(lower))
    if not over or not under:
        return apart
    lowest, highest = max(ink[3] for ink in over), apart + min(ink[1] for ink in under)
    if highest - lowest >= CLEAR:
        return highest - lowest
    near = [ink for ink in over if ink[3] > highest - CLEAR]
    white = [
        apart + top - ink[3]
        for left, top, right, _ in under
        if apart + top < lowest + CLEAR
        for ink in near
        if ink[0] < right and left < ink[2]
    ]
    return min(white, default=CLEAR)


def may_meet(style: ParagraphStyle, size: float) -> bool:
    """Whether the tallest and the deepest letters of the style's first face do not fit its leading, `size` being that
    of Latin text in pt."""
    face = FACES[style.faces[0]]
    return style.leading < _PILED.get(face.id, face.up + face.down) * size * style.size / 1000


def grown(lines: Sequence[Line], leading: float) -> float:
    """The leading at which no two lines of a paragraph meet."""
    meeting = [
        CLEAR - white
        for upper, lower in pairwise(lines)
        if (white := clearance(upper, lower, leading)) < CLEAR
    ]
    return leading + max(meeting, default=0.0)


def _inked(line: Line) -> Iterator[Ink]:
    """The boxes of its letters: the outlines of a letter and its marks are one, since no mark of another line may
    stand among them."""
    for placed in line.runs:
        held: Ink | None = None
        for begins, ink in _outlines(placed):
            if held is not None and begins:
                yield held
                held = None
            if ink is not None:
                held = ink if held is None else _united(held, ink)
        if held is not None:
            yield held


def _outlines(placed: PlacedRun) -> Iterator[tuple[bool, Ink | None]]:
    """The outline box of each glyph, if it has one, and whether a letter begins with it."""
    run, x = placed.run, placed.x
    scale = run.size / open_font(run.face, run.weight).face.upem
    for glyph in run.glyphs:
        left, top, right, bottom = _outline(run.face, run.weight, glyph.gid)
        dx, dy = x + glyph.dx, -glyph.dy
        box = (dx + left * scale, dy + top * scale, dx + right * scale, dy + bottom * scale)
        yield bool(glyph.cluster), box if right > left else None
        x += glyph.advance


def _united(one: Ink, other: Ink) -> Ink:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


@lru_cache(maxsize=65536)
def _outline(face: str, weight: Weight, gid: int) -> Ink:
    """The box of a glyph's outline in font units, y downwards; without width where it has none."""
    extents = open_font(face, weight).get_glyph_extents(gid)
    if extents is None or not extents.width:
        return 0, 0, 0, 0
    left, top = extents.x_bearing, -extents.y_bearing
    return left, top, left + extents.width, top - extents.height
