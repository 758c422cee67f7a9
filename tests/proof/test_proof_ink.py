"""The pages of a file as pdfium reads them: text objects with what they say, their size, place and mark."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from eye_made import file

from handout.proof.ink import InkedSheet, Stretch, read_sheets


def sheet(contents: bytes, **fonts: pikepdf.Object) -> InkedSheet:
    (one,) = read_sheets(file(contents, fonts=fonts))
    return one


def word(operators: bytes) -> Stretch:
    (found,) = sheet(b"BT " + operators + b" ET").stretches
    return found


def test_a_text_object_is_read_with_its_place_size_and_mark() -> None:
    one = sheet(b"/P <</MCID 5>> BDC BT /H 10 Tf 1 0 0 1 20 30 Tm (Ape) Tj ET EMC")
    assert one.box == (0, 0, 100, 60)
    assert one.text == "Ape"
    ((page, mark, text, size, box, visible, baseline),) = [
        (s.page, s.mark, s.text, s.size, s.box, s.visible, s.baseline) for s in one.stretches
    ]
    assert (page, mark, text, size, visible, baseline) == (0, 5, "Ape", 10, True, 30)
    left, bottom, right, top = box
    assert 19 < left < 22 < 36 < right < 40
    assert 26 < bottom < 30 < 36 < top < 39
    assert one.painted == ()
    assert one.unmapped == 0


@pytest.mark.parametrize(
    ("matrix", "size"), [(b"2 0 0 2", 20), (b"3 0 0 2", 20), (b"1 0 0.75 1", 12.5), (b"0 1 -1 0", 10), (b"1 0 3 4", 50)]
)
def test_the_size_is_that_of_the_printed_letters(matrix: bytes, size: float) -> None:
    assert word(b"/H 10 Tf " + matrix + b" 50 30 Tm (Ape) Tj").size == pytest.approx(size)


@pytest.mark.parametrize(("mode", "visible"), [(0, True), (1, True), (3, False), (7, True)])
def test_a_text_that_is_not_drawn_is_invisible(mode: int, visible: bool) -> None:
    assert word(b"%d Tr /H 10 Tf 20 30 Td (Ape) Tj" % mode).visible is visible


@pytest.mark.parametrize("count", [0, 1, 2046, 2047, 2048, 2049, 5000])
def test_a_text_of_any_length_is_read_whole(count: int) -> None:
    """Also one that is longer than what it is read into, and the next ones."""
    contents = b"BT /H 10 Tf 20 30 Td (" + b"a" * count + b" ) Tj 0 -12 Td (now) Tj ET"
    assert [one.text.strip() for one in sheet(contents).stretches] == ["a" * count, "now"]


def test_an_object_that_is_a_space_says_nothing() -> None:
    assert [one.text for one in sheet(b"BT /H 10 Tf 20 30 Td ( ) Tj 9 0 Td (a) Tj ET").stretches] == ["", "a"]


def test_what_is_no_text_has_a_mark_and_a_place() -> None:
    one = sheet(b"/Figure <</MCID 3>> BDC 10 20 5 6 re f EMC 1 2 3 4 re f")
    assert one.stretches == ()
    assert one.painted == ((3, (10, 20, 15, 26)), (-1, (1, 2, 4, 6)))


def test_letters_without_a_text_are_counted() -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name("/AAAAAA+None"),
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=pikepdf.Array([
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name("/AAAAAA+None"),
                CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            )
        ]),
    )  # fmt: skip
    one = sheet(b"BT /N 10 Tf 20 0 Td <00070008> Tj ET", N=font)
    assert one.unmapped == 2


def test_each_page_is_read_with_its_number() -> None:
    pdf = pikepdf.new()
    for _ in range(2):
        with pikepdf.open(io.BytesIO(file(b"BT /H 10 Tf 20 30 Td (Ape) Tj ET"))) as one:
            pdf.pages.append(one.pages[0])
    out = io.BytesIO()
    pdf.save(out)
    assert [stretch.page for one in read_sheets(out.getvalue()) for stretch in one.stretches] == [0, 1]


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        read_sheets(b"no file")
