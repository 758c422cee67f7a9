"""Changing a dose: layer by layer, field by field, inside the limits that the exercise states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from handout.content.dose import Dose, Limits
from handout.errors import Finding, Place

NUMBERS = tuple(field.name for field in fields(Dose) if field.name not in {"per", "load_kg"})
PAUSE_S = 4  # how long a movement there and back takes; clinical judgement, for "about 10 minutes" only
# One of a pair is set, so the other goes: a dose counts or lasts, and holds by the clock or by breaths.
RIVALS = {
    "repetitions": "duration_s",
    "duration_s": "repetitions",
    "hold_s": "hold_breaths",
    "hold_breaths": "hold_s",
}


def changed(dose: Dose, changes: Mapping[str, int]) -> Dose:
    """The dose with those fields replaced; the rival of a field that is set is cleared.

    Raises `KeyError` when a field is not one of `NUMBERS`.
    """
    values: dict[str, Any] = {}
    for name in sorted(changes):
        if name not in NUMBERS:
            raise KeyError(name)
        values[name] = changes[name]
        rival = RIVALS.get(name)
        if rival is not None and rival not in changes:
            values[rival] = None
    return replace(dose, **values)


def eased(dose: Dose, easier: Mapping[str, int]) -> Dose:
    """The dose of the easier version, and never more than what is prescribed already (rest: never less)."""
    fields_now = {name: getattr(dose, name) for name in easier if name in NUMBERS}
    least = {
        name: amount
        if fields_now.get(name) is None
        else (max if name == "rest_s" else min)(amount, fields_now[name])
        for name, amount in easier.items()
    }
    return changed(dose, least)


def refusals(changes: Mapping[str, int], limits: Limits, exercise: str, asked_in: str) -> Iterable[Finding]:
    """A finding for each change that the limits of the exercise do not allow."""
    allowed = {name: (low, high) for name, low, high in limits}
    for name in sorted(changes):
        path = f"exercises.{exercise}.dose.{name}"
        if name not in allowed:
            yield Finding(
                f'{asked_in} changes "{name}" of {exercise}, which has no such number to change',
                f"It can change {_said(limits)}.",
                path=path,
            )
            continue
        low, high = allowed[name]
        if not low <= changes[name] <= high:
            yield Finding(
                f"{asked_in} asks for {name} {changes[name]} of {exercise}",
                f"Its limits are {low} to {high}.",
                path=path,
            )


def _said(limits: Limits) -> str:
    return ", ".join(f"{name} ({low} to {high})" for name, low, high in limits) or "nothing"


def sane(dose: Dose, exercise: str, where: Place | None) -> Iterable[Finding]:
    """The one rule that layers together could still break: repetitions or a duration, never both or none."""
    if (dose.repetitions is None) == (dose.duration_s is None):
        yield Finding(
            f"the dose of {exercise} has {'neither' if dose.repetitions is None else 'both'}"
            " repetitions and a duration",
            "Give exactly one of repetitions and duration_s.",
            where,
            f"exercises.{exercise}.dose",
        )


def one_sided(dose: Dose) -> Dose:
    """The dose when one side is prescribed: the number stands for that side alone."""
    return replace(dose, per="") if dose.per == "side" else dose


def work_s(dose: Dose) -> float:
    """Seconds of one session by the dose alone, to scale an exercise's own `minutes` by."""
    each = dose.duration_s or 0.0
    if dose.repetitions:
        hold = dose.hold_s or (dose.hold_breaths or 0) * PAUSE_S
        each = dose.repetitions * (hold + PAUSE_S)
    return each * max(dose.sets, 1) * (2 if dose.per else 1)


def minutes_of(own: float, default: Dose, prescribed: Dose) -> float:
    """Minutes of one session: the exercise's own, scaled by how much more or less is prescribed."""
    usual = work_s(default)
    return own * work_s(prescribed) / usual if usual else own
