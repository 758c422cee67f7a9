"""Two partners of one sheet: the same exercise on the same page, at the same height, in two languages.

Blocks are set for each as if it were alone; then both are broken into pages together, each slot as high as
the taller of the two. Page 1 differs in its words alone: its blocks keep their own distances.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NoReturn

from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.document import Sheet, bind, fits, paged, pieces_of, refusal, rooms_of, set_sheet
from handout.layout.first_page import Opening
from handout.layout.flow import Passage, Piece
from handout.layout.order import orders, sheets
from handout.layout.pages import Pages
from handout.layout.paginate import Place, Rooms, Slot, break_pages, height_of, place, shared, slot_of
from handout.layout.setting import Setting
from handout.layout.theme.types import Theme
from handout.manuscript.manuscript import Manuscript

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
    not hold the same blocks on the same paper."""
    first, second = _sheets(one, other)
    openings = _openings(first, second)
    first, second = _ordered((first, second), openings)
    pairs = _pairs((first, second), openings)
    slots = _slots(pairs, openings)
    named = [Piece(openings[0].first[0].pieces[0].block), *(a or b or _nothing() for a, b in pairs)]
    places = paged(first, slots, 1, named)
    alone = len(places) == 1 or places[1].page > 0
    return (
        _bound(first, openings[0], [pair[0] for pair in pairs], places, alone),
        _bound(second, openings[1], [pair[1] for pair in pairs], places, alone),
    )


def _sheets(one: Partner, other: Partner) -> tuple[Sheet, Sheet]:
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for partner in (one, other):
        try:
            sheets.append(set_sheet(partner.manuscript, partner.pictures, partner.theme, partner.setting))
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


def _ordered(both: tuple[Sheet, Sheet], openings: tuple[Opening, Opening]) -> tuple[Sheet, Sheet]:
    """Both in the first of their orders that takes the fewest sheets of paper."""
    first, second = both
    ways = zip(orders(first.rest), orders(second.rest), strict=False)
    ordered = [(replace(first, rest=one), replace(second, rest=other)) for one, other in ways]

    def paper(way: tuple[Sheet, Sheet]) -> int:
        return sheets(len(break_pages(_slots(_pairs(way, openings), openings), rooms_of(first), 1)))

    return min(ordered, key=paper)


def _pairs(both: tuple[Sheet, Sheet], openings: tuple[Opening, Opening]) -> list[Pair]:
    return _matched(_rest(both[0], openings[0]), _rest(both[1], openings[1]))


def _slots(pairs: Sequence[Pair], openings: tuple[Opening, Opening]) -> list[Slot]:
    head = Slot(max(_opening_height(opening) for opening in openings))
    return [head, *(_slot(pair) for pair in pairs)]


def _kinds(passages: Sequence[Passage]) -> list[str]:
    return [passage.kind for passage in passages]


def _rest(sheet: Sheet, opening: Opening) -> tuple[Passage, ...]:
    return (*opening.then, *sheet.rest)


def _matched(one: Sequence[Passage], other: Sequence[Passage]) -> list[Pair]:
    """The pieces of both, passage by passage; where one has fewer, nothing stands beside the other's."""
    named = [[(p.kind, p.tag.id if p.tag else "") for p in passages] for passages in (one, other)]
    if named[0] != named[1]:
        hint = "make both from one routine, with the same exercises and the same template"
        raise LayoutError(Finding("the two sheets do not hold the same blocks", hint))
    return [pair for a, b in zip(one, other, strict=True) for pair in zip_longest(a.pieces, b.pieces)]


def _slot(pair: Pair) -> Slot:
    one, other = pair
    if one and other:
        return shared(one, other)
    return slot_of(one or other or _nothing())


def _nothing() -> NoReturn:
    raise AssertionError("a pair holds one piece at least")


def _opening_height(opening: Opening) -> float:
    return height_of([slot_of(piece) for passage in opening.first for piece in passage.pieces])


def _bound(
    sheet: Sheet, opening: Opening, rest: Sequence[Piece | None], places: Sequence[Place], alone: bool
) -> Pages:
    """One partner's pages: page 1 in its own distances, the rest at the shared places."""
    head = pieces_of(opening, ())[: sum(len(passage.pieces) for passage in opening.first)]
    slots = [slot_of(piece) for piece in head]
    room = rooms_of(sheet).first if alone else height_of(slots)
    # A last slot that opens a page of its own lets the gaps of page 1 grow.
    spots = place([*slots, Slot(0, opens=True)], [0, len(slots)], Rooms(room, room))[: len(slots)]
    kept = [(piece, spot) for piece, spot in zip(rest, places[1:], strict=True) if piece]
    return bind(sheet, opening, [*head, *(piece for piece, _ in kept)], [*spots, *(spot for _, spot in kept)])
