"""Rules L1 and L2: what happens once the lines are known."""

from __future__ import annotations

from collections.abc import Sequence as Row

from handout.text.bidi.classes import ISOLATE_INITIATORS, REMOVED
from handout.text.bidi.levels import Levels

_TRAILING = ISOLATE_INITIATORS | REMOVED | {"WS", "PDI"}


def reset_line(levels: Levels, start: int, end: int) -> list[int]:
    """L1: the levels of the line [start, end), its trailing spaces and separators at the base level."""
    line = levels.levels[start:end]
    trailing = True
    for index in range(end - 1, start - 1, -1):
        kind = levels.classes[index]
        if kind in ("S", "B"):
            trailing = True
        elif not (trailing and kind in _TRAILING):
            trailing = False
            continue
        line[index - start] = levels.base
    return line


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
