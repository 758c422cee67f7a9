"""The files of words that one routine needs: the routine, its exercises, safety, the things needed, and a
library's own texts.

Exercises that a clinician may include count as well: an order must never find half a card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handout.content import FLOOR_CHAIR, Exercise, Library, Routine, Safety, Words
from handout.errors import Place


@dataclass(frozen=True, slots=True)
class WordFile:
    """Words of one kind in every language, under one content path."""

    path: str  # "exercises.march"
    where: Place
    words: Mapping[str, Words]
    needed: frozenset[str] | None = None  # only these keys, and those below them, are printed; None: all

    def prints(self, key: str) -> bool:
        """Whether this routine may print the words of that key."""
        if self.needed is None or key in self.needed:
            return True
        return any(key.startswith(f"{name}.") for name in self.needed)


def exercises_of(library: Library, routine: Routine) -> dict[str, Exercise]:
    """Every exercise of the routine, printed or optional, in its order."""
    uses = (use.exercise for use in routine.exercises)
    return {name: library.exercises[name] for name in uses if name in library.exercises}


def files_of(library: Library, routine: Routine) -> Iterator[WordFile]:
    """The files, in a fixed order."""
    exercises = exercises_of(library, routine)
    yield WordFile(f"routines.{routine.id}", routine.where, routine.words)
    for name, exercise in exercises.items():
        yield WordFile(f"exercises.{name}", exercise.where, exercise.words)
    safety = frozenset(_safety_keys(library.safety, routine, exercises.values()))
    yield WordFile("safety", library.safety.where, library.safety.words, safety)
    things = {f"items.{thing}" for exercise in exercises.values() for thing in _things(exercise)}
    yield WordFile("equipment", library.equipment.where, library.equipment.words, frozenset(things))
    for name, text in library.texts.items():
        yield WordFile(f"texts.{name}", text.where, text.words)


def _things(exercise: Exercise) -> Iterator[str]:
    """What any version of it needs, and the chair beside which one gets down to the floor."""
    yield from exercise.equipment
    if exercise.easier_way is not None:
        yield from exercise.easier_way.equipment
    if exercise.position == "floor":
        yield FLOOR_CHAIR


def _safety_keys(safety: Safety, routine: Routine, exercises: Iterable[Exercise]) -> Iterator[str]:
    """The lines, conditions and steps to the floor that a sheet of this routine may print.

    A sign or a condition that only another routine asks for needs no words here.
    """
    conditions = {*routine.asks, *routine.safety}
    lines = set(routine.signs)
    for exercise in exercises:
        conditions |= set(exercise.safety)
        lines |= set(exercise.signs)
    lines |= {safety.conditions[name].said_by for name in conditions if name in safety.conditions}
    yield "floor"
    yield from (f"lines.{name}" for name in lines)
    yield from (f"conditions.{name}" for name in conditions)
