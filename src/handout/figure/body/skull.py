"""The head as a surface: rings of the profile table, nose, ears, points on the skin by height and angle."""

from __future__ import annotations

import numpy as np

from handout.figure.body.anatomy import HEAD, SKULL_PIVOT
from handout.figure.body.lofts import loft
from handout.figure.body.skeleton import Skeleton
from handout.figure.rotation import Array, cosine_sine, lengths, settled, turned

SQUARENESS = 2.15
_HEIGHTS = np.concatenate((
    (0, 0.02, 0.045, 0.07, 0.095, 0.12, 0.145, 0.16, 0.172, 0.184, 0.194, 0.204, 0.213, 0.224, 0.24, 0.26),
    np.linspace(0.285, 0.9, 12),
    (0.93, 0.955, 0.975, 0.99),
))  # fmt: skip
# front x, y, half width, depth: in head heights
NOSE_ROWS = (
    (0.385, 0.585, 0.030, 0.035), (0.40, 0.50, 0.035, 0.055), (0.415, 0.42, 0.052, 0.080),
    (0.418, 0.385, 0.064, 0.085), (0.412, 0.355, 0.062, 0.060), (0.40, 0.335, 0.045, 0.02),
)  # fmt: skip


def _narrowing(body: Skeleton, y: Array) -> Array:
    """Jaw width factor at each height."""
    result: Array = 1 - (1 - body.build.jaw) * np.clip((0.42 - y) / 0.30, 0, 1)
    return result


def _to_room(body: Skeleton, local: Array) -> Array:
    result: Array = (
        body.joints["head"]
        + turned(body.frames["head"], (local - np.array((0, SKULL_PIVOT, 0))) * body.lengths["head"])
    )
    return result


def head_solid(body: Skeleton) -> Array:
    """Rings of the head from chin to crown."""
    table = HEAD(_HEIGHTS)
    front, back, width = table[:, 0], table[:, 1], table[:, 2] * _narrowing(body, _HEIGHTS)
    middle = (front + back) / 2 - 0.02
    centres = _to_room(body, np.column_stack((middle, _HEIGHTS, np.zeros_like(middle))))
    radii = np.column_stack((width, front - middle, middle - back)) * body.lengths["head"]
    return loft(centres, body.frames["head"], radii, points=28, exponent=SQUARENESS)


def nose_solid(body: Skeleton) -> Array:
    """Rings of the nose."""
    rows = np.array(NOSE_ROWS)
    centres = _to_room(body, np.column_stack((rows[:, 0] - 0.03, rows[:, 1], np.zeros(len(rows)))))
    radii = np.column_stack((rows[:, 2], rows[:, 3], np.full(len(rows), 0.03))) * body.lengths["head"]
    return loft(centres, body.frames["head"], radii, points=14)


def ear_solid(body: Skeleton, sign: float) -> Array:
    """Rings of one ear, from the skull outwards."""
    c, s = cosine_sine(np.linspace(0.0, 360.0, 18, endpoint=False))
    rings = []
    for out, size in ((0.0, 1.0), (0.5, 0.96), (1.0, 0.8)):
        x = -0.030 + 0.050 * c * size - 0.018 * s
        y = 0.445 + 0.092 * s * size
        rings.append(np.column_stack((x, y, np.full_like(x, sign * (0.300 + 0.075 * out)))))
    return _to_room(body, np.array(rings))


def skin(
    body: Skeleton, y: Array | float, angle: Array | float, grow: Array | float = 0.0
) -> tuple[Array, Array]:
    """Points and outward normals of the head: y from chin 0 to crown 1, angle 0 in front, + to the right."""
    ys, angles, grows = np.broadcast_arrays(
        *(np.atleast_1d(np.asarray(v, dtype=np.float64)) for v in (y, angle, grow))
    )
    table = HEAD(np.clip(ys, 0, 1))
    front, back, width = table[:, 0], table[:, 1], table[:, 2] * _narrowing(body, ys)
    middle = (front + back) / 2 - 0.02
    c, s = cosine_sine(angles)
    k = 2 / SQUARENESS
    x = np.sign(c) * settled(np.abs(c) ** k) * np.where(c > 0, front - middle, middle - back)
    z = np.sign(s) * settled(np.abs(s) ** k) * width
    normal = np.stack(
        ((middle + x + 0.03) / 0.44**2, (ys - 0.5) / 0.5**2 * np.where(ys > 0.5, 1, 0.3), z / 0.335**2),
        axis=-1,
    )
    normal /= lengths(normal)[:, None]
    local = np.stack((middle + x, ys, z), axis=-1) + normal * grows[:, None]
    return _to_room(body, local), turned(body.frames["head"], normal)
