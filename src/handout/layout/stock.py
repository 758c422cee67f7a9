"""What is to be packed on pages: slots that flow, loose blocks, and the room that there is; and what came of it.

Works on heights and flaws alone, as packing does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handout.layout.paginate import Rooms, Slot, height_of

PAGES_A_SHEET = 2
HOLE = 60.0  # pt: the most white at the foot of a page that another follows
Group = tuple[int, ...]  # loose blocks that stand together, by their numbers


@dataclass(frozen=True, slots=True)
class Movable:
    """A loose block as packing sees it."""

    after: int = -1  # the number of the slot that it follows
    optional: int = 0  # it may be left out: the highest first, and the last of those that are alike
    by: int = 1_000_000  # the number of the slot that it is best read before
    leader: int = -1  # the number of the loose block that it never stands before: the one with the heading of both


@dataclass(frozen=True, slots=True)
class PackedPage:
    """The slots of one page, from `start` to `stop`, and the loose blocks on it."""

    start: int
    stop: int
    group: Group


@dataclass(frozen=True, slots=True)
class Stock:
    """What is to be packed: slots in order, the first `held` of them on page 1; loose blocks; the room of pages; the
    height of a group with the white before it, and what its look costs (pt of white, squared); the slots that go on
    with what the slot before them began, so that nothing may stand between them; the first of the slots at the end
    that loose blocks stand above, or between."""

    slots: tuple[Slot, ...]
    held: int
    loose: tuple[Movable, ...]
    rooms: Rooms
    size: Callable[[Group], tuple[float, float]]
    inside: frozenset[int] = frozenset()
    tail: int = 1_000_000

    def hole(self, start: int, stop: int) -> int:
        """Before which slot the loose blocks of a page stand; -1 where none may."""
        at = max(self.tail, start) if stop > self.tail else stop
        return -1 if at in self.inside else at


def sheets(pages: int) -> int:
    """Sheets of paper, printed on both sides."""
    return -(-pages // PAGES_A_SHEET)


def left_out(pages: Sequence[PackedPage], loose: int) -> int:
    """How many of so many loose blocks stand on none of the pages."""
    return loose - sum(len(page.group) for page in pages)


def hole(stock: Stock, pages: Sequence[PackedPage]) -> float:
    """The most white at a foot beyond what is allowed there; the last page has lines to write on."""
    return max((_white(stock, number, page) - HOLE for number, page in enumerate(pages[:-1])), default=0.0)


def _white(stock: Stock, number: int, page: PackedPage) -> float:
    """What a page leaves when its gaps have grown."""
    own = stock.slots[page.start : page.stop]
    high = height_of(own) + (stock.size(page.group)[0] if page.group else 0.0)
    return stock.rooms.at(number) - high - sum(slot.stretch for slot in own[1:])


def fewest(stock: Stock, share: float = 1.0) -> int:
    """As many pages as must be, without what may be left out, if page 1 were as high and the rest that share of it."""
    musts = (n for n, one in enumerate(stock.loose) if not one.optional)
    rest = height_of(stock.slots) + sum(stock.size((n,))[0] for n in musts) - stock.rooms.first
    return 1 + max(0, -int(-(rest * share) // stock.rooms.later))


def roomy(stock: Stock, count: int) -> bool:
    """Whether so many sheets of paper have room for all, by their heights alone."""
    pages = count * PAGES_A_SHEET
    room = stock.rooms.first + (pages - 1) * stock.rooms.later
    return height_of(stock.slots) + (stock.size(tuple(range(len(stock.loose))))[0] if stock.loose else 0.0) <= room
