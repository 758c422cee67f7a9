"""Fine lines of hands and feet: between fingers, knuckles, toes, and the sole line of a shoe."""

from __future__ import annotations

from shapely.geometry import Point

from handout.figure.body.feet import shoe_sole, toes_bent
from handout.figure.body.hands import Hand
from handout.figure.dress.sitter import Sitter
from handout.figure.paint.lines import lines_of
from handout.figure.paint.parts import Detail, PaintPart
from handout.figure.paint.silhouette import grown, union_of
from handout.figure.rotation import turned, vector

FINGER_FACING, TOE_FACING, KNUCKLE_FACING = 0.35, 0.15, 0.6
THUMB_BEFORE, THUMB_ROOT = 0.009, 0.0125
TOES = (0.0075, -0.0015, -0.0095, -0.0165)  # across the foot


def add_finger_lines(sitter: Sitter, part: PaintPart, hand: Hand, sign: float) -> None:
    """Lines between the fingers when palm or back faces the reader, and the thumb that lies before the hand."""
    _add_thumb(sitter, part, hand)
    towards = sitter.camera.towards(sitter.body.frames[part.name][:, 2]) * sign
    if abs(towards) < FINGER_FACING:
        return
    for a, b in zip(hand.tracks, hand.tracks[1:], strict=False):
        sitter.draw_on(part, ((a + b) / 2)[1:4], 0.62)
    if towards > KNUCKLE_FACING:
        across = sitter.body.frames[part.name][:, 0]
        along = sitter.body.frames[part.name][:, 1]
        for track in hand.tracks[:3]:
            root = track[0] + along * 0.004
            sitter.draw_on(
                part, [root + across * 0.0034, root + along * 0.0013, root - across * 0.0034], 0.62, 0.004
            )


def _add_thumb(sitter: Sitter, part: PaintPart, hand: Hand) -> None:
    """The thumb's own outline, where it comes nearer to the reader than the palm."""
    depth = sitter.camera.project(hand.thumb)[:, 2]
    palm = float(sitter.camera.project(sitter.body.joints[part.name])[2])
    if depth[1:].mean() < palm + THUMB_BEFORE:
        return
    outline = union_of([sitter.camera.project(piece) for piece in hand.pieces[-2:]]).boundary
    root = Point(sitter.camera.flat(hand.thumb[0])).buffer(THUMB_ROOT)
    seen = outline.intersection(grown(part.shape, -0.0022)).difference(root)
    part.details += [Detail(line, 0.62) for line in lines_of(seen) if line.length > 0.008]


def add_toe_lines(sitter: Sitter, part: PaintPart, sign: float) -> None:
    """Four lines between bare toes seen from above."""
    frame, ankle = sitter.body.frames[part.name], sitter.body.joints[f"ankle_{part.name[-1]}"]
    if sitter.camera.towards(frame[:, 1]) < TOE_FACING:
        return
    bent = sitter.body.toes[part.name[-1]]
    for m in TOES:
        back = abs(m - 0.0075)
        rows = ((0.090 - 0.4 * back, -0.0225), (0.101 - 0.4 * back, -0.0252), (0.1085 - 0.5 * back, -0.029))
        points = [ankle + turned(frame, toes_bent(vector(x, y, -sign * (m + 0.004)), bent)) for x, y in rows]
        sitter.draw_on(part, points, 0.62, least=0.006)


def add_sole_line(sitter: Sitter, part: PaintPart) -> None:
    """The upper edge of a shoe's rubber."""
    sole = union_of([sitter.camera.project(shoe_sole(sitter.body, part.name[-1]))])
    edge = sole.boundary.intersection(grown(part.shape, -0.0025))
    part.details += [Detail(line, 0.7) for line in lines_of(edge) if line.length > 0.02]
