"""Shapes as operators of ReportLab's canvas, in their own coordinates: y downwards, the caller turns the axis over."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from handout.drawing import Shape
from handout.pdf.patches import Ink
from handout.pdf.syntax import EXACT, parts

_CAP = {"butt": 0, "round": 1, "square": 2}
_EVEN_ODD, _NON_ZERO = 0, 1  # ReportLab's names of the two ways to fill
_JOIN = {"miter": 0, "round": 1, "bevel": 2}
_ROUNDED = 1e-6
MANY = 100  # segments: worth a space of their own
# Steps a point: of what the engine inks, of ornaments, and of what a clinic drew (a third of a dot at 2400 dpi).
TENTHS, TWENTIETHS, HUNDREDTHS = 10, 20, 100


def steps_of(shapes: tuple[Shape, ...], finest: int) -> int:
    """Of how many steps a point the space is in which `shapes` are written: tenths where its places are whole numbers
    of them, else `finest`, because decimal points and zeros were a fifth of its bytes; 1 for a few lines."""
    if sum(len(shape.path) for shape in shapes) < MANY:
        return 1
    places = (TENTHS * one for shape in shapes for _, points in shape.path for one in points)
    return TENTHS if all(abs(one - round(one)) < _ROUNDED for one in places) else finest


def operators(shapes: Iterable[Shape | tuple[Shape, ...]], steps: int, *, inside: bool = False) -> bytes:
    """The operators that paint `shapes`, to stand between q and Q with the initial line style in a space of so many
    steps a point, or `inside` a form whose line style is any. A run of shapes is a form by itself: P1 is the first."""
    ink = Ink(inside=inside)
    runs = count(1)
    for shape in shapes:
        if isinstance(shape, tuple):
            ink.paint(f"P{next(runs)}")
            continue
        if shape.fill is None and shape.stroke is None:
            continue
        if shape.fill is not None:
            ink.use(ink.setFillColorRGB, *parts(shape.fill))
        if shape.stroke is not None:
            ink.use(ink.setStrokeColorRGB, *parts(shape.stroke))
            ink.use(ink.setLineWidth, round(shape.width * steps, EXACT))
            ink.use(ink.setLineCap, _CAP[shape.cap])
            ink.use(ink.setLineJoin, _JOIN[shape.join])
            ink.use(ink.setDash, tuple(round(length * steps, EXACT) for length in shape.dash))
        path = ink.beginPath()
        path.follow(shape.path, steps)
        mode = _EVEN_ODD if shape.even_odd else _NON_ZERO
        ink.drawPath(path, stroke=shape.stroke is not None, fill=shape.fill is not None, fillMode=mode)
    return ink.written()
