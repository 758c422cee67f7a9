"""How the eye paints a drawing alone, and how far a page may differ from it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from eye_made import SIDES, at, glass
from PIL import Image, ImageChops

from handout.drawing import Colour, Drawing, Segment, Shape
from handout.proof.eye.drawn import cut, differs, furthest, painted
from handout.proof.eye.glass import SCALE, Glass, Placed

PAPER = 255
WIDE, HIGH = 20.0, 10.0  # pt
Path = tuple[Segment, ...]


def drawing(*shapes: Shape, width: float = WIDE, height: float = HIGH) -> Drawing:
    return Drawing(width=width, height=height, shapes=shapes)


def box(left: float, upper: float, right: float, lower: float) -> Path:
    return (("M", (left, upper)), ("L", (right, upper)), ("L", (right, lower)), ("L", (left, lower)), ("Z", ()))


def line(*points: tuple[float, float], **how: object) -> Shape:
    path: Path = tuple(("L" if index else "M", point) for index, point in enumerate(points))
    return replace(Shape(path=path, stroke="#000000", width=2.0, cap="butt"), **how)


def picture(*shapes: Shape) -> Image.Image:
    return painted(drawing(*shapes), (int(WIDE * SCALE), int(HIGH * SCALE)), (0.0, 0.0))


def dark(image: Image.Image, y: float = 2.0, *, down: bool = False) -> list[tuple[int, int]]:
    """Where a row, or a column, is dark: from and to, in points."""
    size, at = image.height if down else image.width, int(y * SCALE)
    row = [image.getpixel((at, i) if down else (i, at)) < PAPER // 2 for i in range(size)]
    edges = [x for x in range(1, len(row)) if row[x] != row[x - 1]]
    ends = [*([0] if row[0] else []), *edges, *([len(row)] if row[-1] else [])]
    return [(round(a / SCALE), round(b / SCALE)) for a, b in zip(ends[::2], ends[1::2], strict=True)]


def test_a_whole_line_is_dark_from_end_to_end() -> None:
    assert dark(picture(line((0, 2), (20, 2)))) == [(0, 20)]
    assert dark(picture(line((0, 2), (20, 2))), 4.0) == []


@pytest.mark.parametrize(
    ("dash", "pieces"),
    [
        ((8, 8), [(0, 8), (16, 20)]),
        ((8, 16), [(0, 8)]),
        ((4, 4), [(0, 4), (8, 12), (16, 20)]),
        ((6,), [(0, 6), (12, 18)]),
        ((2, 4, 6), [(0, 2), (6, 12), (14, 18)]),
    ],
    ids=str,
)
def test_a_dashed_line_has_its_dashes_and_gaps(dash: tuple[float, ...], pieces: list[tuple[int, int]]) -> None:
    assert dark(picture(line((0, 2), (20, 2), dash=dash))) == pieces


def test_dashes_go_on_round_a_corner_and_along_a_slope() -> None:
    bent = picture(line((2, 2), (12, 2), (12, 10), dash=(6, 6)))
    assert dark(bent) == [(2, 8)]
    assert dark(bent, 12.0, down=True) == [(4, 10)]
    sloping = picture(line((2, 1), (14, 10), dash=(5, 5)))  # 15 pt, of 3 to 4 to 5
    assert [dark(sloping, y) for y in (2.5, 5.5, 8.5)] == [[(2, 5)], [], [(10, 13)]]


def test_dashes_begin_anew_where_a_line_does() -> None:
    two = Shape(
        path=(("M", (2, 2)), ("L", (10, 2)), ("M", (12, 2)), ("L", (20, 2))),
        stroke="#000000", width=2.0, dash=(5, 5), cap="butt",
    )  # fmt: skip
    assert dark(picture(two)) == [(2, 7), (12, 17)]


def test_a_gap_that_ends_with_the_line_leaves_no_dot() -> None:
    assert dark(picture(line((0, 2), (16, 2), dash=(8, 8), cap="round", width=4.0))) == [(0, 10)]


def test_only_round_ends_stand_out_and_on_both_sides_alike() -> None:
    points = (5.0, 5.0), (9.0, 5.0), (15.0, 5.0)
    assert dark(picture(line(*points, width=6.0)), 5.0) == [(5, 15)]
    assert dark(picture(line(*points, width=6.0, cap="square")), 5.0) == [(5, 15)]
    rounded = picture(line(*points, width=6.0, cap="round"))
    assert dark(rounded, 5.0) == [(2, 18)]
    assert dark(rounded, 3.0) == dark(rounded, 6.7) == [(3, 17)]
    assert dark(rounded, 5.0, down=True) == dark(rounded, 10.0, down=True) == [(2, 8)]


def test_a_line_is_a_hairs_width_at_least_and_none_without_width() -> None:
    hair = picture(line((0, 2.1), (20, 2.1), width=0.01))
    assert min(hair.tobytes()) == 191  # a quarter of a pixel
    assert min(picture(line((0, 2), (20, 2), width=0.0)).tobytes()) == PAPER


def test_a_shape_is_filled_its_holes_are_not_and_what_stands_in_a_hole_is() -> None:
    filled = Shape(path=box(2, 0, 18, 9), fill="#000000", width=3.0)
    assert dark(picture(filled), 5.0) == [(2, 18)]
    ring = replace(filled, path=box(2, 0, 18, 9) + box(5, 2, 15, 8), even_odd=True)
    assert dark(picture(ring), 5.0) == [(2, 5), (15, 18)]
    target = replace(ring, path=box(2, 0, 18, 9) + box(5, 2, 15, 8) + box(8, 3, 12, 7))
    assert dark(picture(target), 5.0) == [(2, 5), (8, 12), (15, 18)]


def test_what_goes_round_the_other_way_is_a_hole_and_what_overlaps_is_none() -> None:
    """A logo's letters of several pieces, by the rule that SVG has where nothing else is said."""
    over = Shape(path=box(2, 0, 12, 9) + box(8, 0, 18, 9), fill="#000000")
    assert dark(picture(over), 5.0) == [(2, 18)]
    assert dark(picture(replace(over, even_odd=True)), 5.0) == [(2, 8), (12, 18)]
    hole = Shape(path=box(2, 0, 18, 9) + box(15, 2, 5, 8), fill="#000000")
    assert dark(picture(hole), 5.0) == [(2, 5), (15, 18)]
    assert dark(picture(replace(hole, path=box(18, 0, 2, 9) + box(5, 2, 15, 8))), 5.0) == [(2, 5), (15, 18)]
    thrice = replace(hole, path=box(2, 0, 18, 9) * 2 + box(15, 2, 5, 8))
    assert dark(picture(thrice), 5.0) == [(2, 18)]
    for path in ((5, 2), (5, 8), (15, 5)), ((15, 5), (5, 2), (5, 8)):
        wedge: Path = tuple(("L" if index else "M", point) for index, point in enumerate(path))  # not closed
        assert dark(picture(replace(hole, path=box(2, 0, 18, 9) + wedge)), 5.0) == [(2, 5), (15, 18)]


def test_a_triangle_has_an_inside_and_a_line_has_none() -> None:
    triangle: Path = (("M", (2, 1)), ("L", (18, 1)), ("L", (18, 9)))
    assert dark(picture(Shape(path=triangle, fill="#000000")), 5.0) == [(10, 18)]
    assert min(picture(Shape(path=triangle[:2], fill="#000000")).tobytes()) == PAPER
    both = Shape(path=(*triangle, ("M", (0, 5)), ("L", (9, 5))), fill="#000000")
    assert dark(picture(both), 5.0) == [(10, 18)]
    holed = Shape(path=box(0, 0, 19, 9) + triangle, fill="#000000", even_odd=True)
    assert dark(picture(holed), 5.0) == [(0, 10), (18, 19)]


def test_what_is_filled_and_stroked_has_both() -> None:
    image = painted(
        drawing(Shape(path=box(4, 3, 16, 8), fill="#336699", stroke="#cc8844", width=2.0)),
        (30, 15), (0.0, 0.0), paper=(1, 2, 3),
    )  # fmt: skip
    assert image.getpixel((15, 8)) == (0x33, 0x66, 0x99)
    assert image.getpixel((6, 8)) == image.getpixel((23, 8)) == (0xCC, 0x88, 0x44)
    assert image.getpixel((0, 0)) == (1, 2, 3)


@pytest.mark.parametrize("path", [box(0, 0, 9, 9), box(0, 0, 9, 9) + box(8, 8, 9, 9)], ids=["whole", "holed"])
def test_a_drawing_keeps_each_part_of_its_colours(path: Path) -> None:
    image = painted(drawing(Shape(path=path, fill="#1b2a3c")), (9, 9), (0.0, 0.0), paper=(255, 255, 255))
    assert image.getpixel((4, 4)) == (0x1B, 0x2A, 0x3C)


@pytest.mark.parametrize(("colour", "grey"), [("#ff0000", 76), ("#00ff00", 150), ("#0000ff", 29), ("#ffffff", 255)])
def test_colours_are_as_bright_in_grey_as_on_the_page(colour: Colour, grey: int) -> None:
    """As Pillow makes a page grey (ITU-R 601-2)."""
    assert picture(Shape(path=box(0, 0, 20, 10), fill=colour)).getpixel((9, 9)) == grey
    assert Image.new("RGB", (1, 1), colour).convert("L").getpixel((0, 0)) == grey


def test_a_curve_goes_where_its_control_points_send_it() -> None:
    """Half a bow: highest in its middle, at three quarters of the height of its control points."""
    path: Path = (("M", (2, 9)), ("C", (2, 1, 18, 1, 18, 9)), ("L", (18, 10)), ("L", (2, 10)))
    bow = picture(Shape(path=path, fill="#000000"))
    assert [dark(bow, x, down=True) for x in (10.0, 5.5, 14.5)] == [[(3, 10)], [(4, 10)], [(4, 10)]]
    assert [dark(bow, y) for y in (2.0, 4.0, 6.0, 8.0)] == [[], [(5, 15)], [(3, 17)], [(2, 18)]]
    straight: Path = (("M", (2, 2)), ("C", (4, 2, 6, 2, 8, 2)))
    assert dark(picture(Shape(path=straight, stroke="#000000", width=2.0, cap="butt"))) == [(2, 8)]
    leaning: Path = (("M", (1, 9)), ("C", (3, 0, 15, 4, 19, 9)))
    assert [dark(picture(Shape(path=leaning, fill="#000000")), y) for y in (5.0, 8.0)] == [[(3, 13)], [(1, 19)]]


def test_a_curve_as_long_as_a_logo_is_followed() -> None:
    """A wave across a clinic's logo, against the same one in 200 straight pieces (by de Casteljau)."""
    ends = (0.0, 40.0), (0.0, -40.0), (150.0, 80.0), (150.0, 0.0)

    def at(t: float, points: tuple[tuple[float, float], ...] = ends) -> tuple[float, float]:
        if len(points) == 1:
            return points[0]
        between = [(a + (c - a) * t, b + (d - b) * t) for (a, b), (c, d) in pairwise(points)]
        return at(t, tuple(between))

    curve: Path = (("M", ends[0]), ("C", (*ends[1], *ends[2], *ends[3])), ("L", (150, 40)))
    pieces: Path = tuple(("L" if step else "M", at(step / 200)) for step in range(201))
    waves = [
        painted(drawing(Shape(path=path, fill="#000000"), width=150, height=40), (225, 60), (0.0, 0.0))
        for path in (curve, (*pieces, curve[-1]))
    ]
    assert furthest(ImageChops.difference(*waves), 6) < 16


def test_a_line_that_is_closed_comes_back_to_its_beginning() -> None:
    path: Path = (("M", (2, 2)), ("L", (10, 8)), ("L", (18, 8)), ("Z", ()))
    closed = picture(Shape(path=path, stroke="#000000", width=1.0))
    assert len(dark(closed, 5.0)) == 2
    assert len(dark(picture(Shape(path=path[:-1], stroke="#000000", width=1.0)), 5.0)) == 1


def test_an_edge_between_two_pixels_is_as_grey_as_the_part_of_it_that_is_covered() -> None:
    """Each pixel is painted in four times four; a polygon takes in the pixels of its edge."""
    half = picture(Shape(path=box(0, 0, 20, 4.0 + 1 / 6), fill="#000000"))  # 6 pixels and a quarter
    assert [half.getpixel((9, y)) for y in (5, 6, 7)] == [0, 128, 255]


def test_a_drawing_is_enlarged_and_moved_in_pixels() -> None:
    small = drawing(Shape(path=box(2, 1, 4, 3), fill="#000000"))
    moved = painted(small, (60, 30), (3.0, 1.5), 2.0)
    assert dark(moved, 5.0) == [(6, 10)]
    assert dark(moved, 8.0, down=True) == [(3, 7)]


def test_drawings_are_painted_one_over_the_other() -> None:
    over = picture(Shape(path=box(0, 0, 20, 10), fill="#000000"), Shape(path=box(5, 0, 15, 10), fill="#ffffff"))
    assert dark(over, 5.0) == [(0, 5), (15, 20)]


@pytest.mark.parametrize(
    ("size", "patch", "mean"),
    [((4, 4), 6, 60), ((12, 4), 6, 40), ((4, 12), 6, 40), ((12, 12), 6, 27), ((12, 12), 1, 240)],
)
def test_the_patch_that_differs_most_counts_and_a_small_picture_is_one(
    size: tuple[int, int], patch: int, mean: int
) -> None:
    apart = Image.new("L", size)
    apart.paste(240, (0, 0, 2, 2))
    assert furthest(apart, patch) == mean


FIGURE = drawing(Shape(path=box(1, 1, 9, 6), fill="#204060"), Shape(path=box(12, 4, 19, 9), fill="#a04020"))
PLACED = Placed(0, "form", 20.3, 30.4, upright=True)


def page(shown: Drawing, placed: Placed = PLACED) -> Glass:
    """A page that shows a drawing in colour, painted as the eye paints it."""
    made = glass()
    left, upper = (placed.x - SIDES[0]) * SCALE, (SIDES[3] - placed.y - shown.height) * SCALE
    image = painted(shown, made.ground.size, (left, upper), paper=(255, 255, 255))
    made.ground.paste(image)
    return made


def test_a_figure_in_its_place_does_not_differ() -> None:
    assert not differs(page(FIGURE), PLACED, FIGURE)
    assert not differs(page(FIGURE, replace(PLACED, x=20.0)), PLACED, FIGURE)  # a third of a point off


@pytest.mark.parametrize(
    "shown",
    [
        drawing(),
        drawing(*FIGURE.shapes[:1]),
        drawing(*FIGURE.shapes[1:]),
        drawing(*FIGURE.shapes, Shape(path=box(1, 7, 9, 10), fill="#204060")),
        drawing(FIGURE.shapes[0], replace(FIGURE.shapes[1], path=box(12, 0, 19, 5))),
        drawing(Shape(path=box(0, 0, 20, 10), fill="#000000")),
    ],
    ids=["blank", "half", "other half", "a box more", "a box elsewhere", "painted over"],
)
def test_another_figure_differs(shown: Drawing) -> None:
    assert differs(page(shown), PLACED, FIGURE)


@pytest.mark.parametrize("placed", [replace(PLACED, x=26.3), replace(PLACED, y=36.4), replace(PLACED, y=24.4)], ids=str)
def test_a_figure_in_another_place_differs(placed: Placed) -> None:
    assert differs(page(FIGURE, placed), PLACED, FIGURE)


def test_a_figure_that_is_scaled_turned_or_sheared_differs_whatever_it_shows() -> None:
    assert differs(page(FIGURE), replace(PLACED, upright=False), FIGURE)


@pytest.mark.parametrize(("grey", "found"), [(183, False), (182, True)])
def test_a_patch_may_differ_by_72_of_255(grey: int, found: bool) -> None:
    tinted = glass(((0, 0, 150, 90), (grey, grey, grey)))
    assert differs(tinted, PLACED, drawing()) is found


def test_what_stands_beside_a_drawing_is_not_compared() -> None:
    """The pixels that a drawing can touch, and no row or column more."""
    tiny = drawing(width=0.5, height=0.5)
    placed = Placed(0, "form", SIDES[0] + 20 / SCALE, SIDES[3] - 20 / SCALE - 0.5, upright=True)
    assert not differs(glass(((22, 20, 23, 23), (0, 0, 0)), ((20, 22, 23, 23), (0, 0, 0))), placed, tiny)
    assert differs(glass(((21, 20, 22, 22), (0, 0, 0))), placed, tiny)
    assert differs(glass(((20, 21, 22, 22), (0, 0, 0))), placed, tiny)


def test_a_place_is_cut_out_with_what_lies_before_it() -> None:
    left, _, _, top = at(20, 30, 40, 50)
    whole, shift = cut(glass(((20, 30, 21, 31), (9, 9, 9))), (left + 0.2, top - 0.4), 8.0, 4.0)
    assert whole.size == (14, 8)
    assert whole.getpixel((0, 0)) == (9, 9, 9)
    assert shift == pytest.approx((0.3, 0.6))
