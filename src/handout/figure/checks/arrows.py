"""Arrows never cover a face or a hand, and no picture grows out of its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handout.figure.arrows import draw_arrow
from handout.figure.checks.fault import Fault
from handout.figure.scene import Scene

COVERED = 2e-5  # of a body height squared: less is a touch
CUT = 0.97  # an arrow that keeps less than this share of itself was cut to spare a face or a hand
# A picture wider or higher than this leaves no room for a figure that can be read in its cell.
WIDEST, HIGHEST = 1.60, 1.35


def arrows_clear(scene: Scene) -> Iterator[Fault]:
    """No arrow over the face or a hand, also not one that the pen had to cut."""
    free = replace(scene.ground, spared={})
    for index, drawn in enumerate(scene.arrows):
        clear = scene.ground.clear(drawn.arrow)
        whole = drawn.shape if drawn.arrow.follow else draw_arrow(drawn.arrow, free).shape
        cut = drawn.shape.area < whole.area * CUT
        if cut or drawn.shape.intersection(clear).area > COVERED:
            yield Fault("an arrow covers the face or a hand", "move it outside the figure", ("arrows", index))


def within_the_cell(scene: Scene) -> Iterator[Fault]:
    """Figure, props and arrows stay near each other, so that the person is drawn large enough to read."""
    x0, y0, x1, y1 = scene.bounds()
    for size, most, word in ((x1 - x0, WIDEST, "wide"), (y1 - y0, HIGHEST, "high")):
        if size > most:
            yield Fault(
                f"the picture is {size:.2f} body heights {word}, and its cell holds {most:.2f}",
                "bring arrows and props nearer to the person, or shorten the mat",
                _farthest(scene),
            )


def _farthest(scene: Scene) -> tuple[str | int, ...]:
    """The arrow that reaches out farthest, or the props."""
    x0, y0, x1, y1 = scene.bounds()
    for index, drawn in enumerate(scene.arrows):
        a0, b0, a1, b1 = drawn.halo.bounds
        if min(a0 - x0, b0 - y0, x1 - a1, y1 - b1) < 1e-6:
            return ("arrows", index)
    return ("props",)
