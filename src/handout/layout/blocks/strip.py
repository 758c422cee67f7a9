"""The dose strip of a card: how many, how long, how often, each with its icon.

A figure is a big number with one or two lines of unit; a phrase is whole words, for languages whose grammar
does not let a number stand apart from its word: what says how many is bold and large among them.
"""

from __future__ import annotations

from collections.abc import Sequence

import handout.layout.ink as ink
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import ENDLESS, Part, Prose, compose, heights
from handout.layout.setup import Setup
from handout.manuscript import Strip, Text
from handout.text import may_meet

WHITE = 2.0  # above and below the words of a cell together, pt
STACKED = 5.0  # the same where marks of the script reach as high and as low as the leading


def set_strips(dose: Sequence[Strip], setup: Setup, name: str, width: float, phrase: float) -> tuple[Block, Tag]:
    """The cells in a row, flush at the end side of a block as wide as they need; in rows where they are
    wider than `width`. Words wider than `phrase` wrap."""
    made = [_cell(cell, setup, f"{name}/{index}", phrase) for index, cell in enumerate(dose, 1)]
    rows: list[list[Block]] = [[]]
    for block, _ in made:
        if rows[-1] and sum(b.width for b in rows[-1]) + block.width > width:
            rows.append([])
        rows[-1].append(block)
    widest = max((sum(b.width for b in row) for row in rows), default=0.0)
    height = setup.theme.card.bar - setup.theme.card.rule - setup.theme.card.under
    unit = setup.theme.type.unit
    white = STACKED if may_meet(setup.style(unit), unit.size) else WHITE
    frame, y = setup.frame(widest), 0.0
    for row in rows:
        tall = max([height, *(block.height + white for block in row)])
        _place_row(frame, row, y, tall, setup)
        y += tall
    return frame.block(y), Tag(name, "L", tuple(tag for _, tag in made))


def _place_row(frame: BlockBuilder, row: list[Block], y: float, height: float, setup: Setup) -> None:
    x = frame.width - sum(block.width for block in row)
    for block in row:
        upright = ink.upright(height - 7, setup.theme.colours.rule, 0.75)
        frame.shapes(x, y + 3.5, 0, upright)
        frame.place(x, y + (height - block.height) / 2, block)
        x += block.width


def _cell(strip: Strip, setup: Setup, name: str, phrase: float) -> tuple[Block, Tag]:
    size, types = setup.theme.card, setup.theme.type
    x = size.cell_start + size.icon + size.icon_gap
    placed: list[tuple[float, Prose]] = []
    tags: list[Tag] = []
    if strip.amount:
        prose = _fitted(setup, Part(strip.amount, types.amount, f"{name}/amount"))
        placed.append((x, prose))
        tags.extend(prose.tags)
        x += prose.paragraph.measure + size.icon_gap
    unit, unit_tags = _units(strip.units, setup, name, phrase)
    tags.extend(unit_tags)
    height = max([size.icon, unit.height, *(prose.height for _, prose in placed)])
    frame = setup.frame(x + unit.width + size.cell_end)
    icon = ink.scaled(setup.icon(strip.icon), size.icon)
    frame.shapes(size.cell_start, (height - size.icon) / 2, size.icon, icon)
    for start, prose in placed:
        frame.text(start, (height - prose.height) / 2, prose.paragraph)
    frame.place(x, (height - unit.height) / 2, unit)
    body = Tag(f"{name}/words", "LBody", tuple(tags))
    return frame.block(height), Tag(name, strip.kind.pdf, (body,))


def _units(units: Sequence[Text], setup: Setup, name: str, phrase: float) -> tuple[Block, tuple[Tag, ...]]:
    parts = [_unit(setup, unit, f"{name}/unit-{index}") for index, unit in enumerate(units, 1)]
    proses = [_fitted(setup, part, phrase) for part in parts]
    width = max((prose.paragraph.measure for prose in proses), default=0.0)
    frame, y = setup.frame(width), 0.0
    for prose, height in zip(proses, heights(setup, setup.theme.type.unit, proses), strict=True):
        frame.text(0, y, prose.paragraph)
        y += height
    return frame.block(y), tuple(tag for prose in proses for tag in prose.tags)


def _unit(setup: Setup, unit: Text, tag: str) -> Part:
    """A line of words; what says how many among them is as loud as a figure that stands alone, as far as words go."""
    types = setup.theme.type
    told = "".join(str(one.words) for one in unit.inlines if one.strong)
    numeral = any(letter.isdecimal() for letter in told)
    return Part(unit, types.unit, tag, strong=types.told if numeral else types.told_word)


def _fitted(setup: Setup, part: Part, most: float = ENDLESS) -> Prose:
    """A paragraph no wider than its words; wrapped, as level as it goes, where they are wider than `most`."""
    bold = isinstance(part.words, Text) and any(one.strong for one in part.words.inlines)
    leading = max(setup.leading(part.ink), part.strong.leading) if part.strong and bold else 0.0

    def set_in(measure: float) -> Prose:
        return compose(setup, [part], measure, leading=leading)

    wide = set_in(ENDLESS).paragraph.widest
    if wide <= 1.35 * most:
        return set_in(wide + 0.01)
    return set_in(set_in(max(most, wide / 2 * 1.1)).paragraph.widest + 0.01)
