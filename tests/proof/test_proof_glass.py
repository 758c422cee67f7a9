"""What the eye takes off a page: pictures in their places, words with what their operators say, and their ink."""

from __future__ import annotations

import pikepdf
import pytest
from eye_made import SIDES, file, glass, run

from handout.proof.eye.glass import FILL, Glass, Placed, Run, SeenWords, look_through
from handout.proof.eye.paths import Box


def seen(contents: bytes, **resources: pikepdf.Object) -> tuple[Glass, SeenWords]:
    (one,) = look_through(file(contents, **resources))
    return one


def word(operators: bytes, **resources: pikepdf.Object) -> Run:
    """The one text of a page."""
    (found,) = seen(b"BT " + operators + b" ET", **resources)[1].runs
    return found


PLAIN = b"/H 10 Tf 1 0 0 1 20 30 Tm (Ape) Tj"


def test_a_word_is_read_with_its_letters_and_their_places() -> None:
    one = word(PLAIN)
    assert (one.text, one.mark, one.size, one.stretch, one.slant, one.mode) == ("Ape", -1, 10, 1, 0, FILL)
    assert (one.colour, one.alpha) == ((0, 0, 0), 255)
    assert [glyph.sign for glyph in one.glyphs] == ["A", "p", "e"]
    left, bottom, right, top = one.box
    first, second, third = (glyph.box for glyph in one.glyphs)
    assert (left, bottom, right, top) == (first[0], second[1], third[2], first[3])
    assert 20 <= left < second[0] < third[0] < right < 40
    assert 26 < bottom < 30 < top < 38


@pytest.mark.parametrize(
    ("operators", "size", "stretch", "slant"),
    [
        (b"/H 10 Tf 2 0 0 2 20 30 Tm (Ape) Tj", 20, 1, 0),
        (b"/H 10 Tf 1 0 0 2 20 30 Tm (Ape) Tj", 20, 0.5, 0),
        (b"/H 10 Tf 3 0 0 2 20 30 Tm (Ape) Tj", 20, 1.5, 0),
        (b"/H 10 Tf 1 0 0.75 1 20 30 Tm (Ape) Tj", 12.5, 0.8, 0.75),
        (b"/H 10 Tf 1 0.75 0 1 20 30 Tm (Ape) Tj", 10, 1.25, 0.75),
        (b"/H 10 Tf 0 1 -1 0 20 30 Tm (Ape) Tj", 10, 1, 2),
        (b"/H 10 Tf -1 0 0 1 60 30 Tm (Ape) Tj", 10, 1, 1),
        (b"/H 10 Tf 1 0 0 -1 20 30 Tm (Ape) Tj", 10, 1, 1),
        (b"/H 10 Tf -1 0 0 -1 60 30 Tm (Ape) Tj", 10, 1, 2),
    ],
)
def test_size_stretch_and_slant_are_those_of_the_printed_letters(
    operators: bytes, size: float, stretch: float, slant: float
) -> None:
    one = word(operators)
    assert (one.size, one.stretch, one.slant) == pytest.approx((size, stretch, slant), abs=1e-4)


STATE = {"ExtGState": pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.5))}


@pytest.mark.parametrize(
    ("operators", "colour", "alpha", "mode"),
    [
        (b"1 0 0 rg " + PLAIN, (255, 0, 0), 255, 0),
        (b"0 1 0.2 rg " + PLAIN, (0, 255, 51), 255, 0),
        (b"/G gs " + PLAIN, (0, 0, 0), 127, 0),
        (b"1 Tr " + PLAIN, (0, 0, 0), 255, 1),
        (b"3 Tr " + PLAIN, (0, 0, 0), 255, 3),
    ],
)
def test_colour_opacity_and_way_of_drawing_are_read(
    operators: bytes, colour: tuple[int, int, int], alpha: int, mode: int
) -> None:
    one = word(operators, **STATE)
    assert (one.colour, one.mode) == (colour, mode)
    assert one.alpha in (alpha, alpha + 1)


def test_a_word_in_a_pattern_counts_as_white() -> None:
    shading = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Coords=pikepdf.Array([0, 0, 100, 0]),
        Function=pikepdf.Dictionary(
            FunctionType=2, Domain=pikepdf.Array([0, 1]), C0=pikepdf.Array([1, 0, 0]), C1=pikepdf.Array([0, 0, 1]), N=1
        ),
    )  # fmt: skip
    patterns = pikepdf.Dictionary(P=pikepdf.Dictionary(PatternType=2, Shading=shading))
    one = word(b"/Pattern cs /P scn " + PLAIN, Pattern=patterns)
    assert (one.colour, one.alpha) == ((255, 255, 255), 255)


def test_words_keep_their_marks_and_what_parts_their_lines_is_none_of_them() -> None:
    contents = b"/P <</MCID 4>> BDC BT /H 10 Tf 20 30 Td (go on) Tj 0 -14 Td (now) Tj ET EMC"
    runs = seen(contents)[1].runs
    assert [(one.text, one.mark) for one in runs] == [("go on", 4), ("now", 4)]


@pytest.mark.parametrize("matrix", [b"1 0 0 0", b"1 0 0 0.00000001"])
def test_letters_without_a_height_are_read_and_not_seen(matrix: bytes) -> None:
    one = word(b"/H 10 Tf " + matrix + b" 20 30 Tm (Ape) Tj")
    assert (one.text, one.glyphs) == ("Ape", ())
    assert one.size == pytest.approx(0, abs=1e-6)
    assert one.stretch != 1


def form(contents: bytes) -> dict[str, pikepdf.Object]:
    """A form that paints this, as /F, and an image, as /I."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    sheet = pdf.make_stream(
        contents, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, 60, 60]),
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(H=font)),
    )  # fmt: skip
    image = pdf.make_stream(
        b"\0", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    return {"pdf": pdf, "XObject": pikepdf.Dictionary(F=pdf.make_indirect(sheet), I=pdf.make_indirect(image))}


def drawn(contents: bytes, inside: bytes = b"0 0 9 9 re f") -> tuple[Glass, SeenWords]:
    made = form(inside)
    pdf = made["pdf"]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.add_blank_page(page_size=(100, 60))
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(XObject=made["XObject"], Font=pikepdf.Dictionary(H=font))
    pdf.pages[0].obj.Contents = pdf.make_stream(contents)
    (one,) = look_through(bytes_of(pdf))
    return one


def bytes_of(pdf: pikepdf.Pdf) -> bytes:
    import io

    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("matrix", "upright"),
    [
        (b"1 0 0 1", True),
        (b"1.0005 0 0 0.9995", True),
        (b"1.002 0 0 1", False),
        (b"1 0 0 1.002", False),
        (b"1 0.002 0 1", False),
        (b"1 0 0.002 1", False),
        (b"-1 0 0 1", False),
        (b"0 0 0 1", False),
        (b"2 0 0 2", False),
    ],
)
def test_a_form_is_upright_where_it_is_painted_as_it_was_drawn(matrix: bytes, upright: bool) -> None:
    page, _ = drawn(b"/Figure <</MCID 7>> BDC q " + matrix + b" 12 8 cm /F Do Q EMC")
    assert page.pictures == (Placed(7, "form", 12, 8, upright),)


def test_images_are_pictures_and_paths_are_ornaments() -> None:
    page, words = drawn(b"q 9 0 0 9 5 6 cm /I Do Q 1 1 8 8 re f")
    assert page.pictures == (Placed(-1, "image", 5, 6, upright=False),)
    assert [one.strokes[0].points[0] for one in page.ornaments] == [(1, 1)]
    assert words == SeenWords((), ())


def test_words_inside_a_form_are_astray() -> None:
    _, words = drawn(b"BT /H 10 Tf 5 5 Td (own) Tj ET /F Do", b"BT /H 10 Tf 5 30 Td (go on) Tj ET")
    assert words.astray == ("go", "on")
    assert [one.text for one in words.runs] == ["own"]


@pytest.mark.parametrize("colour", [b"0 1 1", b"1 0 1", b"1 1 0"])
def test_the_ink_of_words_is_what_they_change_in_any_colour(colour: bytes) -> None:
    page, words = seen(colour + b" rg BT /H 30 Tf 20 20 Td (I) Tj ET")
    (area,) = [page.area(one.box) for one in words.runs]
    assert area is not None
    assert page.inked(area, 255)
    assert not page.inked((0, 0, 20, 90), 1)
    assert page.ground.getextrema() == ((255, 255),) * 3
    assert page.ground.size == (150, 90)
    assert len(page.ink) == 150 * 90


def test_a_rule_is_ground_and_a_word_on_it_ink() -> None:
    page, _ = seen(b"1 0 0 rg 0 0 100 60 re f 0 g BT /H 30 Tf 20 20 Td (I) Tj ET")
    assert page.ground.getextrema() == ((255, 255), (0, 0), (0, 0))
    assert max(page.ink) == 255


def test_pages_are_counted_from_one_and_may_be_chosen() -> None:
    pdf = pikepdf.new()
    for wide in (90, 100, 110):
        pdf.add_blank_page(page_size=(wide, 60))
    pdf.pages[1].obj.CropBox = pikepdf.Array([5, 6, 95, 50])
    data = bytes_of(pdf)
    assert [(page.number, page.box) for page, _ in look_through(data)] == [
        (1, (0, 0, 90, 60)), (2, (5, 6, 95, 50)), (3, (0, 0, 110, 60)),
    ]  # fmt: skip
    assert [page.number for page, _ in look_through(data, [2, 0])] == [3, 1]


@pytest.mark.parametrize(
    ("box", "area"),
    [
        ((22.0, 30.0, 42.0, 50.0), (30, 30, 61, 61)),
        ((22.3, 29.8, 42.3, 49.8), (30, 30, 61, 61)),
        ((2.0, 10.0, 2.0, 10.0), (0, 90, 1, 90)),
        ((-9.0, 0.0, 120.0, 90.0), (0, 0, 150, 90)),
        ((101.4, 10.2, 130.0, 10.9), (149, 88, 150, 90)),
        ((102.0, 20.0, 130.0, 30.0), None),
        ((-20.0, 20.0, 1.0, 30.0), None),
        ((20.0, 0.0, 30.0, 9.0), None),
        ((20.0, 71.0, 30.0, 80.0), None),
    ],
)
def test_the_pixels_of_a_box_are_all_that_it_touches_on_the_page(
    box: Box, area: tuple[int, int, int, int] | None
) -> None:
    assert SIDES == (2.0, 10.0, 102.0, 70.0)
    assert glass().area(box) == (None if area and area[1] == area[3] else area)


def test_ink_counts_within_its_area_alone() -> None:
    page = glass(ink=[((20, 30, 21, 31), 100)])
    assert page.inked((20, 30, 21, 31), 100)
    assert not page.inked((20, 30, 21, 31), 100.5)
    for area in ((21, 30, 40, 40), (0, 30, 20, 40), (0, 0, 150, 30), (0, 31, 150, 90)):
        assert not page.inked(area, 1)


def test_the_box_of_a_run_holds_all_its_letters() -> None:
    boxes = ((10.0, 20.0, 15.0, 30.0), (8.0, 22.0, 13.0, 35.0), (11.0, 18.0, 19.0, 25.0))
    assert run(*(("a", box) for box in boxes)).box == (8.0, 18.0, 19.0, 35.0)
