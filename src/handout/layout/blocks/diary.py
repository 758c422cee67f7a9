"""The diary: a grid to tick. The grid is decoration; its tag is the list of its rows and one sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import handout.layout.ink as ink
from handout.layout.blocks.chip import set_chip
from handout.layout.blocks.table import SLIM
from handout.layout.flow import ONE_PLACE, Passage, Piece, words
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import Diary, Entry

WEEK = 7
WIDTHS = 4  # of the column of names that are tried
AFTER = 5.0  # white between a name and the days, pt


def set_diary(diary: Diary, setup: Setup) -> Passage:
    """Heading, how to use it, and the grid: one block, never split."""
    setup = _with_room(diary, setup)
    block, tag = _block(diary, setup)
    gap = setup.theme.gap
    piece = Piece(block, gap.section, clings=ONE_PLACE, stretch=gap.stretch, taller=partial(_taller, diary, setup))
    return Passage(tag, (piece,), "diary")


def _taller(diary: Diary, setup: Setup, room: float) -> Block:
    """The same with rows as much higher as the room and the theme allow."""
    more = min(room / len(diary.rows), setup.theme.diary.more)
    return _block(diary, setup, more)[0]


def _block(diary: Diary, setup: Setup, more: float = 0.0) -> tuple[Block, Tag]:
    theme = setup.theme
    blocks: list[Block] = []
    tags: list[Tag] = []
    for text, style, outline in ((diary.title, theme.type.heading2, 2), (diary.how, theme.type.body, 0)):
        prose = compose(setup, [Part(text, style, f"diary/{text.kind.label}-1")], setup.width)
        blocks.append(words(setup, prose))
        tags.extend(replace(tag, outline=outline) for tag in prose.tags)
    frame, y = setup.frame(setup.width), 0.0
    for block in blocks:
        frame.place(0, y, block)
        y += block.height
    grid, rows = _grid(diary, setup, more)
    frame.place(0, y + theme.gap.heading, grid)
    tag = Tag("diary", diary.kind.pdf, (*tags, Tag("diary/rows", "L", rows)))
    return frame.block(y + theme.gap.heading + grid.height), tag


def _with_room(diary: Diary, setup: Setup) -> Setup:
    """The same, with the column of names as wide as its widest word, or wider where the days leave room and that makes
    the grid lower."""
    size = setup.theme.diary
    words = ((_left(one, setup), compose(setup, [_part(one, setup, "")], SLIM).paragraph.widest) for one in diary.rows)
    least = max(size.name, max(map(sum, words), default=0.0) + size.inset + AFTER)
    most = setup.width - size.day * diary.days
    tried = [least + max(0.0, most - least) * part / WIDTHS for part in range(WIDTHS + 1)]
    wide = min(tried, key=lambda wide: (_rows_height(diary, _named(setup, wide)), wide))
    return _named(setup, wide)


def _named(setup: Setup, wide: float) -> Setup:
    """The same, with a column of names that wide."""
    return replace(setup, theme=replace(setup.theme, diary=replace(setup.theme.diary, name=wide)))


def _rows_height(diary: Diary, setup: Setup) -> float:
    return round(sum(_row_height(_row(entry, setup, "")[0], setup) for entry in diary.rows), 1)


def _row_height(block: Block, setup: Setup) -> float:
    return max(setup.theme.diary.row, block.height + 2)


def _left(entry: Entry, setup: Setup) -> float:
    """Where the words of a row begin."""
    return setup.theme.chip.width + setup.theme.chip.gap - 2 if entry.number else 0.0


def _part(entry: Entry, setup: Setup, name: str) -> Part:
    types = setup.theme.type
    return Part(entry, types.body if entry.number else types.strong, name, "LBody")


def _grid(diary: Diary, setup: Setup, more: float) -> tuple[Block, tuple[Tag, ...]]:
    size, colours = setup.theme.diary, setup.theme.colours
    days = diary.days
    frame = setup.frame(setup.width)
    step = (setup.width - size.name) / days
    frame.shapes(0, 0, setup.width, ink.box(setup.width, _head_height(setup), colours.tint))
    y = _days(diary, setup, frame)
    lines = [0.0, y]
    tags: list[Tag] = []
    for index, entry in enumerate(diary.rows, 1):
        block, tag = _row(entry, setup, f"diary/rows/{index}")
        height = _row_height(block, setup) + more
        frame.place(size.inset, y + (height - block.height) / 2, block)
        y += height
        lines.append(y)
        tags.append(tag)
    for line in lines:
        frame.shapes(0, line, setup.width, ink.rule(setup.width, colours.rule, size.rule))
    for index in range(days + 1):
        week = index % WEEK == 0 and index < days
        weight, colour = (size.week, colours.accent) if week else (size.rule, colours.rule)
        frame.shapes(size.name + index * step, 0, 0, ink.upright(y, colour, weight))
    frame.shapes(0, 0, 0, ink.upright(y, colours.rule, size.rule))
    return frame.block(y), tuple(tags)


def _head_height(setup: Setup) -> float:
    return max(setup.theme.diary.head, setup.leading(setup.theme.type.diary_head))


def _days(diary: Diary, setup: Setup, frame: BlockBuilder) -> float:
    """The head of the grid, as decoration; returns its height."""
    size, style = setup.theme.diary, setup.theme.type.diary_head
    height = _head_height(setup)
    step = (setup.width - size.name) / diary.days
    top = (height - setup.leading(style)) / 2
    frame.text(size.inset, top, compose(setup, [Part(diary.day, style)], size.name - size.inset).paragraph)
    for index in range(diary.days):
        number = compose(setup, [Part(setup.setting.numeral(index + 1), style)], step, "center")
        frame.text(size.name + index * step, top, number.paragraph)
    return height


def _row(entry: Entry, setup: Setup, name: str) -> tuple[Block, Tag]:
    size, number, left = setup.theme.diary, entry.number, _left(entry, setup)
    prose = compose(setup, [_part(entry, setup, f"{name}/words")], size.name - size.inset - left - AFTER)
    tags: list[Tag] = []
    frame = setup.frame(size.name - size.inset)
    if number:
        block, chip_tags = set_chip(setup, number, f"{name}/number")
        frame.place(0, (prose.height / len(prose.paragraph.lines) - block.height) / 2, block)
        tags.extend(replace(tag, role="Lbl") for tag in chip_tags)
    frame.text(left, 0, prose.paragraph)
    return frame.block(prose.height), Tag(name, entry.kind.pdf, (*tags, *prose.tags), path=entry.path)
