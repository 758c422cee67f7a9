"""Hands: a lofted palm, four fingers of three bones, a thumb; grips are tables of curl."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from handout.figure.body.lofts import capsule, loft
from handout.figure.body.skeleton import Skeleton
from handout.figure.rotation import Array, cosine_sine, turned, vector

Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Grip:
    """Curl of each finger (index to little), spread between fingers, thumb away from the palm: degrees."""

    curl: tuple[float, float, float, float]
    spread: float
    thumb: float
    first: float = 0.8  # the knuckle's share of a joint's curl
    over: tuple[Place, Place] | None = None  # where a folded thumb's joint and tip lie (see `hand_solids`)


GRIPS: dict[str, Grip] = {
    "flat": Grip((4, 3, 3, 5), 4.0, 38),
    "relax": Grip((13, 18, 22, 26), 1.5, 20),
    "cup": Grip((20, 22, 24, 26), 1.8, 30),
    "rest": Grip((7, 9, 12, 15), 2.2, 24, first=1.3),
    "fist": Grip((82, 82, 82, 82), 0.0, 30, over=((0.027, -0.036, 0.020), (0.006, -0.050, 0.036))),
    "wrap": Grip((46, 48, 48, 50), 2.0, 50, over=((0.034, -0.024, 0.018), (0.040, -0.042, 0.034))),
    "point": Grip((6, 78, 80, 82), 1.0, 20),
}

# y from the wrist, half width, half thickness
PALM_ROWS = np.array((
    (0.010, 0.0145, 0.013), (-0.006, 0.0165, 0.0125), (-0.022, 0.0205, 0.0125), (-0.040, 0.0225, 0.0115),
    (-0.052, 0.0220, 0.0100),
))  # fmt: skip
# across the palm (thumb side +), length
FINGERS = ((0.0158, 0.0440), (0.0052, 0.0495), (-0.0056, 0.0460), (-0.0158, 0.0360))
BONES = (0.45, 0.32, 0.23)
KNUCKLE_Y = -0.047


@dataclass(frozen=True, slots=True)
class Hand:
    """Solids of one hand, the two of its thumb last, and the tracks of its fingers (knuckle to tip)."""

    pieces: tuple[Array, ...]
    tracks: tuple[Array, ...]  # four arrays of (5, 3)
    thumb: Array  # base, joint and tip


def hand_solids(body: Skeleton, side: str, sign: float) -> Hand:
    """The hand in its grip. Local frame: fingers -y, thumb +x, palm -z * sign."""
    grip = GRIPS[body.pose.arms[side].grip]
    frame, wrist = body.frames[f"hand_{side}"], body.joints[f"wrist_{side}"]

    def at(x: float, y: float, z: float) -> Array:
        result: Array = wrist + turned(frame, vector(x, y, -sign * z))
        return result

    centres = np.array([at(-0.001, y, 0) for y in PALM_ROWS[:, 0]])
    pieces = [loft(centres, frame, PALM_ROWS[:, [2, 1, 1]], points=20)]
    tracks = []
    for i, (x, length) in enumerate(FINGERS):
        track = _finger(
            frame,
            sign,
            (at(x, KNUCKLE_Y, 0), at(x, -0.050, 0)),
            (length, grip.spread * (1.5 - i), grip.curl[i] * grip.first, grip.curl[i]),
        )
        pieces += [
            capsule(a, b, 0.0068 - 0.0006 * k, 0.0062 - 0.0006 * k, points=8)
            for k, (a, b) in enumerate(pairwise(track[1:]))
        ]
        tracks.append(np.array(track))
    (c, s), (c2, s2) = cosine_sine(grip.thumb), cosine_sine(grip.thumb * 0.6)
    p0 = at(0.012, -0.008, 0.003)
    p1 = at(0.012 + 0.030 * s, -0.008 - 0.030 * c, 0.009)
    p2 = p1 + turned(frame, vector(0.018 * s2, -0.022 * c2, -sign * 0.004))
    if grip.over is not None:
        p1, p2 = at(*grip.over[0]), at(*grip.over[1])
    pieces += [capsule(p0, p1, 0.0095, 0.0075, points=10), capsule(p1, p2, 0.0075, 0.0058, points=10)]
    return Hand(tuple(pieces), tuple(tracks), np.array((p0, p1, p2)))


def _finger(
    frame: Array, sign: float, start: tuple[Array, Array], bent: tuple[float, float, float, float]
) -> list[Array]:
    """Points knuckle, root, two joints and tip of one finger."""
    length, aside, first, curl = bent
    track = [start[0], start[1]]
    (c, s), angle = cosine_sine(aside), 0.0
    for k, share in enumerate(BONES):
        angle += curl if k else first
        ahead, down = cosine_sine(angle)
        track.append(track[-1] + turned(frame, np.array((s * ahead, -ahead * c, -sign * down))) * length * share)
    return track
