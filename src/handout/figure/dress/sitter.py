"""What every dressing step needs: the body, who it is, and who looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from handout.figure.body.skeleton import Skeleton
from handout.figure.camera import Camera
from handout.figure.paint.lines import curve, lines_of
from handout.figure.paint.parts import Detail, PaintPart
from handout.figure.paint.silhouette import grown
from handout.figure.people import Person
from handout.figure.rotation import Array
from handout.figure.styles import RGB, Style


@dataclass(frozen=True, slots=True)
class Sitter:
    """A person in a pose before a camera."""

    body: Skeleton
    person: Person
    camera: Camera
    style: Style
    shoes: bool
    cropped: bool = False  # cut at the waist: no folds above a hem that is not seen

    def draw_on(
        self, part: PaintPart, points: Sequence[Array] | Array, share: float, least: float = 0.012
    ) -> None:
        """A tapered line through room points, kept inside the part; `share` of the thin pen."""
        line = curve(self.camera.flat(np.asarray(points)))
        for piece in lines_of(line.intersection(grown(part.shape, -0.0008))):
            if piece.length > least:
                part.details.append(Detail(piece, share))

    @property
    def long_sleeves(self) -> bool:
        """Whether the shirt covers the arms."""
        return self.person.sleeves == "long"

    def skin_colour(self) -> RGB:
        """Skin as drawn."""
        return self.person.skin_colour(self.style)

    def hair_colour(self) -> RGB:
        """Hair as drawn."""
        return self.person.hair_colour(self.style)
