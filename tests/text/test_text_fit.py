"""Lines chosen for the whole paragraph, and the places where they are loath to end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_specimens import latin, span, texts

from handout.text import typeset
from handout.text.compounds import VIETNAMESE
from handout.text.fit import SHORT_SHARE, SLACK, ends_of

widths = st.lists(st.integers(1, 60).map(float), min_size=1, max_size=24)
wholes = st.integers(40, 200).map(float)


def lines_of(units: list[float], ends: list[int]) -> list[list[float]]:
    return [units[start:end] for start, end in pairwise([0, *ends])]


def full(units: list[float], measure: float) -> list[list[float]]:
    """Every line filled before the next is begun."""
    lines: list[list[float]] = [[]]
    for unit in units:
        if lines[-1] and sum(lines[-1]) + unit > measure + SLACK:
            lines.append([])
        lines[-1].append(unit)
    return lines


@given(widths, wholes)
@settings(max_examples=200, derandomize=True, database=None, deadline=None)
def test_no_line_is_too_wide_and_none_is_added(units: list[float], measure: float) -> None:
    lines = lines_of(units, ends_of(units, [0.0] * len(units), [0.0] * len(units), measure))
    assert [unit for line in lines for unit in line] == units
    assert all(len(line) == 1 or sum(line) <= measure + SLACK for line in lines)
    assert len(lines) == len(full(units, measure))


@given(widths, wholes)
@settings(max_examples=200, derandomize=True, database=None, deadline=None)
def test_the_last_line_is_short_only_where_no_other_lines_would_make_it_longer(
    units: list[float], measure: float
) -> None:
    lines = lines_of(units, ends_of(units, [0.0] * len(units), [0.0] * len(units), measure))
    if len(lines) == 1 or sum(lines[-1]) >= SHORT_SHARE * measure:
        return
    more = [sum(units[at:]) for at in range(len(units)) if SHORT_SHARE * measure <= sum(units[at:]) <= measure]
    rest = {sum(units[at:]): units[:at] for at in range(1, len(units))}
    assert all(len(full(rest[last], measure)) > len(lines) - 1 for last in more if last in rest)


def test_a_last_word_takes_another_with_it() -> None:
    sentence = "Tilt your ear to your shoulder. Stay there, keep breathing, and come back slowly."
    assert texts(typeset([span(sentence)], latin(), 150)) == [
        "Tilt your ear to your ",
        "shoulder. Stay there, keep ",
        "breathing, and come ",
        "back slowly.",
    ]


def test_centred_lines_are_level() -> None:
    text = "Start: stand up tall, arms at your side"
    assert texts(typeset([span(text)], latin(), 200)) == ["Start: stand up tall, arms at ", "your side"]
    assert texts(typeset([span(text)], latin("center"), 200)) == ["Start: stand up tall, ", "arms at your side"]


@pytest.mark.parametrize(
    ("language", "text", "tied"),
    [
        ("en", "The mark that you give your own pain is 3 of 10 on most days", "3 of 10"),
        ("en", "The mark that you give your own pain is 3 out of 10 on most days", "3 out of 10"),
        ("fil", "Isulat ang antas ng pananakit mo araw-araw, 0 hanggang 10 lamang", "0 hanggang 10"),
        ("es", "Estudios menos estrictos que otros hallaron de 0 a 100 puntos", "0 a 100"),
        ("hi", "आपके दर्द का स्तर रोज़ लिखें और देखें कि वह 10 में से 3 रहे", "10 में से 3"),
        ("vi", "Căng hoặc đau nhẹ, đến mức 3 (thang 10). Phải dịu đi trong 24 giờ", "(thang 10)"),
        ("ar", "اكتب درجة الألم كل يوم في هذا الجدول وهي 3 من 10 أو أقل", "3 من 10"),
        ("vi", "Nằm ngửa và thở đều, giữ yên một chút rồi thả hơi thở ra thật chậm", "hơi thở"),
        ("zh-Hans", "慢慢向后仰，让滚轴停住，如果已经怀孕或者新出现疼痛请先问我们", "出现"),
        ("zh-Hans", "做完练习后如果躺下时觉得不舒服，有胃酸反流或者咳嗽，请先问我们", "胃酸反流"),
        ("ko", "천천히 숨을 쉬면서 몸을 뒤로 젖힙니다. 그대로 할 수 있습니다", "할 수"),
        ("ko", "발목이나 무릎이 아프거나 현재 임신 중이면 시작하기 전에 저희와 상담하세요", "임신 중"),
        ("en", "have had an operation · have a shoulder that slips out · are pregnant", "operation · have"),
        ("fil", "Huwag itigil ang paghinga kung ikaw ay nag-aalala sa sakit mo", "nag-aalala"),
        ("de", "Bringen Sie dieses Blatt zu Ihrem Termin am 21. November mit", "21. November"),
    ],
)
def test_what_is_read_as_one_stands_on_one_line(language: str, text: str, tied: str) -> None:
    """At every measure where that needs no line more."""
    joined = text.replace(tied, tied.replace(" ", "\u00a0").replace("-", "\u2011"))
    style = latin(language=language)
    whole = typeset([span(tied, language)], style, 1000).widest
    kept, parted = 0, []
    for measure in range(max(60, int(whole * 1.2)), 300, 7):
        lines = [line.strip() for line in texts(typeset([span(text, language)], style, measure))]
        if any(tied in line for line in lines):
            kept += 1
        elif len(lines) == len(typeset([span(joined, language)], style, measure).lines):
            parted.append((measure, lines))
    assert parted == []
    assert kept > 5


def test_compounds_are_words_of_two_syllables_each_once() -> None:
    assert len(VIETNAMESE) > 400
    assert all(len(word.split(" ")) == 2 and word == word.lower() for word in VIETNAMESE)
