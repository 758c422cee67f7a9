"""Shapes as operators of ReportLab's canvas, in their own coordinates: y downwards, the caller turns the axis over."""

from __future__ import annotations

from handout.drawing import Shape
from handout.pdf.patches import Ink
from handout.pdf.syntax import EXACT, parts

_CAP = {"butt": 0, "round": 1, "square": 2}
_EVEN_ODD, _NON_ZERO = 0, 1  # ReportLab's names of the two ways to fill
_JOIN = {"miter": 0, "round": 1, "bevel": 2}


def operators(shapes: tuple[Shape, ...]) -> bytes:
    """The operators that paint `shapes`, to stand between q and Q with the initial line style."""
    ink = Ink()
    for shape in shapes:
        if shape.fill is None and shape.stroke is None:
            continue
        if shape.fill is not None:
            ink.use(ink.setFillColorRGB, *parts(shape.fill))
        if shape.stroke is not None:
            ink.use(ink.setStrokeColorRGB, *parts(shape.stroke))
            ink.use(ink.setLineWidth, round(shape.width, EXACT))
            ink.use(ink.setLineCap, _CAP[shape.cap])
            ink.use(ink.setLineJoin, _JOIN[shape.join])
            ink.use(ink.setDash, shape.dash)
        path = ink.beginPath()
        path.follow(shape.path)
        mode = _EVEN_ODD if shape.even_odd else _NON_ZERO
        ink.drawPath(path, stroke=shape.stroke is not None, fill=shape.fill is not None, fillMode=mode)
    return ink.written()
