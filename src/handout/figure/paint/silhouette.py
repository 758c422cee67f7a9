"""Silhouettes: the outline of a loft is the union of the convex hulls of its neighbouring rings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.marks import polygons_of
from handout.figure.rotation import Array

SEGMENTS = 8  # of a quarter circle in every buffer
FINE = 0.00008  # a line is simplified by less than a hundredth of a millimetre in print


def hulls_of(flat: Array) -> Array:
    """Convex hulls of neighbouring rings, as an array of polygons. `flat` is (rings, points, 2)."""
    pairs = np.concatenate((flat[:-1], flat[1:]), axis=1)
    count, points = pairs.shape[:2]
    clouds = shapely.multipoints(pairs.reshape(-1, 2), indices=np.repeat(np.arange(count), points))
    hulls = shapely.convex_hull(clouds)
    return hulls[shapely.get_type_id(hulls) == 3]


def union_of(lofts: Iterable[Array]) -> BaseGeometry:
    """The silhouette of several projected lofts."""
    return shapely.union_all(np.concatenate([hulls_of(loft[..., :2]) for loft in lofts]))


def grown(shape: BaseGeometry, by: float) -> BaseGeometry:
    """The shape with a margin (negative: eaten away)."""
    return shape.buffer(by, quad_segs=SEGMENTS)


def closed(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Inward corners rounded."""
    return grown(grown(shape, radius), -radius)


def opened(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Outward corners rounded, slivers gone."""
    return grown(grown(shape, -radius), radius)


def softened(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Closed by the radius, then opened by a little."""
    if not radius:
        return shape
    little = min(radius, 0.006)
    return grown(grown(grown(shape.simplify(FINE), radius), -radius - little), little)


def without_specks(shape: BaseGeometry, least_hole: float = 3e-4) -> BaseGeometry:
    """Slivers and pin-holes left by unions removed."""
    kept = []
    for p in polygons_of(shape, 4e-6):
        holes = [ring for ring in p.interiors if Polygon(ring).area > least_hole]
        kept.append(p if len(holes) == len(p.interiors) else Polygon(p.exterior, holes))
    return kept[0] if len(kept) == 1 else MultiPolygon(kept)


def triangles_of(loft: Array) -> Array:
    """The sides of a loft as triangles (n, 3, 3)."""
    a, b = loft[:-1], loft[1:]
    a2, b2 = np.roll(a, -1, axis=1), np.roll(b, -1, axis=1)
    return np.concatenate((
        np.stack((a, b, a2), axis=2).reshape(-1, 3, 3), np.stack((b, b2, a2), axis=2).reshape(-1, 3, 3),
    ))  # fmt: skip


def depth_of(triangles: Array, points: Array) -> Array:
    """The nearest z of the triangles over each 2-D point; -inf where there is none."""
    low, high = points.min(axis=0), points.max(axis=0)
    flat = triangles[..., :2]
    near = ((flat.max(axis=1) >= low) & (flat.min(axis=1) <= high)).all(axis=1)
    t = triangles[near]
    a, b, c = t[:, 0], t[:, 1], t[:, 2]
    d = (b[:, 1] - c[:, 1]) * (a[:, 0] - c[:, 0]) + (c[:, 0] - b[:, 0]) * (a[:, 1] - c[:, 1])
    solid = np.abs(d) > 1e-12
    a, b, c, d = a[solid], b[solid], c[solid], d[solid]
    if not len(a):
        return np.full(len(points), -np.inf)
    dx, dy = points[:, 0:1] - c[:, 0], points[:, 1:2] - c[:, 1]
    u = ((b[:, 1] - c[:, 1]) * dx + (c[:, 0] - b[:, 0]) * dy) / d
    v = ((c[:, 1] - a[:, 1]) * dx + (a[:, 0] - c[:, 0]) * dy) / d
    w = 1 - u - v
    inside = (u >= -1e-6) & (v >= -1e-6) & (w >= -1e-6)
    z = np.where(inside, u * a[:, 2] + v * b[:, 2] + w * c[:, 2], -np.inf)
    result: Array = z.max(axis=1)
    return result


def sample_inside(shape: BaseGeometry, side: int = 7) -> Array:
    """Points of a grid inside the shape, and one in every piece of it."""
    x0, y0, x1, y1 = shape.bounds
    steps: Sequence[Array] = (np.linspace(x0, x1, side + 2)[1:-1], np.linspace(y0, y1, side + 2)[1:-1])
    grid = np.stack(np.meshgrid(*steps), axis=-1).reshape(-1, 2)
    grid = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
    inner = [p.representative_point().coords[0] for p in polygons_of(shape)]
    return np.vstack((grid, inner)) if inner else grid
