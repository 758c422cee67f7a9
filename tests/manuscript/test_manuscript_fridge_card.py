"""The fridge card: "get help now" whole, every dose, and nothing of a patient."""

from __future__ import annotations

from dataclasses import replace

import pytest
from manuscript_orders import order, personal, prescription

from handout.manuscript.blocks import CardDoses, Stamps
from handout.manuscript.fridge_card import card_faults, compose_card
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.words import privates, words_of


def card() -> Manuscript:
    return compose_card(prescription(personal()))


def doses(made: Manuscript) -> CardDoses:
    return next(made.all(CardDoses))


def test_it_holds_get_help_now_whole_and_no_other_part() -> None:
    given = prescription(order())
    (part,) = compose_card(given).panel.parts
    assert part.name == "now"
    assert tuple(line.id for line in part.lines) == tuple(given.panel["now"])


def test_a_draft_is_stamped_on_its_card_too() -> None:
    assert isinstance(card().blocks[0], Stamps)


def test_every_exercise_stands_on_it_with_the_numbers_of_its_dose() -> None:
    given = prescription(order(doses={"seated-twist": {"repetitions": 4, "hold_s": 7}}))
    said = {one.id: one.dose.plain.replace("\u00a0", " ") for one in doses(compose_card(given)).doses}
    assert list(said) == [one.id for one in given.exercises]
    assert said["seated-twist"] == "4 times each side, 7 seconds hold, 2 times a day for 6 weeks"


def test_nothing_of_the_patient_stands_on_it() -> None:
    made = card()
    assert not privates(made)
    assert "Sam Taylor" not in " ".join(one.text for one in words_of(made))


@pytest.mark.parametrize("lost", ["a sign", "an exercise", "a number", "the part"])
def test_a_card_without_part_of_what_it_must_say_is_refused(lost: str) -> None:
    given = prescription(order())
    made = compose_card(given)
    panel, own = made.panel, doses(made)
    (part,) = panel.parts
    if lost == "a sign":
        panel = replace(panel, parts=(replace(part, lines=part.lines[1:]),))
    elif lost == "the part":
        panel = replace(panel, parts=())
    elif lost == "an exercise":
        own = replace(own, doses=own.doses[1:])
    else:
        first = own.doses[0]
        own = replace(own, doses=(replace(first, dose=replace(first.dose, inlines=())), *own.doses[1:]))
    assert list(card_faults(panel, own, given))
    assert not list(card_faults(made.panel, doses(made), given))
