"""Which pages what flows breaks into, and which hole each loose block fills.

What flows (the opening, the balance, the exercises in their order, the diary) is broken over pages; what is loose
(good to know, a bad day, a question) stands in whatever room a page has left, at its foot or above the diary. Fewest
sheets of paper first; then nothing left out; then fewest pages; then the least white, in squares (the idea of Knuth
and Plass, 1981, turned from lines to pages). Page by page the best beginnings are kept, a beam of them. Works on
heights alone, so that two partners (an edition and its mirror in another language) can share one packing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from handout.layout.paginate import Rooms, Slot, ends, height_of

PAGES_A_SHEET = 2
BEAM = 20  # beginnings that are kept of each count of pages and of slots
FULLEST = 10  # groups that are tried in one hole: those that leave the least white
TOGETHER = 4  # blocks of one group that must stand, and as many that may
LEFT_OUT = 1e8  # a block left out is worse than any white
MOST_PAGES = 60
Group = tuple[int, ...]  # loose blocks that stand together, by their numbers


@dataclass(frozen=True, slots=True)
class Movable:
    """A loose block as packing sees it."""

    after: int = -1  # the number of the slot that it follows
    optional: int = 0  # it may be left out: the highest first, and the last of those that are alike


@dataclass(frozen=True, slots=True)
class PackedPage:
    """The slots of one page, from `start` to `stop`, and the loose blocks on it."""

    start: int
    stop: int
    group: Group


@dataclass(frozen=True, slots=True)
class Stock:
    """What is to be packed: slots in order, the first `held` of them on page 1; loose blocks; the room of pages; the
    height of a group with the white before it; the slots that go on with what the slot before them began, so that
    nothing may stand between them; the first of the slots at the end that loose blocks stand above."""

    slots: tuple[Slot, ...]
    held: int
    loose: tuple[Movable, ...]
    rooms: Rooms
    height: Callable[[Group], float]
    inside: frozenset[int] = frozenset()
    tail: int = 1_000_000

    def hole(self, start: int, stop: int) -> int:
        """Before which slot the loose blocks of a page stand; -1 where none may."""
        at = max(self.tail, start) if stop > self.tail else stop
        return -1 if at in self.inside or self.tail < start < len(self.slots) else at


def sheets(pages: int) -> int:
    """Sheets of paper, printed on both sides."""
    return -(-pages // PAGES_A_SHEET)


def left_out(pages: Sequence[PackedPage], loose: int) -> int:
    """How many of so many loose blocks stand on none of the pages."""
    return loose - sum(len(page.group) for page in pages)


def pack(stock: Stock) -> tuple[PackedPage, ...]:
    """The best packing: everything, unless leaving out what may be left out saves a sheet of paper."""
    search = _Search(stock)
    whole = search.pages(whole=True)
    if sheets(search.fewest()) >= sheets(len(whole)):
        return whole
    less = search.pages(whole=False)
    return less if sheets(len(less)) < sheets(len(whole)) else whole


@dataclass(frozen=True, slots=True)
class _State:
    """What is packed when a page begins: slots, loose blocks that must stand (a bit each), how many that may."""

    start: int
    placed: int
    asked: int


@dataclass(frozen=True, slots=True)
class _Begun:
    """A way to fill the pages so far, and what it costs."""

    cost: float
    page: PackedPage | None = None
    before: _Begun | None = None

    def pages(self) -> tuple[PackedPage, ...]:
        """Its pages from the first."""
        found: list[PackedPage] = []
        at: _Begun | None = self
        while at is not None and at.page is not None:
            found.append(at.page)
            at = at.before
        return tuple(reversed(found))


@dataclass
class _Search:
    stock: Stock
    _heights: dict[Group, float] = field(default_factory=dict)
    _groups: dict[tuple[Group, Group], tuple[list[float], list[Group]]] = field(default_factory=dict)

    @cached_property
    def _optional(self) -> list[int]:
        """What may be left out, that first which is kept longest."""
        loose = self.stock.loose
        return sorted((n for n, one in enumerate(loose) if one.optional), key=lambda n: (loose[n].optional, n))

    def fewest(self) -> int:
        """As many pages as must be, without what may be left out."""
        musts = tuple(n for n, one in enumerate(self.stock.loose) if not one.optional)
        rest = height_of(self.stock.slots) + sum(self._height((n,)) for n in musts) - self.stock.rooms.first
        return 1 + max(0, -int(-rest // self.stock.rooms.later))

    def pages(self, *, whole: bool) -> tuple[PackedPage, ...]:
        """The pages of the best packing; `whole`: nothing is left out."""
        begun = {_State(0, 0, 0): _Begun(0.0)}
        found: list[_Begun] = []
        for page in range(MOST_PAGES):
            begun = self._next(begun, page)
            found += self._done(begun, whole=whole)
            if found and (whole or page % PAGES_A_SHEET):
                break
            begun = self._best(begun)
        return min(found, key=lambda way: way.cost).pages()

    def _best(self, begun: dict[_State, _Begun]) -> dict[_State, _Begun]:
        """The cheapest beginnings, as many of each that ends at the same slot."""
        kept: dict[int, list[tuple[_State, _Begun]]] = {}
        for state, way in sorted(begun.items(), key=lambda one: one[1].cost):
            if len(own := kept.setdefault(state.start, [])) < BEAM:
                own.append((state, way))
        return dict(one for own in kept.values() for one in own)

    def _next(self, begun: dict[_State, _Begun], page: int) -> dict[_State, _Begun]:
        """Every beginning with one page more."""
        found: dict[_State, _Begun] = {}
        for state, way in begun.items():
            for made, cost in self._filled(state, page):
                musts = [n for n in made.group if not self.stock.loose[n].optional]
                asked = state.asked + len(made.group) - len(musts)
                after = _State(made.stop, state.placed | sum(1 << n for n in musts), asked)
                if after not in found or way.cost + cost < found[after].cost:
                    found[after] = _Begun(way.cost + cost, made, way)
        return found

    def _done(self, begun: dict[_State, _Begun], *, whole: bool) -> Iterator[_Begun]:
        """Beginnings that hold everything; with what was left out as a cost, where it may be."""
        every = sum(1 << n for n, one in enumerate(self.stock.loose) if not one.optional)
        optional = len(self._optional)
        for state, way in begun.items():
            packed = state.start == len(self.stock.slots) and state.placed == every
            if packed and not (whole and state.asked < optional):
                yield _Begun(way.cost + LEFT_OUT * (optional - state.asked), way.page, way.before)

    def _filled(self, state: _State, page: int) -> Iterator[tuple[PackedPage, float]]:
        """Ways to fill the next page, and what each costs: white in squares, but on the last page, and what its break
        parts."""
        slots, room = self.stock.slots, self.stock.rooms.at(page)
        stops = ends(slots, state.start, room, self.stock.held)
        for stop in (*stops, *([state.start] if page else [])):
            own = slots[state.start : stop]
            slack = room - height_of(own)
            parted = slots[stop - 1].clings if own and stop < len(slots) else 0.0
            give = sum(slot.stretch for slot in own[1:])
            for high, group in self._fitting(state, stop, slack):
                if own or group:
                    white = 0.0 if stop == len(slots) else max(0.0, slack - high - give)
                    yield PackedPage(state.start, stop, group), parted + white * white

    def _fitting(self, state: _State, stop: int, slack: float) -> Iterator[tuple[float, Group]]:
        """The fullest groups for that hole, and none at all."""
        loose = self.stock.loose
        if self.stock.hole(state.start, stop) < 0:
            yield 0.0, ()
            return
        allowed = [n for n, one in enumerate(loose) if one.after < stop]
        musts = tuple(n for n in allowed if not loose[n].optional and not state.placed >> n & 1)
        last = stop == len(self.stock.slots)
        most = len(loose) if last else state.asked + TOGETHER
        optional = self._optional[state.asked : most]
        heights, groups = self._table(musts, tuple(takewhile(allowed.__contains__, optional)))
        at = max(1, bisect_right(heights, slack + 0.01))  # none at all stands in every hole
        first = 0 if last else max(0, at - FULLEST)
        yield from zip(heights[first:at], groups[first:at], strict=True)
        if first:
            yield 0.0, ()

    def _table(self, musts: Group, optional: Group) -> tuple[list[float], list[Group]]:
        """Every group of these blocks by its height, lowest first."""
        if (musts, optional) not in self._groups:
            sets = (
                tuple(sorted((*(n for at, n in enumerate(musts) if bits >> at & 1), *optional[:count])))
                for bits in range(1 << len(musts))
                if bits.bit_count() <= TOGETHER or bits.bit_count() == len(musts)
                for count in range(len(optional) + 1)
            )
            made = sorted((self._height(group), group) for group in sets)
            self._groups[musts, optional] = [high for high, _ in made], [group for _, group in made]
        return self._groups[musts, optional]

    def _height(self, group: Group) -> float:
        if group not in self._heights:
            self._heights[group] = self.stock.height(group) if group else 0.0
        return self._heights[group]
