"""The safety panel is the union of the lines of what is printed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from prescription_orders import edition, fill, order, refused

from handout.content.types import Condition, Exercise
from handout.errors import PrescriptionError
from handout.prescription import Prescription
from handout.prescription.panel import CARD, PARTS, gaps, union

DEFAULT = [use.exercise for use in edition().routine.exercises if not use.optional]
OPTIONAL = [use.exercise for use in edition().routine.exercises if use.optional]
FLAGS = sorted({condition.flag for condition in edition().safety.conditions.values()})
some_exercises = st.sets(st.sampled_from([*DEFAULT, *OPTIONAL]), min_size=1)


def lines(prescription: Prescription) -> set[str]:
    return {line for part in prescription.panel.values() for line in part}


def lines_of(exercise: Exercise) -> set[str]:
    said = {edition().safety.conditions[name].said_by for name in exercise.safety} - {CARD}
    return said | set(exercise.signs)


def choosing(names: set[str]) -> Prescription:
    """The prescription of exactly these exercises."""
    return fill(order(exclude=tuple(set(DEFAULT) - names), include=tuple(names & set(OPTIONAL))))


@given(some_exercises)
@settings(max_examples=60, deadline=None)
def test_the_lines_of_every_printed_exercise_are_on_the_panel(names: set[str]) -> None:
    prescription = choosing(names)
    for one in prescription.exercises:
        assert lines_of(one.exercise) <= lines(prescription)


@given(some_exercises, st.sampled_from([*DEFAULT, *OPTIONAL]))
@settings(max_examples=60, deadline=None)
def test_adding_an_exercise_never_removes_a_line(names: set[str], added: str) -> None:
    assert lines(choosing(names)) <= lines(choosing({*names, added}))


@given(st.sets(st.sampled_from(FLAGS), max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_patients_flags_never_take_a_line_away(flags: set[str]) -> None:
    try:
        prescription = fill(order(flags=tuple(flags)))
    except PrescriptionError:
        return
    assert lines(prescription) == lines(fill(order()))


def test_an_excluded_exercise_takes_its_own_lines_along() -> None:
    routine = edition().routine
    own = lines_of(edition().exercises["neck-tilt-turn"])
    stay = [edition().exercises[name] for name in DEFAULT if name != "neck-tilt-turn"]
    others = {line for one in stay for line in lines_of(one)}
    said = {edition().safety.conditions[name].said_by for name in (*routine.asks, *routine.safety)}
    only = own - others - said - set(routine.signs)
    assert not lines(fill(order(exclude=("neck-tilt-turn",)))) & only


def test_each_line_stands_once_in_the_order_of_the_safety_file() -> None:
    panel = fill(order()).panel
    for part in PARTS:
        printed = panel[part]
        assert len(set(printed)) == len(printed)
        assert list(printed) == [line for line in edition().safety.lines[part] if line in printed]


def test_the_routines_own_conditions_and_signs_are_there_without_any_exercise() -> None:
    routine, safety = edition().routine, edition().safety
    panel = union(routine, (), safety)
    printed = {line for part in PARTS for line in panel[part]}
    assert {safety.conditions[name].said_by for name in routine.asks} | set(routine.signs) <= printed


def test_an_order_that_leaves_no_exercise_is_refused() -> None:
    (finding,) = refused(order(exclude=tuple(DEFAULT)))
    assert "no exercise" in finding.what


def test_a_condition_or_a_sign_that_no_line_says_is_a_hole_wherever_it_stands() -> None:
    own = edition()
    safety = replace(
        own.safety,
        conditions={
            **own.safety.conditions,
            "unsaid": Condition("unsaid", "a line that is none", "unsaid"),
            "on cards": Condition("on cards", CARD, "on-cards"),
        },
    )
    routine = replace(own.routine, asks=("unsaid", "unknown"), signs=("no-such-sign",), safety={"on cards": "ask"})
    march = replace(own.exercises["march"], safety={"unsaid": "ask", "on cards": "refuse"}, signs=("another",))
    found = {one.path for one in gaps(union(routine, (march,), safety), routine, (march,), safety)}
    assert {path for path in found if not path.endswith(".signs")} == {
        "routines.upper-back.safety.unsaid",
        "routines.upper-back.safety.unknown",
        "routines.upper-back.safety.on cards",  # a routine has no card that could say it
        "routines.upper-back.signs.no-such-sign",
        "exercises.march.safety.unsaid",
        "exercises.march.signs.another",
    }


def test_somebody_gets_down_to_the_floor_when_one_exercise_is_there() -> None:
    own = edition()
    lying = replace(own.exercises["march"], position="floor")
    standing = {name: replace(one, position="standing") for name, one in own.exercises.items()}
    assert not fill(order(), replace(own, exercises=standing)).on_floor
    assert fill(order(), replace(own, exercises={**standing, "march": lying})).on_floor


def test_an_order_whose_panel_would_have_a_hole_is_refused() -> None:
    own = edition()
    (finding,) = refused(order(), replace(own, routine=replace(own.routine, signs=(*own.routine.signs, "unsaid"))))
    assert finding.what == "the panel has no line for the sign unsaid of upper-back"


def test_a_part_of_the_panel_without_a_line_is_a_hole() -> None:
    own = edition()
    safety = replace(own.safety, lines={**own.safety.lines, "today": ()})
    found = [one.what for one in gaps(union(own.routine, (), safety), own.routine, (), safety)]
    assert 'the safety panel of upper-back has no line in its part "today"' in found
