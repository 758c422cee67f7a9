"""Where pages may break, and where each piece stands on its page.

Works on heights alone, so that two partners (an edition and its mirror in another language) can share one set of
places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handout.layout.flow import Piece


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
class Spot:
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


def ends(slots: Sequence[Slot], start: int, room: float, held: int) -> list[int]:
    """Where a page that begins at `start` may end."""
    found: list[int] = []
    height = 0.0
    for index in range(start, len(slots)):
        slot = slots[index]
        if index > start and slot.opens:
            break
        height += slot.height + (slot.before if index > start else 0.0)
        if height > room + 0.01 and found:
            break
        if start == 0 and index + 1 < held:
            continue
        last = index + 1 == len(slots)
        if last or not slot.with_next or slots[index + 1].opens:
            found.append(index + 1)
            if height > room + 0.01:
                break
    return found


def place(slots: Sequence[Slot], breaks: Sequence[int], rooms: Rooms) -> list[Spot]:
    """Places from top to foot; the white that is left grows the gaps that may grow. The last page keeps
    its gaps."""
    places: list[Spot] = []
    for page, start in enumerate(breaks):
        last = page + 1 == len(breaks)
        inner = slots[start : len(slots) if last else breaks[page + 1]]
        slack = max(0.0, rooms.at(page) - height_of(inner))
        more = [0.0] * len(inner) if last else _shares([slot.stretch for slot in inner], slack)
        y = 0.0
        for index, slot in enumerate(inner):
            y += slot.before + more[index] if index else 0.0
            places.append(Spot(page, y))
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
