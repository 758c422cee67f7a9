"""The bar of a card: number, name, dose strip. A long name wraps and the bar grows; nothing shrinks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import handout.layout.ink as ink
from handout.drawing import Shape
from handout.layout.blocks.strip import set_strips
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, figures_top
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard

PAD = 2.0  # white around the name, pt
CLEAR = 8.0  # least white between the name and the line before its doses, pt
TICK = 16.0  # side of a box to tick, pt


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands in a bar, and whether the strip has a row of its own below the name."""

    name: Prose
    strip: Block
    dose: Tag
    below: bool

    @property
    def height(self) -> float:
        """The height of what stands in it."""
        name = self.name.height + PAD
        return name + self.strip.height if self.below else max(name, self.strip.height)


def set_bar(exercise: ExerciseCard, setup: Setup, name: str) -> tuple[Block, tuple[Tag, ...]]:
    """The bar, and the tags of name and dose."""
    size = setup.theme.card
    start = _start(exercise, setup)
    room = setup.width - start
    # Phrases on one line, or wrapped to leave the name more room: the lower bar is taken.
    strips = [set_strips(exercise.dose, setup, f"{name}/dose", room, phrase) for phrase in (room, size.phrase)]
    head = min((_head(exercise, setup, name, strip) for strip in strips), key=lambda head: round(head.height, 1))
    strip = head.strip
    height = size.rule + max(size.bar - size.rule - size.under, head.height) + size.under
    frame = setup.frame(setup.width)
    _ground(frame, setup, height)
    tags = _number(frame, setup, exercise.number, (name, height))
    if exercise.tick:
        middle = (size.rule + PAD / 2 + head.name.height / 2) if head.below else (height + size.rule - size.under) / 2
        frame.shapes(size.square + size.name_inset, middle - TICK / 2, TICK, box_to_tick(setup))
    if head.below:
        frame.text(start, size.rule + PAD / 2, head.name.paragraph)
        frame.place(setup.width - strip.width, size.rule + PAD + head.name.height, strip)
    else:
        middle = size.rule + (height - size.rule - size.under) / 2
        frame.text(start, middle - head.name.height / 2, head.name.paragraph)
        frame.place(setup.width - strip.width, middle - strip.height / 2, strip)
    inner = (*tags, *head.name.tags)
    words = exercise.name
    heading = Tag(f"{name}/name", words.kind.pdf, inner, title=words.plain, outline=2, path=exercise.path)
    return frame.block(height), (heading, head.dose) if head.dose.children else (heading,)


def _head(exercise: ExerciseCard, setup: Setup, name: str, made: tuple[Block, Tag]) -> _Head:
    """The name in one line at full size, or in two lines of the smaller style, in narrow letters where it must be; or
    over the strip."""
    types = setup.theme.type
    strip, dose = made
    room = setup.width - _start(exercise, setup)
    beside = room - strip.width - CLEAR
    full = Part(exercise.name, types.card_name, f"{name}/name/words", "Span")
    one = compose(setup, [full], max(beside, 1))
    if len(one.paragraph.lines) == 1 and one.paragraph.widest <= beside:
        return _Head(one, strip, dose, below=False)
    for own in (setup, setup.in_narrow_letters()):
        two = compose(own, [replace(full, ink=types.card_name_long)], max(beside, 1))
        if len(two.paragraph.lines) <= 2 and two.paragraph.widest <= beside:
            return _Head(two, strip, dose, below=False)
    return _Head(compose(setup, [full], room), strip, dose, below=True)


def _start(exercise: ExerciseCard, setup: Setup) -> float:
    """Where its name begins: after its number, and a box to tick where it has one."""
    size = setup.theme.card
    return size.square + size.name_inset * (2 if exercise.tick else 1) + (TICK if exercise.tick else 0.0)


def box_to_tick(setup: Setup) -> tuple[Shape, ...]:
    """The box that chooses an exercise of a stock sheet."""
    colours = setup.theme.colours
    return ink.rounded(TICK, TICK, TICK / 6, colours.paper, (colours.ink, 1.25))


def _ground(frame: BlockBuilder, setup: Setup, height: float) -> None:
    size, colours = setup.theme.card, setup.theme.colours
    width = setup.width
    frame.shapes(0, 0, width, ink.box(width, height, colours.tint))
    frame.shapes(0, 0, size.square, ink.box(size.square, height, colours.accent))
    frame.shapes(0, size.rule / 2, width, ink.rule(width, colours.accent, size.rule))
    frame.shapes(0, height - size.under / 2, width, ink.rule(width, colours.accent, size.under))


def _number(frame: BlockBuilder, setup: Setup, number: str, place: tuple[str, float]) -> tuple[Tag, ...]:
    size, types = setup.theme.card, setup.theme.type
    name, height = place
    part = Part(number, types.card_number, f"{name}/name/number", "Span")
    prose = compose(setup, [part], size.square, "center")
    top = size.rule + figures_top(prose, types.card_number, height - size.rule - size.under)
    frame.text(0, top, prose.paragraph)
    return prose.tags
