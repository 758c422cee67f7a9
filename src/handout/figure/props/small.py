"""What lies on the floor or behind the back: roller, ball, gym ball, cushion, folded towel."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, Polygon

from handout.figure.body.lofts import loft, sphere
from handout.figure.paint.lines import curve
from handout.figure.paint.parts import Detail, FlatFace, part_from
from handout.figure.props.spec import PropSolid, Slab, turn_of
from handout.figure.props.workshop import Built, Workshop
from handout.figure.rotation import about_x, about_z, cosine_sine, product, turned, vector
from handout.figure.storyboard.prop_types import Prop


def roller(shop: Workshop, prop: Prop, name: str) -> Built:
    """A foam roller across the body, with the rings of its end."""
    r, half = prop.number("radius"), prop.number("length") / 2
    centre = shop.under_back(prop, r, 0.0)
    way = turn_of(prop)
    frame = product(way, about_x(90))
    axis = turned(way, vector(0, 0, half))
    ends = np.array([centre - axis, centre + axis])
    rings = shop.camera.project(loft(ends, frame, np.full((2, 3), r), points=40))
    part = part_from(name, "roller", [rings])
    part.rigid = True
    near = 1 if rings[1, :, 2].mean() > rings[0, :, 2].mean() else 0
    part.faces.append(FlatFace(Polygon(rings[near][:, :2]), None))
    for k in (0.55, 0.25):
        ring = shop.camera.flat(loft(ends[near][None], frame, np.full((1, 3), r * k), points=40)[0])
        part.details.append(Detail(LineString(np.vstack((ring, ring[:1]))), 0.7))
    return [part], PropSolid(prop, (name,), centre=centre, radius=r, axis=axis)


def ball(shop: Workshop, prop: Prop, name: str) -> Built:
    """A ball with one curved seam."""
    r = prop.number("radius")
    centre = shop.under_back(prop, r, prop.number("aside"))
    part = part_from(name, "ball", [shop.camera.project(sphere(centre, r, 24))])
    middle = shop.camera.flat(centre)
    seam = middle + r * 0.62 * np.column_stack(cosine_sine(np.array((97.4, 131.8, 166.2))))
    part.details.append(Detail(curve(seam), 1.0))
    return [part], PropSolid(prop, (name,), centre=centre, radius=r)


def gym_ball(shop: Workshop, prop: Prop, name: str) -> Built:
    """A large ball to sit on, with three rings round it; `at` is where it stands on the floor."""
    r = prop.number("radius")
    _, origin = shop.stands(prop)
    centre = origin + vector(0, r, 0)
    part = part_from(name, "gym_ball", [shop.camera.project(sphere(centre, r, 48))], 0.0)
    c, s = cosine_sine(np.linspace(0.0, 360.0, 49))
    for up in (-0.45, 0.0, 0.45):
        wide = r * float(np.sqrt(1 - up * up)) * 1.001
        ring = centre + np.column_stack((wide * c, np.full_like(c, up * r), wide * s))
        towards = shop.camera.project(ring - centre)[:, 2] > 0
        seen = shop.camera.flat(np.roll(ring[:-1], -int(np.argmin(towards[:-1])), axis=0))
        kept = seen[np.roll(towards[:-1], -int(np.argmin(towards[:-1])))]
        if len(kept) > 3:
            part.details.append(Detail(LineString(kept), 0.6))
    return [part], PropSolid(prop, (name,), centre=centre, radius=r, grips=shop.grips(prop))


def pad(shop: Workshop, prop: Prop, name: str) -> Built:
    """A cushion, or a folded towel: a soft slab whose middle is at `at`."""
    o, way = shop.at(prop), turn_of(prop)
    length, thick, wide = prop.number("length"), prop.number("thick"), prop.number("width")
    soft = prop.type == "cushion"
    along = np.array((-0.5, -0.47, -0.33, 0.0, 0.33, 0.47, 0.5)) * length
    swell = np.array((0.5, 0.75, 0.95, 1.0, 0.95, 0.75, 0.5)) if soft else np.array((0.9, 1, 1, 1, 1, 1, 0.9))
    centres = o + along[:, None] * way[:, 0]
    radii = np.column_stack((wide / 2 * swell, thick / 2 * swell, thick / 2 * swell))
    rings = loft(centres, product(way, about_z(-90)), radii, points=30, exponent=2.6 if soft else 5.0)
    part = part_from(name, "cloth", [shop.camera.project(rings)], 0.008 if soft else 0.002)
    half = vector(length / 2, thick / 2, wide / 2)
    return [part], PropSolid(prop, (name,), boxes=(Slab(-half, half, way, o),))
