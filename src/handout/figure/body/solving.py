"""From a pose to a skeleton: spine, limbs by angle, down to the floor, then hands and feet to targets."""

from __future__ import annotations

import numpy as np

from handout.figure.body.builds import Build
from handout.figure.body.flesh import lowest
from handout.figure.body.limbs import place_arm, place_leg, reach_with_arm, reach_with_leg
from handout.figure.body.pose import Drop, Pose
from handout.figure.body.room import Room, gap_to
from handout.figure.body.settling import level_trunk, settle_hand, settle_head, settle_legs
from handout.figure.body.skeleton import Skeleton, lay_spine
from handout.figure.rotation import SIDES, turned, vector

# Named places on the skin. Head: in head heights; trunk: s along the spine, then a step in its frame.
HEAD_ANCHORS = {
    "crown": (-0.05, 1.0, 0.0), "occiput": (-0.47, 0.55, 0.0), "chin": (0.41, 0.05, 0.0),
    "forehead": (0.41, 0.75, 0.0), "face": (0.42, 0.45, 0.0),
}  # fmt: skip
HEAD_SIDE_ANCHORS = {"ear": (-0.03, 0.48, 0.33), "temple": (0.1, 0.75, 0.32), "cheek": (0.30, 0.3, 0.25)}
TRUNK_ANCHORS = {
    "low_back": (0.08, -0.05), "mid_back": (0.17, -0.055), "upper_back": (0.265, -0.064),

    "nape": (0.325, -0.04), "neck_front": (0.33, 0.03), "seat": (-0.02, -0.07),
}  # fmt: skip
TRUNK_SIDE_ANCHORS = {
    "trap": (0.308, (-0.022, 0.010, 0.062)), "blade": (0.24, (-0.06, 0.0, 0.05)),
    "neckside": (0.345, (-0.004, 0.0, 0.032)), "waist": (0.11, (0.0, 0.0, 0.08)),
}  # fmt: skip

EMPTY = Room()
_ARM = frozenset({"elbow", "wrist", "hand", "palm", "fingertip"})
_MIDDLE = (*HEAD_ANCHORS, *TRUNK_ANCHORS, "belly", "chest", "pelvis", "head")
_LIMBS = ("hip", "knee", "ankle", "toe", "heel", "shoulder", "elbow", "wrist", "hand", "palm", "fingertip", "floor")
PLACE_NAMES: frozenset[str] = frozenset(_MIDDLE) | {
    f"{name}_{side}" for name in (*_LIMBS, *HEAD_SIDE_ANCHORS, *TRUNK_SIDE_ANCHORS) for side, _ in SIDES
}


def solve(pose: Pose, build: Build, room: Room = EMPTY) -> Skeleton:
    """The skeleton in this pose; what could not be reached or bends too far is in its notes.

    What the room says shall touch is brought to touch, for every build.
    """
    body = lay_spine(pose, build)
    body.contacts = room.contacts
    for side, sign in SIDES:
        place_leg(body, side, sign)
    for side, sign in SIDES:
        place_arm(body, side, sign)
    level_trunk(body, room)
    _set_down(body, room)
    for side, sign in SIDES:
        reach_with_leg(body, side, sign)
    place_anchors(body)
    tops = room.tops(body)
    settle_legs(body, room, tops)
    settle_head(body, room, tops)
    place_anchors(body)
    room.grips(body)
    for side, sign in _arms_in_turn(pose):
        reach_with_arm(body, side, sign)
        settle_hand(body, room, tops, side, sign)
        place_anchors(body)
    return body


def _arms_in_turn(pose: Pose) -> tuple[tuple[str, float], ...]:
    """The right arm first, unless it reaches for the left."""
    to = pose.arms["r"].to
    follows = to is not None and to.ref is not None and to.ref.endswith("_l") and to.ref[:-2] in _ARM
    return SIDES[::-1] if follows else SIDES


def _set_down(body: Skeleton, room: Room) -> None:
    drop = body.pose.drop
    if drop is None:
        return
    if drop.anchor is not None:
        place_anchors(body)
        body.shift(vector(0, drop.y - body.joints[drop.anchor][1], 0))
    else:
        body.shift(vector(0, _height(body, drop, room) - lowest(body, drop.part), 0))


def _height(body: Skeleton, drop: Drop, room: Room) -> float:
    """What a pelvis is set down on: the seat under it where it shall touch one, else what the pose says."""
    if drop.part != "pelvis" or not room.contacts & {"seat", "pelvis"}:
        return drop.y
    above = body.joints["pelvis"] * vector(1, 0, 1) + vector(0, 2, 0)
    under = 2.0 - gap_to(room.tops(body), above[None])
    return under or drop.y


def place_anchors(body: Skeleton) -> None:
    """Named places on the skin, after the joints."""
    joints, build = body.joints, body.build
    for name, (x, y, z) in HEAD_ANCHORS.items():
        joints[name] = body.on_head(x, y, z)
    belly = (0.09, 0.060 * build.mass + 0.04 * build.belly)
    chest = (0.24, 0.070 + 0.041 * (build.mass - 1) + 0.019 * build.bust)
    middle = {**TRUNK_ANCHORS, "belly": belly, "chest": chest}
    beside = tuple(TRUNK_SIDE_ANCHORS)
    places = [s for s, _ in middle.values()] + [TRUNK_SIDE_ANCHORS[name][0] for name in beside]
    centres, frames = body.spine.along(np.array(places))
    for i, (name, (_, ahead)) in enumerate(middle.items()):
        joints[name] = centres[i] + frames[i][:, 0] * ahead
    for side, sign in SIDES:
        for name, (x, y, z) in HEAD_SIDE_ANCHORS.items():
            joints[f"{name}_{side}"] = body.on_head(x, y, z * sign)
        for i, name in enumerate(beside, start=len(middle)):
            x, y, z = TRUNK_SIDE_ANCHORS[name][1]
            joints[f"{name}_{side}"] = centres[i] + turned(frames[i], vector(x, y, z * sign))
        joints[f"floor_{side}"] = joints[f"shoulder_{side}"] * vector(1, 0, 1)
