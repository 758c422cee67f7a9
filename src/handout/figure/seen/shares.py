"""How much of a body's parts a picture shows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.marks import polygons_of
from handout.figure.paint.silhouette import FAR, between
from handout.figure.rotation import Array, dot, lengths
from handout.figure.scene import Scene

GRID = 1e-6  # of a body height: shapes are put together on it, so that touching edges cannot confuse the sums
# The face on the head's surface, in head heights: before the ears, from the chin to the hairline.
FACE_AHEAD, FACE_LOW, FACE_HIGH = 0.10, 0.03, 0.74


def seen(scene: Scene, part: str) -> float:
    """The share of a part's outline that nothing covers; none where the picture is cut above it."""
    return seen_of(scene, (part,))


def seen_of(scene: Scene, parts: Iterable[str]) -> float:
    """The share of several parts together: what one of them covers of another counts as seen."""
    names = [name for name in parts if name in scene.parts]
    whole = above(scene, _together(scene.parts[name].shape for name in names))
    left = _together(scene.visible[name] for name in names if name in scene.visible)
    return float(above(scene, left).area / whole.area) if whole.area else 0.0


def areas(shape: BaseGeometry) -> BaseGeometry:
    """Only the areas of a shape, without the points and lines that cutting leaves."""
    return MultiPolygon(polygons_of(shape))


def within_area(shape: BaseGeometry, area: BaseGeometry) -> BaseGeometry:
    """The areas of a shape that lie within an area."""
    return areas(shapely.intersection(areas(shape), area, grid_size=GRID))


def above(scene: Scene, shape: BaseGeometry) -> BaseGeometry:
    """What a crop leaves of a shape."""
    if scene.clip_below is None:
        return shape
    return between(shape, scene.clip_below, FAR)


def _together(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    return shapely.union_all([areas(shape) for shape in shapes], grid_size=GRID)


def body_parts(scene: Scene) -> tuple[str, ...]:
    """The parts of the person, without props."""
    return tuple(name for name, part in scene.parts.items() if not part.rigid and name in scene.solids)


def face_seen(scene: Scene) -> float:
    """The share of the face's surface that is turned to the reader and that nothing covers.

    All of it is seen from the front, half of it in profile, nothing from behind.
    """
    middles, normals, area = _face(scene)
    towards = _rows(normals, scene.camera.reader) > 0
    flat = scene.camera.flat(middles)
    uncovered = shapely.contains_xy(_head_seen(scene), flat[:, 0], flat[:, 1])
    return float(area[towards & uncovered].sum() / area.sum())


def face_shape(scene: Scene) -> BaseGeometry:
    """The face on the page, as far as it is seen."""
    middles, normals, _ = _face(scene)
    flat = scene.camera.flat(middles[_rows(normals, scene.camera.reader) > 0])
    hull = shapely.MultiPoint(flat).convex_hull
    return within_area(_head_seen(scene), hull)


def _head_seen(scene: Scene) -> BaseGeometry:
    """What is seen of the head, with the fringe of hair that frames it (ears and hair do not hide a face)."""
    return shapely.union_all([scene.visible[n] for n in ("head", "ear_r", "ear_l") if n in scene.visible])


def _face(scene: Scene) -> tuple[Array, Array, Array]:
    """Middles, outward normals and areas of the small faces that make up the face."""
    (rings,) = scene.solids["head"]
    body = scene.body
    nose, chin = body.on_head(1.0, 0.0, 0.0), body.on_head(0.0, 0.0, 0.0)
    ahead, up = nose - chin, body.on_head(0.0, 1.0, 0.0) - chin
    around = np.roll(rings, -1, axis=1)
    a, b, c, d = rings[:-1], around[:-1], around[1:], rings[1:]
    middles = ((a + b + c + d) / 4).reshape(-1, 3)
    cross = (np.cross(c - a, d - b) / 2).reshape(-1, 3)
    area = lengths(cross)
    normals = cross / np.maximum(area, 1e-12)[:, None]
    centre = body.on_head(-0.03, 0.5, 0.0)
    normals = normals * np.sign((normals * (middles - centre)).sum(axis=1))[:, None]
    x = _rows(middles - chin, ahead) / dot(ahead, ahead)
    y = _rows(middles - chin, up) / dot(up, up)
    keep = (x > FACE_AHEAD) & (y > FACE_LOW) & (y < FACE_HIGH) & (area > 1e-9)
    return middles[keep], normals[keep], area[keep]


def _rows(vectors: Array, direction: Array) -> Array:
    """How far each of a stack of vectors goes along a direction."""
    result: Array = (vectors * direction).sum(axis=-1)
    return result
