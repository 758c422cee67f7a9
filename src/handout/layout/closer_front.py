"""Page 1 of a sheet set as the front of a leaf is, where its panel would else leave it.

What stands above the panel takes fewer lines, and the panel's columns are wider apart; the page keeps its own margins.
Last, the letters of page 1 are narrow ones, as high as the others. The patient's row stays as it is, so that what one
order has of its own is set alike on every sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handout.drawing import Picture
from handout.layout.first_page import OPENING, Front
from handout.layout.flow import Passage
from handout.layout.leaf.front import FRONT, set_front
from handout.layout.leaf.setting import leaf_setup
from handout.layout.setters import set_blocks
from handout.layout.setup import Setup
from handout.layout.splits import splits_of
from handout.manuscript import Manuscript


def closer_fronts(
    manuscript: Manuscript, front: Front, pictures: Mapping[str, Picture], room: float
) -> Iterator[Front]:
    """The same closer, then in narrow letters, which is all there is in large print; none of a leaf, whose front is
    that close."""
    narrow = replace(front.setup, setting=front.setup.setting.closest())
    if front.setup.theme.page.panel_alone:
        yield _narrow(manuscript, front, narrow, pictures, room)
        return
    if manuscript.length == "leaf":
        return
    for setup in (_closer(front.setup), _closer(narrow)):
        made = set_front(manuscript.blocks, setup, pictures, room)
        passages = tuple(_patient(front.passages) if one.kind == "patient" else one for one in made)
        yield Front(passages, splits_of(manuscript, setup, pictures), setup)


def _narrow(
    manuscript: Manuscript, front: Front, setup: Setup, pictures: Mapping[str, Picture], room: float
) -> Front:
    """The same in narrow letters, but for what one order has of its own."""
    blocks = [block for block in manuscript.blocks if block.kind.label in FRONT]
    made = [one for one in set_blocks(blocks, setup, pictures, room) if one.kind in OPENING]
    passages = tuple(_patient(front.passages) if one.kind == "patient" else one for one in made)
    own = {name: split for name, split in front.splits.items() if split.kind == "patient"}
    return Front(passages, {**splits_of(manuscript, setup, pictures), **own}, setup)


def _closer(setup: Setup) -> Setup:
    """As a leaf's front, on the page of a sheet."""
    made = leaf_setup(setup)
    page = replace(setup.theme.page, gutter=made.theme.page.gutter)
    return replace(made, theme=replace(made.theme, page=page))


def _patient(passages: Sequence[Passage]) -> Passage:
    return next(one for one in passages if one.kind == "patient")
