"""Blocks that were set once are used again: equal words, theme and setting give the equal block.

Nothing that holds a patient's value is ever kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from handout.cache import CacheRegion, key_of
from handout.layout.flow import Passage
from handout.layout.setup import Setup
from handout.manuscript import ManuscriptBlock

BLOCKS: CacheRegion[Passage] = CacheRegion("blocks as they are set", 2048)


def kept(block: ManuscriptBlock, setup: Setup, extra: Hashable, make: Callable[[], Passage]) -> Passage:
    """What `make` sets, or what it set before for an equal block, setup and `extra`."""
    if block.personal:
        return make()
    return setup.setting.cache.get(BLOCKS, key_of(block, setup, extra), make)
