"""Prop data as read, and the solids that stand in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from handout.figure.body.pose import Point
from handout.figure.rotation import IDENTITY, Array, about_y, turned, vector, within

# Numbers each prop takes, with defaults in body heights (`turn` in degrees); `None` has no default.
PROP_KEYS: dict[str, dict[str, float | None]] = {
    "chair": {"seat": 0.25, "width": 0.13, "depth": 0.26, "back_height": 0.30, "turn": 0.0},
    "wheelchair": {"seat": 0.27, "width": 0.13, "depth": 0.25, "turn": 0.0},
    "mat": {"from": None, "to": None, "width": 0.38, "turn": 0.0},
    "wall": {"height": 1.06, "thick": 0.03, "width": 0.46, "turn": 0.0},
    "door": {"height": 1.16, "thick": 0.05, "width": 0.46, "turn": 0.0},
    "post": {"height": 1.06, "thick": 0.05, "turn": 0.0},
    "roller": {"under": None, "radius": 0.044, "length": 0.26, "turn": 0.0},
    "ball": {"under": None, "aside": 0.0, "radius": 0.022},
    "gym-ball": {"radius": 0.19},
    "cushion": {"length": 0.20, "thick": 0.05, "width": 0.24, "turn": 0.0},
    "towel": {"length": 0.16, "thick": 0.018, "width": 0.16, "turn": 0.0},
    "table": {"height": 0.43, "width": 0.30, "depth": 0.26, "turn": 0.0},
    "bed": {"height": 0.29, "width": 0.52, "length": 1.14, "turn": 0.0},
    "box": {"height": 0.20, "width": 0.26, "depth": 0.22, "turn": 0.0},
    "step": {"height": 0.10, "width": 0.40, "depth": 0.20, "turn": 0.0},
    "stairs": {"steps": 3.0, "height": 0.10, "width": 0.46, "depth": 0.16, "turn": 0.0},
    "rail": {"radius": 0.012},
    "band": {"width": 0.022, "slack": 0.0},
    "strap": {"width": 0.014, "slack": 0.0},
    "stick": {"radius": 0.009, "over": 0.08},
    "crutch": {"radius": 0.008},
    "walking-frame": {"height": 0.50, "width": 0.32, "depth": 0.28, "turn": 0.0},
    "weight": {"radius": 0.024, "length": 0.10},
}  # fmt: skip
PROP_SWITCHES: dict[str, dict[str, bool]] = {
    "chair": {"back": True}, "wall": {"ahead": False}, "rail": {"posts": True}, "band": {"loop": False},
    "stick": {"handle": False},
}  # fmt: skip
# Props that run from one place to another; a towel may.
BETWEEN: frozenset[str] = frozenset({"rail", "band", "strap", "stick", "crutch"})
MAY_RUN = BETWEEN | {"towel"}
MAY_PASS = frozenset({"band", "strap"})  # by other places on the way

CORNERS = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float64)


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


def box_gap(points: Array, low: Array, high: Array) -> Array:
    """Distance of points from a box: negative is how deep inside."""
    outside = np.maximum(np.maximum(low - points, points - high), 0.0)
    inside = np.minimum(points - low, high - points).min(axis=1)
    distance: Array = np.where(inside > 0, -inside, np.sqrt((outside**2).sum(axis=1)))
    return distance


@dataclass(frozen=True, slots=True)
class Slab:
    """A box in the room: its corners `low` and `high` along axes of its own, which `frame` and `origin` place."""

    low: Array
    high: Array
    frame: Array = field(default_factory=lambda: IDENTITY)
    origin: Array = field(default_factory=lambda: vector(0, 0, 0))

    def gap(self, points: Array, below: float = 0.0, behind: float = 0.0) -> Array:
        """Distance of points, negative inside; the box taken as so much longer downwards or to the rear."""
        local = within(self.frame, points - self.origin)
        return box_gap(local, self.low - vector(behind, below, 0.0), self.high)

    @property
    def corners(self) -> Array:
        """Its eight corners in the room."""
        result: Array = self.origin + turned(self.frame, CORNERS * (self.high - self.low) + self.low)
        return result


@dataclass(frozen=True, slots=True)
class PropSolid:
    """A prop in the room. `boxes` are slabs; `centre` and `radius` serve what is round.

    `part_names` name its polygons among the scene's parts; `grips` are where a hand takes hold, by name (`back_r`).
    """

    prop: Prop
    part_names: tuple[str, ...]
    boxes: tuple[Slab, ...] = ()
    centre: Array | None = None
    radius: float = 0.0
    axis: Array | None = None  # of a roller: half its length
    rest: Slab | None = None  # a chair's back rest
    grips: Mapping[str, Array] = field(default_factory=dict)
    order: tuple[tuple[str, str], ...] = ()  # (behind, in front), whatever the depth says

    @property
    def rests(self) -> tuple[Slab, ...]:
        """The back rest, where there is one."""
        return () if self.rest is None else (self.rest,)


def turn_of(prop: Prop) -> Array:
    """The prop's axes in the room: turned about the upright, counter-clockwise from above, degrees."""
    return about_y(prop.numbers.get("turn", 0.0))
