"""Arrows as an author asks for them; `figure.arrows` draws them."""

from __future__ import annotations

from dataclasses import dataclass

from handout.figure.body.pose import Point, Vec


@dataclass(frozen=True, slots=True)
class Arc:
    """A circle in the room: its axis as its normal, angles in degrees from `start` to `end`."""

    centre: Point
    axis: Vec
    radius: float
    start: float
    end: float
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle round a joint, open by a gap: `axis` is its normal, the limb's own bone without one."""

    joint: str
    radius: float = 0.065
    axis: Vec | None = None
    back: bool = False  # at its top the ring runs to the person's front, or with this to the back
    sweep: float = 290.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow along points, an arc, the way of a joint from the start, or round it; `width` in body heights."""

    path: tuple[Point, ...] = ()
    arc: Arc | None = None
    follow: str | None = None  # "knee_l"
    ring: Ring | None = None
    beside: str = ""  # the side of the page that a followed way is laid to; "" is the free one
    bend: float = 0.15  # of a path of two points: sideways, in its lengths
    width: float = 0.015
    both: bool = False
    wrap: bool = False
