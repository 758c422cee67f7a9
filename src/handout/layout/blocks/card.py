"""An exercise card: bar, purpose, steps, tips, pictures, and who must ask first. Never split.

The card is set in several ways (pictures in a row or stacked, tips beside them or below) and the lowest is
taken, so that its height follows its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout.drawing import Picture
from handout.layout import ink
from handout.layout.blocks.bar import set_bar
from handout.layout.blocks.pictures import arrangements, shown
from handout.layout.flow import Passage, Piece, stack, words
from handout.layout.frame import Block
from handout.layout.lists import columns, numbered
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, plain
from handout.layout.setup import Setup
from handout.manuscript.elements import Element


@dataclass(frozen=True, slots=True)
class _Body:
    block: Block
    tags: tuple[Tag, ...]  # in the order in which they are printed


def set_card(element: Element, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card as one piece. Raises LayoutError where a picture is missing."""
    theme = setup.theme
    name = f"exercise/{element.attributes.get('id', element.attributes.get('number', ''))}"
    bar, head_tags = set_bar(element, setup, name)
    body = min(_bodies(element, setup, name, pictures), key=lambda body: round(body.block.height, 1))
    foot = _caution(element, setup, name)
    frame = setup.frame(setup.width)
    frame.place(0, 0, bar)
    y = bar.height + theme.card.below
    frame.place(0, y, body.block)
    y += body.block.height
    tags = [*head_tags, *body.tags]
    if foot:
        y += theme.card.caution_above
        frame.place(0, y, foot.block)
        y += foot.block.height
        tags.extend(foot.tags)
    title = element.first("name")
    tag = Tag(name, "Sect", tuple(tags), title=plain(title) if title else "", path=element.path)
    piece = Piece(frame.block(y), theme.gap.card, stretch=theme.gap.card_stretch, path=element.path)
    return Passage(tag, (piece,), "exercise")


def _bodies(element: Element, setup: Setup, name: str, pictures: Mapping[str, Picture]) -> list[_Body]:
    holder = element.first("pictures")
    wanted = shown(holder, pictures, f"{name}/pictures") if holder else ()
    if not wanted:
        text = _text(element, setup, name, setup.width)
        tips = _tips(element, setup, name, setup.width)
        block = stack(setup, setup.width, [(0.0, text.block), (0.0, tips.block)])
        return [_Body(block, (*text.tags, *tips.tags))]
    made: list[_Body] = []
    for block, tags in arrangements(setup, wanted):
        shows = _Body(block, (Tag(f"{name}/pictures", "Sect", tags),))
        if setup.two:
            made.extend(_beside(element, setup, name, shows))
        else:
            made.append(_under(element, setup, name, shows))
    return made


def _beside(element: Element, setup: Setup, name: str, shows: _Body) -> list[_Body]:
    """Words at the start side, pictures at the end side: tips in the same column, or across below."""
    gutter = setup.theme.card.gutter
    measure = setup.width - shows.block.width - gutter
    text = _text(element, setup, name, measure)
    tips = _tips(element, setup, name, measure)
    column = stack(setup, measure, [(0.0, text.block), (0.0, tips.block)])
    frame = setup.frame(setup.width)
    frame.place(0, 0, column)
    frame.place(measure + gutter, 0, shows.block)
    tags = (*text.tags, *tips.tags, *shows.tags)
    made = [_Body(frame.block(max(column.height, shows.block.height)), tags)]
    if column.height > shows.block.height and tips.block.height:
        wide = _tips(element, setup, name, setup.width)
        frame = setup.frame(setup.width)
        frame.place(0, 0, text.block)
        frame.place(measure + gutter, 0, shows.block)
        y = max(text.block.height, shows.block.height)
        frame.place(0, y, wide.block)
        made.append(_Body(frame.block(y + wide.block.height), (*text.tags, *shows.tags, *wide.tags)))
    return made


def _under(element: Element, setup: Setup, name: str, shows: _Body) -> _Body:
    """One column: purpose and steps, pictures, tips."""
    text = _text(element, setup, name, setup.width)
    tips = _tips(element, setup, name, setup.width)
    gap = setup.theme.gap.paragraph
    frame = setup.frame(setup.width)
    frame.place(0, 0, text.block)
    y = text.block.height + gap
    frame.place((setup.width - shows.block.width) / 2, y, shows.block)
    y += shows.block.height
    frame.place(0, y, tips.block)
    return _Body(frame.block(y + tips.block.height), (*text.tags, *shows.tags, *tips.tags))


def _text(element: Element, setup: Setup, name: str, measure: float) -> _Body:
    """Purpose, quiet, and the numbered steps."""
    types = setup.theme.type
    blocks: list[tuple[float, Block]] = []
    tags: list[Tag] = []
    steps = element.first("steps")
    for kind, style in (("side", types.strong), ("purpose", types.quiet)):
        found = element.first(kind)
        if found:
            prose = compose(setup, [Part(found, style, f"{name}/{kind}")], measure)
            blocks.append((0.0, words(setup, prose)))
            tags.extend(prose.tags)
    if steps:
        listed = numbered(setup, list(steps.all("step")), measure, f"{name}/steps")
        blocks.extend((0.0, block) for block in listed.blocks)
        tags.append(listed.tag)
    return _Body(stack(setup, measure, blocks), tuple(tags))


def _tips(element: Element, setup: Setup, name: str, measure: float) -> _Body:
    """Breathe, easier, harder, mistake: each with its icon, below a dotted rule."""
    size, colours = setup.theme.card, setup.theme.colours
    wide = setup.two and measure == setup.width
    column = setup.column if wide else measure
    tips = enumerate(element.all("tip"), 1)
    made = [_tip(tip, setup, f"{name}/tip-{index}", column) for index, tip in tips]
    if not made:
        return _Body(setup.frame(measure).block(0.0), ())
    blocks = [block for block, _ in made]
    body = (
        columns(setup, blocks, measure, setup.theme.page.gutter)
        if wide
        else stack(setup, measure, [(0.0, block) for block in blocks])
    )
    frame = setup.frame(measure)
    frame.shapes(0, size.dotted_above, measure, ink.rule(measure, colours.rule, size.dotted, (0, 2)))
    y = size.dotted_above + size.dotted_below
    frame.place(0, y, body)
    return _Body(frame.block(y + body.height), tuple(tag for _, tag in made))


def _tip(element: Element, setup: Setup, name: str, measure: float) -> tuple[Block, Tag]:
    size, types = setup.theme.card, setup.theme.type
    indent = setup.theme.list.number_indent
    label = element.first("label")
    parts = [Part(label, types.strong, f"{name}/label")] if label else []
    parts.append(Part(element, types.body, f"{name}/words", "Span"))
    prose = compose(setup, parts, measure - indent)
    frame = setup.frame(measure)
    icon = ink.scaled(setup.icon(element.attributes.get("kind", "easier")), size.tip_icon)
    middle = prose.paragraph.lines[0].baseline - 0.36 * types.body.size
    frame.shapes(0, middle - size.tip_icon / 2, size.tip_icon, icon)
    frame.text(indent, 0, prose.paragraph)
    return frame.block(prose.height), Tag(name, "P", prose.tags, path=element.path)


def _caution(element: Element, setup: Setup, name: str) -> _Body | None:
    """Who must ask first, or not do this one: across the foot, a bar at the start side."""
    theme = setup.theme
    inset = theme.card.caution_bar + theme.card.caution_inset
    tags: list[Tag] = []
    frame, y = setup.frame(setup.width), 0.0
    for index, caution in enumerate(element.all("caution"), 1):
        own = f"{name}/caution-{index}"
        label = caution.first("label")
        parts = [Part(label, theme.type.strong, f"{own}/label")] if label else []
        parts.append(Part(caution, theme.type.body, f"{own}/words", "Span"))
        prose = compose(setup, parts, setup.width - inset)
        frame.text(inset, y, prose.paragraph)
        y += prose.height
        tags.append(Tag(own, "P", prose.tags, path=caution.path))
    if not tags:
        return None
    bar = theme.card.caution_bar
    frame.shapes(0, 0, bar, ink.box(bar, y, theme.colours.ink))
    return _Body(frame.block(y), tuple(tags))
