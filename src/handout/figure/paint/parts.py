"""Parts: one fill each, with its outline, its surface for depth, and the fine lines that lie on it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.silhouette import softened, triangles_of, union_of, without_specks
from handout.figure.rotation import Array
from handout.figure.styles import RGB

# Rounding of silhouettes by kind; the trunk's closing makes the slopes of neck and armpit.
SOFTNESS = {"torso": 0.022, "hand": 0.0012, "foot": 0.0012, "head": 0.0}
LIMB_SOFTNESS = 0.004
# Outline width by kind, times the style's.
WEIGHT = {"ear": 0.62, "hand": 0.80, "foot": 0.85, "head": 0.85, "hair": 0.85, "hairback": 0.85, "bun": 0.85}


@dataclass(frozen=True, slots=True)
class Detail:
    """A fine mark on a part: a tapered line, or a filled spot.

    A line is as wide as `width` (body heights) or `share` of the thin pen, whichever is more.
    """

    line: LineString | None
    share: float = 1.0
    width: float = 0.0
    spot: Polygon | None = None
    tint: RGB | None = None  # None is the style's line colour


@dataclass(frozen=True, slots=True)
class FlatFace:
    """A flat face of a box, with its normal, or the cap of a roller."""

    shape: Polygon
    normal: Array | None


@dataclass(slots=True)
class PaintPart:
    """A paintable part. `kind` is its name without the side; a rigid part has faces and no shade."""

    name: str
    fill: str  # "skin", "hair" or a colour name of the style
    shape: BaseGeometry
    surface: Array  # triangles
    details: list[Detail] = field(default_factory=list)
    faces: list[FlatFace] = field(default_factory=list)
    rigid: bool = False
    weight: float = 1.0

    @property
    def kind(self) -> str:
        """The name without the side."""
        return self.name.split("_")[0]


def part_from(name: str, fill: str, lofts: list[Array], softness: float | None = None) -> PaintPart:
    """A part from its projected lofts."""
    kind = name.split("_")[0]
    radius = SOFTNESS.get(kind, LIMB_SOFTNESS) if softness is None else softness
    shape = without_specks(softened(union_of(lofts), radius))
    surface = np.concatenate([triangles_of(loft) for loft in lofts])
    return PaintPart(name, fill, shape, surface, weight=WEIGHT.get(kind, 1.0))
