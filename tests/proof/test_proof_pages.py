"""Two pages are alike when all that paints them is equal, however deep it lies."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from handout.proof.pages import same_page

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


CHANGES: dict[str, Change] = {
    "another content": lambda of: of.Contents[0].write(b"BT  ET"),
    "a content less": lambda of: of.__setitem__("/Contents", of.Contents[0]),
    "another paper": lambda of: of.__setitem__("/MediaBox", pikepdf.Array([0, 0, 612, 792])),
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
