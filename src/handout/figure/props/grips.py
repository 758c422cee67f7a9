"""Grips: where a hand takes hold of a prop, by name. They need no camera, so that a pose can reach for them.

A pose names them as it names places on the body: `to: chair.back_r`, the type of the prop, a dot, the grip. Right
and left are the person's own, whichever way the prop is turned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from handout.content import RUNNING
from handout.figure.body.skeleton import Skeleton
from handout.figure.props.spec import turn_of
from handout.figure.rotation import SIDES, Array, about_z, dot, turned, vector
from handout.figure.storyboard.prop_types import Prop, carried

BACK_LEAN, SEAT_BEHIND = 6.0, 0.10  # of a chair: its back's lean in degrees; how far its seat reaches behind `at`
WHEEL, WHEEL_AT = 0.175, -0.02  # of a wheelchair: radius of the wheel, and its axle before `at`
ARM_REST = 0.135  # above the seat
HOLD = 0.60  # height at which one takes hold of a door post
FACING = 0.5  # cosine: a prop turned by more than 120 degrees from the person faces them
OTHER = {"r": "l", "l": "r"}
Local = dict[str, tuple[float, float, float]]


def _chair(prop: Prop) -> Local:
    seat, half, tall = prop.number("seat"), prop.number("width"), prop.number("back_height")
    found: Local = {f"seat_{side}": (0.02, seat, sign * half) for side, sign in SIDES}
    if prop.switches.get("back", True):
        x, y, _ = vector(0.010 - SEAT_BEHIND, seat, 0) + turned(about_z(BACK_LEAN), vector(0, tall - 0.01, 0))
        found |= {f"back_{side}": (x, y, sign * half * 0.8) for side, sign in SIDES} | {"back": (x, y, 0.0)}
    return found


def _wheelchair(prop: Prop) -> Local:
    seat, half = prop.number("seat"), prop.number("width")
    found: Local = {}
    for side, sign in SIDES:
        found[f"rim_{side}"] = (WHEEL_AT, 2 * WHEEL, sign * (half + 0.040))
        found[f"arm_{side}"] = (0.06, seat + ARM_REST, sign * half)
    return found


def _table(prop: Prop) -> Local:
    y, half = prop.number("height"), prop.number("width") / 2
    return {"edge": (0.0, y, 0.0)} | {f"edge_{side}": (0.0, y, sign * half * 0.6) for side, sign in SIDES}


def _bed(prop: Prop) -> Local:
    y, half = prop.number("height"), prop.number("width") / 2
    return {f"edge_{side}": (0.0, y, sign * half) for side, sign in SIDES}


def _frame(prop: Prop) -> Local:
    y, half = prop.number("height"), prop.number("width") / 2
    return {f"grip_{side}": (-0.06, y, sign * half) for side, sign in SIDES}


def _door(prop: Prop) -> Local:
    half = prop.number("width") / 2
    return {f"post_{side}": (-prop.number("thick") / 2, HOLD, sign * half) for side, sign in SIDES}


def _post(prop: Prop) -> Local:
    return {"grip": (-prop.number("thick") / 2, HOLD, 0.0)}


def _gym_ball(prop: Prop) -> Local:
    r = prop.number("radius")
    return {"top": (0.0, 2 * r, 0.0)} | {f"side_{s}": (0.0, 1.5 * r, sign * r * 0.866) for s, sign in SIDES}


_LOCAL: dict[str, Callable[[Prop], Local]] = {
    "chair": _chair, "wheelchair": _wheelchair, "table": _table, "bed": _bed, "walking-frame": _frame, "door": _door,
    "post": _post, "gym-ball": _gym_ball,
}  # fmt: skip
_ALONG = {"start": 0.0, "middle": 0.5, "end": 1.0}


def stands(prop: Prop, body: Skeleton) -> tuple[Array, Array]:
    """The prop's axes, and its origin on the floor."""
    at = vector(0, 0, 0) if prop.at is None else body.point(prop.at)
    return turn_of(prop), at * vector(1, 0, 1)


def grips_of(prop: Prop, body: Skeleton) -> Mapping[str, Array]:
    """The grips of one prop in the room. Places of the body that it names must have been placed."""
    if prop.type in RUNNING:
        if not prop.path:
            return {}
        start, end = body.point(prop.path[0]), body.point(prop.path[-1])
        if prop.type == "crutch":
            return {"handle": end}
        return {name: start + (end - start) * _ALONG[name] for name in RUNNING[prop.type]}
    make = _LOCAL.get(prop.type)
    if make is None:
        return {}
    frame, origin = stands(prop, body)
    places = {name: origin + turned(frame, np.array(local)) for name, local in make(prop).items()}
    facing = dot(frame[:, 2], body.frames["pelvis"][:, 2]) < -FACING
    return {_other(name): place for name, place in places.items()} if facing else places


def _other(name: str) -> str:
    """Of a prop that faces the person, what is on its right is at the person's left: no hand reaches across."""
    stem, _, side = name.rpartition("_")
    return f"{stem}_{OTHER[side]}" if side in OTHER else name




def place_grips(props: Sequence[Prop], body: Skeleton) -> None:
    """Add the grips of all props to the body's places. Of two props of a type the first gives the name."""
    for prop in props:
        if not carried(prop):
            for name, place in grips_of(prop, body).items():
                body.joints.setdefault(f"{prop.type}.{name}", place)
