"""Where things stand: loose props lie on something, and nobody lies half beside the mat."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from handout.figure.checks.fault import Fault, spoken
from handout.figure.checks.measure import in_file, skin
from handout.figure.paint.silhouette import hull_of
from handout.figure.props.grips import stands
from handout.figure.props.spec import PropSolid, Slab
from handout.figure.rotation import Array, within
from handout.figure.scene import Scene
from handout.figure.storyboard.prop_types import Prop

LOOSE = ("cushion", "towel", "weight")  # props that fall unless something holds them
RESTS = 0.012  # a prop nearer than this to what carries it lies on it
# Skin lower than this lies on the floor; of trunk and head all that lies so low must have the mat under it.
LIES, LIES_TRUNK = 0.020, 0.15
OFF_MAT = 0.055  # an arm beside the body may lie this far (9 cm) over the edge, as people lie on real mats
TILTED = 6.0  # degrees: a sole that leans more stands on its heel or its toes


def props_are_carried(scene: Scene) -> Iterator[Fault]:
    """A cushion or towel lies on the floor or another prop, or a body holds it."""
    for solid in scene.props:
        if solid.prop.type in LOOSE and solid.boxes and not any(_carried(scene, solid, slab) for slab in solid.boxes):
            low = min(_least(slab) for slab in solid.boxes)
            yield Fault(
                f"the {solid.prop.type} hangs {low:.3f} body heights in the air",
                "lay it on the floor or a prop, or bring a hand to it", in_file(scene, solid), about=solid.part_names,
            )  # fmt: skip


def on_the_mat(scene: Scene) -> Iterator[Fault]:
    """What lies on the floor lies on the mat, where there is one."""
    mats = [(index, prop) for index, prop in enumerate(scene.frame.props) if prop.type == "mat"]
    if not mats or scene.frame.allowed("mat"):
        return
    off = {
        part: min(_off_mat(scene, points, prop) for _, prop in mats)
        for part in scene.solids
        if len(points := _lying(scene, part))
    }
    worst = max(off, key=lambda part: off[part], default="")
    if worst and off[worst] > OFF_MAT:
        yield Fault(
            f"the {spoken(worst)} lies {off[worst]:.2f} body heights beside the mat",
            "lengthen the mat (`from`, `to`, `width`), turn the body along it, or say `allow: {mat: part-way}`",
            ("props", mats[0][0]), about=(worst,),
        )  # fmt: skip


def soles_are_flat(scene: Scene) -> Iterator[Fault]:
    """A foot said to stand does so on its sole: on the heel or the toes alone, a standing person falls."""
    for index, contact in enumerate(scene.frame.contacts):
        if contact not in ("feet", "foot_r", "foot_l"):
            continue
        for side in "rl" if contact == "feet" else contact[-1]:
            up = float(np.clip(scene.body.frames[f"foot_{side}"][1, 1], -1.0, 1.0))
            tilt = float(np.degrees(np.arccos(up)))
            if tilt > TILTED:
                yield Fault(
                    f"contact {contact}: the {spoken(f'foot_{side}')} leans {tilt:.0f} degrees off its sole",
                    "write `foot: flat`, or name what touches: heels, toes", ("contacts", index),
                    about=(f"foot_{side}",),
                )  # fmt: skip


def _carried(scene: Scene, solid: PropSolid, slab: Slab) -> bool:
    """By the floor, by another prop under it, by a body under it, or by a hand."""
    low = _least(slab)
    if low < RESTS:
        return True
    others = [box for other in scene.props if other is not solid for box in other.boxes]
    if any(abs(low - float(box.corners[:, 1].max())) < RESTS * 2 and _over(slab, box) for box in others):
        return True
    middle = float(slab.corners[:, 1].mean())
    for part in scene.solids:
        points = skin(scene, part)
        near = points[slab.gap(points) < RESTS]
        if len(near) and (part.startswith("hand") or float(near[:, 1].min()) < middle):
            return True
    return False


def _least(slab: Slab) -> float:
    return float(slab.corners[:, 1].min())


def _over(slab: Slab, other: Slab) -> bool:
    """Whether one stands over the other, seen from above."""
    one, two = (hull_of(s.corners[:, [0, 2]]) for s in (slab, other))
    return bool(one.intersects(two))


def _lying(scene: Scene, part: str) -> Array:
    points = skin(scene, part)
    low = LIES_TRUNK if part in ("pelvis", "torso", "head") else LIES
    found: Array = points[points[:, 1] < low]
    return found


def _off_mat(scene: Scene, points: Array, mat: Prop) -> float:
    """How far points lie beside a mat; a mat without ends reaches as far as the body."""
    frame, origin = stands(mat, scene.body)
    local = within(frame, points - origin)
    beyond = np.maximum(np.abs(local[:, 2]) - mat.number("width") / 2, 0.0)
    if "from" in mat.numbers:
        beyond = np.maximum(beyond, mat.numbers["from"] - local[:, 0])
    if "to" in mat.numbers:
        beyond = np.maximum(beyond, local[:, 0] - mat.numbers["to"])
    return float(beyond.max())
