"""Drawings: fills and strokes in a box; a subset of SVG in and out; rasters re-encoded.

In: SVG, PNG or JPEG. Out: `Drawing` or `Raster`. Knows nothing of figures, pages or PDF.
"""

from handout.drawing.shapes import Colour, Drawing, Picture, Raster, Segment, Shape

__all__ = ["Colour", "Drawing", "Picture", "Raster", "Segment", "Shape"]
