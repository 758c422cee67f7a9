"""What moved between the frame where a movement begins and a later one, and how far that can be seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from handout.content import PLACE_NAMES
from handout.figure.arrows import DrawnArrow
from handout.figure.paint.silhouette import grown, hull_of
from handout.figure.rotation import Array, length, lengths
from handout.figure.scene import Scene
from handout.figure.seen.shares import GRID, above, areas, body_parts, face_shape, within_area

MOVES = 0.012  # a part that moved less than this (2 cm) stands still
WITH_THE_MOST = 0.5  # the moving part: what moved at least this share of what moved most
NEAR = 0.10  # round an arrow and the way beside it: where the eye compares two frames
REACHES = 0.24  # an arrow speaks of a place no farther from it than this
SLIP = 0.008  # an outline shifted by less (0.6 pt in print) looks the same
Regions = dict[str, BaseGeometry]

# The parts that show a place moving, by the place's name without its side.
_OF_PLACE = {
    "thigh shank": ("knee",), "shank foot": ("ankle", "heel", "toe"),
    "sleeve upperarm forearm": ("elbow",), "forearm hand": ("wrist", "hand", "fingertip"),
    "torso sleeve": ("shoulder", "trap", "blade"),
    "torso": ("chest", "upper_back", "mid_back", "nape", "neck_front", "neckside"),
    "pelvis torso": ("belly", "low_back", "waist", "pelvis", "seat", "hip"),
}  # fmt: skip
PARTS_OF = {place: tuple(parts.split()) for parts, places in _OF_PLACE.items() for place in places}
# What a part carries with it, so that it does not hide it.
CARRIES = {"head": ("hair", "hairback", "bun", "ear_r", "ear_l"), "upperarm": ("sleeve",), "foot": ("shank",)}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A place on the body that an arrow speaks of: its step on the page, and how near the arrow is to its way."""

    place: str
    step: Array
    apart: float

    @property
    def far(self) -> float:
        """How far it goes on the page."""
        return length(self.step)


@dataclass(frozen=True)
class Movement:
    """Two scenes of one person: where the movement begins, and the frame that is judged."""

    start: Scene
    end: Scene

    @cached_property
    def steps(self) -> dict[str, float]:
        """How far each part moved in the room, on average, body heights."""
        pairs = {name: (self.start.solids[name], self.end.solids[name]) for name in body_parts(self.end)}
        return {
            name: float(np.mean([lengths(b - a).mean() for a, b in zip(*pair, strict=True)]))
            for name, pair in pairs.items()
        }

    @cached_property
    def moving(self) -> tuple[str, ...]:
        """The parts that make the movement: those that an arrow speaks of, else those that go farthest."""
        carriers = [c.place for drawn in self.end.arrows if (c := self.carrier(drawn)) is not None]
        named = {part for place in carriers for part in _parts_of(place)}
        if not named:
            least = max(MOVES, max(self.steps.values()) * WITH_THE_MOST)
            named = {name for name, step in self.steps.items() if step >= least}
        return tuple(name for name in body_parts(self.end) if name in named and name != "neck")

    def places(self) -> dict[str, tuple[Array, Array]]:
        """Every named place on the page at the start and at the end, and of a prop what an arrow follows."""
        one, other = self.start, self.end
        followed = {drawn.arrow.follow or "" for drawn in other.arrows}
        return {
            name: (one.camera.flat(one.body.joints[name]), other.camera.flat(other.body.joints[name]))
            for name in sorted(PLACE_NAMES | (followed & one.body.joints.keys()))
            if not name.startswith("floor")
        }

    def carrier(self, drawn: DrawnArrow) -> Carrier | None:
        """The place that an arrow speaks of: near to it, and of those the one that goes farthest."""
        line = LineString(drawn.track)
        found: list[tuple[float, Carrier]] = []
        for name, (a, b) in self.places().items():
            apart = line.distance(LineString([a, b]) if length(b - a) > 1e-6 else Point(a))
            carrier = Carrier(name, b - a, float(apart))
            if apart <= REACHES or name == drawn.arrow.follow:
                found.append((round(carrier.far * (1.1 - apart / REACHES), 6), carrier))
        followed = [c for _, c in found if c.place == drawn.arrow.follow]
        return followed[0] if followed else max(found, key=lambda f: f[0])[1] if found else None

    def neighbourhood(self) -> BaseGeometry:
        """Where the eye compares: round the arrows and what they speak of, else round what moves."""
        shapes: list[BaseGeometry] = []
        for drawn in self.end.arrows:
            carrier = self.carrier(drawn)
            places = self.places()[carrier.place] if carrier else ()
            shapes.append(hull_of(np.vstack((drawn.track, *places))))
        if not shapes:
            shapes = [s.visible[n] for s in (self.start, self.end) for n in self.moving if n in s.visible]
        return grown(shapely.union_all(shapes), NEAR) if shapes else shapely.Polygon()

    def change(self) -> float:
        """The share of the body near the arrow that shows another part than before, 0 to 1."""
        near = self.neighbourhood()
        props = {(drawn.arrow.follow or "").partition(".")[0] for drawn in self.end.arrows}
        before, after = _regions(self.start, near, props), _regions(self.end, near, props)
        both = shapely.union_all([*before.values(), *after.values()], grid_size=GRID)
        other = sum(_beyond(one, two) + _beyond(two, one) for one, two in _pairs(before, after)) / 2
        return float(other / both.area) if both.area else 0.0


def _parts_of(place: str) -> tuple[str, ...]:
    if "." in place:  # of a prop: no part of the body
        return ()
    stem, _, side = place.rpartition("_")
    if side not in ("r", "l"):
        return PARTS_OF.get(place, ("head",))
    kinds = PARTS_OF.get(stem, ("head",))
    return tuple(kind if kind in ("torso", "pelvis", "head") else f"{kind}_{side}" for kind in kinds)


def with_carried(parts: Iterable[str]) -> tuple[str, ...]:
    """Parts, and what each carries with it: a head its hair, an arm its sleeve."""
    found: list[str] = []
    for name in parts:
        kind, _, side = name.partition("_")
        found += [name, *(one if kind == "head" else f"{one}_{side}" for one in CARRIES.get(kind, ()))]
    return tuple(found)


def _pairs(before: Regions, after: Regions) -> list[tuple[BaseGeometry, BaseGeometry]]:
    nothing = shapely.Polygon()
    return [(before.get(name, nothing), after.get(name, nothing)) for name in sorted(before.keys() | after.keys())]


def _beyond(shape: BaseGeometry, other: BaseGeometry) -> float:
    """The area of a shape that lies more than a hair's breadth outside another."""
    return float(shapely.difference(shape, grown(other, SLIP), grid_size=GRID).area)


def _regions(scene: Scene, near: BaseGeometry, props: Collection[str]) -> Regions:
    """What is seen of each part, and of the props of some types, within an area; the face apart from the head."""
    names = [*body_parts(scene), *(name for p in scene.props if p.prop.type in props for name in p.part_names)]
    shapes = {name: scene.visible[name] for name in names if name in scene.visible}
    face = face_shape(scene)
    rest = shapely.difference(areas(shapes["head"]), face, grid_size=GRID)
    shapes |= {"head": rest, "face": face}
    return {name: within_area(above(scene, shape), near) for name, shape in shapes.items()}
