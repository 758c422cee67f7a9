"""Which pictures a card shows: the version and the side prescribed, and the zone, which always stays."""

from __future__ import annotations

from handout.content import ZONE, Exercise
from handout.prescription.order import Side
from handout.prescription.types import CardPicture, FrameKind, Version

MIRRORED = "mirrored"


def frames_of(exercise: Exercise, version: Version, side: Side) -> tuple[CardPicture, ...]:
    """The frames of an exercise in the order printed.

    The easier or harder version shows its own frames where it has some. On one side, frames that only
    mirror another go; on the left, each of the others is the mirror drawing.
    """
    if exercise.icon:
        return (CardPicture("icon", "icon", f"icons/{exercise.icon}", "icon"),)
    drawn = _drawn(exercise, version)
    if exercise.sides == "none" or not side:
        return tuple(drawn)
    ahead = [frame for frame in drawn if frame.side == "right"]
    if side == "right":
        return tuple(ahead)
    mirrors = {frame.words: frame for frame in drawn if frame.side == "left"}
    return tuple(_left(frame, mirrors) for frame in ahead)


def _left(frame: CardPicture, mirrors: dict[str, CardPicture]) -> CardPicture:
    known = mirrors.get(frame.words)
    if known is not None:
        return known
    return CardPicture(frame.id, frame.words, f"{frame.ref}/{MIRRORED}", frame.kind, "left")


def _drawn(exercise: Exercise, version: Version) -> list[CardPicture]:
    picture = exercise.picture
    if picture is None:
        return [_frame(exercise.id, name, "", index) for index, name in enumerate(exercise.images)]
    own = picture.versions.get(version)
    shown = own.frames if own and own.frames else picture.frames
    frames = [_frame(exercise.id, one.id, one.mirror, index) for index, one in enumerate(shown)]
    if picture.inset:
        frames.append(CardPicture(ZONE, ZONE, f"{exercise.id}/{ZONE}", "zone"))
    return frames


def _frame(exercise: str, name: str, mirrored: str, index: int) -> CardPicture:
    """A picture; one that mirrors another takes that one's words."""
    kind: FrameKind = "frame" if index else "start"
    return CardPicture(name, mirrored or name, f"{exercise}/{name}", kind, "left" if mirrored else "right")
