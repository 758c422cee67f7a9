"""Hair: a shell grown from the skull above a hairline, by style; a bun, a pony tail, a scarf."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.body.lofts import capsule, sphere
from handout.figure.body.skull import skin
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.lines import curve
from handout.figure.paint.marks import polygons_of
from handout.figure.paint.parts import Detail, Part, part_from
from handout.figure.paint.silhouette import grown
from handout.figure.rotation import Array
from handout.figure.styles import BLACK, WHITE, mix

COLUMNS, ROWS = 81, 10


@dataclass(frozen=True, slots=True)
class Cut:
    """A style: hairline height (chin 0 .. crown 1) by angle from the face, thickness, side parting."""

    hairline: tuple[tuple[float, float], ...]
    thick: float
    parting: float = 0.0
    hangs: bool = False  # below the ears, in front of the neck


_TIED = (
    (0, 0.80),
    (18, 0.795),
    (40, 0.745),
    (58, 0.665),
    (72, 0.57),
    (82, 0.49),
    (95, 0.55),
    (112, 0.52),
    (125, 0.34),
    (145, 0.22),
    (180, 0.20),
)
CUTS: dict[str, Cut] = {
    "short": Cut(((0, 0.77), (25, 0.785), (45, 0.75), (60, 0.66), (74, 0.60), (80, 0.47), (88, 0.46), (95, 0.56), (108, 0.56), (120, 0.36), (140, 0.22), (180, 0.18)), 0.045, 0.035),
    "crop": Cut(((0, 0.80), (25, 0.82), (45, 0.79), (60, 0.70), (78, 0.62), (86, 0.54), (95, 0.56), (110, 0.52), (125, 0.36), (140, 0.26), (180, 0.22)), 0.018, 0.02),
    "bob": Cut(((0, 0.80), (20, 0.77), (38, 0.68), (52, 0.54), (62, 0.36), (72, 0.14), (85, 0.08), (110, 0.05), (140, 0.05), (180, 0.05)), 0.055, 0.05, True),
    "long": Cut(((0, 0.81), (20, 0.77), (38, 0.68), (52, 0.54), (64, 0.34), (76, 0.05), (90, -0.05), (110, -0.15), (140, -0.22), (180, -0.25)), 0.055, 0.05, True),
    "bun": Cut(_TIED, 0.032, 0.03),
    "pony": Cut(_TIED, 0.032, 0.03),
    "curly": Cut(((0, 0.80), (25, 0.80), (45, 0.74), (60, 0.64), (74, 0.54), (84, 0.42), (95, 0.48), (110, 0.46), (125, 0.30), (145, 0.16), (180, 0.12)), 0.115),
    "scarf": Cut(((0, 0.74), (25, 0.74), (45, 0.66), (58, 0.50), (64, 0.30), (58, 0.12), (75, 0.02), (100, 0.0), (140, 0.0), (180, 0.0)), 0.05, 0.0, True),
}  # fmt: skip
# Strands: angle, from, to (heights), sweep in degrees.
STRANDS = (
    (-140, 0.45, 0.86, 25), (-112, 0.66, 0.90, 30), (-60, 0.80, 0.93, 40), (-20, 0.86, 0.97, 20),
    (22, 0.86, 0.97, 20), (62, 0.80, 0.93, 40), (112, 0.66, 0.90, 30), (140, 0.45, 0.86, 25),
)  # fmt: skip
BUN = ((-0.52, 0.72), 0.155)
TAIL = ((-0.46, 0.70), (-0.62, 0.62), (-0.66, 0.40), (-0.60, 0.12))
TAIL_RADII = ((0.07, 0.10), (0.10, 0.095), (0.095, 0.03))


def add_hair(sitter: Sitter, parts: dict[str, Part]) -> None:
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
    front = _joined(quads[facing], crown if above else None)
    surface = np.concatenate((quads[:, (0, 1, 2)], quads[:, (0, 2, 3)]))
    if front.area > 1e-5:
        hair = Part("hair", fill, front, surface[np.tile(facing, 2)], weight=0.85)
        if style == "curly":
            hair.shape = _scalloped(front)
        elif style not in ("crop", "scarf"):
            _strands(sitter, hair, cut)
        parts["hair"] = hair
    parts["hairback"] = Part("hairback", fill, _joined(quads, crown), surface, weight=0.85)
    if style == "scarf":
        parts["neck"].fill = fill
    _tied(sitter, parts)


def hairline(cut: Cut, angle: Array) -> Array:
    """Height of the hairline at each angle, smoothed, with its parting."""
    table = np.array(cut.hairline)
    order = np.argsort(table[:, 0], kind="stable")
    line = np.interp(np.abs(angle), table[order, 0], table[order, 1])
    line = line - cut.parting * np.sin(np.radians(angle * 2)) * (np.abs(angle) < 90)
    wide = np.concatenate((line[-4:-1], line, line[1:4]))
    smooth: Array = np.convolve(wide, np.ones(5) / 5, "same")[3:-3]
    return smooth


def _shell(sitter: Sitter, cut: Cut) -> Array:
    """Points (angle, from hairline to crown, 3)."""
    style = sitter.person.hair_style
    angle = np.linspace(-180, 180, COLUMNS)
    low = hairline(cut, angle)
    t = np.linspace(0, 1, ROWS + 1)
    grow = np.broadcast_to(
        cut.thick * (0.35 + 0.65 * np.sin(np.minimum(1, t * 2.2) * np.pi / 2)), (COLUMNS, ROWS + 1)
    )
    if style in ("bob", "long"):
        full = cut.thick * (0.55 + 0.6 * np.sin(np.pi * np.minimum(1, (1 - t) * 1.05)))
        grow = full * np.where(np.abs(angle) > 50, 1.0, 0.75)[:, None]
    elif style in ("short", "crop", "bun", "pony"):
        lift = 0.5 if style == "short" else 0.3
        grow = grow * (1.0 + lift * t * (np.cos(np.radians(angle)) * 0.5 + 0.5)[:, None])
    y = np.minimum(low[:, None] + (1.0 - low[:, None]) * t, 0.998)
    points, _ = skin(sitter.body, y.ravel(), np.repeat(angle, ROWS + 1), grow.ravel())
    return points.reshape(COLUMNS, ROWS + 1, 3)


def _quads(shell: Array) -> Array:
    return np.stack((shell[:-1, :-1], shell[1:, :-1], shell[1:, 1:], shell[:-1, 1:]), axis=2).reshape(
        -1, 4, 3
    )


def _area(quads: Array) -> Array:
    a, b = quads[:, 2] - quads[:, 0], quads[:, 3] - quads[:, 1]
    area: Array = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return area


def _joined(quads: Array, crown: BaseGeometry | None) -> BaseGeometry:
    """One soft shape from many facets."""
    shapes = shapely.polygons(quads[..., :2])
    shapes = shapes[shapely.is_valid(shapes) & (shapely.area(shapes) > 1e-9)]
    shapes = shapely.buffer(shapes, 0.0006, quad_segs=1, cap_style="square", join_style="mitre")
    pieces = list(shapes) + ([crown.buffer(0.0006)] if crown is not None and not crown.is_empty else [])
    whole = shapely.union_all(pieces).simplify(0.0002)
    return grown(grown(grown(whole, 0.0022), -0.0044), 0.0022)


def _scalloped(shape: BaseGeometry) -> BaseGeometry:
    """Curls: circles along the outline."""
    pieces = polygons_of(shape)
    edge = max(pieces, key=lambda p: p.area).exterior
    count = int(edge.length / 0.021)
    curls = [
        Point(edge.interpolate(i / count, normalized=True)).buffer(0.0125, quad_segs=6) for i in range(count)
    ]
    return shapely.union_all([shape.buffer(-0.006), *curls])


def _strands(sitter: Sitter, hair: Part, cut: Cut) -> None:
    colour = sitter.hair_colour()
    tint = mix(colour, WHITE, 0.28) if sum(colour) / 3 < 0.35 else mix(colour, BLACK, 0.35)
    back = -1.0 if sitter.person.hair_style in ("bun", "pony") else 1.0
    width = 0.024 * sitter.body.lengths["head"]
    t = np.linspace(0, 1, 6)
    for angle, low, high, sweep in STRANDS:
        start = max(0.25, low - 0.25) if cut.hangs else low
        at = angle - sweep * (t - 0.5) * np.sign(angle) * back
        points, normals = skin(sitter.body, start + (high - start) * t, at, cut.thick * 0.9)
        if sitter.camera.project(normals)[:, 2].min() > 0.15:
            hair.details.append(Detail(curve(sitter.camera.flat(points)), 0.6, width, tint=tint))


def _tied(sitter: Sitter, parts: dict[str, Part]) -> None:
    h = sitter.body.lengths["head"]
    if sitter.person.hair_style == "bun":
        (x, y), radius = BUN
        ball = sphere(sitter.body.on_head(x, y, 0), radius * h, points=28)
        parts["bun"] = part_from("bun", "hair", [sitter.camera.project(ball)], 0.0)
    elif sitter.person.hair_style == "pony":
        at = [sitter.body.on_head(x, y, 0) for x, y in TAIL]
        pieces = [capsule(at[i], at[i + 1], a * h, b * h) for i, (a, b) in enumerate(TAIL_RADII)]
        parts["bun"] = part_from("bun", "hair", [sitter.camera.project(p) for p in pieces], 0.003)
