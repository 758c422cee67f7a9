"""Safe-zone insets: the back, with a hatched band where the roller or ball may go and crosses where never.

The bands follow the words of the exercises: a roller lies across the shoulder blades only; a ball runs in a
strip beside the spine, 3 to 5 cm from its middle at the nearest edge, level with the shoulder blades.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from handout.figure.body.pose import Arm, Leg, Pose
from handout.figure.paint.lines import lines_of
from handout.figure.paint.marks import DrawnLine, Fill, Mark, fills_of
from handout.figure.scene import Scene
from handout.figure.storyboard.board import Crop, Frame, Storyboard
from handout.figure.styles import WHITE, Pen, Style, rgb
from handout.figure.view import View

ZONE = "zone"  # the frame id of an inset
SHARE = 0.9  # of the height of the frames
_ARM = Arm(abd=10, flex=4, elbow=12)
_LEG = Leg(abd=3, knee=3)
# Strokes in points.
EDGE_PT, HATCH_PT, HATCH_PITCH_PT, CROSS_PT, CROSS_HALO_PT, SPINE_PT = 1.4, 0.9, 2.9, 3.2, 6.2, 1.7
CROSS_ARM_PT = 6.0
CROSS_MOST = 0.026  # of a body height: half a cross, so that in a small picture no two crosses touch
NECK_S, LOW_S, SPINE_LOW_S, SPINE_HIGH_S = 0.345, 0.085, 0.115, 0.315
BLADES_LOW_S, BLADES_HIGH_S = 0.185, 0.272
ROLLER_HALF = 0.086
STRIP_NEAR, STRIP_FAR = 0.018, 0.048  # 3 and 8 cm from the spine of a person of 1.70 m: as wide as the ball
RIBS_S, RIBS_ASIDE = 0.165, 0.072
BALL_S, BALL_RADIUS = 0.235, 0.0145


@dataclass(frozen=True, slots=True)
class Places:
    """Flat places on the back seen from behind."""

    scene: Scene

    def at(self, s: float, aside: float = 0.0) -> tuple[float, float]:
        """A place on the back at s along the spine."""
        centre, frame = self.scene.body.spine.at(s)
        x, y = self.scene.camera.flat(centre + frame[:, 0] * -0.06 + frame[:, 2] * aside)
        return float(x), float(y)


def inset_board(board: Storyboard) -> Storyboard:
    """The back view for an inset: standing, cut at the waist."""
    pose = Pose(arms={"r": _ARM, "l": _ARM}, legs={"r": _LEG, "l": _LEG})
    frame = Frame(ZONE, pose, crop=Crop("waist_r", -0.075))
    return Storyboard((frame,), View(yaw=270, pitch=3), board.person, shoes=True)


def zone_marks(kind: str, scene: Scene, style: Style, pen: Pen) -> list[Mark]:
    """Band or strips with hatching, the ball, and the crosses."""
    places = Places(scene)
    marks: list[Mark] = []
    spine_shown = kind == "ball-zone"
    for band in _bands(kind, places):
        marks += _hatched(band, style, pen)
    if spine_shown:
        middle = (STRIP_NEAR + STRIP_FAR) / 2
        ball = Point(places.at(BALL_S, middle)).buffer(BALL_RADIUS)
        marks += fills_of(ball, rgb(style.colours["ball"]))
        marks.append(DrawnLine(ball.exterior, EDGE_PT / pen.scale, rgb(style.colours["line"])))
        line = LineString([places.at(SPINE_HIGH_S), places.at(SPINE_LOW_S)])
        dash = (3 / pen.scale, 3.4 / pen.scale)
        marks.append(DrawnLine(line, SPINE_PT / pen.scale, rgb(style.colours["no"]), dash))
    for at in _never(kind, places):
        marks += _cross(at, style, pen)
    return marks


def _never(kind: str, places: Places) -> list[tuple[float, float]]:
    """Where crosses go: neck and low back, and the side of the ribs where one turns on a roller."""
    ribs = (
        [places.at(RIBS_S, sign * RIBS_ASIDE) for sign in (-1.0, 1.0)] if kind == "roller-strip-zone" else []
    )
    return [places.at(NECK_S), places.at(LOW_S), *ribs]


def _bands(kind: str, places: Places) -> list[Polygon]:
    if kind == "roller-zone":
        return [_rounded(places.at(BLADES_LOW_S, ROLLER_HALF), places.at(BLADES_HIGH_S, -ROLLER_HALF))]
    return [
        _rounded(places.at(BLADES_LOW_S, sign * STRIP_NEAR), places.at(BLADES_HIGH_S, sign * STRIP_FAR))
        for sign in (-1.0, 1.0)
    ]


def _rounded(a: tuple[float, float], b: tuple[float, float]) -> Polygon:
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    r = min(x1 - x0, y1 - y0) * 0.35
    return box(x0 + r, y0 + r, x1 - r, y1 - r).buffer(r)


def _hatched(band: Polygon, style: Style, pen: Pen) -> list[Mark]:
    colour = rgb(style.colours["yes"])
    marks: list[Mark] = [Fill(band, WHITE)]
    x0, y0, x1, y1 = band.bounds
    inner: BaseGeometry = band.buffer(-EDGE_PT / pen.scale / 2)
    step = HATCH_PITCH_PT * float(np.sqrt(2)) / pen.scale
    for t in np.arange(x0 - (y1 - y0), x1, step):
        cut = LineString([(t, y0), (t + (y1 - y0), y1)]).intersection(inner)
        marks += [DrawnLine(piece, HATCH_PT / pen.scale, colour) for piece in lines_of(cut, 2e-3)]
    return [*marks, DrawnLine(shapely.LinearRing(band.exterior.coords), EDGE_PT / pen.scale, colour)]


def _cross(at: tuple[float, float], style: Style, pen: Pen) -> list[Mark]:
    x, y = at
    d = min(CROSS_ARM_PT / pen.scale, CROSS_MOST)
    width = d / CROSS_ARM_PT  # of a point of its strokes
    strokes = [LineString([(x - d, y - d), (x + d, y + d)]), LineString([(x - d, y + d), (x + d, y - d)])]
    halo = [DrawnLine(s, CROSS_HALO_PT * width, WHITE) for s in strokes]
    return [*halo, *(DrawnLine(s, CROSS_PT * width, rgb(style.colours["no"])) for s in strokes)]
