"""Two partners of one sheet: the same exercise on the same page, at the same height, in two languages.

Blocks are set for each as if it were alone; then both are broken into pages together, each slot as high as
the taller of the two. Page 1 differs in its words alone: its blocks keep their own distances.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NoReturn

from handout.drawing import Picture
from handout.errors import Finding, LayoutError, LeafError
from handout.layout.arrange import Arranged, FilledSlot, flowing, loosened, notes_of, orders
from handout.layout.document import Side, bind, closest, filled, fits, placed, refusal, rooms_of, rows_of
from handout.layout.first_page import Opening
from handout.layout.flow import Passage, Piece
from handout.layout.pages import Pages
from handout.layout.paginate import Rooms, Slot, Spot, height_of, place, shared, slot_of
from handout.layout.setting import Setting
from handout.layout.sheet import Sheet, set_sheet
from handout.layout.theme.types import Theme
from handout.manuscript import Manuscript

Pair = tuple[Piece | None, Piece | None]


@dataclass(frozen=True, slots=True)
class Partner:
    """One of two: what `lay_out` would take."""

    manuscript: Manuscript
    pictures: Mapping[str, Picture]
    theme: Theme
    setting: Setting


def lay_out_pair(one: Partner, other: Partner) -> tuple[Pages, Pages]:
    """Both partners as pages that match. Raises LayoutError with the findings of either, or where they do
    not hold the same blocks on the same paper; LeafError for leaves, whose cells have no shared places."""
    if "leaf" in (one.manuscript.length, other.manuscript.length):
        hint = "Print the companion of a sheet."
        raise LeafError(Finding("a companion shows each exercise at the same place", hint))

    def ways(*, close: bool) -> tuple[list[tuple[Side, Side]], tuple[Opening, Opening]]:
        both = _sheets(one, other, close=close)
        openings = _openings(*both)
        rests = zip(*(orders(sheet.rest) for sheet in both), strict=False)
        return [_sides(both, openings, rest) for rest in rests], openings

    sides, pages, openings = closest(ways, lambda _: 1)
    first, second = (side[2] for side in sides)
    notes = _matched_notes(first, second)
    made = filled(sides, pages, notes)
    places = placed(first, made[0])
    alone = len(places) == 1 or places[1].page > 0
    return (
        _bound(first, openings[0], made[0], places, alone),
        _bound(second, openings[1], made[1], places, alone),
    )


def _sides(
    both: tuple[Sheet, Sheet], openings: tuple[Opening, Opening], rests: Sequence[Sequence[Passage]]
) -> tuple[Side, Side]:
    """What flows and what is loose in both, with the slots that they share; the opening is the first."""
    head = FilledSlot((), None, Slot(max(_opening_height(opening) for opening in openings)))
    flows = [(*opening.then, *flowing(rest)) for opening, rest in zip(openings, rests, strict=True)]
    _alike(*flows)
    loose = [tuple(loosened(rest)) for rest in rests]
    _alike(*loose)
    rows = [pair for a, b in zip(*flows, strict=True) for pair in _rows(a, b)]
    own = [(head, *(pair[side] for pair in rows)) for side in range(2)]
    return (own[0], loose[0], both[0]), (own[1], loose[1], both[1])


def _rows(one: Passage, other: Passage) -> Iterator[tuple[FilledSlot, FilledSlot]]:
    """The pieces of a passage in both; where one has fewer, nothing stands beside the other's."""
    for a, b in zip_longest(one.pieces, other.pieces):
        slot = _slot((a, b))
        yield FilledSlot((one,), a, slot), FilledSlot((other,), b, slot)


def _matched_notes(first: Sheet, second: Sheet) -> list[tuple[FilledSlot | None, str]]:
    """The lines to write on, as high in both."""
    found = [notes_of(sheet.rest) for sheet in (first, second)]
    (one, before), (other, behind) = found
    if one is None or other is None or one.piece is None or other.piece is None:
        return found
    slot = _slot((one.piece, other.piece))
    return [(replace(one, slot=slot), before), (replace(other, slot=slot), behind)]


def _sheets(one: Partner, other: Partner, *, close: bool) -> tuple[Sheet, Sheet]:
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for partner in (one, other):
        try:
            own = partner.manuscript, partner.pictures, partner.theme, partner.setting
            sheets.append(set_sheet(*own, close=close))
        except LayoutError as error:
            findings.extend(error.findings)
    if findings:
        raise LayoutError(findings)
    first, second = sheets
    looks = [(sheet.manuscript.paper, sheet.setup.theme.page) for sheet in sheets]
    if looks[0] != looks[1]:
        hint = "print both in one style and on one paper"
        raise LayoutError(Finding("the two sheets have pages of different sizes", hint))
    room = min(first.room, second.room)  # one foot may need more lines than the other
    return replace(first, room=room), replace(second, room=room)


def _openings(first: Sheet, second: Sheet) -> tuple[Opening, Opening]:
    """The best openings that give way alike: the same blocks stand on page 1 of both."""
    openings = [[o if fits(sheet, o) else None for o in sheet.openings()] for sheet in (first, second)]
    found = [
        (i + j, i, a, b)
        for i, a in enumerate(openings[0])
        for j, b in enumerate(openings[1])
        if a and b and _kinds(a.then) == _kinds(b.then)
    ]
    if not found:
        raise refusal(first if not any(openings[0]) else second)
    _, _, one, other = min(found, key=lambda entry: entry[:2])
    return one, other


def _kinds(passages: Sequence[Passage]) -> list[str]:
    return [passage.kind for passage in passages]


def _alike(one: Sequence[Passage], other: Sequence[Passage]) -> None:
    """Raises LayoutError where two sheets do not hold the same blocks."""
    named = [[(p.kind, p.tag.id if p.tag else "") for p in passages] for passages in (one, other)]
    if named[0] != named[1]:
        hint = "make both from one routine, with the same exercises and the same template"
        raise LayoutError(Finding("the two sheets do not hold the same blocks", hint))


def _slot(pair: Pair) -> Slot:
    one, other = pair
    if one and other:
        return shared(one, other)
    return slot_of(one or other or _nothing())


def _nothing() -> NoReturn:
    raise AssertionError("a pair holds one piece at least")


def _opening_height(opening: Opening) -> float:
    return height_of([slot_of(piece) for passage in opening.first for piece in passage.pieces])


def _bound(sheet: Sheet, opening: Opening, own: Arranged, places: Sequence[Spot], alone: bool) -> Pages:
    """One partner's pages: page 1 in its own distances, the rest at the shared places."""
    head = rows_of(opening.first)
    slots = [row.slot for row in head]
    room = rooms_of(sheet).first if alone else height_of(slots)
    # A last slot that opens a page of its own lets the gaps of page 1 grow.
    spots = place([*slots, Slot(0, opens=True)], [0, len(slots)], Rooms(room, room))[: len(slots)]
    moved = len(head) - 1
    breaks = (0, *(start + moved for start in own.breaks[1:]))
    return bind(sheet, opening, Arranged((*head, *own.rows[1:]), breaks), [*spots, *places[1:]])
