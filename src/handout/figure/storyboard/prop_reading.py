"""The props of a frame as typed `Prop`s: what stands in the room, and what runs from one place to another."""

from __future__ import annotations

from collections.abc import Mapping

from handout.figure.body.pose import Point
from handout.figure.props.grips import held_by
from handout.figure.props.spec import BETWEEN, MAY_PASS, MAY_RUN, PROP_KEYS, PROP_SWITCHES, Prop
from handout.figure.storyboard.reader import Path, Reader

Values = Mapping[str, object]
# Bounds of a number; the others are lengths.
BOUNDS: dict[str, tuple[float, float]] = {"turn": (-360, 360), "steps": (1, 12)}
LENGTH = (-3.0, 3.0)


def read_props(reader: Reader, value: object, path: Path) -> tuple[Prop, ...]:
    """Every prop of a list; unknown types, keys and numbers become findings under `path`.

    Afterwards the reader knows their grips: read the pose that reaches for them next.
    """
    found = []
    reader.grips.clear()
    for index, entry in enumerate(value if isinstance(value, list | tuple) else ()):
        prop = _prop(reader, reader.mapping(entry, (*path, index)), (*path, index))
        if prop is not None:
            found.append(prop)
            reader.grips.update(held_by(prop))
    return tuple(found)


def _prop(reader: Reader, data: Values, at: Path) -> Prop | None:
    kind = reader.choice(data.get("type"), (*at, "type"), PROP_KEYS, "")
    if not kind:
        if "type" not in data:
            reader.refuse(at, "a prop has no type", f"add type: {' | '.join(PROP_KEYS)}")
        return None
    defaults, switches = PROP_KEYS[kind], PROP_SWITCHES.get(kind, {})
    ends = ("from", "to") if kind in MAY_RUN else ()
    by = ("by",) if kind in MAY_PASS else ()
    places = ends if kind in BETWEEN else ("at", *ends)
    reader.keys(data, ("type", *places, *by, *defaults, *switches), at)
    numbers = {k: reader.number(data[k], (*at, k), 0.0, *BOUNDS.get(k, LENGTH)) for k in defaults if k in data}
    return Prop(
        kind,
        reader.point(data["at"], (*at, "at")) if "at" in data and kind not in BETWEEN else None,
        {k: v for k, v in defaults.items() if v is not None} | numbers,
        {k: reader.switch(data.get(k), (*at, k), v) for k, v in switches.items()},
        _path(reader, data, kind, at),
    )


def _path(reader: Reader, data: Values, kind: str, at: Path) -> tuple[Point, ...]:
    """From, by way of, to; both ends or neither."""
    given = [key for key in ("from", "to") if key in data]
    if kind not in MAY_RUN or (kind not in BETWEEN and not given):
        return ()
    if len(given) < 2:
        reader.refuse(at, f"a {kind} runs from one place to another", "give from: and to:, each a place")
        return (Point(), Point((0.0, 1.0, 0.0)))
    listed = data.get("by", ())
    listed = listed if isinstance(listed, list | tuple) and kind in MAY_PASS else ()
    by = [reader.point(place, (*at, "by", i)) for i, place in enumerate(listed)]
    return (reader.point(data["from"], (*at, "from")), *by, reader.point(data["to"], (*at, "to")))
