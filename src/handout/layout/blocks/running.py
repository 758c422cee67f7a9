"""The foot of every page: when to stop and whom to call, whole on every page, and the folio. Artifacts, so
without tags."""

from __future__ import annotations

from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.frame import Block
from handout.layout.prose import Part, compose, has_words
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript.elements import Element

APART = 14.0  # least white between the parts of one line
MANY = (88, 88)  # a page of so many: as wide as a folio gets


@dataclass(frozen=True, slots=True)
class Running:
    """What runs along: each part as an element, whether all stand on one line at the foot, and how high that is."""

    start: Element | None
    middle: Element | None
    folio: Element | None
    turn_over: Element | None
    one_line: bool
    height: float


def read_running(element: Element | None, setup: Setup) -> Running:
    """The parts; where they are too long for one line the clinic's moves to the head of the page, and the foot
    grows by the lines that when to stop needs beside the folio."""
    height = setup.theme.page.foot_height
    if element is None:
        return Running(None, None, None, None, one_line=True, height=height)
    kinds = ("running-start", "running-middle", "folio", "turn-over")
    start, middle, folio, turn = (element.first(kind) for kind in kinds)
    types = setup.theme.type
    widest = _numbered(folio, setup, MANY) if folio else None
    styles = (types.foot, types.foot_strong, types.foot)
    widths = [
        _one(setup, part, style).width for part, style in zip((start, middle, widest), styles, strict=True) if part
    ]
    needed = sum(widths) + APART * (len(widths) - 1)
    if middle:
        stop = _beside(setup, middle, _one(setup, widest, types.foot).width if widest else 0.0)
        height += stop.height - setup.leading(types.foot_strong)
    return Running(start, middle, folio, turn, one_line=needed <= setup.width, height=height)


def _beside(setup: Setup, words: Element, taken: float) -> Block:
    """When to stop, beside what takes so much of the line: in as many lines as that needs. It may run over the
    whole width where its last line leaves that room and a line is saved."""
    style = setup.theme.type.foot_strong
    whole = _one(setup, words, style)
    room = setup.width - taken - (APART if taken else 0.0)
    if whole.width <= room:
        return whole
    prose, over = (compose(setup, [Part(words, style)], measure) for measure in (room, setup.width))
    if over.height < prose.height and over.paragraph.lines[-1].width <= room:
        prose = over
    frame = setup.frame(prose.paragraph.measure)
    frame.text(0, 0, prose.paragraph)
    return frame.block(prose.height)


def _one(setup: Setup, words: Element | str, style: TypeStyle) -> Block:
    wide = compose(setup, [Part(words, style)], setup.width).paragraph.widest + 0.01
    prose = compose(setup, [Part(words, style)], wide)
    frame = setup.frame(wide)
    frame.text(0, 0, prose.paragraph)
    return frame.block(prose.height)


def set_foot(running: Running, setup: Setup, page: tuple[int, int], *, turn: bool) -> Block:
    """The footer of page (number, of how many). `turn`: page 1 says to turn over, in place of the clinic."""
    size, types = setup.theme.page, setup.theme.type
    frame = setup.frame(setup.width)
    if size.foot_rule:
        frame.shapes(0, 0, setup.width, ink.rule(setup.width, setup.theme.colours.hair, size.foot_rule))
    first = running.turn_over if turn and running.turn_over else running.start if running.one_line else None
    row = [_one(setup, first, types.foot)] if first is not None and has_words(first) else []
    folio = _one(setup, _numbered(running.folio, setup, page), types.foot) if running.folio else None
    if running.middle:
        widest = _one(setup, _numbered(running.folio, setup, MANY), types.foot).width if running.folio else 0.0
        stop = _beside(setup, running.middle, widest)
        if running.height > size.foot_height:  # of several lines: the folio stands at the end of the last
            frame.place(0, size.foot_pad, stop)
            if folio:
                frame.place(setup.width - folio.width, size.foot_pad + stop.height - folio.height, folio)
            return frame.block(running.height)
        row.append(stop)
    if folio:
        row.append(folio)
    if first and len(row) > 1 and _needed(row) > setup.width:
        del row[0]  # when to stop and the folio matter more
    step, x = (setup.width - sum(block.width for block in row)) / max(1, len(row) - 1), 0.0
    for block in row:
        frame.place(x, size.foot_pad, block)
        x += block.width + step
    return frame.block(running.height)


def _needed(row: list[Block]) -> float:
    return sum(block.width for block in row) + APART * (len(row) - 1)


def set_head(running: Running, setup: Setup) -> Block | None:
    """The clinic's line in the top margin of later pages, where the foot has no room for it."""
    if running.one_line or running.start is None or not setup.theme.page.stamp_rise:
        return None
    return _one(setup, running.start, setup.theme.type.foot)


def _numbered(folio: Element, setup: Setup, page: tuple[int, int]) -> Element:
    number, count = (setup.setting.numeral(n) for n in page)
    children = tuple(
        child.replace("{page}", number).replace("{pages}", count) if isinstance(child, str) else child
        for child in folio.children
    )
    return Element(folio.kind, children, folio.attributes)
