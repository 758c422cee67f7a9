"""A pose: anatomical angles and targets, as read from an exercise file. Left and right are the person's.

Angles in degrees, flexion positive, side bend and twist positive to the person's right, abduction away
from the midline. Lengths in body heights. z of a limb's vector points outward, so both sides share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Vec = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A point: `offset` from the named joint or anchor (from the origin without one)."""

    offset: Vec = (0.0, 0.0, 0.0)
    ref: str | None = None  # "knee_r"; "knee_*" is the limb's own side
    frame: str | None = None  # the body frame `offset` is given in: head, chest, pelvis
    floor: bool = False  # put the named point on the floor first


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction in the room, or in a body frame."""

    xyz: Vec
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class Bend:
    """Bend of one region of the spine, spread evenly over it; `glide` carries the head level to the front."""

    flex: float = 0.0
    side: float = 0.0
    twist: float = 0.0
    glide: float = 0.0  # of the head alone, body heights


@dataclass(frozen=True, slots=True)
class Root:
    """The pelvis in the room: pitch 90 lies on the back, -90 on the front."""

    pitch: float = 0.0
    roll: float = 0.0
    yaw: float = 0.0
    at: Vec = (0.0, 0.534, 0.0)


@dataclass(frozen=True, slots=True)
class Girdle:
    """A shoulder blade: raised, brought forward (degrees)."""

    elev: float = 0.0
    prot: float = 0.0


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm by angles, or by where its wrist (or palm) is."""

    flex: float = 4.0
    abd: float = 8.0
    rot: float = 0.0
    elbow: float = 10.0
    pron: float = 20.0
    wrist: float = 0.0
    dev: float = 0.0
    to: Point | None = None
    at: str = "wrist"
    dir: Direction | None = None  # where the fingers point
    palm: Direction = Direction((0.0, -1.0, 0.0))  # where the palm faces; used with `dir`
    pole: Direction = Direction((-1.0, -0.2, 0.3), "chest")  # where the elbow points
    grip: str = "relax"


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg by angles, or by where its ankle is."""

    flex: float = 0.0
    abd: float = 0.0
    rot: float = 5.0
    knee: float = 0.0
    ankle: float = 0.0
    toes: float = 0.0  # bent up from the sole
    to: Point | None = None
    foot: str = "free"  # or "flat": sole level
    toe: Direction | None = None  # where the toes point, sole level
    pole: Direction = Direction((1.0, 0.0, 0.0), "pelvis")  # where the knee points


@dataclass(frozen=True, slots=True)
class Drop:
    """Which part is set down, and how high: parts by group name, or one anchor."""

    part: str = "all"
    y: float = 0.0
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Pose:
    """One pose of the whole body; limb mappings have the keys "r" and "l"."""

    root: Root = Root()
    drop: Drop | None = Drop()
    lumbar: Bend = Bend()
    thoracic: Bend = Bend()
    neck: Bend = Bend()
    head: Bend = Bend()
    shoulders: Mapping[str, Girdle] = field(default_factory=lambda: {"r": Girdle(), "l": Girdle()})
    arms: Mapping[str, Arm] = field(default_factory=lambda: {"r": Arm(), "l": Arm()})
    legs: Mapping[str, Leg] = field(default_factory=lambda: {"r": Leg(), "l": Leg()})
    over: tuple[tuple[str, str], ...] = ()  # drawing order that overrides depth: (behind, in front)

    def bend(self, region: str) -> Bend:
        """The bend of a region by name: lumbar, thoracic, neck, head."""
        return {"lumbar": self.lumbar, "thoracic": self.thoracic, "neck": self.neck, "head": self.head}[
            region
        ]
