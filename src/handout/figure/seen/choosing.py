"""The camera chosen by what is seen: 36 views of one storyboard, each judged by the same numbers as the checks.

Asked for by an author, once; the view that is taken stands in the picture's file as `camera`, so that nothing
is chosen while a sheet is drawn, and the author has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from handout.figure.people import Person
from handout.figure.rotation import SIDES, length, lengths
from handout.figure.scene import Scene, Staged, scene
from handout.figure.seen.movement import Movement, with_carried
from handout.figure.seen.shares import face_seen, seen, seen_of
from handout.figure.storyboard.board import Storyboard
from handout.figure.styles import STYLES
from handout.figure.view import View

# From the person's left front over the front to the right, never from behind; looking down a little or more.
YAWS = tuple(range(-60, 120, 15))
PITCHES = (6, 14, 24)
VIEWS = tuple(View(float(yaw), float(pitch)) for yaw in YAWS for pitch in PITCHES)

# Beyond these a share is as good as it needs to be: half a face is a profile, and reads.
FACE_ENOUGH, HAND_ENOUGH, PART_ENOUGH, CHANGE_ENOUGH = 0.5, 0.6, 0.9, 0.35
# How much each counts. The movement first: it is what the picture is for.
WEIGHTS = {"change": 0.20, "across": 0.20, "limbs": 0.25, "part": 0.15, "face": 0.12, "hands": 0.08}
STEEP = 0.004  # for each degree beyond the usual 14 that the reader looks down: people look odd from above
LONG_ENOUGH = 0.7  # of a bone's length: 45 degrees towards the reader
TRUNK, TRUNK_COUNTS = ("pelvis", "nape"), 4
BONES = (("hip", "knee"), ("knee", "ankle"), ("shoulder", "elbow"), ("elbow", "wrist"))
Faults = Callable[[Scene, Scene], int]


@dataclass(frozen=True, slots=True)
class Judged:
    """A view with its score (more is better), and the shares it was made of: the worst frame's for each."""

    view: View
    score: float
    shares: dict[str, float]
    faults: int


def judge_views(
    board: Storyboard, person: Person, faults: Faults, views: Sequence[View] = VIEWS
) -> tuple[Judged, ...]:
    """All views, the best first; of equal ones the first in the list. `faults` counts what checks refuse."""
    judged = [_judge(replace(board, view=view), person, faults) for view in views]
    return tuple(sorted(judged, key=lambda one: (one.faults, -one.score)))


def _judge(board: Storyboard, person: Person, faults: Faults) -> Judged:
    staged = Staged(board, person, STYLES["colour"], {f.id: scene(board, f.id, person) for f in board.frames})
    pairs = [(staged.start_of(posed), posed) for posed in staged.scenes.values()]
    found = [_shares(posed) | dict(_movement_shares(start, posed)) for start, posed in pairs]
    shares = {key: min((one[key] for one in found if key in one), default=1.0) for key in WEIGHTS}
    score = sum(WEIGHTS[key] * shares[key] for key in WEIGHTS) - STEEP * max(0.0, board.view.pitch - 14)
    return Judged(board.view, round(score, 4), shares, sum(faults(start, posed) for start, posed in pairs))


def _shares(posed: Scene) -> dict[str, float]:
    hands = max(seen(posed, f"hand_{side}") for side, _ in SIDES)
    face = 1.0 if posed.frame.allowed("face") else face_seen(posed) / FACE_ENOUGH
    return {"face": min(1.0, face), "hands": min(1.0, hands / HAND_ENOUGH), "limbs": _limbs(posed)}


def _movement_shares(start: Scene, posed: Scene) -> Iterator[tuple[str, float]]:
    if start is posed:
        return
    movement = Movement(start, posed)
    yield "change", min(1.0, movement.change() / CHANGE_ENOUGH)
    yield "part", min(1.0, seen_of(posed, with_carried(movement.moving)) / PART_ENOUGH)
    yield "across", _across(movement)


def _across(movement: Movement) -> float:
    """How much of the way of what moves goes across the page, not towards the reader."""
    room = flat = 0.0
    for name in movement.moving:
        a = np.concatenate([s.reshape(-1, 3) for s in movement.start.solids[name]])
        b = np.concatenate([s.reshape(-1, 3) for s in movement.end.solids[name]])
        room += float(lengths(b - a).mean())
        flat += float(lengths(movement.end.camera.flat(b - a)).mean())
    return flat / room if room > 1e-6 else 0.0


def _limbs(posed: Scene) -> float:
    """How long limbs and trunk are drawn: what points at the reader is a stump, and tells no pose."""
    joints = posed.body.joints
    bones = [(f"{a}_{side}", f"{b}_{side}") for a, b in BONES for side, _ in SIDES] + [TRUNK] * TRUNK_COUNTS
    steps = [joints[b] - joints[a] for a, b in bones]
    drawn = [length(posed.camera.flat(step)) / length(step) for step in steps]
    return float(np.mean([min(1.0, share / LONG_ENOUGH) for share in drawn]))
