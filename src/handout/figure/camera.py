"""Parallel projection: yaw 0 sees the person's right side facing right, 90 sees the face, 270 the back."""

from __future__ import annotations

import numpy as np

from handout.figure.rotation import Array, about_x, about_y, dot, product, turned
from handout.figure.view import View

SNAP = 9  # decimals of a body height: what touches in the room touches on paper, whatever the last digit is


class Camera:
    """Projects room points to (right, up, towards the reader)."""

    __slots__ = ("_matrix",)

    def __init__(self, view: View) -> None:
        self._matrix: Array = product(about_x(view.pitch), about_y(-view.yaw))

    def project(self, points: Array) -> Array:
        """Any stack of points or directions."""
        result: Array = np.round(turned(self._matrix, points), SNAP)
        return result

    def flat(self, points: Array) -> Array:
        """Only right and up."""
        return self.project(points)[..., :2]

    def towards(self, direction: Array) -> float:
        """How far a direction comes towards the reader, 1 = straight."""
        return dot(direction, self._matrix[2])

    @property
    def reader(self) -> Array:
        """The direction from the person towards the reader."""
        result: Array = self._matrix[2]
        return result
