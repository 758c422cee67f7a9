"""The workshop: what every prop is made of - boxes with faces, tubes, ribbons - before a scene's camera."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from handout.figure.body.anatomy import TORSO
from handout.figure.body.flesh import CLOTH_SHIRT
from handout.figure.body.lofts import capsule, loft
from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.parts import FlatFace, PaintPart, part_from
from handout.figure.paint.silhouette import hull_of
from handout.figure.props.grips import grips_of, stands
from handout.figure.props.spec import PropSolid, Slab
from handout.figure.rotation import Array, frame_along, turned, unit, vector
from handout.figure.storyboard.prop_types import Prop

_FACES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
_NORMALS = np.array(((-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)), dtype=np.float64)
Built = tuple[list[PaintPart], PropSolid]


class Workshop:
    """Makes the parts of one scene's props."""

    def __init__(self, body: Skeleton, camera: Camera) -> None:
        self.body, self.camera = body, camera

    def at(self, prop: Prop) -> Array:
        """Where a prop stands."""
        return vector(0, 0, 0) if prop.at is None else self.body.point(prop.at)

    def stands(self, prop: Prop) -> tuple[Array, Array]:
        """The prop's axes, and its origin on the floor."""
        return stands(prop, self.body)

    def grips(self, prop: Prop) -> dict[str, Array]:
        """The prop's grips in the room."""
        return dict(grips_of(prop, self.body))

    def path(self, prop: Prop) -> Array:
        """The places that a prop runs by."""
        return np.array([self.body.point(point) for point in prop.path])

    def slab(self, name: str, fill: str, slab: Slab) -> PaintPart:
        """A box with its faces."""
        corners = self.camera.project(slab.corners)
        faces, triangles = [], []
        for face, normal in zip(_FACES, turned(slab.frame, _NORMALS), strict=True):
            q = corners[list(face)]
            triangles += [q[[0, 1, 2]], q[[0, 2, 3]]]
            if self.camera.towards(normal) > 0.01:
                faces.append(FlatFace(Polygon(q[:, :2]), normal))
        shape = hull_of(corners[:, :2])
        return PaintPart(name, fill, shape, np.array(triangles), faces=faces, rigid=True)

    def tube(self, name: str, fill: str, places: Sequence[Array], radius: float) -> PaintPart:
        """A rod along places, its bends round."""
        rods = [
            self.camera.project(capsule(a, b, radius, radius, points=12))
            for a, b in pairwise(places)
        ]
        part = part_from(name, fill, rods, 0.0)
        part.weight = 0.85
        return part

    def disc(self, name: str, fill: str, ring: tuple[Array, float, Array], thick: float) -> PaintPart:
        """A flat round thing: (middle, radius, direction of its axle), `thick` along the axle."""
        middle, radius, axle = ring
        y = unit(axle)
        frame = frame_along(y, vector(0, 1, 0) if abs(y[1]) < 0.9 else vector(1, 0, 0))
        ends = np.array([middle - y * thick / 2, middle + y * thick / 2])
        return part_from(name, fill, [self.camera.project(loft(ends, frame, np.full((2, 3), radius), points=44))], 0.0)

    def ring_hole(self, ring: tuple[Array, float, Array]) -> BaseGeometry:
        """What is seen through a ring: the circle on the page."""
        middle, radius, axle = ring
        y = unit(axle)
        frame = frame_along(y, vector(0, 1, 0) if abs(y[1]) < 0.9 else vector(1, 0, 0))
        circle = loft(middle[None], frame, np.full((1, 3), radius), points=44)[0]
        return Polygon(self.camera.flat(circle)).buffer(0)

    def under_back(self, prop: Prop, thick: float, aside: float) -> Array:
        """Where a round prop of this radius lies against the back, or where `at` says."""
        if "under" not in prop.numbers:
            return self.at(prop)
        s = prop.numbers["under"]
        centre, frame = self.body.spine.at(s)
        back = float(TORSO(s)[0][2]) + CLOTH_SHIRT
        result: Array = centre + turned(frame, vector(-(back + thick * 0.93), 0, aside))
        return result

