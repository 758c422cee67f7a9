"""What falls short is refused, unless a named clinician answers for exactly that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handout.content.checks.references import unknown
from handout.content.gathering import Gathered
from handout.content.library import Library, Reworded
from handout.content.mandatory.shipped import shipped_shortfalls
from handout.content.mandatory.shortfalls import shortfalls
from handout.content.mandatory.types import Mandatory
from handout.errors import Finding, Severity


def held_against(mandatory: Mandatory, facts: Gathered, library: Library) -> tuple[Library, tuple[Finding, ...]]:
    """The library with all that it lessens among its rewordings, and a finding for each: a warning that names
    who answers for it, or an error."""
    short = (*shortfalls(facts, library, mandatory), *shipped_shortfalls(facts, library, mandatory))
    lessened = tuple(Reworded(one.file, one.key, one.was, one.now, one.where, one.what) for one in short if not one.own)
    library = replace(library, reworded=(*library.reworded, *lessened))
    hint = "Take the change back. A clinic's own words stand in a library of its own."
    own = (Finding(one.what, hint, one.where, one.key) for one in short if one.own)
    return library, (*own, *rewording_findings(library), *_unknown(mandatory, facts))


def rewording_findings(library: Library) -> Iterator[Finding]:
    """What whoever prints must know: each shipped safety text that is not said as it is shipped, and each
    mandatory sign or condition that is not there."""
    for one in library.reworded:
        kind = f"the safety text “{one.key}” ({one.tag})" if one.tag else f"the safety fact “{one.key}”"
        what = one.what or f"{kind} is not the shipped one: “{one.was}” became “{one.now}”"
        by = library.approvals.covers(one.file, one.key, one.was, one.now)
        if by is not None:
            hint = f"{by.by.name} answers for it ({by.date}), and each sheet that it concerns says so."
            yield Finding(what, hint, one.where, one.key, Severity.WARNING)
        else:
            first = "Add it." if one.what else "Take this line away to have the shipped one again."
            yield Finding(what, f"{first} {_entry(one)}", one.where, one.key)


def _entry(one: Reworded) -> str:
    """How a clinician answers for a difference."""
    now = f", now: {one.now}" if one.now else ""
    return (
        "To print it so, a clinician answers for it in approvals.yaml, under safety: "
        f"file: {one.file}, key: {one.key}, was: {one.was}{now}"
    )


def _unknown(mandatory: Mandatory, facts: Gathered) -> Iterator[Finding]:
    """Kinds that there are not, and parts of the body that nothing is known of."""
    for exercise in facts.exercises.values():
        yield from unknown(exercise, "classes", exercise.value.classes, mandatory.classes, "kind of exercise")
    for routine in facts.routines.values():
        region = routine.value.region
        if region not in mandatory.regions and routine.value.id not in mandatory.routines:
            what = f"nothing is known of the region “{region}”" if region else "the routine names no region"
            known = ", ".join(mandatory.regions)
            hint = f"It is held to the signs of every sheet alone. Known regions: {known}."
            severity = Severity.NOTE if region else Severity.WARNING
            yield Finding(what, hint, routine.place("region"), "region", severity)
