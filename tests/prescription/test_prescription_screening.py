"""Flags: refuse, the easier version, or ask; a reminder to the clinician, never a clearance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prescription_orders import edition, fill, ids, order, refused

from handout.content.types import Effect
from handout.edition import Edition
from handout.prescription.screening import REMINDER

TWIST = "seated-twist"


def screening(condition: str, effect: Effect, exercise: str = TWIST) -> Edition:
    """The edition where that condition is of that exercise alone, and of no routine."""
    own = edition()
    exercises = {
        name: replace(one, safety={k: v for k, v in one.safety.items() if k != condition})
        for name, one in own.exercises.items()
    }
    one = exercises[exercise]
    exercises[exercise] = replace(one, safety={**one.safety, condition: effect})
    routine = replace(
        own.routine,
        asks=tuple(name for name in own.routine.asks if name != condition),
        safety={k: v for k, v in own.routine.safety.items() if k != condition},
    )
    return replace(own, exercises=exercises, routine=routine)


def test_a_refusing_flag_stops_the_order_and_says_what_to_change() -> None:
    (finding,) = refused(order(flags=("osteoporosis",)), screening("osteoporosis", "refuse"))
    assert "osteoporosis" in finding.what
    assert "exclude: seated-twist" in finding.hint
    assert REMINDER in finding.hint


def test_leaving_the_exercise_out_mends_the_refusal() -> None:
    asked = order(flags=("osteoporosis",), exclude=(TWIST,))
    assert TWIST not in ids(fill(asked, screening("osteoporosis", "refuse")))


def test_an_easier_flag_swaps_the_exercise_and_says_so() -> None:
    prescription = fill(order(flags=("osteoporosis",)), screening("osteoporosis", "easier"))
    one = next(one for one in prescription.exercises if one.id == TWIST)
    assert one.version == "easier"
    assert one.dose.repetitions == edition().exercises[TWIST].easier["repetitions"]
    assert [str(swap) for swap in prescription.swaps] == [
        "seated-twist: the easier version, because of the flag osteoporosis"
    ]


def test_a_larger_dose_of_the_order_does_not_come_back_over_a_swap() -> None:
    asked = order(flags=("osteoporosis",), doses={TWIST: {"repetitions": 10}})
    prescription = fill(asked, screening("osteoporosis", "easier"))
    one = next(one for one in prescription.exercises if one.id == TWIST)
    assert one.dose.repetitions == edition().exercises[TWIST].easier["repetitions"]


def test_a_swapped_exercise_shows_the_pictures_of_its_easier_version() -> None:
    prescription = fill(order(flags=("unsteady",)), screening("unsteady", "easier", "march"))
    march = next(one for one in prescription.exercises if one.id == "march")
    assert [frame.id for frame in march.frames] == ["easier-start", "easier-end"]


def test_a_swap_to_an_easier_version_that_nobody_wrote_is_refused() -> None:
    own = screening("osteoporosis", "easier")
    bare = replace(own.exercises[TWIST], words={})
    (finding,) = refused(
        order(flags=("osteoporosis",)), replace(own, exercises={**own.exercises, TWIST: bare})
    )
    assert "no easier version" in finding.what


def test_an_asking_flag_stays_with_the_clinician() -> None:
    prescription = fill(order(flags=("osteoporosis",)), screening("osteoporosis", "ask"))
    assert [(clash.exercise, clash.flag) for clash in prescription.asks] == [(TWIST, "osteoporosis")]
    assert prescription.swaps == ()


def test_refuse_beats_easier_when_both_speak_of_one_exercise() -> None:
    own = screening("osteoporosis", "easier")
    twist = own.exercises[TWIST]
    both = replace(twist, safety={**twist.safety, "pregnancy": "refuse"})
    flags = ("osteoporosis", "pregnancy")
    found = refused(order(flags=flags), replace(own, exercises={**own.exercises, TWIST: both}))
    assert any("pregnancy" in finding.what and TWIST in finding.what for finding in found)


def test_a_flag_of_the_whole_routine_refuses_it() -> None:
    own = screening("osteoporosis", "ask")
    routine = replace(own.routine, safety={**own.routine.safety, "osteoporosis": "refuse"})
    found = refused(order(flags=("osteoporosis",)), replace(own, routine=routine))
    assert any("the routine upper-back" in finding.what for finding in found)


def test_a_flag_that_nothing_is_screened_for_is_not_passed_over() -> None:
    (finding,) = refused(order(flags=("osteoporsis",)))
    assert "osteoporsis" in finding.what
    assert "osteoporosis" in finding.hint


@pytest.mark.parametrize("exercise", sorted(edition().exercises))
def test_every_exercise_has_an_easier_version_when_a_condition_asks_for_it(exercise: str) -> None:
    one = edition().exercises[exercise]
    if "easier" in one.safety.values():
        assert "easier" in one.words["en"].phrases


def test_a_flag_of_the_whole_routine_that_asks_for_the_easier_version_eases_every_exercise() -> None:
    own = screening("osteoporosis", "ask")
    exercises = {
        name: replace(one, safety={k: v for k, v in one.safety.items() if k != "osteoporosis"})
        for name, one in own.exercises.items()
    }
    eased = replace(
        own, exercises=exercises, routine=replace(own.routine, safety={**own.routine.safety, "osteoporosis": "easier"})
    )
    prescription = fill(order(flags=("osteoporosis",)), eased)
    assert [one.version for one in prescription.exercises] == ["easier"] * len(prescription.exercises)
    assert [swap.exercise for swap in prescription.swaps] == ids(prescription)


def test_a_flag_of_the_whole_routine_that_refuses_stops_the_order() -> None:
    own = screening("osteoporosis", "ask")
    refusing = replace(own, routine=replace(own.routine, safety={"osteoporosis": "refuse"}))
    found = refused(order(flags=("osteoporosis",)), refusing)
    assert any("the routine upper-back is not for a patient" in one.what for one in found)


def test_an_easier_version_is_taken_though_the_whole_routine_asks_about_another_flag() -> None:
    own = screening("osteoporosis", "easier")
    routine = replace(own.routine, asks=(*own.routine.asks, "pregnancy"), safety={})
    exercises = {
        name: replace(one, safety={k: v for k, v in one.safety.items() if k != "pregnancy"})
        for name, one in own.exercises.items()
    }
    asking = replace(own, routine=routine, exercises=exercises)
    prescription = fill(order(flags=("osteoporosis", "pregnancy")), asking)
    assert [swap.exercise for swap in prescription.swaps] == [TWIST]
    assert "pregnancy" in {clash.flag for clash in prescription.asks}


def test_what_must_be_asked_names_the_exercise_or_the_whole_sheet() -> None:
    own = screening("osteoporosis", "ask")
    asking = replace(own, routine=replace(own.routine, asks=(*own.routine.asks, "osteoporosis")))
    assert fill(order(flags=("osteoporosis",)), asking).questions == (
        "ask about osteoporosis before you hand it over",
        "seated-twist: ask about osteoporosis before you hand it over",
    )
