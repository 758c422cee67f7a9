"""Page 1 belongs to the safety panel: full, or short, or refused; everything else gives way to it."""

from __future__ import annotations

import re

import pytest
from layout_specimens import ARABIC, laid, markup, nodes, page_of, words

from handout.errors import LayoutError
from handout.layout.pages import Pages, Tag, TextItem

LINE = re.compile(r"<full ([^>]*)>([^<]*)</full>\s*<short ([^>]*)>([^<]*)</short>")


def lengthened(full: str, short: str = "") -> str:
    """The specimen with more words behind every line of the panel."""
    return LINE.sub(
        lambda m: f"<full {m[1]}>{m[2]} {full}</full><short {m[3]}>{m[4]} {short}</short>", markup()
    )


def order(tree: Tag) -> list[str]:
    return [tag.id for tag in tree.children]


def test_the_panel_is_whole_on_page_one_with_its_title() -> None:
    pages = laid()
    assert pages.safety_form == "full"
    assert page_of(pages, "safety") == {1}
    panel = next(tag for tag in pages.tree.children if tag.id == "safety")
    assert [tag.id for tag in panel.children] == [
        "safety/title",
        "safety/ask",
        "safety/stop",
        "safety/now",
        "safety/today",
    ]
    assert panel.title == "Stay safe"
    for said in ("osteoporosis", "sight blurs", "Call 999", "genitals", "Call 111 today if", "a lump"):
        assert said in words(pages, 1)


def test_the_message_gives_way_before_the_plan() -> None:
    roomy = laid(re.sub(r"<(audience|reference) .*</(audience|reference)>", "", markup()))
    assert page_of(roomy, "message") == page_of(roomy, "plan") == {1}
    pages = laid()
    assert page_of(pages, "plan") == {1}
    assert page_of(pages, "message") == {2}
    assert order(pages.tree).index("safety") < order(pages.tree).index("message")


def test_the_plan_gives_way_when_the_panel_grows() -> None:
    pages = laid(lengthened("or anything of the kind"))
    assert pages.safety_form == "full"
    assert page_of(pages, "safety") == {1}
    assert page_of(pages, "plan") == {2}
    assert "Turn over for your plan" in words(pages, 1)


def test_white_gives_way_before_a_word_does() -> None:
    roomy, tight = laid(), laid(lengthened("or anything of the same kind"))
    assert tight.safety_form == "full"
    assert page_of(tight, "safety") == {1}
    assert heading_start(tight) < heading_start(roomy)
    sizes = {i.run.size for i in tight.pages[0].items if isinstance(i, TextItem) and "/lines/" in i.tag}
    assert sizes == {12.0}


def heading_start(pages: Pages) -> float:
    """Where the words of the panel begin."""
    items = [i for i in pages.pages[0].items if isinstance(i, TextItem)]
    return next(item.x for item in items if item.tag == "safety/ask/heading")


def test_all_lines_are_short_when_the_full_ones_do_not_fit() -> None:
    pages = laid(
        lengthened("and a good many other words that nobody can do without, all of them needed here")
    )
    assert pages.safety_form == "short"
    assert page_of(pages, "safety") == {1}
    assert "nobody can do without" not in words(pages, 1)
    assert "numb bottom or genitals" in words(pages, 1)


def test_a_panel_that_fits_neither_way_is_refused_and_says_by_how_much() -> None:
    much = "and a good many other words that nobody can do without, all of them needed here"
    with pytest.raises(LayoutError) as refused:
        laid(lengthened(much * 2, much))
    (finding,) = refused.value.findings
    assert re.search(r"too high by full lines \d+ pt, short lines \d+ pt", finding.what)
    assert finding.path == "safety"


def test_large_print_opens_with_stop_and_help_and_asks_on_page_two() -> None:
    pages = laid(style="large-print")
    assert page_of(pages, "safety/stop") == {1}
    assert page_of(pages, "safety/now") == {1}
    assert page_of(pages, "safety/ask") == {2}
    first = next(item for item in pages.pages[1].items if getattr(item, "tag", ""))
    assert getattr(first, "tag", "").startswith("safety/ask")


def test_letter_paper_keeps_the_panel_on_page_one() -> None:
    pages = laid(paper="letter")
    assert (pages.width, pages.height) == (612, 792)
    assert page_of(pages, "safety") == {1}


def test_every_line_of_the_panel_is_a_list_item_with_its_content_path() -> None:
    tree = laid().tree
    line = next(tag for tag in nodes(tree) if tag.id == "safety/now/lines/saddle-numbness")
    assert line.role == "LI"
    assert line.path == "safety.lines.saddle-numbness.full"
    assert [tag.role for tag in line.children] == ["LBody"]


def test_a_language_with_more_leading_still_has_its_panel_whole() -> None:
    pages = laid(setting=ARABIC)
    assert page_of(pages, "safety") == {1}
