"""A clinic's own picture files: SVG, PNG or JPEG, made as large as a place on the page allows."""

from __future__ import annotations

from pathlib import Path

from handout.drawing.change import fit, in_grey
from handout.drawing.shapes import Box, Picture
from handout.drawing.svg import load_svg
from handout.errors import DrawingError, Finding, Place


def load_picture(path: Path, box: Box, *, grey: bool = False) -> Picture:
    """The picture in a file, its proportions kept; `grey` for paper without colours.

    Raises `DrawingError` for a file that cannot be read, is of another kind, or is too coarse to print.
    """
    try:
        if path.suffix.lower() == ".svg":
            drawing = fit(load_svg(path), box.height, box.width)
            return in_grey(drawing) if grey else drawing
        data = path.read_bytes()
    except OSError as reason:
        what = f"{path.name} cannot be opened: {reason.strerror}"
        raise DrawingError(Finding(what, "Check the file and its rights.", Place(path.name))) from None
    from handout.drawing.raster import read_raster  # loads Pillow

    return read_raster(data, box, Place(path.name), grey=grey)
