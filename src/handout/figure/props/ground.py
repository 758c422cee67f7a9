"""The ground: a mat, and the shadow where the body touches or nearly touches it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from handout.figure.body.flesh import Solids
from handout.figure.camera import Camera
from handout.figure.paint.marks import DrawnLine, Fill, Mark, fills_of, polygons_of
from handout.figure.paint.parts import PaintPart
from handout.figure.paint.silhouette import grown, hull_of
from handout.figure.props.spec import Slab
from handout.figure.props.workshop import Workshop
from handout.figure.rotation import Array, vector, within
from handout.figure.storyboard.prop_types import Prop
from handout.figure.styles import WHITE, Style, mix, rgb

MAT_THICK, MAT_MARGIN = 0.012, 0.08
LINE_MARGIN, NEAR_FLOOR = 0.03, 0.10
SHADOW_BELOW = 0.05  # what is lower than this throws a shadow


def reach_along(solids: Solids, frame: Array, origin: Array) -> tuple[float, float]:
    """How far a body reaches along a mat, least and most."""
    along = [within(frame, loft.reshape(-1, 3) - origin)[:, 0] for lofts in solids.values() for loft in lofts]
    return min(float(a.min()) for a in along), max(float(a.max()) for a in along)


def mat_marks(shop: Workshop, prop: Prop, bodies: Sequence[Solids], style: Style) -> tuple[list[Mark], BaseGeometry]:
    """The mat's fills and outline (of no width yet: the pen gives it), and its upper face.

    Without `from` and `to` it is as long as all the `bodies` need that lie on it: one mat for all frames.
    """
    frame, origin = shop.stands(prop)
    reaches = [reach_along(solids, frame, origin) for solids in bodies]
    low, high = min(r[0] for r in reaches) - MAT_MARGIN, max(r[1] for r in reaches) + MAT_MARGIN
    x0, x1, half = prop.numbers.get("from", low), prop.numbers.get("to", high), prop.number("width") / 2
    box = shop.slab("mat", "mat", Slab(vector(x0, -MAT_THICK, -half), vector(x1, 0, half), frame, origin))
    edge = rgb(style.colours["mat_edge"])
    marks = fills_of(box.shape, rgb(style.colours["mat"]))
    marks += [Fill(f.shape, edge) for f in box.faces if f.normal is not None and abs(f.normal[1]) < 0.5]
    marks += [DrawnLine(p.exterior, 0.0, edge) for p in polygons_of(box.shape)]
    top = [f.shape for f in box.faces if f.normal is not None and f.normal[1] > 0.5]
    return marks, shapely.union_all(top)


def floor_line(under: Sequence[Mark], parts: Mapping[str, PaintPart], lowest: float, style: Style) -> DrawnLine:
    """The line that all frames of a board stand on, where no mat shows the floor; of no width yet."""
    flat: list[BaseGeometry] = [mark.shape if isinstance(mark, Fill) else mark.line for mark in under]
    flat += [part.shape for part in parts.values() if part.shape.bounds[1] < lowest + NEAR_FLOOR]
    x0, _, x1, _ = shapely.total_bounds(flat)
    ends = [(float(x0) - LINE_MARGIN, lowest), (float(x1) + LINE_MARGIN, lowest)]
    return DrawnLine(LineString(ends), 0.0, rgb(style.colours["floor"]))


def shadow_of(solids: Solids, camera: Camera) -> BaseGeometry:
    """What is near the floor, flattened on to it."""
    shadows = []
    for loft in (loft for lofts in solids.values() for loft in lofts):
        low = loft[loft[..., 1].min(axis=1) < SHADOW_BELOW]
        if len(low):
            flat = camera.flat(low * np.array((1.0, 0.0, 1.0))).reshape(-1, 2)
            shadows.append(hull_of(flat))
    if not shadows:
        return shapely.Polygon()
    return grown(grown(shapely.union_all(shadows).simplify(0.0008), 0.014), -0.006)


def shadow_marks(shadow: BaseGeometry, under: str, style: Style) -> list[Mark]:
    """A shadow, mixed with the colour it lies on: no transparency in print."""
    base = WHITE if under == "floor" else rgb(style.colours[under])
    return fills_of(shadow, mix(base, rgb(style.shadow_tone), style.shadow))
