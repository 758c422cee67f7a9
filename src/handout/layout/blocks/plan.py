"""The plan in brief: a heading with its summary, and a table of the exercises and their doses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.blocks.table import SLIM, TableCell, cells_of, column_widths, natural, set_cell
from handout.layout.flow import ONE_LIST, Passage, Piece
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Plan, Row


def set_plan(plan: Plan, setup: Setup) -> Passage:
    """One block; in one column a row may begin a page, so long as it is not the last alone."""
    gap = setup.theme.gap
    head, tags = _head(plan, setup)
    rows: tuple[Block, ...] = ()
    if plan.rows:
        rows, tag = _table(plan.rows, setup)
        tags = (*tags, tag)
    if not setup.two:
        return Passage(Tag("plan", plan.kind.pdf, tags), _apart(setup, head, rows), "plan")
    frame, y = setup.frame(setup.width), head.height + gap.heading
    frame.place(0, 0, head)
    for block in rows:
        frame.place(0, y, block)
        y += block.height
    piece = Piece(frame.block(y), gap.plan, stretch=setup.theme.gap.stretch)
    return Passage(Tag("plan", plan.kind.pdf, tags), (piece,), "plan")


def _apart(setup: Setup, head: Block, rows: Sequence[Block]) -> tuple[Piece, ...]:
    gap, count = setup.theme.gap, len(rows)
    first = Piece(head, gap.plan, with_next=bool(rows), stretch=gap.stretch)
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


def _head(plan: Plan, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    """Heading and summary on one line where they fit."""
    types = setup.theme.type
    tags: list[Tag] = []
    frame = setup.frame(setup.width)
    head = compose(setup, [Part(plan.title, types.heading2, "plan/heading")], setup.width)
    frame.text(0, 0, head.paragraph)
    tags.extend(replace(tag, outline=2) for tag in head.tags)
    left = head.paragraph.widest + setup.theme.plan.apart
    part = Part(plan.summary, types.body, "plan/summary")
    one = compose(setup, [part], max(setup.width - left, 1))
    level = len(head.paragraph.lines) == 1 and len(one.paragraph.lines) == 1
    if level and one.paragraph.widest <= setup.width - left:
        frame.text(left, head.paragraph.lines[0].baseline - one.paragraph.lines[0].baseline, one.paragraph)
        return frame.block(head.height), (*tags, *one.tags)
    below = compose(setup, [part], setup.width)
    frame.text(0, head.height, below.paragraph)
    return frame.block(head.height + below.height), (*tags, *below.tags)


def _table(table: Sequence[Row], setup: Setup) -> tuple[tuple[Block, ...], Tag]:
    """The rows, each with the rule below it."""
    rows = [cells_of(row, f"plan/table/{index or 'head'}") for index, row in enumerate(table)]
    size = setup.theme.plan
    wanted = [[natural(setup, cell) for cell in row] for row in rows]
    least = sum(max(column) for column in zip(*wanted, strict=False)) + 2 * size.pad * (len(wanted[0]) - 1)
    # In one column a row that would wrap is set on two lines at once: the name above its doses.
    most = (1.25 if setup.two else 1.0) * setup.width
    lines = _one_line if least <= most else _two_lines
    blocks, tags = lines(setup, rows)
    made: list[Block] = []
    for index, block in enumerate(blocks):
        pad = size.row_pad if index else 0.0
        frame = setup.frame(setup.width)
        frame.place(0, pad / 2, block)
        height = block.height + pad + (0.0 if index else size.head_foot)
        weight, colour = _rule(setup, index, len(blocks))
        frame.shapes(0, height, setup.width, ink.rule(setup.width, colour, weight))
        made.append(frame.block(height))
    return tuple(made), Tag("plan/table", "Table", tags)


def _rule(setup: Setup, index: int, count: int) -> tuple[float, str]:
    size, colours = setup.theme.plan, setup.theme.colours
    if index == 0:
        return size.head_rule, colours.accent
    return (size.last_rule, colours.accent) if index == count - 1 else (size.row_rule, colours.hair)


def _one_line(setup: Setup, rows: Sequence[Sequence[TableCell]]) -> tuple[list[Block], tuple[Tag, ...]]:
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


def _two_lines(setup: Setup, rows: Sequence[Sequence[TableCell]]) -> tuple[list[Block], tuple[Tag, ...]]:
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
