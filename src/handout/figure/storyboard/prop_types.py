"""Props as an author asks for them; `figure.props` builds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout.content import BODY_SIDES
from handout.figure.body.pose import Point

HANDS = tuple(f"{place}_{side}" for place in ("hand", "palm", "wrist", "fingertip") for side in BODY_SIDES)


@dataclass(frozen=True, slots=True)
class Prop:
    """One prop: its type, where it stands or runs, and its numbers by name (defaults filled in)."""

    type: str
    at: Point | None
    numbers: Mapping[str, float]
    switches: Mapping[str, bool]
    path: tuple[Point, ...] = ()  # of a prop that runs: from, by way of, to

    def number(self, key: str) -> float:
        """A number that has a default."""
        return self.numbers[key]


def carried(prop: Prop) -> bool:
    """Whether the prop is placed by a hand. A hand cannot reach for what it carries: such a prop gives no grip."""
    return any(point.ref in HANDS for point in (prop.at, *prop.path) if point is not None)
