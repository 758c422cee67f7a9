"""Exercises: ids that exist elsewhere, codes used once, a picture for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from handout.content.checks.references import unknown
from handout.content.files import Facts
from handout.content.gathering import EXERCISES, Gathered
from handout.content.library import Library
from handout.content.types import Exercise
from handout.errors import Finding
from handout.source import said, suggestion

# The pose that `handout new exercise` begins with: a person who stands and bends a little, right for no exercise.
BEGUN = {
    "camera": {"yaw": "30", "pitch": "10"},
    "person": "ana",
    "pose": {"base": "standing"},
    "frames": {
        "start": {"contacts": ["feet"]},
        "end": {"pose": {"thoracic": {"flex": "10"}}, "contacts": ["feet"]},
    },
}


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
    yield from unknown(one, "equipment", exercise.equipment, facts.equipment.value.items, "piece of equipment")
    if exercise.easier_way is not None:
        own = exercise.easier_way.equipment
        yield from unknown(one, "easier_way.equipment", own, facts.equipment.value.items, "piece of equipment")
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
    if not exercise.picture.worded:
        what = f"the picture of {exercise.id} has no frames"
        yield Finding(what, "Add frames: start and end.", exercise.picture.where, "frames")
    if said(exercise.picture.node) == BEGUN:
        what = f"the picture of {exercise.id} is still the one that a new exercise begins with"
        look = f"handout figure {PurePath(exercise.picture.where.file).parent.as_posix()} --out {exercise.id}.png"
        hint = f"Write its own poses (docs/poses.md), and look at them: {look}"
        yield Finding(what, hint, exercise.picture.where, "picture")
    known = exercise.picture.worded
    for frame, mirrored in exercise.picture.mirrors.items():
        if mirrored not in known:
            what = f"the frame “{frame}” mirrors “{mirrored}”, which is not there"
            yield Finding(what, suggestion(mirrored, known), exercise.picture.place("frames", frame), f"frames.{frame}")
    if exercise.picture.mirrors and exercise.sides == "none":
        what = "a frame is mirrored, and the exercise has no sides"
        yield Finding(what, "Write sides: both, or draw the frame.", one.place("sides"), "sides")


def image_findings(facts: Gathered, library: Library) -> Iterator[Finding]:
    """Pictures of a clinic's own that are named and are not there."""
    for name, one in facts.exercises.items():
        for frame, file in one.value.images.items():
            if library.file(f"{EXERCISES}/{name}/{file}") is None:
                what, hint = f"there is no file {file}", f"Put it in {EXERCISES}/{name}, or name another."
                yield Finding(what, hint, one.place(f"images.{frame}"), f"images.{frame}")


def _steps(one: Facts[Exercise]) -> Iterator[Finding]:
    exercise = one.value
    seen: set[str] = set()
    for index, step in enumerate(exercise.steps):
        path = f"steps.{index}"
        if step.id in seen:
            yield Finding(f"the step “{step.id}” stands twice", "Give each its own id.", one.place(path), path)
        seen.add(step.id)
        if step.when == "both" and exercise.sides != "both":
            what = f"the step “{step.id}” is for both sides, and the exercise has none"
            yield Finding(what, "Write sides: both, or the step alone.", one.place(path), path)
