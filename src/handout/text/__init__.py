"""Text set to a measure: faces, bidi, line breaks, shaping.

In: spans of text in logical order and a paragraph style. Out: `Paragraph`, lines of glyph runs at fixed
places. Knows nothing of pages or PDF. What no face covers is refused, never drawn as a box.
"""

from __future__ import annotations

from handout.text.bidi import is_plain_left_to_right
from handout.text.faces import FACES, Face, axes, face_path, open_face, open_font
from handout.text.reach import CLEAR, clearance, may_meet, reach
from handout.text.refusal import missing, prints_nothing
from handout.text.seeds import kept_seeds
from handout.text.types import (
    Align,
    Direction,
    Glyph,
    GlyphRun,
    Line,
    Paragraph,
    ParagraphStyle,
    PlacedRun,
    Span,
    Weight,
)
from handout.text.typeset import typeset

__all__ = [
    "CLEAR", "FACES", "Align", "Direction", "Face", "Glyph", "GlyphRun", "Line", "Paragraph", "ParagraphStyle",
    "PlacedRun", "Span", "Weight", "axes", "clearance", "face_path", "is_plain_left_to_right", "kept_seeds",
    "may_meet", "missing", "open_face", "open_font", "prints_nothing", "reach", "typeset",
]  # fmt: skip
