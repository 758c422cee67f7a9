"""What flows down the pages: pieces that are never split, and what holds them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import Prose
from handout.layout.setup import Setup
from handout.text import Paragraph

ONE_LIST = 1.0e4  # items of a list, lines of a paragraph: part them only to save 100 pt of white
ONE_PLACE = 4.0e5  # the diary and its notes


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part of a block as set, and its tags in the order in which they are printed."""

    block: Block
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with the white before it (dropped at the top of a page)."""

    block: Block
    before: float = 0.0
    with_next: bool = False  # never the last on its page
    clings: float = 0.0  # what it costs to leave what follows to the next page (white squared, pt)
    stretch: float = 0.0  # how much the white before it may grow to level the foot of a page
    opens: bool = False  # always the first on its page
    ruled: float = 0.0  # lines to write on may follow, this far apart, where the page has room
    path: str = ""  # content path, for findings
    taller: Callable[[float], Block] | None = None  # the same, higher by as much of that as it has a use for

    @property
    def height(self) -> float:
        """The height of the block alone."""
        return self.block.height


@dataclass(frozen=True, slots=True)
class Loose:
    """A block that may stand in any hole of the pages: the parts of a column, each with the white before it, that the
    foot of a column may part; or one block over the page's width."""

    parts: tuple[tuple[float, Block], ...]
    wide: bool = False
    last: bool = False  # it follows the last exercise,
    roams: bool = False  # unless it saves a sheet of paper elsewhere
    optional: int = 0  # it may be left out where it would cost a sheet of paper: the highest of these first
    early: bool = False  # it is best read before the last exercise
    led: bool = False  # it never stands before the nearest one that is not: they have one heading
    alone: Block | None = None  # how it stands by itself, over the width of a page of two columns


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the document as set: its place in the tree and its pieces from top to foot."""

    tag: Tag | None
    pieces: tuple[Piece, ...]
    kind: str = ""
    before: str = ""  # an exercise that it may stand in front of, where that saves a sheet
    plain: tuple[Piece, ...] = ()  # the same without its pictograms, where they would cost a sheet
    loose: Loose | None = None  # it fills a hole, and has no pieces until it does

    @property
    def height(self) -> float:
        """The height on one page, white between pieces included."""
        return sum(p.height for p in self.pieces) + sum(p.before for p in self.pieces[1:])


def stack(setup: Setup, width: float, blocks: Iterable[tuple[float, Block]]) -> Block:
    """Blocks one under the other: each with the white before it."""
    frame, y = setup.frame(width), 0.0
    for before, block in blocks:
        y += before
        frame.place(0, y, block)
        y += block.height
    return frame.block(y)


def beside(setup: Setup, blocks: Sequence[tuple[float, Block]], width: float) -> Block:
    """Blocks side by side, heads level: each with its distance from the start side."""
    frame = setup.frame(width)
    for start, block in blocks:
        frame.place(start, 0, block)
    return frame.block(max((block.height for _, block in blocks), default=0.0))


def words(setup: Setup, prose: Prose, width: float = 0.0, start: float = 0.0) -> Block:
    """A paragraph as one block."""
    frame = setup.frame(width or prose.paragraph.measure + start)
    frame.text(start, 0, prose.paragraph)
    return frame.block(prose.height)


def line_blocks(setup: Setup, prose: Prose, start: float = 0.0) -> tuple[Block, ...]:
    """The lines of a paragraph, a block each."""
    paragraph = prose.paragraph
    count = len(paragraph.lines)
    height = paragraph.height / count if count else 0.0
    blocks: list[Block] = []
    for index, line in enumerate(paragraph.lines):
        moved = replace(line, baseline=line.baseline - index * height)
        frame = setup.frame(paragraph.measure + start)
        frame.text(start, 0, Paragraph((moved,), paragraph.measure, height, line.width))
        blocks.append(frame.block(height))
    return tuple(blocks)


def lines(setup: Setup, prose: Prose, first: Piece, start: float = 0.0) -> tuple[Piece, ...]:
    """A paragraph as pieces of a line each, no line left alone at the foot or the head of a page. `first`
    says what stands before and after it; its block is not used."""
    blocks = line_blocks(setup, prose, start)
    pieces: list[Piece] = []
    for index, block in enumerate(blocks):
        held = index == 0 or index == len(blocks) - 2
        last = index == len(blocks) - 1
        pieces.append(
            Piece(
                block,
                before=first.before if index == 0 else 0.0,
                with_next=first.with_next if last else held,
                clings=first.clings if last else ONE_LIST,
                stretch=0.0 if index else first.stretch,
                path=first.path,
            )
        )
    return tuple(pieces)
