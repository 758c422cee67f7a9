"""Every word is looked for in its own place and order, on the pages and in the structure; each page says its number."""

from __future__ import annotations

from typing import Literal

import proof_specimens as script
import pytest
from readback_specimens import Line, asked, read, said

from handout.manuscript.words import Said
from handout.proof.eye.beyond import _made_of
from handout.proof.reading import _beside_right_to_left, check_folios, check_words

NAME = Said("entry", "For אורי לוי", "", "", private=True, section="patient")
REFERENCE = Said("entry", "Reference Q-7", "", "", private=True, section="patient")
ELSEWHERE = Said("line", "שלום", "", "", section="note")
STEP = Said("step", "Stand tall.", "", "exercise/march", section="plan")


def test_a_patients_entry_is_beside_a_right_to_left_one_of_its_own_row_alone() -> None:
    assert _beside_right_to_left((NAME, REFERENCE, STEP)) == (REFERENCE,)
    assert _beside_right_to_left((REFERENCE, ELSEWHERE, STEP)) == ()


@pytest.mark.parametrize(
    ("run", "allowed", "whole"),
    [
        ("Brien'O", ["O'Brien"], True),  # as a right-to-left line gives it
        ("neirB", ["O'Brien"], True),
        ("O2Brien", ["O Brien"], True),
        ("O'Neil", ["O'Brien"], False),
        ("हिन्दी", ["हिन्दी पत्र"], True),
        ("हन्दी", ["हिन्दी पत्र"], False),
    ],
)
def test_a_run_beyond_a_line_is_made_of_words_that_were_asked_for(run: str, allowed: list[str], whole: bool) -> None:
    assert _made_of(run, allowed) is whole


TITLE = said("", "Ease a stiff back", "title", section="title", path="routines.back.title")
ON_TITLE = Line("title", "Ease a stiff back")


def found(
    lines: tuple[Line, ...], *words: Said, direction: Literal["ltr", "rtl"] = "ltr", tag: str = "en"
) -> list[str]:
    return [one.what for one in check_words(read(*lines), asked(*words, direction=direction, tag=tag))]


def both(words: str, fault: str = "missing") -> list[str]:
    return [f"In {where} “{words}” is {fault}." for where in ("the structure tree", "the pages")]


def test_a_word_that_is_missing_is_named_with_its_path_in_the_structure_and_on_the_pages() -> None:
    findings = check_words(read(Line("title", "Ease")), asked(TITLE))
    assert [(one.path, one.what) for one in findings] == [(TITLE.path, what) for what in both(TITLE.text)]
    assert found((ON_TITLE,), TITLE) == []


def test_a_text_of_hyphens_alone_is_not_looked_for() -> None:
    assert found((ON_TITLE,), TITLE, said("", "–", section="plan")) == both("–")
    assert found((ON_TITLE,), TITLE, said("", "-", section="plan")) == []


def test_a_word_of_the_structure_that_is_not_on_the_page_is_missed_there() -> None:
    assert found((Line("title", "Ease", says="Ease a stiff back"),), TITLE) == [
        "In the pages “Ease a stiff back” is missing.",
        "On the pages “Ease a stiff back” is missing or incomplete.",
    ]


def test_a_patients_own_words_are_not_repeated() -> None:
    own = said("", "For Zdenka", "for", section="patient", private=True)
    assert found((ON_TITLE,), TITLE, own) == [
        f"In {where} the line with the patient's own words is missing." for where in ("the structure tree", "the pages")
    ]


# Orders

NAMED, DOSED, DONE = (
    said("exercise/cat", *one) for one in (("Cat", "name"), ("Ten times", "strip"), ("Kneel.", "step"))
)
SHOWN = said("exercise/cat", "On all fours", "caption")
CUE = said("exercise/cat", "Round your back.", "cue")
MARCH = said("exercise/march", "March", "name")
STEP = said("exercise/march", "Stand tall.", "step")
LEAD, FOLLOW = (said("", words, kind, section="message") for words, kind in (("Move.", "lead"), ("Rest.", "follow")))
PHONE, ADDRESS = (
    said("", words, f"clinic-{kind}", section="masthead") for words, kind in (("999", "phone"), ("Hill", "address"))
)
EARLY, LATE = (said("", words, "clinic-hours", section="masthead") for words in ("Monday", "Friday"))
TIPS, MORE = (said("section/tips", words, "item") for words in ("Keep warm.", "Drink."))
AFTER = said("section/after", "Sleep well.", "item")
MADE, BY = (said("", words, "p", section="colophon") for words in ("Made today.", "By us."))
FOR, ON = (said("", words, kind, section="patient") for words, kind in (("For Ann", "for"), ("On Monday", "on")))
PLAN = said("", "Twice a day", "summary", section="table")


def printed(*words: Said) -> tuple[Line, ...]:
    """Lines that say these, in this order, each in the element of its block."""
    return tuple(Line(f"{one.block or one.section}/{number}", one.text) for number, one in enumerate(words))


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ((NAMED, DOSED, DONE, SHOWN), (NAMED, SHOWN, DOSED, DONE)),  # captions stand beside the words
        ((NAMED, DOSED, CUE), (NAMED, CUE, DOSED)),  # a cell's doses stand in a column beside its cue
        ((TITLE, LEAD, FOLLOW, PLAN), (TITLE, PLAN, LEAD, FOLLOW)),  # what may give way to the panel
        ((PHONE, ADDRESS, EARLY, LATE, TITLE), (ADDRESS, EARLY, LATE, PHONE, TITLE)),  # how the clinic is reached
        ((PHONE, ADDRESS, EARLY, LATE, TITLE), (TITLE, PHONE, ADDRESS, EARLY, LATE)),
        ((TIPS, MORE, AFTER, NAMED), (NAMED, AFTER, TIPS, MORE)),  # what fills holes
        ((NAMED, MADE, BY), (MADE, BY, NAMED)),
        ((FOR, ON, TITLE), (TITLE, ON, FOR)),  # entries of the patient's row
    ],
)  # fmt: skip
def test_what_may_stand_elsewhere_is_found_there(words: tuple[Said, ...], order: tuple[Said, ...]) -> None:
    assert found(printed(*words), *words) == found(printed(*order), *words) == []


@pytest.mark.parametrize(
    ("words", "order", "late"),
    [
        ((NAMED, DOSED, DONE), (NAMED, DONE, DOSED), DONE),
        ((NAMED, DOSED, MARCH, STEP), (MARCH, STEP, NAMED, DOSED), MARCH),
        ((LEAD, FOLLOW), (FOLLOW, LEAD), FOLLOW),
        ((EARLY, LATE), (LATE, EARLY), LATE),
        ((TIPS, MORE), (MORE, TIPS), MORE),
        ((MADE, BY), (BY, MADE), BY),
        ((TITLE, PLAN), (PLAN, TITLE), PLAN),
        ((TITLE, NAMED), (NAMED, TITLE), NAMED),
        ((SHOWN, said("exercise/cat", "Sitting", "caption")), (said("exercise/cat", "Sitting", "caption"), SHOWN),
         said("exercise/cat", "Sitting", "caption")),
    ],
)  # fmt: skip
def test_what_must_follow_in_order_is_out_of_order(
    words: tuple[Said, ...], order: tuple[Said, ...], late: Said
) -> None:
    assert found(printed(*words), *words) == []
    assert found(printed(*order), *words) == both(late.text, "out of order")


def test_an_exercises_words_are_looked_for_in_its_own_card_and_on_its_own_page() -> None:
    swapped = (Line("exercise/cat/1", "Cat Stand tall."), Line("exercise/march/1", "March Kneel.", page=1))
    assert found(swapped, NAMED, DONE, MARCH, STEP) == [*both(DONE.text), *both(STEP.text)]


# Right to left

NAME_RTL = said("", "For אורי לוי", "for", section="patient", private=True)
VISIT = said("", "By Ms Lee, 5 May", "by", section="patient", path="clinic.by")
ROW = (Line("patient/for", "לוי אורי For", says="For אורי לוי"), Line("patient/by", "May 5 ,Lee Ms By"))


def test_the_entries_beside_a_right_to_left_name_are_looked_for_by_themselves() -> None:
    assert found(ROW, NAME_RTL, VISIT) == []
    assert found((ROW[0], Line("visit/by", "May 5 ,Lee Ms By")), NAME_RTL, VISIT) == []


@pytest.mark.parametrize("line", [Line("patient/by", "By Ms Lee, 15 May"), Line("note/by", "By Ms Lee, 5 May")])
def test_such_an_entry_with_another_number_or_outside_the_row_is_missed(line: Line) -> None:
    (finding,) = check_words(read(ROW[0], line), asked(NAME_RTL, VISIT))
    assert (finding.what, finding.path) == ("On the pages “By Ms Lee, 5 May” is missing or incomplete.", "clinic.by")


def test_without_such_a_name_the_row_is_read_in_order() -> None:
    assert found((Line("patient/by", "Lee, Ms By 5 May"),), VISIT) == both(VISIT.text)


def test_a_right_to_left_text_on_another_sheet_is_looked_for_in_the_structure_and_counted_on_the_page() -> None:
    note = said("", "שלום לך", "p", section="note")
    assert found((Line("note", "לך שלום", says="שלום לך"),), note) == []
    assert found((Line("note", "לך", says="שלום לך"),), note) == ["On the pages “שלום לך” is missing or incomplete."]
    assert found((Line("note", "לך שלום", says="לך"),), note) == [
        "In the structure tree “שלום לך” is missing.",
        "On the pages the text of note is missing or incomplete.",
    ]


def test_a_right_to_left_sheet_is_not_read_in_the_order_of_its_page() -> None:
    turned = (Line("title", "stiff a Ease back", says="Ease a stiff back"),)
    assert found(turned, TITLE, direction="rtl", tag="ar") == []
    assert found((*turned, *ROW), TITLE, NAME_RTL, VISIT, direction="rtl", tag="ar") == [
        "In the structure tree “By Ms Lee, 5 May” is missing."
    ]
    fewer = (Line("title", "a Ease back", says="Ease a stiff back"),)
    (finding,) = check_words(read(*fewer), asked(TITLE, direction="rtl", tag="ar"))
    assert (finding.what, finding.path) == ("On the pages “Ease a stiff back” is missing or incomplete.", TITLE.path)


@pytest.mark.parametrize(
    ("ink", "private", "right"),
    [
        ("nnA", True, True), ("nAn", True, True), ("nna", True, False), ("nnAn", True, False), ("nnA", False, False),
        ("Ann", False, True),
    ],
)  # fmt: skip
def test_of_a_patients_own_words_the_letters_are_counted_as_readers_turn_them_round(
    ink: str, private: bool, right: bool
) -> None:
    own = said("", "Ann", "for", section="patient", private=private)
    what = found((Line("patient/for", ink, says="Ann"),), own, direction="rtl", tag="ar")
    shown = "the line with the patient's own words" if private else "“Ann”"
    assert what == ([] if right else [f"On the pages {shown} is missing or incomplete."])


def test_exact_text_that_is_nobodys_own_is_named_by_its_element() -> None:
    lines = (ON_TITLE, Line("7:note/1", "Rest.", says="Go on."))
    assert found(lines, TITLE) == ["On the pages the text of note/1 is missing or incomplete."]


# Page numbers


def folios(
    *running: str, wording: str = "page {page} of {pages}", direction: Literal["ltr", "rtl"] = "ltr", tag: str = "en"
) -> list[str]:
    lines = (Line("", words, page=number) for number, words in enumerate(running))
    manuscript = asked(running=script.running("", wording), direction=direction, tag=tag).manuscript
    return [one.what for one in check_folios(read(*lines), manuscript)]


def test_each_page_says_which_of_how_many_it_is() -> None:
    assert folios("page 1 of 1") == []
    assert folios("Hill Street 12 page 1 of 2", "page 2 of 2 Hill Street") == []
    assert folios("page 1 of 2", "page 1 of 2") == ["Page 2 does not say that it is page 2 of 2."]
    assert folios("page 2 of 1 page 1 of 1") == []
    assert folios("page 1 of 12") == ["Page 1 does not say that it is page 1 of 1."]
    assert folios("sheet 1 of 1") == ["Page 1 does not say that it is page 1 of 1."]


def test_the_numbers_stand_as_the_language_orders_them_and_in_any_digits() -> None:
    assert folios("2 pages, 1st", "2 pages, 2st", wording="{pages} pages, {page}st") == []
    assert folios("1 pages, 2st", "2 pages, 2st", wording="{pages} pages, {page}st") == [
        "Page 1 does not say that it is page 1 of 2."
    ]
    assert folios("पृष्ठ १ / १", wording="पृष्ठ {page} / {pages}", tag="hi") == []
    assert folios("第 1 页，共 1 页", wording="第 {page} 页，共 {pages} 页", tag="zh-Hans") == []


def test_right_to_left_both_numbers_stand_there_in_any_order() -> None:
    assert folios("2 من 1 صفحة", "من 2 صفحة 2", wording="صفحة {page} من {pages}", direction="rtl", tag="ar") == []
    assert folios("12 من صفحة", wording="صفحة {page} من {pages}", direction="rtl", tag="ar") == [
        "Page 1 does not say that it is page 1 of 1."
    ]
    assert folios("7 2 1", "2 3 2", wording="{page}", direction="rtl", tag="ar") == []
    assert folios("1 من صفحة", wording="صفحة {page} من {pages}", direction="rtl", tag="ar") == [
        "Page 1 does not say that it is page 1 of 1."
    ]


def test_a_page_number_in_the_reading_order_is_none() -> None:
    manuscript = asked(running=script.running("", "page {page} of {pages}")).manuscript
    (finding,) = check_folios(read(Line("folio", "page 1 of 1")), manuscript)
    assert (finding.what, finding.path) == ("Page 1 does not say that it is page 1 of 1.", "running")


def test_a_manuscript_without_words_for_the_page_number_says_so() -> None:
    assert folios("page 1 of 1", wording="") == ["The manuscript has no words for the page number."]
