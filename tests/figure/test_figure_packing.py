"""Drawings are packed to few bytes and come back number by number."""

from __future__ import annotations

import pytest
from figure_shelf import people, shipped

from handout.drawing import Drawing, Shape
from handout.figure.inking import ink
from handout.figure.packing import packed, unpacked


@pytest.mark.parametrize("exercise", ["march", "roller-mid-back"])
def test_drawings_come_back_as_they_were(exercise: str) -> None:
    board = shipped(exercise)
    drawings = ink(board, people()[board.person], "mono", 128)
    assert unpacked(packed(drawings)) == drawings


def test_a_drawing_takes_less_than_its_svg() -> None:
    board = shipped("march")
    drawings = ink(board, people()[board.person], "colour", 128)
    assert len(packed(drawings)) < 6000 * len(drawings)


def test_what_a_shape_is_painted_with_comes_back() -> None:
    closed = (("M", (0.0, 0.05)), ("L", (300.25, -2.5)), ("L", (1.0, 1.0)), ("Z", ()))
    path = (*closed, ("M", (3.1, 4.2)), ("L", (3.1, 9.0)))
    shape = Shape(path, "#123456", "#000000", 0.45, "butt", "miter", (1.5, 2.0), True)
    drawings = {"a": Drawing(310.0, 12.5, (shape,)), "empty": Drawing(1.0, 1.0, ())}
    assert unpacked(packed(drawings)) == drawings


@pytest.mark.parametrize("content", [b"", b"x", b"\x00" * 40])
def test_what_is_not_packed_drawings_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not packed drawings"):
        unpacked(content)
