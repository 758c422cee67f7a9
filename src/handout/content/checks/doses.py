"""Doses: within the limits of their exercise; an easier version is no harder, and a harder one no easier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handout.content.dose import FIELDS
from handout.content.files import Facts
from handout.content.gathering import Gathered
from handout.content.types import Exercise
from handout.errors import Finding


def dose_findings(facts: Gathered) -> Iterator[Finding]:
    """Faults of an exercise's own doses, and of what routines and packs change in them."""
    for one in facts.exercises.values():
        exercise = one.value
        own = {name: getattr(exercise.dose, name) for name, _, _ in exercise.limits}
        given = {name: value for name, value in own.items() if value is not None}
        yield from outside(one, "dose", given, exercise)
        for field in ("build_to", "easier", "harder"):
            yield from outside(one, field, getattr(exercise, field), exercise)
        yield from _versions(one)
        if exercise.dose.per == "side" and exercise.sides == "none":
            what = "the dose is for each side, and the exercise has no sides"
            yield Finding(what, "Write sides: both, or take per: away.", one.place("dose.per"), "dose.per")
    for routine in facts.routines.values():
        for index, use in enumerate(routine.value.exercises):
            known = facts.exercises.get(use.exercise)
            if known is not None:
                yield from outside(routine, f"exercises.{index}.dose", use.dose, known.value)
    for pack in facts.packs.values():
        for name, changes in pack.value.doses.items():
            known = facts.exercises.get(name)
            if known is not None:
                yield from outside(pack, f"doses.{name}", changes, known.value)


def outside(facts: Facts[Any], path: str, changes: Mapping[str, float], exercise: Exercise) -> Iterator[Finding]:
    """A finding for each number that the limits of the exercise do not allow."""
    limits = {name: (low, high) for name, low, high in exercise.limits}
    for name, value in changes.items():
        inside = f"{path}.{name}"
        if name not in limits:
            if getattr(exercise.dose, name) != value:
                said = ", ".join(limits) or "nothing"
                what = f"{exercise.id} has no limits for {name}, so it cannot be changed"
                yield Finding(what, f"It can change {said}.", facts.place(inside), inside)
            continue
        low, high = limits[name]
        if not low <= value <= high:
            what = f"{name} {value} is outside the limits of {exercise.id}"
            yield Finding(what, f"Its limits are {low} to {high}.", facts.place(inside), inside)


def _versions(one: Facts[Exercise]) -> Iterator[Finding]:
    exercise = one.value
    for version, changes in (("easier", exercise.easier), ("harder", exercise.harder)):
        for name, value in changes.items():
            usual = getattr(exercise.dose, name)
            path = f"{version}.{name}"
            harder = FIELDS[name].harder
            if usual is None or not harder or value == usual:
                continue
            if (version == "harder") != (harder == ("more" if value > usual else "less")):
                what = f"the {version} version has {name} {value}, and the exercise itself {usual}"
                yield Finding(what, f"Is it really {version}?", one.place(path), path)
