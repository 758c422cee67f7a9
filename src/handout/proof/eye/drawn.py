"""Does each figure on the page look like its drawing: the drawing is painted alone, by other software, and compared.

Painted with Pillow from the shapes of the drawing, never from the file. Two renderings of one drawing differ along its
edges only; another drawing, a drawing painted over or a blank one differs in whole patches.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from handout.drawing import Drawing, Shape
from handout.proof.eye.glass import SCALE, Glass, Placed
from handout.proof.eye.paths import RGB

FINE = 4  # times finer than the page, then averaged: edges as soft as a renderer's
PATCH = 6  # pixels of the page, 4 pt: what is compared as one
APART = 72  # of 255: how far a patch may differ; an edge that lies half a pixel off stays below
CURVE = 8  # straight pieces for a curve
_GREY = (0.299, 0.587, 0.114)

Point = tuple[float, float]


def differs(glass: Glass, placed: Placed, drawing: Drawing) -> bool:
    """Whether the page shows something else in the place of a drawing."""
    if not placed.upright:
        return True
    x0, _, _, y1 = glass.box
    left, upper = (placed.x - x0) * SCALE, (y1 - placed.y - drawing.height) * SCALE
    corner = int(left), int(upper)
    width, height = int(drawing.width * SCALE) + 2, int(drawing.height * SCALE) + 2
    shown = glass.ground.crop((*corner, corner[0] + width, corner[1] + height)).convert("L")
    asked = painted(drawing, (width, height), (left - corner[0], upper - corner[1]))
    return furthest(ImageChops.difference(shown, asked), PATCH) > APART


def furthest(apart: Image.Image, patch: int) -> int:
    """The mean of the patch that differs most; `patch` is its side in pixels."""
    size = max(apart.width // patch, 1), max(apart.height // patch, 1)
    return max(apart.resize(size, Image.Resampling.BOX).tobytes())


def painted(
    drawing: Drawing, size: tuple[int, int], shift: Point, factor: float = 1.0, paper: RGB | None = None
) -> Image.Image:
    """The drawing alone, its corner `shift` pixels from that of the picture and `factor` times its size: in colour on
    a paper of that colour, or in grey on white."""
    scale = SCALE * FINE * factor
    sheet = Image.new("RGB" if paper else "L", (size[0] * FINE, size[1] * FINE), paper or 255)
    origin = shift[0] * FINE, shift[1] * FINE
    for shape in drawing.shapes:
        rings = [[(origin[0] + x * scale, origin[1] + y * scale) for x, y in ring] for ring in _rings(shape)]
        _paint(sheet, shape, rings, scale)
    return sheet.resize(size, Image.Resampling.BOX)


def _paint(paper: Image.Image, shape: Shape, rings: list[list[Point]], scale: float) -> None:
    ink = _rgb if paper.mode == "RGB" else _grey
    if shape.fill:
        if len(rings) == 1:
            if len(rings[0]) > 2:
                ImageDraw.Draw(paper).polygon(rings[0], fill=ink(shape.fill))
        else:
            _fill(paper, rings, ink(shape.fill))
    if shape.stroke and shape.width:
        wide = max(round(shape.width * scale), 1)
        for ring in rings:
            for piece in _dashed(ring, [length * scale for length in shape.dash]):
                _line(paper, piece, wide, ink(shape.stroke), round_ends=shape.cap == "round")


def _line(paper: Image.Image, points: list[Point], wide: int, ink: int | RGB, *, round_ends: bool) -> None:
    pen = ImageDraw.Draw(paper)
    pen.line(points, fill=ink, width=wide, joint="curve")
    for x, y in (points[0], points[-1]) if round_ends else ():
        pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=ink)


def _fill(paper: Image.Image, rings: list[list[Point]], ink: int | RGB) -> None:
    """Rings within rings are holes."""
    mask = Image.new("1", paper.size)
    for ring in rings:
        if len(ring) > 2:
            one = Image.new("1", paper.size)
            ImageDraw.Draw(one).polygon(ring, fill=1)
            mask = ImageChops.logical_xor(mask, one)
    paper.paste(ink, mask=mask)


def _rings(shape: Shape) -> Iterator[list[Point]]:
    """Its subpaths as points; curves as short straight pieces."""
    ring: list[Point] = []
    for verb, values in shape.path:
        if verb == "M":
            if ring:
                yield ring
            ring = [(values[0], values[1])]
        elif verb == "L":
            ring.append((values[0], values[1]))
        elif verb == "C":
            ring.extend(_curve(ring[-1], values))
        else:
            ring.append(ring[0])
    if ring:
        yield ring


def _curve(start: Point, values: tuple[float, ...]) -> Iterator[Point]:
    for step in range(1, CURVE + 1):
        t = step / CURVE
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        yield (
            sum(w * x for w, x in zip(weights, (start[0], *values[::2]), strict=True)),
            sum(w * y for w, y in zip(weights, (start[1], *values[1::2]), strict=True)),
        )


def _dashed(ring: list[Point], dash: list[float]) -> Iterator[list[Point]]:
    """A line, or the pieces of it that a dash pattern leaves."""
    if not dash:
        yield ring
        return
    left, turn, piece = dash[0], 0, [ring[0]]
    for start, end in pairwise(ring):
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        done = 0.0
        while length - done > left:
            done += left
            point = start[0] + (end[0] - start[0]) * done / length, start[1] + (end[1] - start[1]) * done / length
            if turn % 2 == 0:
                yield [*piece, point]
            piece, turn = [point], turn + 1
            left = dash[turn % len(dash)]
        left -= length - done
        piece.append(end)
    if turn % 2 == 0 and len(piece) > 1:
        yield piece


def _rgb(colour: str) -> RGB:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _grey(colour: str) -> int:
    return round(sum(part * weight for part, weight in zip(_rgb(colour), _GREY, strict=True)))
