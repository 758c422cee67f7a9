"""Conditions of a card in one row: the verb that several of them have is said once, and no other word goes."""

from __future__ import annotations

import pytest
from manuscript_orders import manuscript

from handout.manuscript.blocks import ExerciseCard
from handout.manuscript.sheet.cautions import in_one_row

VERBS = ("have", "have or had", "have just")


@pytest.mark.parametrize(
    ("said", "row"),
    [
        (["have a clot", "have a sore rib", "are pregnant"], "have a clot · a sore rib · are pregnant"),
        (["have a clot", "are pregnant", "have a sore rib"], "have a clot · are pregnant · have a sore rib"),
        (["have a clot", "have or had cancer", "have a rash"], "have a clot · have or had cancer · have a rash"),
        (["have just hurt your shoulder", "have a clot"], "have just hurt your shoulder · have a clot"),
        (["had neck surgery", "had a stroke"], "had neck surgery · had a stroke"),
        (["haven", "haven"], "haven · haven"),
    ],
)
def test_a_verb_is_left_out_only_where_the_condition_before_has_the_very_same(said: list[str], row: str) -> None:
    assert in_one_row(said, VERBS).replace("\u00a0", " ") == row


def test_a_language_that_names_no_verb_says_every_condition_whole() -> None:
    assert in_one_row(["have a clot", "have a rash"], ()).replace("\u00a0", " ") == "have a clot · have a rash"


def test_the_roller_card_says_have_once_for_what_a_patient_has() -> None:
    card = next(one for one in manuscript().all(ExerciseCard) if one.id == "roller-mid-back")
    refuse = card.cautions[0].plain.replace("\u00a0", " ")
    assert "have a blood clot · a bone infection · a broken bone or sore rib" in refuse
    assert "are pregnant · have broken skin or a rash · numb skin" in refuse
