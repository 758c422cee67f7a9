"""Loose blocks as they fill a hole: in two columns of one length, read down and then across; one alone over the width.

A paragraph of more than a few lines may go over from the first column to the second where a line ends a sentence, two
lines at least on each side, and a list between its items, two at least on each side; a heading stays with what it
heads. No sentence goes over.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, groupby, pairwise

from handout.layout.flow import Loose, Passage, Piece, beside, line_blocks, stack, words
from handout.layout.frame import Block
from handout.layout.pages import TextItem
from handout.layout.prose import Prose
from handout.layout.setup import Setup
from handout.text import CLEAR, Line, PlacedRun, clearance

Parts = tuple[tuple[float, Block], ...]
PARTED = 24.0  # pt: a block stands in one column unless parting it saves more
SHORT = 5  # lines of a paragraph that is never parted
LEAST = 2  # lines of a paragraph, or items of a list, that stand together in a column
STOPS = frozenset(".!?\u2026\u061f\u06d4\u0964\u0965\u3002\uff01\uff1f")  # that end a sentence
# What may stand behind a stop: spaces, brackets, quotation marks, marks of direction.
CLOSING = " \u00a0\u202f)]\"'\u2018\u2019\u201c\u201d\u00bb\uff09\u300d\u300f\u200e\u200f\u2069"


def paragraph_parts(setup: Setup, prose: Prose, before: float = 0.0) -> Parts:
    """A paragraph in parts, each of which ends a sentence; a short one in one."""
    lines = prose.paragraph.lines
    if len(lines) <= SHORT:
        return ((before, words(setup, prose)),)
    said = [line_words(line) for line in lines]
    cuts = [at for at in range(LEAST, len(lines) - LEAST + 1) if ends_sentence(said[at - 1], said[at])]
    return _stacked_parts(setup, line_blocks(setup, prose), cuts, before)


def item_parts(setup: Setup, blocks: Sequence[Block]) -> Parts:
    """The items of a list in parts: none stands alone in a column."""
    return _stacked_parts(setup, blocks, range(LEAST, len(blocks) - LEAST + 1), 0.0)


def _stacked_parts(setup: Setup, blocks: Sequence[Block], cuts: Iterable[int], before: float) -> Parts:
    """Blocks under each other, parted before those numbers."""
    edges = pairwise((0, *cuts, len(blocks)))
    stacks = [stack(setup, blocks[0].width, [(0.0, block) for block in blocks[a:b]]) for a, b in edges]
    return tuple((0.0 if at else before, block) for at, block in enumerate(stacks))


def line_words(line: Line) -> str:
    """What a line says."""
    return "".join(placed.run.text for placed in line.runs)


def ends_sentence(line: str, following: str) -> bool:
    """Whether a sentence ends where a line does: at a stop, and not one of an abbreviation within a sentence."""
    return line.rstrip(CLOSING)[-1:] in STOPS and not following.lstrip()[:1].islower()


def over_width(setup: Setup, head: Prose, blocks: Sequence[tuple[float, Block]]) -> Block:
    """A heading and what it heads as one block over the page's width."""
    ((_, block),) = headed(setup, words(setup, head, setup.width), ((0.0, stack(setup, setup.width, blocks)),))
    return block


def headed(setup: Setup, head: Block, parts: Parts) -> Parts:
    """Parts with a heading that stays with the first of them; the marks of the two do not meet."""
    (before, first), *others = parts
    below = before + lacking(head, first, before)
    return ((0.0, stack(setup, head.width, ((0.0, head), (below, first)))), *others)


def lacking(head: Block, below: Block, before: float) -> float:
    """The white to add so that the last line of a block stands clear of the first one below it, in points."""
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


def group_size(setup: Setup, group: Sequence[Loose]) -> tuple[float, float]:
    """The height of loose blocks that stand together, and what it costs that two columns are not of one length: the
    white of one, shared out over both, squared."""
    sizes = [_size(setup, run) for run in _runs(group)]
    white = setup.theme.gap.section * max(0, len(sizes) - 1)
    return sum(height for height, _ in sizes) + white, sum((uneven / 2) ** 2 for _, uneven in sizes)


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
    """The blocks of a group with more white between them: as much as the room holds, and the theme twice over."""
    gap = setup.theme.gap
    more = min(room / (len(group) - 1), 2 * gap.stretch)
    wide = replace(gap, section=gap.section + more, loose=gap.loose + more)
    return _group(replace(setup, theme=replace(setup.theme, gap=wide)), group)


def _runs(group: Sequence[Loose]) -> Iterator[list[Loose]]:
    """Blocks that share two columns; those over the page's width are alone."""
    for wide, run in groupby(group, lambda one: one.wide):
        held = list(run)
        yield from ([one] for one in held) if wide else [held]


def _size(setup: Setup, run: Sequence[Loose]) -> tuple[float, float]:
    """The height of a run, and how much longer one of its columns is."""
    if alone := _alone(run):
        return alone.height, 0.0
    parts, cut = _cut(setup, run)
    one, other = _sum(parts[:cut]), _sum(parts[cut:])
    single = not setup.two or run[0].wide
    return max(one, other), 0.0 if single else abs(one - other)


def _alone(run: Sequence[Loose]) -> Block | None:
    """How a run stands over the width, where it is of one block that can."""
    return run[0].alone if len(run) == 1 else None


def _block(setup: Setup, run: Sequence[Loose]) -> Block:
    if alone := _alone(run):
        return alone
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
