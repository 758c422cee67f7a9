"""What belongs to a house: wall, door, post, step, stairs, rail, and a plain box."""

from __future__ import annotations

from handout.figure.paint.parts import PaintPart
from handout.figure.props.spec import PropSolid, Slab
from handout.figure.props.workshop import Built, Workshop
from handout.figure.rotation import Array, vector
from handout.figure.storyboard.prop_types import Prop


def wall(shop: Workshop, prop: Prop, name: str) -> Built:
    """A slab of wall behind the person (`ahead`: in front); its face stands at `at`."""
    frame, origin = shop.stands(prop)
    thick, half = prop.number("thick"), prop.number("width") / 2
    x0 = 0.0 if prop.switches.get("ahead", False) else -thick
    face = Slab(vector(x0, 0, -half), vector(x0 + thick, prop.number("height"), half), frame, origin)
    return [shop.slab(name, "wall", face)], PropSolid(prop, (name,), boxes=(face,))


def post(shop: Workshop, prop: Prop, name: str) -> Built:
    """An upright of square section; `at` is its middle on the floor."""
    frame, origin = shop.stands(prop)
    half = prop.number("thick") / 2
    stem = Slab(vector(-half, 0, -half), vector(half, prop.number("height"), half), frame, origin)
    return [shop.slab(name, "wood", stem)], PropSolid(prop, (name,), boxes=(stem,), grips=shop.grips(prop))


def door(shop: Workshop, prop: Prop, name: str) -> Built:
    """A doorway to stand in: two posts and the lintel; `at` is the middle of the opening, `width` its clear width."""
    frame, origin = shop.stands(prop)
    half, thick, tall = prop.number("width") / 2, prop.number("thick"), prop.number("height")
    deep = thick / 2
    slabs = [
        Slab(vector(-deep, 0, z - thick / 2), vector(deep, tall, z + thick / 2), frame, origin)
        for z in (-half - thick / 2, half + thick / 2)
    ]
    lintel = Slab(vector(-deep, tall, -half - thick), vector(deep, tall + thick, half + thick), frame, origin)
    parts = [shop.slab(f"{name}post{k}", "wood", slab) for k, slab in enumerate((*slabs, lintel))]
    solid = PropSolid(prop, tuple(p.name for p in parts), boxes=(*slabs, lintel), grips=shop.grips(prop))
    return parts, solid


def box(shop: Workshop, prop: Prop, name: str) -> Built:
    """A plain box; `at` is the middle of its near edge on the floor."""
    frame, origin = shop.stands(prop)
    half = prop.number("width") / 2
    block = Slab(vector(0, 0, -half), vector(prop.number("depth"), prop.number("height"), half), frame, origin)
    return [shop.slab(name, "wood", block)], PropSolid(prop, (name,), boxes=(block,))


def stairs(shop: Workshop, prop: Prop, name: str) -> Built:
    """Steps that rise to the front, or a single one; `at` is the middle of the lowest edge on the floor."""
    frame, origin = shop.stands(prop)
    count = max(1, round(prop.numbers.get("steps", 1.0)))
    rise, deep, half = prop.number("height"), prop.number("depth"), prop.number("width") / 2
    slabs, parts = [], []
    for k in range(count):
        block = Slab(vector(k * deep, 0, -half), vector(count * deep, (k + 1) * rise, half), frame, origin)
        low = vector(k * deep, k * rise, -half)
        shown = Slab(low, vector(count * deep, (k + 1) * rise, half), frame, origin)
        parts.append(shop.slab(f"{name}tread{k}", "wood", shown))
        slabs.append(block)
    order = tuple(
        (f"{name}tread{a}", f"{name}tread{b}") if _from_above(shop) else (f"{name}tread{b}", f"{name}tread{a}")
        for b in range(count) for a in range(b)
    )  # fmt: skip
    return parts, PropSolid(prop, tuple(p.name for p in parts), boxes=tuple(slabs), order=order)


def _from_above(shop: Workshop) -> bool:
    return shop.camera.towards(vector(0, 1, 0)) >= 0


def rail(shop: Workshop, prop: Prop, name: str) -> Built:
    """A hand rail between two places, on a post at each end."""
    ends = shop.path(prop)
    start, end = ends[0], ends[-1]
    radius = prop.number("radius")
    parts: list[PaintPart] = []
    if prop.switches.get("posts", True):
        for k, top in enumerate((start, end)):
            foot: Array = top * vector(1, 0, 1)
            parts.append(shop.tube(f"{name}post{k}", "metal", [foot, top - vector(0, radius, 0)], radius * 0.7))
    parts.append(shop.tube(f"{name}rail", "wood_dark", [start, end], radius))
    solid = PropSolid(
        prop, tuple(p.name for p in parts), centre=(start + end) / 2, radius=radius, axis=(end - start) / 2,
        grips=shop.grips(prop), order=tuple((p.name, f"{name}rail") for p in parts[:-1]),
    )  # fmt: skip
    return parts, solid
