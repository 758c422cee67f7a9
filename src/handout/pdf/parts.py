"""Runs of shapes that several drawings of a file have in common, so that each is written once: the frames of an
exercise show the same chair, the same floor and often the same legs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from handout.drawing import Drawing, Shape
from handout.pdf.paths import MANY

Run = tuple[Shape, ...]


def common_runs(drawings: Iterable[Drawing]) -> dict[Shape, Run]:
    """The runs by their first shape: as long as in all drawings that have them, and of many segments."""
    held: dict[Shape, list[str]] = {}
    after: dict[Shape, set[Shape | None]] = {}
    before: dict[Shape, set[Shape | None]] = {}
    different = {drawing.digest: drawing for drawing in drawings}
    for digest, drawing in different.items():
        for shape in drawing.shapes:
            held.setdefault(shape, []).append(digest)
        for one, other in pairwise((None, *drawing.shapes, None)):
            if one is not None:
                after.setdefault(one, set()).add(other)
            if other is not None:
                before.setdefault(other, set()).add(one)
    common = {shape for shape, by in held.items() if len(by) > 1 and len({*by}) == len(by)}
    follows: dict[Shape, Shape] = {}
    for shape in common:
        (other, *more) = after[shape]
        if other in common and not more and len(before[other]) == 1 and held[other] == held[shape]:
            follows[shape] = other
    starts = [shape for shape in held if shape in common and shape not in set(follows.values())]
    return {run[0]: run for run in (tuple(_chain(shape, follows)) for shape in starts) if _segments(run) >= MANY}


def _chain(shape: Shape, follows: Mapping[Shape, Shape]) -> Iterator[Shape]:
    yield shape
    while shape in follows:
        shape = follows[shape]
        yield shape


def _segments(run: Run) -> int:
    return sum(len(shape.path) for shape in run)


def cut(drawing: Drawing, runs: Mapping[Shape, Run]) -> Iterator[Run | Shape]:
    """The shapes of a drawing, with the runs in it as one."""
    at = 0
    while at < len(drawing.shapes):
        shape = drawing.shapes[at]
        run = runs.get(shape)
        if run is not None and drawing.shapes[at : at + len(run)] == run:
            yield run
            at += len(run)
        else:
            yield shape
            at += 1


def box_of(run: Run) -> tuple[float, float, float, float]:
    """A box that holds it: left, top, right, bottom, pt."""
    margin = max(shape.width for shape in run) + 1
    points = [
        point for shape in run for _, points in shape.path for point in zip(points[::2], points[1::2], strict=True)
    ]
    across, down = zip(*points, strict=True)
    return min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin
