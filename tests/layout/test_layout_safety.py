"""Page 1 belongs to the safety panel: whole, in one of its named orders; everything else gives way to it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from layout_specimens import ARABIC, ENGLISH, laid, lengthened, markup, nodes, page_of, words

from handout.errors import LayoutError
from handout.layout.pages import Pages, PictureItem, ShapeItem, Tag, TextItem

HOURS = "<clinic-hours>Friday, 08:00 to 15:00</clinic-hours>"
PARTS = ("ask", "stop", "now", "today")


def without(*kinds: str) -> str:
    """The specimen without those blocks of page 1."""
    xml = markup()
    for kind in kinds:
        xml = re.sub(rf"<{kind}\b[^>]*(/>|>.*?</{kind}>)", "", xml, flags=re.S)
    return xml


def short_panel() -> str:
    """The specimen with two lines in each part."""
    return re.sub(
        r"<lines>(.*?)</lines>",
        lambda m: "<lines>" + "".join(LINE_.findall(m[1])[:2]) + "</lines>",
        markup(),
        flags=re.S,
    )


LINE_ = re.compile(r"<line .*?</line>")


def order(tree: Tag) -> list[str]:
    return [tag.id for tag in tree.children]


def leading(pages: Pages) -> float:
    """Baseline to baseline of two lines of "now" that follow each other."""
    tops = [i.y for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag.startswith("safety/now/lines")]
    return round(min(b - a for a, b in pairwise(tops) if b > a + 1), 2)


def starts(pages: Pages, part: str) -> set[float]:
    """Where the words of a part's lines begin."""
    firsts: dict[str, float] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, TextItem) and re.fullmatch(f"safety/{part}/lines/.*/words", item.tag):
                firsts.setdefault(item.tag, round(item.x, 1))
    return set(firsts.values())


def test_the_panel_is_whole_on_page_one_with_its_title() -> None:
    pages = laid(without("clinic-hours"))
    assert pages.panel_order == "front"
    assert page_of(pages, "safety") == {1}
    panel = next(tag for tag in pages.tree.children if tag.id == "safety")
    assert [tag.id for tag in panel.children] == ["safety/title", *(f"safety/{part}" for part in PARTS)]
    assert panel.title == "Stay safe"
    for said in ("osteoporosis", "sight blurs", "Call 999", "genitals", "Call 111 today for", "a lump"):
        assert said in words(pages, 1)


def test_a_short_panel_leaves_the_plan_on_page_one() -> None:
    pages = laid(short_panel())
    assert page_of(pages, "message") == page_of(pages, "plan") == {1}
    assert "Turn over for your plan" not in words(pages, 1)


def test_the_plan_goes_first_where_the_panel_has_all_its_lines() -> None:
    pages = laid()
    assert page_of(pages, "plan") == {2}
    assert order(pages.tree).index("safety") < order(pages.tree).index("plan")


def test_the_lines_stand_in_one_column_at_their_full_leading_where_there_is_room() -> None:
    pages = laid(without("stamp", "masthead", "audience", "follow"))
    assert pages.panel_order == "front"
    assert leading(pages) == 15.75
    assert all(len(starts(pages, part)) == 1 for part in PARTS)


def test_leading_gives_way_first_then_stop_and_today_take_two_columns_and_ask_and_now_never_do() -> None:
    pages = laid()
    assert leading(pages) == 15.0
    assert len(starts(pages, "ask")) == len(starts(pages, "now")) == 1
    assert len(starts(pages, "stop")) + len(starts(pages, "today")) > 2


def sizes(pages: Pages, kind: str) -> set[float]:
    """Of the type of a block on page 1."""
    return {i.run.size for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag.split("/")[0] == kind}


def narrow(pages: Pages) -> list[bool]:
    """Whether page 1 but for the patient's row is set in narrow letters, and page 2."""
    told = []
    for page in pages.pages[:2]:
        runs = [i.run for i in page.items if isinstance(i, TextItem) and i.tag.split("/")[0] not in {"", "patient"}]
        told.append(all("narrow" in run.face for run in runs))
    return told


def test_page_one_is_set_as_the_front_of_a_leaf_before_who_it_is_for_gives_way() -> None:
    close, airy = laid(), laid(short_panel())
    assert page_of(close, "audience") == {1}
    assert max(sizes(close, "title")) < max(sizes(airy, "title"))
    assert sizes(close, "safety") == sizes(airy, "safety")
    assert narrow(close) == narrow(airy) == [False, False]


def test_what_leaves_a_closer_page_one_is_set_as_page_two_is() -> None:
    pages, other = laid(lengthened("so"), paper="letter"), laid(short_panel())
    follow = next(i for i in pages.pages[1].items if isinstance(i, TextItem) and i.run.text.startswith("Do not"))
    assert follow.run.size == max(sizes(other, "message"))
    assert narrow(pages) == [True, False]
    assert "narrow" not in follow.run.face


@pytest.mark.parametrize("more", ["very so", "so much so"])
def test_letters_are_narrow_before_the_message_is_parted(more: str) -> None:
    pages = laid(lengthened(more))
    assert narrow(pages) == [True, False]
    assert "Do not force a crack" in words(pages, 1)
    row = [i.run for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag.startswith("patient")]
    assert row
    assert not any("narrow" in run.face for run in row)  # one order's own is set alike on every sheet


def test_leading_is_never_under_one_and_a_quarter() -> None:
    for setting in (None, ARABIC):
        pages = laid(setting=setting or ENGLISH)
        sizes = {i.run.size for i in pages.pages[0].items if isinstance(i, TextItem) and "/lines/" in i.tag}
        assert leading(pages) / max(sizes) >= 1.25


def test_hours_give_way_before_who_it_is_for_and_before_the_message() -> None:
    pages = laid(markup().replace("</masthead>", HOURS * 2 + "</masthead>"))
    assert "Friday, 08:00 to 15:00" not in words(pages, 1)
    assert "Friday, 08:00 to 15:00" in words(pages, 2)
    assert page_of(pages, "audience") == {1}
    assert "Gentle movement helps" in words(pages, 1)


def test_the_first_sentence_of_the_message_stays_when_all_else_has_gone() -> None:
    pages = laid(lengthened("so very much so"))
    assert page_of(pages, "audience") == {2}
    assert "Gentle movement helps" in words(pages, 1)
    assert "Do not force a crack" in words(pages, 2)


def test_a_logo_is_as_high_as_the_words_beside_it_before_the_address_gives_way() -> None:
    found = []
    for more in ("so so", "so very so", "so very much so"):
        pages = laid(lengthened(more), paper="letter")
        logo = next(one for one in pages.pages[0].items if isinstance(one, PictureItem) and one.tag == "masthead/logo")
        found.append((round(logo.picture.height), "Mill Lane" in words(pages, 1)))
    assert found == [(38, True), (32, True), (17, False)]


EMAIL, WEBSITE = "hello@the-elm-street-clinic.example", "www.the-elm-street-clinic.example"  # no line with the address
REACHED = f"<clinic-email>{EMAIL}</clinic-email><clinic-website>{WEBSITE}</clinic-website>"


def test_e_mail_and_web_site_give_way_before_the_address_and_before_a_part_of_the_panel() -> None:
    more = lengthened("so much so").replace("<clinic-phone>", f"{REACHED}<clinic-phone>")
    pages = laid(re.sub(r"<logo\b[^>]*/>", "", more), paper="letter")
    assert pages.panel_order == "front"
    assert "Mill Lane" in words(pages, 1)
    for words_ in (EMAIL, WEBSITE):
        assert words_ not in words(pages, 1)
        assert words_ in words(pages, 2)
    ids = order(pages.tree)
    assert ids.index("follow") < ids.index("plan") < ids.index("audience") < ids.index("hours")
    assert page_of(pages, "audience") == page_of(pages, "plan/table/7") == {2}


def test_where_page_one_is_too_short_today_stands_whole_at_the_head_of_page_two() -> None:
    pages = laid(lengthened("so much, so much so"), paper="letter")
    assert pages.panel_order == "today-over"
    for part in ("ask", "stop", "now"):
        assert page_of(pages, f"safety/{part}") == {1}
    assert page_of(pages, "safety/today") == {2}
    first = next(item for item in pages.pages[1].items if getattr(item, "tag", ""))
    assert getattr(first, "tag", "").startswith("safety/today")


def test_no_word_of_a_line_is_ever_lost_and_no_type_made_smaller() -> None:
    pages = laid(lengthened("soandso"))
    assert (words(pages, 1) + words(pages, 2)).count("soandso") == 27
    sizes = {i.run.size for p in pages.pages[:2] for i in p.items if isinstance(i, TextItem) and "/lines/" in i.tag}
    assert sizes == {12.0}


def test_a_panel_that_fits_in_no_order_is_refused_and_says_by_how_much() -> None:
    much = "and a good many other words that nobody can do without, all of them needed here"
    with pytest.raises(LayoutError) as refused:
        laid(lengthened(much * 2))
    (finding,) = refused.value.findings
    assert re.search(r"too high by \d+ pt \(front\), \d+ pt \(today-over\)", finding.what)
    assert finding.path == "safety"


def test_large_print_opens_with_get_help_now_and_the_others_follow_before_anything_else() -> None:
    pages = laid(style="large-print")
    assert pages.panel_order == "now-first"
    assert page_of(pages, "safety/now") == {1}
    seen = [min(page_of(pages, f"safety/{part}")) for part in ("now", "stop", "today", "ask")]
    assert seen == sorted(seen)
    assert all(len(page_of(pages, f"safety/{part}")) == 1 for part in ("now", "stop", "today"))
    panel = next(tag for tag in pages.tree.children if tag.id == "safety")
    assert [tag.id for tag in panel.children][1:] == ["safety/now", "safety/stop", "safety/today", "safety/ask"]
    for page in pages.pages[1 : seen[-1]]:
        first = next(item for item in page.items if getattr(item, "tag", ""))
        assert getattr(first, "tag", "").startswith("safety/")


def test_ask_first_goes_over_the_page_in_large_print_with_two_lines_on_each_side() -> None:
    pages = laid(lengthened("so"), style="large-print")
    on = sorted(page_of(pages, "safety/ask"))
    assert on == [on[0], on[0] + 1]
    for page in on:
        items = pages.pages[page - 1].items
        said = [item for item in items if isinstance(item, TextItem) and item.tag.startswith("safety/ask/lines/")]
        assert len({round(item.y) for item in said}) >= 2
    (after,) = (order(pages.tree)[order(pages.tree).index("safety") + 1],)
    assert min(page_of(pages, after)) >= on[1]


def test_large_print_holds_whatever_the_head_of_the_sheet_holds() -> None:
    xml = markup().replace("</masthead>", HOURS * 3 + "</masthead>")
    for paper in ("a4", "letter"):
        assert page_of(laid(xml, style="large-print", paper=paper), "safety/now") == {1}


def test_large_print_is_in_narrow_letters_before_it_is_refused_but_for_what_one_order_has_of_its_own() -> None:
    """A Russian sheet on Letter was refused for a patient with a long name, a reference and a date of birth."""
    more = "so very much so, and so it is, and more and more of it all"
    pages = laid(lengthened(more), style="large-print", paper="letter")
    assert page_of(pages, "safety/now") == {1}
    assert narrow(pages)[0]
    row = [i.run for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag.startswith("patient")]
    assert row
    assert not any("narrow" in run.face for run in row)


def test_without_a_clinic_the_line_for_its_number_leaves_page_1_of_large_print_where_it_must() -> None:
    line = "<masthead><clinic-phone></clinic-phone></masthead>"
    for more, first in (("and more", True), ("and more and more of it all, so that it is so and not so", False)):
        xml = re.sub(r"<masthead>.*?</masthead>", line, lengthened(f"so very much so, {more}"), flags=re.DOTALL)
        pages = laid(xml, style="large-print", paper="letter")
        on = [number for number in range(1, len(pages.pages) + 1) if "Our phone:" in words(pages, number)]
        assert len(on) == 1
        assert (on == [1]) == first


def test_every_line_of_the_panel_is_a_list_item_with_its_content_path() -> None:
    tree = laid().tree
    line = next(tag for tag in nodes(tree) if tag.id == "safety/now/lines/saddle-numbness")
    assert line.role == "LI"
    assert line.path == "safety.lines.saddle-numbness"
    assert [tag.role for tag in line.children] == ["LBody"]


def test_a_line_of_ask_first_has_its_letter_as_a_label_and_a_box_to_tick() -> None:
    pages = laid()
    line = next(tag for tag in nodes(pages.tree) if tag.id == "safety/ask/lines/blood")
    assert [tag.role for tag in line.children] == ["Lbl", "LBody"]
    letter = next(
        i for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag == "safety/ask/lines/blood/letter"
    )
    assert letter.run.text == "B"
    boxes = [i for i in pages.pages[0].items if isinstance(i, ShapeItem) and abs(i.y + 5.25 - (letter.y - 4.2)) < 0.1]
    assert [box for box in boxes if box.x < letter.x]


def test_lead_words_are_bold_and_the_rest_of_their_line_is_not() -> None:
    items = [i for i in laid().pages[0].items if isinstance(i, TextItem) and "bladder-bowel" in i.tag]
    said = {(i.run.weight, i.run.text.strip()) for i in items}
    assert (700, "hard to pee") in said
    assert any(weight == 400 and text.startswith(", cannot feel") for weight, text in said)


def test_a_language_with_more_leading_still_has_its_panel_whole() -> None:
    pages = laid(setting=ARABIC)
    assert pages.panel_order in {"front", "today-over"}
    assert page_of(pages, "safety") <= {1, 2}
    assert all(len(page_of(pages, f"safety/{part}")) == 1 for part in PARTS)
