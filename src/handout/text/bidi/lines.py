"""Rules L1 and L2: what happens once the lines are known; of L1, where it begins."""

from __future__ import annotations

from collections.abc import Sequence as Row

from handout.text.bidi.classes import ISOLATE_INITIATORS, REMOVED

_TRAILING = ISOLATE_INITIATORS | REMOVED | {"WS", "PDI"}


def trailing_from(classes: Row[str]) -> int:
    """Where the white space begins with which a line of these bidirectional classes ends; its length without any."""
    first = len(classes)
    while first and classes[first - 1] in _TRAILING:
        first -= 1
    return first


def visual_order(levels: Row[int]) -> list[int]:
    """L2: positions from left to right, given the level at each logical position."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for threshold in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < threshold:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= threshold:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order
