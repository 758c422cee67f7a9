"""Lists: bullets and numbered steps, one block an item, and columns of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.flow import beside, stack
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, heights
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import PanelLine, Text


@dataclass(frozen=True, slots=True)
class SetList:
    """A list's items as blocks, and its tag."""

    blocks: tuple[Block, ...]
    tag: Tag


def bulleted(
    setup: Setup, items: Sequence[Text], measure: float, name: str, style: TypeStyle | None = None
) -> SetList:
    """Bulleted items in blocks `measure` wide; `name` is the id of the list; in body type where no other is
    given."""
    theme = setup.theme
    style, size = style or theme.type.body, theme.list
    names = [f"{name}/{item.id if isinstance(item, PanelLine) else index}" for index, item in enumerate(items, 1)]
    proses = [
        compose(setup, [Part(item, style, f"{own}/words", "LBody")], measure - size.indent)
        for item, own in zip(items, names, strict=True)
    ]
    blocks: list[Block] = []
    tags: list[Tag] = []
    for item, own, prose, height in zip(items, names, proses, heights(setup, style, proses), strict=True):
        frame = setup.frame(measure)
        middle = prose.paragraph.lines[0].baseline - 0.27 * style.size * setup.setting.size
        dot = ink.disc(size.disc, theme.colours.ink)
        frame.shapes(size.disc_inset, middle - size.disc / 2, size.disc, dot)
        frame.text(size.indent, 0, prose.paragraph)
        blocks.append(frame.block(height))
        tags.append(Tag(own, "LI", prose.tags, path=item.path))
    return SetList(tuple(blocks), Tag(name, "L", tuple(tags)))


def numbered(setup: Setup, steps: Sequence[Text], measure: float, name: str, first: int = 1) -> SetList:
    """Numbered steps: the number is a label of its own (Lbl). `first` is the number of the first step."""
    theme = setup.theme
    indent, body = theme.list.number_indent, theme.type.body
    proses = [
        compose(setup, [Part(step, body, f"{name}/{index}/words", "LBody")], measure - indent)
        for index, step in enumerate(steps, 1)
    ]
    blocks: list[Block] = []
    tags: list[Tag] = []
    for index, (step, prose, height) in enumerate(zip(steps, proses, heights(setup, body, proses), strict=True), 1):
        own = f"{name}/{index}"
        label = Part(setup.setting.numeral(index + first - 1), theme.type.step_number, f"{own}/number", "Lbl")
        number = compose(setup, [label], indent)
        frame = setup.frame(measure)
        frame.text(0, prose.paragraph.lines[0].baseline - number.paragraph.lines[0].baseline, number.paragraph)
        frame.text(indent, 0, prose.paragraph)
        blocks.append(frame.block(height))
        tags.append(Tag(own, "LI", (*number.tags, *prose.tags), path=step.path))
    return SetList(tuple(blocks), Tag(name, "L", tuple(tags), attributes={"ListNumbering": "Decimal"}))


def columns(setup: Setup, blocks: Sequence[Block], width: float, gutter: float, gap: float = 0.0) -> Block:
    """Blocks in two columns, down the first and then down the second, as level as they go."""
    measure = (width - gutter) / 2

    def height(part: Sequence[Block]) -> float:
        return sum(block.height for block in part) + gap * max(0, len(part) - 1)

    count = len(blocks)
    cut = min(range(count, 0, -1), key=lambda k: (round(max(height(blocks[:k]), height(blocks[k:])), 3), -k))
    first = stack(setup, measure, _spaced(blocks[:cut], gap))
    second = stack(setup, measure, _spaced(blocks[cut:], gap))
    return beside(setup, ((0.0, first), (measure + gutter, second)), width)


def _spaced(blocks: Sequence[Block], gap: float) -> list[tuple[float, Block]]:
    return [(gap if index else 0.0, block) for index, block in enumerate(blocks)]


def column_measure(setup: Setup, width: float, gutter: float) -> float:
    """The measure of one column of a block that has two where the page has."""
    return (width - gutter) / 2 if setup.two else width


def column_blocks(setup: Setup, blocks: Sequence[Block], width: float, gutter: float, gap: float = 0.0) -> Block:
    """Two columns where the page has two, else one."""
    if setup.two and len(blocks) > 1:
        return columns(setup, blocks, width, gutter, gap)
    return stack(setup, width, _spaced(blocks, gap))


def paragraphs(
    setup: Setup, texts: Sequence[Text], style: TypeStyle, measure: float, name: str
) -> tuple[tuple[Block, ...], tuple[Tag, ...]]:
    """Paragraphs under each other, each a block of its own."""
    blocks: list[Block] = []
    tags: list[Tag] = []
    for index, text in enumerate(texts, 1):
        if not text:
            continue
        prose = compose(setup, [Part(text, style, f"{name}/{index}")], measure)
        frame = setup.frame(measure)
        frame.text(0, 0, prose.paragraph)
        blocks.append(frame.block(prose.height))
        tags.extend(prose.tags)
    return tuple(blocks), tuple(tags)
