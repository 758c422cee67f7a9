"""One exercise as a cell: in half the width with its doses beside its pictures, or with its pictures across; or over
both columns, with its words beside its pictures, where its cautions take many words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import handout.layout.ink as ink
from handout.layout.blocks.bar import TICK, box_to_tick
from handout.layout.blocks.captions import SetPicture
from handout.layout.flow import SetPart, stack
from handout.layout.frame import Block
from handout.layout.leaf.doses import DoseBlock, in_column, in_line, whole_width
from handout.layout.leaf.mark import place_number
from handout.layout.leaf.said import set_cue, set_lowest, set_said
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard

CLEAR = 4.0  # white between pictures and the line before their doses, pt
UNDER = 2.0  # white between a line of doses and pictures below it, pt
LEAST = 120.0  # of the measure of words beside pictures and doses, pt
LIKED = 5.0  # how much higher a row may be that begins with its number, pt


@dataclass(frozen=True, slots=True)
class SetCell:
    """An exercise as set; its rule stands at its head."""

    block: Block
    tag: Tag


def half(
    exercise: ExerciseCard, setup: Setup, pictures: Sequence[SetPicture], dose: float, *, level: bool
) -> SetCell | None:
    """In one column: the doses in a column `dose` wide beside the pictures, or in a line above wide pictures; if not
    `level`, above all pictures where that is lower. None where its pictures are wider than the column."""
    own, width = setup.theme.leaf, setup.column
    shows = _pictures(exercise, setup, pictures)
    start = width - dose - own.dose_gap
    rows: list[SetPart] = []
    if shows.block.width <= start - own.dose_gap - CLEAR:
        rows.append(_beside(setup, shows, in_column(exercise, setup, dose, shows.block.height), start))
    if shows.block.width <= width and not (rows and level) and (line := in_line(exercise, setup, width)):
        rows.append(_above(setup, shows, line, width))
    if not rows:
        return None
    row = min(rows, key=lambda one: round(one.block.height, 1))
    head, said = _name(exercise, setup, width), set_said(exercise, setup, width)
    return _cell(exercise, setup, width, [head, row, said])


def room_beside(setup: Setup, pictures: Sequence[SetPicture]) -> float:
    """What a column leaves for doses beside these pictures."""
    own = setup.theme.leaf
    gaps = (own.between if one.starts else own.beside for one in pictures[:-1])
    return setup.column - 2 * own.dose_gap - CLEAR - sum(one.picture.width for one in pictures) - sum(gaps)


def span(exercise: ExerciseCard, setup: Setup, pictures: Sequence[SetPicture], dose: float) -> SetCell:
    """Over both columns, its number first: words, pictures, then the doses where those of the second column stand; or,
    where that is lower by much or there are cautions, every word at the start and pictures at the end."""
    shows, whole = _pictures(exercise, setup, pictures), whole_width(exercise, setup)
    best = _words_beside(exercise, setup, shows)
    for width in (max(dose, whole), dose):
        row = _across(exercise, setup, shows, width)
        if row and row.block.height <= best.block.height + LIKED:
            best = row
            break
    return _cell(exercise, setup, setup.width, [best])


def _across(exercise: ExerciseCard, setup: Setup, shows: SetPart, dose: float) -> SetPart | None:
    """Words, pictures, doses; None where cautions need more, or a word is wider than its room."""
    own, width = setup.theme.leaf, setup.width
    start = width - dose - own.dose_gap
    measure = start - own.dose_gap - CLEAR - shows.block.width - own.span_gap
    if exercise.cautions or _widest(exercise, setup, measure) > measure:
        return None
    strips = in_column(exercise, setup, dose, shows.block.height)
    head, cue = _name(exercise, setup, measure), set_cue(exercise, setup, measure)
    height = max(shows.block.height, strips.block.height, head.block.height + cue.block.height)
    frame = setup.frame(width)
    frame.place(0, 0, head.block)
    frame.shapes(start - own.dose_gap, 0, 0, ink.upright(height, setup.theme.colours.hair, 0.75))
    frame.place(start, (height - strips.block.height) / 2, strips.block)
    room = start - own.dose_gap - CLEAR - measure
    frame.place(measure + (room - shows.block.width) / 2, (height - shows.block.height) / 2, shows.block)
    frame.place(0, head.block.height, cue.block)
    return SetPart(frame.block(height), (*head.tags, strips.tag, *shows.tags, *cue.tags))


def _widest(exercise: ExerciseCard, setup: Setup, measure: float) -> float:
    """The widest line of its name in that measure, and of its words; endless where there is none to speak of."""
    types, left = setup.theme.type, _left(exercise, setup)
    if measure < LEAST:
        return math.inf
    name = compose(setup, [Part(exercise.name, types.leaf_name)], measure - left).paragraph.widest + left
    texts = [text for text in (exercise.side, exercise.cue) if text]
    said = (compose(setup, [Part(text, types.body, strong=types.strong)], measure).paragraph.widest for text in texts)
    return max(name, *said)


def _words_beside(exercise: ExerciseCard, setup: Setup, shows: SetPart) -> SetPart:
    """The name with its doses in the same line where there is room, every word below it, and beside them pictures at
    the end."""
    own, width = setup.theme.leaf, setup.width
    measure = width - shows.block.width - own.span_gap
    head = _named(exercise, setup, measure)
    words = set_lowest(exercise, setup, measure)
    below = stack(setup, measure, [(0.0, one.block) for one in words])
    height = max(head.block.height + below.height, shows.block.height)
    frame = setup.frame(width)
    frame.place(0, 0, head.block)
    frame.place(measure + own.span_gap, (height - shows.block.height) / 2, shows.block)
    frame.place(0, head.block.height, below)
    return SetPart(frame.block(height), (*head.tags, *shows.tags, *(tag for one in words for tag in one.tags)))


def _cell(exercise: ExerciseCard, setup: Setup, width: float, parts: Sequence[SetPart]) -> SetCell:
    """The parts under a rule."""
    own = setup.theme.leaf
    rule = setup.frame(width)
    rule.shapes(0, own.rule / 2, width, ink.rule(width, setup.theme.colours.accent, own.rule))
    blocks = [(0.0, rule.block(own.rule + own.pad)), *((0.0, part.block) for part in parts)]
    tags = tuple(tag for part in parts for tag in part.tags)
    name, words = f"exercise/{exercise.id}", exercise.name
    tag = Tag(name, exercise.kind.pdf, tags, title=words.plain, path=exercise.path)
    return SetCell(stack(setup, width, blocks), tag)


def _name(exercise: ExerciseCard, setup: Setup, measure: float) -> SetPart:
    """Number and name; a long name wraps."""
    own, theme = setup.theme.leaf, setup.theme
    name = f"exercise/{exercise.id}/name"
    left = _left(exercise, setup)
    number = compose(setup, [Part(exercise.number, theme.type.chip, f"{name}/number", "Span")], own.chip, "center")
    prose = compose(setup, [Part(exercise.name, theme.type.leaf_name, f"{name}/words", "Span")], measure - left)
    frame = setup.frame(measure)
    line = max(own.chip, prose.height / max(1, len(prose.paragraph.lines)))
    shift = place_number(frame, setup, (0.0, (line - own.chip) / 2), marked=bool(exercise.mark))
    frame.text(shift, (line - number.height) / 2, number.paragraph)
    if exercise.tick:
        frame.shapes(shift + own.chip + own.name_gap, (line - TICK) / 2, TICK, box_to_tick(setup))
    top = max(0.0, (own.chip - prose.height) / 2)
    frame.text(left, top, prose.paragraph)
    words = exercise.name
    tags = (*number.tags, *prose.tags)
    heading = Tag(name, words.kind.pdf, tags, title=words.plain, outline=2, path=exercise.path)
    return SetPart(frame.block(max(own.chip, top + prose.height)), (heading,))


def _left(exercise: ExerciseCard, setup: Setup) -> float:
    """Where its name begins: behind its mark, its number and a box to tick."""
    own = setup.theme.leaf
    box = TICK + own.name_gap if exercise.tick else 0.0
    return (own.mark if exercise.mark else 0.0) + own.chip + own.name_gap + box


def _named(exercise: ExerciseCard, setup: Setup, measure: float) -> SetPart:
    """The name, with the doses at the end of its line or below it."""
    gap = setup.theme.leaf.dose_gap
    name = _name(exercise, setup, measure)
    prose = compose(setup, [Part(exercise.name, setup.theme.type.leaf_name)], measure)
    wide = prose.paragraph.widest + _left(exercise, setup)
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
    return SetPart(frame.block(height), (*name.tags, dose.tag))


def _pictures(exercise: ExerciseCard, setup: Setup, pictures: Sequence[SetPicture]) -> SetPart:
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
    return SetPart(frame.block(tall), (Tag(f"exercise/{exercise.id}/pictures", "Sect", tuple(tags)),))


def _beside(setup: Setup, shows: SetPart, dose: DoseBlock, start: float) -> SetPart:
    """Pictures in the middle of their room, a line, the doses."""
    own = setup.theme.leaf
    height = max(shows.block.height, dose.block.height)
    frame = setup.frame(setup.column)
    room = start - own.dose_gap
    frame.place(start, (height - dose.block.height) / 2, dose.block)
    frame.shapes(start - own.dose_gap, 0, 0, ink.upright(height, setup.theme.colours.hair, 0.75))
    middle = min((room - shows.block.width) / 2, room - CLEAR - shows.block.width)
    frame.place(middle, (height - shows.block.height) / 2, shows.block)
    return SetPart(frame.block(height + own.pad), (dose.tag, *shows.tags))


def _above(setup: Setup, shows: SetPart, dose: DoseBlock, width: float) -> SetPart:
    """The doses in a line, the pictures across below it."""
    own = setup.theme.leaf
    frame = setup.frame(width)
    frame.place(0, 0, dose.block)
    top = dose.block.height + UNDER
    frame.place((width - shows.block.width) / 2, top, shows.block)
    return SetPart(frame.block(top + shows.block.height + own.pad), (dose.tag, *shows.tags))
