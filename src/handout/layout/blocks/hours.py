"""What page 1 has no room for of the clinic's row, on a later page: how it is reached, and a clock by its hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.blocks.masthead import Placed, logo_tag
from handout.layout.fitting import fitted
from handout.layout.flow import Passage, Piece
from handout.layout.frame import BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import HAIR, Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Masthead

APART = 24.0  # pt; between two entries on one line
CLOCK, BEHIND = 1.1, 6.0  # of the type size: how wide a clock is; the white behind it, pt


def set_hours(row: Masthead, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The logo, then address, e-mail, web site and telephones above the hours, or before them where that is lower; of
    each, entries side by side as far as the line goes."""
    frame = setup.frame(setup.width)
    tags: list[Tag] = []
    y = 0.0
    if row.logo and (picture := pictures.get(row.logo.ref)):
        frame.picture(0, 0, picture, "masthead/logo")
        tags.append(logo_tag(row.logo))
        y = picture.height + setup.theme.gap.small
    texts = [*row.reached, *row.hours]
    parts = [Part(text, setup.theme.type.body, f"masthead/hours-{n}") for n, text in enumerate(texts, 1)]
    reached, hours = parts[: len(row.reached)], parts[len(row.reached) :]
    apart = [_flowed(reached, setup), _under_the_clock(hours, setup)]
    ways = ([one for one in apart if one[1]], [_flowed(parts, setup, clock=len(reached))])
    for block, inner in min(ways, key=lambda way: round(sum(block.height for block, _ in way), 1)):
        frame.place(0, y, block)
        y += block.height
        tags.extend(inner)
    return Passage(Tag("hours", "Sect", tuple(tags)), (Piece(frame.block(y)),), "hours")


def _under_the_clock(parts: Sequence[Part], setup: Setup) -> Placed:
    """Hours behind a clock, none of them under it."""
    frame = setup.frame(setup.width)
    start = _clock(frame, setup, (0.0, 0.0))
    block, tags = _flowed(parts, setup.narrowed(setup.width - start))
    frame.place(start, 0, block)
    return frame.block(block.height), tags


def _flowed(parts: Sequence[Part], setup: Setup, clock: int = -1) -> Placed:
    """Side by side as far as the line goes, then on the next; before the part of that index a clock."""
    room = setup.width
    frame = setup.frame(room)
    tags: list[Tag] = []
    x = y = height = 0.0
    for index, part in enumerate(parts):
        before = _wide(setup) if index == clock else 0.0
        prose = fitted(compose(setup, [part], room - before), room - before, part)
        widest = min(room - before, prose.paragraph.widest + HAIR)
        prose = compose(setup, [part], widest)
        if x and x + before + widest > room:
            x, y, height = 0.0, y + height, 0.0
        x += _clock(frame, setup, (x, y)) if before else 0.0
        frame.text(x, y, prose.paragraph)
        x, height = x + widest + APART, max(height, prose.height)
        tags.extend(prose.tags)
    return frame.block(y + height), tuple(tags)


def _wide(setup: Setup) -> float:
    """The width of a clock with the white behind it."""
    return CLOCK * setup.theme.type.body.size + BEHIND


def _clock(frame: BlockBuilder, setup: Setup, place: tuple[float, float]) -> float:
    """A clock at the start of a line whose start and head are `place`. Returns how far it reaches, and white."""
    style, (start, top) = setup.theme.type.body, place
    mark = CLOCK * style.size
    frame.shapes(start, top + 0.15 * setup.leading(style), mark, ink.scaled(setup.icon("clock"), mark))
    return _wide(setup)
