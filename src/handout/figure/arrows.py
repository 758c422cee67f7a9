"""Arrows: given in the room, drawn as one ribbon with a head; never over a face or a hand.

An arc foreshortens by itself; `wrap` hides what runs behind the body. An arrow that would cover a face or a
hand is moved aside by the least step that frees it; what still touches is cut away with a white margin.
`follow` is the way of a joint from the start, laid beside the body; `ring` circles round a joint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.body.flesh import Solids
from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.lines import curve, resampled, ribbon
from handout.figure.paint.marks import Mark, fills_of, polygons_of
from handout.figure.paint.silhouette import grown
from handout.figure.rings import HAND_JOINTS, ring_track, round_of, swung
from handout.figure.rotation import IDENTITY, Array, cosine_sine, dot, settled, turned, unit, vector
from handout.figure.storyboard.arrow_types import Arrow
from handout.figure.styles import WHITE, Style, rgb
from handout.figure.trace import beside, shown, way

HEAD_LONG, HEAD_WIDE, NOTCH = 2.9, 1.55, 0.78  # times the width
HEAD_SHARE, HEAD_SHARE_BOTH = 0.35, 0.32  # of the length, at most: with more it is a triangle without a way
TAIL, TAIL_BOTH = 0.35, 0.80
HALO = 0.0055
CLEAR = 0.010  # least distance to a face or hand
NUDGES = (0.01, 0.02, 0.03, 0.045, 0.06, 0.08)
LEAST_PIECE = 2.5e-4
NOTHING = Polygon()




@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An arrow on the page: its shape, and what it pushes away (shape and halo)."""

    arrow: Arrow
    shape: BaseGeometry
    halo: BaseGeometry
    track: Array  # its middle line on the page, from tail to head
    pale: BaseGeometry = NOTHING  # the limb where its ring has come half round


@dataclass(frozen=True, slots=True)
class Ground:
    """What an arrow is laid on: the body now and at the start, the camera, the silhouette, and what stays clear."""

    body: Skeleton
    camera: Camera
    silhouette: BaseGeometry
    spared: Mapping[str, BaseGeometry]  # visible head and hands by part name
    start: Skeleton | None = None
    solids: Solids | None = None  # of the body now, for a limb that goes round as a whole

    def clear(self, arrow: Arrow) -> BaseGeometry:
        """What this arrow may not cover: a ring round a hand may lie on that hand."""
        held = arrow.ring.joint if arrow.ring else ""
        own = f"hand_{held[-1]}" if held.startswith(HAND_JOINTS) else ""
        return shapely.union_all([shape for name, shape in self.spared.items() if name != own])


def draw_arrow(arrow: Arrow, ground: Ground) -> DrawnArrow:
    """The arrow's shape, clear of face and hands."""
    points, back = track(arrow, ground)
    keep_clear = ground.clear(arrow)
    most = LineString(points).length * (HEAD_SHARE_BOTH if arrow.both else HEAD_SHARE) / HEAD_LONG
    width = min(arrow.width, most)  # a short arrow is slender, not all head
    if arrow.both:
        middle = len(points) // 2 - 1
        shape = _one_way(points[middle:], width, TAIL_BOTH).union(
            _one_way(points[::-1][middle:], width, TAIL_BOTH)
        )
    else:
        shape = _one_way(points, width, TAIL)
    shape = grown(shape, 0.0012)
    if (arrow.wrap or arrow.ring) and back.any():
        shape = _behind(shape, points, back, ground.silhouette)
    elif arrow.follow is None:
        shape = _moved_clear(shape, keep_clear)
    if not keep_clear.is_empty and shape.intersects(keep_clear):
        left = shape.difference(grown(keep_clear, HALO))
        shape = shapely.union_all(polygons_of(left, LEAST_PIECE))
    halo = grown(shape, HALO).difference(keep_clear)
    return DrawnArrow(arrow, shape, halo, points, _pale(arrow, ground))


def _pale(arrow: Arrow, ground: Ground) -> BaseGeometry:
    if arrow.ring is None or ground.solids is None:
        return NOTHING
    return swung(arrow.ring, ground.body, ground.camera, ground.solids)


def arrow_marks(drawn: DrawnArrow, style: Style) -> list[Mark]:
    """White margin, then the arrow."""
    return fills_of(drawn.halo, WHITE) + fills_of(drawn.shape, rgb(style.colours["arrow"]))


def track(arrow: Arrow, ground: Ground) -> tuple[Array, Array]:
    """Flat points along the arrow, and which of them lie behind the middle of its arc."""
    body, camera = ground.body, ground.camera
    if arrow.arc is not None:
        arc = arrow.arc
        frame = IDENTITY if arc.frame is None else body.frames[arc.frame]
        axis = unit(turned(frame, vector(*arc.axis)))
        hint = vector(1, 0, 0) if abs(axis[0]) < 0.9 else vector(0, 1, 0)
        u = unit(hint - axis * dot(hint, axis))
        spread = np.linspace(arc.start, arc.end, 60)
        return round_of(camera, body.point(arc.centre), (u, np.cross(axis, u)), (arc.radius, spread))
    if arrow.ring is not None:
        return ring_track(arrow.ring, body, camera, ground.silhouette)
    if arrow.follow is not None:
        start = ground.start or body
        flat = shown(camera.flat(way(arrow.follow, start.joints, body.joints)))
        laid = beside(flat, arrow.width, (ground.silhouette, ground.clear(arrow)), arrow.beside)
        return laid, np.zeros(len(laid), dtype=bool)
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
    length, head = line.length, width * HEAD_LONG
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


def _moved_clear(shape: BaseGeometry, keep_clear: BaseGeometry) -> BaseGeometry:
    """The shape moved by the least step that frees it; unmoved where no step does."""
    if keep_clear.is_empty or shape.distance(keep_clear) >= CLEAR:
        return shape
    for step in NUDGES:
        for c, s in zip(*cosine_sine(np.arange(0.0, 360.0, 30.0)), strict=True):
            moved = translate(shape, step * float(c), step * float(s))
            if moved.distance(keep_clear) >= CLEAR:
                return moved
    return shape
