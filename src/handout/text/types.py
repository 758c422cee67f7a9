"""What the text room hands on: lines of glyph runs at fixed places.

Units: points, y downwards; glyph numbers in a run are in points too (already scaled by the size).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from handout.cache import Cache
from handout.drawing import Colour
from handout.errors import Private

Direction = Literal["ltr", "rtl"]
Weight = Literal[400, 700]
Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one look. `text` is in logical order and may hold isolates (U+2066-2069)."""

    text: str | Private
    size: float
    weight: Weight
    colour: Colour
    language: str  # BCP 47; a name's language may differ from the page's
    tag: str = ""  # id of the structure element it belongs to, where a paragraph has several


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How spans are set: leading in pt, baseline to baseline; the base direction of UAX #9."""

    language: str
    direction: Direction
    leading: float
    faces: tuple[str, ...]  # of the language, first choice first: ("noto-sans-arabic", "noto-sans")
    size: float = 1.0  # the language's size factor, applied to runs in the first of its faces
    align: Align = "start"
    tracking: float = 0.0  # pt added after each glyph; never in a joining script
    narrow: bool = False  # in narrow faces; where a script has none, its letters stand closer
    cache: Cache = field(default_factory=Cache, compare=False, repr=False)  # of what is set


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a run, in visual order. `cluster` is the text it stands for ("" for the rest of a
    cluster whose first glyph holds the text)."""

    gid: int
    advance: float
    dx: float
    dy: float  # upwards positive, as in fonts
    cluster: str


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face, weight, size, language and direction."""

    face: str  # id of a face: "noto-sans-arabic"
    weight: Weight
    size: float
    colour: Colour
    language: str
    direction: Direction
    glyphs: tuple[Glyph, ...]
    text: str  # logical order, no isolates
    width: float
    tag: str = ""
    private: bool = False  # holds a patient's value: never cached across documents


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run and the x of its left edge, from the left of the measure."""

    x: float
    run: GlyphRun


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `runs` are in logical (reading) order; `baseline` is from the top of the paragraph.
    The space at a broken line end stays in the text, at the end of the last logical run."""

    runs: tuple[PlacedRun, ...]
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines set to a measure; `height` is the number of lines times the leading, and what marks on
    letters need beside it."""

    lines: tuple[Line, ...]
    measure: float
    height: float
    widest: float
