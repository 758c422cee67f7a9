"""A signal word in its box (ANSI Z535.6), with the heading after it. The box holds every mark of its script."""

from __future__ import annotations

from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import PanelPart
from handout.text import reach

NEARLY = (1.05, 1.2, 1.35, 1.5)  # of half a heading: measures for its two lines, the most level first
CLEAR = 3.0  # pt; white above and below the ink of the word, together


@dataclass(frozen=True, slots=True)
class Worded:
    """A signal word in its box with the heading after it, on one line where both fit."""

    block: Block
    tag: Tag


def worded(part: PanelPart, setup: Setup, name: str, styles: tuple[TypeStyle, TypeStyle], measure: float) -> Worded:
    """The signal word boxed, then the heading; below it where the line is too short."""
    size = setup.theme.safety
    if part.signal is None:
        prose = compose(setup, [Part(part.heading, styles[1], f"{name}/heading")], measure)
        frame = setup.frame(measure)
        frame.text(0, 0, prose.paragraph)
        return Worded(frame.block(prose.height), prose.tags[0])
    word, tags = _boxed(setup, Part(part.signal, styles[0], f"{name}/heading/signal"), measure)
    left = word.width + size.word_gap
    title = _level(setup, Part(part.heading, styles[1], f"{name}/heading/words", "Span"), measure - left)
    frame = setup.frame(measure)
    first = title.height / max(1, len(title.paragraph.lines))
    height = max(first, word.height)
    frame.place(0, (height - word.height) / 2 - 0.5, word)
    frame.text(left, (height - first) / 2, title.paragraph)
    tag = Tag(f"{name}/heading", part.heading.kind.pdf, (*tags, *title.tags), path=part.heading.path)
    return Worded(frame.block(max(height, title.height)), tag)


def _level(setup: Setup, part: Part, measure: float) -> Prose:
    """A heading; where a second line would hold a word or two alone, in two lines of about one length."""
    prose = compose(setup, [part], measure)
    wide = [line.width for line in prose.paragraph.lines]
    if len(wide) != 2 or wide[1] >= wide[0] / 2:
        return prose
    half = sum(wide) / 2
    tries = (compose(setup, [part], min(measure, share * half)) for share in NEARLY)
    return next((one for one in tries if len(one.paragraph.lines) == 2), prose)


def _boxed(setup: Setup, part: Part, measure: float) -> tuple[Block, tuple[Tag, ...]]:
    """The word in a box at least CLEAR higher than its ink, which stands in the middle."""
    size, colours = setup.theme.safety, setup.theme.colours
    prose: Prose = compose(setup, [part], measure)
    fitted = compose(setup, [part], prose.paragraph.widest + 0.01)
    line = fitted.paragraph.lines[0]
    above, below = reach(line)
    height = max(prose.height, above + below + CLEAR)
    width = prose.paragraph.widest + 2 * size.word_pad
    frame = setup.frame(width)
    caution = part.ink.colour == "black"
    fill = colours.caution if caution else colours.paper
    stroke = (colours.black, 1.0) if caution else None
    frame.shapes(0, 0, width, ink.rounded(width, height, size.word_radius, fill, stroke))
    # Ink that fits in the middle of the leading stands there, so that words with and without marks look level.
    top = (height - prose.height) / 2
    top = max(CLEAR / 2 + above - line.baseline, min(top, height - CLEAR / 2 - below - line.baseline))
    frame.text(size.word_pad, top, fitted.paragraph)
    return frame.block(height), prose.tags
