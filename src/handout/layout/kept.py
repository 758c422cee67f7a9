"""Blocks that were set once are used again: equal words, theme and setting give the equal block.

Nothing that holds a patient's value is ever kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from handout.layout.flow import Passage
from handout.layout.prose import is_private
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

MOST = 2048
_kept: dict[Hashable, Passage] = {}


def key_of(element: Element) -> Hashable:
    """An element as a value: kind, attributes and children."""
    children = tuple(child if isinstance(child, str) else key_of(child) for child in _public(element))
    return element.kind, tuple(sorted(element.attributes.items())), children


def _public(element: Element) -> list[str | Element]:
    return [child for child in element.children if isinstance(child, str | Element)]


def kept(element: Element, setup: Setup, extra: Hashable, make: Callable[[], Passage]) -> Passage:
    """What `make` sets, or what it set before for the same element, setup and `extra`."""
    if is_private(element):
        return make()
    key = (key_of(element), setup, tuple(sorted(setup.theme.icons)), extra)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= MOST:
            _kept.clear()
        found = _kept[key] = make()
    return found


def forget() -> None:
    """Empty the store (for tests and measurements)."""
    _kept.clear()
