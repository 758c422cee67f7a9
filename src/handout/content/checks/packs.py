"""Packs: routines and exercises that exist."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.checks.references import unknown
from handout.content.gathering import EXERCISES, ROUTINES, Gathered
from handout.errors import Finding
from handout.source import suggestion


def pack_findings(facts: Gathered) -> Iterator[Finding]:
    """Faults of packs beyond their own form."""
    routines, exercises = facts.folders[ROUTINES], facts.folders[EXERCISES]
    for name, one in facts.packs.items():
        pack = one.value
        if pack.routine not in routines:
            what = f"there is no routine “{pack.routine}”"
            yield Finding(what, suggestion(pack.routine, routines), one.place("routine"), "routine")
        if name in routines:
            what = f"a routine is called “{name}” too, so an order could mean both"
            yield Finding(what, "Give the pack another id.", one.place("id"), "id")
        yield from unknown(one, "exclude", pack.exclude, exercises, "exercise")
        for index, include in enumerate(pack.include):
            exercise = include.partition("/")[0]
            if exercise not in exercises:
                path = f"include.{index}"
                hint = suggestion(exercise, exercises)
                yield Finding(f"there is no exercise “{exercise}”", hint, one.place(path), path)
        yield from unknown(one, "doses", pack.doses, exercises, "exercise")
