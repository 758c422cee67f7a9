"""Joints: where two parts of one garment melt into each other, so that no seam shows at a knee or elbow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.parts import PaintPart
from handout.figure.paint.silhouette import closed, grown, opened, without_specks
from handout.figure.rotation import SIDES, Array

EPSILON = 0.0006  # outlines are cut this far inside the part that covers them
TOLERANCE = 0.0018


@dataclass(frozen=True, slots=True)
class Joint:
    """Parts `a` and `b` melt within `radius` of `centre`; the inward corner is filled by `fillet`."""

    a: str
    b: str
    centre: tuple[float, float]
    radius: float
    fillet: float

    def other(self, name: str) -> str | None:
        """The mate of a part at this joint."""
        return self.b if name == self.a else self.a if name == self.b else None


# (a, b, joint, blend radius, fillet radius)
_TABLE = tuple(
    row
    for side, _ in SIDES
    for row in (
        ("torso", f"sleeve_{side}", f"shoulder_{side}", 0.056, 0.030),
        (f"upperarm_{side}", f"forearm_{side}", f"elbow_{side}", 0.033, 0.008),
        (f"sleeve_{side}", f"forearm_{side}", f"elbow_{side}", 0.038, 0.009),  # of long sleeves
        (f"forearm_{side}", f"hand_{side}", f"wrist_{side}", 0.024, 0.008),
        ("pelvis", f"thigh_{side}", f"hip_{side}", 0.085, 0.020),
        (f"thigh_{side}", f"shank_{side}", f"knee_{side}", 0.045, 0.014),
    )
)
# The neck into the head; a scarf's drape into its hood, at the throat and at the nape.
_NECK, _HOOD, _HOOD_BEHIND = (0.03, 0.01), (0.070, 0.003), (0.030, 0.020)
HOOD_FACING = 0.70
FACING = 0.80  # a head that faces the reader this much keeps the whole line of its jaw


def joints_of(body: Skeleton, camera: Camera) -> list[Joint]:
    """The joints of a body, seen from the camera. The neck melts into the head behind the jaw only."""

    def flat(point: Array) -> tuple[float, float]:
        x, y = camera.flat(point)
        return float(x), float(y)

    found = [Joint(a, b, flat(body.joints[at]), radius, fillet) for a, b, at, radius, fillet in _TABLE]
    hood = [Joint("neck", "hair", flat(body.on_head(-0.12, 0.02, 0)), *_HOOD)]
    facing = camera.towards(body.frames["head"][:, 0])
    if facing < HOOD_FACING:
        nape = flat(body.on_head(-0.36, -0.02, 0))
        hood += [Joint("neck", back, nape, *_HOOD_BEHIND) for back in ("hair", "hairback")]
    if facing > FACING:
        return [*found, *hood]
    return [*found, Joint("neck", "head", flat(body.on_head(-0.30, 0.12, 0)), *_NECK), *hood]


@dataclass(slots=True)
class Melt:
    """What the joints do to one part: fillets, where its outline is dropped, who its mates are."""

    shape: BaseGeometry
    dropped: BaseGeometry | None = None
    mates: list[BaseGeometry] = field(default_factory=list)
    kept: dict[str, BaseGeometry] = field(default_factory=dict)  # mate -> disc where its outline lives on


def melt(
    part: PaintPart, parts: Mapping[str, PaintPart], joints: Sequence[Joint], visible: Mapping[str, BaseGeometry]
) -> Melt:
    """Melt a part into those of its mates that are painted already (they are in `visible`)."""
    result = Melt(part.shape, mates=[part.shape])
    drops: list[BaseGeometry] = []
    for joint in joints:
        name = joint.other(part.name)
        mate = parts.get(name) if name else None
        if mate is None or mate.fill != part.fill:
            continue
        result.mates.append(mate.shape)
        if mate.name not in visible:
            continue
        disc = Point(joint.centre).buffer(joint.radius, quad_segs=10)
        result.shape = _filleted(result.shape, mate.shape, joint)
        near = visible[mate.name].intersection(disc.envelope)
        drops.append(disc.intersection(grown(near, TOLERANCE * 0.8)))
        result.kept[mate.name] = disc
    if drops:
        result.dropped = shapely.union_all(drops)
    return result


def _filleted(shape: BaseGeometry, mate: BaseGeometry, joint: Joint) -> BaseGeometry:
    """The shape with the inward corner to its mate filled."""
    reach = Point(joint.centre).buffer(joint.radius * 1.15 + joint.fillet * 0.5, quad_segs=6)
    window = reach.buffer(joint.fillet * 2.5, quad_segs=2).envelope
    local, other = shape.intersection(window), mate.intersection(window)
    both = local.union(other)
    rounded = closed(both, joint.fillet)
    patch = opened(rounded.difference(both).intersection(reach), EPSILON * 0.8)
    if patch.is_empty:
        return shape
    return without_specks(shape.union(grown(patch, EPSILON * 3).intersection(rounded)))
