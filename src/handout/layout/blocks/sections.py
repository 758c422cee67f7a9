"""Headed sections: tips, the way down to the floor and up, bad days, afterwards; what you need; a note.

Sections are loose: they fill holes, in columns. The way down and up has a column for each list, and flows, as a
clinic's own texts do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import handout.layout.ink as ink
from handout.layout.blocks.pictograms import steps_row
from handout.layout.fillers import Parts, headed, item_parts, over_width, paragraph_parts
from handout.layout.fitting import fitted
from handout.layout.flow import ONE_LIST, Loose, Passage, Piece, beside, lines, stack, words
from handout.layout.frame import Block
from handout.layout.lists import SetList, bulleted, column_blocks, numbered, paragraphs
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Floor, Kind, Needs, Note, OwnText, Section, Text

SHORT_LIST = 11  # up to as many items stand in two columns, unbroken
LAST = "after"  # the section that follows the last exercise
EARLY = "tips"  # and the one that is best read before it
OPTIONAL = {"tips": 1}  # what may be left out, and in which order: the highest first
Headed = Section | Floor | OwnText


def set_sections(sections: Sequence[Headed], setup: Setup) -> tuple[Passage, ...]:
    """Sections that follow each other."""
    named = [(section, name_of(section, index)) for index, section in enumerate(sections, 1)]
    return tuple(
        _loose(section, setup, name) if isinstance(section, Section) else _whole(section, setup, name)
        for section, name in named
    )


def name_of(section: Headed, index: int) -> str:
    """The id of a section in the tree."""
    return f"{section.kind.label}-{index}/{section.name}"


def _loose(section: Section, setup: Setup, name: str) -> Passage:
    """A section that stands in a column, wherever the pages have room."""
    head = _heading(section.title, setup, name, setup.column)
    parts, tags = _parts(section.texts, setup, name, setup.column)
    may = OPTIONAL.get(section.name, 0)
    last, early = section.name == LAST, section.name == EARLY
    own = headed(setup, words(setup, head), parts)
    loose = Loose(own, last=last, optional=may, early=early, alone=_alone(section, setup, name) if setup.two else None)
    return Passage(Tag(name, section.kind.pdf, (*head.tags, *tags)), (), "section", loose=loose)


def _alone(section: Section, setup: Setup, name: str) -> Block:
    """The same over the page's width: a list in two columns under one heading, paragraphs at the measure of text."""
    head, gap = _heading(section.title, setup, name, setup.width), setup.theme.gap.small
    if _is_list(section.texts):
        listed = bulleted(setup, section.texts, setup.column, f"{name}/1")
        blocks: Sequence[Block] = [column_blocks(setup, listed.blocks, setup.width, setup.theme.page.gutter)]
    else:
        parts = [
            Part(text, setup.theme.type.body, f"{name}/{index}/1") for index, text in enumerate(section.texts, 1)
        ]
        blocks = [words(setup, compose(setup, [part], setup.measure), setup.width) for part in parts]
    return over_width(setup, head, [(gap if at else 0.0, block) for at, block in enumerate(blocks)])


def _parts(texts: Sequence[Text], setup: Setup, name: str, measure: float) -> tuple[Parts, list[Tag]]:
    """A list, or paragraphs one under the other, as parts of a column."""
    if _is_list(texts):
        listed = bulleted(setup, texts, measure, f"{name}/1")
        return item_parts(setup, listed.blocks), [listed.tag]
    parts: list[tuple[float, Block]] = []
    tags: list[Tag] = []
    for index, text in enumerate(texts, 1):
        prose = compose(setup, [Part(text, setup.theme.type.body, f"{name}/{index}/1")], measure)
        parts += paragraph_parts(setup, prose, setup.theme.gap.small if parts else 0.0)
        tags += prose.tags
    return tuple(parts), tags


def _heading(title: Text, setup: Setup, name: str, measure: float) -> Prose:
    return compose(setup, [Part(title, setup.theme.type.heading3, f"{name}/heading")], measure)


def _is_list(texts: Sequence[Text]) -> bool:
    return all(text.kind is Kind.ITEM for text in texts)


def _whole(section: Headed, setup: Setup, name: str) -> Passage:
    """A section over the page's width, that may break between its lines and items."""
    gap = setup.theme.gap
    head = _heading(section.title, setup, name, setup.width)
    opening = Piece(words(setup, head), gap.section, with_next=True, stretch=gap.stretch)
    if isinstance(section, Floor):
        return _floor(section, setup, (name, head, opening))
    if _is_list(section.texts):
        pieces, tags = _items(setup, partial(bulleted, items=section.texts, name=f"{name}/1"), gap.small)
    else:
        pieces, tags = _lines(section.texts, setup, name)
    return Passage(Tag(name, section.kind.pdf, (*head.tags, *tags)), (opening, *pieces), "section")


def _lines(texts: Sequence[Text], setup: Setup, name: str) -> tuple[list[Piece], list[Tag]]:
    """Paragraphs that may break between their lines."""
    pieces: list[Piece] = []
    tags: list[Tag] = []
    for index, text in enumerate(texts, 1):
        prose = compose(setup, [Part(text, setup.theme.type.body, f"{name}/{index}")], setup.measure)
        first = Piece(words(setup, prose), setup.theme.gap.small, path=text.path)
        pieces.extend(lines(setup, prose, first))
        tags.extend(prose.tags)
    return pieces, tags


def _floor(floor: Floor, setup: Setup, headed: tuple[str, Prose, Piece]) -> Passage:
    """Down to the floor beside the way up, or above it, each under the pictograms of its steps. The second list goes
    on where the first one ends, so that no number stands twice under one heading."""
    name, head, opening = headed
    gap, steps = setup.theme.gap, (floor.down, floor.up)
    listings = (
        partial(numbered, steps=floor.down, name=f"{name}/1"),
        partial(numbered, steps=floor.up, name=f"{name}/2", first=len(floor.down) + 1),
    )
    if setup.two:
        piece, tags = _two_lists(setup, listings, gap.small)
        ways = [(_rows(steps, setup, gap.small), [piece])]
    else:
        made = [_items(setup, *way) for way in zip(listings, (gap.small, gap.paragraph), strict=True)]
        rows = [_rows([one], setup, white) for one, white in zip(steps, (gap.small, gap.paragraph), strict=True)]
        ways = [(row, pieces) for row, (pieces, _) in zip(rows, made, strict=True)]
        tags = [tag for _, inner in made for tag in inner]
    plain = (opening, *(piece for _, pieces in ways for piece in pieces))
    pieces = (opening, *(piece for row, below in ways for piece in (*row, *below)))
    tag = Tag(name, floor.kind.pdf, (*head.tags, *tags))
    return Passage(tag, pieces, "section", floor.before, plain if len(pieces) > len(plain) else ())


def _rows(steps: Sequence[Sequence[Text]], setup: Setup, before: float) -> list[Piece]:
    """The pictograms of the steps, a row above each list; none unless all are drawn."""
    width = setup.column if len(steps) > 1 else setup.measure
    rows = [steps_row(setup, one, width) for one in steps]
    drawn = [(at * (width + setup.theme.page.gutter), row) for at, row in enumerate(rows) if row]
    if len(drawn) < len(rows):
        return []
    return [Piece(beside(setup, drawn, setup.width), before, with_next=True)]


def _two_lists(setup: Setup, listings: Sequence[Callable[..., SetList]], before: float) -> tuple[Piece, list[Tag]]:
    """Two lists, each in a column of its own."""
    listed = [listing(setup=setup, measure=setup.column) for listing in listings]
    columns = [stack(setup, setup.column, [(0.0, block) for block in one.blocks]) for one in listed]
    step = setup.column + setup.theme.page.gutter
    block = beside(setup, [(0.0, columns[0]), (step, columns[1])], setup.width)
    return Piece(block, before), [one.tag for one in listed]


def _items(setup: Setup, listing: Callable[..., SetList], before: float) -> tuple[list[Piece], list[Tag]]:
    """A list in two columns where it is short; else each item a piece, the first and the last two not parted."""
    listed = listing(setup=setup, measure=setup.measure)
    if setup.two and len(listed.blocks) <= SHORT_LIST:
        listed = listing(setup=setup, measure=setup.column)
        block = column_blocks(setup, listed.blocks, setup.width, setup.theme.page.gutter)
        return [Piece(block, before)], [listed.tag]
    last = len(listed.blocks) - 1
    pieces = [
        Piece(
            block,
            0.0 if index else before,
            with_next=index < last and index in {0, last - 1},
            clings=0.0 if index == last else ONE_LIST,
        )
        for index, block in enumerate(listed.blocks)
    ]
    return pieces, [listed.tag]


def set_needs(needs: Needs, setup: Setup) -> Passage:
    """What you need, over the page's width before the exercises: the heading runs into its first line."""
    types = setup.theme.type
    parts = [Part(needs.title, types.strong, "needs/heading")]
    parts += [Part(text, types.body, f"needs/{index}") for index, text in enumerate(needs.texts, 1)]
    prose, gap = compose(setup, parts, setup.width), setup.theme.gap
    piece = Piece(words(setup, prose), gap.section, stretch=gap.stretch)
    return Passage(Tag("needs", needs.kind.pdf, prose.tags), (piece,), "needs")


def set_note(note: Note, setup: Setup) -> Passage:
    """A clinician's note to this patient, beside a bar."""
    theme = setup.theme
    bar, inset = theme.card.caution_bar, theme.card.caution_bar + theme.card.caution_inset
    name = "note-1"
    head = _heading(note.title, setup, name, setup.width - inset)
    for number, text in enumerate(note.texts, 1):
        part = Part(text, theme.type.body, f"{name}/{number}")
        fitted(compose(setup, [part], setup.measure - inset), setup.measure - inset, part)
    blocks, tags = paragraphs(setup, note.texts, theme.type.body, setup.measure - inset, name)
    frame, y = setup.frame(setup.width), 0.0
    for block in (words(setup, head), *blocks):
        frame.place(inset, y, block)
        y += block.height
    frame.shapes(0, 0, bar, ink.box(bar, y, theme.colours.ink))
    piece = Piece(frame.block(y), theme.gap.section, stretch=theme.gap.stretch, path="note")
    return Passage(Tag(name, note.kind.pdf, (*head.tags, *tags)), (piece,), "note")
