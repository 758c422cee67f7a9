"""Styles and spans for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

from handout.text import Align, Glyph, GlyphRun, Line, Paragraph, ParagraphStyle, Span, Weight

INK = "#1b2530"


def latin(align: Align = "start", *, language: str = "en", tracking: float = 0.0) -> ParagraphStyle:
    return ParagraphStyle(language, "ltr", 16.8, ("noto-sans",), 1.0, align, tracking)


def arabic(align: Align = "start") -> ParagraphStyle:
    return ParagraphStyle("ar", "rtl", 18.0, ("noto-sans-arabic", "noto-sans"), 1.08, align)


def span(text: str, language: str = "en", *, weight: Weight = 400, tag: str = "") -> Span:
    return Span(text, 12.0, weight, INK, language, tag)


def runs(paragraph: Paragraph) -> Iterator[GlyphRun]:
    for line in paragraph.lines:
        for placed in line.runs:
            yield placed.run


def text_of(line: Line) -> str:
    return "".join(placed.run.text for placed in line.runs)


def texts(paragraph: Paragraph) -> list[str]:
    return [text_of(line) for line in paragraph.lines]


def seen(line: Line) -> str:
    """The clusters of a line from left to right, as the eye meets them."""
    glyphs: list[tuple[float, Glyph]] = []
    for placed in line.runs:
        x = placed.x
        for glyph in placed.run.glyphs:
            glyphs.append((x, glyph))
            x += glyph.advance
    return "".join(glyph.cluster for _, glyph in sorted(glyphs, key=lambda pair: pair[0]))
