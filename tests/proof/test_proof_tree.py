"""The structure tree of a file is read element by element, and a tree without an end is refused."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from readback_specimens import tag

from handout.proof.tree import TagNode, read_part, read_tree


def tree(pdf: pikepdf.Pdf, *kids: object) -> tuple[TagNode, ...]:
    """The tree of a file whose root has these kids."""
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(kids)))
    return read_tree(pdf)


def element(pdf: pikepdf.Pdf, kids: object = None, **entries: object) -> pikepdf.Object:
    """An element as an object of its own."""
    own = {key: value for key, value in {"K": kids, **entries}.items() if value is not None}
    return pdf.make_indirect(Dictionary(**{"S": Name.P, **own}))


def piece(number: int, **entries: object) -> Dictionary:
    return Dictionary(Type=Name.MCR, MCID=number, **entries)


def test_a_file_without_a_tree_or_with_an_empty_one_has_no_elements(pdf: pikepdf.Pdf) -> None:
    assert read_tree(pdf) == ()
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    assert read_tree(pdf) == ()


def test_an_element_is_read_with_all_that_it_says(pdf: pikepdf.Pdf) -> None:
    entries = {
        "ID": String("safety/1"), "T": String("Your safety"), "Lang": String("en"), "Alt": String("A “person” sits"),
        "ActualText": pdf.make_indirect(String("Stop")), "Pg": pdf.pages[1].obj,
        "A": Array([Dictionary(O=Name.Layout, BBox=Array([0, 0, 1, 1])), 0]),
    }  # fmt: skip
    assert tree(pdf, element(pdf, 3, **entries, S=Name.Figure)) == (
        TagNode("Figure", "safety/1", "Your safety", "en", "A “person” sits", "Stop", True, ((1, 3),), ()),
    )


def test_an_element_that_says_nothing_is_read_as_empty(pdf: pikepdf.Pdf) -> None:
    assert tree(pdf, element(pdf)) == (tag(""),)
    assert tree(pdf, element(pdf, A=Array([Dictionary(O=Name.List), 0]))) == (tag(""),)
    assert tree(pdf, element(pdf, A=Dictionary(O=Name.Layout, BBox=Array([0, 0, 1, 1])))) == (tag("", box=True),)


def test_a_text_of_bytes_that_are_no_unicode_is_read_byte_by_byte(pdf: pikepdf.Pdf) -> None:
    assert tree(pdf, element(pdf, ID=String(b"A\x9fB"))) == (tag(str(String(b"A\x9fB"))),)


def test_pieces_are_read_by_number_or_by_dictionary_with_their_pages(pdf: pikepdf.Pdf) -> None:
    first, second = pdf.pages[0].obj, pdf.pages[1].obj
    kids = Array([0, piece(1), piece(2, Pg=second), pdf.make_indirect(piece(3))])
    assert tree(pdf, element(pdf, kids, Pg=first)) == (tag("", marks=((0, 0), (0, 1), (1, 2), (0, 3))),)


def test_an_element_without_a_page_stands_on_that_of_the_one_above_it(pdf: pikepdf.Pdf) -> None:
    below = element(pdf, 4, ID=String("b"))
    assert tree(pdf, element(pdf, below, Pg=pdf.pages[1].obj)) == (tag("", tag("b", marks=((1, 4),))),)


@pytest.mark.parametrize("kid", [5, piece(5), "x", Dictionary(Type=Name.OBJR)])
def test_what_stands_on_no_page_of_the_file_is_no_piece(pdf: pikepdf.Pdf, kid: object) -> None:
    away = pdf.make_indirect(Dictionary(Type=Name.Page))
    for page in (None, away, Dictionary(Type=Name.Page)):
        assert tree(pdf, element(pdf, Array([kid]), Pg=page)) == (tag(""),)


def test_elements_stand_in_the_order_of_the_tree(pdf: pikepdf.Pdf) -> None:
    names = ("a", "b", "c")
    a, b, c = (element(pdf, index, ID=String(name), Pg=pdf.pages[0].obj) for index, name in enumerate(names))
    (top, last) = tree(pdf, element(pdf, Array([a, b])), 7, c)
    assert [node.id for node in top.walk()] == ["", "a", "b"]
    assert top.all_marks() == ((0, 0), (0, 1))
    assert replace(last, marks=()) == tag("c")


def test_a_part_is_read_from_its_own_kids(pdf: pikepdf.Pdf) -> None:
    part = element(pdf, element(pdf, ID=String("a")), S=Name.Part)
    assert read_part(pdf, part) == (tag("a"),)


def test_an_element_written_into_its_parent_is_read(pdf: pikepdf.Pdf) -> None:
    held = Dictionary(S=Name.P, ID=String("a"))
    assert tree(pdf, element(pdf, Array([held, held]))) == (tag("", tag("a"), tag("a")),)


def test_an_element_with_two_parents_is_refused_and_a_piece_said_twice_is_none(pdf: pikepdf.Pdf) -> None:
    twice = element(pdf, 1)
    with pytest.raises(ValueError, match="stands twice in it"):
        tree(pdf, element(pdf, Array([twice, twice])))
    said = pdf.make_indirect(piece(1))
    assert tree(pdf, element(pdf, Array([said, said]), Pg=pdf.pages[0].obj)) == (tag("", marks=((0, 1), (0, 1))),)


@pytest.mark.parametrize(("levels", "ends"), [(101, True), (102, False)])
def test_a_tree_deeper_than_any_handouts_has_no_end(pdf: pikepdf.Pdf, levels: int, ends: bool) -> None:
    below = element(pdf)
    for _ in range(levels - 1):
        below = element(pdf, below)
    if ends:
        (top,) = tree(pdf, below)
        assert sum(1 for _ in top.walk()) == levels
    else:
        with pytest.raises(ValueError, match="the structure tree has no end"):
            tree(pdf, below)


@pytest.mark.parametrize("value", ["1 0 R", "see 1 0 R", "10 R", "1 0 "])
def test_a_text_that_looks_like_a_reference_is_a_text(pdf: pikepdf.Pdf, value: str) -> None:
    assert tree(pdf, element(pdf, ID=String(value))) == (tag(value),)
