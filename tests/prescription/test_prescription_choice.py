"""Include, exclude, sides, versions, packs: what is printed, and in which form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from prescription_orders import changing, clinic, edition, fill, ids, order, patient, refused, shipped

from handout.content.types import Pack
from handout.edition import Edition
from handout.errors import Place, Private
from handout.prescription import Likeness, Order, Patient, Prescribed, as_sheet

TWIST = "seated-twist"


def one(exercise: str, **changes: object) -> Prescribed:
    return next(one for one in fill(order(**changes)).exercises if one.id == exercise)


def test_optional_exercises_are_printed_only_when_included() -> None:
    assert "warmth" not in ids(fill(order()))
    assert "warmth" in ids(fill(order(include=("warmth",))))


def test_the_order_of_the_sheet_is_the_routines_and_numbers_run_from_one() -> None:
    prescription = fill(order(include=("warmth",), exclude=("march",)))
    uses = [use.exercise for use in edition().routine.exercises]
    assert ids(prescription) == [name for name in uses if name in ids(prescription)]
    assert [one.number for one in prescription.exercises] == list(range(1, len(prescription.exercises) + 1))


def test_an_order_brings_back_what_the_clinic_leaves_out() -> None:
    by = changing(exclude=("roller-mid-back",))
    assert "roller-mid-back" not in ids(fill(order(), by=by))
    assert "roller-mid-back" in ids(fill(order(include=("roller-mid-back",)), by=by))


def test_a_clinics_change_of_another_routine_is_no_fault_of_this_one() -> None:
    assert ids(fill(order(), by=changing(exclude=("cat-cow",)))) == ids(fill(order()))


@pytest.mark.parametrize("key", ["include", "exclude"])
def test_an_exercise_that_is_in_no_routine_of_the_order_is_refused(key: str) -> None:
    (finding,) = refused(order(**{key: ("seated-twst",)}))
    assert "seated-twst" in finding.what
    assert TWIST in finding.hint


def test_an_order_of_two_routines_may_name_the_exercises_of_both() -> None:
    other = replace(edition().routine, id="other", exercises=edition().routine.exercises[:1])
    library = replace(shipped(), routines={**shipped().routines, "other": other})
    asked = order(routines=("upper-back", "other"), exclude=(TWIST,))
    own = replace(edition(), library=library, routine=other)
    assert ids(fill(asked, own)) == ["march"]


def test_including_and_leaving_out_the_same_exercise_is_refused() -> None:
    (finding,) = refused(order(include=(TWIST,), exclude=(TWIST,)))
    assert "both" in finding.what


def test_one_side_drops_the_step_and_the_picture_of_the_other() -> None:
    right = one(TWIST, side="right")
    assert "other" not in right.steps
    assert [frame.id for frame in right.frames] == ["start", "turn"]
    assert right.dose.per == ""


def test_the_left_side_shows_the_mirror_with_the_words_of_the_left() -> None:
    left = one(TWIST, side="left")
    assert [(frame.ref, frame.side) for frame in left.frames] == [
        ("seated-twist/start/mirrored", "left"),
        ("seated-twist/turn-back", "left"),
    ]
    assert [frame.words for frame in left.frames] == ["start", "turn"]


def test_an_exercise_without_sides_stays_as_it_is() -> None:
    assert one("march", side="left") == one("march")


def test_both_sides_print_the_mirrored_frame_with_its_own_words() -> None:
    frames = {frame.id: frame for frame in one(TWIST).frames}
    assert frames["turn-back"].words == "turn"
    assert (frames["turn"].side, frames["turn-back"].side) == ("right", "left")


def test_the_zone_of_ball_and_roller_is_always_shown() -> None:
    for exercise in ("ball-wall", "roller-mid-back"):
        assert one(exercise).frames[-1].kind == "zone"
        assert one(exercise, include=(f"{exercise}/easier",)).frames[-1].kind == "zone"


def test_an_order_may_choose_a_version() -> None:
    march = one("march", include=("march/easier",))
    assert march.version == "easier"
    assert march.dose.duration_s == edition().exercises["march"].easier["duration_s"]


def test_the_order_changes_the_dose_of_the_version_it_chose() -> None:
    assert one("march", include=("march/easier",), doses={"march": {"duration_s": 90}}).dose.duration_s == 90


def test_a_version_that_nobody_wrote_is_refused() -> None:
    (finding,) = refused(order(include=("neck-tilt-turn/harder",)))
    assert "no harder version" in finding.what
    (finding,) = refused(order(include=("march/hardest",)))
    assert "march/easier" in finding.hint


def test_a_pack_changes_the_routine_and_brings_its_note() -> None:
    note = {"en": "Stand up often."}
    pack = Pack("desk", "upper-back", Place("packs/desk.yaml"), exclude=("march",), note=note)
    own = replace(edition(), library=replace(shipped(), packs={"desk": pack}))
    prescription = fill(order(routines=("desk",)), own, name="desk")
    assert "march" not in ids(prescription)
    assert prescription.pack_note == "Stand up often."


def test_a_pack_without_a_note_in_the_language_of_the_order_is_refused() -> None:
    pack = Pack("desk", "upper-back", Place("packs/desk.yaml"), note={"ar": "قف كثيرًا."})
    own = replace(edition(), library=replace(shipped(), packs={"desk": pack}))
    (finding,) = refused(order(routines=("desk",)), own, name="desk")
    assert "no note in en" in finding.what


def test_a_name_that_is_neither_routine_nor_pack_is_refused() -> None:
    (finding,) = refused(order(), name="after-work")
    assert "after-work" in finding.what


def test_a_name_needs_a_reference_or_a_date_of_birth_beside_it() -> None:
    alone = Patient(Private("Sam Taylor", "name"))
    (finding,) = refused(order(patient=alone))
    assert finding.path == "order.reference"
    assert "Sam" not in str(finding)
    assert fill(order(patient=patient())).personal


def test_the_paper_is_the_orders_then_the_clinics_then_the_countrys() -> None:
    assert fill(order()).paper == "a4"
    assert fill(order(), by=clinic(paper="letter")).paper == "letter"
    assert fill(order(paper="a4"), by=clinic(paper="letter")).paper == "a4"


def test_a_sheet_is_long_unless_a_leaf_is_asked_for_and_large_print_has_a_length_of_its_own() -> None:
    assert fill(order()).length == "sheet"
    assert fill(order(length="leaf")).length == "leaf"
    large = fill(order(length="leaf", style="large-print"))
    assert large.length == "sheet"
    assert large.remarks == ("large print keeps its own order and length: it is no leaf",)
    assert not fill(order(length="leaf")).remarks


def test_one_exercise_is_a_leaf_and_says_so_where_none_was_asked_for() -> None:
    one = order(exclude=tuple(ids(fill(order()))[1:]))
    for length in ("", "sheet"):
        made = fill(replace(one, length=length))
        assert (made.length, made.remarks) == ("leaf", ("one exercise: set on two pages",))
    assert not fill(replace(one, length="leaf")).remarks
    large = fill(replace(one, style="large-print"))
    assert (large.length, large.remarks) == ("sheet", ())
    whole = fill(as_sheet(replace(one, length="leaf")))
    assert (whole.length, whole.remarks) == ("sheet", ())
    assert fill(as_sheet(order(length="leaf"))).length == "sheet"


def test_orders_of_one_exercise_are_like_each_other_only_as_a_leaf_or_as_a_sheet() -> None:
    one = order(exclude=tuple(ids(fill(order()))[1:]), length="sheet")
    assert Likeness.of(one, "upper-back") != Likeness.of(as_sheet(one), "upper-back")


def packed(**changes: Any) -> Edition:
    pack = Pack("desk", "upper-back", Place("packs/desk.yaml"), **changes)
    return replace(edition(), library=replace(shipped(), packs={"desk": pack}))


@pytest.mark.parametrize(
    ("said", "pack", "own", "length"),
    [
        ({}, "", "", "sheet"), ({"listed": True}, "", "", "leaf"), ({"listed": True}, "", "sheet", "sheet"),
        ({}, "", "leaf", "leaf"), ({"listed": True}, "sheet", "leaf", "sheet"), ({}, "leaf", "sheet", "leaf"),
        ({"length": "sheet", "listed": True}, "leaf", "leaf", "sheet"),
    ],
)  # fmt: skip
def test_the_length_is_the_orders_then_the_packs_then_the_clinics_and_a_list_prints_leaves(
    said: dict[str, Any], pack: str, own: str, length: str
) -> None:
    made = fill(order(routines=("desk",), **said), packed(length=pack), clinic(length=own), "desk")
    assert made.length == length


@pytest.mark.parametrize(
    ("said", "pack", "own", "card"),
    [("", None, None, False), ("", None, True, True), ("", False, True, False), ("no", True, True, False),
     ("yes", False, False, True), ("", True, None, True)],
)  # fmt: skip
def test_a_fridge_card_comes_where_the_order_the_pack_or_the_clinic_wants_it(
    said: str, pack: bool | None, own: bool | None, card: bool
) -> None:
    made = fill(order(routines=("desk",), card=said), packed(card=pack), clinic(card=own), "desk")
    assert made.card is card


def test_things_needed_stand_once_with_the_numbers_of_their_exercises() -> None:
    prescription = fill(order())
    things = [thing for _, group in prescription.equipment for thing in group]
    assert len(things) == len(set(things))
    for numbers, group in prescription.equipment:
        for one in prescription.exercises:
            needed = {*one.equipment, *(("firm-chair",) if one.position == "floor" else ())}
            assert (one.number in numbers) is all(thing in needed for thing in group)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"style": "tiny"}, "order.style"),
        ({"paper": "a5"}, "order.paper"),
        ({"card": "perhaps"}, "order.card"),
        ({"length": "book"}, "order.length"),
        ({"side": "up"}, "order.side"),
        ({"copies": 0}, "order.copies"),
        ({"language": "ar"}, "order.language"),
    ],
)
def test_what_an_order_cannot_ask_for_is_refused_by_its_field(changes: dict[str, object], path: str) -> None:
    (finding,) = refused(order(**changes))
    assert finding.path == path


def test_nothing_private_is_in_any_text_of_a_prescription() -> None:
    note = Private("Bring the blue card", "note")
    said = repr(fill(order(patient=patient("Zebedee Quux"), note=note)))
    for secret in ("Zebedee", "Quux", "4857773456", "blue card"):
        assert secret not in said


def test_an_order_that_says_no_more_is_one_standard_sheet_of_the_clinics_paper() -> None:
    bare = Order(number=2, routines=("upper-back",), language="en")
    assert (bare.copies, bare.style, bare.paper, bare.side) == (1, "standard", "", "")


def test_a_patient_has_a_name_and_something_beside_it() -> None:
    (finding,) = refused(order(patient=patient(name="")))
    assert (finding.path, finding.hint) == ("order.name", "Add the name.")
    (finding,) = refused(order(patient=Patient(Private("Sam Taylor", "name"))))
    assert finding.path == "order.reference"


OF_BACK = {"desk": Pack("desk", "back", Place("desk.yaml"))}


@pytest.mark.parametrize(("packs", "known"), [({}, "none"), (OF_BACK, "desk")])
def test_a_name_that_is_no_pack_of_the_routine_says_which_packs_there_are(packs: dict[str, Pack], known: str) -> None:
    own = replace(edition(), library=replace(shipped(), packs=packs))
    (finding,) = refused(order(), own, name="dekk")
    assert finding.hint == f"Known packs: {known}."


def test_a_country_whose_emergency_place_the_language_cannot_name_refuses_the_order() -> None:
    own = edition()
    nameless = replace(own, language=replace(own.language, places={}))
    (finding,) = refused(order(), nameless)
    assert finding.path == "places"


def test_stock_sheets_never_come_with_a_card_which_says_doses() -> None:
    assert fill(order(card="yes")).card
    assert not fill(order(number=0, card="yes", stock=True)).card


def test_where_and_with_what_it_is_done_are_those_of_the_way_that_is_drawn() -> None:
    march, seated = fill(order()).exercises[0], fill(order(include=("march/easier",))).exercises[0]
    undrawn = replace(seated, exercise=replace(seated.exercise, picture=None))
    assert [one.position for one in (march, seated, undrawn)] == ["standing", "sitting", "standing"]
    assert [one.equipment for one in (march, seated, undrawn)] == [(), ("firm-chair",), ()]
