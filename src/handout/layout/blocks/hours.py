"""What page 1 has no room for of the clinic's row, on a later page: how it is reached, and a clock by its hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.blocks.masthead import logo_tag
from handout.layout.fitting import fitted
from handout.layout.flow import Passage, Piece
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Masthead, Text

APART = 24.0  # pt; between two entries on one line


def set_hours(row: Masthead, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The logo, then address, e-mail, web site and telephones above the hours; of each, entries side by side as
    far as the line goes."""
    style = setup.theme.type.body
    mark = style.size * 1.1
    frame = setup.frame(setup.width)
    tags: list[Tag] = []
    y = 0.0
    if row.logo and (picture := pictures.get(row.logo.ref)):
        frame.picture(0, 0, picture, "masthead/logo")
        tags.append(logo_tag(row.logo))
        y = picture.height + setup.theme.gap.small
    reached, hours = _parts(row.reached, setup, 1), _parts(row.hours, setup, len(row.reached) + 1)
    for parts, left in ((reached, 0.0), (hours, mark + 6)):
        if not parts:
            continue
        if left:
            frame.shapes(0, y + 0.15 * setup.leading(style), mark, ink.scaled(setup.icon("clock"), mark))
        block, inner = _beside(parts, setup, setup.width - left)
        frame.place(left, y, block)
        y += block.height
        tags.extend(inner)
    return Passage(Tag("hours", "Sect", tuple(tags)), (Piece(frame.block(y)),), "hours")


def _parts(texts: Sequence[Text], setup: Setup, first: int) -> list[Part]:
    """The texts, numbered on from `first`."""
    return [Part(text, setup.theme.type.body, f"masthead/hours-{n}") for n, text in enumerate(texts, first)]


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
