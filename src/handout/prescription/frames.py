"""Which pictures a card shows: the version and the side prescribed, and the zone, which always stays."""

from __future__ import annotations

from handout.content.types import Exercise
from handout.prescription.order import Side
from handout.prescription.types import Frame, FrameKind, Version
from handout.source.node import Mapping, Node, Scalar

ZONE = "zone"
MIRRORED = "mirrored"


def frames_of(exercise: Exercise, version: Version, side: Side) -> tuple[Frame, ...]:
    """The frames of an exercise in the order printed.

    The easier or harder version shows its own frames where it has some. On one side, frames that only
    mirror another go; on the left, each of the others is the mirror drawing.
    """
    if exercise.icon:
        return (Frame("icon", "icon", f"icons/{exercise.icon}", "icon"),)
    drawn = _drawn(exercise, version)
    if exercise.sides == "none" or not side:
        return tuple(drawn)
    ahead = [frame for frame in drawn if frame.side == "right"]
    if side == "right":
        return tuple(ahead)
    mirrors = {frame.words: frame for frame in drawn if frame.side == "left"}
    return tuple(_left(frame, mirrors) for frame in ahead)


def _left(frame: Frame, mirrors: dict[str, Frame]) -> Frame:
    known = mirrors.get(frame.words)
    if known is not None:
        return known
    return Frame(frame.id, frame.words, f"{frame.ref}/{MIRRORED}", frame.kind, "left")


def _drawn(exercise: Exercise, version: Version) -> list[Frame]:
    picture = exercise.picture
    if picture is None:
        return [_frame(exercise.id, name, None, index) for index, name in enumerate(exercise.images)]
    block = _inside(picture, version) if version else None
    entries = _entries(block) or _entries(picture)
    frames = [_frame(exercise.id, name, node, index) for index, (name, node) in enumerate(entries)]
    if picture.get("inset") is not None:
        frames.append(Frame(ZONE, ZONE, f"{exercise.id}/{ZONE}", "zone"))
    return frames


def _inside(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None


def _entries(node: Node | None) -> list[tuple[str, Node]]:
    frames = _inside(node, "frames")
    return [(key.text, value) for key, value in frames.entries] if isinstance(frames, Mapping) else []


def _frame(exercise: str, name: str, node: Node | None, index: int) -> Frame:
    mirrored = _inside(node, "mirror")
    kind: FrameKind = "frame" if index else "start"
    if isinstance(mirrored, Scalar):
        return Frame(name, mirrored.text, f"{exercise}/{name}", kind, "left")
    return Frame(name, name, f"{exercise}/{name}", kind)
