"""Silhouettes: the outline of a loft is the union of the convex hulls of its neighbouring rings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from handout.figure.body.lofts import CONVEX_RINGS
from handout.figure.paint.marks import polygons_of
from handout.figure.rotation import Array

SEGMENTS, FEW_SEGMENTS, WIDE = 8, 5, 0.01  # of a quarter circle in a buffer, wide or narrow
FAR = 9.0  # beyond every picture, body heights
FINE = 0.00008  # a line is simplified by less than a hundredth of a millimetre in print


def hulls_of(flat: Array) -> NDArray[np.object_]:
    """Convex hulls of neighbouring rings, as an array of polygons. `flat` is (rings, points, 2)."""
    if len(flat) == CONVEX_RINGS:
        return np.array([hull_of(flat.reshape(-1, 2))])
    pairs = np.concatenate((flat[:-1], flat[1:]), axis=1)
    lines = shapely.linestrings(pairs)
    hulls: NDArray[np.object_] = np.asarray(shapely.convex_hull(lines), dtype=object)
    solid: NDArray[np.object_] = hulls[np.asarray(shapely.get_type_id(hulls)) == 3]
    return solid


def hull_of(points: Array) -> BaseGeometry:
    """The convex hull of points (n, 2), two or more, taken of the line through them: many points are slow to make."""
    return LineString(points).convex_hull


def union_of(lofts: Iterable[Array]) -> BaseGeometry:
    """The silhouette of several projected lofts."""
    return shapely.union_all(np.concatenate([hulls_of(loft[..., :2]) for loft in lofts]))


def grown(shape: BaseGeometry, by: float) -> BaseGeometry:
    """The shape with a margin (negative: eaten away)."""
    return shape.buffer(by, quad_segs=SEGMENTS if abs(by) > WIDE else FEW_SEGMENTS)


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
    return grown(grown(grown(shape.simplify(FINE, preserve_topology=False), radius), -radius - little), little)


def between(shape: BaseGeometry, low: float, high: float) -> BaseGeometry:
    """What lies between two heights. (`clip_by_rect` raises where an edge only just touches.)"""
    kept: BaseGeometry = shapely.intersection(shape, box(-FAR, low, FAR, high))
    return kept


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


class Surface:
    """Triangles made ready to be asked how near they come to the reader."""

    __slots__ = ("_a", "_b", "_c", "_d", "_high", "_low", "z")

    def __init__(self, triangles: Array) -> None:
        a, b, c = triangles[:, 0], triangles[:, 1], triangles[:, 2]
        d = (b[:, 1] - c[:, 1]) * (a[:, 0] - c[:, 0]) + (c[:, 0] - b[:, 0]) * (a[:, 1] - c[:, 1])
        solid = np.abs(d) > 1e-12
        self.z = float(triangles[..., 2].mean())
        self._a, self._b, self._c, self._d = a[solid], b[solid], c[solid], d[solid]
        flat = (self._a[:, :2], self._b[:, :2], self._c[:, :2])
        self._low = np.minimum(np.minimum(flat[0], flat[1]), flat[2])
        self._high = np.maximum(np.maximum(flat[0], flat[1]), flat[2])

    def nearest(self, points: Array) -> Array:
        """The nearest z over each 2-D point; -inf where there is no surface."""
        (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
        near = (self._high[:, 0] >= x0) & (self._high[:, 1] >= y0) & (self._low[:, 0] <= x1) & (self._low[:, 1] <= y1)
        a, b, c, d = self._a[near], self._b[near], self._c[near], self._d[near]
        if not len(a):
            return np.full(len(points), -np.inf)
        dx, dy = points[:, 0:1] - c[:, 0], points[:, 1:2] - c[:, 1]
        u = ((b[:, 1] - c[:, 1]) * dx + (c[:, 0] - b[:, 0]) * dy) / d
        v = ((c[:, 1] - a[:, 1]) * dx + (a[:, 0] - c[:, 0]) * dy) / d
        w = 1 - u - v
        inside = np.minimum(np.minimum(u, v), w) >= -1e-6
        at, over = np.nonzero(inside)
        z = np.full(inside.shape, -np.inf)
        z[at, over] = u[at, over] * a[over, 2] + v[at, over] * b[over, 2] + w[at, over] * c[over, 2]
        result: Array = z.max(axis=1)
        return result


def sample_inside(shape: BaseGeometry, side: int = 6) -> Array:
    """Points of a grid inside the shape, and one in every piece of it."""
    x0, y0, x1, y1 = shape.bounds
    steps: Sequence[Array] = (np.linspace(x0, x1, side + 2)[1:-1], np.linspace(y0, y1, side + 2)[1:-1])
    grid = np.stack(np.meshgrid(*steps), axis=-1).reshape(-1, 2)
    grid = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
    inner = [p.representative_point().coords[0] for p in polygons_of(shape)]
    return np.vstack((grid, inner)) if inner else grid
