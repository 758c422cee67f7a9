"""What surrounds a body while it is solved: what it shall touch, what it can rest on, what its hands can hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from handout.figure.body.skeleton import Skeleton
from handout.figure.rotation import Array, within

REACH_UNDER = 0.14  # a face that lies further above a point than this lies over it, not under it


@dataclass(frozen=True, slots=True)
class Top:
    """A level face: its axes, its origin on the face, its extent along the front, and half its width."""

    frame: Array
    origin: Array
    along: tuple[float, float]
    half: float


@dataclass(frozen=True, slots=True)
class Room:
    """`contacts` as declared; `tops` and `grips` are asked once trunk and legs are placed."""

    contacts: frozenset[str] = frozenset()
    tops: Callable[[Skeleton], Sequence[Top]] = lambda _: ()
    grips: Callable[[Skeleton], None] = lambda _: None

    def names(self, part: str, side: str) -> bool:
        """Whether a part of one side shall touch: "heel" and "r" is named by `heels` and `heel_r`."""
        plural = "feet" if part == "foot" else f"{part}s"
        return plural in self.contacts or f"{part}_{side}" in self.contacts


def gap_to(tops: Sequence[Top], points: Array) -> float:
    """How far the lowest of some points is above what lies under it: floor, seat, step or pillow."""
    under = np.zeros(len(points))
    for top in tops:
        local = within(top.frame, points - top.origin)
        over = (local[:, 0] >= top.along[0]) & (local[:, 0] <= top.along[1]) & (np.abs(local[:, 2]) <= top.half)
        under = np.where(over & (local[:, 1] > -REACH_UNDER), np.maximum(under, top.origin[1]), under)
    return float((points[:, 1] - under).min())
