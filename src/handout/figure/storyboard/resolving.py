"""What a picture's values mean together: names of poses, frames and grips, with a finding for each that is none.

The values themselves are right by their shapes (`handout.content.picture`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handout.content import AXES, PLACE_NAMES
from handout.errors import Finding, Place
from handout.figure.body.pose import Direction, Point, Vec

Path = tuple[str | int, ...]
Locate = Callable[[Path], Place]
UNIT_VECTORS: tuple[Vec, ...] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


@dataclass(slots=True)
class Resolver:
    """Points and directions out of values. `locate` gives a finding the place of the layer that wrote the value."""

    locate: Locate
    findings: list[Finding] = field(default_factory=list)
    grips: set[str] = field(default_factory=set)  # of the props so far, by their names as places

    def refuse(self, path: Path, what: str, hint: str) -> None:
        """One finding at a key path."""
        self.findings.append(Finding(what, hint, self.locate(path), ".".join(str(p) for p in path)))

    def place(self, name: str, path: Path) -> str | None:
        """A joint or place on the skin, or a grip of a prop that stands here."""
        plain = name.replace("*", "r")
        if plain in PLACE_NAMES or plain in self.grips:
            return name
        prop = name.partition(".")[0]
        self.refuse(path, f"there is no {prop} to hold here", f"Add a {prop} to the props that no hand carries.")
        return None

    def point(self, value: object, path: Path) -> Point:
        """[x, y, z], a name, or {ref, d, frame, floor}."""
        if isinstance(value, str):
            return Point(ref=self.place(value, path))
        if isinstance(value, Mapping):
            ref = self.place(value["ref"], (*path, "ref")) if "ref" in value else None
            return Point(value.get("d", (0.0, 0.0, 0.0)), ref, value.get("frame"), value.get("floor", False))
        return Point(vector_of(value))


def vector_of(value: object) -> Vec:
    """Three numbers, as their shape read them."""
    assert isinstance(value, tuple)
    return value[0], value[1], value[2]


def axis_of(value: object) -> Vec:
    """An axis by its name, or as three numbers."""
    return UNIT_VECTORS[AXES.index(value) % 3] if isinstance(value, str) else vector_of(value)


def direction_of(value: object) -> Direction:
    """[x, y, z] in the room, or {head|chest|pelvis: [x, y, z]}."""
    if isinstance(value, Mapping):
        ((frame, xyz),) = value.items()
        return Direction(xyz, frame)
    return Direction(vector_of(value))
