"""Arms and legs: by angles (forward) or by where hand or foot is (two-bone inverse kinematics)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from handout.figure.body.anatomy import SHOULDER_ON_SPINE
from handout.figure.body.feet import BALL
from handout.figure.body.pose import Arm, Leg
from handout.figure.body.skeleton import Skeleton, SolverNote
from handout.figure.rotation import (
    SETTLED,
    Array,
    about_x,
    about_y,
    about_z,
    angle_between,
    cosine_sine,
    cross,
    dot,
    frame_along,
    length,
    product,
    turned,
    unit,
    vector,
)  # fmt: skip

REACH_SLACK = 0.02  # a target up to 2 % too far is reached for without a word
PALM_TO_WRIST = 0.055
TOES_MOST = 65.0  # degrees that toes bend up
DROOP = 4.0  # degrees a resting shoulder hangs


def place_leg(body: Skeleton, side: str, sign: float, bent: Leg | None = None) -> None:
    """Leg by angles: the pose's, or others for the same leg."""
    leg, joints, frames = bent or body.pose.legs[side], body.joints, body.frames
    thigh = product(
        frames["pelvis"], about_z(leg.flex), about_x(-sign * leg.abd), about_y(-sign * leg.rot)
    )
    shank = product(thigh, about_z(-leg.knee))
    frames[f"thigh_{side}"], frames[f"shank_{side}"] = thigh, shank
    joints[f"knee_{side}"] = joints[f"hip_{side}"] - thigh[:, 1] * body.lengths["thigh"]
    joints[f"ankle_{side}"] = joints[f"knee_{side}"] - shank[:, 1] * body.lengths["shank"]
    _place_foot(body, side, sign, leg)
    if leg.to is None:
        for joint, angle in (
            ("hip_flex", leg.flex),
            ("hip_abd", leg.abd),
            ("knee", leg.knee),
            ("ankle", leg.ankle),
        ):
            body.note_limit(joint, f"{joint}_{side}", angle)


def _place_foot(body: Skeleton, side: str, sign: float, leg: Leg) -> None:
    frame = product(body.frames[f"shank_{side}"], about_z(leg.ankle))
    if leg.toe is not None:
        frame = frame_along(vector(0, 1, 0), body.direction(leg.toe, sign))
    elif leg.foot == "flat":
        ahead = frame[:, 0] * np.array((1.0, 0.0, 1.0))
        frame = frame_along(vector(0, 1, 0), ahead if length(ahead) > 0.1 else vector(1, 0, 0))
    body.frames[f"foot_{side}"] = frame
    ankle = body.joints[f"ankle_{side}"]
    body.toes[side] = leg.toes or _toes_on_floor(body, side, frame)
    c, s = cosine_sine(body.toes[side])
    past, down = 0.10 - BALL[0], -0.03 - BALL[1]
    tip = vector(BALL[0] + past * c - down * s, BALL[1] + past * s + down * c, 0)
    body.joints[f"toe_{side}"] = ankle + turned(frame, tip)
    body.joints[f"heel_{side}"] = ankle + turned(frame, vector(-0.04, -0.035, 0))


def _toes_on_floor(body: Skeleton, side: str, frame: Array) -> float:
    """Toes that shall touch under a raised heel lie level."""
    rising = float(np.degrees(np.arcsin(np.clip(-frame[1, 0], -1.0, 1.0))))
    stands = frame[1, 1] > 0.2 and ("toes" in body.contacts or f"toe_{side}" in body.contacts)
    return float(np.round(np.clip(rising, 0.0, TOES_MOST), SETTLED)) if stands else 0.0


def place_girdle(body: Skeleton, side: str, sign: float, along: Array) -> None:
    """The shoulder joint, raised and brought forward with the arm that points `along`."""
    girdle = body.pose.shoulders[side]
    centre, frame = body.spine.at(SHOULDER_ON_SPINE)
    raised = float(np.clip((dot(along, frame[:, 1]) + 0.5) / 1.5, 0.0, 1.0))  # 0 hanging .. 1 overhead
    up_c, up_s = cosine_sine(girdle.elev - DROOP * (1 - raised) + 22 * raised * np.sqrt(raised))
    forward_c, forward_s = cosine_sine(girdle.prot + 12 * max(0.0, dot(along, frame[:, 0])))
    half = body.lengths["shoulder_half"]
    body.joints[f"shoulder_{side}"] = centre + turned(
        frame,
        vector(
            -0.004 + half * forward_s * 0.8,
            half * up_s,
            sign * (half * forward_c * up_c - 0.016 * raised),
        ),
    )


def place_arm(body: Skeleton, side: str, sign: float) -> None:
    """Arm by angles."""
    arm, joints, frames = body.pose.arms[side], body.joints, body.frames
    upper = product(
        frames["chest"], about_z(arm.flex), about_x(-sign * arm.abd), about_y(sign * arm.rot)
    )
    place_girdle(body, side, sign, -upper[:, 1])
    fore = product(upper, about_z(arm.elbow))
    frames[f"upperarm_{side}"], frames[f"forearm_{side}"] = upper, fore
    joints[f"elbow_{side}"] = joints[f"shoulder_{side}"] - upper[:, 1] * body.lengths["upperarm"]
    joints[f"wrist_{side}"] = joints[f"elbow_{side}"] - fore[:, 1] * body.lengths["forearm"]
    _place_hand(body, side, sign, arm)
    if arm.to is None:
        for joint, angle in (
            ("shoulder_flex", arm.flex), ("shoulder_abd", arm.abd), ("elbow", arm.elbow),
            ("wrist", arm.wrist),
        ):  # fmt: skip
            body.note_limit(joint, f"{joint}_{side}", angle)


def _palm(sign: float) -> Array:
    """The hollow of the hand from the wrist, in the hand's frame: what it holds lies there."""
    return vector(0.004, -0.052, -sign * 0.021)


def _hand_frame(body: Skeleton, side: str, sign: float, arm: Arm) -> Array:
    """Local hand frame: fingers -y, thumb +x, palm -z * sign."""
    if arm.dir is not None:
        y = -unit(body.direction(arm.dir, sign))
        z = -sign * body.direction(arm.palm, sign)
        z = unit(z - y * dot(z, y))
        return np.column_stack((cross(y, z), y, z))
    return product(
        body.frames[f"forearm_{side}"],
        about_y(sign * arm.pron),
        about_z(arm.dev),
        about_x(sign * arm.wrist),
    )


def _place_hand(body: Skeleton, side: str, sign: float, arm: Arm) -> None:
    frame = _hand_frame(body, side, sign, arm)
    body.frames[f"hand_{side}"] = frame
    body.joints[f"hand_{side}"] = body.joints[f"wrist_{side}"] - frame[:, 1] * 0.05
    body.joints[f"palm_{side}"] = body.joints[f"wrist_{side}"] + turned(frame, _palm(sign))
    body.joints[f"fingertip_{side}"] = body.joints[f"wrist_{side}"] - frame[:, 1] * 0.098


@dataclass(frozen=True, slots=True)
class TwoBones:
    """A solved chain: middle joint, end, frames of both bones, and how far out of reach the target was."""

    middle: Array
    end: Array
    upper: Array
    lower: Array
    missing: float


def solve_two_bones(
    start: Array, target: Array, lengths: tuple[float, float], pole: Array, bend: float
) -> TwoBones:
    """Two bones of given lengths from start to target, the middle joint towards `pole`.

    `bend` is 1 where the joint bends backwards (knee), -1 where it bends forwards (elbow).
    """
    first, second = lengths
    delta = target - start
    distance = length(delta)
    reach = (first + second) * 0.999
    missing = max(0.0, distance - first - second)
    distance = min(distance, reach)
    u = unit(delta)
    x = (first**2 - second**2 + distance**2) / (2 * distance)
    h = float(np.sqrt(max(first**2 - x**2, 0.0)))
    side = unit(pole - u * dot(pole, u))
    middle, end = start + u * x + side * h, start + u * distance
    z = unit(cross(unit(side * bend), -u))

    def frame(bone: Array) -> Array:
        y = -unit(bone)
        return np.column_stack((cross(y, z), y, z))

    return TwoBones(middle, end, frame(middle - start), frame(end - middle), missing)


def _note_reach(body: Skeleton, part: str, found: TwoBones, total: float) -> None:
    if found.missing > total * REACH_SLACK:
        body.notes.append(SolverNote("reach", part, found.missing))


def reach_with_arm(body: Skeleton, side: str, sign: float) -> None:
    """Arm to its target; the girdle follows the arm, so two rounds."""
    arm, joints, frames, size = body.pose.arms[side], body.joints, body.frames, body.lengths
    if arm.to is None:
        return
    for _ in range(2):
        target = body.point(arm.to, side, sign) + body.moved.get(f"arm_{side}", 0.0)
        if arm.to.ref is not None and "." in arm.to.ref:  # a grip: the palm closes round it
            target = target - turned(_hand_frame(body, side, sign, arm), _palm(sign))
        elif arm.at == "palm" and arm.dir is not None:
            target = target - unit(body.direction(arm.dir, sign)) * PALM_TO_WRIST
        place_girdle(body, side, sign, unit(target - joints[f"shoulder_{side}"]))
        found = solve_two_bones(
            joints[f"shoulder_{side}"],
            target,
            (size["upperarm"], size["forearm"]),
            body.direction(arm.pole, sign),
            -1,
        )
        joints[f"elbow_{side}"], joints[f"wrist_{side}"] = found.middle, found.end
        frames[f"upperarm_{side}"], frames[f"forearm_{side}"] = found.upper, found.lower
    _place_hand(body, side, sign, arm)
    _note_reach(body, f"arm_{side}", found, size["upperarm"] + size["forearm"])
    body.note_limit("elbow", f"elbow_{side}", angle_between(found.upper[:, 1], found.lower[:, 1]))


def reach_with_leg(body: Skeleton, side: str, sign: float) -> None:
    """Leg to its target."""
    leg, joints, frames, size = body.pose.legs[side], body.joints, body.frames, body.lengths
    if leg.to is None:
        return
    target = body.point(leg.to, side, sign) + body.moved.get(f"leg_{side}", 0.0)
    found = solve_two_bones(
        joints[f"hip_{side}"], target, (size["thigh"], size["shank"]), body.direction(leg.pole, sign), 1
    )
    joints[f"knee_{side}"], joints[f"ankle_{side}"] = found.middle, found.end
    frames[f"thigh_{side}"], frames[f"shank_{side}"] = found.upper, found.lower
    _place_foot(body, side, sign, leg)
    _note_reach(body, f"leg_{side}", found, size["thigh"] + size["shank"])
    body.note_limit("knee", f"knee_{side}", angle_between(found.upper[:, 1], found.lower[:, 1]))
    local = product(frames["pelvis"].T, found.upper)
    flexion = float(np.degrees(np.arctan2(-local[0, 1], local[1, 1])))
    body.note_limit("hip_reach", f"hip_flex_{side}", flexion)
    aside = -sign * float(np.degrees(np.arcsin(np.clip(local[2, 1], -1.0, 1.0))))
    body.note_limit("hip_abd", f"hip_abd_{side}", aside)
