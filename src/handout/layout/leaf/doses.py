"""The dose of a cell: figures under each other at one x, or in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import handout.layout.ink as ink
from handout.cache import CacheRegion, key_of
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, in_one_line
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import ExerciseCard, Strip, Text

CLOSE = 0.92  # of the leading of figures, which have nothing below their line
APART = 4.0  # white between a dose in two lines and the next, pt
BESIDE = (14.0, 10.5)  # white between doses beside each other, pt
SPREAD = 6.0  # most white between doses where their pictures are higher, pt


@dataclass(frozen=True, slots=True)
class DoseBlock:
    """A dose as set, and its tag."""

    block: Block
    tag: Tag


@dataclass(frozen=True, slots=True)
class _Strip:
    """One number with its words, which stand in one line where there is room, else in two."""

    amount: Prose | None
    lines: tuple[Prose, ...]
    tag: Tag

    @property
    def width(self) -> float:
        """Of its words."""
        return max((line.paragraph.measure for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Of both; a line of words with a figure is as high as figures need to stand clear of each other."""
        said = sum(line.height for line in self.lines)
        figure = self.amount.height if self.amount else 0.0
        return max(CLOSE * figure, said) if len(self.lines) == 1 and self.amount else max(figure, said)


STRIPS: CacheRegion[_Strip] = CacheRegion("numbers of doses as they are set", 1024)


def column_widths(
    exercises: Sequence[ExerciseCard], setup: Setup, rooms: Sequence[float], *, level: bool
) -> list[float]:
    """The width of the column of doses in each cell. `level`: one width for all cells that have room for it, so that
    their doses stand at one x. `rooms`: what each cell has beside its pictures."""
    whole, parted = ([_needed(one, setup, whole=way) for one in exercises] for way in (True, False))
    own = [
        most if most <= room else max(least, room) for most, least, room in zip(whole, parted, rooms, strict=True)
    ]
    if not level:
        return own
    shared = max((most for most, room in zip(whole, rooms, strict=True) if most <= room), default=0.0)
    fits = (most <= shared <= room for most, room in zip(whole, rooms, strict=True))
    return [shared if fit else width for fit, width in zip(fits, own, strict=True)]


def whole_width(exercise: ExerciseCard, setup: Setup) -> float:
    """What a dose needs with the words of each number in one line."""
    return _needed(exercise, setup, whole=True)


def _needed(exercise: ExerciseCard, setup: Setup, *, whole: bool) -> float:
    """What a dose needs with the words of each number in one line (`whole`) or in two."""
    made = [_strip(strip, setup, "", whole=whole) for strip in exercise.dose]
    return max((_start(one, setup) + one.width for one in made), default=0.0)


def _start(strip: _Strip, setup: Setup) -> float:
    return max(setup.theme.leaf.figure, strip.amount.paragraph.measure + 5) if strip.amount else 0.0


def in_column(exercise: ExerciseCard, setup: Setup, width: float, height: float = 0.0) -> DoseBlock:
    """The numbers under each other, their words at one x; words in one line where the column has room. What takes two
    lines stands clear of the next, and all further apart as far as they stay within `height`."""
    name = f"exercise/{exercise.id}/dose"
    made = []
    for index, strip in enumerate(exercise.dose, 1):
        one = _strip(strip, setup, f"{name}/{index}", whole=True)
        if _start(one, setup) + one.width > width + 0.01:
            one = _strip(strip, setup, f"{name}/{index}", whole=False)
        made.append(one)
    gaps = [APART if max(len(one.lines), len(other.lines)) > 1 else 0.0 for one, other in pairwise(made)]
    spare = max(0.0, height - sum(one.height for one in made) - sum(gaps)) / max(1, len(gaps))
    frame, y = setup.frame(width), 0.0
    for one, gap in zip(made, [*gaps, 0.0], strict=True):
        _place(frame, one, (0.0, y, one.height), _start(one, setup))
        y += one.height + (max(gap, min(SPREAD, gap + spare)) if one is not made[-1] else 0.0)
    return DoseBlock(frame.block(y), _tag(name, made))


def in_line(exercise: ExerciseCard, setup: Setup, most: float) -> DoseBlock | None:
    """The numbers beside each other with a line between them; None where that is wider than `most`."""
    name = f"exercise/{exercise.id}/dose"
    for whole, gap in product((True, False), BESIDE):
        made = [_strip(strip, setup, f"{name}/{index}", whole=whole) for index, strip in enumerate(exercise.dose, 1)]
        starts = [one.amount.paragraph.measure + 5 if one.amount else 0.0 for one in made]
        widths = [start + one.width for start, one in zip(starts, made, strict=True)]
        width = sum(widths) + gap * (len(made) - 1)
        if width <= most:
            break
    else:
        return None
    height = max(one.height for one in made)
    frame, x = setup.frame(width), 0.0
    for index, (one, start, own) in enumerate(zip(made, starts, widths, strict=True)):
        if index:
            frame.shapes(x - gap / 2, 2, 0, ink.upright(height - 4, setup.theme.colours.hair, 0.75))
        _place(frame, one, (x, 0.0, height), start)
        x += own + gap
    return DoseBlock(frame.block(height), _tag(name, made))


def _place(frame: BlockBuilder, one: _Strip, place: tuple[float, float, float], start: float) -> None:
    """A number and its words, both in the middle of a height; `place`: where it starts, its top, that height."""
    x, y, height = place
    if one.amount:
        frame.text(x, y + (height - one.amount.height) / 2, one.amount.paragraph)
    top = y + (height - sum(line.height for line in one.lines)) / 2
    if one.amount and len(one.lines) == 1:  # on the number's own line
        baseline = one.amount.paragraph.lines[0].baseline + y + (height - one.amount.height) / 2
        top = baseline - one.lines[0].paragraph.lines[0].baseline
    for line in one.lines:
        frame.text(x + start, top, line.paragraph)
        top += line.height


def _strip(strip: Strip, setup: Setup, name: str, *, whole: bool) -> _Strip:
    """Set once, for all the places and ways in which a leaf tries it."""
    key = key_of(strip, name, whole, setup.setting, setup.theme.type, setup.airier)
    return setup.setting.cache.get(STRIPS, key, lambda: _set_strip(strip, setup, name, whole=whole))


def _set_strip(strip: Strip, setup: Setup, name: str, *, whole: bool) -> _Strip:
    types = setup.theme.type
    tags: list[Tag] = []
    amount = None
    if strip.amount:
        amount = _wide(setup, [Part(strip.amount, types.leaf_amount, f"{name}/amount" if name else "")])
        tags.extend(amount.tags)
    named = [(unit, f"{name}/unit-{index}" if name else "") for index, unit in enumerate(strip.units, 1)]
    parts = [Part(unit, types.leaf_unit, tag, strong=_loud(unit, setup)) for unit, tag in named]
    lines = [_wide(setup, parts)] if whole else [_wide(setup, [part]) for part in parts]
    tags.extend(tag for line in lines for tag in line.tags)
    body = Tag(f"{name}/words", "LBody", tuple(tags))
    return _Strip(amount, tuple(lines), Tag(name, strip.kind.pdf, (body,)))


def _loud(unit: Text, setup: Setup) -> TypeStyle:
    """How a number among the words of a dose looks, or a word that says it."""
    types = setup.theme.type
    told = "".join(str(one.words) for one in unit.inlines if one.strong)
    return types.leaf_amount if any(letter.isdecimal() for letter in told) else types.told_word


def _wide(setup: Setup, parts: Sequence[Part]) -> Prose:
    """Words in one line, as high as what is largest in it."""
    loud = [part.strong for part in parts if isinstance(part.words, Text) and any(i.strong for i in part.words.inlines)]
    leading = max((setup.leading(style) for style in loud if style), default=0.0)
    return in_one_line(setup, parts, leading)


def _tag(name: str, made: Sequence[_Strip]) -> Tag:
    return Tag(name, "L", tuple(one.tag for one in made))

