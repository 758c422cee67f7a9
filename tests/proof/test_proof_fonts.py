"""Every font of a file is in it, as a subset, and says which characters it prints; each that is not is named once."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from handout.proof.fonts import fonts_of


def font(name: str = "ABCDEF+Noto", file: str = "/FontFile2", **entries: object) -> Dictionary:
    """A whole font, but for the entries that are given."""
    descriptor = Dictionary({file: Dictionary()}) if file else Dictionary()
    own = {"BaseFont": Name(f"/{name}"), "FontDescriptor": descriptor, "ToUnicode": Dictionary(), **entries}
    return Dictionary({f"/{key}": value for key, value in own.items() if value is not None})


def on(page: pikepdf.Page, *fonts: pikepdf.Object) -> None:
    page.obj.Resources = Dictionary(Font=Dictionary({f"/F{number}": one for number, one in enumerate(fonts)}))


def found(pdf: pikepdf.Pdf) -> list[str]:
    return [one.what for one in fonts_of(pdf)]


def is_not(what: str, name: str = "ABCDEF+Noto", page: int = 1) -> list[str]:
    return [f"The font {name} on page {page} {what}."]


OUT, WHOLE = "is not in the file", "is in the file whole, not as a subset"
MUTE = "does not say which characters it prints"


@pytest.mark.parametrize(
    ("one", "faults"),
    [
        *((font(file=f"/FontFile{number}"), []) for number in ("", "2", "3")),
        (font(file=""), is_not(OUT)),
        (font(FontDescriptor=None), is_not(OUT)),
        (font("Noto"), is_not(WHOLE, "Noto")),
        (font("ABCDEFGH"), is_not(WHOLE, "ABCDEFGH")),
        (font("ABCDE+Noto"), is_not(WHOLE, "ABCDE+Noto")),
        (font("abcdef+Noto"), is_not(WHOLE, "abcdef+Noto")),
        (font(ToUnicode=None), is_not(MUTE)),
        (font("Noto", "", ToUnicode=None), is_not(OUT, "Noto") + is_not(MUTE, "Noto")),
        (font(BaseFont=None), is_not(WHOLE, "?")),
        (font(FontDescriptor=None, DescendantFonts=Array([font()])), []),
        (font(DescendantFonts=Array([font(file="")])), is_not(OUT)),
    ],
)
def test_what_a_font_lacks_is_named(pdf: pikepdf.Pdf, one: Dictionary, faults: list[str]) -> None:
    on(pdf.pages[0], one)
    assert found(pdf) == faults


def test_fonts_of_every_page_are_looked_at_each_once_with_its_first_page(pdf: pikepdf.Pdf) -> None:
    shared, own = (pdf.make_indirect(font(name)) for name in ("Shared", "Own"))
    on(pdf.pages[0], shared, shared)
    on(pdf.pages[1], shared, own)
    assert found(pdf) == is_not(WHOLE, "Shared") + is_not(WHOLE, "Own", 2)


def test_fonts_written_into_their_pages_are_looked_at_one_by_one(pdf: pikepdf.Pdf) -> None:
    on(pdf.pages[0], font("One"), font("Other"))
    assert found(pdf) == is_not(WHOLE, "One") + is_not(WHOLE, "Other")


def nested(pdf: pikepdf.Pdf, depth: int) -> pikepdf.Object:
    """A form in which that many forms stand, one in the other, the innermost with a font that is whole."""
    form = pdf.make_stream(b"", Resources=Dictionary(Font=Dictionary(F1=font("Deep"))))
    for _ in range(depth - 1):
        form = pdf.make_stream(b"", Resources=Dictionary(XObject=Dictionary(X1=form)))
    return form


@pytest.mark.parametrize("depth", [1, 2, 8])
def test_fonts_of_forms_within_forms_are_looked_at(pdf: pikepdf.Pdf, depth: int) -> None:
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X0=pdf.make_stream(b""), X1=nested(pdf, depth)))
    assert found(pdf) == is_not(WHOLE, "Deep")


def test_fonts_of_patterns_are_looked_at(pdf: pikepdf.Pdf) -> None:
    shading = Dictionary(PatternType=2)
    pdf.pages[0].obj.Resources = Dictionary(Pattern=Dictionary(P0=shading, P1=nested(pdf, 2)))
    assert found(pdf) == is_not(WHOLE, "Deep")


def test_forms_without_an_end_are_refused(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X1=nested(pdf, 9)))
    with pytest.raises(ValueError, match="have no end"):
        found(pdf)


def test_a_page_that_inherits_its_fonts_is_refused(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Resources = Dictionary(Font=Dictionary(F1=font("Inherited")))
    del pdf.pages[1].obj["/Resources"]
    with pytest.raises(ValueError, match="page 2 has no fonts of its own"):
        found(pdf)
