"""Screening: a patient's flags against the conditions of what would be printed.

It reminds a clinician; it clears nobody. A flag never takes a line of the safety panel away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handout.content import Condition, Effect, Exercise, Routine, Safety
from handout.errors import Finding

STRENGTH: dict[Effect, int] = {"ask": 0, "easier": 1, "refuse": 2}
REMINDER = "Screening is a reminder, never a clearance."


@dataclass(frozen=True, slots=True)
class Clash:
    """One condition a flag speaks of, and what the exercise or routine says to it."""

    exercise: str  # "" for the whole routine
    condition: str
    flag: str
    effect: Effect


def unknown_flags(flags: Iterable[str], safety: Safety) -> Iterable[Finding]:
    """A finding for each flag that no condition is screened for: it must not be passed over."""
    known = {condition.flag for condition in safety.conditions.values()}
    for flag in sorted(set(flags) - known):
        yield Finding(
            f'the flag "{flag}" is not one that is screened for',
            f"Known flags: {', '.join(sorted(known))}.",
            path="order.flags",
        )


def clashes(
    flags: Iterable[str],
    routine: Routine,
    exercises: Iterable[Exercise],
    conditions: Mapping[str, Condition],
) -> tuple[Clash, ...]:
    """Every condition of the routine and of those exercises that a flag speaks of, in the order printed."""
    asked = set(flags)
    whole: dict[str, Effect] = {**dict.fromkeys(routine.asks, "ask"), **routine.safety}
    found = [*_clashes("", whole, asked, conditions)]
    for exercise in exercises:
        found.extend(_clashes(exercise.id, exercise.safety, asked, conditions))
    return tuple(found)


def _clashes(
    exercise: str, effects: Mapping[str, Effect], asked: set[str], conditions: Mapping[str, Condition]
) -> Iterable[Clash]:
    for name in sorted(effects):
        condition = conditions.get(name)
        if condition is not None and condition.flag in asked:
            yield Clash(exercise, name, condition.flag, effects[name])


def strongest(found: Iterable[Clash], exercise: str) -> Clash | None:
    """What decides for that exercise: refuse before easier before ask. The routine's own count for it too."""
    mine = [clash for clash in found if clash.exercise in {exercise, ""}]
    return max(mine, key=lambda clash: STRENGTH[clash.effect], default=None)


def refusal(clash: Clash, routine: str) -> Finding:
    """The finding for an order that must not be printed as it is."""
    if clash.exercise:
        return Finding(
            f'{clash.exercise} is not for a patient with the flag "{clash.flag}"',
            f"Leave it out (exclude: {clash.exercise}), or choose another routine. {REMINDER}",
            path=f"exercises.{clash.exercise}.safety.{clash.condition}",
        )
    return Finding(
        f'the routine {routine} is not for a patient with the flag "{clash.flag}"',
        f"Choose another routine, or see the patient without a sheet. {REMINDER}",
        path=f"routines.{routine}.safety.{clash.condition}",
    )


def no_easier(clash: Clash, exercise: str) -> Finding:
    """The finding when a flag asks for an easier version that nobody has written."""
    return Finding(
        f'{exercise} has no easier version for a patient with the flag "{clash.flag}"',
        f"Leave it out (exclude: {exercise}). {REMINDER}",
        path=f"exercises.{exercise}.safety.{clash.condition}",
    )
