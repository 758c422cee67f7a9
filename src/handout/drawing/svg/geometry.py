"""Affine maps, and circles and arcs as cubic curves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handout.drawing.shapes import Segment

KAPPA = 4 / 3 * (math.sqrt(2) - 1)  # control distance of a quarter circle of radius 1
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Affine:
    """x' = a x + c y + e, y' = b x + d y + f, as SVG's matrix(a b c d e f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, inner: Affine) -> Affine:
        """The map that applies `inner` first, then this one."""
        return Affine(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def point(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def path(self, segments: Iterable[Segment]) -> tuple[Segment, ...]:
        """Every point of a path mapped."""
        if self == _IDENTITY:
            return tuple(segments)
        return tuple(
            (verb, tuple(v for at in range(0, len(n), 2) for v in self.point(n[at], n[at + 1]))) for verb, n in segments
        )

    @property
    def scale(self) -> float:
        """How much a stroke's width grows."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def keeps_shape(self) -> bool:
        """True for turns, mirrors and even scaling: a stroke stays equally wide all round."""
        first, second = self.a**2 + self.b**2, self.c**2 + self.d**2
        across = abs(self.a * self.c + self.b * self.d)
        size = max(first, second, 1e-12)
        return abs(first - second) <= 0.01 * size and across <= 0.01 * size


_IDENTITY = Affine()


def ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """A whole ellipse, clockwise from its rightmost point, as SVG draws it."""
    kx, ky = KAPPA * rx, KAPPA * ry
    return (
        ("M", (cx + rx, cy)),
        ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
        ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
        ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
        ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
        ("Z", ()),
    )


def rectangle(x: float, y: float, width: float, height: float, radii: Point) -> tuple[Segment, ...]:
    """A rectangle, its corners rounded by rx and ry."""
    rx, ry = min(radii[0], width / 2), min(radii[1], height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return (
            ("M", (x, y)),
            ("L", (right, y)),
            ("L", (right, bottom)),
            ("L", (x, bottom)),
            ("Z", ()),
        )
    kx, ky = rx - KAPPA * rx, ry - KAPPA * ry
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("C", (right - kx, y, right, y + ky, right, y + ry)),
        ("L", (right, bottom - ry)),
        ("C", (right, bottom - ky, right - kx, bottom, right - rx, bottom)),
        ("L", (x + rx, bottom)),
        ("C", (x + kx, bottom, x, bottom - ky, x, bottom - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)),
        ("Z", ()),
    )


@dataclass(frozen=True, slots=True)
class EllipticalArc:
    """An elliptical arc between two points, by SVG's parameters; rotation in degrees."""

    start: Point
    rx: float
    ry: float
    rotation: float
    large: bool
    sweep: bool
    end: Point


def arc_curves(arc: EllipticalArc) -> Iterator[Segment]:
    """The arc as lines or curves of at most a quarter turn (SVG 1.1, appendix F.6)."""
    rx, ry = abs(arc.rx), abs(arc.ry)
    if arc.start == arc.end:
        return
    if not rx or not ry:
        yield "L", arc.end
        return
    phi = math.radians(arc.rotation)
    cos, sin = math.cos(phi), math.sin(phi)
    half_x, half_y = (arc.start[0] - arc.end[0]) / 2, (arc.start[1] - arc.end[1]) / 2
    x, y = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    rest = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    root = math.sqrt(max(0.0, rest / ((rx * y) ** 2 + (ry * x) ** 2)))
    root = -root if arc.large == arc.sweep else root
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    turn = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if arc.sweep and turn < 0:
        turn += 2 * math.pi
    elif not arc.sweep and turn > 0:
        turn -= 2 * math.pi
    centre_x = cos * cx - sin * cy + (arc.start[0] + arc.end[0]) / 2
    centre_y = sin * cx + cos * cy + (arc.start[1] + arc.end[1]) / 2
    place = Affine(cos * rx, sin * rx, -sin * ry, cos * ry, centre_x, centre_y)
    yield from place.path(_unit_arc(first, turn))


def _unit_arc(first: float, turn: float) -> Iterator[Segment]:
    """Curves along the unit circle from the angle `first` by `turn`, in radians."""
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        yield (
            "C",
            (
                math.cos(a) - reach * math.sin(a),
                math.sin(a) + reach * math.cos(a),
                math.cos(b) + reach * math.sin(b),
                math.sin(b) - reach * math.cos(b),
                math.cos(b),
                math.sin(b),
            ),
        )


def hull(path: Iterable[Segment]) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom of a path and its control points: never smaller than its bounds."""
    numbers = [numbers for _, numbers in path if numbers]
    if not numbers:
        return None
    xs = [x for n in numbers for x in n[::2]]
    ys = [y for n in numbers for y in n[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def bounds(path: Iterable[Segment]) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom of a path, curves sampled; None for no points."""
    points: list[Point] = []
    for verb, n in path:
        if verb == "C" and points:
            points += _along((*points[-1], *n))
        elif n:
            points.append((n[0], n[1]))
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _along(curve: tuple[float, ...]) -> Iterator[Point]:
    for step in range(1, 17):
        t = step / 16
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        yield (
            sum(weight * curve[2 * index] for index, weight in enumerate(weights)),
            sum(weight * curve[2 * index + 1] for index, weight in enumerate(weights)),
        )
