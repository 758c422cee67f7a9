"""Arrows as read: along a path, an arc, the way of a joint from the start, or a ring round it."""

from __future__ import annotations

from collections.abc import Mapping

from handout.figure.arrows import Arc, Arrow, Ring
from handout.figure.body.pose import Point, Vec
from handout.figure.storyboard.reader import AXES, FRAMES, Path, Reader
from handout.figure.trace import SIDES_OF_PAGE

KINDS = ("path", "arc", "follow", "ring")
ARROW_KEYS = (*KINDS, "bend", "width", "both", "wrap", "radius", "axis", "back", "beside")
Values = Mapping[str, object]


def read_arrows(reader: Reader, value: object, path: Path) -> tuple[Arrow, ...]:
    """All arrows of a frame; a wrong one becomes a finding and is left out."""
    entries = value if isinstance(value, list | tuple) else ()
    found = [_arrow(reader, entry, (*path, index)) for index, entry in enumerate(entries)]
    return tuple(arrow for arrow in found if arrow is not None)


def _arrow(reader: Reader, entry: object, at: Path) -> Arrow | None:
    data = reader.mapping(entry, at)
    reader.keys(data, ARROW_KEYS, at)
    if sum(kind in data for kind in KINDS) != 1:
        hint = "give follow: knee_l, or ring: wrist_r, or path: [point, point], or arc: {...}"
        reader.refuse(at, "an arrow has one of follow, ring, path and arc", hint)
        return None
    points = data.get("path", ())
    if "path" in data and (not isinstance(points, list | tuple) or len(points) < 2):
        reader.refuse((*at, "path"), "a path has two points or more", "write [from, to]")
        return None
    return Arrow(
        path=_points(reader, points, (*at, "path")),
        arc=_arc(reader, reader.mapping(data["arc"], (*at, "arc")), (*at, "arc")) if "arc" in data else None,
        follow=_followed(reader, data["follow"], (*at, "follow")) if "follow" in data else None,
        ring=_ring(reader, data, at) if "ring" in data else None,
        beside=reader.choice(data.get("beside"), (*at, "beside"), SIDES_OF_PAGE, ""),
        bend=reader.number(data.get("bend"), (*at, "bend"), 0.15, -2, 2),
        width=reader.number(data.get("width"), (*at, "width"), _width(data), 0.006, 0.06),
        both=reader.switch(data.get("both"), (*at, "both"), False),
        wrap=reader.switch(data.get("wrap"), (*at, "wrap"), False),
    )


def _width(data: Values) -> float:
    """Without a width: an arrow that the engine lays is as wide as reads at print size."""
    return 0.03 if "follow" in data else 0.018 if "ring" in data else 0.015


def _points(reader: Reader, points: object, path: Path) -> tuple[Point, ...]:
    listed = points if isinstance(points, list | tuple) else ()
    return tuple(reader.point(p, (*path, i)) for i, p in enumerate(listed))


def _followed(reader: Reader, value: object, path: Path) -> str:
    """A place that has a way of its own: a joint or a place on the skin, with its side."""
    return reader.place(value, path, False) or "pelvis"


def _ring(reader: Reader, data: Values, path: Path) -> Ring:
    return Ring(
        joint=reader.place(data["ring"], (*path, "ring"), False) or "hand_r",
        radius=reader.number(data.get("radius"), (*path, "radius"), 0.065, 0.02, 0.4),
        axis=_axis(reader, data["axis"], (*path, "axis")) if "axis" in data else None,
        back=reader.switch(data.get("back"), (*path, "back"), False),
    )


def _axis(reader: Reader, axis: object, path: Path) -> Vec:
    return AXES[axis] if isinstance(axis, str) and axis in AXES else reader.vec(axis, path)


def _arc(reader: Reader, data: Values, path: Path) -> Arc:
    reader.keys(data, ("centre", "axis", "radius", "from", "to", "frame"), path)
    return Arc(
        centre=reader.point(data.get("centre", "chest"), (*path, "centre")),
        axis=_axis(reader, data.get("axis", "out"), (*path, "axis")),
        radius=reader.number(data.get("radius"), (*path, "radius"), 0.1, 0.01, 1),
        start=reader.number(data.get("from"), (*path, "from"), 0.0, -720, 720),
        end=reader.number(data.get("to"), (*path, "to"), 180.0, -720, 720),
        frame=reader.choice(data["frame"], (*path, "frame"), FRAMES, "chest") if "frame" in data else None,
    )
