"""The specimen's measures, on pages made by hand."""

from __future__ import annotations

from tests.specimen.editions import shop
from tests.specimen.measure import measured

from handout.drawing import Shape
from handout.layout.pages import Item, Page, Pages, ShapeItem, Tag, TextItem
from handout.text.types import GlyphRun

HEIGHT = 841.89


def said(y: float, text: str, width: float, tag: str = "a/words", x: float = 40) -> TextItem:
    return TextItem(x, y, GlyphRun("noto-sans", 400, 12, "#000000", "en", "ltr", (), text, width), tag)


def rule(y: float) -> ShapeItem:
    return ShapeItem(40, y, (Shape((("M", (0, 0)), ("L", (510, 0))), stroke="#000000", width=1),))


def of(*items: Item) -> Pages:
    return Pages(595.28, HEIGHT, (Page(items),), Tag("document", "Document"), "en", "ltr", "", "", "")


def test_a_paragraph_that_ends_in_one_short_word_is_counted() -> None:
    lines = [said(100, "Bend your knees and ", 200), said(116, "breathe ", 180), said(132, "out.", 25)]
    other = [said(160, "One line.", 60, "b/words"), said(176, "Another that goes ", 200, "c/words")]
    found = measured(of(*lines, *other, said(192, "on and on.", 70, "c/words")), shop().theme("standard"))
    assert (found.paragraphs, len(found.ending)) == (2, 1)
    assert found.ending[0].lines[-1] == ("out.", 25)


def test_two_words_or_a_long_one_are_no_short_ending() -> None:
    two = [said(100, "Bend your knees and ", 200), said(116, "do so", 30)]
    long = [said(160, "Bend your knees and ", 200, "b"), said(176, "Bandscheibenvorfall.", 110, "b")]
    assert measured(of(*two, *long), shop().theme("standard")).ending == ()


def test_runs_of_one_line_are_one_line() -> None:
    lines = [
        said(100, "Easier: ", 40, "t/label"),
        said(100, "sit down on a chair that ", 160, x=80),
        said(116, "is low.", 30),
    ]
    found = measured(of(*lines), shop().theme("standard"))
    assert (found.paragraphs, found.one_word_share) == (1, 0)


def test_white_at_the_foot_ends_at_the_footer_and_its_lines() -> None:
    theme = shop().theme("standard")
    foot = HEIGHT - theme.page.foot - theme.page.foot_height
    found = measured(of(said(500, "The last line.", 80), rule(foot), said(foot + 14, "Page 1 of 1", 60, "")), theme)
    assert abs(found.white[0] - (foot - theme.page.clear - 500)) < 6


def test_lines_to_write_on_are_counted() -> None:
    theme = shop().theme("standard")
    rules = [rule(300 + index * theme.notes.line) for index in range(5)]
    assert measured(of(said(280, "Notes", 40), *rules), theme).notes == 5
    assert measured(of(said(280, "Notes", 40), rule(300), rule(330)), theme).notes == 0


def test_cells_side_by_side_are_paragraphs_of_their_own() -> None:
    cells = [said(100, "Wall ball", 60), said(100, "1 minute for each ", 90, "b", 300), said(116, "side", 20, "b", 300)]
    (ending,) = measured(of(*cells), shop().theme("standard")).ending
    assert ending.lines == [("1 minute for each", 90), ("side", 20)]
