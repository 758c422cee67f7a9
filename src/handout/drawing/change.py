"""A drawing in other colours, or an icon or logo at another size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.drawing.shapes import Colour, Drawing, Shape


def recolour(drawing: Drawing, colours: Mapping[Colour, Colour]) -> Drawing:
    """Every fill and stroke that `colours` names, in its new colour."""
    shapes = tuple(
        replace(
            shape,
            fill=colours.get(shape.fill, shape.fill) if shape.fill else None,
            stroke=colours.get(shape.stroke, shape.stroke) if shape.stroke else None,
        )
        for shape in drawing.shapes
    )
    return replace(drawing, shapes=shapes)


def fit(drawing: Drawing, height: float, max_width: float | None = None) -> Drawing:
    """An icon or logo at a height in points, or lower where it would be wider than `max_width`.

    Geometry and strokes are scaled alike. Not for figures: they are inked for one printed size.
    """
    factor = height / drawing.height
    if max_width is not None:
        factor = min(factor, max_width / drawing.width)
    shapes = tuple(_scaled(shape, factor) for shape in drawing.shapes)
    return replace(drawing, width=drawing.width * factor, height=drawing.height * factor, shapes=shapes)


def _scaled(shape: Shape, factor: float) -> Shape:
    return replace(
        shape,
        path=tuple((verb, tuple(value * factor for value in numbers)) for verb, numbers in shape.path),
        width=shape.width * factor,
        dash=tuple(length * factor for length in shape.dash),
    )


def mirrored(drawing: Drawing) -> Drawing:
    """A direction sign (a chevron, an arrow) for the other reading direction. Never for bodies or logos."""
    shapes = tuple(
        replace(shape, path=tuple((verb, _flipped(numbers, drawing.width)) for verb, numbers in shape.path))
        for shape in drawing.shapes
    )
    return replace(drawing, shapes=shapes)


def _flipped(numbers: tuple[float, ...], width: float) -> tuple[float, ...]:
    return tuple(value if index % 2 else width - value for index, value in enumerate(numbers))
