"""Reading values of plain data, collecting findings; a bad value yields its default and one finding."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from handout.errors import Finding, Place
from handout.figure.body.pose import Direction, Point, Vec
from handout.figure.body.solving import PLACE_NAMES
from handout.figure.props.grips import GRIP_NAMES

Path = tuple[str | int, ...]
Locate = Callable[[Path], Place]
_GRIPS = sorted(f"{prop}.{grip}" for prop, grips in GRIP_NAMES.items() for grip in grips)
FRAMES = ("head", "chest", "pelvis")
AXES: dict[str, Vec] = {
    "x": (1, 0, 0), "y": (0, 1, 0), "z": (0, 0, 1), "front": (1, 0, 0), "up": (0, 1, 0), "out": (0, 0, 1),
}  # fmt: skip


@dataclass(slots=True)
class Reader:
    """Typed values out of mappings. `paths` leads findings to the layer that wrote them."""

    locate: Locate
    findings: list[Finding] = field(default_factory=list)
    grips: set[str] = field(default_factory=set)  # of the props read so far, by their names as places

    def refuse(self, path: Path, what: str, hint: str) -> None:
        """One finding at a key path."""
        self.findings.append(Finding(what, hint, self.locate(path), ".".join(str(p) for p in path)))

    def mapping(self, value: object, path: Path) -> Mapping[str, object]:
        """A mapping, or an empty one and a finding."""
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self.refuse(
                path, f"{path[-1]} is not a mapping", "give keys and values, as in the README's pose table"
            )
        return {}

    def keys(self, value: Mapping[str, object], known: Collection[str], path: Path) -> None:
        """A finding for every key that is not known."""
        for key in value:
            if key not in known:
                near = difflib.get_close_matches(str(key), list(known), 1)
                hint = f"did you mean {near[0]}?" if near else f"use one of: {', '.join(sorted(known))}"
                self.refuse((*path, key), f"unknown key {key}", hint)

    def number(
        self, value: object, path: Path, default: float, least: float = -360.0, most: float = 360.0
    ) -> float:
        """A number within bounds."""
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(
                path, f"{path[-1]} is not a number: {value}", "give a number, degrees or body heights"
            )
            return default
        if not least <= value <= most:
            self.refuse(
                path, f"{path[-1]} {value:g} is outside {least:g} to {most:g}", "give a number in that range"
            )
            return default
        return float(value)

    def choice(self, value: object, path: Path, choices: Collection[str], default: str) -> str:
        """A word of a list."""
        if value is None:
            return default
        if value in choices:
            return str(value)
        near = difflib.get_close_matches(str(value), list(choices), 1)
        hint = f"did you mean {near[0]}?" if near else f"use one of: {', '.join(sorted(choices))}"
        self.refuse(path, f"{path[-1]} cannot be {value}", hint)
        return default

    def switch(self, value: object, path: Path, default: bool) -> bool:
        """true or false."""
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        self.refuse(path, f"{path[-1]} is true or false, not {value}", "write true or false")
        return default

    def vec(self, value: object, path: Path) -> Vec:
        """Three numbers."""
        listed = value if isinstance(value, list | tuple) and len(value) == 3 else ()
        if listed and all(isinstance(v, int | float) and not isinstance(v, bool) for v in listed):
            return (float(listed[0]), float(listed[1]), float(listed[2]))
        self.refuse(path, f"{path[-1]} is not three numbers", "write [front, up, outward]")
        return (0.0, 0.0, 0.0)

    def place(self, value: object, path: Path, own_side: bool) -> str | None:
        """A named joint or place on the skin; `*` stands for the limb's own side."""
        name = str(value)
        if name.replace("*", "r") in PLACE_NAMES and (own_side or "*" not in name):
            return name
        if name.replace("*", "r") in self.grips and (own_side or "*" not in name):
            return name
        if name.replace("*", "r") in _GRIPS:
            prop = name.partition(".")[0]
            self.refuse(path, f"there is no {prop} to hold here", f"add a {prop} to the props that no hand carries")
            return None
        near = difflib.get_close_matches(name, [*sorted(PLACE_NAMES), *_GRIPS], 1)
        self.refuse(
            path,
            f"no place on the body is called {name}",
            f"did you mean {near[0]}?" if near else "see the list of places in the README",
        )
        return None

    def point(self, value: object, path: Path, own_side: bool = False) -> Point:
        """[x, y, z], a name, or {ref, d, frame, floor}."""
        if isinstance(value, str):
            return Point(ref=self.place(value, path, own_side))
        if isinstance(value, Mapping):
            self.keys(value, ("ref", "d", "frame", "floor"), path)
            ref = self.place(value["ref"], (*path, "ref"), own_side) if "ref" in value else None
            offset = self.vec(value["d"], (*path, "d")) if "d" in value else (0.0, 0.0, 0.0)
            frame = (
                self.choice(value["frame"], (*path, "frame"), FRAMES, "chest") if "frame" in value else None
            )
            return Point(offset, ref, frame, self.switch(value.get("floor"), (*path, "floor"), False))
        return Point(self.vec(value, path))

    def direction(self, value: object, path: Path) -> Direction:
        """[x, y, z] in the room, or {head|chest|pelvis: [x, y, z]}."""
        if isinstance(value, Mapping):
            self.keys(value, FRAMES, path)
            for name in FRAMES:
                if name in value:
                    return self._nonzero(Direction(self.vec(value[name], (*path, name)), name), path)
        return self._nonzero(Direction(self.vec(value, path)), path)

    def _nonzero(self, direction: Direction, path: Path) -> Direction:
        if any(direction.xyz):
            return direction
        if not self.findings or self.findings[-1].where != self.locate(path):
            self.refuse(path, f"{path[-1]} points nowhere", "give a direction such as [1, 0, 0]")
        return Direction((1.0, 0.0, 0.0), direction.frame)
