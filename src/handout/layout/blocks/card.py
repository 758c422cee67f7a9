"""An exercise card: bar, purpose, steps, tips, pictures, and who must ask first. Never split."""

from __future__ import annotations

from collections.abc import Mapping

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.blocks.bar import set_bar
from handout.layout.blocks.card_body import Body, lowest
from handout.layout.flow import Passage, Piece
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setup import Setup
from handout.manuscript.blocks import Exercise


def set_card(exercise: Exercise, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """The card as one piece. Raises LayoutError where a picture is missing."""
    theme = setup.theme
    name = f"exercise/{exercise.id}"
    bar, head_tags = set_bar(exercise, setup, name)
    body = lowest(exercise, setup, name, pictures)
    foot = _caution(exercise, setup, name)
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
    tag = Tag(name, exercise.kind.pdf, tuple(tags), title=exercise.name.plain, path=exercise.path)
    piece = Piece(frame.block(y), theme.gap.card, stretch=theme.gap.card_stretch, path=exercise.path)
    return Passage(tag, (piece,), "exercise")


def _caution(exercise: Exercise, setup: Setup, name: str) -> Body | None:
    """Who must not do this one (a black bar at the start side), does it the easier way or asks first (grey):
    across the foot."""
    theme = setup.theme
    inset = theme.card.caution_bar + theme.card.caution_inset
    tags: list[Tag] = []
    frame, y = setup.frame(setup.width), 0.0
    for index, caution in enumerate(exercise.cautions, 1):
        own = f"{name}/caution-{index}"
        label = Part(caution.label, theme.type.strong, f"{own}/label", "Span")
        parts = [label, Part(caution, theme.type.body, f"{own}/words", "Span")]
        prose = compose(setup, parts, setup.width - inset)
        frame.text(inset, y, prose.paragraph)
        colour = theme.colours.ink if caution.effect == "refuse" else theme.colours.rule
        frame.shapes(0, y, theme.card.caution_bar, ink.box(theme.card.caution_bar, prose.height, colour))
        y += prose.height
        tags.append(Tag(own, caution.kind.pdf, prose.tags, path=caution.path))
    if not tags:
        return None
    return Body(frame.block(y), tuple(tags))
