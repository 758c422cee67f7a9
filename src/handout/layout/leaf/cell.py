"""One exercise as a cell: in half the width with its doses beside its pictures, or with its pictures across; or over
both columns, with its words beside its pictures, where its cautions take many words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.blocks.bar import TICK, box_to_tick
from handout.layout.blocks.captions import SetPicture
from handout.layout.flow import stack
from handout.layout.frame import Block
from handout.layout.leaf.cautions import place_bar
from handout.layout.leaf.doses import DoseBlock, in_column, in_line
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, labelled
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard

Tags = tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class SetCell:
    """An exercise as set; its rule stands at its head."""

    block: Block
    tag: Tag


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a cell with its tags."""

    block: Block
    tags: Tags


def half(exercise: ExerciseCard, setup: Setup, pictures: Sequence[SetPicture], dose: float) -> SetCell | None:
    """In one column: the doses in a column `dose` wide beside the pictures, or in a line above wide pictures. None
    where its pictures are wider than the column."""
    own, width = setup.theme.leaf, setup.column
    shows = _pictures(exercise, setup, pictures)
    beside = width - dose - own.dose_gap
    if shows.block.width <= beside - own.dose_gap:
        row = _beside(setup, shows, in_column(exercise, setup, dose), beside)
    elif shows.block.width <= width and (line := in_line(exercise, setup, width)):
        row = _above(setup, shows, line, width)
    else:
        return None
    head, said = _name(exercise, setup, width), _said(exercise, setup, width)
    return _cell(exercise, setup, width, [head, row, said])


def room_beside(setup: Setup, pictures: Sequence[SetPicture]) -> float:
    """What a column leaves for doses beside these pictures."""
    own = setup.theme.leaf
    gaps = (own.between if one.starts else own.beside for one in pictures[:-1])
    return setup.column - 2 * own.dose_gap - sum(one.picture.width for one in pictures) - sum(gaps)


def span(exercise: ExerciseCard, setup: Setup, pictures: Sequence[SetPicture]) -> SetCell:
    """Over both columns: pictures at the start, beside them the name with its doses in the same line where there is
    room, and every word below it."""
    own, width = setup.theme.leaf, setup.width
    shows = _pictures(exercise, setup, pictures)
    start = shows.block.width + own.span_gap
    measure = width - start
    head = _named(exercise, setup, measure)
    words = _lowest(exercise, setup, measure)
    below = stack(setup, measure, [(0.0, one.block) for one in words])
    height = max(head.block.height + below.height, shows.block.height)
    frame = setup.frame(width)
    frame.place(start, 0, head.block)
    frame.place(0, (height - shows.block.height) / 2, shows.block)
    frame.place(start, head.block.height, below)
    tags = (*head.tags, *shows.tags, *(tag for one in words for tag in one.tags))
    return _cell(exercise, setup, width, [_Part(frame.block(height), tags)])


def _cell(exercise: ExerciseCard, setup: Setup, width: float, parts: Sequence[_Part]) -> SetCell:
    """The parts under a rule."""
    own = setup.theme.leaf
    rule = setup.frame(width)
    rule.shapes(0, own.rule / 2, width, ink.rule(width, setup.theme.colours.accent, own.rule))
    blocks = [(0.0, rule.block(own.rule + own.pad)), *((0.0, part.block) for part in parts)]
    tags = tuple(tag for part in parts for tag in part.tags)
    name, words = f"exercise/{exercise.id}", exercise.name
    tag = Tag(name, exercise.kind.pdf, tags, title=words.plain, path=exercise.path)
    return SetCell(stack(setup, width, blocks), tag)


def _name(exercise: ExerciseCard, setup: Setup, measure: float) -> _Part:
    """Number and name; a long name wraps."""
    own, theme = setup.theme.leaf, setup.theme
    name = f"exercise/{exercise.id}/name"
    box = TICK + own.name_gap if exercise.tick else 0.0
    left = own.chip + own.name_gap + box
    number = compose(setup, [Part(exercise.number, theme.type.chip, f"{name}/number", "Span")], own.chip, "center")
    prose = compose(setup, [Part(exercise.name, theme.type.leaf_name, f"{name}/words", "Span")], measure - left)
    frame = setup.frame(measure)
    line = max(own.chip, prose.height / max(1, len(prose.paragraph.lines)))
    frame.shapes(0, (line - own.chip) / 2, own.chip, ink.rounded(own.chip, own.chip, 2.5, theme.colours.accent))
    frame.text(0, (line - number.height) / 2, number.paragraph)
    if exercise.tick:
        frame.shapes(own.chip + own.name_gap, (line - TICK) / 2, TICK, box_to_tick(setup))
    top = max(0.0, (own.chip - prose.height) / 2)
    frame.text(left, top, prose.paragraph)
    words = exercise.name
    tags = (*number.tags, *prose.tags)
    heading = Tag(name, words.kind.pdf, tags, title=words.plain, outline=2, path=exercise.path)
    return _Part(frame.block(max(own.chip, top + prose.height)), (heading,))


def _named(exercise: ExerciseCard, setup: Setup, measure: float) -> _Part:
    """The name, with the doses at the end of its line or below it."""
    gap = setup.theme.leaf.dose_gap
    name = _name(exercise, setup, measure)
    prose = compose(setup, [Part(exercise.name, setup.theme.type.leaf_name)], measure)
    own = setup.theme.leaf
    box = TICK + own.name_gap if exercise.tick else 0.0
    wide = prose.paragraph.widest + own.chip + own.name_gap + box
    dose = in_line(exercise, setup, measure - wide - 2 * gap)
    frame = setup.frame(measure)
    if dose and len(prose.paragraph.lines) == 1:
        height = max(name.block.height, dose.block.height)
        frame.place(0, (height - name.block.height) / 2, name.block)
        frame.place(measure - dose.block.width, (height - dose.block.height) / 2, dose.block)
    else:
        dose = in_line(exercise, setup, measure) or in_column(exercise, setup, measure)
        frame.place(0, 0, name.block)
        frame.place(0, name.block.height, dose.block)
        height = name.block.height + dose.block.height
    return _Part(frame.block(height), (*name.tags, dose.tag))


def _pictures(exercise: ExerciseCard, setup: Setup, pictures: Sequence[SetPicture]) -> _Part:
    """The pictures in a row, without captions: a chevron where the movement goes on, a line before others."""
    own, size, colours = setup.theme.leaf, setup.theme.pictures, setup.theme.colours
    gaps = [own.between if one.starts else own.beside for one in pictures[:-1]]
    width = sum(one.picture.width for one in pictures) + sum(gaps)
    tall = max((one.picture.height for one in pictures), default=0.0)
    frame, x = setup.frame(width), 0.0
    tags: list[Tag] = []
    for one, gap in zip(pictures, [*gaps, 0.0], strict=True):
        place, picture = one.place, one.picture
        top = (tall - picture.height) / (2 if place.shows == "zone" else 1)
        frame.picture(x, top, picture, f"{one.name}/drawing")
        figure = Tag(f"{one.name}/drawing", place.kind.pdf, alt=place.alt, path=place.path)
        tags.append(Tag(one.name, "Div", (figure,)))
        x += picture.width
        if gap and one.starts:
            wide, high = 0.7 * size.chevron_width, 0.7 * size.chevron_height
            chevron = ink.chevron(wide, high, colours.accent)
            frame.shapes(x + (gap - wide) / 2, (tall - high) / 2, wide, chevron, mirror=True)
        elif gap:
            frame.shapes(x + gap / 2, 3, 0, ink.upright(tall - 6, colours.hair, 0.75))
        x += gap
    return _Part(frame.block(tall), (Tag(f"exercise/{exercise.id}/pictures", "Sect", tuple(tags)),))


def _beside(setup: Setup, shows: _Part, dose: DoseBlock, start: float) -> _Part:
    """Pictures in the middle of their room, a line, the doses."""
    own = setup.theme.leaf
    height = max(shows.block.height, dose.block.height)
    frame = setup.frame(setup.column)
    room = start - own.dose_gap
    frame.place(start, (height - dose.block.height) / 2, dose.block)
    frame.shapes(start - own.dose_gap, 0, 0, ink.upright(height, setup.theme.colours.hair, 0.75))
    frame.place((room - shows.block.width) / 2, (height - shows.block.height) / 2, shows.block)
    return _Part(frame.block(height + own.pad), (dose.tag, *shows.tags))


def _above(setup: Setup, shows: _Part, dose: DoseBlock, width: float) -> _Part:
    """The doses in a line, the pictures across below it."""
    own = setup.theme.leaf
    frame = setup.frame(width)
    frame.place(0, 0, dose.block)
    frame.place((width - shows.block.width) / 2, dose.block.height, shows.block)
    return _Part(frame.block(dose.block.height + shows.block.height + own.pad), (dose.tag, *shows.tags))


def _lowest(exercise: ExerciseCard, setup: Setup, measure: float) -> list[_Part]:
    """The words one under the other, or the cautions in two columns where that is lower."""
    one = _said(exercise, setup, measure)
    if len(exercise.cautions) < 2:
        return [one]
    cue, gutter = _cue(exercise, setup, measure), setup.theme.leaf.gutter
    column = (measure - gutter) / 2
    parts = list(_cautions(exercise, setup, column))
    best = min(
        (_two(setup, parts[:cut], parts[cut:], (column, measure)) for cut in range(1, len(parts))),
        key=lambda part: round(part.block.height, 1),
    )
    return [cue, best] if cue.block.height + best.block.height < one.block.height - 1 else [one]


def _two(setup: Setup, first: Sequence[_Part], second: Sequence[_Part], widths: tuple[float, float]) -> _Part:
    column, measure = widths
    above = setup.theme.leaf.caution_above
    sides = [stack(setup, column, [(above, part.block) for part in side]) for side in (first, second)]
    frame = setup.frame(measure)
    frame.place(0, 0, sides[0])
    frame.place(measure - column, 0, sides[1])
    tags = tuple(tag for part in (*first, *second) for tag in part.tags)
    return _Part(frame.block(max(side.height for side in sides)), tags)


def _said(exercise: ExerciseCard, setup: Setup, measure: float) -> _Part:
    """The cue, then each caution behind its bar."""
    cue = _cue(exercise, setup, measure)
    parts = list(_cautions(exercise, setup, measure))
    above = setup.theme.leaf.caution_above
    block = stack(setup, measure, [(0.0, cue.block), *((above, part.block) for part in parts)])
    return _Part(block, (*cue.tags, *(tag for part in parts for tag in part.tags)))


def _cue(exercise: ExerciseCard, setup: Setup, measure: float) -> _Part:
    """The side, where one is prescribed, and the one line that says how."""
    types, name = setup.theme.type, f"exercise/{exercise.id}"
    made: list[Prose] = []
    for text, style in ((exercise.side, types.strong), (exercise.cue, types.body)):
        if text:
            part = Part(text, style, f"{name}/{text.kind.label}", strong=types.strong)
            made.append(compose(setup, [part], measure))
    frame, y = setup.frame(measure), 0.0
    for prose in made:
        frame.text(0, y, prose.paragraph)
        y += prose.height
    return _Part(frame.block(y), tuple(tag for prose in made for tag in prose.tags))


def _cautions(exercise: ExerciseCard, setup: Setup, measure: float) -> Iterator[_Part]:
    """Each behind a bar: black for who must not, grey for who does it the easier way, which is said there, or asks."""
    theme, name = setup.theme, f"exercise/{exercise.id}"
    inset = theme.card.caution_bar + theme.card.caution_inset
    for index, caution in enumerate(exercise.cautions, 1):
        own = f"{name}/caution-{index}"
        prose = compose(setup, labelled(setup, caution, own), measure - inset)
        frame = setup.frame(measure)
        frame.text(inset, 0, prose.paragraph)
        place_bar(frame, setup, caution.effect, prose.height)
        yield _Part(frame.block(prose.height), (Tag(own, caution.kind.pdf, prose.tags, path=caution.path),))
