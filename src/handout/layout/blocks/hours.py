"""What page 1 has no room for of the clinic's row, on a later page: how it is reached, and a clock by its hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.fitting import fitted
from handout.layout.flow import Passage, Piece
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, has_words
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

HOURS = "clinic-hours"
APART = 24.0  # pt; between two entries on one line


def set_hours(elements: Sequence[Element], setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The logo, then address, e-mail, web site and telephones above the hours; of each, entries side by side as
    far as the line goes."""
    style = setup.theme.type.body
    mark = style.size * 1.1
    inset = mark + 6
    frame = setup.frame(setup.width)
    tags: list[Tag] = []
    spoken = [element for element in elements if has_words(element)]
    y = 0.0
    for logo in (element for element in elements if element.kind == "logo"):
        if picture := pictures.get(logo.attributes.get("ref", "")):
            frame.picture(0, 0, picture, "masthead/logo")
            tags.append(Tag("masthead/logo", "Figure", alt=logo.attributes.get("alt", ""), path=logo.path))
            y = picture.height + setup.theme.gap.small
    for kind, group in groupby(spoken, lambda element: element.kind == HOURS):
        if kind:
            frame.shapes(0, y + 0.15 * setup.leading(style), mark, ink.scaled(setup.icon("clock"), mark))
        left = inset if kind else 0.0
        block, inner = _beside([_part(element, setup, spoken) for element in group], setup, setup.width - left)
        frame.place(left, y, block)
        y += block.height
        tags.extend(inner)
    return Passage(Tag("hours", "Sect", tuple(tags)), (Piece(frame.block(y)),), "hours")


def _part(element: Element, setup: Setup, spoken: Sequence[Element]) -> Part:
    number = next(index for index, one in enumerate(spoken, 1) if one is element)
    return Part(element, setup.theme.type.body, f"masthead/hours-{number}")


def _beside(parts: Sequence[Part], setup: Setup, room: float) -> tuple[Block, tuple[Tag, ...]]:
    """Side by side as far as the line goes, then on the next."""
    frame = setup.frame(room)
    tags: list[Tag] = []
    x = y = height = 0.0
    for part in parts:
        prose = fitted(compose(setup, [part], room), room, part)
        widest = min(room, prose.paragraph.widest + 0.01)
        prose = compose(setup, [part], widest)
        if x and x + widest > room:
            x, y, height = 0.0, y + height, 0.0
        frame.text(x, y, prose.paragraph)
        x, height = x + widest + APART, max(height, prose.height)
        tags.extend(prose.tags)
    return frame.block(y + height), tuple(tags)
