"""Loose blocks as they fill a hole: in two columns of one length, read down and then across, or over the width.

A paragraph may go over from the first column to the second, two lines at least on each side, so that both end
level; a heading stays with its first two lines.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, groupby

from handout.layout.flow import Loose, Passage, Piece, beside, line_blocks, stack, words
from handout.layout.frame import Block
from handout.layout.pages import TextItem
from handout.layout.prose import Prose
from handout.layout.setup import Setup
from handout.text import CLEAR, Line, PlacedRun, clearance

Parts = tuple[tuple[float, Block], ...]
PARTED = 6.0  # pt: a block stands in one column unless parting it saves more


def paragraph_parts(setup: Setup, prose: Prose, before: float = 0.0) -> Parts:
    """A paragraph in parts: its first two lines, each line, its last two lines."""
    blocks = line_blocks(setup, prose)
    if len(blocks) < 4:
        return ((before, words(setup, prose)),)
    width = blocks[0].width
    ends = [stack(setup, width, [(0.0, block) for block in pair]) for pair in (blocks[:2], blocks[-2:])]
    return ((before, ends[0]), *((0.0, block) for block in blocks[2:-2]), (0.0, ends[1]))


def headed(setup: Setup, head: Block, parts: Parts) -> Parts:
    """Parts with a heading that stays with the first of them; the marks of the two do not meet."""
    (before, first), *others = parts
    below = before + _lacking(head, first, before)
    return ((0.0, stack(setup, head.width, ((0.0, head), (below, first)))), *others)


def _lacking(head: Block, below: Block, before: float) -> float:
    """The white to add so that the last line of a heading stands clear of the first one below it, in points."""
    last, first = _line(head, max), _line(below, min)
    if last is None or first is None:
        return 0.0
    return max(0.0, CLEAR - clearance(last, first, head.height - last.baseline + before + first.baseline))


def _line(block: Block, which: Callable[[Iterable[float]], float]) -> Line | None:
    """The line of a block whose baseline is the highest (`min`) or the lowest (`max`), if it has text."""
    texts = [item for item in block.items if isinstance(item, TextItem)]
    if not texts:
        return None
    baseline = which(item.y for item in texts)
    runs = tuple(PlacedRun(item.x, item.run) for item in texts if item.y == baseline)
    return Line(runs, baseline, block.width)


def group_height(setup: Setup, group: Sequence[Loose]) -> float:
    """The height of loose blocks that stand together."""
    return _stacked(setup, [_height(setup, run) for run in _runs(group)])


def set_group(setup: Setup, passages: Sequence[Passage], before: float) -> tuple[Passage, ...]:
    """The passages of loose blocks that stand together: the first holds them all in one piece."""
    held = [p.loose for p in passages if p.loose]
    taller = None if setup.two or len(held) < 2 else partial(_parted, setup, held)
    piece = Piece(_group(setup, held), before, stretch=setup.theme.gap.stretch, taller=taller)
    return tuple(replace(p, pieces=() if at else (piece,), loose=None) for at, p in enumerate(passages))


def _group(setup: Setup, group: Sequence[Loose]) -> Block:
    white = setup.theme.gap.section
    runs = [_block(setup, run) for run in _runs(group)]
    return stack(setup, setup.width, [(white if at else 0.0, run) for at, run in enumerate(runs)])


def _parted(setup: Setup, group: Sequence[Loose], room: float) -> Block:
    """The blocks of a group with as much more white between them as the room and the theme allow."""
    gap = setup.theme.gap
    more = min(room / (len(group) - 1), gap.stretch)
    wide = replace(gap, section=gap.section + more, loose=gap.loose + more)
    return _group(replace(setup, theme=replace(setup.theme, gap=wide)), group)


def _stacked(setup: Setup, heights: Sequence[float]) -> float:
    return sum(heights) + setup.theme.gap.section * max(0, len(heights) - 1)


def _runs(group: Sequence[Loose]) -> Iterator[list[Loose]]:
    """Blocks that share two columns; those over the page's width are alone."""
    for wide, run in groupby(group, lambda one: one.wide):
        held = list(run)
        yield from ([one] for one in held) if wide else [held]


def _height(setup: Setup, run: Sequence[Loose]) -> float:
    parts, cut = _cut(setup, run)
    return max(_sum(parts[:cut]), _sum(parts[cut:]))


def _block(setup: Setup, run: Sequence[Loose]) -> Block:
    parts, cut = _cut(setup, run)
    columns = [stack(setup, setup.column, _topped(part)) for part in (parts[:cut], parts[cut:]) if part]
    if len(columns) == 1:
        return columns[0]
    step = setup.column + setup.theme.page.gutter
    return beside(setup, [(at * step, column) for at, column in enumerate(columns)], setup.width)


def _cut(setup: Setup, run: Sequence[Loose]) -> tuple[Parts, int]:
    """The parts of a run, and how many stand in the first column."""
    white = setup.theme.gap.loose
    parts: list[tuple[float, Block]] = []
    begins: set[int] = set()
    for loose in run:
        begins.add(len(parts))
        (first, block), *others = loose.parts
        parts += [(white if parts else first, block), *others]
    begins.add(len(parts))
    if not setup.two or run[0].wide:
        return tuple(parts), len(parts)

    tops = list(accumulate((before + block.height for before, block in parts), initial=0.0))
    best, least = len(parts), math.inf
    for cut in range(len(parts), 0, -1):  # the first column is the longer one
        below = tops[-1] - tops[cut] - parts[cut][0] if cut < len(parts) else 0.0
        cost = round((tops[cut] if tops[cut] > below else below) + (0.0 if cut in begins else PARTED), 3)
        if cost < least:
            best, least = cut, cost
        if below > least:
            break  # it grows with every part that goes over
    return tuple(parts), best


def _topped(parts: Parts) -> list[tuple[float, Block]]:
    """Parts at the head of a column: no white above the first."""
    return [(before if at else 0.0, block) for at, (before, block) in enumerate(parts)]


def _sum(parts: Sequence[tuple[float, Block]]) -> float:
    return sum(before + block.height for before, block in parts) - (parts[0][0] if parts else 0.0)
