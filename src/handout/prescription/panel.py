"""The safety panel: the union of the lines of everything that is printed.

It is computed last, after include, exclude and swap, from what is on the sheet and nothing else: adding an
exercise can only add lines, and a patient's own flags take none away.
"""

from __future__ import annotations

from collections.abc import Iterable

from handout.content import Exercise, Part, Routine, Safety
from handout.errors import Finding

PARTS: tuple[Part, ...] = ("ask", "stop", "now", "today")
CARD = "card"  # said only on the card of its exercise
Panel = dict[Part, tuple[str, ...]]


def union(routine: Routine, exercises: Iterable[Exercise], safety: Safety) -> Panel:
    """The ids of the panel's lines by part, each once, in the order that safety.yaml fixes."""
    printed = tuple(exercises)
    conditions = {*routine.asks, *routine.safety}
    signs = set(routine.signs)
    for exercise in printed:
        conditions |= set(exercise.safety)
        signs |= set(exercise.signs)
    said = {safety.conditions[name].said_by for name in conditions if name in safety.conditions}
    wanted = (said - {CARD}) | signs
    return {part: tuple(line for line in safety.lines.get(part, ()) if line in wanted) for part in PARTS}


def gaps(panel: Panel, routine: Routine, exercises: Iterable[Exercise], safety: Safety) -> Iterable[Finding]:
    """Holes in a panel: a part without lines, a condition or a sign that no line says."""
    for part in PARTS:
        if not panel[part]:
            yield Finding(
                f'the safety panel of {routine.id} has no line in its part "{part}"',
                "Name a sign or condition for it in the routine.",
                routine.where,
                f"routines.{routine.id}.signs",
            )
    lines = {line for part in PARTS for line in panel[part]}
    yield from _unsaid("routines", routine.id, (*routine.asks, *sorted(routine.safety)), (lines, safety))
    yield from _unsaid_signs("routines", routine.id, routine.signs, lines)
    for exercise in exercises:
        yield from _unsaid("exercises", exercise.id, sorted(exercise.safety), (lines | {CARD}, safety))
        yield from _unsaid_signs("exercises", exercise.id, exercise.signs, lines)


def _unsaid(kind: str, owner: str, names: Iterable[str], said: tuple[set[str], Safety]) -> Iterable[Finding]:
    lines, safety = said
    for name in names:
        condition = safety.conditions.get(name)
        if condition is None or condition.said_by not in lines:
            yield Finding(
                f"no line of the panel says the condition {name} of {owner}",
                "Give it `said_by` in safety.yaml: a line that stands under `lines`.",
                path=f"{kind}.{owner}.safety.{name}",
            )


def _unsaid_signs(kind: str, owner: str, signs: Iterable[str], lines: set[str]) -> Iterable[Finding]:
    for sign in signs:
        if sign not in lines:
            yield Finding(
                f"the panel has no line for the sign {sign} of {owner}",
                "Put it under `lines` in safety.yaml.",
                path=f"{kind}.{owner}.signs.{sign}",
            )
