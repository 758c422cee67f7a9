"""What follows page 1 in the order of the pages: what flows, and the loose blocks in the holes that it leaves.

Exercises stand in their order, and most blocks in the template's. The way down to the floor and up may wait for the
first exercise that needs it, where that saves a sheet of paper; pictograms that only repeat words go where they alone
would cost one. Loose blocks fill holes. Lines to write on stand where the last page has room for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handout.layout.blocks.closing import more_lines
from handout.layout.fillers import set_group
from handout.layout.flow import Passage, Piece
from handout.layout.paginate import Rooms, Slot, Spot, height_of, place, slot_of
from handout.layout.setup import Setup
from handout.layout.stock import Movable, PackedPage

Passages = tuple[Passage, ...]
TAIL = frozenset({"diary", "online", "notes", "colophon"})  # what loose blocks stand above
WRITTEN = "notes"
FEW = 12  # pieces of a passage that may be sent behind the exercises: one of more breaks wherever a page ends


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """One slot of the pages with what stands in it: a piece of a passage, or a group of loose ones; in one of two
    partners it may hold nothing."""

    passages: Passages
    piece: Piece | None
    slot: Slot

    @property
    def kind(self) -> str:
        """Of what stands in it."""
        return self.passages[0].kind if self.passages else ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """All rows in the order of the pages, and the number of the first row of each page."""

    rows: tuple[FilledSlot, ...]
    breaks: tuple[int, ...]

    @property
    def passages(self) -> Passages:
        """In the order of the tree."""
        found = (passage for row in self.rows for passage in row.passages)
        return tuple({id(passage): passage for passage in found}.values())

    def places(self, rooms: Rooms) -> list[Spot]:
        """The place of each row."""
        return place([row.slot for row in self.rows], self.breaks, rooms)

    def spare(self, rooms: Rooms) -> tuple[float, ...]:
        """The room that each page has left."""
        return tuple(
            rooms.at(page) - height_of([row.slot for row in self.rows[start:stop]])
            for page, (start, stop) in enumerate(pairwise((*self.breaks, len(self.rows))))
        )


def orders(passages: Sequence[Passage]) -> tuple[Passages, ...]:
    """Every order that may be printed, the template's own first; then with the way down to the floor at the exercise
    that needs it, with the choices side by side behind the exercises, without pictograms; at last with what may stand
    before the last exercise there."""
    own = tuple(passages)
    plain = tuple(replace(p, pieces=p.plain, plain=()) if p.plain else p for p in own)
    made = [(own, _waiting(own)), (plain, _waiting(plain))] if plain != own else [(own, _waiting(own))]
    listed = [order for pair in made for order in (*pair, *(_weighed_later(one) for one in pair if _held(one, "ways")))]
    unlike = list({tuple(id(passage) for passage in order): order for order in listed}.values())
    return (*unlike, *(freed for order in unlike if (freed := _roaming(order)) != order))


def _roaming(passages: Passages) -> Passages:
    """What need not follow the last exercise may stand before it."""
    return tuple(
        replace(one, loose=replace(one.loose, last=False)) if one.loose and one.loose.roams else one for one in passages
    )


def _held(passages: Passages, kind: str) -> bool:
    """Whether a passage of that kind is in few pieces, so that its place matters."""
    return any(len(one.pieces) <= FEW for one in passages if one.kind == kind)


def _weighed_later(passages: Passages) -> Passages:
    """The choices side by side stand behind the last exercise."""
    rest = [passage for passage in passages if passage.kind != "ways"]
    at = max((number for number, one in enumerate(rest, 1) if one.kind == "exercise"), default=0)
    return (*rest[:at], *(one for one in passages if one.kind == "ways"), *rest[at:]) if at else passages


def _waiting(passages: Passages) -> Passages:
    """What names an exercise stands right before it."""
    for passage in passages:
        target = next((p for p in passages if passage.before and _is_exercise(p, passage.before)), None)
        if target is not None:
            rest = tuple(p for p in passages if p is not passage)
            at = rest.index(target)
            return (*rest[:at], passage, *rest[at:])
    return passages


def _is_exercise(passage: Passage, name: str) -> bool:
    return passage.kind == "exercise" and passage.tag is not None and passage.tag.id == f"exercise/{name}"


def flowing(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that stand where their order puts them."""
    return [passage for passage in passages if passage.loose is None and passage.kind != WRITTEN]


def loosened(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that fill holes."""
    return [passage for passage in passages if passage.loose is not None]


def looseness(passages: Sequence[Passage], kinds: Sequence[str]) -> tuple[Movable, ...]:
    """Loose blocks as packing sees them, among slots of these kinds. None stands before the whole safety panel."""
    panel, last = (
        max((number for number, own in enumerate(kinds) if own == kind), default=-1) for kind in ("safety", "exercise")
    )
    made: list[Movable] = []
    leader = -1
    for number, one in enumerate(passage.loose for passage in passages if passage.loose):
        leader = leader if one.led else number
        after, by = max(panel, last if one.last else -1), last + 1 if one.early else 1_000_000
        made.append(Movable(after, one.optional, by, leader if one.led else -1))
    return tuple(made)


def tail_of(kinds: Sequence[str]) -> int:
    """The number of the first slot of the diary and what follows it to the end."""
    at = len(kinds)
    while at and kinds[at - 1] in TAIL:
        at -= 1
    return at


def arranged(
    flow: Sequence[FilledSlot], groups: Sequence[tuple[Passages, float]], pages: Sequence[PackedPage], setup: Setup
) -> Arranged:
    """The rows of what flows, with the loose passages of each page and how high they are among them."""
    tail = tail_of([row.kind for row in flow])
    white, stretch = setup.theme.gap.section, setup.theme.gap.stretch
    rows: list[FilledSlot] = []
    breaks: list[int] = []
    for page, (passages, height) in zip(pages, groups, strict=True):
        breaks.append(len(rows))
        cut = min(max(tail, page.start), page.stop)
        rows += flow[page.start : cut]
        if passages:
            made = set_group(setup, passages, white)
            rows.append(FilledSlot(made, made[0].pieces[0], Slot(height, white, stretch=stretch)))
        rows += flow[cut : page.stop]
    return Arranged(tuple(rows), tuple(breaks))


def notes_of(passages: Sequence[Passage]) -> tuple[FilledSlot | None, str]:
    """The lines to write on, where there are any, and the kind of the passage that they stand before."""
    at = next((number for number, passage in enumerate(passages) if passage.kind == WRITTEN), None)
    if at is None:
        return None, ""
    (piece,) = passages[at].pieces
    behind = next((passage.kind for passage in passages[at + 1 :] if passage.loose is None), "")
    return FilledSlot((passages[at],), piece, slot_of(piece)), behind


def with_taller_pieces(own: Arranged, spare: Sequence[float], *, alone: bool = True) -> Arranged:
    """The same with what each page has room for in the figures of its cards, between its loose blocks and in the rows
    of its diary; partners, whose cards would grow unlike each other, have it in the diary alone."""
    rows = list(own.rows)
    for (start, stop), room in zip(pairwise((*own.breaks, len(rows))), spare, strict=True):
        growing = [at for at in range(start, stop) if (piece := rows[at].piece) and piece.taller]
        growing = [at for at in growing if alone or rows[at].kind in TAIL]
        for left, at in zip(range(len(growing), 0, -1), growing, strict=True):
            grown = _taller(rows[at], max(0.0, room) / left)
            room -= grown.slot.height - rows[at].slot.height
            rows[at] = grown
    return replace(own, rows=tuple(rows))


def _taller(row: FilledSlot, room: float) -> FilledSlot:
    """The row higher by as much of the room as its piece has a use for."""
    if row.piece is None or row.piece.taller is None:
        return row
    piece = replace(row.piece, block=row.piece.taller(room))
    slot = replace(row.slot, height=row.slot.height + piece.height - row.piece.height)
    first, *others = row.passages
    return FilledSlot((replace(first, pieces=(piece,)), *others), piece, slot)


def with_notes(own: Arranged, note: FilledSlot | None, before: str, setup: Setup, room: float) -> Arranged:
    """The same with lines to write on before the passage of that kind, or at the end: as many as the room holds, and
    none where it does not hold the fewest."""
    if note is None or note.piece is None:
        return own
    spare = room - note.slot.before - note.slot.height
    if spare < 0:
        return own
    at = next((number for number, row in enumerate(own.rows) if row.kind == before), len(own.rows))
    if at <= own.breaks[-1]:
        return own
    piece = more_lines(note.piece, setup, spare)
    grown = replace(note.slot, height=note.slot.height + piece.height - note.piece.height)
    passage = replace(note.passages[0], pieces=(piece,))
    return replace(own, rows=(*own.rows[:at], FilledSlot((passage,), piece, grown), *own.rows[at:]))
