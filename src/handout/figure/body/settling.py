"""Contacts as goals: what an exercise says touches is brought to touch, by the joint that can, for every build.

Each goal has one joint and one gap, and the gap closes as the joint moves: a secant finds it in a few steps. A goal
that lies beyond the joint's range is met as far as the joint goes, and the check says what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from handout.figure.body.feet import foot_solids
from handout.figure.body.flesh import KNEE, trunk_solids
from handout.figure.body.hands import hand_solids
from handout.figure.body.limbs import place_leg, reach_with_arm, reach_with_leg
from handout.figure.body.room import Room, Top, gap_to
from handout.figure.body.skeleton import Skeleton
from handout.figure.body.skull import head_solid
from handout.figure.rotation import SIDES, Array, cosine_sine, vector

CLOSE = 0.003  # nearer than this touches already
LYING = 0.5  # the trunk's own upright in the room: below it lies
TILT, HIP, NECK, NECK_ASIDE = 14.0, 20.0, 32.0, 44.0  # degrees a goal may move a joint
HAND, FOOT = 0.045, 0.14  # body heights a goal may move a target
ROUNDS = 6


def level_trunk(body: Skeleton, room: Room) -> None:
    """Lying: the body turned as a whole until pelvis and back, or pelvis and side, lie equally low."""
    lying = abs(body.frames["pelvis"][1, 1]) < LYING
    on_back = "back" in room.contacts and room.contacts & {"seat", "pelvis"}
    if not lying or not (on_back or "side" in room.contacts):
        return
    pelvis, frame = body.joints["pelvis"], body.frames["pelvis"]
    axis = frame[:, 0] if abs(frame[1, 2]) > LYING else frame[:, 2]
    solids = trunk_solids(body)
    low, high = (
        np.concatenate([loft.reshape(-1, 3) - pelvis for loft in solids[part]]) for part in ("pelvis", "torso")
    )

    def difference(angle: float) -> float:
        turn = _about(axis, angle)
        return float((high * turn[1]).sum(axis=1).min() - (low * turn[1]).sum(axis=1).min())

    angle = _closed(difference, TILT)
    if angle:
        body.turn(_about(axis, angle), pelvis)


def settle_legs(body: Skeleton, room: Room, tops: Sequence[Top]) -> None:
    """Feet and heels down to what lies under them: a target moved up or down, or a hip bent."""
    if "side" in room.contacts and abs(body.frames["pelvis"][1, 2]) > LYING:
        _stack_legs(body, tops)
        return
    for side, sign in SIDES:
        leg = body.pose.legs[side]
        if not any(room.names(part, side) for part in ("foot", "heel", "toe")):
            continue
        if leg.to is not None:
            _move_foot(body, side, sign, tops)
        elif room.names("heel", side):
            _bend_hip(body, side, sign, tops)


def _move_foot(body: Skeleton, side: str, sign: float, tops: Sequence[Top]) -> None:
    """The target up or down. Again: a leg too short for it comes near only as it rises."""
    moved = 0.0
    for _ in range(ROUNDS):
        gap = _foot_gap(body, side, sign, tops)
        if abs(gap) <= CLOSE or abs(moved - gap) > FOOT:
            return
        moved -= gap
        body.moved[f"leg_{side}"] = vector(0, moved, 0)
        body.notes[:] = [note for note in body.notes if note.part != f"leg_{side}"]
        reach_with_leg(body, side, sign)


def _stack_legs(body: Skeleton, tops: Sequence[Top]) -> None:
    """Lying on a side: the lower leg on the floor, the upper one as far above it as the pose has it."""
    lower = SIDES if body.frames["pelvis"][1, 2] < 0 else SIDES[::-1]

    def gap(angle: float) -> float:
        for (side, sign), more in zip(lower, (angle, -angle), strict=True):
            leg = body.pose.legs[side]
            if leg.to is None:
                place_leg(body, side, sign, replace(leg, abd=leg.abd + more))
        side, sign = lower[0]
        return min(_foot_gap(body, side, sign, tops), gap_to(tops, body.joints[f"knee_{side}"][None]) - KNEE)

    gap(_closed(gap, HIP))


def _bend_hip(body: Skeleton, side: str, sign: float, tops: Sequence[Top]) -> None:
    leg = body.pose.legs[side]

    def gap(angle: float) -> float:
        place_leg(body, side, sign, replace(leg, flex=leg.flex + angle))
        return _foot_gap(body, side, sign, tops)

    place_leg(body, side, sign, replace(leg, flex=leg.flex + _closed(gap, HIP)))


def settle_head(body: Skeleton, room: Room, tops: Sequence[Top]) -> None:
    """A head that rests: the neck bent until it lies on floor or pillow."""
    if "head" not in room.contacts:
        return

    aside = abs(body.frames["chest"][1, 2]) > LYING

    def gap(angle: float) -> float:
        body.bend_neck(angle, aside)
        return gap_to(tops, head_solid(body).reshape(-1, 3))

    body.bend_neck(_closed(gap, NECK_ASIDE if aside else NECK), aside)


def settle_hand(body: Skeleton, room: Room, tops: Sequence[Top], side: str, sign: float) -> None:
    """A hand that nearly lies on floor, seat or table is laid on it."""
    arm = body.pose.arms[side]
    if arm.to is None or not room.names("hand", side) or (arm.to.ref is not None and "." in arm.to.ref):
        return
    points = np.concatenate([piece.reshape(-1, 3) for piece in hand_solids(body, side, sign).pieces])
    gap = gap_to(tops, points)
    if CLOSE < abs(gap) < HAND:
        body.moved[f"arm_{side}"] = vector(0, -gap, 0)
        reach_with_arm(body, side, sign)


def _foot_gap(body: Skeleton, side: str, sign: float, tops: Sequence[Top]) -> float:
    return gap_to(tops, foot_solids(body, side, sign, False)[0].reshape(-1, 3))


def _about(axis: Array, angle: float) -> Array:
    """The rotation about an axis of length one (Rodrigues)."""
    c, s = cosine_sine(angle)
    x, y, z = axis
    cross = np.array(((0.0, -z, y), (z, 0.0, -x), (-y, x, 0.0)))
    result: Array = np.eye(3) * c + cross * s + axis[:, None] * axis[None] * (1 - c)
    return result


def _closed(gap: Callable[[float], float], most: float) -> float:
    """The change of a joint, in degrees, that closes a gap, or comes nearest to closing it."""
    a, at_a = 0.0, gap(0.0)
    at_rest = abs(at_a)
    if at_rest < CLOSE:
        return 0.0
    b = 4.0
    at_b = gap(b)
    for _ in range(ROUNDS):
        if abs(at_b) < CLOSE / 10:
            return b
        if abs(at_b - at_a) < 1e-9:
            break
        a, at_a, b = b, at_b, float(np.clip(b - at_b * (b - a) / (at_b - at_a), -most, most))
        if a == b:
            break
        at_b = gap(b)
    return b if abs(at_b) < at_rest else 0.0
