"""Changing a dose: layer by layer, field by field, inside the limits that the exercise states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from handout.content import FIELDS, Dose, Limits, given
from handout.errors import Finding, Place
from handout.source import Integer

PAUSE_S = 4  # how long a movement there and back takes; clinical judgement, for "about 10 minutes" only
# One of a pair is set, so the other goes: a dose counts or lasts, and holds by the clock or by breaths.
RIVALS = {
    "repetitions": "duration_s",
    "duration_s": "repetitions",
    "hold_s": "hold_breaths",
    "hold_breaths": "hold_s",
}


def changed(dose: Dose, changes: Mapping[str, float]) -> Dose:
    """The dose with those fields replaced; the rival of a field that is set is cleared.

    Raises `KeyError` when a field is none of a dose's.
    """
    values: dict[str, Any] = {}
    for name in sorted(changes):
        if name not in FIELDS:
            raise KeyError(name)
        values[name] = changes[name]
        rival = RIVALS.get(name)
        if rival is not None and rival not in changes:
            values[rival] = None
    if values.get("sets", dose.sets) < 2 and "rest_s" not in changes:
        values["rest_s"] = None  # there is nothing between one set
    return replace(dose, **values)


def eased(dose: Dose, easier: Mapping[str, float]) -> Dose:
    """The dose of the easier version, and never more than what is prescribed already (rest: never less)."""
    now = given(dose)
    least = {
        name: (max if FIELDS[name].harder == "less" else min)(amount, now.get(name, amount))
        for name, amount in easier.items()
    }
    return changed(dose, least)


def refusals(changes: Mapping[str, float], limits: Limits, exercise: str, asked_in: str) -> Iterable[Finding]:
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
        if isinstance(FIELDS[name].range, Integer) and changes[name] != int(changes[name]):
            what = f"{asked_in} asks for {name} {changes[name]} of {exercise}, which is no whole number"
            yield Finding(what, f"Write a whole number from {low} to {high}.", path=path)
        elif not low <= changes[name] <= high:
            yield Finding(
                f"{asked_in} asks for {name} {changes[name]} of {exercise}",
                f"Its limits are {low} to {high}.",
                path=path,
            )


def _said(limits: Limits) -> str:
    return ", ".join(f"{name} ({low} to {high})" for name, low, high in limits) or "nothing"


def sane(dose: Dose, exercise: str, where: Place | None) -> Iterable[Finding]:
    """What layers together could still break: repetitions or a duration, never both or none; rest between sets."""
    path = f"exercises.{exercise}.dose"
    if (dose.repetitions is None) == (dose.duration_s is None):
        yield Finding(
            f"the dose of {exercise} has {'neither' if dose.repetitions is None else 'both'}"
            " repetitions and a duration",
            "Give exactly one of repetitions and duration_s.",
            where,
            path,
        )
    if dose.rest_s is not None and dose.sets < 2:
        what = f"the dose of {exercise} has a rest between sets and only one set"
        yield Finding(what, "Give more than one set.", where, f"{path}.rest_s")


def one_sided(dose: Dose) -> Dose:
    """The dose when one side is prescribed: the number stands for that side alone."""
    return replace(dose, per="") if dose.per == "side" else dose


def work_s(dose: Dose) -> float:
    """Seconds of one session by the dose alone, to scale an exercise's own `minutes` by."""
    each = dose.duration_s or 0.0
    if dose.repetitions:
        hold = dose.hold_s or (dose.hold_breaths or 0) * PAUSE_S
        each = dose.repetitions * (hold + PAUSE_S)
    return each * max(dose.sets, 1) * (2 if dose.per else 1) + (dose.rest_s or 0) * (dose.sets - 1)


def minutes_of(own: float, default: Dose, prescribed: Dose) -> float:
    """Minutes of one session: the exercise's own, scaled by how much more or less is prescribed."""
    usual = work_s(default)
    return own * work_s(prescribed) / usual if usual else own
