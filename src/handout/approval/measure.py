"""A drawing in a few numbers that do not depend on how its paths are cut into pieces.

For each paint (fill, stroke, its width) the outline is taken as a wire: its length, its centre, its spread in both
directions and askew, and its third moments, which tell an arrow from its mirror image. A drawing whose numbers are
all within `TOLERANCE_PT` is the same to the eye: rounding and thinning of points stay far below it, and a limb or an
arrow that has moved does not.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence

from handout.drawing import Drawing, Picture, Shape

PREFIX = "drawing/"
TOLERANCE_PT = 0.25
STEPS = 8  # chords of a curve
Point = tuple[float, float]


def measured(picture: Picture) -> str:
    """The numbers of a drawing, points; of a photograph, its bytes by hash."""
    if not isinstance(picture, Drawing):
        return f"picture {hashlib.sha256(picture.data).hexdigest()}"
    wires: dict[str, list[tuple[Point, Point]]] = {}
    for shape in picture.shapes:
        wires.setdefault(_paint(shape), []).extend(_chords(shape))
    lines = [f"{paint} {' '.join(f'{value:.2f}' for value in _moments(wires[paint]))}" for paint in sorted(wires)]
    return "\n".join([f"box {picture.width:.2f} {picture.height:.2f}", *lines])


def nearly(one: str, other: str) -> bool:
    """Whether two measures are of drawings that look the same."""
    if one == other:
        return True
    pairs = [(a.split(" "), b.split(" ")) for a, b in zip(one.split("\n"), other.split("\n"), strict=False)]
    if one.count("\n") != other.count("\n") or any(len(a) != len(b) or a[0] != b[0] for a, b in pairs):
        return False
    return all(_close(a[1:], b[1:]) for a, b in pairs)


def _close(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of numbers are the same; the first of a paint is a length, and may differ by a hundredth."""
    try:
        values = [(float(a), float(b)) for a, b in zip(one, other, strict=True)]
    except ValueError:
        return one == other
    if len(values) == 2:  # a box
        return all(abs(a - b) <= TOLERANCE_PT for a, b in values)
    length = values[0]
    if abs(length[0] - length[1]) > max(TOLERANCE_PT * 4, 0.01 * length[0]):
        return False
    return all(abs(a - b) <= TOLERANCE_PT for a, b in values[1:])


def _paint(shape: Shape) -> str:
    return f"{shape.fill or 'none'}/{shape.stroke or 'none'}/{shape.width:.1f}"


def _chords(shape: Shape) -> Iterator[tuple[Point, Point]]:
    at = start = (0.0, 0.0)
    for verb, numbers in shape.path:
        if verb == "M":
            at = start = (numbers[0], numbers[1])
        elif verb == "L":
            yield at, (numbers[0], numbers[1])
            at = (numbers[0], numbers[1])
        elif verb == "C":
            for point in _curve(at, numbers):
                yield at, point
                at = point
        else:
            yield at, start
            at = start


def _curve(at: Point, numbers: Sequence[float]) -> Iterator[Point]:
    """Points along a cubic curve after its first (Bernstein's form)."""
    x1, y1, x2, y2, x3, y3 = numbers
    for step in range(1, STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * at[0] + b * x1 + c * x2 + d * x3, a * at[1] + b * y1 + c * y2 + d * y3


def _weighed(a: Point, b: Point) -> Iterator[tuple[float, float, float]]:
    """A chord as three weighted points: Simpson's rule, which is exact for moments up to the third."""
    length = math.dist(a, b)
    yield length / 6, *a
    yield length * 4 / 6, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    yield length / 6, *b


def _moments(chords: Sequence[tuple[Point, Point]]) -> tuple[float, ...]:
    """Length, centre, spread and signed roots of mixed and third moments of a wire, all in points."""
    parts = [point for a, b in chords for point in _weighed(a, b)]
    length = math.fsum(part[0] for part in parts)
    if length == 0:
        return (0.0,)

    def mean(values: Iterator[float]) -> float:
        return math.fsum(values) / length

    x, y = mean(w * px for w, px, _ in parts), mean(w * py for w, _, py in parts)
    xx = mean(w * (px - x) ** 2 for w, px, _ in parts)
    yy = mean(w * (py - y) ** 2 for w, _, py in parts)
    xy = mean(w * (px - x) * (py - y) for w, px, py in parts)
    xxx = mean(w * (px - x) ** 3 for w, px, _ in parts)
    yyy = mean(w * (py - y) ** 3 for w, _, py in parts)
    scale = max(math.sqrt(xx + yy), 1.0)  # divided by it, moments are points and change as smoothly as they do
    return length, x, y, math.sqrt(xx), math.sqrt(yy), xy / scale, xxx / scale**2, yyy / scale**2
