"""The safety file: each line said once, each condition said by a line, each sign with a source."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.checks.references import unknown
from handout.content.gathering import Gathered
from handout.content.library import Library
from handout.content.schema.safety import PARTS
from handout.content.types import Safety
from handout.errors import Finding, Place, Severity
from handout.source import suggestion

CARD = "card"


def panel_findings(facts: Gathered) -> Iterator[Finding]:
    """Faults of the safety file."""
    safety = facts.safety.value
    yield from _said_twice(facts)
    yield from _conditions(facts)
    warnings = [name for part in PARTS[1:] for name in safety.lines[part]]
    for name in warnings:
        if name not in safety.signs:
            what = f"the line “{name}” has no source"
            yield Finding(what, f"Add `{name}: {{sources: [...]}}`.", facts.safety.place("signs"), f"signs.{name}")
    yield from unknown(facts.safety, "signs", safety.signs, warnings, "line")
    yield from _unqualified(facts)
    yield from _left_out(facts)
    for name, sign in safety.signs.items():
        yield from unknown(facts.safety, f"signs.{name}.sources", sign.sources, facts.sources, "source")


def _unqualified(facts: Gathered) -> Iterator[Finding]:
    """An emergency sign that does not say when it counts: an old, known sign is no emergency."""
    safety = facts.safety.value
    for name in safety.lines["now"]:
        sign = safety.signs.get(name)
        if sign is not None and not sign.qualifier:
            what = f"the emergency sign “{name}” has no qualifier"
            hint = "Write `qualifier: new`, or what went before it: after-a-serious-fall-or-crash."
            yield Finding(what, hint, facts.safety.place(f"signs.{name}"), f"signs.{name}")


def _left_out(facts: Gathered) -> Iterator[Finding]:
    """A sign that is said to be left out, and stands on the panel."""
    safety = facts.safety.value
    for name in safety.left_out:
        if any(name in safety.lines[part] for part in PARTS):
            what = f"“{name}” is a line of the panel and stands under left_out as well"
            yield Finding(what, "Take one away.", facts.safety.place(f"left_out.{name}"), f"left_out.{name}")


def _said_twice(facts: Gathered) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for part in PARTS:
        for index, name in enumerate(facts.safety.value.lines[part]):
            path = f"lines.{part}.{index}"
            if name in seen:
                what = f"the line “{name}” stands under {seen[name]} and under {part}"
                yield Finding(what, "Every line is said once: keep the more urgent.", facts.safety.place(path), path)
            seen[name] = part


def _conditions(facts: Gathered) -> Iterator[Finding]:
    safety = facts.safety.value
    asked = safety.lines["ask"]
    saying = (*asked, *safety.lines["stop"], *safety.lines["today"])
    flags: dict[str, str] = {}
    for name, condition in safety.conditions.items():
        path = f"conditions.{name}"
        if condition.said_by != CARD and condition.said_by not in saying:
            what = f"no line “{condition.said_by}” stands under lines: ask, stop or today"
            hint = suggestion(condition.said_by, saying) or "Name a line, or write card."
            yield Finding(what, hint, facts.safety.place(f"{path}.said_by"), f"{path}.said_by")
        if condition.flag in flags:
            what = f"the flag “{condition.flag}” is that of {flags[condition.flag]} already"
            yield Finding(what, "Give each its own.", facts.safety.place(f"{path}.flag"), f"{path}.flag")
        flags[condition.flag] = name
        yield from unknown(facts.safety, f"{path}.sources", condition.sources, facts.sources, "source")
    said = {condition.said_by for condition in safety.conditions.values()}
    for index, line in enumerate(asked):
        if line not in said:
            what = f"the line “{line}” speaks for no condition, so it is never printed"
            hint = "Let a condition be said by it, or take it away."
            yield Finding(what, hint, facts.safety.place(f"lines.ask.{index}"), f"lines.ask.{index}")


def condition_notes(library: Library) -> Iterator[Finding]:
    """Conditions that only a card says, and those that nothing asks about: a reviewer should see each."""
    safety = library.safety
    used = {name for one in library.exercises.values() for name in one.safety}
    for routine in library.routines.values():
        used |= {*routine.asks, *routine.safety}
    for name, condition in safety.conditions.items():
        where = _place(safety, name)
        if condition.said_by == CARD:
            what = f"the condition “{name}” stands on its cards only, not on the panel"
            yield Finding(what, "Is that right?", where, f"conditions.{name}", Severity.NOTE)
        if name not in used:
            what = f"no exercise and no routine asks about the condition “{name}”"
            yield Finding(what, "Use it, or take it away.", where, f"conditions.{name}", Severity.NOTE)


def _place(safety: Safety, name: str) -> Place:
    words = safety.words.get("en")
    said = words.phrases.get(f"conditions.{name}") if words else None
    return said.where if said else safety.where
