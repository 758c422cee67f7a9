"""Symbols, pictograms and bars: each looks like its drawing, each part of the panel has its own, no other is there."""

from __future__ import annotations

from dataclasses import replace

import eye_sheets as script
import pytest
from eye_made import BLACK, SIDES, WHITE, glass
from test_proof_eye import Change

from handout.drawing import Drawing, Segment, Shape, in_one_colour, mirrored
from handout.proof.eye.drawn import painted
from handout.proof.eye.glass import SCALE, Glass, look_through
from handout.proof.eye.paths import RGB, Ornament, SeenStroke
from handout.proof.eye.symbols import Atlas, Symbol, is_shown, symbols_of

OCTAGON = rb"(q 1 0 0 -1 \S+ \S+ cm\n)1 0?\.82 0 rg\n0 0 0 RG\n\S+ w.*?(Q\n)"
BAR = rb"(q 1 0 0 -1 \S+ \S+ cm\n)0?\.608 0?\.141 0?\.137 rg\n0\.00 0\.00 m\n5\.00 0\.00 l.*?(Q\n)"
LETTERS = b"0 g 60 60 m 60 90 l 64 90 l 64 78 l 74 90 l 79 90 l 68 76 l 80 60 l 75 60 l 65 73 l 64 72 l 64 60 l h f"


def dropped(pattern: bytes) -> Change:
    return script.rewritten(b"(?s)" + pattern, rb"\1\2")


SEEN: dict[str, tuple[Change, str]] = {
    "no octagon": (dropped(OCTAGON), "the part “stop” of the safety panel lacks its symbol"),
    "a white disc over the octagon": (
        script.painted(b"1 g 52 476 20 18 re f"),
        "the symbol “hand-octagon” does not look like its drawing",
    ),
    "a grey octagon": (
        script.rewritten(rb"(q 1 0 0 -1 \S+ \S+ cm\n)1 0?\.82 0 rg\n(0 0 0 RG\n\S+ w)", rb"\g<1>0.5 g\n\2"),
        "the symbol “hand-octagon” does not look like its drawing",
    ),
    "no bar along get help now": (dropped(BAR), "the part “now” of the safety panel lacks its bar"),
    "letters drawn as paths": (script.painted(LETTERS), "Page 1 shows a drawing that is none of the sheet's"),
    "a pale handset": (
        script.rewritten(rb"0?\.608 0?\.141 0?\.137 rg\n0?\.608 0?\.141 0?\.137 RG", b"1 0.9 0.9 rg\n1 0.9 0.9 RG"),
        "the symbol “handset” does not look like its drawing",
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_a_symbol_that_is_gone_or_another_is_seen(name: str) -> None:
    change, what = SEEN[name]
    one = script.sheet()
    found = script.said(one, script.changed(one[0], change))
    assert any(what in line for line in found), found


def _without(drawing: Drawing, stroke: int) -> Drawing:
    return replace(drawing, shapes=drawing.shapes[:stroke] + drawing.shapes[stroke + 1 :])


def test_no_stroke_of_a_symbol_can_be_missing_and_no_pictogram_be_another() -> None:
    """Every symbol of two styles, on every page, against itself and against itself with a stroke less."""
    for style in ("standard", "large-print"):
        own = Atlas(script.shipped().theme(style).icons)
        names: set[str] = set()
        for seen, _ in look_through(script.sheet("en", style)[0]):
            symbols, strange = symbols_of(seen, own)
            assert not strange
            for symbol in symbols:
                drawing = own.drawings[symbol.name]
                names.add(symbol.name)
                assert is_shown(seen, symbol, drawing), symbol.name
                other = own.drawings["floor.down-lie" if symbol.name != "floor.down-lie" else "floor.down-kneel"]
                assert not is_shown(seen, symbol, other), symbol.name
                few = range(len(drawing.shapes)) if len(drawing.shapes) < 6 else ()
                assert not any(is_shown(seen, symbol, _without(drawing, stroke)) for stroke in few), symbol.name
        assert {"hand-octagon", "warning-triangle", "handset", "speech-question", "both-legs"} <= names


Path = tuple[Segment, ...]
FLAG: Path = (("M", (1, 0)), ("L", (9, 3)), ("L", (1, 6)), ("Z", ()))
POLE: Path = (("M", (1, 0)), ("L", (1, 12)))
BOW: Path = (("M", (0, 0)), ("C", (0, 8, 12, 8, 12, 0)), ("L", (0, 0)), ("Z", ()))
SIGNAL = Drawing(10.0, 14.0, (Shape(FLAG, fill="#b02020"), Shape(POLE, stroke="#102030", width=1.5)))
HIDDEN = replace(SIGNAL, shapes=(*SIGNAL.shapes, Shape(BOW)))  # a path that is not painted
ARCH = Drawing(12.0, 8.0, (Shape(BOW, fill="#204080"),))


def atlas() -> Atlas:
    return Atlas({"signal": SIGNAL, "arch": ARCH})


def ornament(drawing: Drawing, left: float = 30.0, top: float = 60.0, factor: float = 1.0) -> Ornament:
    """As a page has a drawing: y upwards, a closed path ending where it began."""
    strokes = []
    for shape in drawing.shapes:
        points: list[tuple[float, float]] = []
        for verb, values in shape.path:
            pairs = [(left + x * factor, top - y * factor) for x, y in zip(values[::2], values[1::2], strict=True)]
            points += pairs if verb != "Z" or points[-1] == points[0] else points[:1]
        strokes.append(SeenStroke(tuple(points), any(verb == "C" for verb, _ in shape.path), 1))
    return Ornament(tuple(strokes), (1, 2, 3))


@pytest.mark.parametrize(("name", "drawing"), [("signal", SIGNAL), ("arch", ARCH)])
@pytest.mark.parametrize("factor", [1.0, 2.5, 0.5])
def test_a_drawing_is_found_by_its_points_wherever_it_stands_and_however_large(
    name: str, drawing: Drawing, factor: float
) -> None:
    one = atlas().find(ornament(drawing, 30, 60, factor))
    assert one is not None
    assert (one.name, one.mirrored, one.colour) == (name, False, (1, 2, 3))
    assert (one.left, one.top, one.factor) == pytest.approx((30, 60, factor))
    lowest = {"signal": 12, "arch": 8}[name]
    left, right = {"signal": (1, 9), "arch": (0, 12)}[name]
    box = (30 + left * factor, 60 - lowest * factor, 30 + right * factor, 60)
    assert one.box == pytest.approx(box)


def test_the_mirror_image_of_a_drawing_is_found_as_one() -> None:
    one = atlas().find(ornament(mirrored(SIGNAL), 30, 60, 2.0))
    assert one is not None
    assert (one.name, one.mirrored) == ("signal", True)
    assert (one.left, one.top, one.factor) == pytest.approx((50, 60, 2.0))  # its right side: there it is turned round
    both = Atlas({"flag": SIGNAL, "galf": mirrored(SIGNAL)})
    found = both.find(ornament(mirrored(SIGNAL)))
    assert found is not None
    assert (found.name, found.mirrored) == ("galf", False)


def moved(one: Ornament, stroke: int, point: int, dx: float, dy: float) -> Ornament:
    points = [*one.strokes[stroke].points]
    points[point] = points[point][0] + dx, points[point][1] + dy
    strokes = [*one.strokes]
    strokes[stroke] = replace(strokes[stroke], points=tuple(points))
    return replace(one, strokes=tuple(strokes))


@pytest.mark.parametrize(
    ("dx", "dy", "found"),
    [(0.09, 0.0, True), (0.0, 0.09, True), (0.12, 0.0, False), (0.0, 0.12, False), (0.0, -0.12, False)],
)
def test_a_point_may_lie_a_tenth_of_a_point_off(dx: float, dy: float, found: bool) -> None:
    inside = Drawing(20.0, 20.0, (Shape((("M", (0, 0)), ("L", (9, 9)), ("L", (20, 20)))),))
    inside = replace(inside, shapes=(replace(inside.shapes[0], stroke="#000000"),))
    assert (Atlas({"step": inside}).find(moved(ornament(inside), 0, 1, dx, dy)) is not None) is found


def test_a_drawing_of_other_strokes_is_not_found() -> None:
    whole = ornament(SIGNAL)
    assert atlas().find(replace(whole, strokes=whole.strokes[::-1])) is None
    assert atlas().find(replace(whole, strokes=whole.strokes[:1])) is None
    joined = SeenStroke(whole.strokes[0].points + whole.strokes[1].points, False, 1)
    assert atlas().find(replace(whole, strokes=(joined,))) is None
    wide = Ornament(tuple(replace(s, points=tuple((2 * x, y) for x, y in s.points)) for s in whole.strokes), BLACK)
    assert atlas().find(wide) is None


def test_a_path_without_paint_is_not_looked_for() -> None:
    assert Atlas({"signal": HIDDEN}).find(ornament(SIGNAL)) is not None


def test_a_dot_is_a_drawing_too() -> None:
    dot = Drawing(4.0, 4.0, (Shape((("M", (2, 2)), ("L", (2, 2))), stroke="#000000", width=4.0),))
    one = Atlas({"dot": dot}).find(ornament(dot, 30, 60))
    assert one is not None
    assert one.box == (32, 58, 32, 58)


def test_each_atlas_of_other_drawings_has_another_digest() -> None:
    atlases = [{"a": SIGNAL}, {"b": SIGNAL}, {"a": ARCH}, {"a": SIGNAL, "b": ARCH}, {"a": ARCH, "b": SIGNAL}]
    assert len({Atlas(one).digest for one in atlases}) == len(atlases)
    assert Atlas({"a": SIGNAL, "b": ARCH}).digest == Atlas({"b": ARCH, "a": SIGNAL}).digest


def stroke(points: int, *, curved: bool = False, rings: int = 1) -> SeenStroke:
    return SeenStroke(tuple((float(n), float(n * n)) for n in range(points)), curved, rings)


@pytest.mark.parametrize(
    ("one", "strange"),
    [
        (stroke(2), 0),
        (stroke(8), 0),
        (stroke(9), 1),
        (stroke(16, rings=2), 0),
        (stroke(17, rings=2), 1),
        (stroke(17, curved=True), 0),
        (stroke(16, curved=True), 1),
        (stroke(18, curved=True), 1),
        (stroke(4, curved=True), 1),
        (stroke(17, curved=True, rings=2), 1),
    ],
    ids=lambda one: f"{len(one.points)}-{one.curved}-{one.rings}" if isinstance(one, SeenStroke) else str(one),
)
def test_boxes_rules_and_discs_are_plain_and_any_other_path_is_a_drawing(one: SeenStroke, strange: int) -> None:
    page = glass(ornaments=(Ornament((one,), BLACK), ornament(SIGNAL), Ornament((stroke(2), one), BLACK)))
    found, count = symbols_of(page, atlas())
    assert [symbol.name for symbol in found] == ["signal"]
    assert count == 2 * strange


def page(drawing: Drawing, at: tuple[float, float], factor: float = 1.0, paper: RGB = WHITE) -> Glass:
    """A page that shows a drawing with its upper left corner there."""
    left, upper = (at[0] - SIDES[0]) * SCALE, (SIDES[3] - at[1]) * SCALE
    made = glass()
    made.ground.paste(painted(drawing, made.ground.size, (left, upper), factor, paper))
    return made


def symbol(colour: RGB = WHITE, *, turned: bool = False, factor: float = 1.0) -> Symbol:
    left = 30.2 + (SIGNAL.width * factor if turned else 0)
    return Symbol("signal", left, 60.3, factor, turned, (0, 0, 0, 0), colour)


CORNER = 30.2, 60.3
DARK: RGB = (0x10, 0x20, 0x30)


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("paper", [WHITE, (250, 240, 200)])
def test_a_symbol_in_its_own_colours_is_shown(factor: float, paper: RGB) -> None:
    assert is_shown(page(SIGNAL, CORNER, factor, paper), symbol(factor=factor), SIGNAL)
    assert is_shown(page(SIGNAL, CORNER, factor, paper), symbol(DARK, factor=factor), SIGNAL)
    assert is_shown(page(mirrored(SIGNAL), CORNER, factor, paper), symbol(factor=factor, turned=True), SIGNAL)
    assert not is_shown(page(mirrored(SIGNAL), CORNER, factor, paper), symbol(factor=factor), SIGNAL)
    assert not is_shown(page(SIGNAL, CORNER, factor, paper), symbol(factor=factor, turned=True), SIGNAL)


def tinted(colour: RGB) -> Drawing:
    said = "#{:02x}{:02x}{:02x}".format(*colour)
    return replace(SIGNAL, shapes=tuple(in_one_colour(shape, said) for shape in SIGNAL.shapes))


@pytest.mark.parametrize(
    ("colour", "shown"),
    [((40, 60, 200), True), ((0x8F, 0x8F, 0x8F), True), ((0xA0, 0xA0, 0xA0), False), ((255, 230, 230), False)],
    ids=str,
)
def test_a_symbol_in_one_colour_is_shown_where_it_stands_out(colour: RGB, shown: bool) -> None:
    """3:1 on white, between #949494 and #959595."""
    assert is_shown(page(tinted(colour), CORNER), symbol(colour), SIGNAL) is shown
    assert not is_shown(page(tinted(colour), CORNER), symbol(WHITE), SIGNAL)


@pytest.mark.parametrize("less", [0, 1])
def test_a_symbol_with_a_stroke_less_is_not_shown(less: int) -> None:
    assert not is_shown(page(_without(SIGNAL, less), CORNER), symbol(), SIGNAL)


@pytest.mark.parametrize(
    ("shapes", "apart", "shown"), [(1, 52, True), (1, 53, False), (11, 53, False), (12, 110, True), (12, 111, False)]
)
@pytest.mark.parametrize("band", [0, 1, 2])
def test_a_patch_of_four_pixels_may_differ_by_so_much(shapes: int, apart: int, shown: bool, band: int) -> None:
    """In any of the three colours; a drawing of many strokes has more edges."""
    blank = Drawing(12.0, 12.0, (Shape(FLAG, fill="#ffffff"),) * shapes)
    grey = [255, 255, 255]
    grey[band] -= apart
    red, green, blue = grey
    spot = glass(((18 + 8, 15 + 8, 18 + 12, 15 + 12), (red, green, blue)))
    at = Symbol("blank", SIDES[0] + 12, SIDES[3] - 10, 1.0, False, (0, 0, 0, 0), WHITE)
    assert is_shown(spot, at, blank) is shown


def test_the_paper_round_a_symbol_is_what_most_of_its_edge_shows() -> None:
    """Whatever lies beyond it, and where its right and lower edge touch something else."""
    wide, high, left, upper = 17, 23, 18, 15
    made = page(SIGNAL, (SIDES[0] + 12, SIDES[3] - 10), 1.0, (250, 240, 200))
    for area in ((0, 0, 150, upper), (0, upper + high, 150, 90), (0, 0, left, 90), (left + wide, 0, 150, 90)):
        made.ground.paste(BLACK, area)
    at = Symbol("signal", SIDES[0] + 12, SIDES[3] - 10, 1.0, False, (0, 0, 0, 0), WHITE)
    assert is_shown(made, at, SIGNAL)
    made.ground.paste((200, 210, 180), (left, upper + high - 1, left + wide, 90))
    made.ground.paste((200, 210, 180), (left + wide - 1, upper + 4, 150, 90))
    assert is_shown(made, at, SIGNAL)
