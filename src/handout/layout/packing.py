"""Which pages what flows breaks into, and which hole each loose block fills.

What flows (the opening, the balance, the exercises in their order, the diary) is broken over pages; what is loose
(good to know, a bad day, a question) stands in whatever room a page has left, at its foot or above the diary; no
question before the one with the heading. Fewest sheets of paper first; then nothing left out; then fewest pages; then
the least white and the fewest flaws, in squares (the idea of Knuth and Plass, 1981, turned from lines to pages). Page
by page the best beginnings are kept, a beam of them. Works on heights and flaws alone, so that two partners (an edition
and its mirror in another language) can share one packing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, combinations
from typing import NamedTuple

from handout.layout.paginate import ends, height_of
from handout.layout.stock import PAGES_A_SHEET, Group, PackedPage, Stock, fewest, sheets

BEAM = 20  # beginnings that are kept of each count of pages and of slots,
BEAMS = 300  # and of each count of pages
FULLEST = 20  # groups that are tried in one hole: those that leave the least white
TOGETHER = 4  # blocks of one group that must stand,
ASKED = 6  # and that may
LAST = 180.0  # of the white of the last page: notes and the rows of the diary take it
GIVEN = 0.05  # of what white costs: that which the gaps of a page take
KEPT = 4  # one of so many that may be left out stands, whatever paper that takes
LEFT_OUT = 1e8  # a block left out is worse than any white
BEHIND = 150.0**2  # and so is one that stands behind the diary, but for white of that many points
LATE = 120.0**2  # a block behind what it is to be read before,
AGAIN = 40.0**2  # questions on one more page than the first of them,
LONE = 60.0**2  # and one question without another
MOST_PAGES = 60
SLACK = 12.0  # pt: white that a block loses at the top of a page, or beside another


def pack(stock: Stock, most: int = 0) -> tuple[PackedPage, ...]:
    """The best packing: everything, unless leaving out what may be left out saves a sheet of paper. With a number of
    pages the best one of no more than these, or none."""
    search = _Search(stock)
    if most:
        return search.pages(most)
    whole = search.pages()
    fewer = sheets(len(whole)) - 1
    if sheets(fewest(stock)) > fewer:
        return whole
    return search.pages(fewer * PAGES_A_SHEET) or whole


_State = tuple[int, int, int]  # when a page begins: slots, loose blocks that must stand (a bit each), how many that may


class _Begun(NamedTuple):
    """A way to fill the pages so far: what it costs, its last page, and what came before that page."""

    cost: float
    start: int = 0
    stop: int = 0
    group: Group = ()
    before: _Begun | None = None

    def pages(self) -> tuple[PackedPage, ...]:
        """Its pages from the first."""
        found: list[PackedPage] = []
        at = self
        while at.before is not None:
            found.append(PackedPage(at.start, at.stop, at.group))
            at = at.before
        return tuple(reversed(found))


class _Hole(NamedTuple):
    """What a page has left below its slots: the room, how much of it the white among them may take, what its break
    parts; the loose blocks that may stand in it, and those that are late there (a bit each); whether the slots end
    there, whether there are none."""

    stop: int
    room: float
    give: float
    parted: float
    allowed: int
    late: int
    last: bool
    blank: bool


class _Filling(NamedTuple):
    """A group in a hole: its height, itself, its blocks that must stand and all (a bit each), how many that may, and
    what its look costs."""

    high: float
    group: Group = ()
    placed: int = 0
    asked: int = 0
    every: int = 0
    flaw: float = 0.0


NOTHING = _Filling(0.0)
_Table = tuple[list[float], list[_Filling]]  # heights and groups, lowest first


@dataclass
class _Search:
    stock: Stock
    _tables: dict[tuple[int, int, int], _Table] = field(default_factory=dict)
    _made: dict[tuple[int, int, int], _Filling] = field(default_factory=dict)

    @cached_property
    def _optional(self) -> list[int]:
        """What may be left out, that first which is kept longest."""
        loose = self.stock.loose
        return sorted((n for n, one in enumerate(loose) if one.optional), key=lambda n: (loose[n].optional, n))

    @cached_property
    def _leads(self) -> list[int]:
        """The bit of the loose block that leads each."""
        return [1 << one.leader if one.leader >= 0 else 0 for one in self.stock.loose]

    @cached_property
    def _every(self) -> int:
        """A bit for each loose block that must stand."""
        return sum(1 << n for n, one in enumerate(self.stock.loose) if not one.optional)

    def pages(self, most: int = 0) -> tuple[PackedPage, ...]:
        """The pages of the best packing that leaves nothing out; or of the best of `most` pages, whatever it leaves
        out, if there is one."""
        begun: dict[_State, _Begun] = {(0, 0, 0): _Begun(0.0)}
        found: list[_Begun] = []
        for page in range(most or MOST_PAGES):
            begun = self._next(begun, page)
            found += self._done(begun, whole=not most)
            if found and not most:
                break
            begun = self._best(self._hopeful(begun, most - page - 1) if most else begun)
        return min(found, key=lambda way: way.cost).pages() if found else ()

    def _hopeful(self, begun: Mapping[_State, _Begun], left: int) -> dict[_State, _Begun]:
        """The beginnings whose rest, but for what may be left out, may stand on so many pages by its height."""
        room = left * (self.stock.rooms.later + SLACK)
        return {state: way for state, way in begun.items() if self._rest(state) <= room}

    def _rest(self, state: _State) -> float:
        """The height of what stands on no page yet and must."""
        start, placed, _ = state
        waiting = self._every & ~placed
        loose = sum(high - SLACK for n, high in self._musts if waiting >> n & 1)
        return self._tops[-1] - self._tops[start] + loose

    @cached_property
    def _tops(self) -> list[float]:
        """Where each slot would begin if all stood on one page, and where the last would end."""
        return list(accumulate((slot.before + slot.height for slot in self.stock.slots), initial=0.0))

    @cached_property
    def _musts(self) -> list[tuple[int, float]]:
        """Each loose block that must stand, and its height."""
        return [(n, self.stock.size((n,))[0]) for n, one in enumerate(self.stock.loose) if not one.optional]

    def _best(self, begun: Mapping[_State, _Begun]) -> dict[_State, _Begun]:
        """The cheapest beginnings, as many of each that ends at the same slot."""
        kept: dict[int, list[tuple[_State, _Begun]]] = {}
        for state, way in sorted(begun.items(), key=lambda one: one[1].cost):
            if len(own := kept.setdefault(state[0], [])) < BEAM:
                own.append((state, way))
        found = sorted((one for own in kept.values() for one in own), key=lambda one: one[1].cost)
        return dict(found[:BEAMS])

    def _next(self, begun: Mapping[_State, _Begun], page: int) -> dict[_State, _Begun]:
        """Every beginning with one page more. White costs its square, but on the last page."""
        found: dict[_State, _Begun] = {}
        holes = {start: list(self._holes(start, page)) for start in {state[0] for state in begun}}
        for (start, placed, asked), way in begun.items():
            for hole in holes[start]:
                for high, group, more, asking, every, flaw in self._fitting(hole, placed, asked):
                    left = max(0.0, hole.room - high - LAST) if hole.last else hole.room - high
                    white = max(0.0, left - hole.give)
                    cost = way.cost + hole.parted + white * white + GIVEN * left * left + flaw
                    if every & hole.late:
                        cost += LATE
                    after = hole.stop, placed | more, asked + asking
                    if after not in found or cost < found[after].cost:
                        found[after] = _Begun(cost, start, hole.stop, group, way)
        return found

    def _done(self, begun: Mapping[_State, _Begun], *, whole: bool) -> Iterator[_Begun]:
        """Beginnings that hold everything; with what was left out as a cost, where it may be."""
        optional = len(self._optional)
        for (start, placed, asked), way in begun.items():
            packed = start == len(self.stock.slots) and placed == self._every
            if packed and asked >= (optional if whole else optional // KEPT):
                yield way._replace(cost=way.cost + LEFT_OUT * (optional - asked))

    def _holes(self, start: int, page: int) -> Iterator[_Hole]:
        """Where the next page may stop, and the hole that it leaves."""
        slots, room = self.stock.slots, self.stock.rooms.at(page)
        for stop in (*ends(slots, start, room, self.stock.held), *([start] if page else [])):
            own, last = slots[start:stop], stop == len(slots)
            allowed = 0
            if self.stock.hole(start, stop) >= 0:
                allowed = sum(1 << n for n, one in enumerate(self.stock.loose) if one.after < stop)
            late = sum(1 << n for n, one in enumerate(self.stock.loose) if one.by < stop)
            give = sum(slot.stretch for slot in own[1:])
            parted = slots[stop - 1].clings if own and not last else 0.0
            parted += BEHIND if start > self.stock.tail and allowed else 0.0
            yield _Hole(stop, room - height_of(own), give, parted, allowed, late, last, not own)

    def _fitting(self, hole: _Hole, placed: int, asked: int) -> Sequence[_Filling]:
        """The fullest groups for that hole, and none at all."""
        if not hole.allowed:
            return () if hole.blank else (NOTHING,)
        heights, fillings = self._table(hole, placed, asked)
        at = max(1, bisect_right(heights, hole.room + 0.01))  # none at all stands in every hole
        first = 0 if hole.last else max(0, at - FULLEST)
        if hole.blank:
            return fillings[max(1, first) : at]
        return (*fillings[first:at], NOTHING) if first else fillings[:at]

    def _table(self, hole: _Hole, placed: int, asked: int) -> _Table:
        """Every group of the blocks that are left for a hole by its height, lowest first."""
        musts = hole.allowed & self._every & ~placed
        stop = asked
        most = len(self._optional) if hole.last else asked + ASKED
        while stop < min(most, len(self._optional)) and hole.allowed >> self._optional[stop] & 1:
            stop += 1
        if (musts, asked, stop) not in self._tables:
            made = sorted(self._groups(musts, asked, stop))
            self._tables[musts, asked, stop] = [one.high for one in made], made
        return self._tables[musts, asked, stop]

    def _groups(self, musts: int, asked: int, stop: int) -> Iterator[_Filling]:
        own = [n for n in range(len(self.stock.loose)) if musts >> n & 1]
        sizes = [*range(min(TOGETHER, len(own)) + 1), *([len(own)] if len(own) > TOGETHER else [])]
        for group in (group for size in sizes for group in combinations(own, size)):
            bits = sum(1 << n for n in group)
            for count in range(stop - asked + 1):
                if count and musts & ~bits & self._leads[self._optional[asked + count - 1]]:
                    break  # the one with the heading is still to come
                if (made := self._made.get((bits, asked, count))) is None:
                    made = self._made[bits, asked, count] = self._filling(group, bits, asked, count)
                yield made

    def _filling(self, musts: Group, placed: int, asked: int, count: int) -> _Filling:
        """Blocks that must stand, and so many more of those that may."""
        group = tuple(sorted((*musts, *self._optional[asked : asked + count])))
        if not group:
            return NOTHING
        high, flaw = self.stock.size(group)
        return _Filling(high, group, placed, count, sum(1 << n for n in group), flaw + self._lonely(group))

    def _lonely(self, group: Group) -> float:
        """What it costs that a group has questions without the heading of all, and one without another."""
        led = [n for n in group if self._leads[n]]
        leading = sum(1 for n in group if 1 << n in self._leads)
        again = AGAIN if led and not leading else 0.0
        return again + (LONE if len(led) + leading == 1 else 0.0)
