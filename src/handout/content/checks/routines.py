"""Routines: ids that exist elsewhere, something to print, and dates in order."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.checks.references import unknown
from handout.content.files import Facts
from handout.content.gathering import EXERCISES, Gathered
from handout.content.types import FLOOR, Routine
from handout.errors import Finding
from handout.source import suggestion


def routine_findings(facts: Gathered) -> Iterator[Finding]:
    """Faults of routines beyond their own form."""
    for one in facts.routines.values():
        yield from _references(one, facts)
        yield from _exercises(one, facts)
        yield from _claims(one, facts)
        yield from _when(one, facts)
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


def _when(one: Facts[Routine], facts: Gathered) -> Iterator[Finding]:
    """What words speak of: exercises of this routine, things, or the floor."""
    known = {use.exercise for use in one.value.exercises} | {*facts.equipment.value.items, FLOOR}
    for key, things in one.value.when.items():
        yield from unknown(one, f"when.{key}", things, known, "exercise of this routine, or thing")


def _claims(one: Facts[Routine], facts: Gathered) -> Iterator[Finding]:
    """Numbers of the evidence: each with sources that a sheet prints, and no row of the table without a claim."""
    routine = one.value
    for name, claim in routine.claims.items():
        path = f"claims.{name}"
        yield from unknown(one, f"{path}.sources", claim.sources, facts.sources, "source")
        for source in claim.sources:
            known = facts.sources.get(source)
            if known is not None and not (known.printed and source in routine.sources):
                what = f"the claim “{name}” stands on {source}, which no sheet prints"
                hint = "Name it under the routine's sources:, with printed: true in handouts/sources.yaml."
                yield Finding(what, hint, one.place(f"{path}.sources"), f"{path}.sources")
        if name in routine.values:
            what = f"{name} is a value and a claim"
            yield Finding(what, "Keep the claim.", one.place(path), path)
    if routine.ways and not routine.claims:
        what = "the table of ways has no claims to say"
        yield Finding(what, "Write each of its numbers under claims:.", one.place("ways"), "ways")


def _exercises(one: Facts[Routine], facts: Gathered) -> Iterator[Finding]:
    known = facts.folders[EXERCISES]
    seen: set[str] = set()
    for index, use in enumerate(one.value.exercises):
        path = f"exercises.{index}"
        if use.exercise not in known:
            hint = suggestion(use.exercise, known) or "Look at `handout list exercises`."
            yield Finding(f"there is no exercise “{use.exercise}”", hint, use.where, path)
        if use.exercise in seen:
            yield Finding(f"the exercise “{use.exercise}” stands twice", "Keep one of the two.", use.where, path)
        seen.add(use.exercise)
    if all(use.optional for use in one.value.exercises):
        what = "every exercise is optional, so that nothing is printed"
        yield Finding(what, "Take `optional: true` away from one.", one.place("exercises"), "exercises")
