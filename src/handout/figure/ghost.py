"""Where the body was at the start: pale, behind the figure, so that one picture tells the whole movement.

Flat and without inner lines it is read as a trace and not as a second person; what it would only double is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.lines import lines_of
from handout.figure.paint.marks import DrawnLine, Mark, fills_of, polygons_of
from handout.figure.paint.silhouette import grown
from handout.figure.props import PropSolid
from handout.figure.scene import Scene
from handout.figure.styles import Pen, Style, rgb

LEAST_PIECE = 0.02  # of the body at the start: a smaller piece is a scrap that nobody can name
LEAST_HALF = 0.006  # a thinner piece would double the outline
LEAST_SHARE = 0.045  # where no piece is as large there are only scraps, which tell nothing
MOVED = 6e-4  # body heights squared: a prop whose outline changes by more has moved
LEAST_EDGE = 0.02
MARGIN = 0.004  # kept white beside the figure, under its heavy outline
DASH_PT = (2.2, 2.0)
# What goes with the person: without its start a reader cannot tell whether stick or foot goes first.
CARRIED = frozenset({"stick", "crutch", "walking-frame", "weight", "gym-ball"})


def ghost_marks(scene: Scene, start: Scene, style: Style, pen: Pen) -> list[Mark]:
    """What body and carried props cover at the start and not in this scene."""
    carried = _carried(scene, start)
    return _pale(_body(start, carried), _body(scene, carried), style, pen)


def swung_marks(scene: Scene, style: Style, pen: Pen) -> list[Mark]:
    """The limbs that go round as a whole, half round."""
    limbs = shapely.union_all([drawn.pale for drawn in scene.arrows])
    return [] if limbs.is_empty else _pale(limbs, _body(scene, ()), style, pen)


def _pale(there: BaseGeometry, now: BaseGeometry, style: Style, pen: Pen) -> list[Mark]:
    """What is there and not here, pale, with a dashed edge where it stood free."""
    here = grown(now, MARGIN)
    left = grown(grown(there.difference(here), -LEAST_HALF), LEAST_HALF)
    pieces = polygons_of(left, LEAST_PIECE * there.area)
    if max((piece.area for piece in pieces), default=0.0) < LEAST_SHARE * there.area:
        return []
    shown = shapely.union_all(pieces)
    edge = there.boundary.intersection(grown(shown, MARGIN)).difference(grown(now, 1.5 * MARGIN))
    colour, dash = rgb(style.colours["ghost_line"]), tuple(d / pen.scale for d in DASH_PT)
    marks = fills_of(shown, rgb(style.colours["ghost"]))
    return [*marks, *(DrawnLine(line, pen.thin, colour, dash) for line in lines_of(edge, LEAST_EDGE))]


def _carried(scene: Scene, start: Scene) -> tuple[int, ...]:
    """Which props of this scene stood elsewhere at the start and go with the person."""
    pairs = enumerate(zip(scene.props, start.props, strict=False))
    return tuple(
        index for index, (now, then) in pairs
        if now.prop.type == then.prop.type in CARRIED
        and _outline(scene, now).symmetric_difference(_outline(start, then)).area > MOVED
    )  # fmt: skip


def _outline(scene: Scene, solid: PropSolid) -> BaseGeometry:
    return shapely.union_all([scene.parts[name].shape for name in solid.part_names])


def _body(scene: Scene, carried: Sequence[int]) -> BaseGeometry:
    """The outline of the person with clothes and hair, and of the props that go with the person."""
    kept = {name for index in carried for name in scene.props[index].part_names}
    props = {name for solid in scene.props for name in solid.part_names} - kept
    return shapely.union_all([part.shape for name, part in scene.parts.items() if name not in props])
