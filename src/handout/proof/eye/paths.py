"""The bare paths of a page, read with pdfium: what is painted in one space of its own is one ornament."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pypdfium2 import raw

RGB = tuple[int, int, int]
Point = tuple[float, float]
Points = tuple[Point, ...]
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class SeenStroke:
    """One path by the points of its segments, curves by their control points; pt from the page's lower left."""

    points: Points
    curved: bool
    rings: int  # subpaths


@dataclass(frozen=True, slots=True)
class Ornament:
    """Paths that were painted one after the other in a space of their own."""

    strokes: tuple[SeenStroke, ...]
    colour: RGB  # of the first of them

    @property
    def points(self) -> Points:
        """Those of all its strokes."""
        return tuple(point for stroke in self.strokes for point in stroke.points)

    @property
    def box(self) -> Box:
        """Where it stands."""
        return box_of(self.points)


def box_of(points: Sequence[Point]) -> Box:
    """Left, bottom, right and top of points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def ornaments_of(items: Iterable[object]) -> Iterator[Ornament]:
    """The ornaments of the path objects of one page, in the order of painting."""
    reader = _Reader()
    for _, group in groupby(((reader.space(item), item) for item in items), key=lambda pair: pair[0]):
        own = [*group]
        strokes = tuple(reader.stroke(item, space) for space, item in own)
        yield Ornament(strokes, reader.colour(own[0][1]))


class _Reader:
    """Asks pdfium; what it answers into is made once."""

    def __init__(self) -> None:
        self._matrix = raw.FS_MATRIX()
        self._at = ctypes.c_float(), ctypes.c_float()
        self._parts = tuple(ctypes.c_uint() for _ in range(4))
        self._ways = ctypes.c_int(), ctypes.c_int()

    def space(self, item: object) -> tuple[float, ...]:
        """The matrix from the path's space to the page's."""
        matrix = self._matrix
        raw.FPDFPageObj_GetMatrix(item, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def stroke(self, item: object, space: tuple[float, ...]) -> SeenStroke:
        """One path object."""
        a, b, c, d, e, f = space
        x, y = self._at
        points, curved, rings = [], False, 0
        for index in range(raw.FPDFPath_CountSegments(item)):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
            rings += kind == raw.FPDF_SEGMENT_MOVETO
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        return SeenStroke(tuple(points), curved, rings)

    def colour(self, item: object) -> RGB:
        """What a path is painted in: its fill, or its stroke where it has no fill."""
        mode, stroked = self._ways
        raw.FPDFPath_GetDrawMode(item, mode, stroked)
        ask = raw.FPDFPageObj_GetFillColor if mode.value else raw.FPDFPageObj_GetStrokeColor
        ask(item, *self._parts)
        red, green, blue, _ = (part.value for part in self._parts)
        return red, green, blue
