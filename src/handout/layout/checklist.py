"""The sheet on top of a print job: what was printed, in order, with a box to tick. And the blank back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import handout.layout.ink as ink
from handout.errors import Private
from handout.layout.blocks.table import SLIM, TableCell, column_widths, natural, set_cell
from handout.layout.frame import Block
from handout.layout.pages import Item, Page, Pages, Tag
from handout.layout.prose import ENDLESS, Part, compose
from handout.layout.setting import Setting
from handout.layout.setup import PAPER, Setup
from handout.layout.theme.types import Theme
from handout.manuscript import Inline, Kind, Text

TICK = 13.0  # side of a box to tick, pt
GAP = 9.0  # below the opening and below each section, pt


@dataclass(frozen=True, slots=True)
class Checklist:
    """Words of a checklist. A cell may be a patient's initials; folio holds {page} and {pages}."""

    title: str
    about: str  # the clinic, the day, how much there is
    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Private, ...], ...]
    folio: str
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()  # above the rows: a heading, and its lines


def blank_page(words: str, theme: Theme, setting: Setting, paper: str) -> Page:
    """The back of a last sheet: empty but for a line that says so, as an artifact."""
    setup = _setup(theme, setting, paper)
    prose = compose(setup, [Part(words, theme.type.quiet)], setup.width, "center")
    frame = setup.frame(setup.width)
    frame.text(0, 0, prose.paragraph)
    return Page(tuple(frame.block(prose.height).at(theme.page.margin, PAPER[paper][1] / 2)))


def lay_out_checklist(checklist: Checklist, theme: Theme, setting: Setting, paper: str) -> Pages:
    """The checklist on as many pages as it needs, its head repeated on each."""
    setup = _setup(theme, setting, paper)
    width, height = PAPER[paper]
    bottom = height - theme.page.foot - theme.page.foot_height - theme.page.clear
    blocks, tags = _rows(checklist, setup)
    opening, heading = _opening(checklist, setup)
    above, told = _sections(checklist, setup)
    pages: list[list[Item]] = [[]]
    y = theme.page.top
    for block in (opening, *above, *blocks):
        if y + block.height > bottom:
            pages.append([])
            y = theme.page.top
        pages[-1] += block.at(theme.page.margin, y)
        y += block.height
    made = tuple(
        Page(
            (
                *items,
                *_folio(checklist, setup, index, len(pages)).at(theme.page.margin, bottom + theme.page.clear),
            )
        )
        for index, items in enumerate(pages, 1)
    )
    tree = Tag("checklist", "Document", (*heading, *told, Tag("checklist/rows", "Table", tags)), title=checklist.title)
    return Pages(width, height, made, tree, setting.tag, setting.direction, checklist.title, "", "")


def _setup(theme: Theme, setting: Setting, paper: str) -> Setup:
    return Setup(theme, setting, PAPER[paper][0] - 2 * theme.page.margin)


def _opening(checklist: Checklist, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    types = setup.theme.type
    title = compose(setup, [Part(checklist.title, types.title, "checklist/title", "H1")], setup.width)
    about = compose(setup, [Part(checklist.about, types.strong, "checklist/about", "P")], setup.width)
    lead = compose(setup, [Part(checklist.lead, types.body, "checklist/lead", "P")], setup.width)
    frame = setup.frame(setup.width)
    frame.text(0, 0, title.paragraph)
    frame.text(0, title.height, about.paragraph)
    frame.text(0, title.height + about.height, lead.paragraph)
    height = title.height + about.height + lead.height + GAP
    return frame.block(height), (*title.tags, *about.tags, *lead.tags)


def _sections(checklist: Checklist, setup: Setup) -> tuple[list[Block], tuple[Tag, ...]]:
    """What must be known before the first sheet is handed over, a block a line so that it may run on."""
    types = setup.theme.type
    blocks: list[Block] = []
    tags: list[Tag] = []
    for number, (heading, lines) in enumerate(checklist.sections, 1):
        name = f"checklist/section-{number}"
        parts = [Part(heading, types.strong, f"{name}/title", "H2")]
        parts += [Part(line, types.body, f"{name}/{index}", "P") for index, line in enumerate(lines, 1)]
        for part in parts:
            prose = compose(setup, [part], setup.width)
            frame = setup.frame(setup.width)
            frame.text(0, 0, prose.paragraph)
            blocks.append(frame.block(prose.height + (GAP if part is parts[-1] else 0)))
            tags += prose.tags
    return blocks, tuple(tags)


def _folio(checklist: Checklist, setup: Setup, page: int, pages: int) -> Block:
    words = checklist.folio.replace("{page}", setup.setting.numeral(page)).replace(
        "{pages}", setup.setting.numeral(pages)
    )
    prose = compose(setup, [Part(words, setup.theme.type.foot)], setup.width, "end")
    frame = setup.frame(setup.width)
    frame.text(0, 0, prose.paragraph)
    return frame.block(prose.height)


def _rows(checklist: Checklist, setup: Setup) -> tuple[list[Block], tuple[Tag, ...]]:
    cells = [_cells(checklist.head, "checklist/head", head=True)]
    cells += [_cells(row, f"checklist/{index}", head=False) for index, row in enumerate(checklist.rows, 1)]
    pad = 2 * setup.theme.plan.pad
    wanted, least = (_naturals(setup, cells, measure) for measure in (ENDLESS, SLIM))
    columns = column_widths(wanted, pad, setup.width - TICK - pad, least)
    blocks: list[Block] = []
    tags: list[Tag] = []
    for index, row in enumerate(cells):
        block, inner = _row(setup, row, columns, tick=index > 0)
        blocks.append(block)
        tags.append(Tag("checklist/head" if index == 0 else f"checklist/{index}", "TR", inner))
    return blocks, tuple(tags)


def _naturals(setup: Setup, rows: Sequence[Sequence[TableCell]], measure: float) -> list[list[float]]:
    """The natural width of each cell; a list says the same language and routine again and again."""
    known: dict[tuple[str, str], float] = {}

    def width(cell: TableCell) -> float:
        (said,) = cell.words.inlines
        if isinstance(said.words, Private):
            return natural(setup, cell, measure)
        key = said.words, cell.heads
        if key not in known:
            known[key] = natural(setup, cell, measure)
        return known[key]

    return [[width(cell) for cell in row] for row in rows]


def _cells(texts: Sequence[str | Private], name: str, *, head: bool) -> list[TableCell]:
    # An empty cell of a table is nothing to a reader of the page: a dash is said aloud.
    words = (Text(Kind.CELL, (Inline(text or "–"),)) for text in texts)
    heads = ("Column",) * len(texts) if head else ("Row", *("",) * (len(texts) - 1))
    return [TableCell(one, f"{name}/{index}", heads[index - 1]) for index, one in enumerate(words, 1)]


def _row(
    setup: Setup, row: Sequence[TableCell], columns: Sequence[float], *, tick: bool
) -> tuple[Block, tuple[Tag, ...]]:
    size, colours = setup.theme.plan, setup.theme.colours
    frame, start, height = setup.frame(setup.width), TICK + 2 * size.pad, 0.0
    tags: list[Tag] = []
    for cell, width in zip(row, columns, strict=True):
        block, tag = set_cell(setup, cell, width)
        frame.place(start, size.row_pad, block)
        start += width + 2 * size.pad
        height = max(height, block.height)
        tags.append(tag)
    height += 2 * size.row_pad
    if tick:
        frame.shapes(0, (height - TICK) / 2, TICK, ink.rounded(TICK, TICK, 2, None, (colours.ink, 1.0)))
    frame.shapes(
        0,
        height,
        setup.width,
        ink.rule(setup.width, colours.hair if tick else colours.accent, size.row_rule if tick else size.head_rule),
    )
    return frame.block(height + size.row_rule), tuple(tags)
