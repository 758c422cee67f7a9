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

Way = Callable[[float], Partner]  # of the height of a standing figure


@dataclass(frozen=True, slots=True)
class LeafChoice:
    """One of the ways to set a leaf, and its figures."""

    way: int
    height: float  # of a standing figure, pt
    airy: bool = False  # with white between the rows

    def made(self, ways: Sequence[Way]) -> Partner:
        """The leaf set so."""
        partner = ways[self.way](self.height)
        return _airy(partner) if self.airy else partner


def best_leaf(ways: Sequence[Way], heights: Sequence[float]) -> LeafChoice:
    """`ways` the best first; `heights` the largest first, of which the least is for the last way alone. Pictures are
    larger than a way needs only where white is left between the rows. With a card, narrow letters come before a part of
    the panel goes over the page. Raises LeafError where no way fits."""
    last = len(ways) - 1
    *larger, least = heights
    tightest = ways[last](least)
    order = _lay(tightest).panel_order  # what does not fit so, fits in no way
    fits = partial(_fits, whole=order == "front" and has_card(tightest.manuscript))
    way = next((way for way in range(last) if fits(ways[way](larger[-1]))), last)
    tried = [*(LeafChoice(way, height, airy=True) for height in larger), LeafChoice(way, larger[-1])]
    return next((choice for choice in tried if fits(choice.made(ways))), LeafChoice(last, least))


def _airy(partner: Partner) -> Partner:
    own = partner.theme.leaf
    return replace(partner, theme=replace(partner.theme, leaf=replace(own, row=own.row + own.air)))


def _fits(partner: Partner, *, whole: bool) -> bool:
    """Whether two pages hold it; `whole`: with no part of the panel over the page."""
    with suppress(LeafError):
        return _lay(partner).panel_order == "front" or not whole
    return False


def _lay(partner: Partner) -> Pages:
    return lay_out_leaf(partner.manuscript, partner.pictures, partner.theme, partner.setting)
