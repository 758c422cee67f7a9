"""One exercise for one person: its version, its dose, and what a flag makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handout.content import Dose, Exercise
from handout.errors import Finding
from handout.prescription.choosing import Chosen
from handout.prescription.dosing import changed, eased, minutes_of, one_sided, refusals, sane
from handout.prescription.frames import frames_of
from handout.prescription.order import Side
from handout.prescription.screening import Clash, no_easier
from handout.prescription.types import Prescribed, Swap, Version


@dataclass(frozen=True, slots=True)
class Card:
    """An exercise while it is being prescribed, with everything that is wrong with it."""

    exercise: Exercise
    version: Version
    dose: Dose
    swap: Swap | None
    faults: tuple[Finding, ...]

    @classmethod
    def of(cls, one: Chosen, exercise: Exercise, clash: Clash | None) -> Card:
        """The exercise in the version and dose of this person, after the flag that decides for it."""
        faults = list(_no_version(one, exercise))
        dose = exercise.dose
        for index, (asked_in, fields) in enumerate(one.changes):
            if index == one.version_before:
                dose = changed(dose, _fields(exercise, one.version))
            wrong = list(refusals(fields, exercise.limits, exercise.id, asked_in))
            faults.extend(wrong)
            if not wrong:
                dose = changed(dose, fields)
        version, swap = one.version, None
        if clash is not None and clash.effect == "easier":
            if not _has_easier(exercise):
                faults.append(no_easier(clash, exercise.id))
            dose = eased(dose, exercise.easier)  # last, so that no larger dose comes back over it
            version, swap = "easier", Swap(exercise.id, clash.flag, clash.condition)
        faults.extend(sane(dose, exercise.id, exercise.where))
        return cls(exercise, version, dose, swap, tuple(faults))

    def prescribed(self, number: int, asked: Side) -> Prescribed:
        """The card with its number on the sheet and the side that is asked for."""
        exercise = self.exercise
        side: Side = asked if exercise.sides != "none" else ""
        dose = one_sided(self.dose) if side else self.dose
        return Prescribed(
            exercise=exercise,
            number=number,
            dose=dose,
            version=self.version,
            side=side,
            steps=tuple(step.id for step in exercise.steps if not (side and step.when == "both")),
            frames=frames_of(exercise, self.version, side),
            minutes=minutes_of(exercise.minutes, exercise.dose, dose),
        )


def _fields(exercise: Exercise, version: Version) -> Mapping[str, float]:
    return {"": {}, "easier": exercise.easier, "harder": exercise.harder}[version]


def _has_easier(exercise: Exercise) -> bool:
    """Whether somebody has said what the easier version is."""
    return any("easier" in words.phrases for words in exercise.words.values())


def _no_version(one: Chosen, exercise: Exercise) -> Iterator[Finding]:
    """A finding when a version is asked for that nobody has written. "Harder: none" is not a version."""
    pictured = exercise.picture is not None and "harder" in exercise.picture.versions
    exists = {
        "": True,
        "easier": _has_easier(exercise),
        "harder": bool(exercise.harder) or pictured,
    }
    if not exists[one.version]:
        what = f"{exercise.id} has no {one.version} version"
        hint = f"Include {exercise.id} as it is."
        yield Finding(what, hint, exercise.where, f"exercises.{exercise.id}.{one.version}")
