"""The way a named place takes from one pose to another, and where beside the body its arrow has room.

A joint swings round the joint before it, so the way is an arc: each step of the chain from the pelvis turns
evenly from its first direction to its last, and changes its length evenly. Lengths in body heights.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from handout.figure.camera import SNAP
from handout.figure.paint.lines import resampled
from handout.figure.paint.silhouette import grown
from handout.figure.rotation import SETTLED, Array, angle_between, cosine_sine, length, unit

# Joints between the pelvis and a place, by the place's name without its side ("*" is the side).
_LEG, _ARM, _HEAD = ("hip_*",), ("shoulder_*",), ("nape",)
CHAINS: Mapping[str, tuple[str, ...]] = {
    "hip": (), "knee": _LEG, "ankle": (*_LEG, "knee_*"), "heel": (*_LEG, "knee_*", "ankle_*"),
    "toe": (*_LEG, "knee_*", "ankle_*"),
    "shoulder": (), "elbow": _ARM, "wrist": (*_ARM, "elbow_*"), "hand": (*_ARM, "elbow_*", "wrist_*"),
    "fingertip": (*_ARM, "elbow_*", "wrist_*"),
    **dict.fromkeys(("head", "crown", "forehead", "face", "chin", "occiput", "ear", "temple", "cheek"), _HEAD),
}  # fmt: skip

STEPS = 24
STRAIGHT = 0.05  # degrees: a step that turns less goes straight
# The arrow is the middle of the way: beside the body it would else run past the limb at both ends.
FROM, TO = 0.12, 0.94
LEAST_LENGTH = 0.19  # a shorter arrow is a triangle at print size (45 mm): it is drawn so long all the same
ASIDE = tuple(0.02 * k for k in range(14))
DIRECTIONS = tuple(k * 22.5 for k in range(16))
SIDES_OF_PAGE = {"right": 0.0, "above": 90.0, "left": 180.0, "below": 270.0}
# What a step aside costs against lying on the body, and against making the whole picture wider or higher.
ON_BODY, PER_STEP, PER_GROWTH, COVERS = 2.0, 2.2, 1.6, 50.0
MARGIN = 0.016  # kept free between the arrow's middle line, with half its width, and the body


def way(place: str, start: Mapping[str, Array], end: Mapping[str, Array]) -> Array:
    """Room points of a place from its start to its end, one row each. Raises KeyError for an unknown place."""
    stem, _, side = place.rpartition("_")
    chain = [name.replace("*", side) for name in CHAINS.get(stem or place, ())]
    t = np.linspace(0.0, 1.0, STEPS)[:, None]
    points: Array = start["pelvis"] + (end["pelvis"] - start["pelvis"]) * t
    for near, far in zip(("pelvis", *chain), (*chain, place), strict=True):
        points = points + _turned(start[far] - start[near], end[far] - end[near], t)
    return points


def _is_to(side: str, angle: float) -> bool:
    """Whether a direction on the page goes to a side of it."""
    return side == "" or abs((angle - SIDES_OF_PAGE[side] + 180.0) % 360.0 - 180.0) <= 45.0


def _turned(a: Array, b: Array, t: Array) -> Array:
    """From one step to another: the direction turns evenly, the length changes evenly."""
    size = length(a) + (length(b) - length(a)) * t
    angle = float(np.round(angle_between(a, b), SETTLED))
    if not STRAIGHT < angle < 180.0 - STRAIGHT:
        straight: Array = a + (b - a) * t
        return straight
    (_, first), (_, last), (_, whole) = cosine_sine((1 - t) * angle), cosine_sine(t * angle), cosine_sine(angle)
    swung: Array = (first * unit(a) + last * unit(b)) / whole * size
    return swung


def shown(flat: Array) -> Array:
    """The part of a flat way that its arrow shows: its middle, drawn out at both ends where that is too short."""
    line = LineString(flat)
    if line.length < 1e-4:
        return flat
    places = shapely.line_interpolate_point(line, np.linspace(FROM, TO, STEPS) * line.length)
    middle: Array = shapely.get_coordinates(places)
    more = (LEAST_LENGTH - line.length * (TO - FROM)) / 2
    if more <= 0:
        return middle
    before, after = unit(middle[0] - middle[1]) * more, unit(middle[-1] - middle[-2]) * more
    return resampled(LineString(np.vstack((middle[0] + before, middle, middle[-1] + after))), STEPS)


def beside(track: Array, width: float, taken: tuple[BaseGeometry, BaseGeometry], side: str = "") -> Array:
    """The track moved to the free side: clear of face and hands, off the body, and near to where it was.

    `taken` is the silhouette, and what must stay clear. With a `side` of the page it goes only that way.
    """
    silhouette, keep_clear = taken
    rooms = [(a, angle) for a in ASIDE for angle in (DIRECTIONS if a else (0.0,)) if _is_to(side, angle)]
    cosine, sine = cosine_sine(np.array([angle for _, angle in rooms]))
    steps = np.array([a for a, _ in rooms])[:, None] * np.column_stack((cosine, sine))
    points = np.round(track[None] + steps[:, None], SNAP)
    covers, clears = grown(silhouette, width + MARGIN), grown(keep_clear, width * 1.6 + MARGIN)
    shapely.prepare(covers)
    shapely.prepare(clears)
    on_body = shapely.contains_xy(covers, points[..., 0], points[..., 1]).mean(axis=1)
    on_face = shapely.contains_xy(clears, points[..., 0], points[..., 1]).any(axis=1)
    low, high = np.array(silhouette.bounds[:2]), np.array(silhouette.bounds[2:])
    growth = np.maximum(low - points.min(axis=1), 0).sum(axis=1) + np.maximum(points.max(axis=1) - high, 0).sum(axis=1)
    cost = ON_BODY * on_body + PER_STEP * np.array([a for a, _ in rooms]) + PER_GROWTH * growth + COVERS * on_face
    found: Array = points[int(np.round(cost, 6).argmin())]
    return found
