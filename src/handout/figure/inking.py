"""Inking: all frames of a storyboard at one scale, camera and floor line, as drawings in points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from handout.drawing import Drawing, Segment, Shape
from handout.figure.arrows import arrow_marks
from handout.figure.camera import SNAP
from handout.figure.ghost import ghost_marks, swung_marks
from handout.figure.inset import SHARE, ZONE, inset_board, zone_marks
from handout.figure.paint.lines import lines_of
from handout.figure.paint.marks import DrawnLine, Fill, Mark, polygons_of
from handout.figure.paint.silhouette import FAR, between
from handout.figure.people import Person
from handout.figure.rotation import Array
from handout.figure.scene import Scene, Staged, stage, stage_board
from handout.figure.storyboard.board import Storyboard
from handout.figure.styles import Pen, Style, hexadecimal

PAD_PT = 1.4  # for the outer half of the contour
SIMPLIFY_PT = 0.1  # 0.035 mm: less than a dot of a printer with 600 to the inch
SIMPLIFY_FILL_PT, INK = 0.25, 0.3  # of a fill that is lighter than lines are: they cover its edge, or it is a shade
GRID = 10  # points of a path lie on a grid of so many lines a pt: 0.018 mm off at most, and half as heavy
Bounds = tuple[float, float, float, float]
Over = Callable[[Scene, Pen], Sequence[Mark]]


def ink(board: Storyboard, person: Person, style: str, height: float) -> dict[str, Drawing]:
    """Every frame's drawing by id, and "zone" for an inset.

    All frames share one box, whose long side is `height` pt; strokes are in points at that size.
    """
    return ink_staged(stage_board(board, person, style), height)


def ink_staged(staged: Staged, height: float, over: Over | None = None) -> dict[str, Drawing]:
    """The same from scenes that are laid already; `over` gives marks to lay over each."""
    board, style, scenes = staged.board, staged.style, staged.scenes
    bounds = _common(scenes)
    pen = Pen.at(_scale(bounds, height))
    drawings = {
        frame_id: draw(
            [*_marks(scene, style, pen, _ghost(staged, scene, pen)), *(over(scene, pen) if over else ())],
            bounds,
            pen.scale,
            style.coarse,
        )
        for frame_id, scene in scenes.items()
    }
    if board.inset is not None:
        drawings[ZONE] = _zone(board, staged.person, style, height * SHARE)
    return drawings


def _common(scenes: Mapping[str, Scene]) -> Bounds:
    """One box for all frames."""
    left, bottom, right, top = zip(*(scene.bounds() for scene in scenes.values()), strict=True)
    return min(left), min(bottom), max(right), max(top)


def _scale(bounds: Bounds, height: float) -> float:
    """Points a body height, so that the long side with its margins is `height`."""
    return (height - 2 * PAD_PT) / max(bounds[2] - bounds[0], bounds[3] - bounds[1])


def _zone(board: Storyboard, person: Person, style: Style, height: float) -> Drawing:
    back = inset_board(board)
    scene = stage(back, back.frames[0], person, style)
    bounds = scene.bounds()
    pen = Pen.at(_scale(bounds, height))
    marks = [*_marks(scene, style, pen), *zone_marks(board.inset or "", scene, style, pen)]
    return draw(marks, bounds, pen.scale)


def _ghost(staged: Staged, scene: Scene, pen: Pen) -> list[Mark]:
    """The start, behind a frame that goes somewhere; a ring comes back, and shows the limb half round."""
    if scene.frame.allowed("change") == "same-place":
        return []
    if all(drawn.arrow.ring for drawn in scene.arrows):
        return swung_marks(scene, staged.style, pen)
    return ghost_marks(scene, staged.start_of(scene), staged.style, pen)


def _marks(scene: Scene, style: Style, pen: Pen, behind: Sequence[Mark] = ()) -> list[Mark]:
    floor = [DrawnLine(m.line, pen.thin, m.colour) if isinstance(m, DrawnLine) else m for m in scene.floor]
    marks = [*floor, *behind, *scene.painter.marks(pen)]
    for arrow in scene.arrows:
        marks += arrow_marks(arrow, style)
    return marks if scene.clip_below is None else _clipped(marks, scene.clip_below, scene.clip_above or FAR)


def _clipped(marks: Sequence[Mark], low: float, high: float) -> list[Mark]:
    """What lies between two heights."""
    out: list[Mark] = []
    for mark in marks:
        whole = mark.shape if isinstance(mark, Fill) else mark.line
        if whole.bounds[1] >= low and whole.bounds[3] <= high:
            out.append(mark)
            continue
        kept = between(whole, low, high)
        if isinstance(mark, Fill):
            out += [Fill(p, mark.colour) for p in polygons_of(kept)]
        else:
            out += [DrawnLine(piece, mark.width, mark.colour, mark.dash) for piece in lines_of(kept)]
    return out


def draw(marks: Sequence[Mark], bounds: Bounds, scale: float, coarse: float = 1.0) -> Drawing:
    """Marks in body heights as shapes in points: origin top left, y down, on the grid; paths off by as little as a
    style wants."""
    x0, y0, x1, y1 = bounds
    width, height = (x1 - x0) * scale + 2 * PAD_PT, (y1 - y0) * scale + 2 * PAD_PT
    flat = shapely.transform([m.shape if isinstance(m, Fill) else m.line for m in marks], _snapped)
    off = np.array([_tolerance(mark) for mark in marks]) * coarse / scale
    thin = shapely.simplify(flat, off, preserve_topology=False)
    moved = shapely.transform(thin, lambda p: (p - (x0, y1)) * (scale, -scale) + PAD_PT)
    shapes = []
    for mark, geometry in zip(marks, moved, strict=True):
        if isinstance(mark, Fill):
            shapes.append(_filled(geometry, hexadecimal(mark.colour)))
        else:
            dash = tuple(round(d * scale, 2) for d in mark.dash)
            closed = bool(mark.line.is_ring)
            path = _path(_on_grid(geometry), closed)
            shapes.append(
                Shape(path, stroke=hexadecimal(mark.colour), width=round(mark.width * scale, 2), dash=dash)
            )
    return Drawing(round(width, 2), round(height, 2), tuple(s for s in shapes if s.path))


def _tolerance(mark: Mark) -> float:
    """How far a path may be off, pt."""
    return SIMPLIFY_FILL_PT if isinstance(mark, Fill) and max(mark.colour) > INK else SIMPLIFY_PT


def _snapped(points: Array) -> Array:
    """Without the last digits: a buffer's differ between systems, and would choose other corners to keep."""
    result: Array = np.round(points, SNAP)
    return result


def _filled(geometry: BaseGeometry, colour: str) -> Shape:
    path: list[Segment] = []
    rings = [p for polygon in polygons_of(geometry) for p in (polygon.exterior, *polygon.interiors)]
    for ring in rings:
        path += _path(_on_grid(ring), True)
    return Shape(tuple(path), fill=colour, even_odd=len(rings) > 1)


def _on_grid(geometry: BaseGeometry) -> list[list[float]]:
    points: list[list[float]] = ((shapely.get_coordinates(geometry) * GRID).round() / GRID).tolist()
    return points


def _path(points: list[list[float]], closed: bool) -> tuple[Segment, ...]:
    """A polyline without points that rounding made equal."""
    kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    if closed and len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    if len(kept) < (3 if closed else 2):
        return ()
    path: list[Segment] = [("M", (kept[0][0], kept[0][1]))]
    path += [("L", (p[0], p[1])) for p in kept[1:]]
    if closed:
        path.append(("Z", ()))
    return tuple(path)
