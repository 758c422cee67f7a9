"""Where the body was at the start: pale, behind the figure, so that one picture tells the whole movement.

Flat and without inner lines it is read as a trace and not as a second person; what it would only double is left out.
"""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.lines import lines_of
from handout.figure.paint.marks import DrawnLine, Mark, fills_of, polygons_of
from handout.figure.paint.silhouette import grown
from handout.figure.scene import Scene
from handout.figure.styles import Pen, Style, rgb

LEAST_AREA = 6e-4  # body heights squared: a smaller piece is a crumb
LEAST_HALF = 0.006  # a thinner piece would double the outline
LEAST_SHARE = 0.03  # of the body at the start: where no piece is as large there are only scraps, which tell nothing
LEAST_EDGE = 0.02
MARGIN = 0.004  # kept white beside the figure, under its heavy outline
DASH_PT = (2.2, 2.0)


def ghost_marks(scene: Scene, start: Scene, style: Style, pen: Pen) -> list[Mark]:
    """What the body covers at the start and not in this scene, pale, with a dashed edge where that stood free."""
    here, there = _body(scene), _body(start)
    left = grown(grown(there.difference(grown(here, MARGIN)), -LEAST_HALF), LEAST_HALF)
    pieces = polygons_of(left, LEAST_AREA)
    if max((piece.area for piece in pieces), default=0.0) < LEAST_SHARE * there.area:
        return []
    shown = shapely.union_all(pieces)
    edge = there.boundary.intersection(grown(shown, MARGIN)).difference(grown(here, 1.5 * MARGIN))
    colour, dash = rgb(style.colours["ghost_line"]), tuple(d / pen.scale for d in DASH_PT)
    marks = fills_of(shown, rgb(style.colours["ghost"]))
    return [*marks, *(DrawnLine(line, pen.thin, colour, dash) for line in lines_of(edge, LEAST_EDGE))]


def _body(scene: Scene) -> BaseGeometry:
    """The outline of the person with clothes and hair, without props."""
    props = {name for solid in scene.props for name in solid.part_names}
    return shapely.union_all([part.shape for name, part in scene.parts.items() if name not in props])
