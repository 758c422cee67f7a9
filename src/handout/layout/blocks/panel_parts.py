"""The parts of the safety panel: notice, caution, warning, and what can wait until later today."""

from __future__ import annotations

from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.blocks.panel_band import set_band
from handout.layout.blocks.panel_lines import listed, set_lines
from handout.layout.blocks.pictograms import place_signs
from handout.layout.blocks.signal_word import worded
from handout.layout.frame import Block, BlockBuilder
from handout.layout.lists import bulleted
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import PanelPart

DOTTED = (0.0, 2.5)


@dataclass(frozen=True, slots=True)
class Panel:
    """Which parts of the panel one frame holds, and whether stop and today have two columns."""

    parts: tuple[str, ...]
    titled: bool = True
    columns: bool = False


@dataclass(frozen=True, slots=True)
class PartBlock:
    """A part as set, as wide as the panel's inside."""

    kind: str
    block: Block
    tag: Tag
    cuts: tuple[float, ...] = ()  # where a page may part it: two lines of type at least on each side


def set_ask(part: PanelPart, setup: Setup, _: Panel) -> PartBlock:
    """Ask first: dots, speech bubble, no signal word (a notice may carry none); boxes to tick."""
    size = setup.theme.safety
    frame, y, tags = _headed(part, setup, "ask")
    lines = listed(part, setup, "safety/ask/lines", _measure(setup))
    feet = [y]
    for block in lines.blocks:
        frame.place(size.icon_column, y, block)
        y += block.height
        feet.append(y)
    tag = _sect(part, (*tags, lines.tag))
    least = 1.5 * setup.leading(setup.theme.type.panel_line)
    cuts = tuple(foot for foot in feet if foot - feet[0] > least and y - foot > least)
    return PartBlock("ask", frame.block(y + size.foot), tag, cuts)


def set_stop(part: PanelPart, setup: Setup, panel: Panel) -> PartBlock:
    """Stop and rest: stripes, octagon, the word on yellow; what stands last points to help."""
    theme, size, measure = setup.theme, setup.theme.safety, _measure(setup)
    head = worded(part, setup, "safety/stop", (theme.type.caution_word, theme.type.panel_head), measure)
    frame, y = setup.frame(setup.width), size.top
    _icon(frame, setup, "stop", y)
    frame.place(size.icon_column, y, head.block)
    y += head.block.height + theme.gap.small
    body, tag = set_lines(part, setup, "safety/stop/lines", measure, columns=panel.columns)
    frame.place(size.icon_column, y, body)
    y += body.height + 1
    tags = [head.tag, tag]
    for prose in _last(part, setup, measure):
        frame.text(size.icon_column, y, prose.paragraph)
        y += prose.height
        tags.extend(prose.tags)
    return PartBlock("stop", frame.block(y + size.foot), _sect(part, tuple(tags)))


def _last(part: PanelPart, setup: Setup, measure: float) -> tuple[Prose, ...]:
    """When to get help (bold) and what else to do: each on a line of its own, unless running on saves one."""
    types = setup.theme.type
    found = (("last", part.last, types.panel_strong), ("rest", part.rest, types.panel_line))
    parts = [Part(words, style, f"safety/stop/{kind}") for kind, words, style in found if words]
    apart = tuple(compose(setup, [part], measure) for part in parts)
    if len(parts) < 2:
        return apart
    joined = compose(setup, parts, measure)
    return (joined,) if joined.height < sum(prose.height for prose in apart) - 0.01 else apart


def set_now(part: PanelPart, setup: Setup, _: Panel) -> PartBlock:
    """Get help now: a red band with the number to call, then the signs, some with a pictogram beside them."""
    size = setup.theme.safety
    band, tags = set_band(part, setup)
    listed = bulleted(setup, part.lines, _measure(setup), "safety/now/lines", setup.theme.type.panel_line)
    frame = setup.frame(setup.width)
    frame.place(0, 0, band)
    y = band.height + size.foot
    place_signs(frame, setup, part.lines, listed.blocks, y)
    for block in listed.blocks:
        frame.place(size.icon_column, y, block)
        y += block.height
    return PartBlock("now", frame.block(y + size.today_gap), _sect(part, (*tags, listed.tag)))


def set_today(part: PanelPart, setup: Setup, panel: Panel) -> PartBlock:
    """Call today: a handset, and its own lines; below a dotted rule where it follows get help now."""
    size, measure = setup.theme.safety, _measure(setup)
    frame = setup.frame(setup.width)
    if "now" in panel.parts:
        frame.shapes(size.icon_column, 0, measure, ink.rule(measure, setup.theme.colours.ink, 1, DOTTED))
    y = size.today_pad if "now" in panel.parts else size.top
    head = compose(setup, [_heading(part, setup)], measure)
    handset = ink.recoloured(ink.scaled(setup.icon("phone"), size.today_icon), setup.theme.colours.warning)
    start = size.bar + (size.icon_column - size.bar - size.today_icon) / 2
    frame.shapes(start, y + 1, size.today_icon, handset, mirror=True)
    frame.text(size.icon_column, y, head.paragraph)
    y += head.height
    body, tag = set_lines(part, setup, "safety/today/lines", measure, columns=panel.columns)
    frame.place(size.icon_column, y, body)
    block = frame.block(y + body.height + size.foot)
    return PartBlock("today", block, _sect(part, (*head.tags, tag)))


def _headed(part: PanelPart, setup: Setup, kind: str) -> tuple[BlockBuilder, float, tuple[Tag, ...]]:
    """A part's frame with its icon and heading, and where its lines begin."""
    size = setup.theme.safety
    head = compose(setup, [_heading(part, setup)], _measure(setup))
    frame = setup.frame(setup.width)
    _icon(frame, setup, kind, size.top)
    frame.text(size.icon_column, size.top, head.paragraph)
    return frame, size.top + head.height + setup.theme.gap.small, head.tags


def _heading(part: PanelPart, setup: Setup) -> Part:
    return Part(part.heading, setup.theme.type.panel_head, f"safety/{part.name}/heading")


def _measure(setup: Setup) -> float:
    return setup.width - setup.theme.safety.icon_column - setup.theme.safety.end


def _sect(part: PanelPart, tags: tuple[Tag, ...]) -> Tag:
    return Tag(f"safety/{part.name}", part.kind.pdf, tags)


def _icon(frame: BlockBuilder, setup: Setup, kind: str, y: float) -> None:
    size = setup.theme.safety
    start = size.bar + (size.icon_column - size.bar - size.icon) / 2
    frame.shapes(start, y + 1, size.icon, ink.scaled(setup.icon(kind), size.icon))
