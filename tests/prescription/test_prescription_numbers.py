"""What a country and a clinic say of the numbers to call."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prescription_orders import edition, shipped

from handout.language.types import Country
from handout.prescription.numbers import Measured, of_country, of_values


def country(named: bool) -> Country | None:
    own = shipped().countries["GB"]
    assert own.advice is not None
    return own if named else replace(own, advice=None)


@pytest.mark.parametrize(
    ("of", "name"), [(country(named=True), "NHS 111"), (country(named=False), "0113 111"), (None, "0113 111")]
)
def test_the_advice_line_has_its_countrys_name_or_else_is_called_by_its_number(of: Country | None, name: str) -> None:
    texts = of_country(of, edition().language, "999", "0113 111")
    assert (texts["advice"], texts["advice_name"]) == ("0113 111", name)


def test_a_number_that_nobody_gives_is_not_guessed() -> None:
    texts = of_country(country(named=True), edition().language, "", "")
    assert not {"emergency", "advice", "advice_name"} & texts.keys()


def test_a_value_in_seconds_is_said_in_minutes_and_no_other() -> None:
    said = of_values({"stay_s": 120, "short_s": 90, "judge_after_weeks": 60, "bar": 120})
    assert said["stay_s"] == Measured(2, "minutes")
    assert said["short_s"] == Measured(90, "seconds")
    assert said["judge_after_weeks"] == Measured(60, "weeks")
    assert said["bar"] == Measured(120, "")
