"""What a library lacks of the mandatory signs, conditions and ceilings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from handout.content.dose import given
from handout.content.files import Facts
from handout.content.gathering import EXERCISES, ROUTINES, Gathered
from handout.content.library import Library
from handout.content.mandatory.kinds import kinds_of
from handout.content.mandatory.reading import lowest, strongest
from handout.content.mandatory.types import STRENGTH, ExerciseClass, Mandatory, Pinned, Region, Shortfall
from handout.content.types import Effect, Exercise, Routine, Use

Short = Callable[[str, str, str, str], Shortfall]  # key, was, now, what


def shortfalls(facts: Gathered, library: Library, mandatory: Mandatory) -> Iterator[Shortfall]:
    """Everything of routines and exercises that is mandatory and missing, or weaker than it must be."""
    for routine in facts.routines.values():
        yield from _routine(routine, library, mandatory)
        for index, use in enumerate(routine.value.exercises):
            if use.exercise in library.exercises:
                yield from _use(routine, f"exercises.{index}.dose", use, library, mandatory)
    for name, exercise in facts.exercises.items():
        yield from _exercise(exercise, library.exercises[name], library, mandatory)


def _short(file: str, one: Facts[Any]) -> Short:
    """Shortfalls of one file, each where the thing stands or should stand."""
    return lambda key, was, now, what: Shortfall(file, key, was, now, one.place(key), what)


def _routine(one: Facts[Routine], library: Library, mandatory: Mandatory) -> Iterator[Shortfall]:
    routine = one.value
    short = _short(f"{ROUTINES}/{routine.id}/routine.yaml", one)
    asked: dict[str, str] = {}
    named = (*mandatory.routines.get(routine.id, ()), routine.region, *_treated(routine, library, mandatory))
    regions = [(name, mandatory.regions[name]) for name in dict.fromkeys(named) if name in mandatory.regions]
    for name, region in (("", mandatory.general), *regions):
        yield from _region(routine, name, region, short, asked)


def _treated(routine: Routine, library: Library, mandatory: Mandatory) -> tuple[str, ...]:
    """The parts of the body that a routine's exercises are for, whatever it says itself: those of two exercises or
    more, or of every other one. A copy of a shipped routine is held to what the shipped one is."""
    printed = [use.exercise for use in routine.exercises if not use.optional and use.exercise in library.exercises]
    counts = Counter(name for one in printed for name in regions_of(library.exercises[one], mandatory))
    return tuple(name for name, count in counts.items() if count >= 2 or 2 * count >= len(printed))


def regions_of(exercise: Exercise, mandatory: Mandatory) -> frozenset[str]:
    """The parts of the body that an exercise is for."""
    kinds = (mandatory.classes[name].regions for name in kinds_of(exercise, mandatory))
    pinned = mandatory.exercises.get(exercise.id, Pinned())
    return frozenset(name for names in (*kinds, pinned.regions) for name in names)


def _region(routine: Routine, name: str, region: Region, short: Short, said: dict[str, str]) -> Iterator[Shortfall]:
    whom = f"every sheet for the {name}" if name else "every sheet"
    for sign in region.signs:
        if sign not in routine.signs and said.setdefault(f"signs.{sign}", name) == name:
            yield short(f"signs.{sign}", sign, "", f"the sign “{sign}” is missing: {whom} carries it")
    for condition in region.asks:
        if condition not in routine.asks and said.setdefault(f"asks.{condition}", name) == name:
            what = f"the condition “{condition}” is missing under asks: {whom} asks about it"
            yield short(f"asks.{condition}", condition, "", what)
    for condition, effect in region.safety.items():
        own = routine.safety.get(condition, "")
        if STRENGTH[own] < STRENGTH[effect]:
            what = f"the condition “{condition}” must stand under safety with “{effect}”: {whom} screens for it"
            yield short(f"safety.{condition}", effect, own, what)


def _exercise(one: Facts[Exercise], screened: Exercise, library: Library, mandatory: Mandatory) -> Iterator[Shortfall]:
    exercise = one.value
    short = _short(f"{EXERCISES}/{exercise.id}/exercise.yaml", one)
    names = kinds_of(exercise, mandatory)
    kinds = [mandatory.classes[name] for name in names]
    pinned = mandatory.exercises.get(exercise.id, Pinned())
    why = f"its kinds are {', '.join(names)}" if names else "it is a shipped exercise"
    wanted = strongest((*(kind.safety for kind in kinds), pinned.safety))
    yield from _conditions(screened, wanted, why, short, mandatory)
    for sign in dict.fromkeys((*(sign for kind in kinds for sign in kind.signs), *pinned.signs)):
        if sign not in exercise.signs:
            yield short(f"signs.{sign}", sign, "", f"the sign “{sign}” is missing: {why}")
    yield from _asked(exercise, screened, kinds, library, short)
    for kind in kinds:
        if kind.position and exercise.position != kind.position:
            what = f"the position is “{exercise.position}”, and it is done in another: {why}"
            yield short("position", kind.position, exercise.position, what)
    yield from _doses(exercise, ceilings(exercise, mandatory), short)


def _conditions(
    screened: Exercise, wanted: Mapping[str, Effect], why: str, short: Short, mandatory: Mandatory
) -> Iterator[Shortfall]:
    for condition, effect in wanted.items():
        own = screened.safety.get(condition, "")
        wider = screened.safety.get(mandatory.broader.get(condition, ""), "")
        if max(STRENGTH[own], STRENGTH[wider]) >= STRENGTH[effect]:
            continue
        fault = f"“{own}” is too weak, “{effect}” is needed" if own else f"it is missing, with “{effect}”"
        yield short(f"safety.{condition}", effect, own, f"the condition “{condition}”: {fault}: {why}")


def _asked(
    exercise: Exercise, screened: Exercise, kinds: Iterable[ExerciseClass], library: Library, short: Short
) -> Iterator[Shortfall]:
    """A roller or a ball: whatever an ask-first line says rules it out."""
    if not any(kind.ask_lines for kind in kinds) or exercise.ask_lines:
        return
    asked = [one.id for one in library.safety.conditions.values() if one.said_by in library.safety.lines["ask"]]
    if any(screened.safety.get(name) != "refuse" for name in asked):
        what = "`ask_lines: refuse` is missing: whatever an ask-first line says must rule it out"
        yield short("ask_lines", "refuse", "", what)


def ceilings(exercise: Exercise, mandatory: Mandatory) -> dict[str, float]:
    """The most that each field of its doses may be."""
    kinds = [mandatory.classes[name].most for name in kinds_of(exercise, mandatory)]
    pinned = mandatory.exercises.get(exercise.id, Pinned())
    return lowest((mandatory.most, *kinds, pinned.most))


def _doses(exercise: Exercise, most: Mapping[str, float], short: Short) -> Iterator[Shortfall]:
    doses: dict[str, Mapping[str, float]] = {
        "dose": given(exercise.dose),
        "build_to": exercise.build_to,
        "easier": exercise.easier,
        "harder": exercise.harder,
        "limits": {name: high for name, _, high in exercise.limits},
    }
    for field, dose in doses.items():
        yield from _above(field, dose, most, short)


def _use(one: Facts[Routine], path: str, use: Use, library: Library, mandatory: Mandatory) -> Iterator[Shortfall]:
    short = _short(f"{ROUTINES}/{one.value.id}/routine.yaml", one)
    yield from _above(path, use.dose, ceilings(library.exercises[use.exercise], mandatory), short)


def _above(path: str, dose: Mapping[str, float], most: Mapping[str, float], short: Short) -> Iterator[Shortfall]:
    for name, value in dose.items():
        if value > most[name]:
            what = f"{name} {value:g} under {path} is more than the {most[name]:g} that it may be"
            yield short(f"{path}.{name}", f"{most[name]:g}", f"{value:g}", what)
