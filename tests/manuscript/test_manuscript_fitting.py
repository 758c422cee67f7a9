"""A sheet speaks of nothing that it does not print, and says each sign with one urgency; over rosters of exclusions,
swaps and versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from manuscript_orders import manuscript, order, prescription

from handout.manuscript.blocks import Balance, Caution, Floor, Needs, Questions, SafetyPanel, Section
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.words import words_of
from handout.prescription import Order

BACK = ("march", "cat-cow", "childs-pose", "knee-rolls", "forearm-prop", "roller-mid-back")
UPPER = ("march", "shoulder-rolls", "arm-circles", "neck-tilt-turn", "seated-twist", "ball-wall", "roller-mid-back")
# What names a thing, outside the cards: the thing, by the id of what is needed for it.
NAMED = {
    r"\brollers?\b": "soft-roller", r"\bballs?\b": "tennis-ball", r"\bmats?\b": "mat", r"\btowels?\b": "towel",
    r"\bcushions?\b": "cushion", r"\btable\b": "table", r"\bon the floor\b|down to the floor": "floor",
}  # fmt: skip
CHAIR_AND_BED = r"\bfirm bed\b"


def rosters() -> Iterator[Order]:
    """Every pair left out, every single one kept, and what flags make of both sheets."""
    for routine, own in (("back", BACK), ("upper-back", UPPER)):
        for gone in combinations(own, 2):
            yield order(routines=(routine,), exclude=gone)
        for kept in own:
            gone = tuple(name for name in own if name != kept)
            yield order(routines=(routine,), exclude=gone)
            yield order(routines=(routine,), include=(f"{kept}/easier",), exclude=gone)
    yield order(routines=("back",), exclude=("knee-rolls", "forearm-prop"), flags=("floor",))
    yield order(routines=("back",), include=("head-lift", "roller-beside-spine", "seated-twist", "warmth"))
    yield order(routines=("upper-back",), include=("self-massage", "warmth"))


def spoken(sheet: Manuscript) -> Iterator[tuple[str, str]]:
    """Every text outside the cards, the plan and the diary with its block."""
    for said in words_of(sheet):
        if said.section not in {"exercise", "plan", "diary", "colophon", "running", "safety", "ways"}:
            yield said.section, said.text


@pytest.mark.parametrize("asked", [*rosters()], ids=lambda one: f"{one.routines[0]}-{one.include}-{one.exclude}")
def test_no_word_speaks_of_a_thing_that_this_sheet_does_not_print(asked: Order) -> None:
    given = prescription(asked, routine=asked.routines[0])
    sheet = manuscript(asked, routine=asked.routines[0])
    for section, text in spoken(sheet):
        for pattern, thing in NAMED.items():
            if thing not in given.printed and re.search(pattern, text) and not re.search(CHAIR_AND_BED, text):
                pytest.fail(f"{section} speaks of {thing}: {text}")


def lines_of(panel: SafetyPanel) -> list[str]:
    """Every line of the panel's parts, with what stands under "stop"."""
    found = [line.plain for part in panel.parts for line in part.lines]
    return [*found, *(part.rest.plain for part in panel.parts if part.rest is not None)]


def seated() -> Order:
    chairs = ("march/easier", "cat-cow/easier", "childs-pose/easier", "roller-mid-back/easier")
    return order(routines=("back",), include=chairs, exclude=("knee-rolls", "forearm-prop"))


def test_a_sheet_done_on_a_chair_needs_a_chair_and_a_table_and_has_no_way_down_to_the_floor() -> None:
    sheet = manuscript(seated(), routine="back")
    needs = sheet.first(Needs)
    assert needs is not None
    said = " ".join(text.plain for text in needs.texts)
    assert "a firm chair" in said
    assert "a table" in said
    assert "mat" not in said
    assert "roller" not in said
    assert sheet.first(Floor) is None
    balance, asked = sheet.first(Balance), sheet.first(Questions)
    assert balance is not None
    assert asked is not None
    assert balance.cons.texts[-1].plain == "It is not for everyone, and some people need guidance."
    assert not [one for one in asked.questions if "floor" in one.ask.plain]
    assert not [one for one in asked.questions if "roller" in one.answer.plain]


def test_who_gets_down_to_the_floor_needs_a_chair_to_hold() -> None:
    given = prescription(order(routines=("back",)), routine="back")
    numbers = {thing: own for own, things in given.equipment for thing in things}
    floor = tuple(one.number for one in given.exercises if one.position == "floor")
    assert numbers["firm-chair"] == floor


def test_what_all_exercises_need_is_a_sentence_before_what_some_need() -> None:
    """“You need: a mat and a firm chair without wheels For 1: a folded towel.”"""
    needs = manuscript(order(routines=("back",), exclude=("march",)), routine="back").first(Needs)
    assert needs is not None
    assert [text.plain.replace("\u00a0", " ") for text in needs.texts][:2] == [
        "a mat and a firm chair without wheels.",
        "For 4: a folded towel.",
    ]


def test_words_that_speak_of_the_roller_stand_where_there_is_one() -> None:
    sheet = manuscript(order(routines=("back",)), routine="back")
    tips = next(block for block in sheet.blocks if isinstance(block, Section) and block.name == "tips")
    assert "Move slowly, and lean only lightly on the roller." in [text.plain for text in tips.texts]
    bare = manuscript(order(routines=("back",), exclude=("roller-mid-back",)), routine="back")
    tips = next(block for block in bare.blocks if isinstance(block, Section) and block.name == "tips")
    assert "Move slowly." in [text.plain for text in tips.texts]


# A sign, and what it must never be said with elsewhere: its panel part -> words of another urgency.
SIGNS = {
    "now": r"chest pain|cough\w* blood|erection|genitals|both legs|droops|slurs|see double|worst you have had",
    "today": r"weight loss|\blump\b|\bat night\b|\bsleep|changes shape|weaker|clumsy",
    "stop": r"\bfaint\b|\bdizzy\b|sight blurs|\btingl",
}
URGENCY = {"now": r"\bnow\b", "today": r"\btoday\b", "stop": r"\b[Ss]top\b|\brest\b"}


@pytest.mark.parametrize("routine", ["back", "upper-back"])
@pytest.mark.parametrize("style", ["standard", "large-print"])
def test_a_sign_has_one_urgency_wherever_it_stands(routine: str, style: str) -> None:
    sheet = manuscript(order(routines=(routine,), style=style), routine=routine)
    own = sheet.first(SafetyPanel)
    assert own is not None
    parts = {line.id: part.name for part in own.parts for line in part.lines}
    assert len(parts) == sum(len(part.lines) for part in own.parts)
    for said in words_of(sheet):
        if said.section == "safety" or said.kind == "caution":
            continue
        for part, pattern in SIGNS.items():
            if re.search(pattern, said.text):
                others = {name for name, word in URGENCY.items() if name != part and re.search(word, said.text)}
                assert re.search(URGENCY[part], said.text), said
                assert not others - {"stop"}, said


@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_on_a_bad_day_only_a_mild_ache_that_lasts_is_answered_with_doing_less(routine: str) -> None:
    """Any other pain that rest does not settle is a matter for today."""
    said = " ".join(one.text for one in words_of(manuscript(order(routines=(routine,)), routine=routine)))
    assert "If a mild ache lasts over 24 hours, do less next time." in said.replace("\u00a0", " ")


@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_what_rest_does_not_ease_is_a_matter_for_today_in_every_part_of_the_panel(routine: str) -> None:
    """It stands under "stop", where it says whom to call, and under "today": one urgency."""
    own = manuscript(order(routines=(routine,)), routine=routine).first(SafetyPanel)
    assert own is not None
    said = [text for text in lines_of(own) if re.search(r"\brest does not\b", text)]
    assert len(said) == 2
    today = {line.plain for part in own.parts if part.name == "today" for line in part.lines}
    assert not [text for text in said if "today" not in text and text not in today]


@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_a_card_asks_for_no_help_and_names_no_urgency(routine: str) -> None:
    """Its frames say who must not, who does it the easier way and who asks first; the panel says what is urgent."""
    sheet = manuscript(order(routines=(routine,)), routine=routine)
    cautions = [one for block in sheet.blocks for one in getattr(block, "cautions", ()) if isinstance(one, Caution)]
    assert cautions
    assert not [one.plain for one in cautions if re.search(r"\bnow\b|\btoday\b|[Cc]all ", one.plain)]


@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_the_foot_of_a_page_sends_to_help_for_the_signs_of_the_panel_alone(routine: str) -> None:
    middle = manuscript(order(routines=(routine,)), routine=routine).running.middle.plain
    assert middle.replace("\u00a0", " ").startswith("Sharp pain? Stop and rest. Warning sign on page 1? Call ")
