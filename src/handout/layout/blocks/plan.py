"""The plan in brief: a heading with its summary, and a table of the exercises and their doses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.blocks.table import Cell, cells_of, column_widths, natural, set_cell
from handout.layout.flow import ONE_LIST, Passage, Piece
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

SLIM = 1.0  # pt; a measure that no word fits


def set_plan(element: Element, setup: Setup) -> Passage:
    """One block; in one column a row may begin a page, so long as it is not the last alone."""
    gap = setup.theme.gap
    head, tags = _head(element, setup)
    table = element.first("table")
    rows: tuple[Block, ...] = ()
    if table:
        rows, tag = _table(table, setup)
        tags = (*tags, tag)
    if not setup.two:
        return Passage(Tag("plan", "Sect", tags, path=element.path), _apart(element, setup, head, rows), "plan")
    frame, y = setup.frame(setup.width), head.height + gap.heading
    frame.place(0, 0, head)
    for block in rows:
        frame.place(0, y, block)
        y += block.height
    piece = Piece(frame.block(y), gap.plan, path=element.path, stretch=setup.theme.gap.stretch)
    return Passage(Tag("plan", "Sect", tags, path=element.path), (piece,), "plan")


def _apart(element: Element, setup: Setup, head: Block, rows: Sequence[Block]) -> tuple[Piece, ...]:
    gap, count = setup.theme.gap, len(rows)
    first = Piece(head, gap.plan, with_next=True, stretch=gap.stretch, path=element.path)
    return (
        first,
        *(
            Piece(
                row,
                0.0 if index else gap.heading,
                with_next=index < 2 or index == count - 2,
                clings=0.0 if index == count - 1 else ONE_LIST,
            )
            for index, row in enumerate(rows)
        ),
    )


def _head(element: Element, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    """Heading and summary on one line where they fit."""
    types = setup.theme.type
    title, summary = element.first("heading2"), element.first("summary")
    tags: list[Tag] = []
    frame = setup.frame(setup.width)
    head = compose(setup, [Part(title, types.heading2, "plan/heading")] if title else [], setup.width)
    frame.text(0, 0, head.paragraph)
    tags.extend(replace(tag, outline=2) for tag in head.tags)
    if summary is None:
        return frame.block(head.height), tuple(tags)
    left = head.paragraph.widest + setup.theme.plan.apart
    part = Part(summary, types.body, "plan/summary")
    one = compose(setup, [part], max(setup.width - left, 1))
    level = len(head.paragraph.lines) == 1 and len(one.paragraph.lines) == 1
    if level and one.paragraph.widest <= setup.width - left:
        frame.text(left, head.paragraph.lines[0].baseline - one.paragraph.lines[0].baseline, one.paragraph)
        return frame.block(head.height), (*tags, *one.tags)
    below = compose(setup, [part], setup.width)
    frame.text(0, head.height, below.paragraph)
    return frame.block(head.height + below.height), (*tags, *below.tags)


def _table(table: Element, setup: Setup) -> tuple[tuple[Block, ...], Tag]:
    """The rows, each with the rule below it."""
    head = table.first("head")
    rows = [cells_of(head, "plan/table/head", head=True)] if head else []
    rows += [cells_of(row, f"plan/table/{i}", head=False) for i, row in enumerate(table.all("row"), 1)]
    size = setup.theme.plan
    wanted = [[natural(setup, cell) for cell in row] for row in rows]
    least = sum(max(column) for column in zip(*wanted, strict=False)) + 2 * size.pad * (len(wanted[0]) - 1)
    # In one column a row that would wrap is set on two lines at once: the name above its doses.
    most = (1.25 if setup.two else 1.0) * setup.width
    lines = _one_line if least <= most else _two_lines
    blocks, tags = lines(setup, rows)
    made: list[Block] = []
    for index, block in enumerate(blocks):
        pad = 0.0 if head and index == 0 else size.row_pad
        frame = setup.frame(setup.width)
        frame.place(0, pad / 2, block)
        height = block.height + pad + (size.head_foot if head and index == 0 else 0.0)
        weight, colour = _rule(setup, index, len(blocks), head is not None)
        frame.shapes(0, height, setup.width, ink.rule(setup.width, colour, weight))
        made.append(frame.block(height))
    return tuple(made), Tag("plan/table", "Table", tags)


def _rule(setup: Setup, index: int, count: int, headed: bool) -> tuple[float, str]:
    size, colours = setup.theme.plan, setup.theme.colours
    if headed and index == 0:
        return size.head_rule, colours.accent
    return (size.last_rule, colours.accent) if index == count - 1 else (size.row_rule, colours.hair)


def _one_line(setup: Setup, rows: Sequence[Sequence[Cell]]) -> tuple[list[Block], tuple[Tag, ...]]:
    wanted = [[natural(setup, cell) for cell in row] for row in rows]
    pad = _pad(setup, wanted)
    least = [[natural(setup, cell, SLIM) for cell in row] for row in rows]
    widths = column_widths(wanted, pad, setup.width, least)
    blocks, tags = [], []
    for row in rows:
        frame, x, height, made = setup.frame(setup.width), 0.0, 0.0, []
        for cell, width in zip(row, widths, strict=False):
            block, tag = set_cell(setup, cell, width)
            frame.place(x, 0, block)
            x += width + pad
            height = max(height, block.height)
            made.append(tag)
        blocks.append(frame.block(height))
        tags.append(Tag(row[0].name.rpartition("/")[0], "TR", tuple(made)))
    return blocks, tuple(tags)


def _pad(setup: Setup, wanted: Sequence[Sequence[float]]) -> float:
    """White between columns: it gives way, to its half, before a cell wraps."""
    most = 2 * setup.theme.plan.pad
    needed: float = sum(max(column) for column in zip(*wanted, strict=False))
    free = (setup.width - needed) / max(1, len(wanted[0]) - 1)
    return max(most / 2, min(most, free))


def _two_lines(setup: Setup, rows: Sequence[Sequence[Cell]]) -> tuple[list[Block], tuple[Tag, ...]]:
    """The name on a line of its own, the other cells below it: for large print."""
    pad = 2 * setup.theme.plan.pad
    chip = setup.theme.chip
    left = chip.width + chip.gap
    wanted = [[natural(setup, cell) for cell in row[1:]] for row in rows]
    least = [[natural(setup, cell, SLIM) for cell in row[1:]] for row in rows]
    widths = column_widths(wanted, pad, setup.width - left, least)
    blocks, tags = [], []
    for row in rows:
        frame = setup.frame(setup.width)
        name, tag = set_cell(setup, row[0], setup.width)
        frame.place(0, 0, name)
        x, height, made = left, 0.0, [tag]
        for cell, width in zip(row[1:], widths, strict=False):
            block, tag = set_cell(setup, cell, width)
            frame.place(x, name.height, block)
            x += width + pad
            height = max(height, block.height)
            made.append(tag)
        blocks.append(frame.block(name.height + height))
        tags.append(Tag(row[0].name.rpartition("/")[0], "TR", tuple(made)))
    return blocks, tuple(tags)
