"""Which of several ways to set a leaf is printed: the first that two pages hold, its pictures as large as may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from handout.errors import LeafError
from handout.layout.leaf.pages import lay_out_leaf
from handout.layout.pair import Partner

Way = Callable[[float], Partner]  # of the height of a standing figure


def best_leaf(ways: Sequence[Way], heights: Sequence[float]) -> Partner:
    """`ways` the best first; `heights` the largest first, of which the least is for the last way alone. Pictures are
    larger than a way needs only where white is left between the rows. Raises LeafError where no way fits."""
    *others, last = ways
    *larger, least = heights
    _lay(last(least))  # what does not fit so, fits in no way
    way = next((way for way in others if _fits(way(larger[-1]))), last)
    tried = [*(_airy(way(height)) for height in larger), way(larger[-1])]
    return next((partner for partner in tried if _fits(partner)), None) or last(least)


def _airy(partner: Partner) -> Partner:
    own = partner.theme.leaf
    return replace(partner, theme=replace(partner.theme, leaf=replace(own, row=own.row + own.air)))


def _fits(partner: Partner) -> bool:
    with suppress(LeafError):
        return bool(_lay(partner))
    return False


def _lay(partner: Partner) -> object:
    return lay_out_leaf(partner.manuscript, partner.pictures, partner.theme, partner.setting)
