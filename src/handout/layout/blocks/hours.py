"""The clinic's hours on a later page, where page 1 has no room for them: a clock and the lines beside it."""

from __future__ import annotations

from collections.abc import Sequence

import handout.layout.ink as ink
from handout.layout.flow import Passage, Piece
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, has_words
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

APART = 24.0  # pt; between two entries on one line


def set_hours(elements: Sequence[Element], setup: Setup) -> Passage:
    """Entries side by side as far as the line goes, then on the next."""
    style = setup.theme.type.body
    mark = style.size * 1.1
    inset = mark + 6
    frame = setup.frame(setup.width)
    tags: list[Tag] = []
    frame.shapes(0, 0.15 * setup.leading(style), mark, ink.scaled(setup.icon("clock"), mark))
    x = y = height = 0.0
    for index, element in enumerate(element for element in elements if has_words(element)):
        part = Part(element, style, f"masthead/hours-{index + 1}")
        room = setup.width - inset
        widest = min(room, compose(setup, [part], room).paragraph.widest + 0.01)
        prose = compose(setup, [part], widest)
        if x and x + widest > room:
            x, y = 0.0, y + height
        frame.text(inset + x, y, prose.paragraph)
        x, height = x + widest + APART, prose.height
        tags.extend(prose.tags)
    tag = Tag("hours", "Sect", tuple(tags))
    return Passage(tag, (Piece(frame.block(y + height)),), "hours")
