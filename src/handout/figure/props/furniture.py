"""What stands on four legs or more: chair, table, bed, walking frame, wheelchair."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from shapely.geometry import LineString

from handout.figure.paint.parts import Detail, PaintPart
from handout.figure.props.grips import ARM_REST, BACK_LEAN, SEAT_BEHIND, WHEEL, WHEEL_AT
from handout.figure.props.spec import PropSolid, Slab
from handout.figure.props.workshop import Built, Workshop
from handout.figure.rotation import SIDES, Array, about_z, cosine_sine, product, turned, vector
from handout.figure.storyboard.prop_types import Prop

LEG, SEAT_THICK = 0.011, 0.022
REST_FROM = 0.5  # a chair's rest begins so far up its back
CASTER, RIM, TYRE, SPOKES = 0.035, 0.040, 0.014, 12
SIDE_ORDER = (("tyre", "rim"), ("frame", "arm"))  # of a wheelchair: what lies behind what


def _legs(shop: Workshop, prop: Prop, name: str, legs: tuple[tuple[float, float], ...], top: float) -> list[PaintPart]:
    """Four legs from the floor to a height; (front, right) of each."""
    frame, origin = shop.stands(prop)
    return [
        shop.slab(
            f"{name}leg{k}", "wood_dark",
            Slab(vector(x - LEG, 0, z - LEG), vector(x + LEG, top, z + LEG), frame, origin),
        )
        for k, (x, z) in enumerate(legs)
    ]  # fmt: skip


def chair(shop: Workshop, prop: Prop, name: str) -> Built:
    """A plain wooden chair: four legs, seat, back rest. `turn` is about the upright through `at`."""
    frame, origin = shop.stands(prop)
    y, w = prop.number("seat"), prop.number("width")
    x0, x1 = -SEAT_BEHIND, prop.number("depth") - SEAT_BEHIND
    near, far, half = x0 + 0.012, x1 - 0.012, w - 0.012
    parts = _legs(shop, prop, name, ((near, -half), (far, -half), (near, half), (far, half)), y - 0.02)
    seat = Slab(vector(x0, y - SEAT_THICK, -w), vector(x1, y, w), frame, origin)
    parts.append(shop.slab(f"{name}seat", "wood", seat))
    rest = None
    if prop.switches.get("back", True):
        rest = _back(shop, prop, name, parts)
    return parts, PropSolid(prop, tuple(p.name for p in parts), boxes=(seat,), rest=rest, grips=shop.grips(prop))


def _back(shop: Workshop, prop: Prop, name: str, parts: list[PaintPart]) -> Slab:
    """Two leaning posts and the rest between them, added to the parts."""
    frame, origin = shop.stands(prop)
    w, tall = prop.number("width"), prop.number("back_height")
    foot = origin + turned(frame, vector(0.010 - SEAT_BEHIND, prop.number("seat"), 0))
    lean = (product(frame, about_z(BACK_LEAN)), foot)
    for k, z in ((8, -w + 0.013), (9, w - 0.013)):
        post = Slab(vector(-LEG, -0.01, z - LEG), vector(LEG, tall, z + LEG), *lean)
        parts.append(shop.slab(f"{name}post{k}", "wood_dark", post))
    rest = Slab(vector(-0.010, tall * REST_FROM, -w), vector(0.010, tall - 0.01, w), *lean)
    parts.append(shop.slab(f"{name}back", "wood", rest))
    return rest


def table(shop: Workshop, prop: Prop, name: str) -> Built:
    """A table top on four legs; `at` is the middle of its near edge on the floor."""
    frame, origin = shop.stands(prop)
    y, w, x1 = prop.number("height"), prop.number("width") / 2, prop.number("depth")
    near, far, half = 0.015, x1 - 0.015, w - 0.015
    parts = _legs(shop, prop, name, ((near, -half), (far, -half), (near, half), (far, half)), y - 0.02)
    top = Slab(vector(0, y - SEAT_THICK, -w), vector(x1, y, w), frame, origin)
    parts.append(shop.slab(f"{name}top", "wood", top))
    return parts, PropSolid(prop, tuple(p.name for p in parts), boxes=(top,), grips=shop.grips(prop))


def bed(shop: Workshop, prop: Prop, name: str) -> Built:
    """A mattress on a frame, its head end behind; `at` is its middle on the floor, its length along front."""
    frame, origin = shop.stands(prop)
    y, w, long = prop.number("height"), prop.number("width") / 2, prop.number("length") / 2
    near, far, half = -long + 0.02, long - 0.02, w - 0.02
    deck = y - 0.09
    parts = _legs(shop, prop, name, ((near, -half), (far, -half), (near, half), (far, half)), deck)
    board = Slab(vector(-long - 0.022, 0.03, -w), vector(-long, y + 0.14, w), frame, origin)
    under = Slab(vector(-long, deck - 0.01, -w), vector(long, deck + 0.03, w), frame, origin)
    mattress = Slab(vector(-long, deck + 0.03, -w + 0.008), vector(long, y, w - 0.008), frame, origin)
    parts.append(shop.slab(f"{name}board", "wood_dark", board))
    parts.append(shop.slab(f"{name}deck", "wood", under))
    parts.append(shop.slab(f"{name}mattress", "cloth", mattress))
    lying = Slab(under.low, mattress.high + vector(0, 0, 0.008), frame, origin)
    order = tuple((f"{name}{a}", f"{name}{b}") for a, b in combinations(("board", "deck", "mattress"), 2))
    return parts, PropSolid(
        prop, tuple(p.name for p in parts), boxes=(lying, board), grips=shop.grips(prop), order=order
    )  # fmt: skip


def walking_frame(shop: Workshop, prop: Prop, name: str) -> Built:
    """A frame of tubes with a grip on each side, open towards the person; `at` is its middle on the floor."""
    frame, origin = shop.stands(prop)
    y, w, d = prop.number("height"), prop.number("width") / 2, prop.number("depth") / 2
    radius = 0.0085

    def place(x: float, up: float, z: float) -> Array:
        result: Array = origin + turned(frame, vector(x, up, z))
        return result

    parts = []
    for side, sign in SIDES:
        z = sign * w
        hoop = [place(-d, 0.012, z), place(-d * 0.86, y, z), place(d * 0.86, y, z), place(d, 0.012, z)]
        parts.append(shop.tube(f"{name}side_{side}", "metal", hoop, radius))
        low = [place(-d * 0.94, y * 0.42, z), place(d * 0.94, y * 0.42, z)]
        parts.append(shop.tube(f"{name}low_{side}", "metal", low, radius * 0.8))
        grip = [place(-d * 0.80, y, z), place(-d * 0.05, y, z)]
        parts.append(shop.tube(f"{name}grip_{side}", "rubber", grip, radius * 1.45))
        for k, x in enumerate((-d, d)):
            foot = [place(x, 0.013, z), place(x * 0.985, 0.035, z)]
            parts.append(shop.tube(f"{name}foot{k}_{side}", "rubber", foot, radius * 1.4))
    for k, up in enumerate((y * 0.80, y * 0.42)):
        x = d * (0.86 + 0.14 * (1 - up / y))
        parts.append(shop.tube(f"{name}cross{k}", "metal", [place(x, up, -w), place(x, up, w)], radius * 0.9))
    order = tuple((f"{name}side_{side}", f"{name}grip_{side}") for side, _ in SIDES)
    return parts, PropSolid(prop, tuple(p.name for p in parts), grips=shop.grips(prop), order=order)


def wheelchair(shop: Workshop, prop: Prop, name: str) -> Built:
    """A chair with two large wheels, casters, arm rests and foot plates; `at` as of a chair."""
    frame, origin = shop.stands(prop)
    y, w = prop.number("seat"), prop.number("width")
    x0, x1 = -SEAT_BEHIND, prop.number("depth") - SEAT_BEHIND
    seat = Slab(vector(x0, y - SEAT_THICK, -w), vector(x1, y, w), frame, origin)
    lean = (product(frame, about_z(BACK_LEAN)), origin + turned(frame, vector(x0 + 0.006, y, 0)))
    rest = Slab(vector(-0.008, 0.02, -w), vector(0.008, 0.26, w), *lean)
    parts = [shop.slab(f"{name}seat", "rubber", seat), shop.slab(f"{name}back", "rubber", rest)]
    for side, sign in SIDES:
        parts += _wheelchair_side(shop, prop, f"{name}{{}}_{side}", sign)
    solid = PropSolid(
        prop, tuple(p.name for p in parts), boxes=(seat,), rest=rest, grips=shop.grips(prop),
        order=tuple((f"{name}{a}_{s}", f"{name}{b}_{s}") for s, _ in SIDES for a, b in SIDE_ORDER),
    )  # fmt: skip
    return parts, solid


def _wheelchair_side(shop: Workshop, prop: Prop, name: str, sign: float) -> list[PaintPart]:
    """Wheel, caster, tubes, arm rest and foot plate of one side."""
    frame, origin = shop.stands(prop)
    y, w, x1 = prop.number("seat"), prop.number("width"), prop.number("depth") - SEAT_BEHIND

    def place(x: float, up: float, z: float) -> Array:
        result: Array = origin + turned(frame, vector(x, up, sign * z))
        return result

    axle = turned(frame, vector(0, 0, 1))
    outer = (place(WHEEL_AT, WHEEL, w + 0.028), WHEEL, axle)
    tyre = shop.disc(name.format("tyre"), "rubber", outer, TYRE)
    tyre.shape = tyre.shape.difference(shop.ring_hole((outer[0], WHEEL - 0.022, axle)))
    tyre.details += _spokes(shop, outer)
    rim = shop.disc(name.format("rim"), "metal", (place(WHEEL_AT, WHEEL, w + RIM), WHEEL - 0.010, axle), 0.006)
    rim.shape = rim.shape.difference(shop.ring_hole((place(WHEEL_AT, WHEEL, w + RIM), WHEEL - 0.021, axle)))
    hub = shop.disc(name.format("hub"), "metal", (place(WHEEL_AT, WHEEL, w + RIM), 0.020, axle), 0.010)
    caster = shop.disc(name.format("caster"), "rubber", (place(x1 + 0.02, CASTER, w), CASTER, axle), 0.016)
    tube = [
        place(-SEAT_BEHIND, y + 0.24, w), place(-SEAT_BEHIND + 0.02, y - 0.012, w), place(x1, y - 0.012, w),
        place(x1 + 0.055, 0.055, w * 0.8), place(x1 + 0.12, 0.045, w * 0.8),
    ]  # fmt: skip
    z = sign * w * 0.75
    plate = Slab(vector(x1 + 0.05, 0.026, z - 0.045), vector(x1 + 0.15, 0.036, z + 0.045), frame, origin)
    bar = [place(-0.07, y, w), place(-0.06, y + ARM_REST, w), place(0.10, y + ARM_REST, w), place(0.11, y, w)]
    fork = [place(x1 + 0.02, CASTER, w), place(x1 - 0.01, y - 0.02, w)]
    return [
        shop.tube(name.format("frame"), "metal", tube, 0.008), shop.tube(name.format("fork"), "metal", fork, 0.007),
        shop.tube(name.format("arm"), "metal", bar, 0.007),
        shop.tube(name.format("pad"), "rubber", bar[1:3], 0.012), tyre, rim, hub, caster,
        shop.slab(name.format("plate"), "metal", plate),
    ]  # fmt: skip


def _spokes(shop: Workshop, wheel: tuple[Array, float, Array]) -> list[Detail]:
    """Thin lines from a wheel's axle to its tyre."""
    middle, radius, axle = wheel
    up = vector(0, 1, 0)
    ahead = np.cross(up, axle)
    c, s = cosine_sine(360.0 * np.arange(SPOKES)[:, None] / SPOKES)
    ends = middle + (radius - 0.02) * (c * ahead + s * up)
    hub = shop.camera.flat(middle)
    return [Detail(LineString([hub, end]), 0.45) for end in shop.camera.flat(ends)]
