"""Boxes to tick, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.flow import stack
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Text

APART = 2.0  # from one box to the next on a line, in widths of a box


@dataclass(frozen=True, slots=True)
class Ticks:
    """The items in the order read, each as wide as its words, and the tag of their list."""

    blocks: tuple[Block, ...]
    tag: Tag

    @property
    def width(self) -> float:
        """Of all of them on one line, with the white between them."""
        return sum(block.width for block in self.blocks)


def ticks(setup: Setup, items: Sequence[Text], measure: float, name: str) -> Ticks:
    """A box before each item; an item takes more than one line where the measure asks for it."""
    size, style = setup.theme.safety, setup.theme.type.body
    indent = size.tick_letter
    box = ink.rounded(size.tick, size.tick, size.tick / 6, stroke=(setup.theme.colours.ink, size.tick_rule))
    blocks: list[Block] = []
    tags: list[Tag] = []
    for index, item in enumerate(items, 1):
        own = f"{name}/{index}"
        part = Part(item, style, f"{own}/words", "LBody")
        widest = compose(setup, [part], measure - indent).paragraph.widest
        prose = compose(setup, [part], min(measure - indent, widest + 0.1))
        frame = setup.frame(indent + prose.paragraph.measure)
        middle = prose.paragraph.lines[0].baseline - 0.35 * style.size * setup.setting.size
        frame.shapes(0, middle - size.tick / 2, size.tick, box)
        frame.text(indent, 0, prose.paragraph)
        blocks.append(frame.block(prose.height))
        tags.append(Tag(own, "LI", prose.tags, path=item.path))
    return Ticks(tuple(blocks), Tag(name, "L", tuple(tags)))


def level(setup: Setup, made: Ticks, width: float) -> Block | None:
    """All of them on one line, or None where they do not fit."""
    gap = APART * setup.theme.safety.tick
    if made.width + gap * (len(made.blocks) - 1) > width:
        return None
    frame, x = setup.frame(width), 0.0
    for block in made.blocks:
        frame.place(x, 0, block)
        x += block.width + gap
    return frame.block(max(block.height for block in made.blocks))


def stacked(setup: Setup, made: Ticks, width: float) -> Block:
    """One under the other."""
    gap = setup.theme.gap.small
    wide: list[tuple[float, Block]] = []
    for index, block in enumerate(made.blocks):
        frame = setup.frame(width)
        frame.place(0, 0, block)
        wide.append((gap if index else 0.0, frame.block(block.height)))
    return stack(setup, width, wide)
