"""Blocks, and the one place where a page is mirrored.

A `BlockBuilder` takes places from the *start* side (left in a left-to-right page, right in a right-to-left one)
and turns them into x. Everything above it thinks in start and end only. Pictures, logos and text keep
their own direction; a shape is flipped only where `mirror` says that it points along the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handout.drawing import Picture, Shape, flipped
from handout.layout.pages import Item, PictureItem, ShapeItem, TextItem
from handout.text import Direction, Paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A finished piece of the page: items relative to its top left corner. It is never split."""

    width: float
    height: float
    items: tuple[Item, ...] = ()

    def at(self, x: float, y: float) -> Iterable[Item]:
        """Its items, moved."""
        return (moved(item, x, y) for item in self.items)

    def slices(self, cuts: Sequence[float]) -> tuple[Block, ...]:
        """The block parted at those heights, none of which goes through an item."""
        edges = (0.0, *cuts, self.height)
        inner = [[item for item in self.items if top <= item.y < foot] for top, foot in pairwise(edges)]
        return tuple(
            Block(self.width, foot - top, tuple(moved(item, 0.0, -top) for item in own))
            for (top, foot), own in zip(pairwise(edges), inner, strict=True)
        )


def moved(item: Item, x: float, y: float) -> Item:
    """The item further right and down. Built by hand, because a sheet moves thousands."""
    if isinstance(item, TextItem):
        return TextItem(item.x + x, item.y + y, item.run, item.tag, item.over)
    if isinstance(item, ShapeItem):
        return ShapeItem(item.x + x, item.y + y, item.shapes, item.own)
    return PictureItem(item.x + x, item.y + y, item.picture, item.tag)


class BlockBuilder:
    """Collects items at fixed places and yields a `Block`."""

    def __init__(self, width: float, direction: Direction) -> None:
        self.width = width
        self.direction = direction
        self._items: list[Item] = []

    def x(self, start: float, width: float) -> float:
        """The left edge of something `width` wide that stands `start` from the start side."""
        return start if self.direction == "ltr" else self.width - start - width

    def text(self, start: float, top: float, paragraph: Paragraph) -> None:
        """The lines of a paragraph; each run goes to the tag it carries."""
        left = self.x(start, paragraph.measure)
        for line in paragraph.lines:
            for placed in line.runs:
                over = max(0.0, line.width - paragraph.measure)
                item = TextItem(left + placed.x, top + line.baseline, placed.run, placed.run.tag, over)
                self._items.append(item)

    def shapes(
        self, start: float, top: float, width: float, shapes: tuple[Shape, ...], *, mirror: bool = False
    ) -> None:
        """Shapes drawn in a box `width` wide, as decoration; flipped in a right-to-left page if `mirror`."""
        if mirror and self.direction == "rtl":
            shapes = tuple(flipped(shape, width) for shape in shapes)
        self._items.append(ShapeItem(self.x(start, width), top, shapes))

    def own_shapes(self, start: float, top: float, width: float, shapes: tuple[Shape, ...]) -> None:
        """Shapes whose place is one order's own."""
        self._items.append(ShapeItem(self.x(start, width), top, shapes, own=True))

    def picture(self, start: float, top: float, picture: Picture, tag: str) -> None:
        """A picture in its own size, never mirrored."""
        self._items.append(PictureItem(self.x(start, picture.width), top, picture, tag))

    def place(self, start: float, top: float, block: Block) -> None:
        """A block within this one."""
        self._items.extend(block.at(self.x(start, block.width), top))

    def block(self, height: float) -> Block:
        """What was collected, as a block of that height."""
        return Block(self.width, height, tuple(self._items))
