"""Arrows as read: along a path, an arc, the way of a joint from the start, or a ring round it."""

from __future__ import annotations

from collections.abc import Sequence

from handout.content import Said
from handout.figure.body.pose import Point
from handout.figure.storyboard.arrow_types import Arc, Arrow, Ring
from handout.figure.storyboard.resolving import Path, Resolver, axis_of


def read_arrows(resolver: Resolver, value: Sequence[Said], path: Path) -> tuple[Arrow, ...]:
    """All arrows of a frame."""
    return tuple(_arrow(resolver, entry, (*path, index)) for index, entry in enumerate(value))


def _arrow(resolver: Resolver, data: Said, at: Path) -> Arrow:
    return Arrow(
        path=tuple(resolver.point(p, (*at, "path", i)) for i, p in enumerate(data.get("path", ()))),
        arc=_arc(resolver, data["arc"], (*at, "arc")) if "arc" in data else None,
        follow=resolver.place(data["follow"], (*at, "follow")) if "follow" in data else None,
        ring=_ring(resolver, data, at) if "ring" in data else None,
        beside=data.get("beside", ""),
        bend=data.get("bend", 0.15),
        width=data.get("width", _width(data)),
        both=data.get("both", False),
        wrap=data.get("wrap", False),
    )


def _width(data: Said) -> float:
    """Without a width: an arrow that the engine lays is as wide as reads at print size."""
    return 0.03 if "follow" in data else 0.018 if "ring" in data else 0.015


def _ring(resolver: Resolver, data: Said, at: Path) -> Ring:
    return Ring(
        joint=resolver.place(data["ring"], (*at, "ring")) or "hand_r",
        radius=data.get("radius", 0.065),
        axis=axis_of(data["axis"]) if "axis" in data else None,
        back=data.get("back", False),
    )


def _arc(resolver: Resolver, data: Said, path: Path) -> Arc:
    return Arc(
        centre=resolver.point(data["centre"], (*path, "centre")) if "centre" in data else Point(ref="chest"),
        axis=axis_of(data.get("axis", "out")),
        radius=data.get("radius", 0.1),
        start=data.get("from", 0.0),
        end=data.get("to", 180.0),
        frame=data.get("frame"),
    )
