"""Marks: what a scene is painted with before it is scaled to points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from handout.figure.styles import RGB


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled polygon."""

    shape: Polygon
    colour: RGB


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A stroked line; width in body heights."""

    line: LineString
    width: float
    colour: RGB
    dash: tuple[float, ...] = ()


Mark: TypeAlias = Fill | DrawnLine


def polygons_of(shape: BaseGeometry, least: float = 1e-7) -> list[Polygon]:
    """The polygons in any geometry that are larger than `least`."""
    if shape.is_empty:
        return []
    pieces = shape.geoms if isinstance(shape, BaseMultipartGeometry) else (shape,)
    return [p for p in pieces if isinstance(p, Polygon) and p.area > least]


def fills_of(shape: BaseGeometry, colour: RGB) -> list[Mark]:
    """One fill for every polygon."""
    return [Fill(p, colour) for p in polygons_of(shape)]
