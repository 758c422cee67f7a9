"""Does each figure on the page look like its drawing: the drawing is painted alone, by other software, and compared.

Painted with Pillow from the shapes of the drawing, never from the file. Two renderings of one drawing differ along its
edges only; another drawing, a drawing painted over or a blank one differs in whole patches.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from handout.drawing import Colour, Drawing, Shape
from handout.proof.eye.glass import SCALE, Glass, Placed
from handout.proof.eye.paths import RGB, Point

FINE = 4  # times finer than the page, then averaged: edges as soft as a renderer's
PATCH = 6  # pixels of the page, 4 pt: what is compared as one
APART = 72  # of 255: how far a patch may differ; an edge that lies half a pixel off stays below
CURVE = 32  # straight pieces for a curve: as long as a logo
BALANCE = 128  # of turns with and against the clock: an even number, far from both ends of a byte


def differs(glass: Glass, placed: Placed, drawing: Drawing) -> bool:
    """Whether the page shows something else in the place of a drawing."""
    if not placed.upright:
        return True
    shown, shift = cut(glass, (placed.x, placed.y + drawing.height), drawing.width, drawing.height)
    shown = shown.convert("L")
    return furthest(ImageChops.difference(shown, painted(drawing, shown.size, shift)), PATCH) > APART


def cut(glass: Glass, place: Point, width: float, height: float) -> tuple[Image.Image, Point]:
    """What a page shows, but for its words, in a box of points with its upper left corner in that place; and how many
    pixels of it lie before that corner."""
    left, upper = (place[0] - glass.box[0]) * SCALE, (glass.box[3] - place[1]) * SCALE
    x, y = int(left), int(upper)
    return glass.ground.crop((x, y, x + int(width * SCALE) + 2, y + int(height * SCALE) + 2)), (left - x, upper - y)


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
    sheet = Image.new("RGB" if paper else "L", (size[0] * FINE, size[1] * FINE), paper or "white")
    left, upper = shift[0] * FINE, shift[1] * FINE
    for shape in drawing.shapes:
        rings = [[(left + x * scale, upper + y * scale) for x, y in ring] for ring in _rings(shape)]
        _paint(sheet, shape, rings, scale)
    return sheet.resize(size, Image.Resampling.BOX)


def _paint(paper: Image.Image, shape: Shape, rings: list[list[Point]], scale: float) -> None:
    if shape.fill:
        _fill(paper, [ring for ring in rings if len(ring) > 2], shape.fill, even_odd=shape.even_odd)
    if shape.stroke and shape.width:
        wide = max(round(shape.width * scale), 1)
        for ring in rings:
            for piece in _dashed(ring, [length * scale for length in shape.dash]):
                _line(paper, piece, wide, shape.stroke, round_ends=shape.cap == "round")


def _line(paper: Image.Image, points: list[Point], wide: int, ink: Colour, *, round_ends: bool) -> None:
    pen = ImageDraw.Draw(paper)
    pen.line(points, fill=ink, width=wide, joint="curve")
    for x, y in (points[0], points[-1]) if round_ends else ():
        pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=ink)


def _fill(paper: Image.Image, rings: list[list[Point]], ink: Colour, *, even_odd: bool) -> None:
    """By the rule of the shape: where its rings go round in no balance, or an odd number of times."""
    if len(rings) == 1:  # most of them, without a mask of the whole paper
        ImageDraw.Draw(paper).polygon(rings[0], fill=ink)
        return
    turns = Image.new("L", paper.size, BALANCE)
    for ring in rings:
        one = Image.new("L", paper.size)
        ImageDraw.Draw(one).polygon(ring, fill=True)
        back = not even_odd and _goes_back(ring)
        turns = (ImageChops.subtract if back else ImageChops.add)(turns, one)
    inside = turns.point(lambda count: count % 2 if even_odd else count != BALANCE, "1")
    paper.paste(ink, mask=inside)


def _goes_back(ring: list[Point]) -> bool:
    """Whether it goes round against the clock, by the sign of its area."""
    x, y = ring[0]
    return sum((a - x) * (d - y) - (b - y) * (c - x) for (a, b), (c, d) in pairwise(ring)) < 0


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
    x0, y0, x1, y1, x2, y2, x3, y3 = *start, *values
    for step in range(1, CURVE + 1):
        t = step / CURVE
        u = 1 - t
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


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
    if turn % 2 == 0:
        yield piece
