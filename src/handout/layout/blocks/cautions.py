"""Who must not do an exercise, does it the easier way, or asks first: across the foot of its card.

Each frame has its own bar at the start side, black where it refuses. Frames that follow each other share a row
where that makes the whole lower; their order is kept, and every one is read to its end before the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import handout.layout.ink as ink
from handout.layout.fillers import lacking
from handout.layout.flow import SetPart, beside, stack
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import compose, labelled, width_of
from handout.layout.setup import Setup
from handout.manuscript import Caution

SHARES = tuple(share / 20 for share in range(4, 17))  # of a row that the first of two frames may have
ROW_COST = 1.0  # pt: frames stand under each other unless sharing a row saves more


Framed = tuple[Block, Tag]


def set_cautions(cautions: Sequence[Caution], setup: Setup, name: str) -> SetPart:
    """The frames of a card, as low as they go, and a tag for each; none where a card has no frame."""
    named = [(caution, f"{name}/caution-{index}") for index, caution in enumerate(cautions, 1)]
    widths = {own: _natural(caution, own, setup) for caution, own in named} if setup.two else {}
    made: dict[str, tuple[Block, tuple[Tag, ...]]] = {}

    def row_of(row: Sequence[tuple[Caution, str]]) -> tuple[Block, tuple[Tag, ...]]:
        key = " ".join(own for _, own in row)
        if key not in made:
            made[key] = _row(row, setup, widths)
        return made[key]

    rows_of = (rows for rows in _rows(named, two=setup.two) if not any(_idle(row, widths, setup) for row in rows))
    ways = [[row_of(row) for row in rows] for rows in rows_of]
    rows = min(ways, key=lambda way: round(_height(way, setup) + ROW_COST * sum(len(tags) > 1 for _, tags in way), 1))
    gap = setup.theme.card.caution_gap
    blocks = [block for block, _ in rows]
    apart = [0.0, *(gap + lacking(one, other, gap) for one, other in pairwise(blocks))]
    block = stack(setup, setup.width, list(zip(apart, blocks, strict=False)))
    return SetPart(block, tuple(tag for _, tags in rows for tag in tags))


def _natural(caution: Caution, name: str, setup: Setup) -> float:
    """The width of a frame whose words stand on one line."""
    inset = setup.theme.card.caution_bar + setup.theme.card.caution_inset
    return inset + width_of(setup, labelled(setup, caution, name))


def _idle(row: Sequence[tuple[Caution, str]], widths: Mapping[str, float], setup: Setup) -> bool:
    """Whether two frames gain nothing in one row: each has one line of its own, and no line has room for both."""
    own = [widths[name] for _, name in row] if len(row) > 1 else []
    return sum(own) > setup.width and max(own) <= setup.width


def _height(way: Sequence[tuple[Block, tuple[Tag, ...]]], setup: Setup) -> float:
    return sum(block.height for block, _ in way) + setup.theme.card.caution_gap * (len(way) - 1)


def _rows(frames: Sequence[tuple[Caution, str]], *, two: bool) -> Iterator[list[list[tuple[Caution, str]]]]:
    """Every way to stand them in rows of one or, where the page has two columns, two."""
    if not frames:
        yield []
        return
    for count in (1, 2) if two else (1,):
        if count <= len(frames):
            yield from ([list(frames[:count]), *rest] for rest in _rows(frames[count:], two=two))


def _row(
    frames: Sequence[tuple[Caution, str]], setup: Setup, widths: Mapping[str, float]
) -> tuple[Block, tuple[Tag, ...]]:
    """One frame over the width, or two beside each other at the width that makes the row lowest."""
    if len(frames) == 1:
        block, tag = _frame(*frames[0], setup, setup.width)
        return block, (tag,)
    room = setup.width - setup.theme.page.gutter
    own = widths[frames[0][1]]
    firsts = [share * room for share in SHARES]
    if own + widths[frames[1][1]] <= room:
        firsts = [own + (room - own - widths[frames[1][1]]) / 2]  # each has its words on one line
    pairs = [
        [_frame(*frame, setup, width) for frame, width in zip(frames, (first, room - first), strict=True)]
        for first in firsts
    ]
    first, second = min(pairs, key=lambda pair: (round(max(block.height for block, _ in pair), 1), pair[0][0].width))
    placed = ((0.0, first[0]), (first[0].width + setup.theme.page.gutter, second[0]))
    return beside(setup, placed, setup.width), (first[1], second[1])


def _frame(caution: Caution, name: str, setup: Setup, width: float) -> Framed:
    theme = setup.theme
    inset = theme.card.caution_bar + theme.card.caution_inset
    prose = compose(setup, labelled(setup, caution, name), width - inset)
    frame = setup.frame(width)
    frame.text(inset, 0, prose.paragraph)
    colour = theme.colours.ink if caution.effect == "refuse" else theme.colours.rule
    frame.shapes(0, 0, theme.card.caution_bar, ink.box(theme.card.caution_bar, prose.height, colour))
    return frame.block(prose.height), Tag(name, caution.kind.pdf, prose.tags, path=caution.path)
