"""The SVG that we draw exactly, and the SVG that we refuse."""

from __future__ import annotations

import contextlib
import math
from itertools import pairwise
from pathlib import Path

import pytest
from drawing_specimens import WHERE, read, refused, svg
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.drawing import Drawing, Segment, from_svg, load_svg
from handout.drawing.svg.geometry import bounds
from handout.errors import DrawingError


def path_of(data: str) -> tuple[Segment, ...]:
    return read(f'<path d="{data}"/>').shapes[0].path


def near(path: tuple[Segment, ...]) -> list[tuple[str, list[float]]]:
    return [(verb, [round(number, 3) for number in numbers]) for verb, numbers in path]


@pytest.mark.parametrize(
    ("data", "same"),
    [
        ("m10 10 20 0 0 20z", "M10 10L30 10L30 30Z"),
        ("M10,10H30V30h-5v-5", "M10 10L30 10L30 30L25 30L25 25"),
        ("M10 10L20 20 30 10", "M10 10L20 20L30 10"),
        ("M10 10c0 5 5 10 10 10s10 5 10 10", "M10 10C10 15 15 20 20 20C25 20 30 25 30 30"),
        ("M10 10S15 20 20 20", "M10 10C10 10 15 20 20 20"),
        ("M0 0Q15 30 30 0", "M0 0C10 20 20 20 30 0"),
        ("M0 40q15 30 30 0t30 0", "M0 40C10 60 20 60 30 40C40 20 50 20 60 40"),
        ("M1.5.5.5.5", "M1.5 .5L.5 .5"),
        ("M1e1-5e-1L2 3", "M10 -.5L2 3"),
        ("M10 10h5zv5", "M10 10L15 10ZM10 10L10 15"),
        ("M10 10A0 5 0 0 1 20 20", "M10 10L20 20"),
        ("M10 10A5 5 0 0 1 10 10L20 20", "M10 10L20 20"),
    ],
)
def test_every_command_becomes_a_line_or_a_cubic(data: str, same: str) -> None:
    assert near(path_of(data)) == near(path_of(same))


def test_arc_flags_may_stand_without_spaces() -> None:
    assert path_of("M40 50a10 10 0 0120 0") == path_of("M40 50 a 10 10 0 0 1 20 0")


@given(
    st.floats(1, 40), st.floats(1, 40), st.floats(-180, 180), st.booleans(), st.booleans(),
    st.tuples(st.floats(30, 70), st.floats(30, 70)),
)  # fmt: skip
@settings(max_examples=80, derandomize=True, database=None, deadline=None)
def test_an_arc_starts_ends_and_bends_where_svg_says(
    rx: float, ry: float, turn: float, large: bool, sweep: bool, end: tuple[float, float]
) -> None:
    data = f"M50 50A{rx:.4f} {ry:.4f} {turn:.4f} {large:d} {sweep:d} {end[0]:.4f} {end[1]:.4f}"
    text = svg(f'<path d="{data}"/>', 'viewBox="-400 -400 1000 1000" width="1000pt" height="1000pt"')
    path = from_svg(text, WHERE).shapes[0].path
    if len(path) > 1:
        assert path[-1][1][-2:] == pytest.approx((end[0] + 400, end[1] + 400), abs=0.01)
    # Every joint lies on one ellipse of these radii (grown where they were too small) and this turn.
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    joints = [numbers[-2:] for _, numbers in path]
    flat = [((x * cos + y * sin) / rx, (y * cos - x * sin) / ry) for x, y in joints]
    if len(flat) >= 4:
        (x1, y1), (x2, y2), (x3, y3) = flat[:3]
        a = 2 * (x2 - x1), 2 * (y2 - y1), x2**2 + y2**2 - x1**2 - y1**2
        b = 2 * (x3 - x1), 2 * (y3 - y1), x3**2 + y3**2 - x1**2 - y1**2
        cross = a[0] * b[1] - b[0] * a[1]
        if abs(cross) > 1e-3:
            centre = (a[2] * b[1] - b[2] * a[1]) / cross, (a[0] * b[2] - b[0] * a[2]) / cross
            radii = [math.dist(point, centre) for point in flat]
            assert max(radii) - min(radii) < 0.02 * max(radii)


def test_the_basic_shapes_become_paths() -> None:
    drawing = read(
        '<rect x="10" y="10" width="20" height="10"/><rect x="10" y="30" width="20" height="10" rx="3"/>'
        '<circle cx="50" cy="50" r="10"/><ellipse cx="50" cy="50" rx="20" ry="5"/>'
        '<line x1="1" y1="2" x2="3" y2="4" stroke="#000"/>'
        '<polyline points="1,2 3,4 5,2"/><polygon points="1 2 3 4 5 2"/>'
    )
    boxes = [bounds(shape.path) for shape in drawing.shapes]
    assert boxes[:4] == [(10, 10, 30, 20), (10, 30, 30, 40), (40, 40, 60, 60), (30, 45, 70, 55)]
    verbs = ["".join(verb for verb, _ in shape.path) for shape in drawing.shapes]
    assert verbs == ["MLLLZ", "MLCLCLCLCZ", "MCCCCZ", "MCCCCZ", "ML", "MLL", "MLLZ"]
    assert drawing.shapes[4].fill is None


def test_a_circle_is_round_to_a_thousandth() -> None:
    path = read('<circle cx="50" cy="50" r="40"/>').shapes[0].path
    for (_, before), (verb, n) in pairwise(path):
        if verb == "C":
            middle = [(before[-2 + k] + 3 * n[k] + 3 * n[k + 2] + n[k + 4]) / 8 for k in (0, 1)]
            assert math.dist(middle, (50, 50)) == pytest.approx(40, rel=1e-3)


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ('width="24pt" height="12pt" viewBox="0 0 24 12"', (24, 12)),
        ('width="40" height="20"', (30, 15)),
        ('width="40px" height="20px" viewBox="0 0 80 40"', (30, 15)),
        ('viewBox="0 0 40 20"', (30, 15)),
        ('width="100%" height="100%" viewBox="0 0 40 20"', (30, 15)),
        ('width="25.4mm" height="1in" viewBox="0 0 10 10"', (72, 72)),
    ],
)
def test_sizes_come_out_in_points(box: str, size: tuple[float, float]) -> None:
    drawing = read('<rect width="5" height="5"/>', box)
    assert (drawing.width, drawing.height) == pytest.approx(size)


def test_a_view_box_of_another_shape_is_centred_as_browsers_do() -> None:
    drawing = read('<rect width="10" height="10"/>', 'viewBox="0 0 10 10" width="40pt" height="20pt"')
    assert bounds(drawing.shapes[0].path) == (10, 0, 30, 20)


def test_transforms_act_from_the_inside_out_and_scale_strokes() -> None:
    drawing = read(
        '<g transform="translate(50 50) rotate(90) scale(2)" stroke="#f00" stroke-dasharray="1 2">'
        '<path d="M0 0L10 0"/></g>'
    )
    shape = drawing.shapes[0]
    assert near(shape.path) == [("M", [50, 50]), ("L", [50, 70])]
    assert (shape.width, shape.dash) == (2, (2, 4))


@pytest.mark.parametrize(
    ("transform", "point"),
    [
        ("matrix(1 0 0 -1 0 50)", (10, 30)), ("rotate(180 20 20)", (30, 20)), ("skewX(45)", (30, 20)),
        ("scale(2,1)", (20, 20)), ("translate(5)", (15, 20)), ("translate(5,5),scale(2)", (25, 45)),
    ],
)  # fmt: skip
def test_each_transform_moves_a_point_as_svg_says(transform: str, point: tuple[float, float]) -> None:
    path = read(f'<path transform="{transform}" d="M10 20L11 21"/>').shapes[0].path
    assert path[0][1] == pytest.approx(point)


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        ("#abc", "#aabbcc"), ("#A1B2C3", "#a1b2c3"), ("rgb(255, 0,10)", "#ff000a"),
        ("rgb(100%,0%,50%)", "#ff0080"), ("Teal", "#008080"),
        ("rebeccapurple", "#663399"), ("none", None), ("currentColor", "#112233"),
    ],
)  # fmt: skip
def test_plain_colours_are_read(fill: str, colour: str | None) -> None:
    drawing = read(f'<g color="#112233"><rect width="9" height="9" fill="{fill}" stroke="#000"/></g>')
    assert drawing.shapes[0].fill == colour


def test_paint_is_inherited_and_style_wins_over_attributes() -> None:
    shape = read(
        '<g fill="red" stroke="blue" stroke-width="3" stroke-linecap="round" fill-rule="evenodd">'
        '<path style="fill: #00ff00; stroke-linejoin: bevel" fill="black" d="M1 1L5 5L1 5z"/></g>'
    ).shapes[0]
    assert (shape.fill, shape.stroke, shape.width, shape.cap, shape.join, shape.even_odd) == (
        "#00ff00", "#0000ff", 3, "round", "bevel", True,
    )  # fmt: skip


def test_an_editors_notes_are_left_out() -> None:
    drawing = read(
        '<title>t</title><desc>d</desc><metadata><x/></metadata><defs/>'
        '<e:view xmlns:e="urn:editor" e:zoom="2"><rect width="9" height="9"/></e:view>'
        '<circle id="c" class="logo" r="5" cx="9" cy="9"/>'
    )
    assert len(drawing.shapes) == 1


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<text>hello</text>", "<text>: this element is not drawn"),
        ('<image href="a.png"/>', "<image>: this element is not drawn"),
        ('<use href="#a"/>', "<use>: this element is not drawn"),
        ("<script>alert(1)</script>", "<script>: this element is not drawn"),
        ("<style>.a{}</style>", "<style>: this element is not drawn"),
        ("<defs><linearGradient/></defs>", "<defs>: this element is not drawn"),
        ('<rect fill="url(#g)" width="1" height="1"/>', "gradients and patterns are not drawn"),
        ('<rect opacity="0.5" width="1" height="1"/>', "opacity is not drawn"),
        ('<rect style="fill-opacity:.2" width="1" height="1"/>', "fill-opacity is not drawn"),
        ('<rect fill="rgba(0,0,0,.5)" width="1" height="1"/>', "is not a plain colour"),
        ('<g clip-path="url(#c)"/>', "clip-path is not drawn"),
        ('<g display="none"/>', "display is not drawn"),
        ('<path d="M1 1L"/>', "a number is missing at character 6"),
        ('<path d="L1 1"/>', "the path does not begin with M"),
        ('<path d="M1 1X"/>', "a number is missing"),
        ('<path d="M1 1 a1 1 0 2 1 3 3"/>', "a flag (0 or 1) is missing"),
        ('<path transform="scale(2 1)" stroke="red" d="M1 1L5 5"/>', "stretched more one way"),
        ('<path transform="turn(2)" d="M1 1L5 5"/>', "the transform turn"),
        ('<rect x="200" width="9" height="9"/>', "reaches outside the picture's box"),
        ('<rect width="5em" height="9"/>', "is not in px, pt, mm, cm or in"),
        ('<circle r="-1"/>', "r is negative"),
        ('<polygon points="1 2 3"/>', "odd number of coordinates"),
        ("", "there is nothing in the picture"),
    ],
)
def test_what_we_cannot_draw_exactly_is_refused(body: str, says: str) -> None:
    (finding,) = refused(svg(body))
    assert says in finding.what
    assert "PNG" in finding.hint


def test_all_findings_come_at_once_with_their_lines() -> None:
    findings = refused(svg('\n<text>a</text>\n\n<g>\n  <image/>\n</g>'))
    assert [str(finding.where) for finding in findings] == ["logo.svg:2:1", "logo.svg:5:3"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "&#10;">]><svg viewBox="0 0 1 1">&a;</svg>', "document type"),
        ('<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>', "document type"),
        ("<svg>&nbsp;</svg>", "not well-formed"),
        ("<svg", "not well-formed"),
        ("", "not well-formed"),
        ("<html/>", "not an SVG"),
        ("<svg" + " " * 4_000_001 + "/>", "very large"),
        ('<svg viewBox="0 0 9 9">' + "<g>" * 80 + "</g>" * 80 + "</svg>", "nested too deeply"),
        ('<svg viewBox="0 0 0 9"/>', "above zero"),
        ("<svg/>", "neither a viewBox nor a width and height"),
    ],
)
def test_hostile_and_broken_files_are_refused(text: str, says: str) -> None:
    assert any(says in finding.what for finding in refused(text))


def test_a_file_is_read_as_utf8_and_named_in_findings(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.svg", tmp_path / "b.svg"
    good.write_text('\ufeff<?xml version="1.0"?>' + svg('<rect width="9" height="9"/>'), "utf-8")
    assert isinstance(load_svg(good), Drawing)
    bad.write_bytes(b"<svg>\xff</svg>")
    with pytest.raises(DrawingError, match=r"b\.svg:1:1: this SVG is not in UTF-8"):
        load_svg(bad)


@given(st.text(alphabet="MmLlCcQqAaZzHhVvSsTt0123456789.-+e, ", max_size=40))
@settings(max_examples=300, derandomize=True, database=None, deadline=None)
def test_no_path_data_ends_in_a_traceback(data: str) -> None:
    with contextlib.suppress(DrawingError):
        drawing = from_svg(svg(f'<path d="{data}"/>'), WHERE)
        assert all(math.isfinite(value) for shape in drawing.shapes for _, n in shape.path for value in n)


def test_a_named_colour_is_read_again_after_pillow_was_asked_for_it() -> None:
    from PIL import ImageColor

    ImageColor.getrgb("teal")  # keeps a tuple in its table
    assert read('<path fill="teal" d="M1 1h5v5z"/>').shapes[0].fill == "#008080"
