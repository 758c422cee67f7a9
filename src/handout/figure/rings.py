"""Rings round a joint: leant until they show as rings, hidden where they run behind the body.

The end of a straight limb is not circled, it circles: the ring's top is where it is, the limb's root is the tip of
a cone, and the limb stands pale at the ring's lowest place, so that nobody takes it for a turn of the wrist.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.body.flesh import Solids
from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.silhouette import union_of
from handout.figure.rotation import (
    Array,
    angle_between,
    cosine_sine,
    dot,
    frame_along,
    length,
    product,
    turned,
    unit,
    vector,
)
from handout.figure.storyboard.arrow_types import Ring

OPEN_RING = 0.5  # of a ring's axis towards the reader, at least: seen edge-on it would be a line
EDGE_ON = 0.2  # with less of it both sides' rings lean to the reader, so that a pair seen from the front is mirrored
FACING_RING = 0.75  # with more of it the ring lies before what it circles: nothing of it is behind the body
STRAIGHT = 25.0  # degrees: a limb bent less at elbow or knee goes round as a whole
WHOLE_FROM, WHOLE_SWEEP = 50.0, 265.0  # of such a ring, from its top, so that hand or foot has room
GAP_BELOW = 215.0  # of any other ring: where it begins, if nothing hides it
HAND_JOINTS = ("wrist", "hand", "fingertip")
FOOT_JOINTS = ("ankle", "heel", "toe")
_LIMBS = {
    HAND_JOINTS: ("shoulder", "elbow", "wrist", ("sleeve", "upperarm", "forearm", "hand")),
    FOOT_JOINTS: ("hip", "knee", "ankle", ("thigh", "shank", "foot")),
}
_BONE_BEFORE = {"elbow": "shoulder", "wrist": "elbow", "hand": "wrist", "fingertip": "wrist", "knee": "hip",
                "ankle": "knee", "toe": "ankle"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cone:
    """The way of a straight limb round: from its root, about an axis, `aside` degrees off it."""

    root: Array
    axis: Array
    parts: tuple[str, ...]


def ring_track(ring: Ring, body: Skeleton, camera: Camera, silhouette: BaseGeometry) -> tuple[Array, Array]:
    """Flat points of the ring from tail to head, and which of them lie behind what it circles.

    Its way is the person's: at its top it runs forward, or back.
    """
    joint, cone = body.joints[ring.joint], _cone(ring, body)
    axis = _leant(_ring_axis(ring, body) if cone is None else cone.axis, camera.reader)
    top, side = _top_and_side(ring, axis, body, camera)
    if cone is not None:
        degrees = WHOLE_FROM + np.linspace(0.0, WHOLE_SWEEP, 60)
        flat, _ = round_of(camera, joint - top * ring.radius, (top, side), (ring.radius, degrees))
        return flat, np.zeros(len(flat), dtype=bool)
    tracks = []
    for turn in range(0, 360, 30):
        degrees = (GAP_BELOW + turn) % 360 + np.linspace(0.0, ring.sweep, 60)
        flat, back = round_of(camera, joint, (top, side), (ring.radius, degrees))
        back = np.logical_and(back, abs(dot(axis, camera.reader)) < FACING_RING)
        hidden = np.logical_and(back, shapely.contains_xy(silhouette, flat[:, 0], flat[:, 1]))
        tracks.append((int(hidden[-20:].sum()) * 3 + int(hidden.sum()), turn, flat, back))
    _, _, points, behind = min(tracks, key=lambda one: one[:2])
    return points, behind


def swung(ring: Ring, body: Skeleton, camera: Camera, solids: Solids) -> BaseGeometry:
    """The flat outline of a straight limb at its ring's lowest place; nothing of any other ring."""
    cone = _cone(ring, body)
    if cone is None:
        return Polygon()
    joint, axis = body.joints[ring.joint], _leant(cone.axis, camera.reader)
    top, side = _top_and_side(ring, axis, body, camera)
    below = joint - top * 2 * ring.radius
    turn = product(frame_along(below - cone.root, side), frame_along(joint - cone.root, side).T)
    lofts = [loft for name in cone.parts if name in solids for loft in solids[name]]
    return union_of([camera.project(cone.root + turned(turn, loft - cone.root)) for loft in lofts])


def round_of(
    camera: Camera, centre: Array, axes: tuple[Array, Array], spread: tuple[float, Array]
) -> tuple[Array, Array]:
    """Points of a circle (radius, degrees) in the plane of two axes, and which of them lie behind its centre."""
    radius, degrees = spread
    c, s = cosine_sine(degrees[:, None])
    seen = camera.project(centre + radius * (c * axes[0] + s * axes[1]))
    return seen[:, :2], seen[:, 2] < camera.project(centre)[2]


def _cone(ring: Ring, body: Skeleton) -> _Cone | None:
    """How a straight limb goes round, where the ring is about its end and no axis is said."""
    stem, _, side = ring.joint.rpartition("_")
    if ring.axis is not None:
        return None
    for ends, (root, middle, end, parts) in _LIMBS.items():
        if stem in ends:
            first, last = body.joints[f"{root}_{side}"], body.joints[ring.joint]
            bend = angle_between(
                body.joints[f"{middle}_{side}"] - first, body.joints[f"{end}_{side}"] - body.joints[f"{middle}_{side}"]
            )
            if bend < STRAIGHT:
                return _Cone(first, _lowered(last - first, ring.radius), tuple(f"{part}_{side}" for part in parts))
    return None


def _lowered(limb: Array, radius: float) -> Array:
    """The direction of a ring's middle from the limb's root: its top is where the limb's end is."""
    size = length(limb)
    up = vector(0, 1, 0) - limb * (limb[1] / (size * size))
    return unit(unit(limb) * size - unit(up) * radius)


def _top_and_side(ring: Ring, axis: Array, body: Skeleton, camera: Camera) -> tuple[Array, Array]:
    """The ring's top, and where it runs to from there."""
    up, reader = vector(0, 1, 0), camera.reader
    steep = abs(float(axis[1])) > 0.95
    top = unit(reader - axis * dot(reader, axis)) if steep else unit(up - axis * dot(up, axis))
    side: Array = np.cross(axis, top)
    return top, -side if (dot(side, body.frames["pelvis"][:, 0]) < 0) != ring.back else side


def _leant(axis: Array, reader: Array) -> Array:
    """An axis turned towards the reader, where a ring about it would be seen edge-on."""
    towards = dot(axis, reader)
    if abs(towards) >= OPEN_RING:
        return axis
    flat = unit(axis - reader * towards)
    return flat * float(np.sqrt(1 - OPEN_RING**2)) + reader * (OPEN_RING if towards >= -EDGE_ON else -OPEN_RING)


def _ring_axis(ring: Ring, body: Skeleton) -> Array:
    """The axis as given, outwards on both sides so that two rings are mirrored, else along the joint's bone."""
    stem, _, side = ring.joint.rpartition("_")
    outwards = vector(1, 1, -1 if side == "l" else 1)
    if ring.axis is not None:
        return unit(vector(*ring.axis) * outwards)
    before = _BONE_BEFORE.get(stem)
    if before is None:
        across: Array = body.frames["chest"][:, 2] * outwards[2]
        return across
    return unit(body.joints[ring.joint] - body.joints[f"{before}_{side}"])
