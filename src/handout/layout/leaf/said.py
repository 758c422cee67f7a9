"""The words of a cell: the side, the one line that says how, and each caution behind its bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handout.layout.flow import SetPart, stack
from handout.layout.leaf.mark import place_bar
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, labelled
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard


def set_lowest(exercise: ExerciseCard, setup: Setup, measure: float) -> list[SetPart]:
    """The words one under the other, or the cautions in two columns where that is lower."""
    one = set_said(exercise, setup, measure)
    if len(exercise.cautions) < 2:
        return [one]
    cue, gutter = set_cue(exercise, setup, measure), setup.theme.leaf.gutter
    column = (measure - gutter) / 2
    parts = list(_cautions(exercise, setup, column))
    best = min(
        (_two(setup, parts[:cut], parts[cut:], (column, measure)) for cut in range(1, len(parts))),
        key=lambda part: round(part.block.height, 1),
    )
    return [cue, best] if cue.block.height + best.block.height < one.block.height - 1 else [one]


def _two(setup: Setup, first: Sequence[SetPart], second: Sequence[SetPart], widths: tuple[float, float]) -> SetPart:
    column, measure = widths
    above = setup.theme.leaf.caution_above
    sides = [stack(setup, column, [(above, part.block) for part in side]) for side in (first, second)]
    frame = setup.frame(measure)
    frame.place(0, 0, sides[0])
    frame.place(measure - column, 0, sides[1])
    tags = tuple(tag for part in (*first, *second) for tag in part.tags)
    return SetPart(frame.block(max(side.height for side in sides)), tags)


def set_said(exercise: ExerciseCard, setup: Setup, measure: float) -> SetPart:
    """The cue, then each caution behind its bar."""
    cue = set_cue(exercise, setup, measure)
    parts = list(_cautions(exercise, setup, measure))
    above = setup.theme.leaf.caution_above
    block = stack(setup, measure, [(0.0, cue.block), *((above, part.block) for part in parts)])
    return SetPart(block, (*cue.tags, *(tag for part in parts for tag in part.tags)))


def set_cue(exercise: ExerciseCard, setup: Setup, measure: float) -> SetPart:
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
    return SetPart(frame.block(y), tuple(tag for prose in made for tag in prose.tags))


def _cautions(exercise: ExerciseCard, setup: Setup, measure: float) -> Iterator[SetPart]:
    """Each behind a bar: black for who must not, grey for who does it the easier way, which is said there, or asks."""
    theme, name = setup.theme, f"exercise/{exercise.id}"
    inset = theme.card.caution_bar + theme.card.caution_inset
    for index, caution in enumerate(exercise.cautions, 1):
        own = f"{name}/caution-{index}"
        prose = compose(setup, labelled(setup, caution, own), measure - inset)
        frame = setup.frame(measure)
        frame.text(inset, 0, prose.paragraph)
        place_bar(frame, setup, caution.effect, prose.height)
        yield SetPart(frame.block(prose.height), (Tag(own, caution.kind.pdf, prose.tags, path=caution.path),))
