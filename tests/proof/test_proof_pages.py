"""Two pages are alike when all that paints them is equal, however deep it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import cast

import pikepdf
import pypdfium2
import pytest

from handout.proof.pages import letters_of, same_page

Change = Callable[[pikepdf.Object], None]


def page(pdf: pikepdf.Pdf) -> pikepdf.Object:
    widths = pikepdf.Array([500, 600])
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Widths=widths, ToUnicode=pdf.make_stream(b"a to b"))
    return pikepdf.Dictionary(
        MediaBox=pikepdf.Array([0, 0, 595, 842]),
        Contents=pikepdf.Array([pdf.make_stream(b"BT ET"), pdf.make_stream(b"q Q  ")]),
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)),
    )


def alike(change: Change | None = None) -> bool:
    pdf = pikepdf.new()
    one, other = page(pdf), page(pdf)
    if change is not None:
        change(other)
    return same_page(one, other)


def put(key: str, value: object) -> Change:
    """Another value somewhere in the font."""
    return lambda of: of.Resources.Font.F1.__setitem__(key, value)


def test_equal_pages_are_alike_and_so_are_those_that_differ_in_blanks_at_an_end() -> None:
    assert alike()
    assert alike(lambda of: of.Contents[1].write(b"q Q"))


def test_where_a_page_stands_in_its_file_is_no_difference() -> None:
    assert alike(lambda of: of.__setitem__("/Parent", pikepdf.Dictionary(Count=12)))
    assert alike(lambda of: of.__setitem__("/StructParents", 10200))


CHANGES: dict[str, Change] = {
    "another content": lambda of: of.Contents[0].write(b"BT  ET"),
    "a content less": lambda of: of.__setitem__("/Contents", of.Contents[0]),
    "contents in another order": lambda of: of.__setitem__("/Contents", pikepdf.Array([*of.Contents][::-1])),
    "another paper": lambda of: of.__setitem__("/MediaBox", pikepdf.Array([0, 0, 612, 792])),
    "turned": lambda of: of.__setitem__("/Rotate", 180),
    "cropped": lambda of: of.__setitem__("/CropBox", pikepdf.Array([0, 400, 595, 842])),
    "annotations": lambda of: of.__setitem__("/Annots", pikepdf.Array([])),
    "another kind of font": put("/Type", pikepdf.Name.XObject),
    "a key more": put("/Flags", 4),
    "a key less": lambda of: of.Resources.Font.F1.__delitem__("/Type"),
    "a width more": put("/Widths", pikepdf.Array([500, 600, 700])),
    "another width": put("/Widths", pikepdf.Array([500, 601])),
    "a number in place of widths": put("/Widths", 500),
    "another stream": lambda of: of.Resources.Font.F1.ToUnicode.write(b"a to c"),
    "a stream with another key": lambda of: of.Resources.Font.F1.ToUnicode.__setitem__("/Usage", 1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_pages_that_differ_are_not_alike(name: str) -> None:
    assert not alike(CHANGES[name])


def looped(pdf: pikepdf.Pdf, widths: int) -> pikepdf.Object:
    """A page with a font that leads back to itself."""
    made = page(pdf)
    font = pdf.make_indirect(made.Resources.Font.F1)
    font.Again, font.Widths = font, widths
    made.Resources.Font.F1 = font
    return made


def test_a_font_that_leads_back_to_itself_is_compared_and_ends() -> None:
    pdf = pikepdf.new()
    assert same_page(looped(pdf, 500), looped(pdf, 500))
    assert not same_page(looped(pdf, 500), looped(pdf, 501))


class Page:
    """A page as pdfium reads it, and its own words."""

    def __init__(self, text: str) -> None:
        self.text, self.closed = text, 0

    def get_textpage(self) -> Page:
        return self

    def get_text_range(self) -> str:
        return self.text

    def close(self) -> None:
        self.closed += 1


def test_letters_and_digits_of_a_page_are_counted_and_the_page_and_its_words_let_go() -> None:
    read = Page("5 ×  (ab) a\u0301!")
    assert letters_of(cast("pypdfium2.PdfPage", read)) == Counter({"5": 1, "a": 1, "b": 1, "á": 1})
    assert read.closed == 2
