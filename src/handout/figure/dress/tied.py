"""What is tied or draped: a bun, a pony tail that hangs, a head scarf of cloth over neck and shoulders."""

from __future__ import annotations

import numpy as np

from handout.figure.body.flesh import drape_solid
from handout.figure.body.lofts import capsule, sphere
from handout.figure.body.skull import skin
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.lines import curve
from handout.figure.paint.parts import Detail, PaintPart, part_from
from handout.figure.rotation import Array, cosine_sine, turned, unit, vector

BUN = ((-0.30, 1.04), 0.170)
# A tail tied low behind the right ear: seen from the front it lies before the shoulder.
TIE, TIE_OUT = (-0.36, 0.36, 0.24), (-0.55, 0.15, 0.80)
TAIL_STEPS, TAIL_STEP, TAIL_FALL = 7, 0.105, 0.42  # how many, how long (head heights), how soon it hangs straight
TAIL_RADII = (0.060, 0.088, 0.104, 0.106, 0.098, 0.080, 0.054, 0.022)
# Folds of the scarf. On the head: heights and angles from brow to throat; below it: s on the spine, angle, distance.
HEAD_FOLDS = (
    ((0.86, 40), (0.66, 66), (0.42, 78), (0.18, 74)),
    ((0.80, 78), (0.58, 96), (0.34, 98), (0.10, 88)),
    ((0.88, -44), (0.68, -68), (0.44, -79), (0.20, -74)),
)
DRAPE_FOLDS = (
    ((0.345, -70, 0.050), (0.330, -30, 0.056), (0.318, 20, 0.062), (0.312, 80, 0.070)),
    ((0.322, -66, 0.066), (0.303, -24, 0.074), (0.290, 26, 0.082), (0.288, 84, 0.088)),
    ((0.296, -50, 0.086), (0.278, -10, 0.094), (0.268, 40, 0.096)),
)
FACING = 0.05


def add_tied(sitter: Sitter, parts: dict[str, PaintPart]) -> None:
    """A bun or a pony tail."""
    h = sitter.body.lengths["head"]
    if sitter.person.hair_style == "bun":
        (x, y), radius = BUN
        ball = sphere(sitter.body.on_head(x, y, 0), radius * h, points=28)
        parts["bun"] = part_from("bun", "hair", [sitter.camera.project(ball)], 0.0)
    elif sitter.person.hair_style == "pony":
        at = tail(sitter)
        pieces = [
            capsule(at[k], at[k + 1], TAIL_RADII[k] * h, TAIL_RADII[k + 1] * h) for k in range(len(at) - 1)
        ]
        parts["bun"] = part_from("bun", "hair", [sitter.camera.project(p) for p in pieces], 0.003)


def tail(sitter: Sitter) -> list[Array]:
    """The middle line of a pony tail: it leaves the head sideways and hangs down, never through the floor."""
    h = sitter.body.lengths["head"]
    way = unit(turned(sitter.body.frames["head"], vector(*TIE_OUT)))
    at = [sitter.body.on_head(*TIE)]
    for k in range(TAIL_STEPS):
        way = unit(way * (1 - TAIL_FALL) + vector(0.10, -1, 0) * TAIL_FALL)
        place = at[-1] + way * TAIL_STEP * h
        place[1] = max(place[1], TAIL_RADII[k + 1] * h)
        at.append(place)
    return at


def drape(sitter: Sitter) -> PaintPart:
    """The scarf below the chin, with its folds."""
    cloth = part_from("neck", "scarf", [sitter.camera.project(drape_solid(sitter.body))], 0.010)
    for rows in DRAPE_FOLDS:
        points, facing = [], []
        for s, angle, away in rows:
            centre, frame = sitter.body.spine.at(s)
            c, along = cosine_sine(angle)
            out = turned(frame, vector(float(c), 0.0, float(along)))
            points.append(centre + out * away)
            facing.append(sitter.camera.towards(out))
        seen = [p for p, f in zip(points, facing, strict=True) if f > FACING]
        if len(seen) > 2:
            sitter.draw_on(cloth, seen, 0.8, least=0.02)
    return cloth


def add_scarf_folds(sitter: Sitter, hood: PaintPart) -> None:
    """Soft folds from the brow round the face to the throat."""
    for rows in HEAD_FOLDS:
        y, angle = np.array(rows).T
        points, normals = skin(sitter.body, y, angle, 0.05)
        seen = sitter.camera.project(normals)[:, 2] > FACING
        if seen.sum() > 2:
            hood.details.append(Detail(curve(sitter.camera.flat(points[seen])), 0.7))
