"""What the reader must see of a movement: that it happens, what moves, and which way the arrow says.

Each rule reads two scenes: the frame where the movement begins and the frame that shows it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from shapely.geometry import LineString

from handout.figure.arrows import DrawnArrow
from handout.figure.checks.fault import Fault, spoken
from handout.figure.rotation import IDENTITY, dot, length, product, turned, unit, vector
from handout.figure.seen.movement import Carrier, Movement, with_carried
from handout.figure.seen.shares import seen_of
from handout.figure.storyboard.arrow_types import Arc
from handout.figure.trace import LEAST_LENGTH

# The moving part is what the picture is for: hidden by more than this, the reader sees a pose, no movement.
MOVING_PART = 0.60
# Of what is drawn near the arrow. Pictures that differ by less are taken for the same one printed twice.
CHANGE = 0.10
ALONG = 0.70  # cosine of 45 degrees: an arrow farther off its movement points to another one
SHORTEST, LONGEST = 0.5, 2.0  # of an arrow, times the way it shows
LENGTH_SLACK = 0.03
STILL = 0.008  # a place that goes less far than this on the page (0.7 pt in print) stands still
CIRCLE = 250.0  # degrees: an arc as long as this tells a circle, not a way
TURNS = 8.0  # degrees: a head or trunk that turns less does not explain an arrow round it
BODY_FRAMES = ("head", "chest", "pelvis")


def frames_differ(movement: Movement) -> Iterator[Fault]:
    """Start and end do not look alike."""
    reason = movement.end.frame.allowed("change")
    change = movement.change()
    if reason or change >= CHANGE:
        return
    yield Fault(
        f"near its arrow this picture differs from “{movement.start.frame.id}” by {change:.0%}, of {CHANGE:.0%}",
        "show more of the movement, see it from where it goes across the page (`handout figure NAME --choose`),"
        " or say `allow: {change: small-movement}`",
        ("pose",), about=movement.moving,
    )  # fmt: skip


def moving_part_is_seen(movement: Movement) -> Iterator[Fault]:
    """What moves is not hidden."""
    share = seen_of(movement.end, with_carried(movement.moving))
    if movement.end.frame.allowed("part") or not movement.moving or share >= MOVING_PART:
        return
    names = ", ".join(spoken(name) for name in movement.moving)
    yield Fault(
        f"{names}: this moves, and {share:.0%} of it is seen, of {MOVING_PART:.0%}",
        "turn the camera to the side that moves (`handout figure NAME --choose`)",
        ("camera",), shared=True, about=movement.moving,
    )  # fmt: skip


def arrows_tell_the_movement(movement: Movement) -> Iterator[Fault]:
    """Every arrow points where its part of the body goes, and is about as long as its way."""
    if movement.end.frame.allowed("change") == "same-place":
        return
    small = movement.end.frame.allowed("change") == "small-movement"
    for index, drawn in enumerate(movement.end.arrows):
        if _circles(drawn):
            continue
        found = movement.carrier(drawn)
        said = _refused(movement, drawn, found, small)
        if said:
            place = f"`follow: {found.place}`" if found else "`follow` and the joint that moves"
            hint = f"let the arrow be drawn from the movement: {place}"
            yield Fault(said, hint, ("arrows", index), about=(f"arrow{index}",))


def _refused(movement: Movement, drawn: DrawnArrow, carrier: Carrier | None, small: bool) -> str:
    arc = drawn.arrow.arc
    if arc is not None and _turns_with(movement, arc):
        return ""
    if carrier is None or carrier.far < STILL:
        return "nothing moves near this arrow"
    long = LineString(drawn.track).length
    along = dot(unit(drawn.track[-1] - drawn.track[0]), unit(carrier.step))
    name = spoken(carrier.place)
    if (abs(along) if drawn.arrow.both else along) < ALONG:
        off = float(np.degrees(np.arccos(np.clip(along, -1, 1))))
        return f"the arrow points {off:.0f} degrees off the way that the {name} goes"
    most = max(carrier.far * LONGEST, LEAST_LENGTH) + LENGTH_SLACK
    if not small and not carrier.far * SHORTEST - LENGTH_SLACK <= long <= most:
        return f"the arrow is {long:.2f} body heights long, and the {name} goes {carrier.far:.2f}"
    return ""


def _circles(drawn: DrawnArrow) -> bool:
    arc = drawn.arrow.arc
    return drawn.arrow.ring is not None or (arc is not None and abs(arc.end - arc.start) >= CIRCLE)


def _turns_with(movement: Movement, arc: Arc) -> bool:
    """Whether head, chest or pelvis, the nearest to an arc's middle, turns about its axis its way."""
    body, before = movement.end.body, movement.start.body
    frame = IDENTITY if arc.frame is None else body.frames[arc.frame]
    axis = unit(turned(frame, vector(*arc.axis))) * (1.0 if arc.end > arc.start else -1.0)
    centre = body.point(arc.centre)
    nearest = min(BODY_FRAMES, key=lambda name: length(body.joints[name] - centre))
    turn = product(body.frames[nearest], before.frames[nearest].T)
    half = vector(turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]) / 2
    angle = float(np.degrees(np.arctan2(length(half), (float(np.trace(turn)) - 1) / 2)))
    return angle >= TURNS and dot(unit(half), axis) >= ALONG
