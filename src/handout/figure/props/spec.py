"""Prop data as read, and the solids that stand in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout.figure.body.pose import Point
from handout.figure.rotation import Array

# Numbers each prop takes, with defaults in body heights; `None` has no default.
PROP_KEYS: dict[str, dict[str, float | None]] = {
    "chair": {"seat": 0.25, "width": 0.13, "depth": 0.26, "turn": 0.0},
    "mat": {"from": None, "to": None, "width": 0.38},
    "wall": {"height": 1.06, "thick": 0.03, "width": 0.46},
    "roller": {"under": None, "radius": 0.044, "length": 0.26},
    "ball": {"under": None, "aside": 0.0, "radius": 0.022},
    "cushion": {"length": 0.20, "thick": 0.05, "width": 0.24},
    "towel": {"length": 0.16, "thick": 0.018, "width": 0.16},
    "table": {"height": 0.43, "width": 0.30, "depth": 0.26},
}
PROP_SWITCHES: dict[str, dict[str, bool]] = {"chair": {"back": True}, "wall": {"ahead": False}}


@dataclass(frozen=True, slots=True)
class Prop:
    """One prop: its type, where it stands, and its numbers by name (defaults filled in)."""

    type: str
    at: Point | None
    numbers: Mapping[str, float]
    switches: Mapping[str, bool]

    def number(self, key: str) -> float:
        """A number that has a default."""
        return self.numbers[key]


@dataclass(frozen=True, slots=True)
class PropSolid:
    """A prop in the room. `boxes` are (low, high) corners; `centre` and `radius` serve roller and ball.

    `part_names` name its polygons among the scene's parts.
    """

    prop: Prop
    part_names: tuple[str, ...]
    boxes: tuple[tuple[Array, Array], ...] = ()
    centre: Array | None = None
    radius: float = 0.0
    axis: Array | None = None  # of a roller: half its length
    rest: Array | None = None  # the eight corners of a chair's back rest
