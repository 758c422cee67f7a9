"""Where pages break: the fewest pages, and among those the most level ones.

Works on heights alone, so that two partners (an edition and its mirror in another language) can share one
set of places. Least squares over the white at the foot of pages, by dynamic programming over legal breaks
(the idea of Knuth and Plass, 1981, turned from lines to pages).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handout.layout.flow import Piece

PAGE_COST = 1e9  # one page more is worse than any raggedness


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece as pagination sees it."""

    height: float
    before: float = 0.0
    with_next: bool = False
    clings: float = 0.0
    stretch: float = 0.0
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The page a piece stands on, from 0, and its y from the top of the live area."""

    page: int
    y: float


def slot_of(piece: Piece) -> Slot:
    """The slot of one piece."""
    return Slot(piece.height, piece.before, piece.with_next, piece.clings, piece.stretch, piece.opens)


def shared(one: Piece, other: Piece) -> Slot:
    """A slot that holds either of two pieces."""
    return Slot(
        max(one.height, other.height),
        max(one.before, other.before),
        one.with_next or other.with_next,
        max(one.clings, other.clings),
        min(one.stretch, other.stretch),
        one.opens or other.opens,
    )


def height_of(slots: Sequence[Slot]) -> float:
    """The height of slots that share a page: the white before the first is dropped."""
    return sum(s.height for s in slots) + sum(s.before for s in slots[1:])


@dataclass(frozen=True, slots=True)
class Rooms:
    """The height of the live area, of page 1 and of the later ones."""

    first: float
    later: float

    def at(self, page: int) -> float:
        """The room of a page, counted from 0."""
        return self.later if page else self.first


def break_pages(slots: Sequence[Slot], rooms: Rooms, held: int = 0) -> list[int]:
    """The index of the first slot of each page. The first `held` slots share page 1. A group that cannot be
    parted and is higher than a page stands alone on one: the caller says so."""
    count = len(slots)
    best: list[tuple[float, int]] = [(float("inf"), 0)] * count + [(0.0, 0)]
    for start in range(count - 1, -1, -1):
        room = rooms.at(start)
        for end in _ends(slots, start, room, held):
            slack = max(0.0, room - height_of(slots[start:end]))
            parted = slots[end - 1].clings if end < count else 0.0
            cost = best[end][0] + PAGE_COST + parted + (slack**2 if end < count else 0.0)
            if cost < best[start][0]:
                best[start] = (cost, end)
    breaks, at = [], 0
    while at < count:
        breaks.append(at)
        at = best[at][1]
    return breaks


def _ends(slots: Sequence[Slot], start: int, room: float, held: int) -> list[int]:
    """Where a page that begins at `start` may end."""
    ends: list[int] = []
    height = 0.0
    for index in range(start, len(slots)):
        slot = slots[index]
        if index > start and slot.opens:
            break
        height += slot.height + (slot.before if index > start else 0.0)
        if height > room + 0.01 and ends:
            break
        if start == 0 and index + 1 < held:
            continue
        last = index + 1 == len(slots)
        if last or not slot.with_next or slots[index + 1].opens:
            ends.append(index + 1)
            if height > room + 0.01:
                break
    return ends


def place(slots: Sequence[Slot], breaks: Sequence[int], rooms: Rooms) -> list[Place]:
    """Places from top to foot; the white that is left grows the gaps that may grow. The last page keeps
    its gaps."""
    places: list[Place] = []
    for page, start in enumerate(breaks):
        last = page + 1 == len(breaks)
        inner = slots[start : len(slots) if last else breaks[page + 1]]
        slack = max(0.0, rooms.at(page) - height_of(inner))
        more = [0.0] * len(inner) if last else _shares([slot.stretch for slot in inner], slack)
        y = 0.0
        for index, slot in enumerate(inner):
            y += slot.before + more[index] if index else 0.0
            places.append(Place(page, y))
            y += slot.height
    return places


def _shares(most: Sequence[float], slack: float) -> list[float]:
    """Equal shares of the slack for every gap but the first, none above its own most."""
    shares = [0.0] * len(most)
    open_gaps = [index for index in range(1, len(most)) if most[index] > 0]
    while open_gaps and slack > 1e-6:
        each = slack / len(open_gaps)
        for index in open_gaps:
            given = min(each, most[index] - shares[index])
            shares[index] += given
            slack -= given
        open_gaps = [index for index in open_gaps if most[index] - shares[index] > 1e-6]
    return shares
