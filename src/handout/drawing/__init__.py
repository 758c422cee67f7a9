"""Drawings: fills and strokes in a box; a subset of SVG in and out; rasters re-encoded.

In: SVG, PNG or JPEG. Out: `Drawing` or `Raster`. Knows nothing of figures, pages or PDF. PNG and JPEG are
read by `raster`, which alone loads Pillow, and QR codes made by `code`, which loads ReportLab.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.drawing.change import fit, flipped, in_one_colour, mirrored, recolour, resized, scaled, turned
from handout.drawing.files import load_picture
from handout.drawing.heights import in_every_height, name_at
from handout.drawing.shapes import Box, Colour, Drawing, Picture, Raster, Segment, Shape
from handout.drawing.svg import from_svg, load_svg, to_svg
from handout.drawing.svg.write import markup_of
from handout.lazy import attach

if TYPE_CHECKING:
    from handout.drawing.code import code_of

__all__ = [
    "Box", "Colour", "Drawing", "Picture", "Raster", "Segment", "Shape", "code_of", "fit", "flipped", "from_svg",
    "in_every_height", "in_one_colour", "load_picture", "load_svg", "markup_of", "mirrored", "name_at", "recolour",
    "resized", "scaled", "to_svg", "turned",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(__name__, {"code": "code_of"})
