"""Blocks that were set once are used again: equal words, theme and setting give the equal block.

Nothing that holds a patient's value is ever kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from handout.layout.flow import Passage
from handout.layout.setup import Setup
from handout.manuscript.blocks import Block
from handout.manuscript.walk import node_of

MOST = 2048
_kept: dict[Hashable, Passage] = {}


def kept(block: Block, setup: Setup, extra: Hashable, make: Callable[[], Passage]) -> Passage:
    """What `make` sets, or what it set before for an equal block, setup and `extra`."""
    if node_of(block).private:
        return make()
    key = (block, setup, tuple(sorted(setup.theme.icons)), extra)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= MOST:
            _kept.clear()
        found = _kept[key] = make()
    return found


def forget() -> None:
    """Empty the store (for tests and measurements)."""
    _kept.clear()
