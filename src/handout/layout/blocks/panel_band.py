"""The red band of the safety panel: the warning word, what to do, and the number to call."""

from __future__ import annotations

import handout.layout.ink as ink
from handout.layout.blocks.signal_word import worded
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import Call, PanelPart, Text


def set_band(part: PanelPart, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    """The band across the panel, and the tags of what stands in it."""
    size = setup.theme.safety
    call, call_tag = _call(part.call, setup)
    room = setup.width - size.icon_column - size.end
    ways = [way(part, setup, call, room) for way in (_beside, _below, _under_the_heading)]
    inner = min(ways if call.width else ways[:1], key=lambda block: round(block.height, 1))
    height = size.band_top + inner.height + size.band_foot
    frame = setup.frame(setup.width)
    frame.shapes(0, 0, setup.width, ink.box(setup.width, height, setup.theme.colours.warning))
    triangle = ink.scaled(setup.icon("warning"), size.band_icon)
    icon_start = size.bar + (size.icon_column - size.bar - size.band_icon) / 2
    frame.shapes(icon_start, (height - size.band_icon) / 2, size.band_icon, triangle)
    frame.place(size.icon_column, size.band_top, inner)
    tags = _banded_tags(part, setup)
    return frame.block(height), (*tags, *((call_tag,) if call_tag else ()))


def _beside(part: PanelPart, setup: Setup, call: Block, room: float) -> Block:
    """The number to call at the end side, beside all that is said and at least an em from it."""
    apart = max(setup.theme.safety.band_gap, setup.theme.type.band.size)
    head = _banded(part, setup, room - call.width - apart)
    height, frame = max(head.height, call.height), setup.frame(room)
    frame.place(0, (height - head.height) / 2, head)
    frame.place(room - call.width, (height - call.height) / 2, call)
    return frame.block(height)


def _below(part: PanelPart, setup: Setup, call: Block, room: float) -> Block:
    """The number below, where a long heading would wrap beside it."""
    head, frame = _banded(part, setup, room), setup.frame(room)
    frame.place(0, 0, head)
    frame.place(0, head.height + setup.theme.gap.small, call)
    return frame.block(head.height + setup.theme.gap.small + call.height)


def _under_the_heading(part: PanelPart, setup: Setup, call: Block, room: float) -> Block:
    """The heading across the band, and the number below it, beside what follows it."""
    types, frame = setup.theme.type, setup.frame(room)
    head = worded(part, setup, "safety/now", (types.warning_word, types.band), room).block
    frame.place(0, 0, head)
    follow = _band_follow(part, setup, room - call.width - setup.theme.safety.band_gap)
    if follow:
        frame.text(0, head.height, follow.paragraph)
    frame.place(room - call.width, head.height, call)
    return frame.block(head.height + max(call.height, follow.height if follow else 0.0))


def _band_follow(part: PanelPart, setup: Setup, measure: float) -> Prose | None:
    if part.follow is None:
        return None
    return compose(setup, [Part(part.follow, setup.theme.type.band_follow, "safety/now/follow")], measure)


def _banded(part: PanelPart, setup: Setup, measure: float) -> Block:
    types = setup.theme.type
    head = worded(part, setup, "safety/now", (types.warning_word, types.band), measure)
    follow = _band_follow(part, setup, measure)
    frame = setup.frame(measure)
    frame.place(0, 0, head.block)
    if follow:
        frame.text(0, head.block.height, follow.paragraph)
    return frame.block(head.block.height + (follow.height if follow else 0.0))


def _banded_tags(part: PanelPart, setup: Setup) -> tuple[Tag, ...]:
    types = setup.theme.type
    head = worded(part, setup, "safety/now", (types.warning_word, types.band), setup.width)
    follow = _band_follow(part, setup, setup.width)
    return (head.tag, *(follow.tags if follow else ()))


def _call(call: Call | None, setup: Setup) -> tuple[Block, Tag | None]:
    """The word, the number large (or a white line to write it on, and what it may be), and a handset."""
    theme, size = setup.theme, setup.theme.safety
    if call is None:
        return setup.frame(0).block(0), None
    parts = [Part(call.word, theme.type.call, "safety/now/call/word")]
    if call.number:
        parts.append(Part(call.number, theme.type.number, "safety/now/call/number"))
    leading = setup.leading(theme.type.number)
    wide = compose(setup, parts, setup.width, leading=leading)
    prose = compose(setup, parts, wide.paragraph.widest + 0.01, leading=leading)
    blank = 0.0 if call.number else size.blank
    text = prose.paragraph.widest + (blank + 6 if blank else 0)
    frame = setup.frame(text + size.band_gap + size.band_icon)
    frame.text(0, 0, prose.paragraph)
    if blank:
        y = prose.paragraph.lines[0].baseline + 2
        frame.shapes(prose.paragraph.widest + 6, y, blank, ink.rule(blank, theme.colours.paper, 1.5))
    handset = ink.recoloured(ink.scaled(setup.icon("phone"), size.band_icon), theme.colours.paper)
    frame.shapes(text + size.band_gap, (leading - size.band_icon) / 2, size.band_icon, handset, mirror=True)
    if call.hint is None:
        return frame.block(leading), Tag("safety/now/call", call.kind.pdf, prose.tags)
    under = _hinted(setup, call.hint, frame.width)
    both = setup.frame(max(frame.width, under.paragraph.measure))
    both.place(both.width - frame.width, 0, frame.block(leading))
    both.text(both.width - under.paragraph.measure, leading, under.paragraph)
    tag = Tag("safety/now/call", call.kind.pdf, (*prose.tags, *under.tags))
    return both.block(leading + under.height), tag


def _hinted(setup: Setup, hint: Text, width: float) -> Prose:
    """What the number may be, under the line to write it on, in two lines at most where that can be."""
    part = Part(hint, setup.theme.type.band_follow, "safety/now/call/hint", "Span")
    whole = compose(setup, [part], setup.width).paragraph.widest + 0.01
    return compose(setup, [part], max(width, min(whole, whole / 2 + 30)), "end")
