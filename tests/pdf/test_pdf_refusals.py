"""What is refused before a byte is written, each with a finding that says where and what."""

from __future__ import annotations

from dataclasses import replace

import pdf_specimens as specimen
import pytest

from handout.errors import PdfError
from handout.layout.pages import Item, Page, Pages, PictureItem, Tag, TextItem
from handout.pdf import write

P = Tag("p", "P", path="plan.summary")


def refused(pages: Pages) -> list[str]:
    with pytest.raises(PdfError) as caught:
        write(pages)
    assert all(finding.hint for finding in caught.value.findings)
    return [finding.what for finding in caught.value.findings]


def words(tag: str, y: float = 60) -> list[Item]:
    return specimen.line(y, tag, specimen.run("Words"))


def test_a_document_without_title_or_language_is_refused_with_both_reasons() -> None:
    found = refused(replace(specimen.handout(), title=" ", language=""))
    assert found == ["The document has no title.", "The document has no language."]


def test_a_picture_without_a_text_is_refused() -> None:
    items = [PictureItem(60, 60, specimen.drawing(), "f")]
    found = refused(specimen.one_page(*items, tree=(Tag("f", "Figure", path="exercises.twist.alt"),)))
    assert found == ["A picture has no text that says what it shows."]


def test_a_tag_without_anything_on_a_page_is_refused() -> None:
    assert refused(specimen.one_page(*words("p"), tree=(P, Tag("q", "P")))) == [
        "The P 'q' has nothing on any page."
    ]


def test_an_empty_cell_is_no_mistake() -> None:
    row = Tag("r", "TR", (Tag("a", "TH", attributes={"Scope": "Row"}), Tag("b", "TD")))
    assert write(specimen.one_page(*words("a"), tree=(Tag("t", "Table", (row,)),)))


def test_an_item_of_a_tag_that_is_not_in_the_tree_is_refused() -> None:
    found = refused(specimen.one_page(*words("p"), *words("lost", 90), tree=(P,)))
    assert found == ["Something on the page belongs to the tag 'lost', which is not in the tree."]


def test_a_tag_drawn_in_two_places_is_refused() -> None:
    items = [*words("p"), *words("q", 90), *words("p", 120)]
    (found,) = refused(specimen.one_page(*items, tree=(P, Tag("q", "P"))))
    assert found == "The tag 'p' is drawn out of reading order, or in two places."


def test_drawing_order_that_is_not_reading_order_is_refused() -> None:
    (found,) = refused(specimen.one_page(*words("q"), *words("p", 90), tree=(P, Tag("q", "P"))))
    assert "out of reading order" in found


def test_a_tag_may_go_on_after_an_artifact_and_on_the_next_page() -> None:
    first = Page((*words("p"), specimen.box(50, 70, 100, 10), *words("p", 90)))
    pages = replace(specimen.one_page(tree=(P,)), pages=(first, Page(tuple(words("p")))))
    assert write(pages)


def test_an_id_used_twice_is_refused() -> None:
    assert "The tag 'p' stands in the tree 2 times." in refused(specimen.one_page(*words("p"), tree=(P, P)))


def test_a_role_that_pdf_1_7_does_not_know_is_refused() -> None:
    found = refused(specimen.one_page(*words("p"), tree=(Tag("p", "Aside"),)))
    assert found == ["'Aside' is no structure type of PDF 1.7."]


def test_an_attribute_nobody_owns_is_refused() -> None:
    found = refused(specimen.one_page(*words("p"), tree=(Tag("p", "P", attributes={"Colour": "Red"}),)))
    assert found == ["The attribute Colour of p has no owner in PDF 1.7."]


def test_a_missing_glyph_is_refused_and_named() -> None:
    items = specimen.line(60, "p", specimen.run("A \U0001f600"))
    (found,) = refused(specimen.one_page(*items, tree=(P,)))
    assert found == "The face noto-sans has no glyph for '\U0001f600'."


def test_a_missing_glyph_in_a_patients_name_is_refused_without_naming_it() -> None:
    items = [TextItem(60, 60, specimen.run("Zoë \u1200", private=True), "p")]
    (found,) = refused(specimen.one_page(*items, tree=(P,)))
    assert "\u1200" not in found
    assert "patient" in found


def test_a_picture_that_is_no_picture_is_refused() -> None:
    from handout.drawing import Raster

    items = [PictureItem(60, 60, Raster(10, 10, b"GIF89a nothing", (1, 1)), "f")]
    (found,) = refused(specimen.one_page(*items, tree=(Tag("f", "Figure", alt="A card"),)))
    assert "neither PNG nor JPEG" in found
