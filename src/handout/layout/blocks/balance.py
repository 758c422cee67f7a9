"""Pros and cons, other ways and doing nothing: columns of equal weight; and what we know and do not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.flow import Passage, Piece, beside, stack, words
from handout.layout.frame import Block
from handout.layout.lists import bulleted, paragraphs
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

ICONS = {"pros": "good", "cons": "bad"}
Column = tuple[Block, Tag]


def set_balance(element: Element, setup: Setup) -> Passage:
    """Heading, then pros beside cons, then other ways beside doing nothing. The sides are set alike."""
    size, gap = setup.theme.balance, setup.theme.gap
    pieces: list[Piece] = []
    tags: list[Tag] = []
    title = element.first("heading2")
    before = gap.section
    if title:
        prose = compose(setup, [Part(title, setup.theme.type.heading2, "balance/heading")], setup.width)
        tags.extend(replace(tag, outline=2) for tag in prose.tags)
        pieces.append(
            Piece(
                words(setup, prose),
                before,
                with_next=True,
                stretch=setup.theme.gap.stretch,
                path=element.path,
            )
        )
        before = gap.heading
    weighed = [_weighed(side, setup) for kind in ICONS for side in element.all(kind)]
    pieces.extend(_row(setup, weighed, before, element.path, last=False))
    others = [_run_in(side, setup) for kind in ("others", "nothing") for side in element.all(kind)]
    pieces.extend(_row(setup, others, size.below, element.path, last=True))
    tags.extend(tag for _, tag in (*weighed, *others))
    return Passage(Tag("balance", "Sect", tuple(tags), path=element.path), tuple(pieces), "balance")


def _row(setup: Setup, sides: Sequence[Column], before: float, path: str, *, last: bool) -> list[Piece]:
    """Two sides as one piece, or one under the other in one column; nothing stands between them."""
    if not sides:
        return []
    if not setup.two:
        return [
            Piece(block, before, with_next=not last or index < len(sides) - 1, path=path)
            for index, (block, _) in enumerate(sides)
        ]
    step = setup.column + setup.theme.page.gutter
    block = beside(setup, [(index * step, side) for index, (side, _) in enumerate(sides)], setup.width)
    return [Piece(block, before, with_next=not last, path=path)]


def _weighed(element: Element, setup: Setup) -> Column:
    """One side: rule, icon and heading, list."""
    theme, size = setup.theme, setup.theme.balance
    name, measure = element.kind, setup.column
    heading, items = element.first("heading3"), element.first("list")
    left = size.icon + size.icon_gap
    tags: list[Tag] = []
    frame, y = setup.frame(measure), size.rule + size.pad
    frame.shapes(0, size.rule / 2, measure, ink.rule(measure, theme.colours.accent, size.rule))
    if heading:
        part = Part(heading, theme.type.heading3, f"balance/{name}/heading")
        prose = compose(setup, [part], measure - left)
        line = prose.height / max(1, len(prose.paragraph.lines))
        icon = ink.scaled(setup.icon(ICONS[element.kind]), size.icon)
        frame.shapes(0, y + (line - size.icon) / 2, size.icon, icon)
        frame.text(left, y, prose.paragraph)
        y += prose.height
        tags.extend(prose.tags)
    if items:
        listed = bulleted(setup, list(items.all("item")), measure, f"balance/{name}/list")
        for block in listed.blocks:
            frame.place(0, y, block)
            y += block.height
        tags.append(listed.tag)
    return frame.block(y), Tag(f"balance/{name}", "Sect", tuple(tags), path=element.path)


def _run_in(element: Element, setup: Setup) -> Column:
    """One side below: a thin rule, the heading on the same line as the first of what it heads."""
    theme, size = setup.theme, setup.theme.balance
    name = f"balance/{element.kind}"
    heading = element.first("heading3")
    lead = [Part(heading, theme.type.strong, f"{name}/heading")] if heading else []
    frame = setup.frame(setup.column)
    y = size.under + size.pad - 1
    frame.shapes(0, size.under / 2, setup.column, ink.rule(setup.column, theme.colours.rule, size.under))
    tags: list[Tag] = []
    for index, p in enumerate(element.all("p"), 1):
        prose = compose(setup, [*lead, Part(p, theme.type.body, f"{name}/{index}")], setup.column)
        frame.text(0, y, prose.paragraph)
        y += prose.height
        tags.extend(prose.tags)
        lead = []
    return frame.block(y), Tag(name, "Sect", tuple(tags), path=element.path)


def set_evidence(element: Element, setup: Setup) -> Passage:
    """What we know beside what we do not know."""
    sides = [_known(side, setup) for side in element.children if isinstance(side, Element)]
    pieces = _row(setup, sides, setup.theme.gap.section, element.path, last=True)
    pieces = [replace(piece, with_next=False, stretch=setup.theme.gap.stretch) for piece in pieces]
    return Passage(Tag("evidence", "Sect", tuple(tag for _, tag in sides)), tuple(pieces), "evidence")


def _known(element: Element, setup: Setup) -> Column:
    theme, size = setup.theme, setup.theme.balance
    name, measure = f"evidence/{element.kind}", setup.column
    heading = element.first("heading3")
    head = compose(setup, [Part(heading, theme.type.heading3, f"{name}/heading")] if heading else [], measure)
    blocks, tags = paragraphs(setup, list(element.all("p")), theme.type.body, measure, name)
    rule = setup.frame(measure)
    rule.shapes(0, size.rule / 2, measure, ink.rule(measure, theme.colours.accent, size.rule))
    parts = [(0.0, rule.block(size.rule + size.pad)), (0.0, words(setup, head)), *((0.0, b) for b in blocks)]
    return stack(setup, measure, parts), Tag(name, "Sect", (*head.tags, *tags), path=element.path)
