"""The props of a frame as typed `Prop`s: what stands in the room, and what runs from one place to another."""

from __future__ import annotations

from collections.abc import Sequence

from handout.content import BETWEEN, GRIP_NAMES, MAY_RUN, PROP_KEYS, PROP_SWITCHES, Said
from handout.figure.body.pose import Point
from handout.figure.storyboard.prop_types import Prop, carried
from handout.figure.storyboard.resolving import Path, Resolver


def read_props(resolver: Resolver, value: Sequence[Said], path: Path) -> tuple[Prop, ...]:
    """Every prop of a list. Afterwards the resolver knows their grips: read the pose that reaches for them next."""
    resolver.grips.clear()
    found = []
    for index, entry in enumerate(value):
        prop = _prop(resolver, entry, (*path, index))
        found.append(prop)
        resolver.grips.update(held_by(prop))
    return tuple(found)


def held_by(prop: Prop) -> tuple[str, ...]:
    """The names of a prop's grips as places: "chair.back_r"."""
    return () if carried(prop) else tuple(f"{prop.type}.{grip}" for grip in GRIP_NAMES.get(prop.type, ()))


def _prop(resolver: Resolver, data: Said, at: Path) -> Prop:
    kind = data["type"]
    defaults, switches = PROP_KEYS[kind], PROP_SWITCHES.get(kind, {})
    given = {key: data[key] for key in defaults if key in data}
    numbers = {key: value for key, value in defaults.items() if value is not None} | given
    return Prop(
        kind,
        resolver.point(data["at"], (*at, "at")) if "at" in data and kind not in BETWEEN else None,
        numbers,
        {key: data.get(key, value) for key, value in switches.items()},
        _path(resolver, data, kind, at),
    )


def _path(resolver: Resolver, data: Said, kind: str, at: Path) -> tuple[Point, ...]:
    """From, by way of, to."""
    if kind not in MAY_RUN or "from" not in data:
        return ()
    by = [resolver.point(place, (*at, "by", i)) for i, place in enumerate(data.get("by", ()))]
    return (resolver.point(data["from"], (*at, "from")), *by, resolver.point(data["to"], (*at, "to")))
