"""After the exercises: questions, when to see us, notes, and where it all comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.flow import ONE_PLACE, Passage, Piece, lines, stack, words
from handout.layout.frame import Block
from handout.layout.lists import bulleted, column_blocks, column_measure
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

GROUP = 4  # questions that share two columns; more of them may break over pages between groups


def set_questions(element: Element, setup: Setup) -> Passage:
    """Questions with their answers, in two columns, down and then across."""
    gap, types = setup.theme.gap, setup.theme.type
    pieces: list[Piece] = []
    tags: list[Tag] = []
    title = element.first("heading2")
    if title:
        prose = compose(setup, [Part(title, types.heading2, "questions/heading")], setup.width)
        tags.extend(replace(tag, outline=2) for tag in prose.tags)
        block = words(setup, prose)
        pieces.append(Piece(block, gap.section, with_next=True, stretch=setup.theme.gap.stretch, path=element.path))
    made = [_question(question, setup, index) for index, question in enumerate(element.all("question"), 1)]
    tags.extend(tag for _, tag in made)
    size = GROUP if setup.two else 1
    for first in range(0, len(made), size):
        group = [block for block, _ in made[first : first + size]]
        block = column_blocks(setup, group, setup.width, setup.theme.page.gutter, gap.paragraph + 2)
        pieces.append(Piece(block, gap.heading if first == 0 else gap.paragraph + 2, path=element.path))
    return Passage(Tag("questions", "Sect", tuple(tags), path=element.path), tuple(pieces), "questions")


def _question(element: Element, setup: Setup, index: int) -> tuple[Block, Tag]:
    types, name = setup.theme.type, f"questions/{index}"
    measure = column_measure(setup, setup.width, setup.theme.page.gutter)
    styles = {"ask": types.strong, "answer": types.body}
    blocks: list[tuple[float, Block]] = []
    tags: list[Tag] = []
    for order, child in enumerate(c for c in element.children if isinstance(c, Element)):
        prose = compose(setup, [Part(child, styles[child.kind], f"{name}/{child.kind}-{order}")], measure)
        blocks.append((0.0, words(setup, prose)))
        tags.extend(prose.tags)
    return stack(setup, measure, blocks), Tag(name, "Sect", tuple(tags), path=element.path)


def set_see_us(element: Element, setup: Setup) -> Passage:
    """When to see a clinician in the next days: a framed box."""
    theme, size = setup.theme, setup.theme.box
    inner = setup.width - 2 * size.pad
    gutter = theme.page.gutter
    tags: list[Tag] = []
    frame, y = setup.frame(setup.width), size.top
    heading, items = element.first("heading3"), element.first("list")
    if heading:
        prose = compose(setup, [Part(heading, theme.type.heading3, "see-us/heading")], inner)
        frame.text(size.pad, y, prose.paragraph)
        y += prose.height + theme.gap.small
        tags.extend(prose.tags)
    if items:
        measure = column_measure(setup, inner, gutter)
        listed = bulleted(setup, list(items.all("item")), measure, "see-us/list")
        block = column_blocks(setup, listed.blocks, inner, gutter)
        frame.place(size.pad, y, block)
        y += block.height
        tags.append(listed.tag)
    height = y + size.foot
    line = ink.rounded(setup.width, height, size.radius, stroke=(theme.colours.accent, size.rule))
    frame.shapes(0, 0, setup.width, line)
    piece = Piece(frame.block(height), theme.gap.section, stretch=setup.theme.gap.stretch, path=element.path)
    return Passage(Tag("see-us", "Sect", tuple(tags), path=element.path), (piece,), "see-us")


def set_notes(element: Element, setup: Setup) -> Passage:
    """A heading and lines to write on; more of them where the page has room."""
    theme, size = setup.theme, setup.theme.notes
    heading = element.first("heading3")
    count = int(element.attributes.get("lines", "2") or 2)
    tags: tuple[Tag, ...] = ()
    frame, y = setup.frame(setup.width), 0.0
    if heading:
        prose = compose(setup, [Part(heading, theme.type.heading3, "notes/heading")], setup.width)
        frame.text(0, 0, prose.paragraph)
        y, tags = prose.height, prose.tags
    for _ in range(count):
        y += size.line
        frame.shapes(0, y, setup.width, ink.rule(setup.width, theme.colours.rule, 0.75))
    block = frame.block(y)
    piece = Piece(block, theme.gap.section, clings=ONE_PLACE, ruled=size.line, path=element.path)
    return Passage(Tag("notes", "Sect", tags, path=element.path), (piece,), "notes")


def more_lines(piece: Piece, setup: Setup, room: float) -> Piece:
    """The piece with as many more lines to write on as the room holds, within the theme's most."""
    theme = setup.theme
    if not piece.ruled or room < piece.ruled:
        return piece
    count = min(int(room / piece.ruled), int(theme.notes.most))
    frame = setup.frame(setup.width)
    frame.place(0, 0, piece.block)
    for index in range(1, count + 1):
        y = piece.height + index * piece.ruled
        frame.shapes(0, y, setup.width, ink.rule(setup.width, theme.colours.rule, 0.75))
    return replace(piece, block=frame.block(piece.height + count * piece.ruled))


def set_colophon(element: Element, setup: Setup) -> Passage:
    """Sources, authors, version: quiet, in two columns."""
    theme = setup.theme
    gutter = theme.page.gutter
    measure = column_measure(setup, setup.width, gutter)
    parts = [Part(p, theme.type.sources, f"colophon/{i}") for i, p in enumerate(element.all("p"), 1)]
    proses = [compose(setup, [part], measure) for part in parts]
    tag = Tag("colophon", "Sect", tuple(tag for prose in proses for tag in prose.tags), path=element.path)
    return Passage(tag, _colophon_pieces(setup, proses, element.path), "colophon")


def _colophon_pieces(setup: Setup, proses: Sequence[Prose], path: str) -> tuple[Piece, ...]:
    """Two columns of whole paragraphs where the page has two; else lines that may go over to the next page."""
    gap = setup.theme.gap
    if setup.two:
        blocks = [words(setup, prose) for prose in proses]
        return (Piece(column_blocks(setup, blocks, setup.width, setup.theme.page.gutter), gap.section, path=path),)
    rows = [piece for prose in proses for piece in lines(setup, prose, Piece(words(setup, prose)))]
    return tuple(replace(row, before=0.0 if index else gap.section) for index, row in enumerate(rows))
