"""Frames: start and end become left and right in one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handout.layout.ink as ink
from handout.layout.flow import stack
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import ShapeItem

places = st.floats(0, 400, allow_nan=False).map(lambda n: round(n, 2))


def shape_at(frame: BlockBuilder, start: float, width: float, *, mirror: bool = False) -> ShapeItem:
    frame.shapes(start, 10, width, ink.chevron(width, 18, "#000000"), mirror=mirror)
    item = frame.block(40).items[-1]
    assert isinstance(item, ShapeItem)
    return item


@given(places, places)
def test_a_right_to_left_frame_is_the_mirror_image(start: float, width: float) -> None:
    left = shape_at(BlockBuilder(510, "ltr"), start, width)
    right = shape_at(BlockBuilder(510, "rtl"), start, width)
    assert left.x == start
    assert right.x == pytest.approx(510 - start - width)
    assert left.y == right.y


def test_a_block_is_parted_between_its_items() -> None:
    frame = BlockBuilder(100, "ltr")
    for y in (4, 24, 44):
        frame.shapes(0, y, 10, ink.box(10, 10, "#000000"))
    slices = frame.block(60).slices((20, 40))
    assert [(one.height, [item.y for item in one.items]) for one in slices] == [(20, [4]), (20, [4]), (20, [4])]


def test_a_frame_that_goes_on_has_corners_at_its_end_alone() -> None:
    stroke = ("#000000", 2.0)
    head, foot, middle = (
        ink.open_frame(100, 50, 5, stroke, ends=ends) for ends in ((True, False), (False, True), (False, False))
    )
    upper, lower = ([point for _, point in shape.path] for (shape,) in (head, foot))
    assert (upper[0], upper[-1]) == ((1.0, 50), (99.0, 50))
    assert min(y for _, y in upper) == 1.0
    assert max(y for _, y in lower) == 49.0
    assert [shape.path[0][1] for shape in middle] == [(1.0, 0.0), (99.0, 0.0)]


@given(places)
def test_mirroring_holds_for_frames_in_frames(start: float) -> None:
    def nested(direction: str) -> float:
        inner = BlockBuilder(100, direction)  # type: ignore[arg-type]
        inner.shapes(20, 0, 10, ink.box(10, 10, "#000000"))
        outer = BlockBuilder(510, direction)  # type: ignore[arg-type]
        outer.place(start, 0, inner.block(10))
        return outer.block(10).items[0].x

    assert nested("ltr") == pytest.approx(start + 20)
    assert nested("rtl") == pytest.approx(510 - start - 20 - 10)


def test_only_what_points_along_the_line_is_flipped() -> None:
    drawn = ink.chevron(10, 18, "#000000")
    pointing = shape_at(BlockBuilder(510, "rtl"), 0, 10, mirror=True)
    still = shape_at(BlockBuilder(510, "rtl"), 0, 10)
    assert still.shapes == drawn
    xs = [numbers[0] for verb, numbers in pointing.shapes[0].path if numbers]
    assert xs == [10 - numbers[0] for verb, numbers in drawn[0].path if numbers]


def test_stacked_blocks_keep_the_white_between_them() -> None:
    class Plain:
        @staticmethod
        def frame(width: float) -> BlockBuilder:
            return BlockBuilder(width, "ltr")

    block = stack(Plain(), 100, [(0, Block(100, 20)), (5, Block(100, 30))])  # type: ignore[arg-type]
    assert block.height == 55


@given(st.floats(10, 300), st.floats(3, 20))
def test_stripes_stay_inside_their_bar(height: float, width: float) -> None:
    for shape in ink.striped(width, height, (2.6, 3.4), ("#000000", "#ffd100")):
        for _, numbers in shape.path:
            for index, n in enumerate(numbers):
                assert -1e-6 <= n <= (height if index % 2 else width) + 1e-6
