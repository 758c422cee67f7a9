"""Hands: a lofted palm, four fingers of three bones, a thumb; grips are tables of curl."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from handout.figure.body.lofts import capsule, loft
from handout.figure.body.skeleton import Skeleton
from handout.figure.rotation import Array, cosine_sine, turned, vector


@dataclass(frozen=True, slots=True)
class Grip:
    """Curl of each finger (index to little), spread between fingers, thumb away from the palm: degrees."""

    curl: tuple[float, float, float, float]
    spread: float
    thumb: float
    first: float = 0.8  # the knuckle's share of a joint's curl


GRIPS: dict[str, Grip] = {
    "flat": Grip((4, 3, 3, 5), 4.0, 38),
    "relax": Grip((13, 18, 22, 26), 1.5, 20),
    "cup": Grip((20, 22, 24, 26), 1.8, 30),
    "fist": Grip((82, 82, 82, 82), 0.0, 30),
    "wrap": Grip((46, 48, 48, 50), 2.0, 50),
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
    """Solids of one hand, and the tracks of its fingers (knuckle to tip) for the lines between them."""

    pieces: tuple[Array, ...]
    tracks: tuple[Array, ...]  # four arrays of (5, 3)


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
    pieces += [capsule(p0, p1, 0.0095, 0.0075, points=10), capsule(p1, p2, 0.0075, 0.0058, points=10)]
    return Hand(tuple(pieces), tuple(tracks))


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
