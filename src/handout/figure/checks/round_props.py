"""Roller and ball: between body and floor or wall, and only where they are safe."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from handout.figure.checks.fault import Fault
from handout.figure.checks.measure import in_file, round_gap, skin
from handout.figure.checks.support import PROP_CONTACTS
from handout.figure.props.spec import PropSolid, Slab
from handout.figure.rotation import Array, dot
from handout.figure.scene import Scene

TOUCHING = 0.014
# The shoulder blades, as places along the spine: never the neck (above), never the low back (below).
BLADES = (0.195, 0.292)
OFF_SPINE = 0.028  # a ball nearer to the midline than this lies on the bones of the spine


def roller_holds(scene: Scene) -> Iterator[Fault]:
    """A roller lies on the floor, and where it touches the body it lies under the shoulder blades only.

    One that is not among the contacts may wait beside the person.
    """
    for solid in _round(scene, "roller"):
        assert solid.centre is not None
        if abs(float(solid.centre[1]) - solid.radius) > TOUCHING:
            hint = f"its middle stands {solid.radius:g} above the floor"
            yield Fault("the roller does not lie on the floor", hint, in_file(scene, solid))
        s, gap = _meets_trunk(scene, solid)
        if gap > TOUCHING:
            if "roller" in scene.frame.contacts:
                yield Fault(_away("roller", gap), "move it under the back", in_file(scene, solid))
        elif not BLADES[0] <= s <= BLADES[1]:
            where = "neck" if s > BLADES[1] else "low back"
            hint = "it belongs under the shoulder blades only"
            yield Fault(f"the roller lies under the {where}", hint, in_file(scene, solid))


def ball_holds(scene: Scene) -> Iterator[Fault]:
    """A ball is held between the body and the floor, a wall or the back of a chair, beside the spine."""
    for solid in _round(scene, "ball"):
        assert solid.centre is not None
        if abs(_behind(scene, solid.centre) - solid.radius) > TOUCHING:
            hint = "move the wall or the body to it"
            yield Fault("the ball touches no wall, chair or floor", hint, in_file(scene, solid))
        _, gap = _meets_trunk(scene, solid)
        centre, frame = scene.body.spine.at(_place(scene, solid.centre))
        if gap > TOUCHING:
            yield Fault(_away("ball", gap), "lean on it", in_file(scene, solid))
        elif abs(dot(frame[:, 2], solid.centre - centre)) < OFF_SPINE:
            hint = "move it aside, on to the muscle: `aside: 0.048`"
            yield Fault("the ball lies on the spine", hint, in_file(scene, solid))


def contacts_have_props(scene: Scene) -> Iterator[Fault]:
    """A contact with a roller, ball, wall or table needs one that the body or the ball touches."""
    for index, contact in enumerate(scene.frame.contacts):
        if contact not in PROP_CONTACTS:
            continue
        meant = [p for p in scene.props if p.prop.type == contact]
        gaps = [_least_gap(scene, slab) for p in meant for slab in p.boxes]
        at = ("contacts", index)
        if not meant:
            yield Fault(f"contact {contact}: there is none", f"add a {contact} to the props", at)
        elif gaps and min(gaps) > TOUCHING:
            yield Fault(f"contact {contact}: nothing touches it", f"move the {contact} to the body", at)


def _away(prop: str, gap: float) -> str:
    return f"the {prop} is {gap:.3f} body heights away from the body"


def _least_gap(scene: Scene, slab: Slab) -> float:
    return min(float(slab.gap(skin(scene, part)).min()) for part in scene.solids)


def _round(scene: Scene, kind: str) -> Iterator[PropSolid]:
    return (p for p in scene.props if p.prop.type == kind and p.centre is not None)


def _meets_trunk(scene: Scene, solid: PropSolid) -> tuple[float, float]:
    """Where along the spine it is nearest to the trunk's skin, and how far from it (inside is zero)."""
    assert solid.centre is not None
    points = np.concatenate([skin(scene, "torso"), skin(scene, "pelvis")])
    gaps = round_gap(points, solid.centre, solid.radius, solid.axis)
    nearest = int(gaps.argmin())
    return _place(scene, points[nearest]), max(0.0, float(gaps[nearest]))


def _place(scene: Scene, point: Array) -> float:
    """The place along the spine that is level with a point."""
    s = np.linspace(-0.05, scene.body.neck_top, 80)
    centres, frames = scene.body.spine.along(s)
    level = np.abs(((point - centres) * frames[:, :, 1]).sum(axis=1))
    return float(s[int(level.argmin())])


def _behind(scene: Scene, centre: Array) -> float:
    """How far the nearest floor, wall or chair is from a ball's middle."""
    gaps = [float(centre[1])]
    for solid in scene.props:
        gaps += [float(slab.gap(centre[None])[0]) for slab in (*solid.boxes, *solid.rests)]
    return min(gaps)
