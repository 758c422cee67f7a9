"""Fills and strokes in a box: the one type where figures, icons and logos meet the page.

Units are points, the origin is the top left corner, y grows downwards (as in SVG and in `layout`).
A drawing is made for one printed size and never scaled by layout, because strokes are in points.
"""

from __future__ import annotations

import hashlib
import marshal
from dataclasses import dataclass, field
from typing import Literal

MARSHAL = 2  # of marshal's forms the one that writes equal values as equal bytes
Colour = str  # "#rrggbb", lower case
Verb = Literal["M", "L", "C", "Z"]
Segment = tuple[Verb, tuple[float, ...]]  # M x y | L x y | C x1 y1 x2 y2 x y | Z; absolute


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled, stroked or both (fill first)."""

    path: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0  # stroke width, pt
    cap: Literal["butt", "round", "square"] = "round"
    join: Literal["miter", "round", "bevel"] = "round"
    dash: tuple[float, ...] = ()  # on, off, ... in pt
    even_odd: bool = False  # fill rule; False is non-zero


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes painted in order in a box of `width` x `height` pt."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""  # what it shows, in the language of the page; empty for decoration
    _digest: str = field(default="", init=False, compare=False, repr=False)

    @property
    def digest(self) -> str:
        """A hash of its content, made when it is first asked for: a figure has thousands of numbers."""
        if not self._digest:
            told = (self.width, self.height, self.alt, [_told(shape) for shape in self.shapes])
            object.__setattr__(self, "_digest", hashlib.sha256(marshal.dumps(told, MARSHAL)).hexdigest())
        return self._digest


def _told(shape: Shape) -> tuple[object, ...]:
    return (
        shape.path, shape.fill, shape.stroke, shape.width, shape.cap, shape.join, shape.dash, shape.even_odd,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Raster:
    """A clinic's own photograph, re-encoded: `data` is PNG or baseline JPEG bytes, placed at this size."""

    width: float
    height: float
    data: bytes
    pixels: tuple[int, int]
    alt: str = ""

    @property
    def digest(self) -> str:
        """A hash of its content."""
        told = (self.width, self.height, self.alt, self.pixels, self.data)
        return hashlib.sha256(marshal.dumps(told, MARSHAL)).hexdigest()


@dataclass(frozen=True, slots=True)
class Box:
    """The largest size a picture may have on the page, pt."""

    width: float
    height: float


Picture = Drawing | Raster
