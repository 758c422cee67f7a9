"""The content id names what is printed, and nothing private is in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from prescription_orders import changing, clinic, edition, fill, order, patient, shipped

from handout.content.library import Reworded
from handout.errors import Place, Private
from handout.language import Phrase
from handout.prescription import Clinician, Order, Prescription
from handout.prescription.content import canonical, content_id, content_of, printed_paths, reworded_of


def name_of(prescription: Prescription, *made_with: str) -> str:
    return content_id(content_of(prescription), *made_with)


def personal(base: Order) -> Order:
    return replace(
        base,
        number=77,
        patient=patient("Zebedee Quux"),
        note=Private("Bring the blue card", "note"),
        clinician=Clinician("Ana Ruiz", "physiotherapist"),
        date=date(2027, 1, 2),
        copies=3,
    )


def test_patient_clinician_date_and_note_do_not_change_the_content_id() -> None:
    assert name_of(fill(order())) == name_of(fill(personal(order())))


def test_nothing_private_is_in_the_record() -> None:
    said = canonical(content_of(fill(personal(order())))).decode()
    for secret in ("Zebedee", "Quux", "4857773456", "blue card", "Ana Ruiz", "2027"):
        assert secret not in said


def test_a_changed_dose_word_clinic_or_template_makes_another_content() -> None:
    plain = fill(order())
    own = edition()
    path = "exercises.march.name"
    said = Phrase("Walk on the spot", own.phrases[path].where)
    reworded = replace(own, phrases={**own.phrases, path: said})
    names = [
        name_of(plain),
        name_of(fill(order(doses={"seated-twist": {"repetitions": 8}}))),
        name_of(fill(order(side="left"))),
        name_of(fill(order(), reworded)),
        name_of(fill(order(), by=clinic(telephone="0113 496 0000"))),
        name_of(fill(order(style="mono"))),
        name_of(plain, "another template"),
    ]
    assert len(set(names)) == len(names)


def test_two_ways_to_the_same_sheet_have_the_same_content() -> None:
    by_order = fill(order(exclude=("march",)), by=clinic())
    by_clinic = fill(order(), by=changing(exclude=("march",)))
    assert name_of(by_order) == name_of(by_clinic)


def test_the_id_is_ten_characters_that_can_be_read_out() -> None:
    name = name_of(fill(order()))
    assert len(name) == 10
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_the_record_holds_every_dose_and_every_printed_word() -> None:
    prescription = fill(order())
    content = json.loads(canonical(content_of(prescription)))
    assert [one["id"] for one in content["exercises"]] == [one.id for one in prescription.exercises]
    assert content["exercises"][0]["dose"]["duration_s"] == 120
    assert set(content["words"]) == set(printed_paths(prescription))
    assert "exercises.warmth.name" not in content["words"]
    assert "exercises.march.steps.lift" in content["words"]


def test_the_record_holds_the_words_of_its_own_lines_conditions_and_things_and_of_no_others() -> None:
    others = tuple(use.exercise for use in edition().routine.exercises if use.exercise != "march")
    own = edition()
    another = {"safety.lines.of-another-routine": own.phrases["exercises.march.name"]}
    prescription = fill(order(exclude=others), replace(own, phrases={**own.phrases, **another}))
    words = set(content_of(prescription)["words"])

    def under(place: str) -> set[str]:
        return {path.removeprefix(place) for path in words if path.startswith(place)}

    assert under("safety.lines.") == {line for part in prescription.panel.values() for line in part}
    assert under("safety.conditions.") == {name for one in prescription.exercises for name in one.exercise.safety}
    assert under("equipment.items.") == {thing for _, group in prescription.equipment for thing in group}
    assert {path for path in edition().phrases if path.startswith("safety.floor.")} <= words
    assert under("routines.upper-back.")


def test_the_record_names_the_sources_that_are_printed() -> None:
    own = edition()
    first, second = own.routine.sources[:2]
    silent = {**own.library.sources, first: replace(own.library.sources[first], printed=False)}
    sources = content_of(fill(order(), replace(own, library=replace(own.library, sources=silent))))["sources"]
    assert own.library.sources[first].on_paper not in sources
    assert own.library.sources[second].on_paper in sources


def test_a_record_can_be_read_by_a_person_in_any_script() -> None:
    assert canonical({"name": "曲げ", "a": 1}) == '{"a":1,"name":"曲げ"}'.encode()


LINES = "handouts/safety/en.yaml"


@pytest.mark.parametrize(
    ("file", "key", "said"),
    [
        (LINES, "lines.chest-pain", True),
        (LINES, "lines.no-such-line", False),
        ("handouts/safety/es.yaml", "lines.chest-pain", False),  # another language than the sheet's
        ("handouts/safety/safety.yaml", "conditions.asthma", True),  # a fact, in every language
        ("assets/languages/en.yaml", "phrases.stop_title", True),
        ("assets/languages/es.yaml", "phrases.stop_title", False),
        ("handouts/exercises/march/exercise.yaml", "safety", True),
        ("handouts/exercises/warmth/exercise.yaml", "safety", False),  # not on this sheet
        ("handouts/routines/upper-back/en.yaml", "do_not", True),
        ("handouts/routines/back/en.yaml", "do_not", False),
    ],
)
def test_a_sheet_names_the_reworded_safety_texts_that_it_says(file: str, key: str, said: bool) -> None:
    own = edition()
    if key == "lines.chest-pain":
        key = f"lines.{fill(order()).panel['now'][0]}"
    reworded = (Reworded(file, key, "was", "now", Place(file)),)
    sheet = fill(order(), replace(own, library=replace(own.library, reworded=reworded)))
    assert reworded_of(sheet) == ((key,) if said else ())


def test_the_record_holds_the_numbers_to_call_as_far_as_the_country_has_them() -> None:
    own = shipped().countries["GB"]
    sheet = fill(order())
    assert content_of(sheet)["clinic"]["numbers"] == ["999", "111"]
    assert content_of(replace(sheet, country=replace(own, advice=None)))["clinic"]["numbers"] == ["999", ""]


def test_the_record_says_what_is_for_stock_only_where_it_is() -> None:
    assert content_of(fill(order(number=0, stock=True)))["stock"] is True
    assert "stock" not in content_of(fill(order()))


def test_the_record_holds_what_a_clinic_says_of_itself_only_where_it_does() -> None:
    told = content_of(fill(order(), by=clinic(nobody_paid=True, sheets_at="https://riverside.example/sheets")))["clinic"]
    silent = content_of(fill(order(), by=clinic()))["clinic"]
    assert (told["nobody_paid"], told["sheets_at"]) == (True, "https://riverside.example/sheets")
    assert not {"nobody_paid", "sheets_at"} & set(silent)
