"""Shapes as path operators, in their own coordinates: y downwards, the caller turns the axis over."""

from __future__ import annotations

from handout.drawing import Shape
from handout.pdf.syntax import colour, number, numbers

# Hundredths of a point: a third of a dot at 2400 dpi. One format a segment, because a figure has thousands.
_SEGMENT = {"M": b"%.2f %.2f m", "L": b"%.2f %.2f l", "C": b"%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": b"h"}
_CAP = {"butt": 0, "round": 1, "square": 2}
_JOIN = {"miter": 0, "round": 1, "bevel": 2}


def operators(shapes: tuple[Shape, ...]) -> bytes:
    """The operators that paint `shapes`, to stand between q and Q with the initial line style."""
    out: list[bytes] = []
    state: dict[str, bytes] = {"w": b"1", "J": b"0", "j": b"0", "d": b"[] 0"}

    def use(operator: str, operand: bytes) -> None:
        if state.get(operator) != operand:
            state[operator] = operand
            out.append(operand + b" " + operator.encode())

    for shape in shapes:
        if shape.fill is None and shape.stroke is None:
            continue
        if shape.fill is not None:
            use("rg", colour(shape.fill))
        if shape.stroke is not None:
            use("RG", colour(shape.stroke))
            use("w", number(shape.width))
            use("J", b"%d" % _CAP[shape.cap])
            use("j", b"%d" % _JOIN[shape.join])
            use("d", b"[" + numbers(*shape.dash) + b"] 0")
        out += [_SEGMENT[verb] % points for verb, points in shape.path]
        out.append(_paint(shape))
    return b"\n".join(out)


def _paint(shape: Shape) -> bytes:
    """The painting operator: fill first, then stroke."""
    if shape.fill is None:
        return b"S"
    return (b"B" if shape.stroke is not None else b"f") + (b"*" if shape.even_odd else b"")
