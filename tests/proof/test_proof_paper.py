"""A page is known again by all that it paints, and by nothing less."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from handout.proof.eye.paper import papers

LONG = b"0 0 m " * 2000 + b"ET"
Change = Callable[[pikepdf.Object], None]


def digest(change: Change | None = None) -> bytes:
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
    return papers(pdf)[0].digest


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
    "another entry of a stream": lambda of: of.Resources.Font.F1.ToUnicode.__setitem__("/Usage", 1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_that_paints_something_else_has_another(name: str) -> None:
    assert digest(CHANGES[name]) != digest()


def test_a_page_with_resources_that_we_do_not_write_has_none() -> None:
    assert digest(lambda of: of.Resources.__setitem__("/Pattern", pikepdf.Dictionary())) == b""
