"""The grid of a leaf's back: cells in rows, in the prescription's order, with the days to tick in a free cell or in a
strip of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from handout.drawing import Picture
from handout.layout.blocks.pictures import shown
from handout.layout.flow import Passage, Piece, beside
from handout.layout.frame import Block
from handout.layout.leaf.aside import Aside, Asides, aside_cell, aside_strip
from handout.layout.leaf.cell import SetCell, half, room_beside, span
from handout.layout.leaf.doses import column_widths
from handout.layout.leaf.setting import back_setup
from handout.layout.setup import Setup
from handout.manuscript import ExerciseCard

REGULAR = 1000.0  # what a row costs that is to be avoided, pt
Row = tuple[int, ...]  # numbers of exercises, from 0; FREE is the days to tick
FREE = -1


@dataclass(frozen=True, slots=True)
class _Grid:
    """Everything that may stand in a row, set."""

    halves: tuple[SetCell | None, ...]
    spans: tuple[SetCell, ...]
    free: Aside
    strip: Aside

    def height(self, row: Row) -> float:
        """Of a row; endless where a cell does not go into it."""
        if len(row) == 1:
            return self.strip.block.height if row[0] == FREE else self.spans[row[0]].block.height
        cells = [self.free.block if one == FREE else self._half(one) for one in row]
        return max((cell.height if cell else float("inf")) for cell in cells)

    def _half(self, index: int) -> Block | None:
        cell = self.halves[index]
        return cell.block if cell else None


@dataclass(frozen=True, slots=True)
class Costs:
    """What a row that spans both columns costs beside its height, and days to tick that do not say the version."""

    span: float = 0.0
    unnamed: float = 0.0


@dataclass(frozen=True, slots=True)
class LeafBack:
    """One arrangement, and whether it says which version this is."""

    passages: tuple[Passage, ...]
    named: bool


def backs(
    exercises: Sequence[ExerciseCard], asides: Asides, setup: Setup, pictures: Mapping[str, Picture]
) -> Iterator[LeafBack]:
    """Every arrangement that may be printed: in two columns as far as pictures allow, then the lowest of all, then the
    lowest that says which version this is; the doses of all cells at one x, then each as wide as its own words. Raises
    LayoutError for pictures that are missing."""
    own = back_setup(setup)
    least = {True: float("inf"), False: float("inf")}
    for level in (True, False):
        grid = _grid(exercises, asides, own, pictures, level=level)
        for costs in (Costs(span=REGULAR), Costs(), Costs(unnamed=REGULAR if grid.strip.named else 0.0)):
            rows = _rows(grid, setup.theme.leaf.row, costs)
            height = sum(grid.height(row) + setup.theme.leaf.row for row in rows)
            named = (FREE,) in rows and grid.strip.named
            if height < least[named] - 0.01:
                least[named] = height
                yield LeafBack(tuple(_passages(grid, rows, own)), named)


def _grid(
    exercises: Sequence[ExerciseCard], asides: Asides, setup: Setup, pictures: Mapping[str, Picture], *, level: bool
) -> _Grid:
    """Everything set; with doses at one x in all cells where they stand `level`."""
    shows = [shown(one.pictures, pictures, f"exercise/{one.id}/pictures") for one in exercises]
    both = list(zip(exercises, shows, strict=True))
    rooms = [room_beside(setup, own) for own in shows]
    doses = column_widths(exercises, setup, rooms, level=level)
    return _Grid(
        tuple(half(one, setup, own, dose, level=level) for (one, own), dose in zip(both, doses, strict=True)),
        tuple(span(one, setup, own, dose) for (one, own), dose in zip(both, doses, strict=True)),
        aside_cell(asides, setup, pictures),
        aside_strip(asides, setup, pictures),
    )


def _rows(grid: _Grid, gap: float, costs: Costs) -> tuple[Row, ...]:
    """The rows that are lowest together, with what some cost more."""
    count = len(grid.spans)

    @cache
    def best(at: int, free: bool) -> tuple[float, tuple[Row, ...]]:
        if at == count:
            return (grid.height((FREE,)) + gap, ((FREE,),)) if free else (0.0, ())
        tries: list[tuple[Row, bool, float]] = [((at,), free, costs.span)]
        if at + 1 < count:
            tries.append(((at, at + 1), free, 0.0))
        if free and at + 1 == count:
            tries.append(((at, FREE), False, costs.unnamed))
        ways = []
        for row, left, cost in tries:
            rest = best(at + 1 + (len(row) > 1 and row[1] != FREE), left)
            ways.append((grid.height(row) + gap + cost + rest[0], (row, *rest[1])))
        return min(ways, key=lambda way: round(way[0], 1))

    return best(0, True)[1]


def _passages(grid: _Grid, rows: Sequence[Row], setup: Setup) -> Iterator[Passage]:
    """One passage an exercise; the first of a row holds the row's piece."""
    step = setup.column + setup.theme.leaf.gutter
    for row in rows:
        height, alone = grid.height(row), len(row) == 1
        blocks: list[tuple[float, Block]] = []
        tags = []
        for index, one in enumerate(row):
            if one == FREE:
                aside = grid.strip if alone else grid.free
                blocks.append((index * step, aside.block))
                tags.append(aside.tags)
            else:
                cell = grid.spans[one] if alone else grid.halves[one]
                assert cell is not None
                blocks.append((index * step, cell.block))
                tags.append((cell.tag,))
        piece: Piece | None = Piece(_high(beside(setup, blocks, setup.width), height), setup.theme.leaf.row)
        for own in (tag for group in tags for tag in group):
            kind = "exercise" if own.id.startswith("exercise/") else own.id
            yield Passage(own, (piece,) if piece else (), kind)
            piece = None


def _high(block: Block, height: float) -> Block:
    return Block(block.width, height, block.items)
