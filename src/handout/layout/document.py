"""A manuscript laid out: set every block, open page 1, break pages and fill holes, join items and tags."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.arrange import (
    Arranged,
    FilledSlot,
    arranged,
    flowing,
    loosened,
    looseness,
    notes_of,
    orders,
    tail_of,
    with_notes,
    with_taller_pieces,
)
from handout.layout.blocks.running import set_foot, set_head
from handout.layout.fillers import group_size
from handout.layout.first_page import Opening, too_high
from handout.layout.flow import Passage
from handout.layout.own import OWN, own_leaves
from handout.layout.packing import pack
from handout.layout.pages import Gap, Item, Page, Pages, Tag
from handout.layout.paginate import Rooms, Spot, height_of, slot_of
from handout.layout.setting import Setting
from handout.layout.setup import PAPER
from handout.layout.sheet import Sheet, set_sheet
from handout.layout.stock import PAGES_A_SHEET, Group, PackedPage, Stock, fewest, hole, left_out, roomy, sheets
from handout.layout.theme.types import Theme
from handout.manuscript import Manuscript

Flow = tuple[FilledSlot, ...]
Side = tuple[Flow, tuple[Passage, ...], Sheet]  # of one partner: what flows, what is loose, how it is set
Sides = tuple[Side, ...]  # of one partner, or of two
Result = tuple[int, int, float]  # sheets of paper, what is left out, and what a hole is too large by
DENSER = 0.92  # of its height, about: a sheet without its page 1 that is set closer
Opened = TypeVar("Opened")


def lay_out_sheet(manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting) -> Pages:
    """The manuscript as finished pages. Raises LayoutError with every block that does not fit."""

    def ways(*, close: bool) -> tuple[list[tuple[Side]], Opening]:
        sheet = set_sheet(manuscript, pictures, theme, setting, close=close)
        opening = next((opening for opening in sheet.openings() if fits(sheet, opening)), None)
        if opening is None:
            raise refusal(sheet)
        first = rows_of((*opening.first, *opening.then))
        sides = [((*first, *rows_of(flowing(rest))), tuple(loosened(rest)), sheet) for rest in orders(sheet.rest)]
        return [(side,) for side in sides], opening

    (side,), pages, opening = closest(ways, held_by)
    sheet = side[2]
    (own,) = filled((side,), pages, (notes_of(sheet.rest),))
    return bind(sheet, opening, own, placed(sheet, own))


def closest(
    set_: Callable[..., tuple[Sequence[Sides], Opened]], held: Callable[[Opened], int]
) -> tuple[Sides, tuple[PackedPage, ...], Opened]:
    """The best way to break a sheet, or two partners, into pages: at its full leading where everything stands on as
    few sheets of paper as must be; else closer, where that takes fewer sheets or leaves less out, or no hole. What has
    no room at its full leading is tried so in large print alone, whose readers need it, and where closer lines do not
    suffice."""
    airy = _packable(set_, held, close=False)
    least = min(sheets(fewest(stock, DENSER)) for stock in airy.stocks)
    room = any(roomy(stock, least) for stock in airy.stocks)
    found = [airy.best()] if room else []
    if not found or found[0][0] > (least, 0, 0.0):
        close = _packable(set_, held, close=True)
        found.append(close.best())
        if not room and not airy.two and found[0][0] > (min(sheets(fewest(stock)) for stock in close.stocks), 0, 0.0):
            found.insert(0, airy.best())
    return min(found, key=itemgetter(0))[1:]


@dataclass(frozen=True, slots=True)
class _Packable(Generic[Opened]):
    """A sheet, or two partners, in every order that may be printed, ready to be packed."""

    ways: Sequence[Sides]
    opened: Opened
    stocks: Sequence[Stock]

    @property
    def two(self) -> bool:
        """Whether the page has two columns."""
        return self.ways[0][0][2].setup.two

    def best(self) -> tuple[Result, Sides, tuple[PackedPage, ...], Opened]:
        """What the best order comes to, that order, and its pages."""
        return (*_best(self.ways, self.stocks), self.opened)


def _packable(
    set_: Callable[..., tuple[Sequence[Sides], Opened]], held: Callable[[Opened], int], *, close: bool
) -> _Packable[Opened]:
    ways, opened = set_(close=close)
    return _Packable(ways, opened, _stocks(ways, held(opened)))


def _best(ways: Sequence[Sides], stocks: Sequence[Stock]) -> tuple[Result, Sides, tuple[PackedPage, ...]]:
    """Of several orders, each of one partner or of two, the first that takes the fewest sheets of paper, and its
    pages. In large print, where much cannot be parted, no hole is too large."""
    least, two = min(sheets(fewest(stock)) for stock in stocks), ways[0][0][2].setup.two
    found: list[tuple[Result, Sides, tuple[PackedPage, ...]]] = []
    for way, stock in zip(ways, stocks, strict=True):
        pages = pack(stock, _better(min(result for result, _, _ in found)) if found else 0)
        if not pages:
            continue
        large = max(0.0, hole(stock, pages)) if two else 0.0
        found.append(((sheets(len(pages)), left_out(pages, len(stock.loose)), large), way, pages))
        if found[-1][0] <= (least, 0, 0.0):
            break  # none can be better
    return min(found, key=itemgetter(0))


def _better(best: Result) -> int:
    """How many pages a better way may have; 0 where it might have as many and no hole."""
    paper, omitted, large = best
    return 0 if large else PAGES_A_SHEET * (paper if omitted else paper - 1)


def _stocks(ways: Sequence[Sides], held: int) -> list[Stock]:
    """What is packed in each order; what is loose is the same in all."""
    size = _sizes(ways[0])
    return [_stock(way, held, size) for way in ways]


def _sizes(sides: tuple[Side, ...]) -> Callable[[Group], tuple[float, float]]:
    """The height of loose blocks with the white before them, and what their look costs; each group is set once."""
    section = sides[0][2].setup.theme.gap.section
    made: dict[Group, tuple[float, float]] = {}

    def size(group: Group) -> tuple[float, float]:
        if group not in made:
            high, flaw = _size(sides, group)
            made[group] = section + high, flaw
        return made[group]

    return size


def _stock(sides: tuple[Side, ...], held: int, size: Callable[[Group], tuple[float, float]]) -> Stock:
    """What is packed on the pages of partners that share them."""
    flow, loose, sheet = sides[0]
    kinds = [row.kind for row in flow]
    slots = tuple(row.slot for row in flow)
    inside = frozenset(n for n in range(1, len(flow)) if flow[n].passages and flow[n].passages == flow[n - 1].passages)
    return Stock(slots, held, looseness(loose, kinds), rooms_of(sheet), size, inside, tail_of(kinds))


def _size(sides: Sequence[Side], group: Group) -> tuple[float, float]:
    """The height of the same loose blocks in the partner where it is greatest, and what their look costs there where it
    costs most."""
    held = [(sheet.setup, [own for n in group if (own := loose[n].loose)]) for _, loose, sheet in sides]
    heights, flaws = zip(*(group_size(setup, own) for setup, own in held), strict=True)
    return max(heights), max(flaws)


def filled(
    sides: Sequence[Side], pages: Sequence[PackedPage], notes: Sequence[tuple[FilledSlot | None, str]]
) -> list[Arranged]:
    """Each partner's rows in the order of the pages; `notes` are the lines to write on, and what they stand before."""
    heights = [_size(sides, page.group)[0] if page.group else 0.0 for page in pages]
    made: list[Arranged] = []
    for flow, loose, sheet in sides:
        groups = [(tuple(loose[n] for n in page.group), high) for page, high in zip(pages, heights, strict=True)]
        made.append(arranged(flow, groups, pages, sheet.setup))
    rooms = rooms_of(sides[0][2])
    room = made[0].spare(rooms)[-1]
    own = zip(made, sides, notes, strict=True)
    noted = [with_notes(one, row, before, side[2].setup, room) for one, side, (row, before) in own]
    left = noted[0].spare(rooms)
    return [with_taller_pieces(one, left, alone=len(sides) == 1) for one in noted]


def rows_of(passages: Sequence[Passage]) -> Flow:
    """A row for each piece."""
    return tuple(FilledSlot((passage,), piece, slot_of(piece)) for passage in passages for piece in passage.pieces)


def fits(sheet: Sheet, opening: Opening) -> bool:
    """Whether page 1 holds what the opening puts there."""
    return _excess(opening, sheet.room) <= 0.01


def refusal(sheet: Sheet) -> LayoutError:
    """What to say where the panel fits page 1 in no way."""
    return too_high(_excesses(sheet))


def _excess(opening: Opening, room: float) -> float:
    """How much higher page 1 is than its room."""
    return height_of([slot_of(p) for passage in opening.first for p in passage.pieces]) - room


def _excesses(sheet: Sheet) -> dict[str, float]:
    least: dict[str, float] = {}
    for opening in sheet.openings():
        excess = _excess(opening, sheet.room)
        least[opening.order] = min(excess, least.get(opening.order, excess))
    return least


def held_by(opening: Opening) -> int:
    """How many pieces page 1 must hold."""
    return len(rows_of(opening.first))


def placed(sheet: Sheet, own: Arranged) -> list[Spot]:
    """The place of each row. Raises LayoutError with every block that reaches over the foot of its page."""
    rooms = rooms_of(sheet)
    places = own.places(rooms)
    findings = [
        Finding(
            f"a block is {math.ceil(over)} pt higher than a page",
            "shorten its words; nothing is made smaller",
            path=row.piece.path if row.piece else "",
        )
        for row, spot in zip(own.rows, places, strict=True)
        if (over := spot.y + row.slot.height - rooms.at(spot.page)) > 0.05
    ]
    if findings:
        raise LayoutError(findings)
    return places


def rooms_of(sheet: Sheet) -> Rooms:
    """Page 1 has no running head; later pages give it a little of their room."""
    return Rooms(sheet.room, sheet.room - head_of(sheet))


def head_of(sheet: Sheet) -> float:
    """What a running head takes from a later page."""
    return sheet.setup.theme.page.head if set_head(sheet.foot, sheet.setup) else 0.0


def bind(sheet: Sheet, opening: Opening, own: Arranged, places: Sequence[Spot]) -> Pages:
    """Items on their pages in reading order, and the tree."""
    manuscript, setup = sheet.manuscript, sheet.setup
    width, height = PAPER[manuscript.paper]
    theme = setup.theme.page
    count = len(own.breaks)
    items: list[list[Item]] = [[] for _ in range(count)]
    gaps: list[Gap] = []
    for row, spot in zip(own.rows, places, strict=True):
        top = theme.top + (head_of(sheet) if spot.page else 0.0) + spot.y
        if row.piece:
            items[spot.page].extend(row.piece.block.at(theme.margin, top))
        if row.kind in OWN:
            gaps.append(Gap(row.kind, spot.page, theme.margin, top))
    pages = []
    for index, inner in enumerate(items):
        head = set_head(sheet.foot, setup) if index else None
        x = theme.margin + setup.frame(setup.width).x(0, head.width) if head else 0.0
        above = tuple(head.at(x, theme.top - theme.stamp_rise)) if head else ()
        foot = set_foot(sheet.foot, setup, (index + 1, count), turn=index == 0 and opening.plan_moved)
        below = foot.at(theme.margin, height - theme.foot - foot.height)
        pages.append(Page((*above, *inner, *below)))
    passages = own.passages
    tree = Tag("document", "Document", tuple(p.tag for p in passages if p.tag), title=manuscript.title)
    return Pages(
        width,
        height,
        tuple(pages),
        tree,
        *(manuscript.tag, manuscript.direction, manuscript.title, manuscript.content_id),
        panel_order=opening.order,
        description=manuscript.description,
        gaps=tuple(gaps),
        own=own_leaves(passages),
        seeds=setup.setting.seeds if gaps else (),
    )
