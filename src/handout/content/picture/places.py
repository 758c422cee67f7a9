"""Shapes of places and directions in a picture file; values stay as written: a name, three numbers, or a table."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from handout.content.picture.words import AXES, FRAMES, GRIP_PLACES, PLACE_NAMES
from handout.source import (
    Bool,
    Choice,
    Findings,
    Json,
    Mapping,
    Node,
    NodeList,
    Number,
    Record,
    Scalar,
    ValueShape,
    find,
    join,
    kind_of,
    optional,
    values_only,
)

Vector = tuple[float, float, float]
FAR = 10.0  # body heights: nothing of a picture is further away


class Triple(ValueShape[Vector]):
    """Three numbers: to the front, up, outward; in body heights where it is a step."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> Vector | None:
        if not isinstance(node, NodeList) or len(node.items) != 3:
            what = f"three numbers are needed here, not {kind_of(node)}"
            find(findings, node.where, path, what, "Write [front, up, outward]: [0.1, 0.5, 0]")
            return None
        read = Number(-FAR, FAR).read
        numbers = [read(item, join(path, index), findings) for index, item in enumerate(node.items)]
        front, up, out = (float("nan") if one is None else one for one in numbers)
        return None if None in numbers else (front, up, out)

    def schema(self) -> Json:
        return {"type": "array", "items": Number(-FAR, FAR).schema(), "minItems": 3, "maxItems": 3}


@dataclass(frozen=True, slots=True)
class PlaceName(ValueShape[str]):
    """A place on the body, or a grip of a prop. `own_side`: `*` stands for the limb's own side; `more`: other names."""

    own_side: bool = False
    more: tuple[str, ...] = ()

    def read(self, node: Node, path: str, findings: Findings) -> str | None:
        name = node.text if isinstance(node, Scalar) else ""
        plain = name.replace("*", "r") if self.own_side else name
        if plain in PLACE_NAMES or plain in GRIP_PLACES or plain in self.more:
            return name
        near = get_close_matches(plain, sorted(PLACE_NAMES | GRIP_PLACES), 1)
        hint = f"Did you mean “{near[0]}”?" if near else "docs/poses.md lists the places."
        what = f"no place is called “{name}”" if name else f"a place is needed here, not {kind_of(node)}"
        find(findings, node.where, path, what, hint)
        return None

    def schema(self) -> Json:
        names = sorted(PLACE_NAMES | GRIP_PLACES)
        own = sorted({f"{name[:-1]}*" for name in names if name.endswith("_r")}) if self.own_side else []
        return {"type": "string", "enum": [*names, *own, *self.more]}


def _step(own_side: bool) -> Record[dict[str, object]]:
    return Record(
        values_only,
        (
            optional("ref", PlaceName(own_side), "the place it is a step from"),
            optional("d", Triple(), "the step"),
            optional("frame", Choice(FRAMES), "what the step turns with; without it, the room"),
            optional("floor", Bool(), "put the place on the floor first"),
        ),
    )


@dataclass(frozen=True, slots=True)
class PointShape(ValueShape[object]):
    """Where something is: three numbers in the room, a named place, or a step from one."""

    own_side: bool = False

    def read(self, node: Node, path: str, findings: Findings) -> object | None:
        if isinstance(node, Scalar):
            return PlaceName(self.own_side).read(node, path, findings)
        if isinstance(node, Mapping):
            return _step(self.own_side).read(node, path, findings)
        return Triple().read(node, path, findings)

    def schema(self) -> Json:
        return {"anyOf": [PlaceName(self.own_side).schema(), Triple().schema(), _step(self.own_side).schema()]}


class DirectionShape(ValueShape[object]):
    """Three numbers in the room, or under `head`, `chest` or `pelvis` what turns with it."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> object | None:
        framed = _FRAMED.read(node, path, findings) if isinstance(node, Mapping) else None
        plain = None if isinstance(node, Mapping) else Triple().read(node, path, findings)
        if framed is None and plain is None:
            return None
        given = list(framed.values()) if framed is not None else [plain]
        if len(given) != 1 or not given[0] or not any(given[0]):
            find(findings, node.where, path, "this points nowhere", "Write one direction, such as [1, 0, 0].")
            return None
        return plain if framed is None else framed

    def schema(self) -> Json:
        return {"anyOf": [Triple().schema(), {**_FRAMED.schema(), "minProperties": 1, "maxProperties": 1}]}


_FRAMED: Record[dict[str, Vector]] = Record(values_only, tuple(optional(name, Triple()) for name in FRAMES))


class AxisShape(ValueShape[object]):
    """An axis by its name, or three numbers."""

    __slots__ = ()

    def read(self, node: Node, path: str, findings: Findings) -> object | None:
        return (
            Choice(AXES).read(node, path, findings) if isinstance(node, Scalar) else Triple().read(node, path, findings)
        )

    def schema(self) -> Json:
        return {"anyOf": [Choice(AXES).schema(), Triple().schema()]}
