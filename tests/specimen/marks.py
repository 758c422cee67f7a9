"""Letters and marks that touch another line, leave their box or cross a rule: read from the finished file with pdfium.

The outlines of glyphs are held against each other and against what is painted, by their boxes. Units: points, origin
at the lower left corner.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

APART = 3.0  # pt: baselines nearer than that are of one line, marks that are raised among them
TOUCH = 0.35  # pt: outlines of two lines that meet by no more are apart to the eye
EDGE = 0.3  # pt: how far an outline may stand over an edge
LEVEL = 0.01  # pt
WHITE = 255
SHORTEST = 6.0  # pt: shorter lines are parts of signs
NEAR = 60.0  # pt: lines further apart are not compared

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Mark:
    """One character as it is inked."""

    text: str
    baseline: float
    box: Box


@dataclass(frozen=True, slots=True)
class Fault:
    """What touches what, on which page."""

    page: int
    what: str
    by: float  # pt

    def __str__(self) -> str:
        return f"p{self.page}: {self.what} by {self.by:.1f} pt"


def faults_of(data: bytes) -> list[Fault]:
    """All of a file."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [fault for index in range(len(document)) for fault in _faults(document[index], index + 1)]
    finally:
        document.close()


def _faults(page: pypdfium2.PdfPage, number: int) -> Iterator[Fault]:
    lines = _lines(_marks(page))
    for above, below in _neighbours(lines):
        yield from _touching(above, below, number)
    painted = list(_painted(page))
    for line in lines:
        yield from _crossing(line, painted, number)


def _marks(page: pypdfium2.PdfPage) -> list[Mark]:
    words = page.get_textpage()
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = sides
    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[Mark] = []
    for index in range(raw.FPDFText_CountChars(words.raw)):
        if raw.FPDFText_IsGenerated(words.raw, index) or not raw.FPDFText_GetCharBox(words.raw, index, *sides):
            continue
        letter = chr(raw.FPDFText_GetUnicode(words.raw, index))
        if letter.isspace() or right.value - left.value < 0.05:
            continue
        raw.FPDFText_GetCharOrigin(words.raw, index, x, y)
        found.append(Mark(letter, y.value, (left.value, bottom.value, right.value, top.value)))
    words.close()
    return found


def _lines(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks by baseline, from the top of the page."""
    lines: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: -mark.baseline):
        if not lines or lines[-1][0].baseline - mark.baseline > APART:
            lines.append([])
        lines[-1].append(mark)
    return lines


def _neighbours(lines: Sequence[list[Mark]]) -> Iterator[tuple[list[Mark], list[Mark]]]:
    for index, above in enumerate(lines):
        for below in lines[index + 1 :]:
            if above[0].baseline - below[0].baseline > NEAR:
                break
            yield above, below


def _touching(above: Sequence[Mark], below: Sequence[Mark], page: int) -> Iterator[Fault]:
    """The deepest meeting of two lines."""
    lowest, highest = min(mark.box[1] for mark in above), max(mark.box[3] for mark in below)
    low = [mark for mark in above if mark.box[1] < highest - TOUCH]
    high = [mark for mark in below if mark.box[3] > lowest + TOUCH]
    meetings = [
        (other.box[3] - one.box[1], f"“{one.text}” meets “{other.text}” of the next line")
        for one in low
        for other in high
        if one.box[0] < other.box[2] and other.box[0] < one.box[2] and other.box[3] - one.box[1] > TOUCH
    ]
    if meetings:
        by, what = max(meetings)
        yield Fault(page, f"{what}, in “{_said(above)}” over “{_said(below)}”", by)


def _said(line: Sequence[Mark]) -> str:
    return "".join(mark.text for mark in sorted(line, key=lambda mark: mark.box[0]))[:24]


@dataclass(frozen=True, slots=True)
class Painted:
    """A path that is part of no picture: where it is, its level and upright lines, as thick as they are, and whether
    it is filled."""

    box: Box
    edges: tuple[Box, ...]
    filled: bool


def _painted(page: pypdfium2.PdfPage) -> Iterator[Painted]:
    """In the order in which it is painted. What is white on bare paper has no edges."""
    sides = [ctypes.c_float() for _ in range(4)]
    grounds: list[Box] = []
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetMarkedContentID(item) < 0:
            filled, half = _drawn(item)
            raw.FPDFPageObj_GetBounds(item, *sides)
            left, bottom, right, top = (side.value for side in sides)
            box = left, bottom, right, top
            bare = filled and not half and _is_white(item) and not any(_holds(under, box) for under in grounds)
            yield Painted(box, () if bare else tuple(_edges(item, half)), filled)
            grounds.extend([box] if filled else [])


def _edges(item: object, half: float) -> Iterator[Box]:
    for (x, y), (to_x, to_y) in _lines_of(item):
        level, upright = abs(y - to_y) < LEVEL, abs(x - to_x) < LEVEL
        if level != upright and abs(x - to_x) + abs(y - to_y) > SHORTEST:
            yield min(x, to_x) - half, min(y, to_y) - half, max(x, to_x) + half, max(y, to_y) + half


def _drawn(item: object) -> tuple[bool, float]:
    """Whether a path is filled, and half the thickness of its line."""
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    return bool(fill.value), width.value * _scale(item) / 2 if stroke.value else 0.0


def _is_white(item: object) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *colour)
    return all(part.value == WHITE for part in colour)


def _scale(item: object) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return float((matrix.a**2 + matrix.b**2) ** 0.5)


def _lines_of(item: object) -> Iterator[tuple[Point, Point]]:
    """The straight lines of a path, where they are on the page."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        a, b = x.value, y.value
        there = (matrix.a * a + matrix.c * b + matrix.e, matrix.b * a + matrix.d * b + matrix.f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = there
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield here, there
        here = there
        if raw.FPDFPathSegment_GetClose(segment):
            yield here, start
            here = start


def _crossing(line: Sequence[Mark], painted: Sequence[Painted], page: int) -> Iterator[Fault]:
    """Marks on the edge of a box, or on a rule; the worst of a line."""
    lowest, highest = min(mark.box[1] for mark in line), max(mark.box[3] for mark in line)
    near = [one for one in painted if one.box[1] - EDGE < highest and lowest < one.box[3] + EDGE]
    found = [(by, mark.text) for mark in line for by in _crossed(mark.box, near)]
    if found:
        by, letter = max(found)
        yield Fault(page, f"“{letter}” of “{_said(line)}” crosses an edge", by)


def _crossed(mark: Box, painted: Sequence[Painted]) -> Iterator[float]:
    """How far it stands over each edge that nothing painted later hides there."""
    for index, one in enumerate(painted):
        for edge in one.edges:
            by = _over(mark, edge)
            there = _shared(mark, edge)
            if by > EDGE and not any(later.filled and _holds(later.box, there) for later in painted[index + 1 :]):
                yield by


def _shared(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _holds(outer: Box, inner: Box) -> bool:
    return all(a <= b for a, b in zip(outer[:2], inner[:2], strict=True)) and all(
        a >= b for a, b in zip(outer[2:], inner[2:], strict=True)
    )


def _over(mark: Box, edge: Box) -> float:
    """How far a mark stands on both sides of an edge, or reaches into a rule."""
    if min(mark[2], edge[2]) - max(mark[0], edge[0]) <= EDGE and edge[2] - edge[0] > edge[3] - edge[1]:
        return 0.0
    if min(mark[3], edge[3]) - max(mark[1], edge[1]) <= EDGE and edge[2] - edge[0] < edge[3] - edge[1]:
        return 0.0
    if edge[2] - edge[0] > edge[3] - edge[1]:
        return min(edge[3] - mark[1], mark[3] - edge[1])
    return min(edge[2] - mark[0], mark[2] - edge[0])
