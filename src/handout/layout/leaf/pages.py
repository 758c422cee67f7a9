"""A manuscript that is a leaf as its two pages: the front opens as a sheet does, the back holds everything else."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from handout.drawing import Picture
from handout.errors import Finding, LeafError
from handout.layout.arrange import Arranged, FilledSlot, with_taller_pieces
from handout.layout.blocks.running import read_running
from handout.layout.document import bind, fits, held_by, placed, refusal
from handout.layout.first_page import Front, Opening
from handout.layout.flow import Passage
from handout.layout.leaf.aside import Asides
from handout.layout.leaf.back import LeafBack, backs
from handout.layout.leaf.front import FRONT, set_front
from handout.layout.leaf.last import set_last, set_version
from handout.layout.leaf.setting import back_setup, behind, leaf_setup
from handout.layout.leaf.spare import SLACK, with_spare
from handout.layout.pages import Pages
from handout.layout.paginate import height_of, slot_of
from handout.layout.setters import set_blocks
from handout.layout.setting import Setting
from handout.layout.setup import Setup, setup_of
from handout.layout.sheet import Sheet, room_of
from handout.layout.splits import splits_of
from handout.layout.theme.types import Theme
from handout.manuscript import Colophon, Days, ExerciseCard, Manuscript, ManuscriptBlock, Online

GRID = (ExerciseCard, Days, Online, Colophon)  # what stands in the cells of the back


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf before it is put on its pages: a sheet without what follows page 1, and every back it may have."""

    sheet: Sheet
    behind: Setup  # what the back is set with
    backs: tuple[LeafBack, ...]

    def ways(self) -> Iterator[tuple[Opening, tuple[Passage, ...]]]:
        """Every way to open it and to go on behind, best first: the last line of the front says to turn over, unless
        the panel needs that room, and there or behind everything stands which version this is."""
        sheet = self.sheet
        version = set_version(sheet.manuscript, back_setup(sheet.setup))
        for back in self.backs:
            behind = back.passages if back.named or version is None else (*back.passages, version)
            for order, group in groupby(sheet.openings(), lambda one: one.order):
                own: list[Opening] = []
                whole = order == "front"  # a part of the panel that goes over the page comes before it
                last = set_last(sheet.manuscript, sheet.setup, named=back.named or not whole)
                rest = back.passages if whole else behind
                for one in group:
                    own.append(one)
                    yield replace(one, first=(*one.first, last)), rest
                yield from ((one, behind) for one in own)


def lay_out_leaf(manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting) -> Pages:
    """Its two pages. Raises LeafError where they do not hold it, LayoutError for what cannot be set."""
    leaf = set_leaf(manuscript, pictures, theme, setting)
    least = math.inf
    for opening, must in leaf.ways():  # set as they are asked for: the first that fits is printed
        if not fits(leaf.sheet, opening):
            continue
        back = with_spare(must, leaf.behind, partial(excess, leaf.sheet, opening))
        over = excess(leaf.sheet, opening, back)
        if over <= SLACK:
            return _bound(replace(leaf.sheet, rest=back), opening)
        least = min(least, over)
    if math.isinf(least):
        raise LeafError(refusal(leaf.sheet).findings)
    count = sum(isinstance(block, ExerciseCard) for block in manuscript.blocks)
    said = "one exercise and its note do" if count == 1 else f"{count} exercises with their cautions do"
    what = f"{said} not fit the back of a leaf: {math.ceil(least)} pt too high"
    raise LeafError(Finding(what, "Leave an exercise out, or print the sheet."))


def set_leaf(manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting) -> Leaf:
    """Every block of it set. Raises LayoutError with all that cannot be."""
    plain = setup_of(manuscript.paper, theme, setting)
    setup, card = leaf_setup(plain), has_card(manuscript)
    own = behind(plain, card=card)
    foot = read_running(manuscript.running, setup)
    room = room_of(manuscript, setup, foot)
    first = set_front(manuscript.blocks, setup, pictures, room)
    front = Front(tuple(first), splits_of(manuscript, setup, pictures, behind=own), setup)
    sheet = Sheet(manuscript, setup, room, front, (), foot, pictures)
    make = _with_card if card else _with_cells
    return Leaf(sheet, own, tuple(make(sheet, own, pictures)))


def has_card(manuscript: Manuscript) -> bool:
    """Whether its exercise is the card of a sheet, and no cell."""
    return any(one.detail != "cue" for one in manuscript.all(ExerciseCard))


def _with_card(sheet: Sheet, setup: Setup, pictures: Mapping[str, Picture]) -> Iterator[LeafBack]:
    """A back with the card of a sheet, and what a sheet has beside it."""
    own = [block for block in sheet.manuscript.blocks if block.kind.label not in FRONT]
    blocks = [block for block in own if not isinstance(block, Colophon)]
    made = (_apart(one, setup) for one in set_blocks(blocks, setup, pictures, sheet.room))
    yield LeafBack(tuple(made), named=False)


def _apart(passage: Passage, setup: Setup) -> Passage:
    """A balance without a heading of its own stands as far from what is above it as one with a heading."""
    if passage.kind != "balance":
        return passage
    first, *others = passage.pieces
    return replace(passage, pieces=(replace(first, before=setup.theme.gap.section), *others))


def _with_cells(sheet: Sheet, setup: Setup, pictures: Mapping[str, Picture]) -> Iterator[LeafBack]:
    """Every back with cells."""
    manuscript = sheet.manuscript
    before, after = (set_blocks(part, setup, pictures, sheet.room) for part in _back(manuscript.blocks))
    asides = Asides(manuscript.first(Days), manuscript.first(Online), manuscript.first(Colophon))
    for one in backs(tuple(manuscript.all(ExerciseCard)), asides, sheet.setup, pictures):
        yield replace(one, passages=(*before, *one.passages, *after))


def _back(blocks: Sequence[ManuscriptBlock]) -> Iterator[list[ManuscriptBlock]]:
    """What stands before the exercises, and what stands after them."""
    at = next((index for index, block in enumerate(blocks) if isinstance(block, ExerciseCard)), len(blocks))
    for part in (blocks[:at], blocks[at:]):
        yield [block for block in part if not isinstance(block, GRID) and block.kind.label not in FRONT]


def excess(sheet: Sheet, opening: Opening, back: Sequence[Passage]) -> float:
    """How much higher the back is than its page."""
    return height_of([slot_of(piece) for passage in (*opening.then, *back) for piece in passage.pieces]) - sheet.room


def _bound(sheet: Sheet, opening: Opening) -> Pages:
    """Both pages, the back on a page of its own."""
    rows = _rows((*opening.first, *opening.then, *sheet.rest))
    held = held_by(opening)
    spare, gaps = max(0.0, -excess(sheet, opening, sheet.rest)), max(1, len(rows) - held - 1)
    share = min(sheet.setup.theme.leaf.spread, spare / gaps)
    for index in range(held + 1, len(rows)):
        slot = rows[index].slot
        rows[index] = replace(rows[index], slot=replace(slot, before=slot.before + share))
    own = with_taller_pieces(Arranged(tuple(rows), (0, held)), (0.0, spare - share * gaps))
    return bind(sheet, opening, own, placed(sheet, own))


def _rows(passages: Sequence[Passage]) -> list[FilledSlot]:
    """A row for each piece; what stands in the piece of another, as the second cell of a row does, goes with it."""
    rows: list[FilledSlot] = []
    for passage in passages:
        rows.extend(FilledSlot((passage,), piece, slot_of(piece)) for piece in passage.pieces)
        if not passage.pieces:
            rows[-1] = replace(rows[-1], passages=(*rows[-1].passages, passage))
    return rows
