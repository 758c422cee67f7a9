"""The body of a card, set in several ways; the lowest is taken, so that the card's height follows its words.

Words stand at the start side, pictures at the end side. The tips follow the steps, all of them beside the
pictures or all of them below, in two columns that are read down: equal ones, unless others save a line. Wide
pictures may stand under the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.blocks.captions import SetPicture
from handout.layout.blocks.pictures import across, arrangements, measured, shown
from handout.layout.flow import SetPart, beside, stack, words
from handout.layout.frame import Block
from handout.layout.lists import columns, numbered
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, heights, labelled, width_of
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard, Tip

LEAST = 14.0  # em: no measure beside pictures is narrower in large print
LEAST_SHARE = 0.3  # of the width, for the narrower column of tips
UNDER_COST = 6.0  # pt: pictures stand beside the words unless below them saves more


Make = Callable[[], Iterator[tuple[float, SetPart]]]  # sets it: how high it is, and what it costs beside


def lowest(exercise: ExerciseCard, setup: Setup, name: str, pictures: Mapping[str, Picture]) -> SetPart:
    """The lowest of all ways to set the body. Raises LayoutError where a picture is missing."""
    wanted = measured(setup, shown(exercise.pictures, pictures, f"{name}/pictures"))
    best: tuple[float, SetPart] | None = None
    for way in _ways(exercise, setup, name, wanted):
        cost, make = way
        if best is not None and round(cost, 1) > round(best[0], 1):
            continue  # what stands in it is that high already
        for height, body in make():
            if best is None or round(height, 1) < round(best[0], 1):
                best = height, body
    assert best is not None
    return best[1]


def _ways(
    exercise: ExerciseCard, setup: Setup, name: str, wanted: Sequence[SetPicture]
) -> Iterator[tuple[float, Make]]:
    """Every way to set the body, each with the least that it is high."""
    below = _below_both(exercise, setup, name)
    if not wanted:
        body = _under(exercise, setup, name, None, below)
        yield 0.0, lambda: iter([(body.block.height, body)])
        return
    for block, tags in arrangements(setup, wanted):
        if setup.two or setup.width - block.width - setup.theme.card.gutter >= LEAST * setup.theme.type.body.size:
            yield block.height, partial(_beside, exercise, setup, name, _pictured(block, tags, name), below)
    row = across(setup, wanted)
    if row:
        yield row[0].height, partial(_below, exercise, setup, name, _pictured(*row, name), below)


def _below(
    exercise: ExerciseCard, setup: Setup, name: str, shows: SetPart, tips: SetPart
) -> Iterator[tuple[float, SetPart]]:
    body = _under(exercise, setup, name, shows, tips)
    yield body.block.height + UNDER_COST, body


def _pictured(block: Block, tags: tuple[Tag, ...], name: str) -> SetPart:
    return SetPart(block, (Tag(f"{name}/pictures", "Sect", tags),))


def _beside(
    exercise: ExerciseCard, setup: Setup, name: str, shows: SetPart, below: SetPart
) -> Iterator[tuple[float, SetPart]]:
    """Words beside pictures, and the tips in the column, or `below`."""
    gutter = setup.theme.card.gutter
    measure = setup.width - shows.block.width - gutter
    text = _text(exercise, setup, name, measure)
    narrow, none = _listed(setup, _tips(exercise, setup, name, measure), measure), _listed(setup, (), measure)
    for first, rest in ((narrow, none), (none, below)) if exercise.tips else ((none, none),):
        column = text.block.height + first.block.height
        frame = setup.frame(setup.width)
        frame.place(0, 0, text.block)
        frame.place(0, text.block.height, first.block)
        frame.place(measure + gutter, 0, shows.block)
        y = max(column, shows.block.height)
        frame.place(0, y, rest.block)
        height = y + rest.block.height
        tags = (*text.tags, *first.tags, *shows.tags, *rest.tags)
        yield height, SetPart(frame.block(height), tags)


def _under(exercise: ExerciseCard, setup: Setup, name: str, shows: SetPart | None, tips: SetPart) -> SetPart:
    """The page's width for each: purpose and steps, pictures, tips."""
    text = _text(exercise, setup, name, setup.width)
    frame, y = setup.frame(setup.width), text.block.height
    frame.place(0, 0, text.block)
    if shows:
        y += setup.theme.gap.paragraph
        frame.place((setup.width - shows.block.width) / 2, y, shows.block)
        y += shows.block.height
    frame.place(0, y, tips.block)
    tags = (*text.tags, *(shows.tags if shows else ()), *tips.tags)
    return SetPart(frame.block(y + tips.block.height), tags)


def _text(exercise: ExerciseCard, setup: Setup, name: str, measure: float) -> SetPart:
    """The side, where one is prescribed; the purpose, quiet; and the numbered steps."""
    types = setup.theme.type
    blocks: list[tuple[float, Block]] = []
    tags: list[Tag] = []
    for text, style in ((exercise.side, types.strong), (exercise.purpose, types.quiet)):
        if text:
            prose = compose(setup, [Part(text, style, f"{name}/{text.kind.label}")], measure)
            blocks.append((0.0, words(setup, prose)))
            tags.extend(prose.tags)
    listed = numbered(setup, exercise.steps, measure, f"{name}/steps")
    blocks.extend((0.0, block) for block in listed.blocks)
    tags.append(listed.tag)
    return SetPart(stack(setup, measure, blocks), tuple(tags))


def _tips(exercise: ExerciseCard, setup: Setup, name: str, *measures: float) -> list[SetPart]:
    """The tips, each in its measure; the last measure is that of all others."""
    every = [*measures, *[measures[-1]] * len(exercise.tips)]
    named = [(tip, f"{name}/tip-{index}") for index, tip in enumerate(exercise.tips, 1)]
    indent = setup.theme.list.number_indent
    proses = [
        compose(setup, labelled(setup, tip, own), measure - indent)
        for (tip, own), measure in zip(named, every, strict=False)
    ]
    high = heights(setup, setup.theme.type.body, proses)
    made = zip(named, proses, every, high, strict=False)
    return [_tip(tip, setup, own, (prose, measure, height)) for (tip, own), prose, measure, height in made]


def _tip(tip: Tip, setup: Setup, name: str, said: tuple[Prose, float, float]) -> SetPart:
    """Breathe, easier, harder, mistake, or a version that is prescribed: icon, label, words; `said` are these with
    their measure and height."""
    size, types = setup.theme.card, setup.theme.type
    indent = setup.theme.list.number_indent
    prose, measure, height = said
    frame = setup.frame(measure)
    icon = ink.scaled(setup.icon(tip.about), size.tip_icon)
    middle = prose.paragraph.lines[0].baseline - 0.36 * types.body.size
    frame.shapes(0, middle - size.tip_icon / 2, size.tip_icon, icon)
    frame.text(indent, 0, prose.paragraph)
    return SetPart(frame.block(height), (Tag(name, tip.kind.pdf, prose.tags, path=tip.path),))


def _listed(setup: Setup, tips: Sequence[SetPart], measure: float) -> SetPart:
    """Tips under each other, below a dotted rule."""
    body = stack(setup, measure, [(0.0, tip.block) for tip in tips])
    return _ruled(setup, body, tips)


def _below_both(exercise: ExerciseCard, setup: Setup, name: str) -> SetPart:
    """Tips over the width, below a dotted rule: in two columns where the page has two."""
    gutter = setup.theme.page.gutter
    tips = _tips(exercise, setup, name, setup.column)
    if not setup.two or not tips:
        return _listed(setup, tips, setup.width)
    body = columns(setup, [tip.block for tip in tips], setup.width, gutter)
    half = -(-len(tips) // 2)
    for first in _shares(exercise, setup, tips, half):
        other = _tips(exercise, setup, name, *[first] * half, setup.width - gutter - first)
        start = stack(setup, first, [(0.0, tip.block) for tip in other[:half]])
        end = stack(setup, setup.width - gutter - first, [(0.0, tip.block) for tip in other[half:]])
        made = beside(setup, ((0.0, start), (first + gutter, end)), setup.width)
        if made.height < body.height - 1:
            tips, body = other, made
    return _ruled(setup, body, tips)


def _shares(exercise: ExerciseCard, setup: Setup, tips: Sequence[SetPart], half: int) -> Iterator[float]:
    """Widths of the first of two columns in which it, or the second, has each tip on one line, where equal columns do
    not."""
    lines = [tip.block.height for tip in tips]
    if max(lines) < 1.5 * min(lines) or len(tips) == 1:
        return
    room = setup.width - setup.theme.page.gutter
    own = [_natural(tip, setup) for tip in exercise.tips]
    for first in (max(own[:half]), room - max(own[half:])):
        if LEAST_SHARE * room <= first <= (1 - LEAST_SHARE) * room:
            yield first


def _natural(tip: Tip, setup: Setup) -> float:
    """The width of a tip on one line."""
    return setup.theme.list.number_indent + width_of(setup, labelled(setup, tip, "tip"))


def _ruled(setup: Setup, body: Block, tips: Sequence[SetPart]) -> SetPart:
    size = setup.theme.card
    if not tips:
        return SetPart(body, ())
    frame = setup.frame(body.width)
    dots = ink.rule(body.width, setup.theme.colours.rule, size.dotted, (0, 2))
    frame.shapes(0, size.dotted_above, body.width, dots)
    y = size.dotted_above + size.dotted_below
    frame.place(0, y, body)
    return SetPart(frame.block(y + body.height), tuple(tag for tip in tips for tag in tip.tags))
