"""Joints within their limits, targets within reach: what the solver could not do as it was told."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from handout.figure.body.skeleton import SolverNote
from handout.figure.checks.fault import Fault, Path, spoken
from handout.figure.rotation import SIDES, Array, angle_between, length, vector, within
from handout.figure.scene import Scene

ACROSS, BACKWARDS = -0.80, -0.92  # of the upper arm's direction: past the chest, straight behind

# Regions of the spine bend together less far than each could alone: (least, most) of their sum, in degrees.
# Necks thrown back narrow the arteries to the brain, so a drawing stops well short of what a neck can do.
SUMS: tuple[tuple[str, tuple[str, str], str, tuple[float, float]], ...] = (
    ("neck and head", ("neck", "head"), "flex", (-50, 75)),
    ("neck and head", ("neck", "head"), "side", (-50, 50)),
    ("neck and head", ("neck", "head"), "twist", (-85, 85)),
    ("low and upper back", ("lumbar", "thoracic"), "flex", (-60, 95)),
    ("low and upper back", ("lumbar", "thoracic"), "side", (-50, 50)),
    ("low and upper back", ("lumbar", "thoracic"), "twist", (-55, 55)),
)
# Measured on the solved body, where a target and not an angle places hand or foot.
WRIST = 92.0  # between forearm and fingers: 85, and 7 for the heel of the hand that gives on the floor
FOOT_TURN = 65.0  # of the toes, out of the plane in which the knee bends: shank and foot together
LEG_TURN, ARM_TURN = (-50.0, 60.0), (-100.0, 100.0)  # `rot` of a leg and of an arm given by angles
_TURNED_ENOUGH = 0.5  # a foot seen along the shank has no turn that could be told

# Where the author writes the joint that a note names.
_LIMB = {
    "elbow": "arm", "wrist": "arm", "shoulder": "arm", "arm": "arm",
    "hip": "leg", "knee": "leg", "ankle": "leg", "leg": "leg",
}  # fmt: skip


def within_limits(scene: Scene) -> Iterator[Fault]:
    """No joint beyond its limits."""
    for note in _once(scene.body.notes):
        if note.kind == "limit":
            low, high = note.bounds
            yield Fault(
                f"the {spoken(note.part)} is bent to {note.amount:.0f} degrees",
                f"stay between {low:.0f} and {high:.0f} degrees",
                _written(note.part),
            )


def within_reach(scene: Scene) -> Iterator[Fault]:
    """No hand or foot sent to where it cannot come."""
    for note in _once(scene.body.notes):
        if note.kind == "reach":
            yield Fault(
                f"the {spoken(note.part)} is too short for its target by {note.amount:.3f} body heights",
                "bring the target nearer, or the trunk towards it",
                _written(note.part),
            )


def shoulders_possible(scene: Scene) -> Iterator[Fault]:
    """An arm given by its hand can still be impossible at the shoulder."""
    for side, sign in SIDES:
        along = -within(scene.body.frames["chest"], scene.body.frames[f"upperarm_{side}"][:, 1])
        if along[2] * sign < ACROSS:
            what, hint = "goes too far across the chest", "turn the chest, or move the hand back"
        elif along[0] < BACKWARDS:
            what, hint = "goes too far backwards", "bring the elbow forward"
        else:
            continue
        yield Fault(f"the {spoken(f'upper arm_{side}')} {what}", hint, ("pose", f"arm_{side}"))


def spine_in_sum(scene: Scene) -> Iterator[Fault]:
    """Neck and head together, low and upper back together, where each alone is within its limits."""
    refused = {note.part for note in scene.body.notes if note.kind == "limit"}
    for name, regions, key, (low, high) in SUMS:
        if refused & {f"{region}_{key}" for region in regions}:
            continue
        total = sum(float(getattr(scene.frame.pose.bend(region), key)) for region in regions)
        if not low <= total <= high:
            yield Fault(
                f"{name} together {_DOES[key]} {total:.0f} degrees",
                f"stay between {low:.0f} and {high:.0f} degrees in sum", ("pose", regions[0], key),
                about=("head",) if "head" in regions else ("torso",),
            )  # fmt: skip


def targets_possible(scene: Scene) -> Iterator[Fault]:
    """Hands and feet given by a direction, and limbs turned about their own length, stay on their joints."""
    body, pose = scene.body, scene.frame.pose
    for side, _ in SIDES:
        arm, leg = pose.arms[side], pose.legs[side]
        wrist = angle_between(body.frames[f"forearm_{side}"][:, 1], body.frames[f"hand_{side}"][:, 1])
        foot = _foot_turn(body.frames[f"shank_{side}"], body.frames[f"foot_{side}"])
        for part, limb, angle, (low, high), hint in (
            (f"wrist_{side}", f"arm_{side}", wrist, (0.0, WRIST), "point `dir` more along the forearm"),
            (f"foot_{side}", f"leg_{side}", foot, (-FOOT_TURN, FOOT_TURN), "point `toe` where the knee points"),
            (f"thigh_{side}", f"leg_{side}", leg.rot if leg.to is None else 0.0, LEG_TURN, "turn `rot` back"),
            (f"upperarm_{side}", f"arm_{side}", arm.rot if arm.to is None else 0.0, ARM_TURN, "turn `rot` back"),
        ):
            if not low <= angle <= high:
                does = "bent to" if part.startswith("wrist") else "turned"
                what = f"the {spoken(part)} is {does} {angle:.0f} degrees"
                yield Fault(what, f"{hint}: {low:.0f} to {high:.0f} degrees", ("pose", limb), about=(part,))


_DOES = {"flex": "bend", "side": "bend to the side", "twist": "turn"}


def _foot_turn(shank: Array, foot: Array) -> float:
    """How far the toes point out of the plane of the knee, outwards or inwards."""
    local = within(shank, foot[:, 0])
    if length(local * vector(1, 0, 1)) < _TURNED_ENOUGH:
        return 0.0
    return float(np.degrees(np.arctan2(local[2], local[0])))


def _once(notes: list[SolverNote]) -> tuple[SolverNote, ...]:
    """Notes without repeats: a solver that goes round twice says things twice."""
    return tuple({(note.kind, note.part): note for note in notes}.values())


def _written(part: str) -> Path:
    stem, _, last = part.rpartition("_")
    joint = stem.split("_")[0] if last in ("r", "l") else ""
    if joint in _LIMB:
        return ("pose", f"{_LIMB[joint]}_{last}")
    return ("pose", stem or part, last) if stem else ("pose", part)
