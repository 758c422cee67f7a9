"""Which of several ways to set a leaf is printed: the first that two pages hold, its pictures as large as may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from handout.errors import LeafError
from handout.layout.leaf.pages import has_card, lay_out_leaf
from handout.layout.pages import Pages
from handout.layout.pair import Partner
from handout.layout.theme.leaf import Groups

CLOSE = 0.5  # of the white before a row

Way = Callable[[float], Partner]  # of the height of a standing figure


@dataclass(frozen=True, slots=True)
class LeafChoice:
    """One of the ways to set a leaf, and its figures."""

    way: int
    height: float  # of a standing figure, pt
    airy: bool = False  # with white between the rows
    groups: Groups = "whole"  # of cautions

    def made(self, ways: Sequence[Way]) -> Partner:
        """The leaf set so."""
        partner = ways[self.way](self.height)
        own = replace(partner.theme.leaf, groups=self.groups)
        own = replace(own, row=own.row + own.air) if self.airy else own
        if self.groups == "running":  # where every point counts; a page with room spreads its rows
            own = replace(own, row=CLOSE * own.row, caution_above=0.0)
        return replace(partner, theme=replace(partner.theme, leaf=own))


def best_leaf(ways: Sequence[Way], heights: Sequence[float]) -> LeafChoice:
    """`ways` the best first, the first without groups of cautions; `heights` the largest first, the least for the last
    way alone, where nothing else fits. Groups stay whole before pictures are larger than the smallest of the others;
    these are larger only where white is left between the rows. With a card, narrow letters come before a part of the
    panel goes over the page. Raises LeafError where no way fits."""
    last = len(ways) - 1
    *larger, least = heights
    choice = LeafChoice(last, least, groups="running")
    tightest = choice.made(ways)
    order = _lay(tightest).panel_order  # what does not fit so, fits in no way
    fits = partial(_fits, whole=order == "front" and has_card(tightest.manuscript))
    tried = [*(LeafChoice(0, height, airy=True) for height in larger), LeafChoice(0, larger[-1])]
    if not fits(tried[-1].made(ways)):
        loosest = (LeafChoice(way, larger[-1], groups="running") for way in range(1, last))
        way = next((one.way for one in loosest if fits(one.made(ways))), last)
        groups: Groups = "whole" if fits(LeafChoice(way, larger[-1]).made(ways)) else "running"
        tried = [*(replace(one, way=way, groups=groups) for one in tried), LeafChoice(last, least)]
    return next((one for one in tried if fits(one.made(ways))), choice)


def _fits(partner: Partner, *, whole: bool) -> bool:
    """Whether two pages hold it; `whole`: with no part of the panel over the page."""
    with suppress(LeafError):
        return _lay(partner).panel_order == "front" or not whole
    return False


def _lay(partner: Partner) -> Pages:
    return lay_out_leaf(partner.manuscript, partner.pictures, partner.theme, partner.setting)
