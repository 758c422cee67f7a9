"""How the eye paints a drawing alone."""

from __future__ import annotations

from handout.drawing import Drawing, Shape
from handout.proof.eye.drawn import painted
from handout.proof.eye.glass import SCALE

PAPER = 255


def dark(*dash: float) -> list[tuple[int, int]]:
    """Where a line 20 pt long, drawn with that pattern, is dark: from and to, in points."""
    path = (("M", (0.0, 2.0)), ("L", (20.0, 2.0)))
    line = Shape(path=path, fill=None, stroke="#000000", width=2.0, dash=dash, cap="butt")
    size = int(20 * SCALE), int(4 * SCALE)
    image = painted(Drawing(width=20.0, height=4.0, shapes=(line,)), size, (0.0, 0.0))
    row = [image.getpixel((x, int(2 * SCALE))) < PAPER // 2 for x in range(size[0])]
    edges = [x for x in range(1, len(row)) if row[x] != row[x - 1]]
    ends = [*([0] if row[0] else []), *edges, *([len(row)] if row[-1] else [])]
    return [(round(a / SCALE), round(b / SCALE)) for a, b in zip(ends[::2], ends[1::2], strict=True)]


def test_a_whole_line_is_dark_from_end_to_end() -> None:
    assert dark() == [(0, 20)]


def test_a_dashed_line_has_its_dashes_and_gaps() -> None:
    assert dark(8.0, 8.0) == [(0, 8), (16, 20)]


def test_a_dashed_line_that_ends_in_a_gap_leaves_it_white() -> None:
    assert dark(8.0, 16.0) == [(0, 8)]
    assert dark(4.0, 4.0) == [(0, 4), (8, 12), (16, 20)]


def test_a_drawing_keeps_each_part_of_its_colours() -> None:
    ring = (("M", (0.0, 0.0)), ("L", (9.0, 0.0)), ("L", (9.0, 9.0)), ("L", (0.0, 9.0)), ("Z", ()))
    drawing = Drawing(width=9.0, height=9.0, shapes=(Shape(path=ring, fill="#1b2a3c"),))
    image = painted(drawing, (9, 9), (0.0, 0.0), paper=(255, 255, 255))
    assert image.getpixel((4, 4)) == (0x1B, 0x2A, 0x3C)
