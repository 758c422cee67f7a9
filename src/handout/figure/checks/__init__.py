"""Checks: a wrong pose is refused, with what to do next, before anybody prints it.

In: a storyboard and a person. Out: findings at file and line, for every frame of every version. The rules
hold the drawing to anatomy, gravity and the safe zones of the exercises, and to what its reader must see;
they do not judge an exercise.
Limits are of drawing and were set so that every picture of the catalogue passes on every build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handout.errors import Finding
from handout.figure.checks.arrows import arrows_clear, within_the_cell
from handout.figure.checks.collisions import limbs_apart, limbs_outside_the_body, outside_props
from handout.figure.checks.fault import Fault, Path
from handout.figure.checks.limits import (
    shoulders_possible,
    spine_in_sum,
    targets_possible,
    within_limits,
    within_reach,
)
from handout.figure.checks.movements import arrows_tell_the_movement, frames_differ, moving_part_is_seen
from handout.figure.checks.placement import on_the_mat, props_are_carried, soles_are_flat
from handout.figure.checks.round_props import ball_holds, contacts_have_props, roller_holds
from handout.figure.checks.seen import face_is_seen, hands_are_seen, person_is_seen
from handout.figure.checks.support import above_the_floor, balanced, contacts_touch, something_carries
from handout.figure.people import Person
from handout.figure.scene import Scene, Staged, stage_board
from handout.figure.seen.movement import Movement
from handout.figure.storyboard import Storyboard
from handout.figure.storyboard.resolving import Locate

FaultFound = tuple[Scene, Fault]
Rule = Callable[[Scene], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    within_limits, within_reach, shoulders_possible, spine_in_sum, targets_possible,
    above_the_floor, contacts_touch, something_carries, balanced,
    limbs_outside_the_body, limbs_apart, outside_props,
    roller_holds, ball_holds, contacts_have_props,
    props_are_carried, on_the_mat, soles_are_flat,
)  # fmt: skip
# What the camera makes of a body: asked of a frame's other side, too, which as a body is the same.
ON_THE_PAGE: tuple[Rule, ...] = (arrows_clear, within_the_cell)
SEEN: tuple[Rule, ...] = (face_is_seen, hands_are_seen, person_is_seen)
MOVEMENTS: tuple[Callable[[Movement], Iterator[Fault]], ...] = (
    frames_differ, moving_part_is_seen, arrows_tell_the_movement,
)  # fmt: skip


def check(board: Storyboard, person: Person, locate: Locate | None = None) -> tuple[Finding, ...]:
    """Every reason to refuse a frame of the board, easier and harder versions too, drawn with this person.

    `locate` tells the line of a key path inside the picture; without it a finding names its frame's line.
    What is seen is judged with the exercise's own person and side: another one in the same pose, whom an order
    asks for, is held to the rules of bodies only.
    """
    return tuple(
        finding
        for version, part in board.versions()
        for finding in check_staged(stage_board(part, person), version, locate)
    )


def check_staged(staged: Staged, version: tuple[str, ...] = (), locate: Locate | None = None) -> tuple[Finding, ...]:
    """The same for one version whose scenes are laid already."""
    return tuple(dict.fromkeys(finding_of(found, version, locate) for found in faults_of_staged(staged)))


def finding_of(found: FaultFound, version: tuple[str, ...] = (), locate: Locate | None = None) -> Finding:
    """A fault as the author is told it: at the line of what it is about."""
    posed, fault = found
    frame: Path = (*version, "frames", posed.frame.id)
    path = (*(version if fault.shared else frame), *fault.path)
    if locate is not None and "props" in fault.path and locate((*frame, "props")) == locate(frame):
        path = (*version, *fault.path)  # the frame has the props of the whole exercise
    where = posed.frame.place if locate is None else locate(path)
    return Finding(fault.what, fault.hint, where, ".".join(map(str, path)))


def faults_of_staged(staged: Staged) -> Iterator[FaultFound]:
    """What every rule says of each scene of one version."""
    board = staged.board
    as_written = board.person in ("", staged.person.id) and not board.is_other_side
    for posed in staged.scenes.values():
        yield from ((posed, fault) for fault in faults_of(posed))
        if as_written:
            yield from ((posed, fault) for fault in faults_of_picture(staged.start_of(posed), posed))


def faults_of(posed: Scene) -> Iterator[Fault]:
    """What every rule of bodies and of the page says of one scene, in the order of the rules."""
    for rule in ON_THE_PAGE if posed.frame.is_other_side else (*RULES, *ON_THE_PAGE):
        yield from rule(posed)


def faults_of_picture(start: Scene, posed: Scene) -> Iterator[Fault]:
    """What every rule of what is seen says of one scene, and of its movement from the start."""
    for rule in SEEN:
        yield from rule(posed)
    if start is not posed:
        movement = Movement(start, posed)
        for tells in MOVEMENTS:
            yield from tells(movement)
