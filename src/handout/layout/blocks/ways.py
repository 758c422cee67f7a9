"""Every way side by side: a table of equal columns; in one column, one way under the other. And what matters most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.blocks.table import TableCell, column_widths, natural, set_cell
from handout.layout.blocks.ticks import level, stacked, ticks
from handout.layout.flow import ONE_LIST, Passage, Piece, lines, words
from handout.layout.frame import Block
from handout.layout.lists import bulleted
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Row, Titled, Ways

FIRST = (0.13, 0.15, 0.17, 0.19, 0.21)  # shares of the width for the questions; the ways share the rest alike
SLIM = 1.0  # pt; a measure that no word fits
Made = tuple[tuple[Piece, ...], tuple[Tag, ...]]


def set_ways(ways: Ways, setup: Setup) -> Passage:
    """Heading, table or ways one under the other, where the numbers are from, and what matters most."""
    gap = setup.theme.gap
    prose = compose(setup, [Part(ways.title, setup.theme.type.heading3, "ways/heading")], setup.width)
    heading = Piece(words(setup, prose), gap.section, with_next=True, stretch=gap.stretch)
    pieces, tags = _table(ways.rows, setup) if ways.rows else _stacked(ways.stacked, setup)
    notes = _notes(ways, setup)
    matters, tag = _matters(ways.matters, setup)
    note = Piece(words(setup, notes), gap.small, with_next=True, stretch=0.0 if setup.two else gap.stretch)
    below = (*((note,) if setup.two else lines(setup, notes, note)), Piece(matters, gap.heading, stretch=note.stretch))
    inside = (*(replace(one, outline=3) for one in prose.tags), *tags, *notes.tags, tag)
    return Passage(Tag("ways", ways.kind.pdf, inside), (heading, *pieces, *below), "ways")


def _cells(row: Row, name: str, *, head: bool) -> list[TableCell]:
    """The head says what stands in its columns; each other row begins with its question."""
    made = []
    for index, cell in enumerate(row.cells, 1):
        heads = "Column" if head else "Row" if index == 1 else ""
        made.append(TableCell(cell, f"{name}/{index}", heads, strong=heads == "Row"))
    return made


def _table(table: Sequence[Row], setup: Setup) -> Made:
    """A piece a row, with the rule below it. No row is the last alone, nor the head."""
    size, colours = setup.theme.plan, setup.theme.colours
    rows = [_cells(row, f"ways/table/{index or 'head'}", head=not index) for index, row in enumerate(table)]
    widths = _widths(rows, setup)
    pieces: list[Piece] = []
    tags: list[Tag] = []
    last = len(rows) - 1
    for index, row in enumerate(rows):
        block, inner = _row(setup, row, widths)
        frame, pad = setup.frame(setup.width), 2 * size.row_pad if index else 0.0
        frame.place(0, pad / 2, block)
        height = block.height + pad / 2 + (pad / 2 if index else size.head_foot)
        weight = size.head_rule if index == 0 else size.last_rule if index == last else size.row_rule
        colour = colours.accent if index in {0, last} else colours.rule
        frame.shapes(0, height, setup.width, ink.rule(setup.width, colour, weight))
        held = index in {0, last - 1, last}
        clings = 0.0 if held else ONE_LIST
        pieces.append(Piece(frame.block(height), 0.0, with_next=held, clings=clings, path="ways"))
        tags.append(Tag(f"ways/table/{index or 'head'}", "TR", inner))
    return tuple(pieces), (Tag("ways/table", "Table", tuple(tags)),)


def _row(setup: Setup, row: Sequence[TableCell], widths: Sequence[float]) -> tuple[Block, tuple[Tag, ...]]:
    """The cells of a row, heads level."""
    frame, x, height = setup.frame(setup.width), 0.0, 0.0
    tags: list[Tag] = []
    for cell, width in zip(row, widths, strict=True):
        block, tag = set_cell(setup, cell, width)
        frame.place(x, 0, block)
        x += width + _pad(setup)
        height = max(height, block.height)
        tags.append(tag)
    return frame.block(height), tuple(tags)


def _pad(setup: Setup) -> float:
    return 1.5 * setup.theme.plan.pad


def _widths(rows: Sequence[Sequence[TableCell]], setup: Setup) -> list[float]:
    """The ways as wide as each other, the questions as narrow as makes the table lowest; where a word would reach
    over its column, the columns give way to each other."""
    count = len(rows[0])
    inner = setup.width - _pad(setup) * (count - 1)
    least = [max(natural(setup, row[i], SLIM) for row in rows) for i in range(count)]
    tried = [[share * inner, *[(1 - share) * inner / (count - 1)] * (count - 1)] for share in FIRST]
    fit = [widths for widths in tried if all(need <= have for need, have in zip(least, widths, strict=True))]
    if not fit:
        return column_widths([[max(need, inner / count) for need in least]], _pad(setup), setup.width, [least])
    return min(fit, key=lambda widths: round(sum(_row(setup, row, widths)[0].height for row in rows), 1))


def _stacked(ways: Sequence[Titled], setup: Setup) -> Made:
    """One way under the other: its name, and what it answers. A way is not parted."""
    gap = setup.theme.gap
    pieces: list[Piece] = []
    tags: list[Tag] = []
    for index, way in enumerate(ways, 1):
        name = f"ways/{index}"
        prose = compose(setup, [Part(way.title, setup.theme.type.strong, f"{name}/heading")], setup.width)
        listed = bulleted(setup, way.texts, setup.width, f"{name}/list")
        last = len(listed.blocks) - 1
        pieces.append(Piece(words(setup, prose), gap.small, with_next=True, stretch=1.5 * gap.stretch, path="ways"))
        pieces.extend(Piece(block, 0.0, with_next=i < last, path="ways") for i, block in enumerate(listed.blocks))
        tags.append(Tag(name, way.kind.pdf, (*prose.tags, listed.tag)))
    return tuple(pieces), tuple(tags)


def _notes(ways: Ways, setup: Setup) -> Prose:
    """What the columns and the numbers mean, and where they are from: one paragraph."""
    style = setup.theme.type.body
    parts = [Part(text, style, f"ways/note-{index}") for index, text in enumerate(ways.notes, 1)]
    return compose(setup, parts, setup.width)


def _matters(matters: Titled, setup: Setup) -> tuple[Block, Tag]:
    """The question and its boxes on one line where they fit, else the boxes below it."""
    gap, types = setup.theme.gap, setup.theme.type
    prose = compose(setup, [Part(matters.title, types.strong, "ways/matters/heading")], setup.width)
    made = ticks(setup, matters.texts, setup.width, "ways/matters/list")
    tag = Tag("ways/matters", matters.kind.pdf, (*prose.tags, made.tag))
    left = prose.paragraph.widest + setup.theme.plan.apart
    frame = setup.frame(setup.width)
    frame.text(0, 0, prose.paragraph)
    beside = level(setup, made, setup.width - left) if len(prose.paragraph.lines) == 1 else None
    if beside is not None:
        frame.place(left, 0, beside)
        return frame.block(max(prose.height, beside.height)), tag
    below = level(setup, made, setup.width) or stacked(setup, made, setup.width)
    frame.place(0, prose.height + gap.small, below)
    return frame.block(prose.height + gap.small + below.height), tag
