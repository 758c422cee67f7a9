"""A page is known again by all that it paints, and by nothing less."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from handout.proof.eye.paper import Paper, papers

LONG = b"0 0 m " * 2000 + b"ET"
Change = Callable[[pikepdf.Object], None]


def sheet(change: Change | None = None) -> Paper:
    pdf = pikepdf.new()
    widths = pikepdf.Array([500, 600])
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Widths=widths, ToUnicode=pdf.make_stream(LONG))
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    contents = pikepdf.Array([pdf.make_stream(b"BT"), pdf.make_stream(LONG)])
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page, MediaBox=pikepdf.Array([0, 0, 595.28, 841.89]), Contents=contents, Resources=resources
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    if change is not None:
        change(pdf.pages[0].obj)
    return papers(pdf)[0]


def digest(change: Change | None = None) -> bytes:
    return sheet(change).digest


def test_equal_pages_have_one_digest() -> None:
    assert digest() == digest() != b""


CHANGES: dict[str, Change] = {
    "another content": lambda of: of.Contents[1].write(b"ET "),
    "another end of a long content": lambda of: of.Contents[1].write(LONG[:-2] + b"BT"),
    "another end of a long map": lambda of: of.Resources.Font.F1.ToUnicode.write(LONG[:-2] + b"BT"),
    "a content less": lambda of: of.__setitem__("/Contents", of.Contents[0]),
    "another size": lambda of: of.__setitem__("/MediaBox", pikepdf.Array([0, 0, 595.28, 841])),
    "another width": lambda of: of.Resources.Font.F1.__setitem__("/Widths", pikepdf.Array([500, 601])),
    "a key more": lambda of: of.Resources.Font.F1.__setitem__("/Flags", 4),
    "another name of a key": lambda of: of.Resources.Font.__setitem__("/F2", of.Resources.Font.F1),
    "another stream": lambda of: of.Resources.Font.F1.ToUnicode.write(b"a to c"),
    "another operator": lambda of: of.Contents[0].write(b"ET"),
    "contents in another order": lambda of: of.__setitem__("/Contents", pikepdf.Array([*of.Contents][::-1])),
    "no contents": lambda of: of.__delitem__("/Contents"),
    "no fonts": lambda of: of.Resources.__delitem__("/Font"),
    "a text for a number": lambda of: of.Resources.Font.F1.__setitem__("/Widths", pikepdf.Array([500, "600"])),
    "a picture": lambda of: of.Resources.__setitem__("/XObject", pikepdf.Dictionary(X=of.Contents[0])),
    "another entry of a stream": lambda of: of.Resources.Font.F1.ToUnicode.__setitem__("/Usage", 1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_that_paints_something_else_has_another(name: str) -> None:
    assert digest(CHANGES[name]) != digest()


def test_a_page_with_resources_that_we_do_not_write_has_none() -> None:
    assert digest(lambda of: of.Resources.__setitem__("/Pattern", pikepdf.Dictionary())) == b""


def test_a_page_without_resources_or_with_one_content_has_a_digest() -> None:
    assert digest(lambda of: of.__delitem__("/Resources")) != b""
    assert digest(lambda of: of.__setitem__("/Contents", of.Contents[0])) != b""
    assert digest(lambda of: of.__delitem__("/Contents")) != b""


def test_an_object_that_holds_itself_has_none() -> None:
    assert digest(lambda of: of.Resources.Font.F1.__setitem__("/Own", of.Resources.Font.F1)) == b""


def test_pages_that_share_their_fonts_are_told_apart_and_known_again() -> None:
    pdf = pikepdf.new()
    font = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
    for words in (b"BT", b"ET", b"BT"):
        pdf.add_blank_page(page_size=(595.28, 841.89))
        pdf.pages[-1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        pdf.pages[-1].obj.Contents = pdf.make_stream(words)
    one, other, again = papers(pdf)
    assert one.digest == again.digest != other.digest


def boxed(key: str, *sides: float) -> Change:
    return lambda of: of.__setitem__(key, pikepdf.Array(sides))


A4 = (0.0, 0.0, 595.28, 841.89)
SIZE = "is neither A4 nor Letter, nor as small as a card may be"


@pytest.mark.parametrize(
    ("sides", "odd"),
    [
        (A4, ()),
        ((0, 0, 612, 792), ()),
        ((0, 0, 419.53, 595.28), ()),
        ((0, 0, 297.64, 419.53), ()),
        ((10, 20, 622, 812), ()),  # its corner may lie anywhere
        ((0, 0, 612.5, 792.5), ()),
        ((0, 0, 612.75, 792), (SIZE,)),
        ((0, 0, 612, 792.75), (SIZE,)),
        ((0, 0, 594.8, 841.4), ()),
        ((0, 0, 594.7, 841.89), (SIZE,)),
        ((0, 0, 595.28, 792), (SIZE,)),
        ((0, 0, 841.89, 595.28), (SIZE,)),
        ((0, 0, 297.64, 419), (SIZE,)),
        ((0, 0, 298.2, 419.53), (SIZE,)),
        ((0, 0, 419.53, 595.9), (SIZE,)),
        ((0, 0, 420.1, 595.28), (SIZE,)),
        ((0, 0, 595.9, 841.89), (SIZE,)),
        ((0, 0, 595.28, 842.5), (SIZE,)),
    ],
)
def test_a_page_has_the_size_of_a_paper(sides: tuple[float, ...], odd: tuple[str, ...]) -> None:
    assert sheet(boxed("/MediaBox", *sides)).odd == odd


ODD: list[tuple[Change, tuple[str, ...]]] = [
    (boxed("/MediaBox", *A4), ()),
    *((boxed(name, *A4), ()) for name in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")),
    *((boxed(name, 0, 0, 595.28, 800), ("is cropped",)) for name in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")),
    (boxed("/CropBox", 0, 0.5, 595.28, 841.89), ()),
    (boxed("/CropBox", 0, 0.51, 595.28, 841.89), ("is cropped",)),
    (boxed("/CropBox", -1, 0, 595.28, 841.89), ("is cropped",)),
    (boxed("/CropBox", 0, 0, 595.28), ("is cropped",)),
    (lambda of: of.__setitem__("/Rotate", 0), ()),
    (lambda of: of.__setitem__("/Rotate", 360), ()),
    (lambda of: of.__setitem__("/Rotate", 90), ("is turned",)),
    (lambda of: of.__setitem__("/Rotate", -180), ("is turned",)),
    (lambda of: of.__setitem__("/UserUnit", 1), ()),
    (lambda of: of.__setitem__("/UserUnit", 2), ("is enlarged or reduced by a unit of its own",)),
    (lambda of: of.__setitem__("/Annots", pikepdf.Array()), ()),
    (lambda of: of.__setitem__("/Annots", pikepdf.Array([pikepdf.Dictionary()])), ("carries annotations",)),
]


@pytest.mark.parametrize(("change", "odd"), ODD)
def test_a_page_is_a_plain_sheet_of_paper(change: Change, odd: tuple[str, ...]) -> None:
    assert sheet(change).odd == odd
