"""How large the figures of a card are: a rung lower where the card would else be too high.

A page holds three cards that are no higher than the theme's `most`. Figures are inked for their height, so a card's
pictures are of one rung or of the next, never scaled.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from handout.drawing import Picture
from handout.errors import Finding, Severity
from handout.layout.blocks.card import kept_card
from handout.layout.pair import Partner
from handout.layout.setup import Setup, setup_of
from handout.manuscript import ExerciseCard

WORTH = 12.0  # pt: what a card must gain by smaller figures, about a line

Draw = Callable[[Sequence[str]], Mapping[str, Picture]]  # pictures of the lower rung by reference


def lowered(partner: Partner, draw: Draw) -> Partner:
    """The same with the pictures of a card that is too high a rung lower, where that makes it lower by a line, or as
    low as three on a page must be when they are set most closely. Raises LayoutError where a picture is missing."""
    setup = setup_of(partner.manuscript.paper, partner.theme, partner.setting)
    own = dict(partner.pictures)
    most = partner.theme.card.most
    cards = [block for block in partner.manuscript.blocks if isinstance(block, ExerciseCard) and block.pictures]
    high = [(card, height) for card in cards if (height := _height(card, setup, own)) > most]
    if partner.theme.pictures.low >= partner.theme.pictures.height or not high:
        return partner
    less = draw([picture.ref for card, _ in high for picture in card.pictures])
    dense = setup.denser()
    for card, height in high:
        held = _height(card, dense, less) <= most < _height(card, dense, own)
        if held or _height(card, setup, less) < height - WORTH:
            own |= {picture.ref: less[picture.ref] for picture in card.pictures}
    return replace(partner, pictures=own)


def high_cards(partner: Partner) -> Iterator[Finding]:
    """A note for each card that three of them on a page leave no room for, however closely it is set."""
    most = partner.theme.card.most
    setup = setup_of(partner.manuscript.paper, partner.theme, partner.setting).denser()
    for card in partner.manuscript.blocks:
        if isinstance(card, ExerciseCard) and (height := math.ceil(_height(card, setup, partner.pictures))) > most:
            what = f"the card “{card.name.plain}” is {height} pt high, where three share a page up to {most:g}"
            hint = "Shorten its steps, tips or captions, or show a picture less; no caution is cut."
            yield Finding(what, hint, path=card.path, severity=Severity.NOTE)


def _height(card: ExerciseCard, setup: Setup, pictures: Mapping[str, Picture]) -> float:
    return kept_card(card, setup, pictures).height
