"""Orders that may share a master: alike in all but what is one order's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from prescription_orders import ROUTINE, order, patient

from handout.errors import Private
from handout.prescription import Clinician, Order
from handout.prescription.likeness import Likeness


def like(asked: Order) -> Likeness:
    return Likeness.of(asked, ROUTINE)


DOSES = {"march": {"duration_s": 60}, "seated-twist": {"repetitions": 4}}
SAID = order(
    patient=patient(),
    clinician=Clinician("Ana Ruiz", "physiotherapist"),
    date=date(2027, 1, 2),
    note=Private("Bring the blue card", "note"),
    doses=DOSES,
)


@pytest.mark.parametrize(
    "own",
    [
        {"number": 9},
        {"copies": 2},
        {"patient": patient("Zebedee Quux")},
        {"clinician": Clinician("Sam Reed", "physiotherapist")},
        {"date": date(2028, 3, 4)},
        {"note": Private("  \nCome on Monday\n", "note")},
        {"doses": dict(reversed(DOSES.items()))},
    ],
)
def test_what_is_one_orders_own_makes_no_other_likeness(own: dict[str, object]) -> None:
    assert like(replace(SAID, **own)) == like(SAID)


@pytest.mark.parametrize(
    "other",
    [
        {"copies": 0},
        {"patient": None},
        {"clinician": None},
        {"clinician": Clinician("Ana Ruiz", "nurse")},
        {"date": None},
        {"note": None},
        {"note": Private("Bring the blue card\nand the red one", "note")},
        {"doses": {}},
        {"stock": True},
    ],
)
def test_what_shows_on_the_sheet_makes_another(other: dict[str, object]) -> None:
    assert like(replace(SAID, **other)) != like(SAID)


def test_it_says_whether_a_day_is_printed() -> None:
    assert like(SAID).dated
    assert not like(order()).dated
