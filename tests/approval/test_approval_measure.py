"""A drawing is known again by its measures, however its paths are cut; a moved or turned part is not."""

from __future__ import annotations

from dataclasses import replace

from handout.approval.measure import TOLERANCE_PT, measured, nearly
from handout.drawing import Drawing
from handout.drawing.shapes import Segment, Shape

SHAFT: tuple[Segment, ...] = (("M", (20, 50)), ("L", (80, 50)))
HEAD: tuple[Segment, ...] = (("M", (80, 44)), ("L", (92, 50)), ("L", (80, 56)), ("Z", ()))
LIMB: tuple[Segment, ...] = (("M", (10, 10)), ("C", (20, 30, 40, 30, 60, 10)), ("L", (60, 14)), ("Z", ()))


def drawing(*paths: tuple[Segment, ...]) -> Drawing:
    return Drawing(100, 100, tuple(Shape(path, fill="#aa0000") for path in paths))


def moved(path: tuple[Segment, ...], by: float) -> tuple[Segment, ...]:
    return tuple((verb, tuple(number + by for number in numbers)) for verb, numbers in path)


def mirrored(path: tuple[Segment, ...], axis: float) -> tuple[Segment, ...]:
    return tuple(
        (verb, tuple(2 * axis - number if index % 2 == 0 else number for index, number in enumerate(numbers)))
        for verb, numbers in path
    )


def same(one: Drawing, other: Drawing) -> bool:
    return nearly(measured(one), measured(other))


def test_rounding_and_more_points_are_no_change() -> None:
    finer = (("M", (20, 50)), ("L", (41.3, 50)), ("L", (80, 50)))
    assert same(drawing(SHAFT, HEAD, LIMB), drawing(finer, HEAD, LIMB))
    assert same(drawing(SHAFT, HEAD, LIMB), drawing(SHAFT, HEAD, moved(LIMB, 0.01)))


def test_a_part_that_moved_is_another_drawing() -> None:
    assert not same(drawing(LIMB), drawing(moved(LIMB, 2 * TOLERANCE_PT)))
    assert not same(drawing(SHAFT, HEAD, LIMB), drawing(SHAFT, HEAD, moved(LIMB, 2)))


def test_an_arrow_that_points_the_other_way_is_another_drawing() -> None:
    assert not same(drawing(SHAFT, HEAD), drawing(SHAFT, mirrored(HEAD, 50)))


def test_a_part_gone_or_painted_otherwise_is_another_drawing() -> None:
    assert not same(drawing(SHAFT, HEAD), drawing(SHAFT))
    red = drawing(LIMB)
    assert not same(red, replace(red, shapes=(replace(red.shapes[0], fill="#00aa00"),)))
    assert not same(red, replace(red, width=101))
