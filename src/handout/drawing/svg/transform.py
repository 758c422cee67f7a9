"""The `transform` attribute, and the map from the view box to points."""

from __future__ import annotations

import math
import re

from handout.drawing.svg.geometry import Affine
from handout.drawing.svg.paths import parse_numbers

_CALL = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)\s*,?\s*")


def parse_transform(text: str) -> Affine:
    """The map of a list of transforms, the last applied first. Raises `ValueError`."""
    result = Affine()
    at = 0
    while at < len(text.rstrip()):
        match = _CALL.match(text, at)
        if not match:
            raise ValueError(f"the transform {text!r} is not understood")
        result = result.after(_single(match.group(1), parse_numbers(match.group(2))))
        at = match.end()
    return result


def _single(name: str, n: tuple[float, ...]) -> Affine:
    match name, len(n):
        case "matrix", 6:
            return Affine(*n)
        case "translate", 1 | 2:
            return Affine(e=n[0], f=n[1] if len(n) == 2 else 0.0)
        case "scale", 1 | 2:
            return Affine(a=n[0], d=n[-1])
        case "rotate", 1 | 3:
            return _rotation(n[0], *n[1:])
        case "skewX", 1:
            return Affine(c=math.tan(math.radians(n[0])))
        case "skewY", 1:
            return Affine(b=math.tan(math.radians(n[0])))
    raise ValueError(f"the transform {name} with {len(n)} numbers is not understood")


def _rotation(degrees: float, x: float = 0.0, y: float = 0.0) -> Affine:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn = Affine(cos, sin, -sin, cos)
    return Affine(e=x, f=y).after(turn).after(Affine(e=-x, f=-y))
