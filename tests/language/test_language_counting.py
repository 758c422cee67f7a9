"""Counting, numbers, dates and lists: whole phrases, by each language's own rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.content import shipped_root
from handout.errors import LanguageError
from handout.language import (
    Country,
    Language,
    clock,
    count,
    country_of,
    date,
    fill,
    for_country,
    joined,
    months,
    number,
    plural_forms,
    read_language,
    weekday,
    wording,
)
from handout.source import read


@cache
def language(tag: str) -> Language:
    return read_language(shipped_root() / f"assets/languages/{tag}.yaml", f"{tag}.yaml")


@cache
def country(code: str) -> Country:
    return country_of(read(shipped_root() / f"assets/countries/{code}.yaml"), code)


def test_english_says_once_twice_and_then_the_number() -> None:
    said = [count(language("en"), "times_a_day", n) for n in (1, 2, 3)]
    assert said == ["once a day", "twice a day", "3\u00a0times a day"]


def test_a_number_never_leaves_its_unit() -> None:
    assert count(language("en"), "for_seconds", 5) == "for 5\u00a0seconds"
    assert count(language("es"), "for_seconds", 5) == "por 5\u00a0segundos"


def test_arabic_uses_all_six_forms() -> None:
    assert plural_forms(language("ar")) == ("zero", "one", "two", "few", "many", "other")
    said = [count(language("ar"), "seconds", n) for n in (1, 2, 3, 11, 100)]
    assert said == [
        "ثانية واحدة",
        "ثانيتان",
        "\u20663\u2069\u00a0ثوانٍ",
        "\u206611\u2069\u00a0ثانية",
        "\u2066100\u2069\u00a0ثانية",
    ]


def test_arabic_digits_follow_the_country_of_the_clinic() -> None:
    egyptian = for_country(language("ar"), country("EG"))
    assert count(egyptian, "seconds", 5) == "\u2066٥\u2069\u00a0ثوانٍ"
    assert date(egyptian, "2026-11-20") == "٢٠ نوفمبر ٢٠٢٦"
    assert count(for_country(language("ar"), country("GB")), "seconds", 5) == "\u20665\u2069\u00a0ثوانٍ"


def test_russian_counts_twenty_one_as_one() -> None:
    said = [count(language("ru"), "weeks", n) for n in (1, 2, 5, 21)]
    assert [text.split("\u00a0")[0] for text in said] == ["1", "2", "5", "21"]
    assert said[0].split("\u00a0")[1] == said[3].split("\u00a0")[1]


def test_haitian_creole_counts_by_its_own_rule_and_never_as_french() -> None:
    assert plural_forms(language("ht")) == ("other",)
    assert months(language("ht"))[0] == "janvye"
    assert weekday(language("ht"), "mon") == "lendi"


def test_a_form_that_is_not_there_is_refused_by_name() -> None:
    poor = replace(language("en"), counts={"seconds": {"one": "{n} second"}})
    with pytest.raises(LanguageError, match=r"English has no phrase counts.seconds for 5 \(form “other”\)"):
        count(poor, "seconds", 5)
    with pytest.raises(LanguageError, match=r"no phrase counts\.fortnights"):
        count(poor, "fortnights", 5)


def test_a_strip_keeps_the_bar_between_its_two_lines() -> None:
    assert wording(language("en"), "strips", "sets_of_times", 2).text == "{n} sets|of {times}"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert number(language("en"), 12345) == "12,345"
    assert number(language("es"), 12345) == "12.345"
    assert number(for_country(language("ar"), country("EG")), 12345) == "١٢٬٣٤٥"


def test_dates_are_written_as_the_language_does() -> None:
    assert date(language("en"), "2026-11-20") == "20 November 2026"
    assert date(language("es"), "2026-11-05") == "5 de noviembre de 2026"
    assert date(language("pl"), "2026-11-20") == "20 listopada 2026"


def test_the_clock_has_twelve_hours_where_the_country_says_so() -> None:
    assert clock(language("en"), "18:30", country("GB")) == "18:30"
    assert clock(language("en"), "18:30", country("US")).replace("\u202f", " ") == "6:30 PM"


def test_lists_are_said_in_words() -> None:
    english = language("en")
    assert joined(english, ["a mat"]) == "a mat"
    assert joined(english, ["a mat", "a towel", "a chair"]) == "a mat, a towel and a chair"
    assert joined(english, ["a", "b"], english.any_of) == "a or b"


def test_an_unknown_placeholder_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(
        LanguageError, match=r"nothing is known as \{for_hld\}\n    Did you mean “for_hold”\?"
    ):
        fill(language("en"), "Stay {for_hld}.", {"for_hold": "for 5 seconds"})


def test_a_country_without_advice_line_has_none() -> None:
    assert country("US").advice is None
    assert country("GB").emergency.number == "999"


@pytest.mark.parametrize(
    "tag", sorted(path.stem for path in (shipped_root() / "assets/languages").glob("*.yaml"))
)
@given(n=st.integers(1, 120))
def test_every_language_says_every_number_of_every_use(tag: str, n: int) -> None:
    own = language(tag)
    for use in own.counts:
        said = count(own, use, n)
        assert "{" not in said
        assert said.strip() == said
