"""A sheet's file is a master and a copy: what is one order's own stands in holes, and nothing of it anywhere else."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pdf_specimens as specimen
import pikepdf
import pytest

from handout.layout.own import OwnPiece
from handout.layout.pages import Pages, TextItem
from handout.pdf import Filling, Master, UnknownGlyphError, write

NAMES = ("Sam Taylor", "Ana Ruiz", "Bo")
LETTERS = specimen.run("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ", weight=700)
REGULAR = specimen.run("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ :,.")


def named(name: str) -> Pages:
    """The specimen for another patient, with the letters of names in its fonts."""
    pages = specimen.handout()
    items = [
        replace(one, run=specimen.run(name, weight=700, private=True))
        if isinstance(one, TextItem) and one.run.private
        else one
        for one in pages.pages[0].items
    ]
    return replace(
        pages, pages=(replace(pages.pages[0], items=tuple(items)), *pages.pages[1:]), seeds=(LETTERS, REGULAR)
    )


def own(pages: Pages) -> OwnPiece:
    return OwnPiece(0, tuple(i for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag == "patient"))


def filled(master: Master, name: str) -> Filling:
    return master.filling([own(named(name))], {})


def test_a_copy_from_a_master_is_the_file_that_is_written_alone_byte_for_byte() -> None:
    master = Master(named("W"))
    for name in NAMES:
        assert master.file(filled(master, name)) == write(named(name))


def test_copies_in_any_order_are_the_same() -> None:
    one, other = Master(named("W")), Master(named("Somebody Else"))
    first = [one.file(filled(one, name)) for name in NAMES]
    assert [other.file(filled(other, name)) for name in reversed(NAMES)] == first[::-1]


def test_a_copy_differs_from_its_master_in_its_holes_and_its_id_alone() -> None:
    master = Master(named("W"))
    one, other = (master.file(filled(master, name)) for name in ("Sam Taylor", "Ana Ruiz"))
    assert one.startswith(master.static)
    assert other.startswith(master.static)
    assert len(one) == len(other)
    differing = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    apart = [at for at in differing if at < one.rindex(b"/XRef")]
    assert one[apart[0] - 200 : apart[0]].count(b"stream\n")  # the hole
    assert one[one.rindex(b"/ID[<") + 5 : differing[-1] + 1].count(b"<") == 1  # the two halves of the ID


def test_a_letter_that_the_masters_fonts_lack_is_refused_and_leaves_nothing_behind() -> None:
    master = Master(named("W"))
    before = master.file(filled(master, "Sam"))
    with pytest.raises(UnknownGlyphError) as caught:
        filled(master, "Łucja Żak")
    assert str(caught.value) == ""
    assert master.file(filled(master, "Sam")) == before


def test_a_master_made_from_stand_ins_holds_no_word_of_the_copies() -> None:
    master = Master(named("W"))
    copy = master.file(filled(master, "Quillon Zebedee"))
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        texts = [
            str(value)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary)
            for value in one.values()
            if isinstance(value, pikepdf.String)
        ]
    assert not any("Quillon" in text or "Zebedee" in text for text in texts)
    assert not any("Quillon" in str(value) for value in vars(master).values())


def test_the_next_size_class_moves_no_other_byte() -> None:
    master = Master(named("W"))
    filling = filled(master, "Sam")
    larger = master.file(filling, tuple(size + 512 for size in filling.sizes))
    assert larger.startswith(master.static)
    with pikepdf.open(io.BytesIO(larger)) as pdf:
        assert len(pdf.pages) == 2


def test_white_space_fills_a_hole_inside_its_object_and_never_stands_behind_it() -> None:
    """PDF/A wants nothing between an object and the next (ISO 19005-2, 6.1.9)."""
    master = Master(named("W"))
    pdf = master.file(filled(master, "Bo"))
    assert b"   \r\nendstream\nendobj\n" in pdf
    assert not re.search(rb"endobj\n[ \r\n]", pdf)
