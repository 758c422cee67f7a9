"""Checks: a wrong pose is refused, with what to do next, before anybody prints it.

In: a storyboard and a person. Out: findings at file and line, for every frame of every version. The rules
hold the drawing to anatomy, gravity and the safe zones of the exercises; they do not judge an exercise.
Limits are of drawing and were set so that every picture of the catalogue passes on every build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handout.errors import Finding
from handout.figure.checks.arrows import arrows_clear, within_the_cell
from handout.figure.checks.collisions import limbs_apart, limbs_outside_the_body, outside_props
from handout.figure.checks.fault import Fault
from handout.figure.checks.limits import shoulders_possible, within_limits, within_reach
from handout.figure.checks.round_props import ball_holds, contacts_have_props, roller_holds
from handout.figure.checks.support import above_the_floor, balanced, contacts_touch, something_carries
from handout.figure.people import Locate, Person
from handout.figure.scene import Scene, Staged, stage_board
from handout.figure.storyboard import Storyboard

Rule = Callable[[Scene], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    within_limits, within_reach, shoulders_possible,
    above_the_floor, contacts_touch, something_carries, balanced,
    limbs_outside_the_body, limbs_apart, outside_props,
    roller_holds, ball_holds, contacts_have_props,
    arrows_clear, within_the_cell,
)  # fmt: skip


def check(board: Storyboard, person: Person, locate: Locate | None = None) -> tuple[Finding, ...]:
    """Every reason to refuse a frame of the board, easier and harder versions too, drawn with this person.

    `locate` tells the line of a key path inside the picture; without it a finding names its frame's line.
    """
    return tuple(
        finding
        for version, part in board.versions()
        for finding in check_staged(stage_board(part, person), version, locate)
    )


def check_staged(staged: Staged, version: tuple[str, ...] = (), locate: Locate | None = None) -> tuple[Finding, ...]:
    """The same for one version whose scenes are laid already."""
    return tuple(
        Finding(fault.what, fault.hint, place if locate is None else locate(path), ".".join(map(str, path)))
        for name, posed in staged.scenes.items()
        for place in [posed.frame.place]
        for fault in faults_of(posed)
        for path in [(*version, "frames", name, *fault.path)]
    )


def faults_of(posed: Scene) -> Iterator[Fault]:
    """What every rule says of one scene, in the order of the rules."""
    for rule in RULES:
        yield from rule(posed)
