"""Small shapes: rules, boxes, discs, chevrons, patterned bars. Units: points, y downwards."""

from __future__ import annotations

import math

import handout.drawing as drawn
from handout.drawing import Colour, Drawing, Segment, Shape

_KAPPA = 0.5523  # circle by four cubic curves


def rule(width: float, colour: Colour, weight: float, dash: tuple[float, ...] = ()) -> tuple[Shape, ...]:
    """A horizontal rule; its middle is at y 0. Round dots where the dash is 0 on."""
    path: tuple[Segment, ...] = (("M", (0, 0)), ("L", (width, 0)))
    cap = "round" if dash and dash[0] == 0 else "butt"
    return (Shape(path, stroke=colour, width=weight, cap=cap, dash=dash),)  # type: ignore[arg-type]


def upright(height: float, colour: Colour, weight: float) -> tuple[Shape, ...]:
    """A vertical rule; its middle is at x 0."""
    return (Shape((("M", (0, 0)), ("L", (0, height))), stroke=colour, width=weight, cap="butt"),)


def box(width: float, height: float, fill: Colour) -> tuple[Shape, ...]:
    """A filled rectangle."""
    return (Shape(_rectangle(0, 0, width, height), fill=fill),)


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    right, foot = x + width, y + height
    return (("M", (x, y)), ("L", (right, y)), ("L", (right, foot)), ("L", (x, foot)), ("Z", ()))


def rounded(
    width: float,
    height: float,
    radius: float,
    fill: Colour | None = None,
    stroke: tuple[Colour, float] | None = None,
) -> tuple[Shape, ...]:
    """A rectangle with round corners; a stroke lies inside its edge."""
    line = stroke[1] if stroke else 0.0
    path = _round(line / 2, line / 2, width - line, height - line, radius - line / 2)
    return (Shape(path, fill=fill, stroke=stroke[0] if stroke else None, width=line),)


def _round(x: float, y: float, width: float, height: float, radius: float) -> tuple[Segment, ...]:
    r, k = radius, radius * (1 - _KAPPA)
    right, foot = x + width, y + height
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, foot - r)),
        ("C", (right, foot - k, right - k, foot, right - r, foot)),
        ("L", (x + r, foot)),
        ("C", (x + k, foot, x, foot - k, x, foot - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def disc(diameter: float, fill: Colour) -> tuple[Shape, ...]:
    """A bullet."""
    return rounded(diameter, diameter, diameter / 2, fill)


def chevron(width: float, height: float, fill: Colour) -> tuple[Shape, ...]:
    """From start to end: points towards the end side."""
    thick = width * 0.38
    notch = width - thick
    middle = height / 2
    points = ((0, 0), (thick, 0), (width, middle), (thick, height), (0, height), (notch, middle))
    return (_polygon(points, fill),)


def _polygon(points: tuple[tuple[float, float], ...], fill: Colour) -> Shape:
    start, *rest = points
    return Shape((("M", start), *(("L", point) for point in rest), ("Z", ())), fill=fill)


def open_frame(
    width: float, height: float, radius: float, stroke: tuple[Colour, float], *, ends: tuple[bool, bool]
) -> tuple[Shape, ...]:
    """A stretch of a frame that goes on over a page, its corners in two chords each: `ends` says whether it has its
    head, and whether its foot. The stroke lies inside its edge."""
    colour, weight = stroke
    left, right, r = weight / 2, width - weight / 2, radius - weight / 2
    near = r * (1 - math.sqrt(0.5))  # from an edge to the middle of the arc
    paths: list[tuple[Segment, ...]] = []
    for there, edge, inward, far in ((ends[0], left, 1.0, height), (ends[1], height - left, -1.0, 0.0)):
        if there:
            start = [(left, far), (left, edge + inward * r), (left + near, edge + inward * near), (left + r, edge)]
            points = [*start, *((width - x, y) for x, y in reversed(start))]
            paths.append((("M", points[0]), *(("L", point) for point in points[1:])))
    if not paths:
        paths = [(("M", (x, 0.0)), ("L", (x, height))) for x in (left, right)]
    return tuple(Shape(path, stroke=colour, width=weight, cap="butt") for path in paths)


def dotted(width: float, height: float, pitch: float, diameter: float, fill: Colour) -> tuple[Shape, ...]:
    """A bar of dots, one under the other."""
    count = max(1, int(height / pitch))
    first = (height - (count - 1) * pitch) / 2
    shapes: list[Shape] = []
    for index in range(count):
        y = first + index * pitch
        path = _round((width - diameter) / 2, y - diameter / 2, diameter, diameter, diameter / 2)
        shapes.append(Shape(path, fill=fill))
    return tuple(shapes)


def striped(
    width: float, height: float, stripes: tuple[float, float], fills: tuple[Colour, Colour]
) -> tuple[Shape, ...]:
    """A bar of slanted stripes (45 degrees): `stripes` are their thicknesses, ink and ground."""
    ink, ground = fills
    rise = sum(stripes) * 2**0.5  # along the upright edge
    thick = stripes[0] * 2**0.5
    shapes = [*box(width, height, ground)]
    y = -width
    while y < height:
        shapes.extend(_stripe(y, thick, width, height, ink))
        y += rise
    return tuple(shapes)


def _stripe(y: float, thick: float, width: float, height: float, fill: Colour) -> list[Shape]:
    # The band between the lines through (0, y + width) and (0, y + width + thick), rising to the end side;
    # cut off at the bar's top and foot.
    points = [(0, y + width), (width, y), (width, y + thick), (0, y + width + thick)]
    cut = _above(_below(points, 0.0), height)
    return [_polygon(tuple(cut), fill)] if len(cut) > 2 else []


def _below(points: list[tuple[float, float]], limit: float) -> list[tuple[float, float]]:
    """The part of a convex polygon with y >= limit (Sutherland and Hodgman, 1974)."""
    out: list[tuple[float, float]] = []
    for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
        if ay >= limit:
            out.append((ax, ay))
        if (ay >= limit) != (by >= limit):
            t = (limit - ay) / (by - ay)
            out.append((ax + t * (bx - ax), limit))
    return out


def _above(points: list[tuple[float, float]], limit: float) -> list[tuple[float, float]]:
    turned = _below([(x, -y) for x, y in points], -limit)
    return [(x, -y) for x, y in turned]


def hatched(width: float, height: float, colour: Colour) -> tuple[Shape, ...]:
    """The swatch of a place that is right: a pill with slanted lines."""
    inner = Shape(_round(0.65, 0.65, width - 1.3, height - 1.3, height / 2 - 0.65), stroke=colour, width=1.3)
    lines: list[Shape] = []
    x = height / 2
    while x <= width - 1.5:
        drop = min(height - 2.6, x - height / 2 + 2.6)
        path: tuple[Segment, ...] = (("M", (x, 1.3)), ("L", (x - drop, 1.3 + drop)))
        lines.append(Shape(path, stroke=colour, width=1, cap="butt"))
        x += 3
    return (*lines, inner)


def cross(size: float, colour: Colour) -> tuple[Shape, ...]:
    """The mark of a place that is wrong."""
    low, high = size / 6, size * 5 / 6
    weight = size * 0.22
    return (
        Shape((("M", (low, low)), ("L", (high, high))), stroke=colour, width=weight),
        Shape((("M", (high, low)), ("L", (low, high))), stroke=colour, width=weight),
    )


def scaled(drawing: Drawing, size: float) -> tuple[Shape, ...]:
    """An icon's shapes, drawn `size` high. Icons are page ornament: they may be scaled, figures never."""
    return tuple(drawn.scaled(shape, size / drawing.height) for shape in drawing.shapes)


def recoloured(shapes: tuple[Shape, ...], colour: Colour) -> tuple[Shape, ...]:
    """An icon of one colour in another."""
    return tuple(drawn.in_one_colour(shape, colour) for shape in shapes)


def turned(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Shapes turned so that what pointed to the end side points down."""
    return tuple(drawn.turned(shape) for shape in shapes)
