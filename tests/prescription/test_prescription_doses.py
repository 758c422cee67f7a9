"""Doses: the exercise's own, then the routine, the clinic, the pack and the order, inside its limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prescription_orders import changing, edition, fill, order, refused, shipped

from handout.content.dose import Dose
from handout.content.types import Pack
from handout.edition import Edition
from handout.errors import Place
from handout.prescription import Prescribed
from handout.prescription.dosing import changed, eased, minutes_of, refusals, sane
from handout.prescription.numbers import Measured, of_dose

TWIST = "seated-twist"
LIMITS = edition().exercises[TWIST].limits
LOW, HIGH = next((low, high) for name, low, high in LIMITS if name == "repetitions")

doses = st.builds(
    Dose,
    times_a_day=st.integers(1, 5),
    repetitions=st.integers(1, 30),
    sets=st.integers(1, 4),
    hold_s=st.none() | st.integers(1, 60),
    weeks=st.none() | st.integers(1, 12),
)


def twist(**changes: object) -> Prescribed:
    return next(one for one in fill(order(**changes)).exercises if one.id == TWIST)


def with_pack(pack: Pack) -> Edition:
    library = replace(shipped(), packs={pack.id: pack})
    return replace(edition(), library=library)


def test_without_changes_the_dose_is_the_routines() -> None:
    assert twist().dose == edition().exercises[TWIST].dose


def test_an_order_changes_one_field_and_leaves_the_others() -> None:
    dose = twist(doses={TWIST: {"repetitions": 8}}).dose
    assert dose == replace(edition().exercises[TWIST].dose, repetitions=8)


def test_the_order_beats_the_pack_and_the_pack_beats_the_clinic() -> None:
    by = changing(doses={TWIST: {"repetitions": 4, "hold_s": 4, "weeks": 4}})
    own = {TWIST: {"repetitions": 6, "hold_s": 6}}
    pack = Pack("desk", "upper-back", Place("packs/desk.yaml"), doses=own)
    asked = order(routines=("desk",), doses={TWIST: {"repetitions": 8}})
    prescription = fill(asked, with_pack(pack), by, name="desk")
    dose = next(one.dose for one in prescription.exercises if one.id == TWIST)
    assert (dose.repetitions, dose.hold_s, dose.weeks) == (8, 6, 4)


@given(st.integers(-5, 60))
def test_a_number_is_prescribed_exactly_when_it_is_inside_the_limits(number: int) -> None:
    found = list(refusals({"repetitions": number}, LIMITS, TWIST, "the order"))
    assert bool(found) is not (LOW <= number <= HIGH)


def test_a_refused_dose_says_its_limits() -> None:
    (finding,) = refused(order(doses={TWIST: {"repetitions": HIGH + 1}}))
    assert f"{LOW} to {HIGH}" in finding.hint


def test_a_field_without_limits_cannot_be_changed() -> None:
    (finding,) = refused(order(doses={TWIST: {"sets": 3}}))
    assert '"sets"' in finding.what
    assert "repetitions" in finding.hint


def test_a_dose_of_an_exercise_that_is_not_printed_does_not_vanish() -> None:
    doses = {"warmth": {"times_a_day": 2}}
    (finding,) = refused(order(doses=doses))
    assert "not printed" in finding.what
    assert fill(order(doses=doses, include=("warmth",)))


def test_a_dose_may_be_meant_for_another_sheet_of_the_order() -> None:
    first = replace(edition().routine, id="first", exercises=edition().routine.exercises[:1])
    library = replace(shipped(), routines={**shipped().routines, "first": first})
    asked = order(routines=("first", "upper-back"), doses={TWIST: {"repetitions": 8}})
    assert fill(asked, replace(edition(), library=library, routine=first))


def test_all_wrong_doses_are_said_at_once() -> None:
    asked = order(doses={TWIST: {"repetitions": 99, "hold_s": 99}, "march": {"weeks": 99}})
    assert len(refused(asked)) == 3


@given(doses, st.integers(1, 600))
def test_a_duration_takes_the_place_of_repetitions(dose: Dose, seconds: int) -> None:
    new = changed(dose, {"duration_s": seconds})
    assert (new.repetitions, new.duration_s) == (None, seconds)


@given(doses, st.integers(1, 30), st.integers(1, 60))
def test_the_easier_dose_is_never_more_than_what_was_prescribed(
    dose: Dose, repetitions: int, hold: int
) -> None:
    easy = eased(dose, {"repetitions": repetitions, "hold_s": hold})
    assert (easy.repetitions or 0) <= (dose.repetitions or 0)
    assert easy.hold_s is not None
    if dose.hold_s is not None:
        assert easy.hold_s <= dose.hold_s


@given(doses, st.integers(1, 60))
def test_more_repetitions_take_longer(dose: Dose, more: int) -> None:
    longer = replace(dose, repetitions=(dose.repetitions or 0) + more)
    assert minutes_of(1.0, dose, longer) > minutes_of(1.0, dose, dose) == 1.0


def test_the_minutes_of_a_session_are_the_sum_of_its_exercises() -> None:
    whole, fewer = fill(order()), fill(order(exclude=("march",)))
    for prescription in (whole, fewer):
        total = sum(one.minutes for one in prescription.exercises)
        assert total <= prescription.minutes < total + 1
    assert fewer.minutes < whole.minutes


def test_a_rest_between_sets_goes_with_the_sets_and_takes_its_time() -> None:
    resting = Dose(times_a_day=1, repetitions=10, sets=3, rest_s=60)
    assert changed(resting, {"sets": 1}).rest_s is None
    assert changed(resting, {"sets": 2}).rest_s == 60
    assert eased(resting, {"rest_s": 90, "repetitions": 5}).rest_s == 90
    assert eased(resting, {"rest_s": 30}).rest_s == 60
    assert minutes_of(1, replace(resting, sets=1, rest_s=None), resting) == 6
    assert minutes_of(1, replace(resting, sets=1, rest_s=None), replace(resting, rest_s=None)) == 3


def test_an_order_may_change_a_weight_and_half_a_repetition_is_refused() -> None:
    limits = (("load_kg", 1, 5), ("repetitions", 1, 10))
    assert not [*refusals({"load_kg": 2.5}, limits, TWIST, "the order")]
    (found,) = refusals({"repetitions": 2.5}, limits, TWIST, "the order")
    assert "no whole number" in found.what


def test_one_side_takes_half_the_time_of_both() -> None:
    both = Dose(times_a_day=1, repetitions=10, sets=1, per="side")
    assert minutes_of(6, both, replace(both, per="")) == 3


def test_the_easier_dose_goes_over_the_clinics_and_under_what_the_same_order_says() -> None:
    by = changing(doses={TWIST: {"repetitions": LOW, "hold_s": 4}})
    easier = edition().exercises[TWIST].easier["repetitions"]
    assert easier != LOW

    def dose(**changes: object) -> Dose:
        asked = order(include=(f"{TWIST}/easier",), **changes)
        return next(one.dose for one in fill(asked, by=by).exercises if one.id == TWIST)

    assert dose().repetitions == easier
    assert dose(doses={TWIST: {"repetitions": HIGH}}).repetitions == HIGH


def with_twist(**changes: object) -> Edition:
    own = edition()
    return replace(own, exercises={**own.exercises, TWIST: replace(own.exercises[TWIST], **changes)})


@pytest.mark.parametrize("way", ["a dose", "a picture"])
def test_a_harder_version_is_there_by_its_dose_or_by_its_picture(way: str) -> None:
    picture, pictured = (shipped().exercises[name].picture for name in (TWIST, "forearm-prop"))
    dosed = with_twist(harder={"repetitions": HIGH}, picture=picture)
    of = dosed if way == "a dose" else with_twist(harder={}, picture=pictured)
    found = next(one for one in fill(order(include=(f"{TWIST}/harder",)), of).exercises if one.id == TWIST)
    assert found.version == "harder"
    assert found.own_frames is (way == "a picture")
    (finding,) = refused(order(include=(f"{TWIST}/harder",)), with_twist(harder={}, picture=picture))
    assert finding.what == "seated-twist has no harder version"


def test_a_rest_is_refused_where_nothing_follows_it() -> None:
    limits = (("rest_s", 10, 90), ("sets", 1, 3))
    resting = with_twist(limits=limits)
    (finding,) = refused(order(doses={TWIST: {"rest_s": 30}}), resting)
    assert finding.hint == "Give more than one set."
    assert fill(order(doses={TWIST: {"rest_s": 30, "sets": 2}}), resting)


@pytest.mark.parametrize(("seconds", "times", "said"), [(60, 5, "both"), (None, None, "neither")])
def test_a_dose_counts_or_lasts_and_the_finding_says_which_is_wrong(
    seconds: int | None, times: int | None, said: str
) -> None:
    dose = Dose(times_a_day=1, repetitions=times, duration_s=seconds)
    (finding,) = sane(dose, TWIST, None)
    assert finding.what == f"the dose of seated-twist has {said} repetitions and a duration"


def test_what_lasts_is_said_in_minutes_and_what_is_counted_is_not() -> None:
    said = of_dose({"duration_s": 120, "repetitions": 60, "hold_s": 60})
    assert said["duration"] == Measured(2, "minutes")
    assert said["times"] == Measured(60, "times")
    assert said["hold"] == Measured(60, "seconds")


def test_twice_the_duration_takes_twice_as_long() -> None:
    walk = Dose(times_a_day=1, duration_s=60)
    assert minutes_of(5, walk, replace(walk, duration_s=120)) == 10


def test_a_dose_for_an_exercise_that_the_routine_has_not_is_refused() -> None:
    (finding,) = refused(order(doses={"cat-cow": {"repetitions": 5}}))
    assert finding.what == 'the order names "cat-cow", which is no exercise of the routine'
    assert finding.path == "order.doses"
