"""The face: nose, eyes, brows, mouth, ears, lines of age; each drawn only where it faces the reader."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Polygon

from handout.figure.body.skull import ear_solid, nose_solid, skin
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.lines import curve
from handout.figure.paint.parts import Detail, PaintPart, part_from
from handout.figure.paint.silhouette import softened, triangles_of, union_of
from handout.figure.rotation import SIDES, Array, cosine_sine

FEATURE = 0.026  # line width, in head heights
DEEP, BOLD = 0.50, 1.35  # on skin darker than this grey, features are so much wider: seen also in a grey print
EYE_HEIGHT, EYE_ANGLE = 0.50, 33.0
# height above the chin and angle from the middle of the face
BROW = ((0.590, 14), (0.622, 27), (0.598, 43))
LID = ((0.515, 22), (0.538, 32), (0.520, 43))
MOUTH_HEIGHT, MOUTH_LIFT, MOUTH_ANGLE = 0.195, 0.028, 25.0
NOSE_WING = ((0.455, 0.47, 0.030), (0.485, 0.40, 0.035), (0.47, 0.345, 0.050), (0.44, 0.345, 0.02))
AGE_LINES = (
    ((0.34, 22), (0.27, 29), (0.20, 33)),  # from the nose to the mouth
    ((0.47, 50), (0.485, 58), (0.51, 63)),  # beside the eye
    ((0.70, -16), (0.708, 0), (0.70, 16)),  # forehead
)


def add_face(sitter: Sitter, head: PaintPart) -> None:
    """Nose into the outline, features on to the part."""
    nose = sitter.camera.project(nose_solid(sitter.body))
    head.shape = softened(union_of([nose]).union(head.shape), 0.0012)
    head.surface = np.concatenate((head.surface, triangles_of(nose)))
    bold = _boldness(sitter)
    width = FEATURE * bold * sitter.body.lengths["head"]
    for sign in (1.0, -1.0):
        _eye(sitter, head, sign, (width, bold))
    _mouth(sitter, head, (width, bold))
    _nose_wing(sitter, head, (width, bold))
    if sitter.person.age_lines:
        _age(sitter, head, width * 0.62)


def _flat(sitter: Sitter, y: Array, angle: Array, grow: float) -> tuple[Array, Array]:
    """Flat points on the skin, and how far each faces the reader."""
    points, normals = skin(sitter.body, y, angle, grow)
    return sitter.camera.flat(points), sitter.camera.project(normals)[:, 2]


def _boldness(sitter: Sitter) -> float:
    """How much wider the features are than on fair skin."""
    red, green, blue = sitter.skin_colour()
    return BOLD if 0.299 * red + 0.587 * green + 0.114 * blue < DEEP else 1.0


def _eye(sitter: Sitter, head: PaintPart, sign: float, pen: tuple[float, float]) -> None:
    width, bold = pen
    _, towards = _flat(sitter, np.array([EYE_HEIGHT]), np.array([EYE_ANGLE * sign]), 0.005)
    if towards[0] <= 0.10:
        return
    places, _ = _flat(sitter, np.array([0.472, 0.503, 0.472]), np.array([30.5, 30.5, 36.0]) * sign, 0.004)
    centre, up, side = places
    up, side = centre + (up - centre) * np.sqrt(bold), centre + (side - centre) * np.sqrt(bold)
    c, s = cosine_sine(np.linspace(0, 360, 14, endpoint=False)[:, None])
    head.details.append(
        Detail(None, spot=Polygon(centre + (up - centre) * s + (side - centre) * c))
    )
    for rows, share in ((BROW, 1.0), (LID, 0.62)):
        y, angle = np.array(rows).T
        points, _ = _flat(sitter, y, angle * sign, 0.006)
        head.details.append(Detail(curve(points), 0.75 * share * bold, width * share))


def _mouth(sitter: Sitter, head: PaintPart, pen: tuple[float, float]) -> None:
    angle = np.linspace(-MOUTH_ANGLE, MOUTH_ANGLE, 11)
    points, towards = _flat(sitter, MOUTH_HEIGHT + MOUTH_LIFT * (angle / MOUTH_ANGLE) ** 2, angle, 0.004)
    seen = points[towards > 0.02]
    if len(seen) > 3:
        head.details.append(Detail(curve(seen), 0.75 * pen[1], pen[0]))


def _nose_wing(sitter: Sitter, head: PaintPart, pen: tuple[float, float]) -> None:
    """Seen from the front, one line beside the nose."""
    forward = sitter.camera.project(sitter.body.frames["head"][:, 0])
    if forward[2] <= 0.55:
        return
    right = sitter.camera.project(sitter.body.frames["head"][:, 2])[0]
    sign = -1.0 if abs(forward[0]) < 0.15 or right * forward[0] <= 0 else 1.0
    points = np.array([sitter.body.on_head(x, y, z * sign) for x, y, z in NOSE_WING])
    head.details.append(Detail(curve(sitter.camera.flat(points)), 0.75 * pen[1], pen[0]))


def _age(sitter: Sitter, head: PaintPart, width: float) -> None:
    for index, rows in enumerate(AGE_LINES):
        y, angle = np.array(rows).T
        for sign in (1.0,) if index == 2 else (1.0, -1.0):
            points, towards = _flat(sitter, y, angle * sign, 0.003)
            if towards.min() > 0.25:
                head.details.append(Detail(curve(points), 0.6, width))


def add_ears(sitter: Sitter, parts: dict[str, PaintPart]) -> None:
    """Both ears, as far as they are not on the far side."""
    width = 0.020 * sitter.body.lengths["head"]
    for side, sign in SIDES:
        towards = sitter.camera.towards(sitter.body.frames["head"][:, 2]) * sign
        if towards <= -0.30:
            continue
        ear = part_from(f"ear_{side}", "skin", [sitter.camera.project(ear_solid(sitter.body, sign))], 0.0008)
        if towards > 0.25:
            fold = np.array(
                [
                    sitter.body.on_head(-0.028 + 0.024 * c, 0.45 + 0.05 * s, sign * 0.376)
                    for c, s in zip(*cosine_sine(np.linspace(132, -69, 8)), strict=True)
                ]
            )
            ear.details.append(Detail(curve(sitter.camera.flat(fold)), 0.6, width))
        parts[ear.name] = ear
