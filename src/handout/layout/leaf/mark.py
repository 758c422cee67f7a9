"""The bar that is the sign of a caution: beside its words, and before the number of an exercise that has one."""

from __future__ import annotations

import handout.layout.ink as ink
from handout.content import Effect
from handout.layout.frame import BlockBuilder
from handout.layout.setup import Setup


def place_bar(frame: BlockBuilder, setup: Setup, effect: Effect, height: float) -> None:
    """A bar beside a caution: black for who must not; for who does it the easier way or asks grey, and thinner, because
    one ink has no grey."""
    colours, wide = setup.theme.colours, setup.theme.card.caution_bar
    colour, width = (colours.ink, wide) if effect == "refuse" else (colours.rule, wide / 2)
    frame.shapes(0, 1, width, ink.box(width, height - 2, colour))


def place_number(frame: BlockBuilder, setup: Setup, place: tuple[float, float], *, marked: bool) -> float:
    """The ground of an exercise's number, with a black bar before it where the exercise is `marked`; `place` is its
    start and top. Returns how far from there the ground begins."""
    own, colours, wide = setup.theme.leaf, setup.theme.colours, setup.theme.card.caution_bar
    start, top = place
    shift = own.mark if marked else 0.0
    if marked:
        frame.shapes(start, top, wide, ink.box(wide, own.chip, colours.ink))
    frame.shapes(start + shift, top, own.chip, ink.rounded(own.chip, own.chip, 2.5, colours.accent))
    return shift
