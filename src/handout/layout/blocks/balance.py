"""Pros and cons, other ways and doing nothing: columns of equal weight; and what we know and do not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

import handout.layout.ink as ink
from handout.layout.flow import Passage, Piece, beside, stack, words
from handout.layout.frame import Block
from handout.layout.lists import bulleted, paragraphs
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, heights
from handout.layout.setup import Setup
from handout.manuscript import NO_BREAK, Balance, Evidence, Kind, Text, Titled

ICONS = {Kind.PROS: "good", Kind.CONS: "bad"}
Column = tuple[Block, Tag]


def set_balance(balance: Balance, setup: Setup) -> Passage:
    """Heading, then pros beside cons, then other ways beside doing nothing. The sides are set alike."""
    size, gap = setup.theme.balance, setup.theme.gap
    weighed = [_weighed(side, setup) for side in (balance.pros, balance.cons)]
    others = [_run_in(side, setup) for side in (balance.others, balance.nothing)]
    below = (*_row(setup, weighed, gap.heading, last=False), *_row(setup, others, size.below, last=True))
    tags = tuple(tag for _, tag in (*weighed, *others))
    prose = compose(setup, [Part(balance.title, setup.theme.type.heading2, "balance/heading")], setup.width)
    heading = Piece(words(setup, prose), gap.section, with_next=True, stretch=gap.stretch)
    tags = (*(replace(tag, outline=2) for tag in prose.tags), *tags)
    return Passage(Tag("balance", balance.kind.pdf, tags), (heading, *below), "balance")


def set_brief(balance: Balance, setup: Setup) -> Passage:
    """The same without a heading; other ways and doing nothing under the columns, or across the page where that is
    lower."""
    size = setup.theme.balance
    weighed = [_weighed(side, setup) for side in (balance.pros, balance.cons)]
    (piece,) = _row(setup, weighed, setup.theme.leaf.row, last=False)
    below = [_run_in(side, setup) for side in (balance.others, balance.nothing)]
    (last,) = _row(setup, below, size.below, last=True)
    ties = (NO_BREAK, "") if setup.theme.leaf.groups == "running" else (NO_BREAK,)  # where every line counts
    ways = (_across(balance, setup, tie, apart=apart) for tie in ties for apart in (True, False))
    across, tags = min(ways, key=lambda way: round(way[0].height, 1))
    if across.height < last.height - 0.01:
        last = Piece(across, size.below)
    else:
        tags = [tag for _, tag in below]
    return Passage(Tag("balance", balance.kind.pdf, (*(tag for _, tag in weighed), *tags)), (piece, last), "balance")


def _across(balance: Balance, setup: Setup, tie: str, *, apart: bool) -> tuple[Block, list[Tag]]:
    """Other ways and doing nothing across the page, a paragraph each, or both in one; `tie` stands between what leads
    one and its first word."""
    theme, size = setup.theme, setup.theme.balance
    sides: list[list[Part]] = []
    for side in (balance.others, balance.nothing):
        name = f"balance/{side.kind.label}"
        lead = Part(_tied(side.title), theme.type.strong, f"{name}/heading")
        first, *more = (Part(text, theme.type.body, f"{name}/{n}") for n, text in enumerate(side.texts, 1))
        sides.append([lead, replace(first, tie=tie), *more])
    proses = [compose(setup, parts, setup.width) for parts in (sides if apart else [[*chain(*sides)]])]
    frame, y = setup.frame(setup.width), size.under + size.pad - 1
    frame.shapes(0, size.under / 2, setup.width, ink.rule(setup.width, theme.colours.rule, size.under))
    for prose, height in zip(proses, heights(setup, theme.type.body, proses), strict=True):
        frame.text(0, y, prose.paragraph)
        y += height
    tags = iter(tag for prose in proses for tag in prose.tags)
    made = [
        Tag(f"balance/{side.kind.label}", side.kind.pdf, tuple(islice(tags, 1 + len(side.texts))))
        for side in (balance.others, balance.nothing)
    ]
    return frame.block(y), made


def _tied(title: Text) -> Text:
    """A heading that no line parts."""
    words = (replace(one, words=str(one.words).replace(" ", NO_BREAK)) for one in title.inlines)
    return replace(title, inlines=tuple(words))


def _row(setup: Setup, sides: Sequence[Column], before: float, *, last: bool) -> list[Piece]:
    """Two sides as one piece, or one under the other in one column; nothing stands between them."""
    if not setup.two:
        return [
            Piece(block, before, with_next=not last or index < len(sides) - 1)
            for index, (block, _) in enumerate(sides)
        ]
    step = setup.column + setup.theme.page.gutter
    block = beside(setup, [(index * step, side) for index, (side, _) in enumerate(sides)], setup.width)
    return [Piece(block, before, with_next=not last)]


def _weighed(side: Titled, setup: Setup) -> Column:
    """One side: rule, icon and heading, list."""
    theme, size = setup.theme, setup.theme.balance
    name, measure = f"balance/{side.kind.label}", setup.column
    left = size.icon + size.icon_gap
    frame, y = setup.frame(measure), size.rule + size.pad
    frame.shapes(0, size.rule / 2, measure, ink.rule(measure, theme.colours.accent, size.rule))
    prose = compose(setup, [Part(side.title, theme.type.heading3, f"{name}/heading")], measure - left)
    line = prose.height / max(1, len(prose.paragraph.lines))
    icon = ink.scaled(setup.icon(ICONS[side.kind]), size.icon)
    frame.shapes(0, y + (line - size.icon) / 2, size.icon, icon)
    frame.text(left, y, prose.paragraph)
    y += prose.height
    listed = bulleted(setup, side.texts, measure, f"{name}/list")
    for block in listed.blocks:
        frame.place(0, y, block)
        y += block.height
    return frame.block(y), Tag(name, side.kind.pdf, (*prose.tags, listed.tag))


def _run_in(side: Titled, setup: Setup) -> Column:
    """One side below: a thin rule, the heading on the same line as the first of what it heads."""
    theme, size = setup.theme, setup.theme.balance
    name = f"balance/{side.kind.label}"
    lead = [Part(side.title, theme.type.strong, f"{name}/heading")]
    frame = setup.frame(setup.column)
    y = size.under + size.pad - 1
    frame.shapes(0, size.under / 2, setup.column, ink.rule(setup.column, theme.colours.rule, size.under))
    tags: list[Tag] = []
    for index, text in enumerate(side.texts, 1):
        prose = compose(setup, [*lead, Part(text, theme.type.body, f"{name}/{index}")], setup.column)
        frame.text(0, y, prose.paragraph)
        y += prose.height
        tags.extend(prose.tags)
        lead = []
    return frame.block(y), Tag(name, side.kind.pdf, tuple(tags))


def set_evidence(evidence: Evidence, setup: Setup) -> Passage:
    """What we know beside what we do not know."""
    sides = [_known(side, setup) for side in (evidence.known, evidence.unknown)]
    pieces = _row(setup, sides, setup.theme.gap.section, last=True)
    pieces = [replace(piece, with_next=False, stretch=setup.theme.gap.stretch) for piece in pieces]
    return Passage(Tag("evidence", evidence.kind.pdf, tuple(tag for _, tag in sides)), tuple(pieces), "evidence")


def _known(side: Titled, setup: Setup) -> Column:
    theme, size = setup.theme, setup.theme.balance
    name, measure = f"evidence/{side.kind.label}", setup.column
    head = compose(setup, [Part(side.title, theme.type.heading3, f"{name}/heading")], measure)
    blocks, tags = paragraphs(setup, side.texts, theme.type.body, measure, name)
    rule = setup.frame(measure)
    rule.shapes(0, size.rule / 2, measure, ink.rule(measure, theme.colours.accent, size.rule))
    parts = [(0.0, rule.block(size.rule + size.pad)), (0.0, words(setup, head)), *((0.0, b) for b in blocks)]
    return stack(setup, measure, parts), Tag(name, side.kind.pdf, (*head.tags, *tags))
