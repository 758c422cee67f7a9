"""Text set to a measure: faces, bidi, line breaks, shaping.

In: spans of text in logical order and a paragraph style. Out: `Paragraph`, lines of glyph runs at fixed
places. Knows nothing of pages or PDF. What no face covers is refused, never drawn as a box.
"""

from handout.text.faces import FACES, Face, axes, face_path
from handout.text.reach import CLEAR, clearance, may_meet, reach
from handout.text.refusal import missing
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
    "CLEAR",
    "FACES",
    "Align",
    "Direction",
    "Face",
    "Glyph",
    "GlyphRun",
    "Line",
    "Paragraph",
    "ParagraphStyle",
    "PlacedRun",
    "Span",
    "Weight",
    "axes",
    "clearance",
    "face_path",
    "may_meet",
    "missing",
    "reach",
    "typeset",
]
