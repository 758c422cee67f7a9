"""Two partners: the same exercise on the same page at the same height."""

from __future__ import annotations

import re

import pytest
from layout_specimens import ARABIC, ENGLISH, boxes, laid, manuscript, markup, nodes, page_of, theme

from handout.errors import LayoutError
from handout.layout import Pages, Partner, Setting, lay_out_pair
from handout.layout.pages import TextItem


def partner(setting: Setting, xml: str | None = None, paper: str = "a4") -> Partner:
    sheet = manuscript(xml, paper=paper)
    return Partner(sheet, boxes(sheet), theme(), setting)


def wordier(xml: str) -> str:
    """The specimen in a language with longer steps and more of them on one card."""
    return re.sub(r"<step>(.*?)</step>", r"<step>\1 And then some more of it, slowly.</step>", xml)


def number_place(pages: Pages, exercise: str) -> tuple[int, float]:
    name = f"exercise/{exercise}/name/number"
    (page,) = page_of(pages, name)
    item = next(i for i in pages.pages[page - 1].items if isinstance(i, TextItem) and i.tag == name)
    return page, round(item.y, 1)


def test_each_exercise_has_the_same_page_and_height_in_both() -> None:
    first, second = lay_out_pair(partner(ENGLISH), partner(ENGLISH, wordier(markup())))
    assert len(first.pages) == len(second.pages)
    for exercise in ("march", "seated-twist", "ball-wall", "roller-mid-back"):
        assert number_place(first, exercise) == number_place(second, exercise)


def test_a_right_to_left_partner_keeps_the_pages_of_the_other() -> None:
    first, second = lay_out_pair(partner(ENGLISH), partner(ARABIC))
    assert len(first.pages) == len(second.pages)
    cards = [tag.id for tag in nodes(first.tree) if re.fullmatch(r"exercise/[^/]+", tag.id)]
    assert len(cards) == 7
    assert [page_of(first, card) for card in cards] == [page_of(second, card) for card in cards]


def test_both_partners_have_their_panel_whole_on_page_one() -> None:
    for pages in lay_out_pair(partner(ENGLISH), partner(ENGLISH, wordier(markup()))):
        assert page_of(pages, "safety") == {1}


def test_a_partner_prints_the_words_it_prints_alone() -> None:
    first, _ = lay_out_pair(partner(ENGLISH), partner(ARABIC))
    alone = laid()
    # Lines to write on stand where the last page has room for them, and the message is parted where the partner's is.
    own = ("notes", "follow")
    told = [{tag.id for tag in nodes(one.tree) if not tag.id.startswith(own)} for one in (first, alone)]
    assert told[0] == told[1]


def test_partners_on_different_paper_are_refused() -> None:
    with pytest.raises(LayoutError, match="different sizes"):
        lay_out_pair(partner(ENGLISH), partner(ENGLISH, paper="letter"))


def test_partners_with_different_exercises_are_refused() -> None:
    fewer = re.sub(r'<exercise id="march".*?</exercise>', "", markup(), flags=re.DOTALL)
    with pytest.raises(LayoutError, match="do not hold the same blocks"):
        lay_out_pair(partner(ENGLISH), partner(ENGLISH, fewer))
