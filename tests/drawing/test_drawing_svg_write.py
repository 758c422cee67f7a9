"""A drawing as SVG, and back."""

from __future__ import annotations

from xml.etree import ElementTree

from drawing_specimens import WHERE
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.drawing import Drawing, Segment, Shape, fit, from_svg, mirrored, recolour, to_svg
from handout.drawing.svg.geometry import Point

HOUSE = Drawing(
    40,
    30.5,
    (
        Shape((("M", (1, 1)), ("L", (10.125, 1)), ("C", (11, 2, 12, 3, 13, 4)), ("Z", ())), fill="#ffd100"),
        Shape(
            (("M", (5, 5)), ("L", (20, -0.001))),
            stroke="#0b4f8a", width=1.5, cap="butt", join="miter", dash=(2, 1.5),
        ),
        Shape(
            (("M", (5, 5)), ("L", (9, 9)), ("L", (5, 9)), ("Z", ())),
            "#ffffff", "#1b2530", 2, even_odd=True,
        ),
    ),
    alt="A house & a <tree>",
)  # fmt: skip


def test_a_drawing_is_written_plainly() -> None:
    assert to_svg(HOUSE).splitlines() == [
        '<svg xmlns="http://www.w3.org/2000/svg" width="40pt" height="30.5pt" viewBox="0 0 40 30.5"'
        ' stroke-linecap="round" stroke-linejoin="round">',
        "<title>A house &amp; a &lt;tree&gt;</title>",
        '<path d="M1 1L10.12 1C11 2 12 3 13 4Z" fill="#ffd100"/>',
        '<path d="M5 5L20 0" fill="none" stroke="#0b4f8a" stroke-width="1.5" stroke-linecap="butt"'
        ' stroke-linejoin="miter" stroke-dasharray="2 1.5"/>',
        '<path d="M5 5L9 9L5 9Z" fill="#ffffff" fill-rule="evenodd" stroke="#1b2530" stroke-width="2"/>',
        "</svg>",
    ]
    assert ElementTree.fromstring(to_svg(HOUSE)).tag.endswith("svg")


COORDINATES = st.integers(0, 9900).map(lambda value: value / 100)
POINTS = st.tuples(COORDINATES, COORDINATES)
SEGMENTS: st.SearchStrategy[Segment] = st.one_of(
    POINTS.map(lambda point: ("L", point)),
    st.tuples(POINTS, POINTS, POINTS).map(lambda three: ("C", (*three[0], *three[1], *three[2]))),
)


@given(st.lists(st.tuples(POINTS, st.lists(SEGMENTS, min_size=1, max_size=6)), min_size=1, max_size=4))
@settings(max_examples=60, derandomize=True, database=None, deadline=None)
def test_what_is_written_is_read_back_the_same(parts: list[tuple[Point, list[Segment]]]) -> None:
    paths: list[tuple[Segment, ...]] = [(("M", start), *rest, ("Z", ())) for start, rest in parts]
    drawing = Drawing(99.37, 99.11, tuple(Shape(path, "#aabbcc", "#000000", 1.25) for path in paths))
    assert from_svg(to_svg(drawing), WHERE) == drawing


def test_a_drawing_is_recoloured_where_asked() -> None:
    again = recolour(HOUSE, {"#ffd100": "#ffffff", "#0b4f8a": "#000000"})
    assert [(shape.fill, shape.stroke) for shape in again.shapes] == [
        ("#ffffff", None), (None, "#000000"), ("#ffffff", "#1b2530"),
    ]  # fmt: skip


def test_an_icon_is_fitted_with_its_strokes() -> None:
    half = fit(HOUSE, 15.25)
    assert (half.width, half.height) == (20, 15.25)
    assert half.shapes[1].width == 0.75
    assert half.shapes[1].dash == (1, 0.75)
    assert fit(HOUSE, 61, max_width=40).width == 40


def test_a_sign_is_mirrored_in_its_box() -> None:
    assert mirrored(HOUSE).shapes[1].path[0] == ("M", (35, 5))
    assert mirrored(mirrored(HOUSE)).shapes[0].path == HOUSE.shapes[0].path
