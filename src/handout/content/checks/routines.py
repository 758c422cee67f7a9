"""Routines: ids that exist elsewhere, something to print, and dates in order."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.checks.references import unknown
from handout.content.files import Facts
from handout.content.gathering import EXERCISES, Gathered
from handout.content.types import Routine
from handout.errors import Finding
from handout.source.shapes import suggestion


def routine_findings(facts: Gathered) -> Iterator[Finding]:
    """Faults of routines beyond their own form."""
    for one in facts.routines.values():
        yield from _references(one, facts)
        yield from _exercises(one, facts)
        routine = one.value
        if len(routine.pros) != len(routine.cons):
            what = f"{len(routine.pros)} good points stand against {len(routine.cons)} drawbacks"
            yield Finding(what, "Give as many of one as of the other.", one.place("cons"), "cons")
        if routine.review_by <= routine.written:
            what = "it is to be reviewed before it was written"
            yield Finding(what, "Look at written and review_by.", one.place("review_by"), "review_by")


def _references(one: Facts[Routine], facts: Gathered) -> Iterator[Finding]:
    routine, safety = one.value, facts.safety.value
    yield from unknown(one, "sources", routine.sources, facts.sources, "source")
    yield from unknown(one, "signs", routine.signs, safety.signs, "line of the panel")
    yield from unknown(one, "asks", routine.asks, safety.conditions, "condition")
    yield from unknown(one, "safety", routine.safety, safety.conditions, "condition")


def _exercises(one: Facts[Routine], facts: Gathered) -> Iterator[Finding]:
    known = facts.folders[EXERCISES]
    seen: set[str] = set()
    for index, use in enumerate(one.value.exercises):
        path = f"exercises.{index}"
        if use.exercise not in known:
            hint = suggestion(use.exercise, known) or "Look at `handout list exercises`."
            yield Finding(f"there is no exercise “{use.exercise}”", hint, use.where, path)
        if use.exercise in seen:
            yield Finding(
                f"the exercise “{use.exercise}” stands twice", "Keep one of the two.", use.where, path
            )
        seen.add(use.exercise)
    if all(use.optional for use in one.value.exercises):
        what = "every exercise is optional, so that nothing is printed"
        yield Finding(what, "Take `optional: true` away from one.", one.place("exercises"), "exercises")
