"""Drawings: fills and strokes in a box; a subset of SVG in and out; rasters re-encoded.

In: SVG, PNG or JPEG. Out: `Drawing` or `Raster`. Knows nothing of figures, pages or PDF. PNG and JPEG are
read by `handout.drawing.raster`, which alone loads Pillow.
"""

from __future__ import annotations

from handout.drawing.change import fit, flipped, in_one_colour, mirrored, recolour, scaled, turned
from handout.drawing.files import load_picture
from handout.drawing.shapes import Box, Colour, Drawing, Picture, Raster, Segment, Shape
from handout.drawing.svg import from_svg, load_svg, to_svg
from handout.drawing.svg.write import markup_of

__all__ = [
    "Box", "Colour", "Drawing", "Picture", "Raster", "Segment", "Shape", "fit", "flipped", "from_svg",
    "in_one_colour", "load_picture", "load_svg", "markup_of", "mirrored", "recolour", "scaled",
    "to_svg", "turned",
]  # fmt: skip
