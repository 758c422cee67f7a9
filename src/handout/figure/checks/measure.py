"""Distances the rules share. Lengths in body heights."""

from __future__ import annotations

import numpy as np

from handout.figure.body.skeleton import Skeleton
from handout.figure.props.spec import PropSolid
from handout.figure.rotation import Array, dot, length, within
from handout.figure.scene import Scene

# Half axes of the skull in head heights, and its middle (front, above the chin, right).
_SKULL = np.array((0.44, 0.52, 0.335))
_SKULL_MIDDLE = (-0.03, 0.50, 0.0)
# s of the first and last ring of the trunk's two lofts, as they are laid.
_TRUNK_SPANS = {"pelvis": (-0.050, 0.09), "torso": (0.02, 0.316)}


def in_file(scene: Scene, solid: PropSolid) -> tuple[str | int, ...]:
    """Where a prop is written: its place in the list counts mats too, which have no solid."""
    return ("props", next(i for i, prop in enumerate(scene.frame.props) if prop is solid.prop))


def skin(scene: Scene, part: str) -> Array:
    """All points of a part's surface, one row each."""
    return np.concatenate([solid.reshape(-1, 3) for solid in scene.solids[part]])


def height(scene: Scene, part: str) -> float:
    """The lowest point of a part above the floor."""
    return min(float(solid[..., 1].min()) for solid in scene.solids[part])


def prop_gap(scene: Scene, points: Array) -> float:
    """The least distance of points from any prop's surface (negative inside); infinite without props."""
    gaps = [np.inf]
    for solid in scene.props:
        gaps += [float(slab.gap(points).min()) for slab in (*solid.boxes, *solid.rests)]
        if solid.centre is not None:
            gaps.append(float(round_gap(points, solid.centre, solid.radius, solid.axis).min()))
    return min(gaps)


def round_gap(points: Array, centre: Array, radius: float, axis: Array | None) -> Array:
    """Distance of points from a ball, or from a roller whose half length is `axis`; negative inside."""
    away = points - centre
    if axis is not None:
        square = dot(axis, axis)
        along = np.clip((away * axis).sum(axis=1) / square, -1.0, 1.0)
        away = away - along[:, None] * axis
    distance: Array = np.sqrt((away**2).sum(axis=1)) - radius
    return distance


def segment_gap(a: tuple[Array, Array], b: tuple[Array, Array], steps: int = 15) -> float:
    """The least distance between two line segments, sampled."""
    t = np.linspace(0.0, 1.0, steps)[:, None]
    p, q = a[0] + (a[1] - a[0]) * t, b[0] + (b[1] - b[0]) * t
    return float(np.sqrt(((p[:, None] - q[None]) ** 2).sum(axis=2)).min())


def depths_in_trunk(scene: Scene, points: Array) -> Array:
    """How deep points (n, 3) lie inside the trunk, to its nearest side; zero or less is outside."""
    deepest = np.full(len(points), -1.0)
    for part, (low, high) in _TRUNK_SPANS.items():
        rings = scene.solids[part][0]
        centres, frames = scene.body.spine.along(np.linspace(low, high, len(rings)))
        local = (frames * (points[:, None] - centres)[..., None]).sum(axis=2)
        nearest = np.abs(local[..., 1]).argmin(axis=1)
        for index, k in enumerate(nearest.tolist()):
            x, y, z = local[index, k].tolist()
            if abs(y) > 0.015:
                continue
            ring = within(frames[k], rings[k] - centres[k])
            half_x = float(ring[:, 0].max()) if x > 0 else -float(ring[:, 0].min())
            half_z = float(ring[:, 2].max())
            depth = (1.0 - length(np.array((x / half_x, z / half_z)))) * min(half_x, half_z)
            deepest[index] = max(deepest[index], depth)
    return deepest


def depth_in_head(body: Skeleton, point: Array) -> float:
    """How deep a point lies inside the skull; zero or less is outside."""
    size = body.lengths["head"]
    away = within(body.frames["head"], point - body.on_head(*_SKULL_MIDDLE)) / size
    ratio = float(np.sqrt(((away / _SKULL) ** 2).sum()))
    return (1.0 - ratio) * float(_SKULL.min()) * size
