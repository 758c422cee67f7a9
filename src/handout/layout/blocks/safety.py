"""The safety panel: ask first, stop, get help now, today.

Shape, pattern, word and symbol carry the meaning, not colour (ANSI Z535.6): dots and a speech bubble for a
notice, stripes and an octagon for caution, a solid bar and a triangle for warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.layout.blocks.panel_parts import Panel, PartBlock, set_ask, set_now, set_stop, set_today
from handout.layout.flow import Passage, Piece
from handout.layout.frame import BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import SafetyPanel
from handout.text import CLEAR, reach

PARTED = 40.0**2  # what it costs to part a list of the panel: white, in points squared
SETTERS = {"ask": set_ask, "stop": set_stop, "now": set_now, "today": set_today}


def set_safety(safety: SafetyPanel, setup: Setup, panel: Panel) -> Passage:
    """The panel, or those of its parts, as one block; the title sits on the frame like a legend."""
    theme = setup.theme
    size = theme.safety
    inner = setup.width - 2 * size.frame
    parts = _parts(safety, setup.narrowed(inner), panel)
    title = Part(safety.title, theme.type.panel, "safety/title")
    legend = compose(setup, [title], inner) if panel.titled else None
    top = legend.height / 2 - size.frame if legend else 0.0
    frame = setup.frame(setup.width)
    # The marks of the title and of the first heading must not meet; a band begins below the title altogether.
    below = size.legend_gap + 2 * legend.height * (setup.airier - 1) if legend else 0.0
    if legend and parts and parts[0].kind == "now":
        last = legend.paragraph.lines[-1]
        deep = max(legend.height, last.baseline + reach(last)[1] + CLEAR)
        below = max(below, deep - top - size.frame)
    y = top + size.frame + below
    first = y
    tops: list[float] = []
    for part in parts:
        tops.append(y)
        y += part.block.height
    height = y + size.frame
    _bars(frame, setup, parts, tops, first - below)
    line = ink.rounded(setup.width, height - top, size.radius, stroke=(theme.colours.ink, size.frame))
    frame.shapes(0, top, setup.width, line)
    _rules(frame, setup, parts, tops)
    if legend:
        width = legend.paragraph.widest + 2 * size.legend_pad
        gap = ink.box(width, legend.height, theme.colours.paper)
        frame.shapes(size.legend_inset, 0, width, gap)
        frame.text(size.legend_inset + size.legend_pad, 0, legend.paragraph)
    for part, y in zip(parts, tops, strict=True):
        frame.place(size.frame, y, part.block)
    named = replace(legend.tags[0], outline=2) if legend else None
    tags = (*((named,) if named else ()), *(part.tag for part in parts))
    tag = Tag("safety", safety.kind.pdf, tags, title=safety.title.plain)
    return Passage(tag, (Piece(frame.block(height), theme.gap.safety, stretch=theme.gap.stretch),), "safety")


def set_parted(safety: SafetyPanel, setup: Setup, panel: Panel) -> Passage:
    """One part of the panel whose lines a page may part, two of them at least on each side: its frame and its bar go
    on over the page."""
    theme = setup.theme
    size = theme.safety
    (part,) = _parts(safety, setup.narrowed(setup.width - 2 * size.frame), panel)
    slices = part.block.slices(part.cuts)
    pieces: list[Piece] = []
    for index, block in enumerate(slices):
        ends = (index == 0, index == len(slices) - 1)
        above, below = (size.frame if end else 0.0 for end in ends)
        height = above + block.height + below
        frame = setup.frame(setup.width)
        _bars(frame, setup, [replace(part, block=block)], [above], above)
        stroke = (theme.colours.ink, size.frame)
        frame.shapes(0, 0, setup.width, ink.open_frame(setup.width, height, size.radius, stroke, ends=ends))
        frame.place(size.frame, above, block)
        before, stretch = (theme.gap.safety, theme.gap.stretch) if index == 0 else (0.0, 0.0)
        clings = 0.0 if ends[1] else PARTED
        pieces.append(Piece(frame.block(height), before, stretch=stretch, clings=clings))
    return Passage(Tag("safety", safety.kind.pdf, (part.tag,)), tuple(pieces), "safety")


def _parts(safety: SafetyPanel, setup: Setup, panel: Panel) -> tuple[PartBlock, ...]:
    return tuple(SETTERS[part.name](part, setup, panel) for part in safety.parts if part.name in panel.parts)


def _bars(frame: BlockBuilder, setup: Setup, parts: Sequence[PartBlock], tops: Sequence[float], top: float) -> None:
    """The patterned bars at the start side, each as high as its part."""
    size, colours = setup.theme.safety, setup.theme.colours
    for index, (part, y) in enumerate(zip(parts, tops, strict=True)):
        start = top if index == 0 else y
        height = y + part.block.height - start
        if part.kind == "ask":
            shapes = ink.dotted(size.bar, height, size.dot_pitch, size.dot, colours.ink)
        elif part.kind == "stop":
            pattern = (size.stripe_ink, size.stripe_gap)
            shapes = ink.striped(size.bar, height, pattern, (colours.ink, colours.caution))
        elif part.kind == "today":  # two lines, told apart from the solid bar without colour
            line = 0.3 * size.bar
            shapes = ink.box(line, height, colours.warning)
            frame.shapes(size.frame + size.bar - line, start, line, shapes)
            frame.shapes(size.frame, start, line, shapes)
            continue
        else:
            shapes = ink.box(size.bar, height, colours.warning)
        frame.shapes(size.frame, start, size.bar, shapes, mirror=True)


def _rules(frame: BlockBuilder, setup: Setup, parts: Sequence[PartBlock], tops: Sequence[float]) -> None:
    size, colours = setup.theme.safety, setup.theme.colours
    width = setup.width - 2 * size.frame
    for before, part, y in zip(parts, parts[1:], tops[1:], strict=False):
        if part.kind == "today" and before.kind == "now":
            continue
        dash = (5.0, 3.0) if before.kind == "ask" else ()
        frame.shapes(size.frame, y, width, ink.rule(width, colours.ink, size.rule, dash))
