"""Hair: a shell grown from the skull above a hairline, by style. What is tied or draped: see `tied`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.body.skull import skin
from handout.figure.dress.sitter import Sitter
from handout.figure.dress.tied import add_scarf_folds, add_tied, drape
from handout.figure.paint.lines import curve, lines_of
from handout.figure.paint.marks import polygons_of
from handout.figure.paint.parts import Detail, PaintPart
from handout.figure.paint.silhouette import grown
from handout.figure.rotation import Array, cosine_sine
from handout.figure.styles import BLACK, WHITE, mix

COLUMNS, ROWS = 73, 9


@dataclass(frozen=True, slots=True)
class Cut:
    """A style: hairline height (chin 0 .. crown 1) by angle from the face, thickness, side parting."""

    hairline: tuple[tuple[float, float], ...]
    thick: float
    parting: float = 0.0
    hangs: bool = False  # below the ears, in front of the neck


_TIED = (
    (0, 0.845), (14, 0.835), (30, 0.80), (46, 0.745), (58, 0.655), (68, 0.59), (78, 0.50), (86, 0.46),
    (95, 0.54),
    (112, 0.52), (125, 0.34), (145, 0.22), (180, 0.20),
)  # fmt: skip
# Parted in the middle, falling to both sides of the face.
_FRINGE = (
    (0, 0.815), (8, 0.79), (18, 0.755), (30, 0.71), (42, 0.65), (52, 0.56), (60, 0.46), (68, 0.39),
    (76, 0.40),
    (86, 0.46), (95, 0.54), (112, 0.52), (125, 0.34), (145, 0.22), (180, 0.20),
)  # fmt: skip
CUTS: dict[str, Cut] = {
    "short": Cut((
        (0, 0.79), (14, 0.80), (28, 0.81), (40, 0.785), (50, 0.72), (58, 0.665), (70, 0.61), (78, 0.48),
        (88, 0.45),
        (95, 0.55), (108, 0.56), (120, 0.36), (140, 0.22), (180, 0.18),
    ), 0.060, 0.05),
    "crop": Cut((
        (0, 0.80), (20, 0.815), (36, 0.82), (46, 0.78), (52, 0.70), (64, 0.67), (76, 0.60), (84, 0.50),
        (92, 0.52),
        (108, 0.52), (125, 0.36), (140, 0.26), (180, 0.22),
    ), 0.022),
    "bob": Cut((
        (0, 0.82), (20, 0.80), (36, 0.74), (50, 0.64), (62, 0.54), (72, 0.44), (80, 0.33), (87, 0.20), (95, 0.10),
        (106, 0.05), (125, 0.03), (150, 0.05), (180, 0.06),
    ), 0.062, 0.05, True),
    "long": Cut((
        (0, 0.81), (20, 0.77), (38, 0.68), (52, 0.54), (64, 0.34), (76, 0.05), (90, -0.05), (110, -0.15),
        (140, -0.22), (180, -0.25),
    ), 0.055, 0.05, True),
    "bun": Cut(_TIED, 0.040),
    "pony": Cut(_FRINGE, 0.045),
    "curly": Cut((
        (0, 0.80), (25, 0.80), (45, 0.75), (60, 0.67), (74, 0.60), (84, 0.50), (95, 0.54), (110, 0.50),
        (125, 0.36),
        (145, 0.16), (180, 0.12),
    ), 0.115),
    "scarf": Cut((
        (0, 0.79), (20, 0.78), (36, 0.73), (50, 0.61), (58, 0.46), (62, 0.30), (63, 0.16), (66, 0.06), (78, 0.0),
        (100, -0.03), (140, -0.04), (180, -0.04),
    ), 0.050, 0.0, True),
}  # fmt: skip
# Strands: angle, from, to (heights), sweep in degrees.
STRANDS = (
    (-140, 0.45, 0.86, 25), (-112, 0.66, 0.90, 30), (-60, 0.80, 0.93, 40), (-20, 0.86, 0.97, 20),
    (22, 0.86, 0.97, 20), (62, 0.80, 0.93, 40), (112, 0.66, 0.90, 30), (140, 0.45, 0.86, 25),
)  # fmt: skip
# Hair combed up to a knot: from the hairline towards the crown.
COMBED = (
    (-150, 0.34, 0.80, 12), (-112, 0.60, 0.86, 20), (-72, 0.66, 0.90, 28), (-42, 0.80, 0.95, 30),
    (-14, 0.86, 0.97, 14),
    (14, 0.86, 0.97, 14), (42, 0.80, 0.95, 30), (72, 0.66, 0.90, 28), (112, 0.60, 0.86, 20),
    (150, 0.34, 0.80, 12),
)  # fmt: skip
# Parted hair combed down to the sides.
COMBED_DOWN = (
    (-112, 0.62, 0.88, 20), (-48, 0.70, 0.94, 34), (-24, 0.78, 0.95, 24), (20, 0.80, 0.95, 20),
    (46, 0.70, 0.94, 34),
    (112, 0.62, 0.88, 20),
)  # fmt: skip
def add_hair(sitter: Sitter, parts: dict[str, PaintPart]) -> None:
    """The hair in front of the head, the same behind it, and what is tied."""
    style = sitter.person.hair_style
    if style == "bald":
        return
    cut = CUTS[style]
    fill = "scarf" if style == "scarf" else "hair"
    shell = sitter.camera.project(_shell(sitter, cut))
    quads = _quads(shell)
    facing = _area(quads) < 0
    crown = Polygon(shell[:, -1, :2]).buffer(0)
    above = sitter.camera.towards(sitter.body.frames["head"][:, 1]) > 0
    seen = _joined(shell, facing, [crown] if above else [])
    front = _soft(seen)
    triangles = np.concatenate((quads[..., (0, 1, 2), :], quads[..., (0, 2, 3), :]))
    surface = triangles.reshape(-1, 3, 3)
    if front.area > 1e-5:
        hair = PaintPart("hair", fill, front, surface[np.tile(facing.ravel(), 2)], weight=0.85)
        if style == "curly":
            hair.shape = front.union(_scalloped(front).difference(parts["head"].shape))
        elif style not in ("crop", "scarf"):
            _strands(sitter, hair, cut)
        parts["hair"] = hair
    parts["hairback"] = PaintPart(
        "hairback", fill, _soft(_joined(shell, ~facing, [seen, crown])), surface, weight=0.85
    )
    if style == "scarf":
        parts["neck"] = drape(sitter)
        if "hair" in parts:
            add_scarf_folds(sitter, parts["hair"])
    add_tied(sitter, parts)


def hairline(cut: Cut, angle: Array) -> Array:
    """Height of the hairline at each angle, smoothed, with its parting."""
    table = np.array(cut.hairline)
    order = np.argsort(table[:, 0], kind="stable")
    line = np.interp(np.abs(angle), table[order, 0], table[order, 1])
    line = line - cut.parting * cosine_sine(angle * 2)[1] * (np.abs(angle) < 90)
    wide = np.concatenate((line[-4:-1], line, line[1:4]))
    smooth: Array = np.array([wide[k : k + len(line)] for k in range(1, 6)]).sum(axis=0) / 5
    return smooth


def _shell(sitter: Sitter, cut: Cut) -> Array:
    """Points (angle, from hairline to crown, 3)."""
    style = sitter.person.hair_style
    angle = np.linspace(-180, 180, COLUMNS)
    low = hairline(cut, angle)
    t = cosine_sine(np.linspace(0.0, 90.0, ROWS + 1))[1]  # close where the crown bends most
    grow = np.broadcast_to(
        cut.thick * (0.35 + 0.65 * cosine_sine(np.minimum(1, t * 2.2) * 90)[1]), (COLUMNS, ROWS + 1)
    )
    if style in ("bob", "long"):
        full = cut.thick * (0.55 + 0.6 * cosine_sine(180 * np.minimum(1, (1 - t) * 1.05))[1])
        grow = full * np.where(np.abs(angle) > 50, 1.0, 0.75)[:, None]
    elif style in ("short", "crop", "bun", "pony"):
        lift = {"short": 0.55, "crop": 0.3}.get(style, 0.25)
        grow = grow * (1.0 + lift * 4 * t * (1 - t) * (cosine_sine(angle)[0] * 0.5 + 0.5)[:, None])
    y = np.minimum(low[:, None] + (1.0 - low[:, None]) * t, 0.998)
    points, _ = skin(sitter.body, y.ravel(), np.repeat(angle, ROWS + 1), grow.ravel())
    return points.reshape(COLUMNS, ROWS + 1, 3)


def _quads(shell: Array) -> Array:
    """Facets (columns, rows, 4, 3)."""
    return np.stack((shell[:-1, :-1], shell[1:, :-1], shell[1:, 1:], shell[:-1, 1:]), axis=2)


def _area(quads: Array) -> Array:
    a, b = quads[..., 2, :] - quads[..., 0, :], quads[..., 3, :] - quads[..., 1, :]
    area: Array = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return area


def _joined(shell: Array, wanted: NDArray[np.bool_], others: list[BaseGeometry]) -> BaseGeometry:
    """One shape from the wanted facets, taken as strips that run from hairline to crown, and from others."""
    flat = shell[..., :2]
    outlines: list[Array] = []
    for column, row in enumerate(wanted):
        edges = np.flatnonzero(np.diff(np.concatenate(((0,), row.astype(np.int8), (0,)))))
        for low, high in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            outlines.append(np.vstack((flat[column, low : high + 1], flat[column + 1, low : high + 1][::-1])))
    pieces = list(others)
    strips = _polygons(outlines)
    valid = shapely.is_valid(strips)
    pieces += list(strips[valid])
    for index in np.flatnonzero(~valid):
        pieces += _facets(outlines[index])
    whole: BaseGeometry = shapely.union_all(pieces)
    return whole


def _soft(shape: BaseGeometry) -> BaseGeometry:
    """Hair without the corners of its facets."""
    return grown(grown(grown(shape.simplify(0.0002, preserve_topology=False), 0.0025), -0.0047), 0.0022)


def _polygons(outlines: list[Array]) -> NDArray[np.object_]:
    """Polygons of open outlines, made in one go."""
    if not outlines:
        return np.empty(0, dtype=object)
    lengths = [len(o) + 1 for o in outlines]
    points = np.vstack([part for o in outlines for part in (o, o[:1])])
    rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(outlines)), lengths))
    return np.atleast_1d(np.asarray(shapely.polygons(rings), dtype=object))


def _facets(outline: Array) -> list[BaseGeometry]:
    """The facets of a strip that folds over itself."""
    half = len(outline) // 2
    left, right = outline[:half], outline[half:][::-1]
    facets = [Polygon(np.vstack((left[k : k + 2], right[k : k + 2][::-1]))) for k in range(half - 1)]
    return [f for f in facets if f.is_valid and f.area > 1e-9]


def _scalloped(shape: BaseGeometry) -> BaseGeometry:
    """Curls: circles along the outline."""
    pieces = polygons_of(shape)
    edge = max(pieces, key=lambda p: p.area).exterior
    count = int(edge.length / 0.021)
    curls = [
        Point(edge.interpolate(i / count, normalized=True)).buffer(0.0125, quad_segs=6) for i in range(count)
    ]
    return shapely.union_all([shape.buffer(-0.006), *curls])


def _strands(sitter: Sitter, hair: PaintPart, cut: Cut) -> None:
    if not sitter.style.strands:
        return
    colour = sitter.hair_colour()
    tint = mix(colour, WHITE, 0.28) if sum(colour) / 3 < 0.35 else mix(colour, BLACK, 0.35)
    table = {"bun": COMBED, "pony": COMBED_DOWN}.get(sitter.person.hair_style, STRANDS)
    width = 0.024 * sitter.body.lengths["head"]
    inside = grown(hair.shape, -0.0015)
    t = np.linspace(0, 1, 6)
    for angle, low, high, sweep in table:
        start = max(0.25, low - 0.25) if cut.hangs else low
        at = angle - sweep * (t - 0.5) * np.sign(angle)
        points, normals = skin(sitter.body, start + (high - start) * t, at, cut.thick * 0.9)
        if sitter.camera.project(normals)[:, 2].min() > 0.12:
            line = curve(sitter.camera.flat(points)).intersection(inside)
            hair.details += [Detail(piece, 0.6, width, tint=tint) for piece in lines_of(line, 0.012)]
