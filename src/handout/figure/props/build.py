"""Building props: boxes, a roller, a ball, soft pads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from handout.figure.body.anatomy import TORSO
from handout.figure.body.flesh import CLOTH_SHIRT
from handout.figure.body.lofts import loft, sphere
from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.lines import curve
from handout.figure.paint.parts import Detail, Face, Part, part_from
from handout.figure.props.spec import Prop, PropSolid
from handout.figure.rotation import IDENTITY, Array, about_x, about_y, about_z, cosine_sine, product, turned, vector

LEG, SEAT_THICK, BACK_LEAN = 0.011, 0.022, 6.0
_FACES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
_NORMALS = np.array(((-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)), dtype=np.float64)
_CORNERS = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float64)
Built = tuple[list[Part], PropSolid]


class Workshop:
    """Makes the parts of one scene's props."""

    def __init__(self, body: Skeleton, camera: Camera) -> None:
        self.body, self.camera = body, camera

    def at(self, prop: Prop) -> Array:
        """Where a prop stands."""
        return vector(0, 0, 0) if prop.at is None else self.body.point(prop.at)

    def box(
        self, name: str, fill: str, low: Array, high: Array, turn: tuple[Array, Array] | None = None
    ) -> Part:
        """A box; `turn` is (frame, origin)."""
        frame, origin = turn or (IDENTITY, vector(0, 0, 0))
        corners = self.camera.project(origin + turned(frame, _CORNERS * (high - low) + low))
        faces, triangles = [], []
        for face, normal in zip(_FACES, turned(frame, _NORMALS), strict=True):
            q = corners[list(face)]
            triangles += [q[[0, 1, 2]], q[[0, 2, 3]]]
            if self.camera.towards(normal) > 0.01:
                faces.append(Face(Polygon(q[:, :2]), normal))
        shape = shapely.MultiPoint(corners[:, :2]).convex_hull
        return Part(name, fill, shape, np.array(triangles), faces=faces, rigid=True)

    def under_back(self, prop: Prop, thick: float, aside: float) -> Array:
        """Where a round prop of this radius lies against the back, or where `at` says."""
        if "under" not in prop.numbers:
            return self.at(prop)
        s = prop.numbers["under"]
        centre, frame = self.body.spine.at(s)
        back = float(TORSO(s)[0][2]) + CLOTH_SHIRT
        result: Array = centre + turned(frame, vector(-(back + thick * 0.93), 0, aside))
        return result


def chair(shop: Workshop, prop: Prop, name: str) -> Built:
    """A plain wooden chair: four legs, seat, back rest. `turn` is about the upright through `at`."""
    o, y, w = shop.at(prop), prop.number("seat"), prop.number("width")
    frame = about_y(prop.number("turn"))
    origin = o * vector(1, 0, 1)
    turn = (frame, origin)
    x0, x1 = -0.10, prop.number("depth") - 0.10
    parts = []
    for k, (x, side) in enumerate(((x0 + 0.012, -1), (x1 - 0.012, -1), (x0 + 0.012, 1), (x1 - 0.012, 1))):
        zz = side * (w - 0.012)
        low, high = vector(x - LEG, 0, zz - LEG), vector(x + LEG, y - 0.02, zz + LEG)
        parts.append(shop.box(f"{name}leg{k}", "wood_dark", low, high, turn))
    seat = (vector(x0, y - SEAT_THICK, -w), vector(x1, y, w))
    parts.append(shop.box(f"{name}seat", "wood", *seat, turn))
    rest = None
    if prop.switches.get("back", True):
        lean = (product(frame, about_z(BACK_LEAN)), origin + turned(frame, vector(x0 + 0.010, y, 0)))
        for k, zz in ((8, -w + 0.013), (9, w - 0.013)):
            low, high = vector(-LEG, -0.01, zz - LEG), vector(LEG, 0.30, zz + LEG)
            parts.append(shop.box(f"{name}post{k}", "wood_dark", low, high, lean))
        low, high = vector(-0.010, 0.15, -w), vector(0.010, 0.29, w)
        parts.append(shop.box(f"{name}back", "wood", low, high, lean))
        rest = lean[1] + turned(lean[0], _CORNERS * (high - low) + low)
    corners = origin + turned(frame, np.array(seat))
    box = (corners.min(axis=0), corners.max(axis=0))
    return parts, PropSolid(prop, tuple(p.name for p in parts), boxes=(box,), rest=rest)


def wall(shop: Workshop, prop: Prop, name: str) -> Built:
    """A slab of wall behind the person (`ahead`: in front); its face stands at `at`."""
    x, thick, half = float(shop.at(prop)[0]), prop.number("thick"), prop.number("width") / 2
    x0 = x if prop.switches.get("ahead", False) else x - thick
    box = (vector(x0, 0, -half), vector(x0 + thick, prop.number("height"), half))
    return [shop.box(name, "wall", *box)], PropSolid(prop, (name,), boxes=(box,))


def table(shop: Workshop, prop: Prop, name: str) -> Built:
    """A table top on four legs; `at` is the middle of its near edge on the floor."""
    o, y, w = shop.at(prop), prop.number("height"), prop.number("width") / 2
    x0, x1 = o[0], o[0] + prop.number("depth")
    parts = []
    for k, (x, zz) in enumerate(
        ((x0 + 0.015, -w + 0.015), (x1 - 0.015, -w + 0.015), (x0 + 0.015, w - 0.015), (x1 - 0.015, w - 0.015))
    ):
        low, high = vector(x - LEG, 0, o[2] + zz - LEG), vector(x + LEG, y - 0.02, o[2] + zz + LEG)
        parts.append(shop.box(f"{name}leg{k}", "wood_dark", low, high))
    top = (vector(x0, y - SEAT_THICK, o[2] - w), vector(x1, y, o[2] + w))
    parts.append(shop.box(f"{name}top", "wood", *top))
    return parts, PropSolid(prop, tuple(p.name for p in parts), boxes=(top,))


def roller(shop: Workshop, prop: Prop, name: str) -> Built:
    """A foam roller across the body, with the rings of its end."""
    r, half = prop.number("radius"), prop.number("length") / 2
    centre = shop.under_back(prop, r, 0.0)
    frame = about_x(90)
    ends = np.array([centre + vector(0, 0, z) for z in (-half, half)])
    rings = shop.camera.project(loft(ends, frame, np.full((2, 3), r), points=40))
    part = part_from(name, "roller", [rings])
    part.rigid = True
    near = 1 if rings[1, :, 2].mean() > rings[0, :, 2].mean() else 0
    part.faces.append(Face(Polygon(rings[near][:, :2]), None))
    for k in (0.55, 0.25):
        ring = shop.camera.flat(loft(ends[near][None], frame, np.full((1, 3), r * k), points=40)[0])
        part.details.append(Detail(LineString(np.vstack((ring, ring[:1]))), 0.7))
    return [part], PropSolid(prop, (name,), centre=centre, radius=r, axis=vector(0, 0, half))


def ball(shop: Workshop, prop: Prop, name: str) -> Built:
    """A ball with one curved seam."""
    r = prop.number("radius")
    centre = shop.under_back(prop, r, prop.number("aside"))
    part = part_from(name, "ball", [shop.camera.project(sphere(centre, r, 24))])
    middle = shop.camera.flat(centre)
    seam = middle + r * 0.62 * np.column_stack(cosine_sine(np.array((97.4, 131.8, 166.2))))
    part.details.append(Detail(curve(seam), 1.0))
    return [part], PropSolid(prop, (name,), centre=centre, radius=r)


def pad(shop: Workshop, prop: Prop, name: str) -> Built:
    """A cushion, or a folded towel: a soft slab whose middle is at `at`."""
    o = shop.at(prop)
    length, thick, wide = prop.number("length"), prop.number("thick"), prop.number("width")
    soft = prop.type == "cushion"
    along = np.array((-0.5, -0.47, -0.33, 0.0, 0.33, 0.47, 0.5)) * length
    swell = np.array((0.5, 0.75, 0.95, 1.0, 0.95, 0.75, 0.5)) if soft else np.array((0.9, 1, 1, 1, 1, 1, 0.9))
    centres = o + np.column_stack((along, np.zeros_like(along), np.zeros_like(along)))
    radii = np.column_stack((wide / 2 * swell, thick / 2 * swell, thick / 2 * swell))
    rings = shop.camera.project(loft(centres, about_z(-90), radii, points=30, exponent=2.6 if soft else 5.0))
    part = part_from(name, "cloth", [rings], 0.008 if soft else 0.002)
    low, high = vector(length / 2, thick / 2, wide / 2), vector(length / 2, thick / 2, wide / 2)
    return [part], PropSolid(prop, (name,), boxes=((o - low, o + high),))


_MAKERS: dict[str, Callable[[Workshop, Prop, str], Built]] = {
    "chair": chair, "wall": wall, "table": table, "roller": roller, "ball": ball, "cushion": pad,
    "towel": pad,
}  # fmt: skip


def build_props(props: Sequence[Prop], shop: Workshop) -> tuple[list[Part], list[PropSolid]]:
    """Parts and solids of all props but mats, which lie under everything."""
    parts: list[Part] = []
    solids: list[PropSolid] = []
    for index, prop in enumerate(props):
        if prop.type == "mat":
            continue
        made, solid = _MAKERS[prop.type](shop, prop, f"{prop.type}{index}")
        parts += made
        solids.append(solid)
    return parts, solids
