"""The parts of the safety panel: notice, caution, warning, and what can wait until later today."""

from __future__ import annotations

from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.flow import beside, stack
from handout.layout.frame import Block, Frame
from handout.layout.lists import bulleted
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, has_words
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript.elements import Element


@dataclass(frozen=True, slots=True)
class Panel:
    """Which parts of the panel one frame holds, with which form of their lines, in columns of which share."""

    form: str  # full | short
    parts: tuple[str, ...]
    titled: bool = True
    share: float = 0.5  # of the first column


@dataclass(frozen=True, slots=True)
class PartBlock:
    """A part as set, as wide as the panel's inside."""

    kind: str
    block: Block
    tag: Tag


@dataclass(frozen=True, slots=True)
class Worded:
    """A signal word in its box with the heading after it, on one line where both fit."""

    block: Block
    tag: Tag


def lines_of(element: Element, form: str) -> list[Element]:
    """The lines of a part in that form; a line without a short form stands in full."""
    lines = element.first("lines")
    return [_line(line, form) for line in lines.all("line")] if lines else []


def _line(line: Element, form: str) -> Element:
    words = line.first(form) or line.first("full") or line
    return Element("line", words.children, {**words.attributes, "id": line.attributes.get("id", "")})


def set_ask(element: Element, setup: Setup, panel: Panel) -> PartBlock:
    """Ask first: dots, speech bubble, no signal word (a notice may carry none)."""
    theme, size = setup.theme, setup.theme.safety
    measure = setup.width - size.icon_column - size.end
    parts = _heading_parts(element, "safety/ask", theme.type.heading3, theme.type.body)
    head = compose(setup, parts, measure)
    frame, y = setup.frame(setup.width), size.top
    _icon(frame, setup, "ask", y)
    frame.text(size.icon_column, y, head.paragraph)
    y += head.height + theme.gap.small
    body, tag = _bullets(element, setup, "ask", panel)
    frame.place(size.icon_column, y, body)
    block = frame.block(y + body.height + size.foot)
    return PartBlock("ask", block, _sect("ask", element, (*head.tags, tag)))


def set_stop(element: Element, setup: Setup, panel: Panel) -> PartBlock:
    """Stop and rest: stripes, octagon, the word on yellow; the last line points to help."""
    theme, size = setup.theme, setup.theme.safety
    measure = setup.width - size.icon_column - size.end
    head = worded(element, setup, "safety/stop", (theme.type.caution_word, theme.type.heading3), measure)
    frame, y = setup.frame(setup.width), size.top
    _icon(frame, setup, "stop", y)
    frame.place(size.icon_column, y, head.block)
    y += head.block.height + theme.gap.small
    body, tag = _bullets(element, setup, "stop", panel)
    frame.place(size.icon_column, y, body)
    y += body.height
    tags = [head.tag, tag]
    last = element.first("last")
    if last:
        prose = compose(setup, [Part(last, theme.type.strong, "safety/stop/last")], measure)
        frame.text(size.icon_column, y + 1, prose.paragraph)
        y += prose.height + 1
        tags.extend(prose.tags)
    return PartBlock("stop", frame.block(y + size.foot), _sect("stop", element, tuple(tags)))


def set_now(element: Element, setup: Setup, panel: Panel) -> PartBlock:
    """Get help now: a red band with the number to call, then the signs."""
    size = setup.theme.safety
    band, tags = _band(element, setup)
    body, tag = _bullets(element, setup, "now", panel)
    frame = setup.frame(setup.width)
    frame.place(0, 0, band)
    y = band.height + size.foot
    frame.place(size.icon_column, y, body)
    block = frame.block(y + body.height + size.today_gap)
    return PartBlock("now", block, _sect("now", element, (*tags, tag)))


def set_today(element: Element, setup: Setup, panel: Panel) -> PartBlock:
    """Call today: a handset, and its own lines below a dotted rule."""
    theme, size = setup.theme, setup.theme.safety
    measure = setup.width - size.icon_column - size.end
    parts = _heading_parts(element, "safety/today", theme.type.strong, theme.type.body)
    head = compose(setup, parts, measure)
    frame = setup.frame(setup.width)
    dots = ink.rule(measure, theme.colours.ink, 1, (0, 2.5))
    frame.shapes(size.icon_column, 0, measure, dots)
    y = size.today_pad
    handset = ink.recoloured(ink.scaled(setup.icon("phone"), size.today_icon), theme.colours.warning)
    start = size.bar + (size.icon_column - size.bar - size.today_icon) / 2
    frame.shapes(start, y + 1, size.today_icon, handset, mirror=True)
    frame.text(size.icon_column, y, head.paragraph)
    y += head.height
    body, tag = _bullets(element, setup, "today", panel)
    frame.place(size.icon_column, y, body)
    block = frame.block(y + body.height + size.foot)
    return PartBlock("today", block, _sect("today", element, (*head.tags, tag)))


def _sect(kind: str, element: Element, tags: tuple[Tag, ...]) -> Tag:
    return Tag(f"safety/{kind}", "Sect", tags, path=element.path)


def _heading_parts(element: Element, name: str, heading: TypeStyle, follow: TypeStyle) -> list[Part]:
    styles = {"heading": heading, "follow": follow}
    found = [(element.first(kind), kind, style) for kind, style in styles.items()]
    return [Part(words, style, f"{name}/{kind}") for words, kind, style in found if words]


def _bullets(element: Element, setup: Setup, kind: str, panel: Panel) -> tuple[Block, Tag]:
    size = setup.theme.safety
    width = setup.width - size.icon_column - size.end
    lines, name = lines_of(element, panel.form), f"safety/{kind}/lines"
    if not setup.two:
        listed = bulleted(setup, lines, width, name)
        return stack(setup, width, [(0.0, block) for block in listed.blocks]), listed.tag
    first = (width - size.gutter) * panel.share
    second = width - size.gutter - first
    one, other = bulleted(setup, lines, first, name), bulleted(setup, lines, second, name)

    def height(cut: int) -> float:
        columns = (one.blocks[:cut], other.blocks[cut:])
        return max(sum(block.height for block in column) for column in columns)

    cut = min(range(len(lines), 0, -1), key=lambda k: (round(height(k), 3), -k), default=0)
    columns = (
        (0.0, stack(setup, first, [(0.0, block) for block in one.blocks[:cut]])),
        (first + size.gutter, stack(setup, second, [(0.0, block) for block in other.blocks[cut:]])),
    )
    return beside(setup, columns, width), one.tag


def _icon(frame: Frame, setup: Setup, kind: str, y: float) -> None:
    size = setup.theme.safety
    start = size.bar + (size.icon_column - size.bar - size.icon) / 2
    frame.shapes(start, y + 1, size.icon, ink.scaled(setup.icon(kind), size.icon))


def worded(element: Element, setup: Setup, name: str, styles: tuple[TypeStyle, TypeStyle], measure: float) -> Worded:
    """The signal word boxed, then the heading; below it where the line is too short."""
    theme, size = setup.theme, setup.theme.safety
    signal, heading = element.first("signal"), element.first("heading")
    if signal is None or heading is None:
        parts = _heading_parts(element, name, styles[1], theme.type.body)
        prose = compose(setup, parts[:1], measure)
        frame = setup.frame(measure)
        frame.text(0, 0, prose.paragraph)
        return Worded(frame.block(prose.height), prose.tags[0])
    word = _boxed(setup, Part(signal, styles[0], f"{name}/heading/signal"), measure)
    left = word[0].width + size.word_gap
    title = compose(setup, [Part(heading, styles[1], f"{name}/heading/words", "Span")], measure - left)
    frame = setup.frame(measure)
    first = title.height / max(1, len(title.paragraph.lines))
    height = max(first, word[0].height)
    frame.place(0, (height - word[0].height) / 2 - 0.5, word[0])
    frame.text(left, (height - first) / 2, title.paragraph)
    tag = Tag(f"{name}/heading", "H3", (*word[1].tags, *title.tags), path=heading.path)
    return Worded(frame.block(max(height, title.height)), tag)


def _boxed(setup: Setup, part: Part, measure: float) -> tuple[Block, Prose]:
    size, colours = setup.theme.safety, setup.theme.colours
    prose = compose(setup, [part], measure)
    width = prose.paragraph.widest + 2 * size.word_pad
    frame = setup.frame(width)
    caution = part.ink.colour == "black"
    fill = colours.caution if caution else colours.paper
    stroke = (colours.black, 1.0) if caution else None
    frame.shapes(0, 0, width, ink.rounded(width, prose.height, size.word_radius, fill, stroke))
    fitted = compose(setup, [part], prose.paragraph.widest + 0.01)
    frame.text(size.word_pad, 0, fitted.paragraph)
    return frame.block(prose.height), prose


def _band(element: Element, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    theme, size = setup.theme, setup.theme.safety
    call, call_tag = _call(element, setup)
    start = size.icon_column
    room = setup.width - start - size.end
    beside_call = room - call.width - size.band_gap
    head = _banded(element, setup, beside_call)
    alone = _banded(element, setup, room)
    below = call.width > 0 and alone.height + call.height < head.height
    head = alone if below else head
    inner = max(head.height, call.height) if not below else head.height + call.height + theme.gap.small
    height = size.band_top + inner + size.band_foot
    frame = setup.frame(setup.width)
    frame.shapes(0, 0, setup.width, ink.box(setup.width, height, theme.colours.warning))
    triangle = ink.scaled(setup.icon("warning"), size.band_icon)
    icon_start = size.bar + (size.icon_column - size.bar - size.band_icon) / 2
    frame.shapes(icon_start, (height - size.band_icon) / 2, size.band_icon, triangle)
    frame.place(start, size.band_top + (0 if below else (inner - head.height) / 2), head)
    if below:
        frame.place(start, size.band_top + head.height + theme.gap.small, call)
    else:
        frame.place(setup.width - size.end - call.width, size.band_top + (inner - call.height) / 2, call)
    tags = _banded_tags(element, setup)
    return frame.block(height), (*tags, *((call_tag,) if call_tag else ()))


def _band_follow(element: Element, setup: Setup, measure: float) -> Prose | None:
    follow = element.first("follow")
    if follow is None:
        return None
    return compose(setup, [Part(follow, setup.theme.type.band_follow, "safety/now/follow")], measure)


def _banded(element: Element, setup: Setup, measure: float) -> Block:
    types = setup.theme.type
    head = worded(element, setup, "safety/now", (types.warning_word, types.band), measure)
    follow = _band_follow(element, setup, measure)
    frame = setup.frame(measure)
    frame.place(0, 0, head.block)
    if follow:
        frame.text(0, head.block.height, follow.paragraph)
    return frame.block(head.block.height + (follow.height if follow else 0.0))


def _banded_tags(element: Element, setup: Setup) -> tuple[Tag, ...]:
    types = setup.theme.type
    head = worded(element, setup, "safety/now", (types.warning_word, types.band), setup.width)
    follow = _band_follow(element, setup, setup.width)
    return (head.tag, *(follow.tags if follow else ()))


def _call(element: Element, setup: Setup) -> tuple[Block, Tag | None]:
    """The word, the number large (or a white line to write it on), and a handset."""
    theme, size = setup.theme, setup.theme.safety
    call = element.first("call")
    if call is None:
        return setup.frame(0).block(0), None
    word, number = call.first("call-word"), call.first("number")
    parts = []
    if word and has_words(word):
        parts.append(Part(word, theme.type.call, "safety/now/call/word"))
    if number and has_words(number):
        parts.append(Part(number, theme.type.number, "safety/now/call/number"))
    leading = setup.leading(theme.type.number)
    wide = compose(setup, parts, setup.width, leading=leading)
    prose = compose(setup, parts, wide.paragraph.widest + 0.01, leading=leading)
    blank = 0.0 if number and has_words(number) else size.blank
    text = prose.paragraph.widest + (blank + 6 if blank else 0)
    frame = setup.frame(text + size.band_gap + size.band_icon)
    frame.text(0, 0, prose.paragraph)
    if blank:
        y = prose.paragraph.lines[0].baseline + 2
        frame.shapes(prose.paragraph.widest + 6, y, blank, ink.rule(blank, theme.colours.paper, 1.5))
    handset = ink.recoloured(ink.scaled(setup.icon("phone"), size.band_icon), theme.colours.paper)
    frame.shapes(text + size.band_gap, (leading - size.band_icon) / 2, size.band_icon, handset, mirror=True)
    tag = Tag("safety/now/call", "P", prose.tags, path=call.path)
    return frame.block(leading), tag
