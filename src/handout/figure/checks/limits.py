"""Joints within their limits, targets within reach: what the solver could not do as it was told."""

from __future__ import annotations

from collections.abc import Iterator

from handout.figure.body.skeleton import Note
from handout.figure.checks.fault import Fault, Path, spoken
from handout.figure.rotation import SIDES, within
from handout.figure.scene import Scene

ACROSS, BACKWARDS = -0.80, -0.92  # of the upper arm's direction: past the chest, straight behind

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


def _once(notes: list[Note]) -> tuple[Note, ...]:
    """Notes without repeats: a solver that goes round twice says things twice."""
    return tuple({(note.kind, note.part): note for note in notes}.values())


def _written(part: str) -> Path:
    stem, _, last = part.rpartition("_")
    joint = stem.split("_")[0] if last in ("r", "l") else ""
    if joint in _LIMB:
        return ("pose", f"{_LIMB[joint]}_{last}")
    return ("pose", stem or part, last) if stem else ("pose", part)
