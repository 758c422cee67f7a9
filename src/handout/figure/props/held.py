"""What runs between two places or lies in a hand: band, strap, towel, stick, crutch, weight."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from handout.figure.body.lofts import loft
from handout.figure.paint.lines import curve, ribbon
from handout.figure.paint.parts import Detail, PaintPart, part_from
from handout.figure.props.spec import PropSolid
from handout.figure.props.workshop import Built, Workshop
from handout.figure.rotation import Array, dot, frame_along, length, unit, vector
from handout.figure.storyboard.prop_types import HANDS, Prop

FILL = {"band": "band", "strap": "strap", "towel": "cloth"}
TOWEL = 0.011  # half the thickness of a towel rolled to a rope
CUFF_LONG = 0.045
CRUTCH_CUFF = 0.15  # above the handle


def strip(shop: Workshop, prop: Prop, name: str) -> Built:
    """A band, a strap or a towel drawn out between places; with `slack` it hangs through in the middle."""
    if prop.switches.get("loop", False):
        return _loop(shop, prop, name)
    points = _hung(shop.path(prop), prop.numbers.get("slack", 0.0))
    half = TOWEL if prop.type == "towel" else prop.number("width") / 2
    seen = shop.camera.project(points)
    shape = ribbon(seen[:, :2], np.full(len(points), half)).buffer(0)
    across = np.gradient(seen[:, :2], axis=0)
    normal = np.column_stack((-across[:, 1], across[:, 0], np.zeros(len(points))))
    normal /= np.maximum(np.sqrt((normal * normal).sum(axis=1)), 1e-9)[:, None]
    low, high = seen - normal * half, seen + normal * half
    triangles = np.concatenate((
        np.stack((low[:-1], high[:-1], low[1:]), axis=1), np.stack((high[:-1], high[1:], low[1:]), axis=1),
    ))  # fmt: skip
    part = PaintPart(name, FILL[prop.type], shape, triangles, weight=0.85)
    part.details.append(Detail(curve(seen[3:-3:4, :2]), 0.5))
    return [part], PropSolid(prop, (name,), grips=shop.grips(prop), order=_in_hands(prop, [name]))


def _hung(places: Array, slack: float) -> Array:
    """Points along straight stretches, hanging through by `slack` in the middle of each."""
    t = np.linspace(0.0, 1.0, 17)[:, None]
    down = np.hstack((np.zeros_like(t), -4 * slack * t * (1 - t), np.zeros_like(t)))
    pieces = [a + (b - a) * t + down for a, b in pairwise(places)]
    return np.concatenate([piece if k == 0 else piece[1:] for k, piece in enumerate(pieces)])


def _loop(shop: Workshop, prop: Prop, name: str) -> Built:
    """A closed band round two limbs: what is before them hides them, its ends go round."""
    a, b = shop.path(prop)[[0, -1]]
    along = unit(b - a)
    up = _up_of_limb(shop, prop, along)
    half, reach = prop.number("width") / 2, 0.040
    centres = np.array([(a + b) / 2 - up * half, (a + b) / 2 + up * half])
    flat = np.column_stack((np.cross(up, along), up, along))
    long = length(b - a) / 2 + reach
    rings = shop.camera.project(loft(centres, flat, np.tile((long, reach, reach), (2, 1)), points=40, exponent=3.2))
    part = part_from(name, "band", [rings], 0.0)
    part.weight = 0.85
    limbs = [f"{_limb(point.ref)}_{point.ref[-1]}" for point in prop.path if point.ref and _limb(point.ref)]
    return [part], PropSolid(prop, (name,), order=tuple((limb, name) for limb in limbs))


def _up_of_limb(shop: Workshop, prop: Prop, along: Array) -> Array:
    """Along the limb that the loop goes round, square to the loop's length."""
    ref = prop.path[0].ref or ""
    bone = shop.body.frames.get(f"{_limb(ref)}_{ref[-1:]}")
    up = vector(0, 1, 0) if bone is None else bone[:, 1]
    square: Array = unit(up - along * dot(up, along))
    return square


def _limb(ref: str | None) -> str:
    """The part that a place belongs to."""
    stem = (ref or "").rpartition("_")[0]
    return {"knee": "thigh", "ankle": "shank", "wrist": "forearm", "elbow": "upperarm", "toe": "foot"}.get(stem, "")


def stick(shop: Workshop, prop: Prop, name: str) -> Built:
    """A stick held at two places, `over` longer on both sides; a walking stick has a `handle` at its end."""
    start, end = shop.path(prop)[[0, -1]]
    way, r, over = unit(end - start), prop.number("radius"), prop.number("over")
    if prop.switches.get("handle", False):
        parts = [shop.tube(f"{name}stem", "wood_dark", [start, end], r)]
        ahead = unit(vector(1, 0, 0) - way * float(way[0]))
        parts.append(shop.tube(f"{name}handle", "wood_dark", [end - ahead * 0.018, end + ahead * 0.040], r * 1.25))
        parts.append(shop.tube(f"{name}tip", "rubber", [start, start + way * 0.016], r * 1.4))
    else:
        parts = [shop.tube(f"{name}stem", "wood_dark", [start - way * over, end + way * over], r)]
    names = [p.name for p in parts]
    return parts, PropSolid(prop, tuple(names), grips=shop.grips(prop), order=_in_hands(prop, names))


def crutch(shop: Workshop, prop: Prop, name: str) -> Built:
    """An elbow crutch from its tip on the floor to its handle; the cuff holds the forearm above."""
    tip, handle = shop.path(prop)[[0, -1]]
    r, way = prop.number("radius"), unit(handle - tip)
    ahead = unit(vector(1, 0, 0) - way * float(way[0]))
    top = handle + unit(way - ahead * 0.28) * CRUTCH_CUFF
    parts = [
        shop.tube(f"{name}stem", "metal", [tip, handle - way * 0.004], r),
        shop.tube(f"{name}upper", "metal", [handle, top], r),
        shop.tube(f"{name}handle", "rubber", [handle - ahead * 0.006, handle + ahead * 0.055], r * 1.5),
        shop.tube(f"{name}tip", "rubber", [tip, tip + way * 0.02], r * 1.6),
    ]
    frame = frame_along(unit(top - handle), ahead)
    ends = np.array([top - frame[:, 1] * 0.014, top + frame[:, 1] * 0.014])
    rings = loft(ends, frame, np.full((2, 3), 0.024), points=24)
    parts.append(part_from(f"{name}cuff", "rubber", [shop.camera.project(rings)], 0.0))
    names = [p.name for p in parts]
    return parts, PropSolid(prop, tuple(names), grips=shop.grips(prop), order=_in_hands(prop, names[:4]))


def weight(shop: Workshop, prop: Prop, name: str) -> Built:
    """A dumb-bell across the palm; at an ankle or wrist, a cuff round it."""
    ref = prop.at.ref if prop.at is not None else None
    if ref is not None and ref.startswith(("ankle", "wrist")):
        return _cuff(shop, prop, name, ref)
    middle = shop.at(prop)
    frame = shop.body.frames.get(f"hand_{ref[-1]}") if ref in HANDS else None
    axis = vector(0, 0, 1) if frame is None else frame[:, 0]
    long, r = prop.number("length") / 2, prop.number("radius")
    parts = [shop.tube(f"{name}bar", "metal", [middle - axis * long, middle + axis * long], r * 0.35)]
    for k, sign in enumerate((-1.0, 1.0)):
        parts.append(shop.disc(f"{name}head{k}", "rubber", (middle + axis * sign * long, r, axis), 0.026))
    names = [p.name for p in parts]
    return parts, PropSolid(prop, tuple(names), order=_in_hands(prop, names[:1]))


def _cuff(shop: Workshop, prop: Prop, name: str, ref: str) -> Built:
    """A soft weight strapped round a limb, just above the joint."""
    limb = f"{'shank' if ref.startswith('ankle') else 'forearm'}_{ref[-1]}"
    frame = shop.body.frames[limb]
    low = shop.at(prop) + frame[:, 1] * 0.012
    centres = np.array([low, low + frame[:, 1] * CUFF_LONG])
    thick = 0.031 if limb.startswith("shank") else 0.023
    rings = loft(centres, frame, np.full((2, 3), thick), points=28)
    part = part_from(name, "strap", [shop.camera.project(rings)], 0.003)
    return [part], PropSolid(prop, (name,), order=((limb, name),))


def _in_hands(prop: Prop, names: list[str]) -> tuple[tuple[str, str], ...]:
    """A hand that holds a thing lies before it: fingers close round it."""
    hands = sorted({f"hand_{p.ref[-1]}" for p in (prop.at, *prop.path) if p is not None and p.ref in HANDS})
    return tuple((name, hand) for hand in hands for name in names)
