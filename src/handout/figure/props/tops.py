"""What a body can rest on: the upper faces of props, by their data alone. They need no camera: the solver asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handout.figure.body.room import Top
from handout.figure.body.skeleton import Skeleton
from handout.figure.props.grips import SEAT_BEHIND, stands
from handout.figure.rotation import vector
from handout.figure.storyboard.prop_types import Prop

# Along the prop's own front from, to; half its width; height.
Face = tuple[float, float, float, float]


def _seat(prop: Prop) -> tuple[Face, ...]:
    return ((-SEAT_BEHIND, prop.number("depth") - SEAT_BEHIND, prop.number("width"), prop.number("seat")),)


def _block(prop: Prop) -> tuple[Face, ...]:
    return ((0.0, prop.number("depth"), prop.number("width") / 2, prop.number("height")),)


def _bed(prop: Prop) -> tuple[Face, ...]:
    half = prop.number("length") / 2
    return ((-half, half, prop.number("width") / 2, prop.number("height")),)


def _steps(prop: Prop) -> tuple[Face, ...]:
    count, deep = max(1, round(prop.numbers.get("steps", 1.0))), prop.number("depth")
    half, rise = prop.number("width") / 2, prop.number("height")
    return tuple((k * deep, (k + 1) * deep, half, (k + 1) * rise) for k in range(count))


def _pad(prop: Prop) -> tuple[Face, ...]:
    """A pad's place is its middle: what it is lifted by is added to its height."""
    half = prop.number("length") / 2
    return ((-half, half, prop.number("width") / 2, prop.number("thick") / 2),)


_FACES: dict[str, Callable[[Prop], tuple[Face, ...]]] = {
    "chair": _seat, "wheelchair": _seat, "table": _block, "box": _block, "bed": _bed, "step": _steps, "stairs": _steps,
    "cushion": _pad, "towel": _pad,
}  # fmt: skip


def tops_of(props: Sequence[Prop], body: Skeleton) -> tuple[Top, ...]:
    """The upper faces of all props on which a body, a hand or a foot can rest."""
    found = []
    for prop in props:
        if prop.type not in _FACES or prop.path:
            continue
        frame, origin = stands(prop, body)
        lifted = body.point(prop.at)[1] if prop.at is not None and prop.type in ("cushion", "towel") else 0.0
        for x0, x1, half, height in _FACES[prop.type](prop):
            found.append(Top(frame, origin + vector(0, lifted + height, 0), (x0, x1), half))
    return tuple(found)
