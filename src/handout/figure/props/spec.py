"""Prop data as read, and the solids that stand in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from handout.figure.rotation import IDENTITY, Array, about_y, turned, vector, within
from handout.figure.storyboard.prop_types import Prop

CORNERS = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float64)


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
