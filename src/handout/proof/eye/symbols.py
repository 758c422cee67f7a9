"""Drawings that stand on a page as ornaments: the warning symbols of the panel, icons, pictograms.

In the file they are bare paths. Their points say which drawing they are meant to be; then the drawing is painted
alone, by other software, and compared with what the page shows there, in its colours, or in the one that it has
been given. A path that is neither one of the drawings nor a plain shape (a rule, a box, a disc, a dot) is a drawing
that nobody asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from statistics import mode
from typing import cast

from PIL import Image, ImageChops

from handout.drawing import Drawing, Shape, in_one_colour, mirrored
from handout.proof.eye.drawn import cut, furthest, painted
from handout.proof.eye.glass import Glass
from handout.proof.eye.legible import contrast
from handout.proof.eye.paths import RGB, Box, Ornament, Point, Points, SeenStroke, box_of

NEAR = 0.1  # pt: how far a point may lie off: the file has twentieths
PLAIN = 8  # points of a straight-sided ring that is no drawing: a box, a chevron, a stripe
ROUND = 17  # points of a box with round corners, and of a disc
PATCH = 4  # pixels of the page that are compared as one: a symbol is small
# Of 255: how far a patch may differ. A symbol of a few strokes lies below 40 and above 60 with a stroke taken away; a
# small person of a hundred strokes lies below 80, and another one above 150.
APART_FEW, APART_MANY, MANY = 52, 110, 12
SEEN = 3.0  # contrast of a symbol given one colour with what is under it (WCAG 2.2, 1.4.11)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A drawing found on a page, and where: points from the page's lower left corner."""

    name: str
    left: float
    top: float
    factor: float  # of the drawing's own size
    mirrored: bool
    box: Box
    colour: RGB  # of its first path


class Atlas:
    """Drawings by name, to be found again by their points."""

    def __init__(self, drawings: Mapping[str, Drawing]) -> None:
        self.drawings = drawings
        self._by_lengths: dict[tuple[int, ...], list[tuple[str, tuple[Points, ...]]]] = {}
        for name, drawing in sorted(drawings.items()):
            points = tuple(_points(shape) for shape in drawing.shapes if shape.fill or shape.stroke)
            self._by_lengths.setdefault(tuple(map(len, points)), []).append((name, points))
        told = "".join(f"{name}\0{drawing.digest}\0" for name, drawing in sorted(drawings.items()))
        self.digest = hashlib.sha256(told.encode()).hexdigest()

    def find(self, ornament: Ornament) -> Symbol | None:
        """The drawing that an ornament's points are those of, moved or enlarged; else the one whose mirror image
        they are."""
        known = self._by_lengths.get(tuple(len(stroke.points) for stroke in ornament.strokes), ())
        fits = (_fitted(*one, ornament, turned=turned) for turned in (False, True) for one in known)
        return next(filter(None, fits), None)


def symbols_of(glass: Glass, atlas: Atlas) -> tuple[list[Symbol], int]:
    """The drawings of a page, and how many of its ornaments are neither one of them nor plain."""
    found: list[Symbol] = []
    strange = 0
    for ornament in glass.ornaments:
        one = atlas.find(ornament)
        if one is not None:
            found.append(one)
        elif not all(_is_plain(stroke) for stroke in ornament.strokes):
            strange += 1
    return found, strange


def _is_plain(stroke: SeenStroke) -> bool:
    if stroke.curved:
        return len(stroke.points) == ROUND and stroke.rings == 1
    return len(stroke.points) <= PLAIN * stroke.rings


def _points(shape: Shape) -> Points:
    """The points of a path as a reader has them: one that is closed ends where it began."""
    found: list[Point] = []
    start: Point
    for verb, values in shape.path:
        found += zip(values[::2], values[1::2], strict=True)
        if verb == "M":
            start = found[-1]
        elif verb == "Z" and found[-1] != start:
            found.append(start)
    return tuple(found)


def _fitted(name: str, points: tuple[Points, ...], ornament: Ornament, *, turned: bool) -> Symbol | None:
    """The place of a drawing where all points of an ornament are its own; None where they are not."""
    turn = -1 if turned else 1
    asked = [(turn * x, -y) for ring in points for x, y in ring]
    own, box = box_of(asked), ornament.box
    factor = _girth(box) / (_girth(own) or 1.0)
    dx, dy = box[0] - own[0] * factor, box[3] - own[3] * factor
    for (x, y), (u, v) in zip(asked, ornament.points, strict=True):
        if abs(x * factor + dx - u) > NEAR or abs(y * factor + dy - v) > NEAR:
            return None
    return Symbol(name, dx, dy, factor, turned, box, ornament.colour)


def _girth(box: Box) -> float:
    """Width and height together."""
    return box[2] - box[0] + box[3] - box[1]


def is_shown(glass: Glass, symbol: Symbol, drawing: Drawing) -> bool:
    """Whether the page shows the drawing in that place: in its own colours, or all in one that stands out."""
    turned = mirrored(drawing) if symbol.mirrored else drawing
    width, height = drawing.width * symbol.factor, drawing.height * symbol.factor
    page, shift = cut(glass, (symbol.left - width if symbol.mirrored else symbol.left, symbol.top), width, height)
    paper = _paper(page)
    ways = [turned]
    if contrast(symbol.colour, paper) >= SEEN:
        said = "#{:02x}{:02x}{:02x}".format(*symbol.colour)
        ways.append(replace(turned, shapes=tuple(in_one_colour(shape, said) for shape in turned.shapes)))
    most = APART_MANY if len(drawing.shapes) >= MANY else APART_FEW
    apart = (ImageChops.difference(page, painted(way, page.size, shift, symbol.factor, paper)) for way in ways)
    return any(max(furthest(band, PATCH) for band in one.split()) <= most for one in apart)


def _paper(page: Image.Image) -> RGB:
    """The colour of most of the edge of a cut-out."""
    wide, high = page.size
    edge = [(x, y) for x in range(wide) for y in (0, high - 1)] + [(x, y) for x in (0, wide - 1) for y in range(high)]
    return cast("RGB", mode(map(page.getpixel, edge)))
