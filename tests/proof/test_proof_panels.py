"""The mandatory panels are there, whole, first, inside the page and at full size; else each fault is named."""

from __future__ import annotations

import pytest
from readback_specimens import Line, asked, read, said, tag

from handout.manuscript import Said
from handout.proof.panels import check_panels, place_of_panel
from handout.proof.readback import gather

TITLE = Line("safety/title", "Your safety")
ASK = Line("safety/ask", "Ask first if you fell.")
STOP = Line("safety/stop", "Stop if it hurts.")
NOW = Line("safety/now", "Get help now.")
TODAY = Line("safety/today", "Call us today.")
BALANCE = Line("balance", "You move more easily. You may ache.")
CAT = Line("exercise/cat", "Cat and cow")
WHOLE = (TITLE, ASK, STOP, NOW, BALANCE, CAT)
WANTED = (
    said("safety", "Your safety", "panel-title"),
    said("safety/ask", "Ask first if you fell.", path="safety.lines.fall"),
    said("safety/stop", "Stop if it hurts."),
    said("safety/now", "Get help now."),
    said("balance", "You move more easily.", "item"),
    said("balance", "You may ache.", "item"),
    said("exercise/cat", "Cat and cow", "name"),
)
OVER = (*WANTED[:4], said("safety/today", "Call us today."), *WANTED[4:])
OUTSIDE = "Words of the safety panel stand outside the page."
ABOVE = "An exercise stands above the safety panel."
TORN = "The safety panel is torn apart by another page."


def placed(*lines: Line, floor: float = 12.0) -> list[str]:
    return [one.what for one in place_of_panel(read(*lines), floor)]


def found(*lines: Line, wanted: tuple[Said, ...] = WANTED, **more: object) -> list[str]:
    return [one.what for one in check_panels(read(*lines), asked(*wanted, **more))]


def test_a_whole_panel_with_its_balance_is_right() -> None:
    assert placed(*WHOLE) == []
    assert found(*WHOLE) == []


def test_a_file_without_the_panel_or_without_its_words_says_so() -> None:
    assert placed(BALANCE, CAT) == ["The safety panel is not in the structure of the file."]
    assert placed(Line("safety/title", " "), BALANCE) == ["The safety panel has no words on any page."]


def test_white_space_of_the_panel_is_neither_too_small_nor_outside() -> None:
    space = Line("safety/ask", " ", size=1.0, visible=False, box=(-50.0, 0.0, -40.0, 10.0))
    assert placed(space, *WHOLE) == []


def test_a_panel_may_go_on_over_the_page_and_must_begin_on_page_1() -> None:
    assert placed(TITLE, Line("safety/now", "Get help now.", page=1), Line("exercise/cat", "Cat", page=1)) == []
    assert placed(Line("safety/now", "Get help now.", page=1)) == ["The safety panel does not begin on page 1."]


@pytest.mark.parametrize("by", [0.0, 0.05, 0.06])
@pytest.mark.parametrize("side", ["left", "bottom", "right", "top"])
def test_words_over_any_edge_of_the_page_by_more_than_rounding_are_outside(side: str, by: float) -> None:
    box = {
        "left": (0 - by, 600.0, 90.0, 612.0),
        "bottom": (60.0, 0 - by, 90.0, 12.0),
        "right": (60.0, 600.0, 595.28 + by, 612.0),
        "top": (60.0, 830.0, 90.0, 841.89 + by),
    }[side]
    assert placed(Line("safety/ask", "Ask first.", box=box)) == [OUTSIDE] * (by > 0.05)


def test_words_outside_the_page_are_named_once() -> None:
    away = (700.0, 600.0, 800.0, 612.0)
    assert placed(Line("safety/ask", "Ask", box=away), Line("safety/stop", "Stop", box=away)) == [OUTSIDE]


def test_one_invisible_word_of_the_panel_is_named() -> None:
    hidden = Line("safety/stop", "Stop if it hurts.", visible=False)
    assert placed(TITLE, ASK, hidden) == ["Words of the safety panel are invisible."]


@pytest.mark.parametrize(
    ("style", "size", "least"),
    [
        ("standard", 12.0, None), ("standard", 12 - 0.05, None), ("standard", 11.9, "11.9 pt; it must be 12 pt"),
        ("mono", 12.0, None), ("mono", 11.0, "11.0 pt; it must be 12 pt"),
        ("large-print", 18.0, None), ("large-print", 17.9, "17.9 pt; it must be 18 pt"),
    ],
)  # fmt: skip
def test_the_panel_is_measured_against_its_style(style: str, size: float, least: str | None) -> None:
    small = Line("safety/now", "Get help now.", size=size)
    large = tuple(Line(one.name, one.words, size=20.0) for one in WHOLE if one is not NOW)
    order = (WANTED[0], WANTED[3], *WANTED[4:])
    what = found(large[0], small, *large[3:], wanted=order, style=style)
    assert what == ([f"The safety panel is printed at {least} or more."] if least else [])


def test_an_exercise_within_the_panel_or_before_it_in_the_structure_is_refused() -> None:
    before = ["An exercise comes before the safety panel is complete."]
    assert placed(Line("exercise/cat", "Cat", foot=20.0), Line("safety/ask", "Ask first.", foot=700.0)) == before
    assert placed(TITLE, Line("exercise/cat", "Cat", foot=20.0), Line("safety/now", "Now.", foot=700.0)) == before
    sheets = read(TITLE, ASK, CAT).sheets
    marks = {"safety/title": 0, "exercise/cat": 2, "safety/ask": 1}
    held = [tag(name, marks=((0, mark),)) for name, mark in marks.items()]
    nested = gather(read().claims, (tag("safety", *held),), sheets, ())
    assert [one.what for one in place_of_panel(nested, 12.0)] == before


@pytest.mark.parametrize(
    ("exercise", "above"),
    [
        (Line("exercise/cat", "Cat", foot=500.0), False),  # under it
        (Line("exercise/cat", "Cat", foot=600.0), False),  # beside its last line
        (Line("exercise/cat", "Cat", foot=601.0), True),
        (Line("exercise/cat", "Cat", page=1, foot=800.0), False),
    ],
)
def test_an_exercise_above_the_foot_of_the_panel_is_refused(exercise: Line, above: bool) -> None:
    high, low = Line("safety/ask", "Ask first.", foot=700.0), Line("safety/now", "Now.", foot=600.0)
    assert placed(high, low, exercise) == [ABOVE] * above


def test_the_foot_of_the_panel_is_that_on_its_last_page() -> None:
    first, over = Line("safety/now", "Now.", foot=100.0), Line("safety/ask", "Ask first.", page=1, foot=700.0)
    assert placed(first, over, Line("exercise/cat", "Cat", page=1, foot=690.0)) == []
    assert placed(first, over, Line("exercise/cat", "Cat", page=1, foot=710.0)) == [ABOVE]
    assert placed(first, over, Line("exercise/cat", "Cat", page=0, foot=50.0)) == [ABOVE]


def missing(words: str, where: str = "the safety panel") -> str:
    return f"In the structure of {where} {words} is missing or out of order."


def test_each_word_of_the_panel_that_is_missing_is_named_with_its_path() -> None:
    (whole, own) = check_panels(read(TITLE, Line("safety/ask", "Ask."), *WHOLE[2:]), asked(*WANTED))
    assert whole.what == own.what == missing("“Ask first if you fell.”")
    assert whole.path == own.path == "safety.lines.fall"


def test_a_line_that_stands_in_another_part_of_the_panel_is_missed_in_its_own() -> None:
    """All of the panel's words are there in order, one of them in the element of the part before it."""
    lines = (TITLE, Line("safety/ask", "Ask first if you fell. Stop if it hurts."), *WHOLE[3:])
    assert missing("“Stop if it hurts.”") in found(*lines)
    assert found(*lines)[0] == missing("“Stop if it hurts.”")


def test_words_of_the_panel_in_another_order_are_named() -> None:
    title = Line("safety/title", "Your safety", foot=760.0)
    what = found(Line("safety/ask", ASK.words), title, *WHOLE[2:])
    assert missing(f"“{ASK.words}”") in what


def test_a_patients_own_words_in_the_panel_are_not_repeated() -> None:
    own = said("safety/now", "Zdenka's nurse", private=True)
    assert set(found(*WHOLE, wanted=(*WANTED[:4], own, *WANTED[4:]))) == {missing("the patient's own words")}


def test_words_outside_the_panel_are_not_looked_for_in_it() -> None:
    assert found(*WHOLE, wanted=(said("", "Ease a stiff back", section="title"), *WANTED)) == []


@pytest.mark.parametrize(
    ("block", "named", "fault"),
    [
        ("balance", "the pros and cons", "The pros and cons are not in the structure of the file."),
        ("ways", "the table of ways", "The table of ways is not in the structure of the file."),
    ],
)
def test_what_is_weighed_must_be_there_whole(block: str, named: str, fault: str) -> None:
    wanted = (*WANTED[:4], said(f"{block}/pros", "You move.", "item"))
    balance = () if block == "balance" else (BALANCE,)
    assert found(*WHOLE[:4], Line(f"{block}/1", "You move."), *balance, wanted=wanted) == []
    assert found(*WHOLE[:4], *balance, wanted=wanted) == [fault, missing("“You move.”", named)]
    assert found(*WHOLE[:4], Line(f"{block}/1", "You."), *balance, wanted=wanted) == [missing("“You move.”", named)]


def test_a_sheet_without_pros_and_cons_is_refused_even_where_none_were_asked_for_and_a_fridge_card_has_none() -> None:
    assert found(*WHOLE[:4], wanted=WANTED[:4]) == ["The pros and cons are not in the structure of the file."]
    assert found(*WHOLE[:4], wanted=WANTED[:4], fridge_card=True) == []
    assert found(*WHOLE[:4], wanted=WANTED[:6], fridge_card=True)[0].startswith("The pros and cons are not")


def not_whole(part: str, on: str = "page 1") -> str:
    return f"The part “{part}” of the safety panel is not whole on {on}."


def at(line: Line, page: int = 0, foot: float = 0.0) -> Line:
    return Line(line.name, line.words, page, foot)


FIRST = (TITLE, ASK, STOP, NOW)


@pytest.mark.parametrize("style", ["standard", "mono"])
def test_all_of_the_panel_stands_on_page_1_or_what_is_for_today_opens_page_2(style: str) -> None:
    assert found(*FIRST, TODAY, BALANCE, CAT, wanted=OVER, style=style) == []
    assert found(*FIRST, at(TODAY, 1), at(BALANCE, 1), at(CAT, 1), wanted=OVER, style=style) == []
    late = found(*FIRST, at(BALANCE, 1), at(TODAY, 1), at(CAT, 1), wanted=OVER, style=style)
    assert late == ["Page 2 does not begin with the safety panel."]
    assert found(*FIRST, BALANCE, at(TODAY, 2), at(CAT, 2), wanted=OVER, style=style) == [TORN]


@pytest.mark.parametrize("moved", [ASK, STOP, NOW])
def test_another_part_over_the_page_is_refused(moved: Line) -> None:
    lines = tuple(at(one, int(one is moved)) for one in FIRST)
    assert found(*lines, BALANCE, at(CAT, 1)) == [not_whole(moved.name.partition("/")[2])]


def test_a_part_torn_over_two_pages_is_refused() -> None:
    torn = (Line("safety/now", "Get help"), Line("safety/now", "now.", page=1))
    assert found(*FIRST[:3], *torn, BALANCE, at(CAT, 1)) == [not_whole("now")]


def test_white_space_does_not_tear_a_part() -> None:
    assert found(*FIRST, Line("safety/now", " ", page=1), BALANCE, at(CAT, 1)) == []


def test_parts_in_an_order_that_no_style_has_are_refused() -> None:
    wanted = (WANTED[0], WANTED[2], WANTED[1], *WANTED[3:])
    fault = "The safety panel has its parts in the order stop, ask, now, and not ask, stop, now, today."
    assert found(TITLE, STOP, ASK, NOW, BALANCE, CAT, wanted=wanted) == [fault]


@pytest.mark.parametrize(("overlap", "right"), [(0.0, True), (0.05, True), (0.06, False)])
def test_a_part_that_begins_above_the_foot_of_the_one_before_it_is_refused(overlap: float, right: bool) -> None:
    stop = Line("safety/stop", STOP.words, box=(60.0, 650.0, 400.0, 700 + overlap))
    now = Line("safety/now", NOW.words, foot=600.0)
    ask = Line("safety/ask", ASK.words, box=(60.0, 700.0, 400.0, 712.0))
    what = found(TITLE, ask, stop, now, BALANCE, CAT)
    assert what == ([] if right else ["The part “stop” of the safety panel stands before one that comes before it."])


LARGE = (TITLE, NOW, STOP, TODAY, ASK)
LARGE_WANTED = (WANTED[0], WANTED[3], WANTED[2], OVER[4], WANTED[1], *WANTED[4:])


def large(*lines: Line) -> list[str]:
    big = tuple(Line(one.name, one.words, one.page, one.foot, size=20.0) for one in lines)
    return found(*big, wanted=LARGE_WANTED, style="large-print")


def test_large_print_goes_over_as_many_pages_as_it_needs_each_part_whole() -> None:
    assert large(*LARGE, BALANCE, CAT) == []
    assert large(TITLE, NOW, at(STOP, 1), at(TODAY, 1), at(ASK, 2), at(BALANCE, 2), at(CAT, 2)) == []
    torn = (Line("safety/stop", "Stop if"), Line("safety/stop", "it hurts.", 1))
    assert large(TITLE, NOW, *torn, at(TODAY, 1), at(ASK, 1), at(BALANCE, 1), at(CAT, 1)) == [
        not_whole("stop", "one page")
    ]


@pytest.mark.parametrize(("on", "right"), [(2, True), (3, False), (1, True)])
def test_in_large_print_ask_first_may_go_over_to_the_page_that_follows(on: int, right: bool) -> None:
    ask = (Line("safety/ask", "Ask first", 1), Line("safety/ask", "if you fell.", on))
    what = large(TITLE, NOW, at(STOP, 1, 300.0), at(TODAY, 1, 200.0), *ask, at(BALANCE, on), at(CAT, on))
    assert what == ([] if right else [not_whole("ask", "one page"), TORN])


def test_large_print_opens_with_get_help_now() -> None:
    over = tuple(at(one, 1) for one in (NOW, STOP, TODAY, ASK, BALANCE, CAT))
    assert not_whole("now") in large(TITLE, *over)


def test_a_part_on_a_page_before_that_of_the_part_before_it_is_refused() -> None:
    what = large(TITLE, NOW, at(STOP, 1), at(TODAY, 0, 100.0), at(ASK, 1), at(BALANCE, 1), at(CAT, 1))
    assert what == ["The part “today” of the safety panel stands before one that comes before it."]


def test_a_page_between_the_pages_of_the_panel_is_refused() -> None:
    assert large(TITLE, NOW, at(STOP, 1), at(TODAY, 1), at(ASK, 3), at(BALANCE, 3), at(CAT, 3)) == [TORN]
    assert large(TITLE, NOW, at(STOP, 2), at(TODAY, 2), at(ASK, 3), at(BALANCE, 3), at(CAT, 3)) == [TORN]


def test_a_page_that_the_panel_goes_over_to_begins_with_it() -> None:
    folio = Line("", "page 2", page=1, foot=800.0)
    over = (at(STOP, 1), at(TODAY, 1), at(ASK, 1), at(CAT, 1))
    assert large(TITLE, NOW, BALANCE, folio, *over) == []
    assert large(TITLE, NOW, folio, Line("balance", BALANCE.words, 1, 300.0), *over) == [
        "Page 2 does not begin with the safety panel."
    ]
