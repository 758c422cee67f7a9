"""Lofts: stacks of closed rings of points, the one shape every solid is made of. Array (rings, points, 3)."""

from __future__ import annotations

import functools

import numpy as np

from handout.figure.rotation import Array, cosine_sine, cross, length, settled, unit, vector

# Balls and capsules have this many rings, and no other loft has: they are convex, so that their silhouette
# is one hull.
CONVEX_RINGS = 9
POLAR = 4.6  # degrees from a ball's pole to its first ring


@functools.cache
def _circle(points: int, exponent: float) -> tuple[Array, Array]:
    """Unit superellipse: cosines and sines raised so that exponent 2 is a circle, more is squarer."""
    c, s = cosine_sine(np.linspace(0.0, 360.0, points, endpoint=False))
    k = 2.0 / exponent
    return np.sign(c) * settled(np.abs(c) ** k), np.sign(s) * settled(np.abs(s) ** k)


def loft(centres: Array, frames: Array, radii: Array, points: int = 28, exponent: float = 2.0) -> Array:
    """Rings in the local x-z planes of `frames`; radii rows are half width (z), front (+x), back (-x).

    `frames` is one matrix for all rings or one for each.
    """
    c, s = _circle(points, exponent)
    x = np.where(c > 0, radii[:, 1:2] * c, radii[:, 2:3] * c)
    z = radii[:, 0:1] * s
    if frames.ndim == 2:
        return centres[:, None] + x[..., None] * frames[:, 0] + z[..., None] * frames[:, 2]
    result: Array = (
        centres[:, None] + x[..., None] * frames[:, None, :, 0] + z[..., None] * frames[:, None, :, 2]
    )
    return result


def sphere(centre: Array, radius: float, points: int = 18) -> Array:
    """A ball of nine rings."""
    along, out = cosine_sine(np.linspace(POLAR, 180.0 - POLAR, CONVEX_RINGS))
    c, s = _circle(points, 2.0)
    ring = out[:, None] * radius
    height = np.broadcast_to((-along * radius)[:, None], (CONVEX_RINGS, points))
    result: Array = centre + np.stack((ring * c, height, ring * s), axis=-1)
    return result


def capsule(a: Array, b: Array, r0: float, r1: float, points: int = 14) -> Array:
    """A tapered tube with rounded ends."""
    d = unit(b - a)
    u = unit(cross(d, vector(0, 0, 1) if abs(d[2]) < 0.9 else vector(1, 0, 0)))
    v = cross(d, u)
    long = length(b - a)
    t = np.array((
        -r0 * 0.97, -r0 * 0.7, -0.3 * r0, 0.0, long * 0.5, long, long + 0.3 * r1, long + 0.7 * r1,
        long + r1 * 0.97,
    ))  # fmt: skip
    r = np.array((
        r0 * 0.24, r0 * 0.714, 0.954 * r0, r0, (r0 + r1) / 2, r1, 0.954 * r1, 0.714 * r1, 0.24 * r1,
    ))  # fmt: skip
    c, s = _circle(points, 2.0)
    round_ = c[:, None] * u + s[:, None] * v
    result: Array = (a + t[:, None] * d)[:, None] + r[:, None, None] * round_
    return result
