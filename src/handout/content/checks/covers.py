"""Lines of the source articles: each lives in one place, or is dropped with a reason, never both."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.gathering import Gathered
from handout.errors import Finding, Place


def cover_findings(facts: Gathered) -> Iterator[Finding]:
    """Lines that live in two places."""
    seen: dict[str, str] = {}
    for line, owner, where, path in _lines(facts):
        if line in seen:
            what = f"the line {line} lives in {seen[line]} already"
            yield Finding(what, "Let it live in one place.", where, path)
        seen[line] = owner


def _lines(facts: Gathered) -> Iterator[tuple[str, str, Place, str]]:
    for name, exercise in facts.exercises.items():
        for index, line in enumerate(exercise.value.covers):
            yield line, name, exercise.place(f"covers.{index}"), f"covers.{index}"
    for name, routine in facts.routines.items():
        for index, line in enumerate(routine.value.covers):
            yield line, name, routine.place(f"covers.{index}"), f"covers.{index}"
        for line in routine.value.drops:
            yield line, f"{name}, where it is dropped", routine.place(f"drops.{line}"), f"drops.{line}"
