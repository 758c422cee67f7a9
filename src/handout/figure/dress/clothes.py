"""Cloth: a few tapered folds on the surface where a garment is bent or twisted. Few and thin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely

from handout.figure.body.anatomy import LIMB, TORSO
from handout.figure.body.flesh import CLOTH_SHIRT, CLOTH_TROUSERS, Solids
from handout.figure.body.lofts import loft
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.lines import curve, lines_of
from handout.figure.paint.parts import Detail, PaintPart
from handout.figure.paint.silhouette import grown, hull_of, softened, triangles_of, union_of, without_specks
from handout.figure.rotation import SIDES, Array, angle_between, cosine_sine, turned, unit

LEAST_FACING, LEAST_LENGTH = 0.12, 0.018
# (fraction of the bone, angle round it: 0 front, 90 outward, 180 back)
KNEE_BACK_THIGH = ((0.955, 165), (0.92, 135), (0.90, 100))
KNEE_BACK_SHANK = ((0.05, 160), (0.085, 130), (0.10, 100))
HEM_FOLD = ((0.84, 150), (0.865, 110), (0.85, 75))
# A shirt that hangs: from, to (on the spine), angle round the body.
HANGING = (
    (0.046, 0.092, 58),
    (0.060, 0.094, 40),
    (0.044, 0.086, -62),
    (0.046, 0.090, 126),
    (0.046, 0.090, -130),
)
# Where a skirt's rings lie on thigh and shank, and how much wider it is than the leg.
SKIRT_THIGH, SKIRT_SHANK = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), (0.15, 0.3, 0.45, 0.6)
SKIRT_LOOSE, SKIRT_FLARE, SKIRT_POINTS = 0.008, 0.022, 24
# Under the bust: s on the spine and angle from the middle.
BUST_LINE = ((0.206, 20), (0.199, 33), (0.203, 47))
BUST_FACING = 0.45
Row = tuple[float, float]


def add_folds(sitter: Sitter, parts: dict[str, PaintPart]) -> None:
    """Folds of trousers, shirt and sleeves, as the pose asks for them."""
    for side, _ in SIDES:
        _leg_folds(sitter, parts, side)
        _sleeve_folds(sitter, parts, side)
    _trunk_folds(sitter, parts["torso"])
    if sitter.body.build.bust and sitter.camera.towards(sitter.body.frames["chest"][:, 0]) > BUST_FACING:
        for _, sign in SIDES:
            _on_trunk(sitter, parts["torso"], [(s, angle * sign) for s, angle in BUST_LINE], 0.05)


def _crease(sitter: Sitter, part: PaintPart, points: Array, normals: Array, least: float) -> None:
    if sitter.camera.project(normals)[:, 2].min() <= least:
        return
    line = curve(sitter.camera.flat(points))
    for piece in lines_of(line.intersection(grown(part.shape, -0.003))):
        if piece.length > LEAST_LENGTH:
            part.details.append(Detail(piece, 0.8))


def _on_limb(
    sitter: Sitter, part: PaintPart, bone: tuple[Array, Array], rows: Sequence[Row], cloth: float = CLOTH_TROUSERS
) -> None:
    kind = "upperarm" if part.kind == "sleeve" else part.kind
    side = part.name[-1]
    frame = sitter.body.frames[f"{kind}_{side}"]
    points, normals = [], []
    for t, angle in rows:
        width, front, back = LIMB[kind](t)[0] + cloth
        c, s = cosine_sine(angle)
        across = np.array(((front if c > 0 else back) * c, 0.0, width * s))
        points.append(bone[0] + (bone[1] - bone[0]) * t + turned(frame, across))
        normals.append(turned(frame, np.array((c, 0.0, s))))
    _crease(sitter, part, np.array(points), np.array(normals), LEAST_FACING)


def _leg_folds(sitter: Sitter, parts: dict[str, PaintPart], side: str) -> None:
    joints = sitter.body.joints
    hip, knee, ankle = (joints[f"{n}_{side}"] for n in ("hip", "knee", "ankle"))
    bend = angle_between(knee - hip, ankle - knee)
    thigh, shank = parts[f"thigh_{side}"], parts[f"shank_{side}"]
    for around in (1, -1):
        if 45 < bend < 140:
            _on_limb(sitter, thigh, (hip, knee), [(t, a * around) for t, a in KNEE_BACK_THIGH])
            _on_limb(sitter, shank, (knee, ankle), [(t, a * around) for t, a in KNEE_BACK_SHANK])
        if bend < 100:
            _on_limb(sitter, shank, (knee, ankle), [(t, a * around) for t, a in HEM_FOLD])


def _sleeve_folds(sitter: Sitter, parts: dict[str, PaintPart], side: str) -> None:
    """A raised arm pulls two folds from the armpit."""
    joints = sitter.body.joints
    shoulder, elbow = joints[f"shoulder_{side}"], joints[f"elbow_{side}"]
    if sitter.camera.towards(shoulder - sitter.body.spine.at(0.267)[0]) < -0.05:
        return  # a far sleeve shows only its inside, beside the face
    if angle_between(elbow - shoulder, -sitter.body.frames["chest"][:, 1]) < 55:
        return
    sign = 1.0 if side == "r" else -1.0
    for rows in (((0.16, -140), (0.24, -105), (0.33, -75)), ((0.16, -40), (0.25, -75), (0.34, -100))):
        _on_limb(sitter, parts[f"sleeve_{side}"], (shoulder, elbow), [(t, a * sign) for t, a in rows], 0.006)


def _on_trunk(sitter: Sitter, torso: PaintPart, rows: Sequence[Row], least: float = LEAST_FACING) -> None:
    points, normals = [], []
    for s, angle in rows:
        width, front, back = TORSO(s)[0] + CLOTH_SHIRT + 0.001
        centre, frame = sitter.body.spine.at(s)
        x, z = cosine_sine(angle)
        deep = front if x > 0 else back
        points.append(centre + turned(frame, np.array((deep * x, 0.0, width * z))))
        normals.append(unit(turned(frame, np.array((x / deep, 0.0, z / width)))))
    _crease(sitter, torso, np.array(points), np.array(normals), least)


def _trunk_folds(sitter: Sitter, torso: PaintPart) -> None:
    pose = sitter.body.pose
    twist = pose.lumbar.twist + pose.thoracic.twist
    flex = pose.lumbar.flex + pose.thoracic.flex
    if abs(twist) > 20:
        way = float(np.sign(twist))
        for s, angle in ((0.055, -62), (0.095, -30), (0.06, 118), (0.10, 150)):
            _on_trunk(sitter, torso, [(s + 0.085 * t, (angle + 62 * t) * way) for t in (0, 0.33, 0.67, 1)])
    elif flex > 30:
        for s in (0.085, 0.115):
            for m in (1, -1):
                _on_trunk(sitter, torso, [(s - 0.004, 35 * m), (s + 0.004, 55 * m), (s + 0.012, 82 * m)])
    elif flex < -25:
        for s in (0.075, 0.105):
            for m in (1, -1):
                _on_trunk(sitter, torso, [(s - 0.002, 152 * m), (s + 0.004, 128 * m), (s + 0.012, 100 * m)])
    elif not sitter.cropped:
        for low, high, angle in HANGING:
            _on_trunk(
                sitter, torso, [(low, angle), ((low + high) / 2, angle * 0.93), (high, angle * 0.84)], 0.4
            )


def skirt(sitter: Sitter, solids: Solids) -> PaintPart:
    """A skirt from the waist to below the knees: the cloth is drawn from one leg to the other."""
    rows = {side: _skirt_rings(sitter, side) for side, _ in SIDES}
    both = [np.concatenate((rows["r"][k], rows["l"][k])) for k in range(len(rows["r"]))]
    seen = [sitter.camera.project(ring) for ring in both]
    hulls = [hull_of(np.concatenate(pair)[:, :2]) for pair in pairwise(seen)]
    hips = union_of([sitter.camera.project(loft) for loft in solids["pelvis"]])
    surface = np.concatenate([triangles_of(sitter.camera.project(np.array(rings))) for rings in rows.values()])
    part = PaintPart("skirt", "skirt", without_specks(softened(shapely.union_all([hips, *hulls]), 0.008)), surface)
    for side, sign in SIDES:  # two folds from the hip
        ring = rows[side]
        for k in (3, 9):
            points = np.array([ring[row][(k if sign > 0 else -k) % SKIRT_POINTS] for row in (2, 5, 8)])
            sitter.draw_on(part, points, 0.7, least=0.03)
    return part


def _skirt_rings(sitter: Sitter, side: str) -> list[Array]:
    """Rings down the thigh and on down the shank, wider than the leg."""
    joints = sitter.body.joints
    places = (joints[f"hip_{side}"], joints[f"knee_{side}"], joints[f"ankle_{side}"])
    rings = []
    for bone, kind, rows in ((0, "thigh", SKIRT_THIGH), (1, "shank", SKIRT_SHANK)):
        a, b = places[bone], places[bone + 1]
        frame = sitter.body.frames[f"{kind}_{side}"]
        for t in rows:
            flare = SKIRT_FLARE * t if kind == "shank" else 0.0
            radius = LIMB[kind](t) * sitter.body.build.mass + SKIRT_LOOSE + flare
            rings.append(loft((a + (b - a) * t)[None], frame, radius, points=SKIRT_POINTS)[0])
    return rings
