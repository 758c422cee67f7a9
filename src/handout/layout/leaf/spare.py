"""What the back of a leaf holds beside what it must: as many headed sections as it has room for, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from handout.layout.fillers import set_group
from handout.layout.flow import Passage
from handout.layout.setup import Setup

SPARE = frozenset({"section", "needs", "see-us"})  # kinds of passages: either whole, or not there at all
SLACK = 0.01  # pt, of rounding


def with_spare(
    passages: Sequence[Passage], setup: Setup, over: Callable[[Sequence[Passage]], float]
) -> tuple[Passage, ...]:
    """What must stand, and what may as far as it fits, those first that come first; pictograms go where that makes
    room for more. `over`: how much too high passages are together."""
    plain = tuple(replace(one, pieces=one.plain, plain=()) if one.plain else one for one in passages)
    asked = [one.tag for one in passages if one.kind in SPARE]
    ways = (_fitting(own, setup, over) for own in (passages, plain))
    return max(ways, key=lambda way: [tag in [one.tag for one in way] for tag in asked])


def _fitting(
    passages: Sequence[Passage], setup: Setup, over: Callable[[Sequence[Passage]], float]
) -> tuple[Passage, ...]:
    left = {id(one) for one in passages if one.kind in SPARE}
    made = _set([one for one in passages if id(one) not in left], setup)
    for asked in (one for one in passages if one.kind in SPARE):
        tried = _set([one for one in passages if one is asked or id(one) not in left], setup)
        if over(tried) <= SLACK:
            left.remove(id(asked))
            made = tried
    return made


def _set(passages: Sequence[Passage], setup: Setup) -> tuple[Passage, ...]:
    return tuple(_grouped(passages, setup))


def _grouped(passages: Sequence[Passage], setup: Setup) -> Iterator[Passage]:
    """Loose neighbours together, in columns."""
    for loose, run in groupby(passages, lambda one: one.loose is not None):
        own = tuple(run)
        yield from set_group(setup, own, setup.theme.gap.section) if loose else own
