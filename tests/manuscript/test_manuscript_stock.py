"""A stock sheet is for nobody yet: lines to write doses on, a box to tick at each exercise, and all the rest whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from manuscript_orders import manuscript, order, personal, prescription

from handout.errors import PrescriptionError
from handout.language import BLANK
from handout.manuscript.blocks import Balance, ExerciseCard, Plan, Strip
from handout.manuscript.grammar import exercise_faults
from handout.manuscript.kinds import Kind
from handout.manuscript.text import text

STOCK = order(number=0, stock=True)


def said(strip: Strip) -> str:
    return " ".join(one.plain for one in (strip.amount, *strip.units) if one)


def test_every_dose_is_a_line_to_write_on_beside_its_unit() -> None:
    cards = {card.id: [said(strip) for strip in card.dose] for card in manuscript(STOCK).all(ExerciseCard)}
    assert cards["seated-twist"] == ["____ times each side", "____ seconds hold", "____ times a day for ____ weeks"]
    assert not any(re.search(r"\d", cell) for cells in cards.values() for cell in cells)


def test_the_plan_and_the_steps_leave_the_same_numbers_open() -> None:
    own = manuscript(STOCK)
    plan = next(own.all(Plan))
    assert plan.summary.plain == "Your clinician writes how much."
    assert not any(re.search(r"\d", cell.plain) for row in plan.rows[1:] for cell in row.cells)
    twist = next(card for card in own.all(ExerciseCard) if card.id == "seated-twist")
    assert any(BLANK in step.plain for step in twist.steps)
    assert all("easier_" not in tip.plain and "harder_" not in tip.plain for tip in twist.tips)


def test_panel_and_balance_are_those_of_every_sheet() -> None:
    own, other = manuscript(STOCK), manuscript(order(number=0))
    assert own.panel == other.panel
    lines = [[one.plain for one in next(each.all(Balance)).pros.texts] for each in (own, other)]
    assert lines[0] == [line.replace("10\u00a0minutes", f"{BLANK} minutes") for line in lines[1]]


def test_each_exercise_has_a_box_on_a_stock_sheet_and_none_on_a_patients() -> None:
    assert {card.tick for card in manuscript(STOCK).all(ExerciseCard)} == {"box"}
    assert {card.tick for card in manuscript(personal()).all(ExerciseCard)} == {""}


@pytest.mark.parametrize(
    "asked",
    [replace(personal(), stock=True), order(number=2, stock=True), order(number=0, stock=True, flags=("unsteady",)),
     order(number=0, stock=True, doses={"march": {"duration_s": 60}})],
    ids=["a patient", "a row of a list", "a flag", "a dose"],
)  # fmt: skip
def test_no_order_for_somebody_becomes_a_stock_sheet(asked: object) -> None:
    with pytest.raises(PrescriptionError) as caught:
        prescription(asked)  # type: ignore[arg-type]
    assert any(one.path == "order.stock" for one in caught.value.findings)


@pytest.mark.parametrize("stock", [False, True])
def test_an_open_dose_for_a_patient_and_a_number_on_a_stock_sheet_are_faults(stock: bool) -> None:
    given = prescription(STOCK if stock else personal())
    cards = list(manuscript(given.order).all(ExerciseCard))
    assert not list(exercise_faults(cards, given))
    wrong = replace(cards[0].dose[0], amount=text(Kind.AMOUNT, "2" if stock else BLANK))
    cards[0] = replace(cards[0], dose=(wrong, *cards[0].dose[1:]))
    assert any("is not" in one.what and "as a whole" in one.what for one in exercise_faults(cards, given))


def test_a_stock_sheet_has_a_content_of_its_own() -> None:
    assert manuscript(STOCK).content_id != manuscript(order(number=0)).content_id
