"""Arrows: given in the room, drawn as one ribbon with a head; never over a face or a hand.

An arc foreshortens by itself; `wrap` hides what runs behind the body. An arrow that would cover a face or a
hand is moved aside by the least step that frees it; what still touches is cut away with a white margin.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.body.pose import Point, Vec
from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.lines import curve, resampled, ribbon
from handout.figure.paint.marks import Mark, fills_of, polygons_of
from handout.figure.paint.silhouette import grown
from handout.figure.rotation import IDENTITY, Array, cosine_sine, dot, settled, turned, unit, vector
from handout.figure.styles import WHITE, Style, rgb

HEAD_LONG, HEAD_WIDE, NOTCH = 2.9, 1.55, 0.78  # times the width
TAIL, TAIL_BOTH = 0.35, 0.80
HALO = 0.0055
CLEAR = 0.010  # least distance to a face or hand
NUDGES = (0.01, 0.02, 0.03, 0.045, 0.06, 0.08)
LEAST_PIECE = 2.5e-4


@dataclass(frozen=True, slots=True)
class Arc:
    """A circle in the room: its axis as its normal, angles in degrees from `start` to `end`."""

    centre: Point
    axis: Vec
    radius: float
    start: float
    end: float
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow along points or along an arc; `width` in body heights."""

    path: tuple[Point, ...] = ()
    arc: Arc | None = None
    bend: float = 0.15  # of a path of two points: sideways, in its lengths
    width: float = 0.015
    both: bool = False
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An arrow on the page: its shape, and what it pushes away (shape and halo)."""

    arrow: Arrow
    shape: BaseGeometry
    halo: BaseGeometry
    nudged: float  # how far it was moved aside, body heights


def draw_arrow(
    arrow: Arrow, body: Skeleton, camera: Camera, silhouette: BaseGeometry, keep_clear: BaseGeometry
) -> DrawnArrow:
    """The arrow's shape, clear of `keep_clear` (face and hands)."""
    points, back = _track(arrow, body, camera)
    if arrow.both:
        middle = len(points) // 2 - 1
        shape = _one_way(points[middle:], arrow.width, TAIL_BOTH).union(
            _one_way(points[::-1][middle:], arrow.width, TAIL_BOTH)
        )
    else:
        shape = _one_way(points, arrow.width, TAIL)
    shape = grown(shape, 0.0012)
    moved = 0.0
    if arrow.wrap and back.any():
        shape = _behind(shape, points, back, silhouette)
    else:
        shape, moved = _moved_clear(shape, keep_clear)
    if not keep_clear.is_empty and shape.intersects(keep_clear):
        left = shape.difference(grown(keep_clear, HALO))
        shape = shapely.union_all(polygons_of(left, LEAST_PIECE))
    halo = grown(shape, HALO).difference(keep_clear)
    return DrawnArrow(arrow, shape, halo, moved)


def arrow_marks(drawn: DrawnArrow, style: Style) -> list[Mark]:
    """White margin, then the arrow."""
    return fills_of(drawn.halo, WHITE) + fills_of(drawn.shape, rgb(style.colours["arrow"]))


def _track(arrow: Arrow, body: Skeleton, camera: Camera) -> tuple[Array, Array]:
    """Flat points along the arrow, and which of them lie behind the arc's centre."""
    if arrow.arc is not None:
        arc = arrow.arc
        centre = body.point(arc.centre)
        frame = IDENTITY if arc.frame is None else body.frames[arc.frame]
        axis = unit(turned(frame, vector(*arc.axis)))
        hint = vector(1, 0, 0) if abs(axis[0]) < 0.9 else vector(0, 1, 0)
        u = unit(hint - axis * dot(hint, axis))
        v = np.cross(axis, u)
        c, s = cosine_sine(np.linspace(arc.start, arc.end, 60)[:, None])
        seen = camera.project(centre + arc.radius * (c * u + s * v))
        return seen[:, :2], seen[:, 2] < camera.project(centre)[2]
    flat = camera.flat(np.array([body.point(p) for p in arrow.path]))
    if len(flat) == 2:
        along = flat[1] - flat[0]
        middle = flat.mean(axis=0) + np.array((-along[1], along[0])) * arrow.bend
        flat = np.array((flat[0], middle, flat[1]))
    points = shapely.get_coordinates(curve(flat))
    return points, np.zeros(len(points), dtype=bool)


def _one_way(points: Array, width: float, tail: float) -> BaseGeometry:
    """Ribbon from thin tail to a notched head."""
    line = LineString(points)
    length, head = line.length, min(width * HEAD_LONG, line.length * 0.6)
    count = max(16, int(length / 0.004))
    grow = tail + (1 - tail) * settled(np.linspace(0, 1, count) ** 0.8)
    shaft = ribbon(resampled(line, count, length - head * 0.8), grow * width / 2)
    tip, base, notch = (
        shapely.get_coordinates(line.interpolate(length - back))[0] for back in (0.0, head, head * NOTCH)
    )
    ahead = unit(tip - base)
    across = np.array((-ahead[1], ahead[0])) * width * HEAD_WIDE
    return shaft.buffer(0).union(Polygon((tip, base + across, notch, base - across)).buffer(0))


def _behind(shape: BaseGeometry, points: Array, back: Array, silhouette: BaseGeometry) -> BaseGeometry:
    """Without what runs behind the body."""
    hidden, shown = [], []
    for i in range(len(points) - 1):
        piece = LineString(points[i : i + 2])
        if back[i] and back[i + 1]:
            hidden.append(piece.buffer(0.03, cap_style="flat"))
        else:
            shown.append(piece.buffer(0.012, cap_style="flat"))
    cover = shapely.union_all(hidden).difference(shapely.union_all(shown)).intersection(silhouette)
    return shapely.union_all(polygons_of(shape.difference(cover), LEAST_PIECE))


def _moved_clear(shape: BaseGeometry, keep_clear: BaseGeometry) -> tuple[BaseGeometry, float]:
    """The shape moved by the least step that frees it, and how far; unmoved where no step does."""
    if keep_clear.is_empty or shape.distance(keep_clear) >= CLEAR:
        return shape, 0.0
    for step in NUDGES:
        for c, s in zip(*cosine_sine(np.arange(0.0, 360.0, 30.0)), strict=True):
            moved = translate(shape, step * float(c), step * float(s))
            if moved.distance(keep_clear) >= CLEAR:
                return moved, step
    return shape, 0.0
