"""Exercises: ids that exist elsewhere, codes used once, a picture for each."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.checks.references import unknown
from handout.content.files import Facts
from handout.content.frames import frames_of, mirrors_of
from handout.content.gathering import Gathered
from handout.content.types import Exercise
from handout.errors import Finding
from handout.source.shapes import meant


def exercise_findings(facts: Gathered) -> Iterator[Finding]:
    """Faults of exercises beyond their own form."""
    codes: dict[str, str] = {}
    for name, one in facts.exercises.items():
        code = one.value.code
        if code in codes:
            what = f"the code {code} is that of {codes[code]} already"
            yield Finding(what, "Give each its own.", one.place("code"), "code")
        codes[code] = name
        yield from _references(one, facts)
        yield from _picture(one)
        yield from _steps(one)


def _references(one: Facts[Exercise], facts: Gathered) -> Iterator[Finding]:
    exercise, safety = one.value, facts.safety.value
    yield from unknown(one, "sources", exercise.sources, facts.sources, "source")
    yield from unknown(one, "limits_source", exercise.limits_source, facts.sources, "source")
    yield from unknown(
        one, "equipment", exercise.equipment, facts.equipment.value.items, "piece of equipment"
    )
    yield from unknown(one, "safety", exercise.safety, safety.conditions, "condition")
    yield from unknown(one, "signs", exercise.signs, safety.signs, "line of the panel")


def _picture(one: Facts[Exercise]) -> Iterator[Finding]:
    exercise = one.value
    if exercise.picture is None:
        if not exercise.icon and not exercise.images:
            what = f"the exercise {exercise.id} has no picture"
            hint = "Add picture.yaml beside this file, or name your own under images:."
            yield Finding(what, hint, one.node.where, "picture")
        return
    if not frames_of(exercise.picture):
        what = f"the picture of {exercise.id} has no frames"
        yield Finding(what, "Add frames: start and end.", exercise.picture.where, "frames")
    known = frames_of(exercise.picture)
    for frame, mirrored in mirrors_of(exercise.picture).items():
        if mirrored not in known:
            what = f"the frame “{frame}” mirrors “{mirrored}”, which is not there"
            yield Finding(what, meant(mirrored, known), exercise.picture.where, f"frames.{frame}")
    if mirrors_of(exercise.picture) and exercise.sides == "none":
        what = "a frame is mirrored, and the exercise has no sides"
        yield Finding(what, "Write sides: both, or draw the frame.", one.place("sides"), "sides")


def _steps(one: Facts[Exercise]) -> Iterator[Finding]:
    exercise = one.value
    seen: set[str] = set()
    for index, step in enumerate(exercise.steps):
        path = f"steps.{index}"
        if step.id in seen:
            yield Finding(
                f"the step “{step.id}” stands twice", "Give each its own id.", one.place(path), path
            )
        seen.add(step.id)
        if step.when == "both" and exercise.sides != "both":
            what = f"the step “{step.id}” is for both sides, and the exercise has none"
            yield Finding(what, "Write sides: both, or the step alone.", one.place(path), path)
