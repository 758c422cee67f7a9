"""After the exercises: questions, when to see us, notes, and where it all comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.fillers import Parts, headed, over_width, paragraph_parts
from handout.layout.flow import ONE_PLACE, Loose, Passage, Piece, lines, stack, words
from handout.layout.frame import Block
from handout.layout.lists import bulleted, column_blocks, column_measure
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Colophon, Notes, Question, Questions, SeeUs


def set_questions(asked: Questions, setup: Setup) -> tuple[Passage, ...]:
    """Questions with their answers, each for itself; the heading of all stands over the first, which is never left
    out."""
    types = setup.theme.type
    prose = compose(setup, [Part(asked.title, types.heading3, "questions/heading")], setup.column)
    tags = tuple(replace(tag, outline=2) for tag in prose.tags)
    passages: list[Passage] = []
    for question in asked.questions:
        parts, tag, alone = _question(question, setup)
        if not passages:
            parts = headed(setup, words(setup, prose), parts)
            tag = Tag("questions", asked.kind.pdf, (*tags, tag))
            alone = over_width(setup, prose, [(0.0, alone)]) if alone else None
        loose = Loose(parts, optional=2 if passages else 0, led=bool(passages), alone=alone)
        passages.append(Passage(tag, (), "questions", loose=loose))
    return tuple(passages)


def _question(question: Question, setup: Setup) -> tuple[Parts, Tag, Block | None]:
    """In a column; its tag; and over the width, where the page has two columns."""
    types, name = setup.theme.type, f"question/{question.name}"
    texts = ((question.ask, types.strong), (question.answer, types.body))
    parts = [Part(text, style, f"{name}/{text.kind.label}") for text, style in texts]
    asked, answered = (compose(setup, [part], setup.column) for part in parts)
    tag = Tag(name, question.kind.pdf, (*asked.tags, *answered.tags))
    alone = None
    if setup.two:
        head, answer = (compose(setup, [part], setup.measure) for part in parts)
        alone = over_width(setup, head, [(0.0, words(setup, answer, setup.width))])
    return headed(setup, words(setup, asked), paragraph_parts(setup, answered)), tag, alone


def set_see_us(box: SeeUs, setup: Setup) -> Passage:
    """When to see a clinician in the next days: a framed box."""
    theme, size = setup.theme, setup.theme.box
    inner = setup.width - 2 * size.pad
    gutter = theme.page.gutter
    frame, y = setup.frame(setup.width), size.top
    prose = compose(setup, [Part(box.title, theme.type.heading3, "see-us/heading")], inner)
    frame.text(size.pad, y, prose.paragraph)
    y += prose.height + theme.gap.small
    listed = bulleted(setup, box.texts, column_measure(setup, inner, gutter), "see-us/list")
    block = column_blocks(setup, listed.blocks, inner, gutter)
    frame.place(size.pad, y, block)
    height = y + block.height + size.foot
    line = ink.rounded(setup.width, height, size.radius, stroke=(theme.colours.accent, size.rule))
    frame.shapes(0, 0, setup.width, line)
    loose = Loose(((0.0, frame.block(height)),), wide=True, last=True, roams=not setup.two)
    return Passage(Tag("see-us", box.kind.pdf, (*prose.tags, listed.tag)), (), "see-us", loose=loose)


def set_notes(notes: Notes, setup: Setup) -> Passage:
    """A heading and lines to write on; more of them where the page has room."""
    theme, size = setup.theme, setup.theme.notes
    frame = setup.frame(setup.width)
    prose = compose(setup, [Part(notes.title, theme.type.heading3, "notes/heading")], setup.width)
    frame.text(0, 0, prose.paragraph)
    y = prose.height
    for _ in range(notes.lines):
        y += size.line
        frame.shapes(0, y, setup.width, ink.rule(setup.width, theme.colours.rule, 0.75))
    piece = Piece(frame.block(y), theme.gap.section, clings=ONE_PLACE, ruled=size.line)
    return Passage(Tag("notes", notes.kind.pdf, prose.tags), (piece,), "notes")


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


def set_colophon(colophon: Colophon, setup: Setup) -> Passage:
    """Sources, then author and version: quiet, over the width."""
    theme = setup.theme
    parts = [Part(text, theme.type.sources, f"colophon/{i}") for i, text in enumerate(colophon.texts, 1)]
    proses = [compose(setup, [part], setup.width) for part in parts]
    tag = Tag("colophon", colophon.kind.pdf, tuple(tag for prose in proses for tag in prose.tags))
    return Passage(tag, _colophon_pieces(setup, proses), "colophon")


def _colophon_pieces(setup: Setup, proses: Sequence[Prose]) -> tuple[Piece, ...]:
    """One piece where the page has two columns; else lines that may go over to the next page."""
    gap = setup.theme.gap
    if setup.two:
        return (Piece(stack(setup, setup.width, [(0.0, words(setup, prose)) for prose in proses]), gap.section),)
    rows = [piece for prose in proses for piece in lines(setup, prose, Piece(words(setup, prose)))]
    return tuple(replace(row, before=0.0 if index else gap.section) for index, row in enumerate(rows))
