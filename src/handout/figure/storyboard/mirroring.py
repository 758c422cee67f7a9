"""The other side: a frame reflected in the middle plane of the room, before anything is solved.

Limbs are exchanged, sides and twists negated; props and arrows go along. The camera stays, so that the other side
of an exercise can be seen from where its words see it: a flip of the finished drawing would turn the person away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from handout.figure.angles import cosine_and_sine
from handout.figure.body.pose import Bend, Drop, Point, Pose
from handout.figure.storyboard.arrow_types import Arrow
from handout.figure.storyboard.board import Crop, Frame, Storyboard
from handout.figure.storyboard.prop_types import Prop
from handout.figure.view import View

_OTHER = {"r": "l", "l": "r"}
_AGAINST = frozenset({"turn", "aside"})  # numbers of props that have a side
_FRONTAL = 0.7  # of the camera facing the person or the back: there left and right of the page are the body's
_PAGE = {"left": "right", "right": "left"}
Given = TypeVar("Given")


def mirrored_board(board: Storyboard) -> Storyboard:
    """Every frame of every version as its other side."""
    turned = (mirrored_frame(frame, board.view, frame.id) for frame in board.frames)
    return replace(
        board,
        frames=tuple(replace(new, mirror=old.mirror or old.id) for new, old in zip(turned, board.frames, strict=True)),
        easier=None if board.easier is None else mirrored_board(board.easier),
        harder=None if board.harder is None else mirrored_board(board.harder),
    )


def mirrored_frame(frame: Frame, view: View, name: str) -> Frame:
    """The other side of a frame, under another id."""
    return replace(
        frame,
        id=name,
        pose=_pose(frame.pose),
        props=tuple(_prop(prop) for prop in frame.props),
        arrows=tuple(_arrow(arrow, view) for arrow in frame.arrows),
        contacts=tuple(_named(contact) for contact in frame.contacts),
        crop=_crop(frame.crop),
        mirror=frame.id,
    )


def start_of(board: Storyboard, frame: Frame) -> Frame:
    """The frame that a movement begins at: the one it names, else the first; of an other side its other side."""
    source = board.frame(frame.mirror) if frame.mirror and frame.is_other_side else frame
    start = board.frame(source.start or board.frames[0].id)
    if source is frame:
        return start
    reflected = mirrored_frame(start, board.view, start.id)
    return start if (reflected.pose, reflected.props) == (start.pose, start.props) else reflected


def _named(name: str) -> str:
    """A place, part or contact on the other side: `knee_r` is `knee_l`."""
    stem, _, side = name.rpartition("_")
    return f"{stem}_{_OTHER[side]}" if stem and side in _OTHER else name


def _crop(crop: Crop | None) -> Crop | None:
    return crop if crop is None else replace(crop, at=_named(crop.at), top=crop.top and _named(crop.top))


def _pose(pose: Pose) -> Pose:
    root, (x, y, z) = pose.root, pose.root.at
    return replace(
        pose,
        root=replace(root, roll=-root.roll, yaw=-root.yaw, at=(x, y, -z)),
        drop=_drop(pose.drop),
        lumbar=_bend(pose.lumbar),
        thoracic=_bend(pose.thoracic),
        neck=_bend(pose.neck),
        head=_bend(pose.head),
        shoulders=_exchanged(pose.shoulders),
        arms={side: _limb(arm) for side, arm in _exchanged(pose.arms).items()},
        legs={side: _limb(leg) for side, leg in _exchanged(pose.legs).items()},
        over=tuple((_named(behind), _named(front)) for behind, front in pose.over),
    )


def _exchanged(both: Mapping[str, Given]) -> dict[str, Given]:
    return {side: both[_OTHER[side]] for side in both}


def _bend(bend: Bend) -> Bend:
    return replace(bend, side=-bend.side, twist=-bend.twist)


def _drop(drop: Drop | None) -> Drop | None:
    return drop if drop is None or drop.anchor is None else replace(drop, anchor=_named(drop.anchor))


def _limb(limb: Given) -> Given:
    """A limb's vectors point outward and hold for both sides: only the place it refers to changes."""
    to = getattr(limb, "to", None)
    return replace(limb, to=replace(to, ref=_named(to.ref))) if to is not None and to.ref is not None else limb  # type: ignore[type-var]


def _prop(prop: Prop) -> Prop:
    numbers = {key: -number if key in _AGAINST else number for key, number in prop.numbers.items()}
    at = None if prop.at is None else _point(prop.at)
    return replace(prop, at=at, numbers=numbers, path=tuple(_point(point) for point in prop.path))


def _point(point: Point) -> Point:
    x, y, z = point.offset
    return replace(point, offset=(x, y, -z), ref=None if point.ref is None else _named(point.ref))


def _arrow(arrow: Arrow, view: View) -> Arrow:
    """Its places on the other side. What is given on the page itself turns round only where the page sees the front."""
    _, across = cosine_and_sine(view.yaw)
    reflected: Arrow = _reflected(arrow)
    if abs(across) < _FRONTAL:
        return reflected
    return replace(reflected, bend=-arrow.bend, beside=_PAGE.get(arrow.beside, arrow.beside))


def _reflected(value: Given) -> Given:
    """Points, names and axes of an arrow. An axis is a sense of turning: it keeps its side and turns its rest."""
    changes: dict[str, object] = {}
    for field in fields(value):  # type: ignore[arg-type]
        inner = getattr(value, field.name)
        if field.name == "axis" and inner is not None:
            changes[field.name] = (-inner[0], -inner[1], inner[2])
        elif isinstance(inner, Point):
            changes[field.name] = _point(inner)
        elif isinstance(inner, tuple):
            changes[field.name] = tuple(_point(part) if isinstance(part, Point) else part for part in inner)
        elif isinstance(inner, str):
            changes[field.name] = _named(inner)
        elif is_dataclass(inner):
            changes[field.name] = _reflected(inner)
    return replace(value, **changes)  # type: ignore[type-var]
