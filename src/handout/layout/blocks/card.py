"""An exercise card: bar, purpose, steps, tips, pictures, and who must ask first. Never split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from handout.drawing import Picture, name_at
from handout.layout.blocks.bar import set_bar
from handout.layout.blocks.card_body import lowest
from handout.layout.blocks.cautions import set_cautions
from handout.layout.flow import Passage, Piece
from handout.layout.frame import Block
from handout.layout.kept import kept
from handout.layout.pages import Tag
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard

WHITE = (36.0, 30.0, 24.0, 18.0, 12.0, 6.0)  # pt between the parts of a card, where its page has room
ROUNDING = 0.01  # pt


def kept_card(exercise: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card, or an equal one that was set before; it grows with taller figures, where there are any. Raises
    LayoutError where a picture is missing."""
    card = _kept(exercise, setup, pictures)
    if setup.two:
        return card
    (piece,) = card.pieces
    return replace(card, pieces=(replace(piece, taller=partial(_grown, exercise, setup, pictures)),))


def _at(exercise: ExerciseCard, pictures: Mapping[str, Picture], height: float) -> dict[str, Picture]:
    """The card's pictures inked for that height, or none where one of them is not."""
    named = {one.ref: name_at(one.ref, height) for one in exercise.pictures}
    return {ref: pictures[name] for ref, name in named.items()} if pictures.keys() >= set(named.values()) else {}


def _grown(exercise: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture], room: float) -> Block:
    """The card with the tallest figures that make it higher by no more than the room, and then with as much more white
    between its parts."""
    taller = [higher for at in setup.theme.pictures.taller if (higher := _at(exercise, pictures, at))]
    least = _kept(exercise, setup, pictures)
    most = least.height + room + ROUNDING

    def fits(card: Passage) -> bool:
        return card.height <= most and card.tag == least.tag  # its parts are read in the same order

    grown = [(shown, card) for shown in taller if fits(card := _kept(exercise, setup, shown))]
    pictures, best = grown[-1] if grown else (pictures, least)
    wide = (_kept(exercise, setup.roomier(more), pictures) for more in WHITE if best.height + more <= most)
    return next(filter(fits, wide), best).pieces[0].block


def _kept(exercise: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card, or an equal one that was set before. Raises LayoutError where a picture is missing."""
    shown = tuple(found.digest if (found := pictures.get(one.ref)) else "" for one in exercise.pictures)
    return kept(exercise, setup, shown, partial(set_card, exercise, setup, pictures))


def set_card(exercise: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card as one piece; words under its bar in narrow letters where the theme allows it and it is else too high,
    never in large print. Raises LayoutError where a picture is missing."""
    made, most = _set_card(exercise, setup, setup, pictures), setup.theme.card.most
    if not setup.theme.card.narrow or not setup.two or made.height <= most:
        return made
    other = _set_card(exercise, setup, setup.closest_card(), pictures)
    return min(made, other, key=lambda card: round(card.height, 1))


def _set_card(exercise: ExerciseCard, over: Setup, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card with its bar set with `over`."""
    theme = setup.theme
    name = f"exercise/{exercise.id}"
    bar, head_tags = set_bar(exercise, over, name)
    body = lowest(exercise, setup, name, pictures)
    foot = set_cautions(exercise.cautions, setup, name)
    frame = setup.frame(setup.width)
    frame.place(0, 0, bar)
    y = bar.height + theme.card.below
    frame.place(0, y, body.block)
    y += body.block.height
    tags = [*head_tags, *body.tags]
    if foot.tags:
        y += theme.card.caution_above
        frame.place(0, y, foot.block)
        y += foot.block.height
        tags.extend(foot.tags)
    tag = Tag(name, exercise.kind.pdf, tuple(tags), title=exercise.name.plain, path=exercise.path)
    piece = Piece(frame.block(y), theme.gap.card, stretch=theme.gap.card_stretch, path=exercise.path)
    return Passage(tag, (piece,), "exercise")
