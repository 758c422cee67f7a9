"""A drawing in other colours, or an icon or logo at another size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.drawing.shapes import Colour, Drawing, Picture, Shape


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


def in_grey(drawing: Drawing) -> Drawing:
    """Every colour as the grey of its luma (ITU-R BT.601, as Pillow's mode L has it)."""
    used = {colour for shape in drawing.shapes for colour in (shape.fill, shape.stroke) if colour}
    return recolour(drawing, {colour: _grey(colour) for colour in used})


def _grey(colour: Colour) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}" * 3


def fit(drawing: Drawing, height: float, max_width: float | None = None) -> Drawing:
    """An icon or logo at a height in points, or lower where it would be wider than `max_width`.

    Geometry and strokes are scaled alike. Not for figures: they are inked for one printed size.
    """
    factor = height / drawing.height
    if max_width is not None:
        factor = min(factor, max_width / drawing.width)
    shapes = tuple(scaled(shape, factor) for shape in drawing.shapes)
    return replace(drawing, width=drawing.width * factor, height=drawing.height * factor, shapes=shapes)


def resized(picture: Picture, height: float) -> Picture:
    """An icon or logo `height` pt high."""
    if isinstance(picture, Drawing):
        return fit(picture, height)
    return replace(picture, width=height / picture.height * picture.width, height=height)


def scaled(shape: Shape, factor: float) -> Shape:
    """The shape larger or smaller, its stroke alike."""
    return replace(
        shape,
        path=tuple((verb, tuple(value * factor for value in numbers)) for verb, numbers in shape.path),
        width=shape.width * factor,
        dash=tuple(length * factor for length in shape.dash),
    )


def mirrored(drawing: Drawing) -> Drawing:
    """A direction sign (a chevron, an arrow) for the other reading direction. Never for bodies or logos."""
    return replace(drawing, shapes=tuple(flipped(shape, drawing.width) for shape in drawing.shapes))


def flipped(shape: Shape, width: float) -> Shape:
    """The shape's mirror image in a box `width` wide."""
    return replace(shape, path=tuple((verb, _across(numbers, width)) for verb, numbers in shape.path))


def _across(numbers: tuple[float, ...], width: float) -> tuple[float, ...]:
    return tuple(value if index % 2 else width - value for index, value in enumerate(numbers))


def turned(shape: Shape) -> Shape:
    """The shape turned so that what pointed to the right points down."""
    return replace(shape, path=tuple((verb, _swapped(numbers)) for verb, numbers in shape.path))


def _swapped(numbers: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(numbers[index + 1 if index % 2 == 0 else index - 1] for index in range(len(numbers)))


def in_one_colour(shape: Shape, colour: Colour) -> Shape:
    """The shape in one colour, wherever it has any."""
    return replace(shape, fill=colour if shape.fill else None, stroke=colour if shape.stroke else None)
