"""A strict subset of SVG, in and out.

In: paths and basic shapes, groups with transforms, flat fills and strokes, one box. Everything else is a
finding that says to export the picture as PNG: what we cannot draw exactly we do not draw.
"""

from handout.drawing.svg.read import from_svg, load_svg
from handout.drawing.svg.write import to_svg

__all__ = ["from_svg", "load_svg", "to_svg"]
