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
    ("danda", "रुकें.", ("a sentence ends with a full stop instead of a danda (।)",)),
    ("danda", "रुकें।", ()),
    ("cjk-spacing", "停,休息", ("“停,” has half-width punctuation; use ，。；：？！",)),
]


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
