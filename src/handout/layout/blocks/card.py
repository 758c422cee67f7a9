"""An exercise card: bar, purpose, steps, tips, pictures, and who must ask first. Never split."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from handout.drawing import Picture
from handout.layout.blocks.bar import set_bar
from handout.layout.blocks.card_body import lowest
from handout.layout.blocks.cautions import set_cautions
from handout.layout.flow import Passage, Piece
from handout.layout.kept import kept
from handout.layout.pages import Tag
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard


def kept_card(exercise: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card, or an equal one that was set before. Raises LayoutError where a picture is missing."""
    shown = tuple(found.digest if (found := pictures.get(one.ref)) else "" for one in exercise.pictures)
    return kept(exercise, setup, shown, partial(set_card, exercise, setup, pictures))


def set_card(exercise: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card as one piece. Raises LayoutError where a picture is missing."""
    theme = setup.theme
    name = f"exercise/{exercise.id}"
    bar, head_tags = set_bar(exercise, setup, name)
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
