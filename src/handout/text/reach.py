"""How far the ink of a set line reaches: what a box round it must hold."""

from __future__ import annotations

from handout.text.faces import open_font
from handout.text.types import Line


def reach(line: Line) -> tuple[float, float]:
    """The highest ink above the baseline and the lowest below it, in points, marks stacked on letters included."""
    above = below = 0.0
    for placed in line.runs:
        run = placed.run
        font = open_font(run.face, run.weight)
        scale = run.size / font.face.upem
        for glyph in run.glyphs:
            extents = font.get_glyph_extents(glyph.gid)
            if extents is None:
                continue
            top = extents.y_bearing * scale + glyph.dy
            above = max(above, top)
            below = max(below, -(top + extents.height * scale))
    return above, below
