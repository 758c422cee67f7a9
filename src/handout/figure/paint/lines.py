"""Line work: tapering, smoothing, and joining outline pieces so that no seam shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LinearRing, LineString, MultiLineString, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry
from shapely.ops import linemerge

from handout.figure.body.anatomy import Profile
from handout.figure.rotation import Array, lengths, settled, unit

TAPER_OVER, TAPER_TO = 0.035, 0.12
STITCH_WITHIN, STITCH_FACING, STITCH_TRIM = 0.0065, -0.45, 0.004


def lines_of(shape: BaseGeometry, least: float = 1e-4) -> list[LineString]:
    """The lines in any geometry, joined where they meet."""
    if shape.is_empty:
        return []
    whole: BaseGeometry = linemerge(shape) if isinstance(shape, MultiLineString) else shape
    pieces = whole.geoms if isinstance(whole, BaseMultipartGeometry) else (whole,)
    return [p for p in pieces if isinstance(p, LineString) and p.length > least]


def curve(points: Sequence[Array] | Array, steps: int = 6) -> LineString:
    """A smooth curve through points."""
    p = np.asarray(points, dtype=np.float64)
    if len(p) < 3:
        return LineString(p)
    t = np.arange(len(p), dtype=np.float64)
    return LineString(Profile(np.column_stack((t, p)))(np.linspace(0, len(p) - 1, steps * len(p))))


def resampled(line: LineString, count: int, end: float | None = None) -> Array:
    """Evenly spaced points along a line."""
    p = shapely.get_coordinates(line)
    step = np.diff(p, axis=0)
    along = np.concatenate(((0.0,), np.cumsum(np.sqrt((step * step).sum(axis=1)))))
    places = np.linspace(0.0, along[-1] if end is None else end, count)
    return np.column_stack((np.interp(places, along, p[:, 0]), np.interp(places, along, p[:, 1])))


def ribbon(points: Array, half: Array) -> Polygon:
    """A band along points with a half width at each."""
    tangent = np.gradient(points, axis=0)
    normal = np.column_stack((-tangent[:, 1], tangent[:, 0]))
    normal /= np.maximum(lengths(normal), 1e-9)[:, None]
    offset = normal * half[:, None]
    return Polygon(np.vstack((points + offset, (points - offset)[::-1])))


def tapered(line: LineString, width: float, at_start: bool, at_end: bool) -> BaseGeometry:
    """A line as a ribbon whose ends run thin."""
    length = line.length
    count = max(8, int(length / 0.004))
    d = np.linspace(0.0, length, count)
    k = np.ones(count)
    over = min(TAPER_OVER, length * 0.6)
    if at_start:
        k = np.minimum(k, TAPER_TO + (1 - TAPER_TO) * settled(np.clip(d / over, 0, 1) ** 0.8))
    if at_end:
        k = np.minimum(k, TAPER_TO + (1 - TAPER_TO) * settled(np.clip((length - d) / over, 0, 1) ** 0.8))
    shape = ribbon(resampled(line, count), width / 2 * k)
    return shape if shape.is_valid else shape.buffer(0)


def relaxed(line: LineString, step: float = 0.004, sigma: float = 1.5) -> LineString:
    """Resampled and smoothed, ends kept: removes the tiny steps that unions leave."""
    count = max(4, int(line.length / step))
    if count < 9:
        return line
    p = resampled(line, count + 1)
    kernel = settled(np.exp(-0.5 * (np.arange(-4, 5) / sigma) ** 2))
    kernel /= kernel.sum()
    ring = line.is_ring
    before, after = (p[-5:-1], p[1:5]) if ring else (2 * p[0] - p[4:0:-1], 2 * p[-1] - p[-2:-6:-1])
    q = np.vstack((before, p, after))
    r: Array = np.array([weight * q[k : k + len(p)] for k, weight in enumerate(kernel)]).sum(axis=0)
    if ring:
        return LinearRing(r[:-1])
    r[0], r[-1] = p[0], p[-1]
    return LineString(r)


@dataclass(frozen=True, slots=True)
class OutlineStroke:
    """A visible piece of outline; `thin_start`, `thin_end` say where it runs out inside the body."""

    line: LineString
    width: float
    thin_start: bool = False
    thin_end: bool = False


def stitched(strokes: Sequence[OutlineStroke]) -> list[OutlineStroke]:
    """Pieces of one garment whose ends face each other are joined. No piece may be a ring."""
    points = [shapely.get_coordinates(s.line) for s in strokes]
    thin = [(s.thin_start, s.thin_end) for s in strokes]
    alive = list(range(len(points)))
    rings: list[OutlineStroke] = []
    while (joint := _best_joint(points, alive)) is not None:
        (i, at_end), (j, at_end_j) = joint
        if i == j:
            rings.append(OutlineStroke(LinearRing(points[i]), strokes[i].width))
            alive.remove(i)
            continue
        a = points[i] if at_end else points[i][::-1]
        b = points[j][::-1] if at_end_j else points[j]
        thin[i] = (thin[i][0 if at_end else 1], thin[j][0 if at_end_j else 1])
        points[i] = np.vstack((_trimmed(a), _trimmed(b[::-1])[::-1]))
        alive.remove(j)
    return rings + [OutlineStroke(LineString(points[i]), strokes[i].width, *thin[i]) for i in alive]


def _trimmed(points: Array) -> Array:
    """Without its last few points, so that the join is smoothed, not hooked."""
    far = lengths(points - points[-1]) >= STITCH_TRIM
    last = int(np.nonzero(far)[0].max()) + 1 if far.any() else 0
    return points[: max(last, min(4, len(points)))]


def _ending(points: Array, at_end: bool) -> tuple[Array, Array]:
    """An end point and the direction in which the line leaves there."""
    q = points if at_end else points[::-1]
    far = np.nonzero(lengths(q[:-1] - q[-1]) >= 0.006)[0]
    return q[-1], unit(q[-1] - q[int(far.max()) if len(far) else 0])


def _best_joint(points: list[Array], alive: list[int]) -> tuple[tuple[int, bool], tuple[int, bool]] | None:
    keys = [(i, end) for i in alive for end in (False, True)]
    if not keys:
        return None
    ends = [_ending(points[i], end) for i, end in keys]
    place, going = np.array([e[0] for e in ends]), np.array([e[1] for e in ends])
    distance = lengths(place[:, None] - place[None])
    facing = (going[:, None] * going[None]).sum(axis=-1)
    possible = np.triu((distance < STITCH_WITHIN) & (facing < STITCH_FACING), 1)
    for k in range(0, len(keys), 2):
        if len(points[keys[k][0]]) < 8:
            possible[k, k + 1] = False
    if not possible.any():
        return None
    cost = np.where(possible, distance + 0.004 * (1 + facing), np.inf)
    x, y = np.unravel_index(int(cost.argmin()), cost.shape)
    return keys[int(x)], keys[int(y)]
