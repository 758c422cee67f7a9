"""The foot of every page: when to stop and whom to call, whole on every page, and the folio. Artifacts, so
without tags."""

from __future__ import annotations

from dataclasses import dataclass, replace

import handout.layout.ink as ink
from handout.layout.frame import Block
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import Inline, Running, Text

APART = 14.0  # least white between the parts of one line
MANY = (88, 88)  # a page of so many: as wide as a folio gets


@dataclass(frozen=True, slots=True)
class Foot:
    """What runs along: its texts, whether all stand on one line at the foot, and how high that is."""

    texts: Running
    one_line: bool
    height: float


def read_running(texts: Running, setup: Setup) -> Foot:
    """Where the texts are too long for one line the clinic's moves to the head of the page, and the foot grows by
    the lines that when to stop needs beside the folio."""
    types = setup.theme.type
    folio = _one(setup, _numbered(texts.folio, setup, MANY), types.foot).width
    widths = (_one(setup, texts.start, types.foot).width, _one(setup, texts.middle, types.foot_strong).width, folio)
    stop = _beside(setup, texts.middle, folio)
    height = setup.theme.page.foot_height + stop.height - setup.leading(types.foot_strong)
    return Foot(texts, one_line=sum(widths) + APART * (len(widths) - 1) <= setup.width, height=height)


def _beside(setup: Setup, words: Text, taken: float) -> Block:
    """When to stop, beside what takes so much of the line: in as many lines as that needs. It may run over the
    whole width where its last line leaves that room and a line is saved."""
    style = setup.theme.type.foot_strong
    whole = _one(setup, words, style)
    room = setup.width - taken - APART
    if whole.width <= room:
        return whole
    prose, over = (compose(setup, [Part(words, style)], measure) for measure in (room, setup.width))
    if over.height < prose.height and over.paragraph.lines[-1].width <= room:
        prose = over
    frame = setup.frame(prose.paragraph.measure)
    frame.text(0, 0, prose.paragraph)
    return frame.block(prose.height)


def _one(setup: Setup, words: Text, style: TypeStyle) -> Block:
    wide = compose(setup, [Part(words, style)], setup.width).paragraph.widest + 0.01
    prose = compose(setup, [Part(words, style)], wide)
    frame = setup.frame(wide)
    frame.text(0, 0, prose.paragraph)
    return frame.block(prose.height)


def set_foot(foot: Foot, setup: Setup, page: tuple[int, int], *, turn: bool) -> Block:
    """The footer of page (number, of how many). `turn`: page 1 says to turn over, in place of the clinic."""
    size, types, texts = setup.theme.page, setup.theme.type, foot.texts
    frame = setup.frame(setup.width)
    if size.foot_rule:
        frame.shapes(0, 0, setup.width, ink.rule(setup.width, setup.theme.colours.hair, size.foot_rule))
    folio = _one(setup, _numbered(texts.folio, setup, page), types.foot)
    stop = _beside(setup, texts.middle, _one(setup, _numbered(texts.folio, setup, MANY), types.foot).width)
    if foot.height > size.foot_height:  # of several lines: the folio stands at the end of the last
        frame.place(0, size.foot_pad, stop)
        frame.place(setup.width - folio.width, size.foot_pad + stop.height - folio.height, folio)
        return frame.block(foot.height)
    row = [stop, folio]
    if first := texts.turn_over if turn else texts.start if foot.one_line else None:
        longer = [_one(setup, first, types.foot), *row]
        row = longer if _needed(longer) <= setup.width else row  # when to stop and the folio matter more
    step, x = (setup.width - sum(block.width for block in row)) / max(1, len(row) - 1), 0.0
    for block in row:
        frame.place(x, size.foot_pad, block)
        x += block.width + step
    return frame.block(foot.height)


def _needed(row: list[Block]) -> float:
    return sum(block.width for block in row) + APART * (len(row) - 1)


def set_head(foot: Foot, setup: Setup) -> Block | None:
    """The clinic's line in the top margin of later pages, where the foot has no room for it."""
    if foot.one_line or not foot.texts.start or not setup.theme.page.stamp_rise:
        return None
    return _one(setup, foot.texts.start, setup.theme.type.foot)


def _numbered(folio: Text, setup: Setup, page: tuple[int, int]) -> Text:
    number, count = (setup.setting.numeral(n) for n in page)
    said = folio.plain.replace("{page}", number).replace("{pages}", count)
    return replace(folio, inlines=(Inline(said),))
