"""Page 1 of a sheet set as the front of a leaf is, where its panel would else leave it.

What stands above the panel takes fewer lines, and the panel's columns are wider apart; the page keeps its own margins.
Last, the letters of page 1 are narrow ones, as high as the others. The patient's row stays as it is, so that what one
order has of its own is set alike on every sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handout.drawing import Picture
from handout.layout.first_page import Front
from handout.layout.flow import Passage
from handout.layout.leaf.front import set_front, set_opening
from handout.layout.leaf.setting import leaf_setup
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
        yield _front(set_opening(manuscript.blocks, narrow, pictures, room), manuscript, front, narrow, pictures)
    elif manuscript.length != "leaf":
        for setup in (_closer(front.setup), _closer(narrow)):
            yield _front(set_front(manuscript.blocks, setup, pictures, room), manuscript, front, setup, pictures)


def _front(
    made: Sequence[Passage], manuscript: Manuscript, front: Front, setup: Setup, pictures: Mapping[str, Picture]
) -> Front:
    """It with what one order has of its own as in the other `front`."""
    own = next(one for one in front.passages if one.kind == "patient")
    passages = tuple(own if one.kind == "patient" else one for one in made)
    splits = {name: split for name, split in front.splits.items() if split.kind == "patient"}
    return Front(passages, {**splits_of(manuscript, setup, pictures), **splits}, setup)


def _closer(setup: Setup) -> Setup:
    """As a leaf's front, on the page of a sheet."""
    made = leaf_setup(setup)
    page = replace(setup.theme.page, gutter=made.theme.page.gutter)
    return replace(made, theme=replace(made.theme, page=page))
