"""No limb goes through trunk, head, another limb or a prop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from handout.figure.checks.fault import Fault, spoken
from handout.figure.checks.measure import (
    depth_in_head,
    depths_in_trunk,
    in_file,
    round_gap,
    segment_gap,
    skin,
)
from handout.figure.props.spec import PropSolid
from handout.figure.rotation import SIDES, Array
from handout.figure.scene import Scene

SUNK_IN_BODY = 0.010  # a bone deeper than this lies inside the trunk or head
SUNK_IN_PROP = {
    "chair": 0.020, "wall": 0.012, "table": 0.008, "cushion": 0.045, "towel": 0.035,
    "roller": 0.024, "ball": 0.026, "wheelchair": 0.020, "door": 0.012, "post": 0.012, "bed": 0.060, "box": 0.008,
    "step": 0.008, "stairs": 0.008, "gym-ball": 0.045, "rail": 0.020,
}  # fmt: skip
SUNK_ELSE = 0.02
# A body this far below a seat is in it, not under it; and as far behind a back rest, not behind it.
UNDER_SEAT, BEHIND_REST = 0.10, 0.06
CROSSING = 0.60  # bones nearer than this share of their thicknesses go through each other

# Bones as (from, to, where to begin on it, mean radius); a thigh's upper third is hip, and hips touch.
BONES: dict[str, tuple[str, str, float, float]] = {
    "upper arm": ("shoulder", "elbow", 0.4, 0.023),
    "forearm": ("elbow", "wrist", 0.0, 0.017),
    "hand": ("wrist", "hand", 0.0, 0.013),
    "thigh": ("hip", "knee", 0.4, 0.038),
    "shank": ("knee", "ankle", 0.05, 0.026),
}
_ARM = ("upper arm", "forearm", "hand")


def limbs_outside_the_body(scene: Scene) -> Iterator[Fault]:
    """Hands, forearms, knees and shanks stay outside trunk and head."""
    for side, _ in SIDES:
        for bone in ("forearm", "hand", "thigh", "shank"):
            a, b = _segment(scene, bone, side)
            start = 0.5 if bone == "thigh" else 0.0
            points = [a + (b - a) * t for t in np.linspace(start, 1.0, 5)]
            trunk = float(depths_in_trunk(scene, np.array(points)).max())
            head = max(depth_in_head(scene.body, p) for p in points)
            if max(trunk, head) > SUNK_IN_BODY:
                yield Fault(
                    f"the {spoken(f'{bone}_{side}')} goes through the {'trunk' if trunk > head else 'head'}",
                    "move its target outwards, or turn its elbow or knee away with `pole`",
                    ("pose", f"{'arm' if bone in _ARM else 'leg'}_{side}"),
                )


def limbs_apart(scene: Scene) -> Iterator[Fault]:
    """No limb through another limb."""
    bones = [(bone, side) for side, _ in SIDES for bone in BONES]
    for (one, one_side), (other, other_side) in combinations(bones, 2):
        if one_side == other_side and (one in _ARM) == (other in _ARM):
            continue
        gap = segment_gap(_segment(scene, one, one_side), _segment(scene, other, other_side))
        if gap < CROSSING * (BONES[one][3] + BONES[other][3]):
            yield Fault(
                f"the {spoken(f'{one}_{one_side}')} goes through the {spoken(f'{other}_{other_side}')}",
                "move one of them; crossed arms lie one in front of the other",
                ("pose", f"{'arm' if one in _ARM else 'leg'}_{one_side}"),
            )


def outside_props(scene: Scene) -> Iterator[Fault]:
    """The body rests on chair, wall, table, roller and ball; it does not go into them."""
    for solid in scene.props:
        allowed = SUNK_IN_PROP.get(solid.prop.type, SUNK_ELSE)
        worst = max(((_depth_in_prop(scene, part, solid), part) for part in scene.solids), default=(0.0, ""))
        if worst[0] > allowed:
            yield Fault(
                f"the {spoken(worst[1])} is {worst[0]:.3f} body heights inside the {solid.prop.type}",
                f"move the {solid.prop.type}, or the body away from it",
                in_file(scene, solid),
            )


def _depth_in_prop(scene: Scene, part: str, solid: PropSolid) -> float:
    points = skin(scene, part)
    below = UNDER_SEAT if solid.prop.type in ("chair", "wheelchair") else 0.0
    gaps: list[Array] = [slab.gap(points, below) for slab in solid.boxes]
    gaps += [slab.gap(points, behind=BEHIND_REST) for slab in solid.rests]
    if solid.centre is not None:
        gaps.append(round_gap(points, solid.centre, solid.radius, solid.axis))
    return -min(float(gap.min()) for gap in gaps) if gaps else 0.0


def _segment(scene: Scene, bone: str, side: str) -> tuple[Array, Array]:
    start, end, skip, _ = BONES[bone]
    a, b = scene.body.joints[f"{start}_{side}"], scene.body.joints[f"{end}_{side}"]
    return a + (b - a) * skip, b
