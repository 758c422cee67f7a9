"""The foot of every page: whom to call, when to stop, and the folio. Artifacts, so without tags."""

from __future__ import annotations

from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.frame import Block
from handout.layout.prose import Part, compose, has_words
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript.elements import Element

APART = 14.0  # least white between the parts of one line


@dataclass(frozen=True, slots=True)
class Running:
    """What runs along: each part as an element, and whether all stand on one line at the foot."""

    start: Element | None
    middle: Element | None
    folio: Element | None
    turn_over: Element | None
    one_line: bool


def read_running(element: Element | None, setup: Setup) -> Running:
    """The parts; where they are too long for one line the clinic's moves to the head of the page."""
    if element is None:
        return Running(None, None, None, None, one_line=True)
    kinds = ("running-start", "running-middle", "folio", "turn-over")
    start, middle, folio, turn = (element.first(kind) for kind in kinds)
    types = setup.theme.type
    styles = (types.foot, types.foot_strong, types.foot)
    widths = [
        _one(setup, part, style).width for part, style in zip((start, middle, folio), styles, strict=True) if part
    ]
    needed = sum(widths) + APART * (len(widths) - 1)
    return Running(start, middle, folio, turn, one_line=needed <= setup.width)


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
    if running.middle and not (turn and not running.one_line and row):
        row.append(_one(setup, running.middle, types.foot_strong))
    if running.folio:
        row.append(_one(setup, _numbered(running.folio, setup, page), types.foot))
    if first and len(row) > 1 and _needed(row) > setup.width:
        del row[0]  # when to stop and the folio matter more
    step, x = (setup.width - sum(block.width for block in row)) / max(1, len(row) - 1), 0.0
    for block in row:
        frame.place(x, size.foot_pad, block)
        x += block.width + step
    return frame.block(size.foot_height)


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
