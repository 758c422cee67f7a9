"""Typographic rules: each by example, and none does more when it is done twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.language.rules import RULES

SAID = [
    ("number-keeps-unit", "Stay 5 seconds.", "Stay 5\u00a0seconds."),
    ("number-keeps-unit", "Call 0113 496 0000.", "Call 0113\u00a0496\u00a00000."),
    ("number-keeps-unit", "one two", "one two"),
    ("isolate-numbers", "اتصل 0113 496 0000 الآن", "اتصل \u20660113 496 0000\u2069 الآن"),
    ("isolate-numbers", "خذ 5 kg فقط", "خذ \u20665 kg\u2069 فقط"),
    ("isolate-numbers", "+44 20 7946 0000", "\u2066+44 20 7946 0000\u2069"),
    ("isolate-numbers", "من 3 إلى 5", "من \u20663\u2069 إلى \u20665\u2069"),
    ("isolate-numbers", "كرر 5–7 مرات", "كرر \u20665–7\u2069 مرات"),
    ("isolate-numbers", "اتصل 0113-496-0000 الآن", "اتصل \u20660113-496-0000\u2069 الآن"),
    ("isolate-numbers", "حتى 3\u22125", "حتى \u20663\u22125\u2069"),
    ("isolate-numbers", "٥ ثوانٍ", "\u2066٥\u2069 ثوانٍ"),
    (
        "french-spaces",
        "Mal ? Stop ; oui : « non »!",
        "Mal\u202f? Stop\u202f; oui\u00a0: «\u00a0non\u00a0»\u202f!",
    ),
    ("french-spaces", "à 8:30", "à 8:30"),
    ("one-letter-words", "Idź w górę i z powrotem", "Idź w\u00a0górę i\u00a0z\u00a0powrotem"),
    ("one-letter-words", "и в шаг", "и\u00a0в\u00a0шаг"),
    ("danda", "रुकें ।", "रुकें।"),
    ("cjk-spacing", "保持 姿势 。 然后 5 秒", "保持姿势。然后 5 秒"),
]
FAULTS = [
    ("spanish-marks", "¿Le duele?", ()),
    ("spanish-marks", "Le duele?", ("“?” has no “¿” before it",)),
    ("spanish-marks", "¡Pare", ("“¡” has no “!” after it",)),
    ("spanish-marks", "Pare!", ("“!” has no “¡” before it",)),
    ("spanish-marks", "¿Le duele", ("“¿” has no “?” after it",)),
    ("danda", "रुकें.", ("a sentence ends with a full stop instead of a danda (।)",)),
    ("danda", "रुकें।", ()),
    ("cjk-spacing", "停,休息", ("“停,” has half-width punctuation; use ，。；：？！",)),
]


# What a rule must take for what: every sign that it knows, one at a time.
KEPT_WHOLE = [
    *(f"1{between}2" for between in ".,:/٫٬ \u00a0\u202f\u2013\u2212-"),
    "-5", "\u22125", "+44", "(0113)496", "(+44)20", "(0)20 7946", "5%",
    "5 K", "5 k", "5 °", "5\u00a0kg", "5kg", "5 kW", "5 Kg", "5 m°", "5 km/h", "\u0665\u0667",
]  # fmt: skip
NO_NUMBER = ["A5", "a5", "X-5", "x-5", "x7-5", "5kg2", "5KG2", "\u2066a 5 b\u2069"]
BEFORE_A_MARK = ["a", ")", "b\u00a0»", "”", "’", "%"]
FRENCH_SPACES = ["", " ", "\u00a0", "\u202f", " \u00a0"]
WIDE = "，。、；：？！（）《》“”"
CLOSING = "，。、；：？！）》"
HAN = "\u3400\u4dbf\u4e00\u9fff\uf900\ufaff"  # the ends of the three blocks of signs


@pytest.mark.parametrize("text", KEPT_WHOLE)
def test_a_number_with_its_sign_parts_and_unit_is_isolated_as_one(text: str) -> None:
    assert RULES["isolate-numbers"].apply(f"حتى {text} فقط") == f"حتى \u2066{text}\u2069 فقط"


@pytest.mark.parametrize("text", NO_NUMBER)
def test_a_code_of_letters_and_digits_is_left_as_it_stands(text: str) -> None:
    assert RULES["isolate-numbers"].apply(f"حتى {text} فقط") == f"حتى {text} فقط"


def test_an_isolate_that_nobody_closed_hides_no_number() -> None:
    assert RULES["isolate-numbers"].apply("خذ \u2066 5") == "خذ \u2066 \u20665\u2069"


def test_a_number_before_a_code_keeps_to_itself() -> None:
    assert RULES["isolate-numbers"].apply("خذ 5 kg2 فقط") == "خذ \u20665\u2069 kg2 فقط"


@pytest.mark.parametrize("space", FRENCH_SPACES)
@pytest.mark.parametrize("before", BEFORE_A_MARK)
def test_french_sets_its_own_space_before_a_mark_whatever_was_typed(before: str, space: str) -> None:
    apply = RULES["french-spaces"].apply
    for mark in ";!?":
        assert apply(f"{before}{space}{mark}") == f"{before}\u202f{mark}"
    for after in (" b", "»", ""):
        shown = "\u00a0»" if after == "»" else after
        assert apply(f"{before}{space}:{after}") == f"{before}\u00a0:{shown}"
    assert apply(f"«{space}b{space}»") == "«\u00a0b\u00a0»"


def test_french_leaves_a_mark_that_begins_a_text_or_stands_within_one() -> None:
    for text in ("?", "(!)", "http://a.b", "8:30"):
        assert RULES["french-spaces"].apply(text) == text


@pytest.mark.parametrize("after", ["\u2066", *"«„“\"(", "d", "5"])
def test_a_word_of_one_letter_stays_with_what_follows(after: str) -> None:
    assert RULES["one-letter-words"].apply(f"iść w {after}") == f"iść w\u00a0{after}"


@pytest.mark.parametrize("text", ["iść do", "it's so", "it’s so", "x-z do", "5 razy", "_ do", "w — dom", "w ,"])
def test_what_is_no_word_of_one_letter_may_end_a_line(text: str) -> None:
    assert RULES["one-letter-words"].apply(text) == text


@pytest.mark.parametrize("before", ["5", "٥", "%", "\u2069"])
@pytest.mark.parametrize("after", ["k", "5", "ث", "\u20665"])
def test_a_number_stays_with_what_it_counts(before: str, after: str) -> None:
    assert RULES["number-keeps-unit"].apply(f"{before} {after}") == f"{before}\u00a0{after}"


def test_a_number_may_end_a_line_before_a_mark() -> None:
    for text in ("5 (a)", "5 _a", "5 – 7"):
        assert RULES["number-keeps-unit"].apply(text) == text


@pytest.mark.parametrize("space", [" ", "\u00a0", "  "])
def test_no_space_stands_before_a_danda(space: str) -> None:
    assert RULES["danda"].apply(f"रुकें{space}।") == "रुकें।"


@pytest.mark.parametrize("last", "\u0905\u0963\u0966\u097f")
def test_a_full_stop_behind_any_letter_of_hindi_is_a_fault_at_the_end_of_a_sentence(last: str) -> None:
    for after in ("", " फिर", "\n"):
        assert RULES["danda"].check(f"{last}.{after}")
    assert not RULES["danda"].check(f"{last}.5")


@pytest.mark.parametrize("sign", WIDE + HAN)
def test_chinese_has_no_space_beside_any_of_its_signs(sign: str) -> None:
    apply = RULES["cjk-spacing"].apply
    assert apply(f"持 {sign}  持") == f"持{sign}持"
    if sign in WIDE:
        assert apply(f"{sign}  5") == f"{sign}5"
    if sign in CLOSING:
        assert apply(f"5  {sign}") == f"5{sign}"
    assert apply("5 （a b 5 持") == "5 （a b 5 持"


@pytest.mark.parametrize("sign", HAN)
def test_chinese_has_no_narrow_marks_behind_its_signs(sign: str) -> None:
    for mark in ",;:?!":
        assert RULES["cjk-spacing"].check(f"{sign}{mark}5")
    for after in ("", " 5"):
        assert RULES["cjk-spacing"].check(f"{sign}.{after}")
    assert not RULES["cjk-spacing"].check(f"{sign}.5, a.")


@pytest.mark.parametrize(("name", "before", "after"), SAID)
def test_a_rule_sets_a_text_like_this(name: str, before: str, after: str) -> None:
    assert RULES[name].apply(before) == after


@pytest.mark.parametrize(("name", "text", "faults"), FAULTS)
def test_a_rule_finds_these_faults(name: str, text: str, faults: tuple[str, ...]) -> None:
    assert RULES[name].check(text) == faults


@pytest.mark.parametrize("name", sorted(RULES))
@given(text=st.text("abwz 5٥.,:;!?«»¿¡()+%कि।保持。\u00a0\u202f\u2066\u2069", max_size=24))
def test_a_rule_done_twice_changes_nothing_more(name: str, text: str) -> None:
    once = RULES[name].apply(text)
    assert RULES[name].apply(once) == once


@given(text=st.text("abc 0123456789+()-", max_size=24))
def test_no_rule_changes_a_digit(text: str) -> None:
    for rule in RULES.values():
        assert [sign for sign in rule.apply(text) if sign.isdigit()] == [
            sign for sign in text if sign.isdigit()
        ]
