"""A word that is wider than its place is found, and the diary makes room for the widest word of its names."""

from __future__ import annotations

import pytest
from layout_specimens import ENGLISH, theme

from handout.layout import Pages
from handout.layout.blocks.diary import set_diary
from handout.layout.overhang import overhangs
from handout.layout.pages import Page, Tag, TextItem
from handout.layout.prose import Part, compose
from handout.layout.setup import setup_of
from handout.manuscript.blocks import Diary, Entry
from handout.manuscript.kinds import Kind
from handout.manuscript.text import inlines_of, text

LONG = "Schulterkreisenschulterkreisen"


@pytest.mark.parametrize(("word", "found"), [(LONG, True), ("Shoulder rolls", False)])
def test_a_word_that_nothing_can_break_is_told_with_its_path(word: str, found: bool) -> None:
    setup = setup_of("a4", theme(), ENGLISH)
    prose = compose(setup, [Part(word, setup.theme.type.body, "name", "P")], 90)
    frame = setup.frame(90)
    frame.text(0, 20, prose.paragraph)
    page = Page(tuple(frame.block(40).at(50, 50)))
    tree = Tag("document", "Document", (Tag("name", "P", path="exercises.one.name"),))
    pages = Pages(595, 842, (page,), tree, "en", "ltr", "A sheet", "", "")
    told = [(one.path, one.what.partition(" is ")[0]) for one in overhangs(pages)]
    assert told == ([("exercises.one.name", f"“{LONG}”")] if found else [])


@pytest.mark.parametrize("style", ["standard", "large-print"])
def test_the_names_of_the_diary_have_room_for_their_widest_word(style: str) -> None:
    setup = setup_of("a4", theme(style), ENGLISH)
    rows = tuple(Entry(kind=Kind.ENTRY, inlines=inlines_of(word), number="1") for word in ("Schulterkreisen", "Walk"))
    heads = {name: text(Kind.HEADING2, "Diary") for name in ("title", "how")}
    diary = Diary(**heads, day=text(Kind.DAY, "Day"), days=14, rows=rows)
    block = set_diary(diary, setup).pieces[0].block
    assert [item.run.text for item in block.items if isinstance(item, TextItem) and item.over] == []
    assert max(item.x for item in block.items) <= setup.width
