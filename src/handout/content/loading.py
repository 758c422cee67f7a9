"""From folders to a library: every file read, typed and held against the others; all findings at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from handout.content.approvals import approval_findings, read_approvals
from handout.content.checks import cross_findings
from handout.content.files import Shelf
from handout.content.gathering import EXERCISES, LANGUAGES, ROUTINES, Gathered, gather
from handout.content.library import Library
from handout.content.mandatory.findings import held_against
from handout.content.mandatory.reading import read_mandatory
from handout.content.placeholders import names_for_exercise, names_for_routine, names_for_safety
from handout.content.regional import regional_words
from handout.content.rewording import reworded
from handout.content.strays import stray_findings
from handout.content.texts import own_texts
from handout.content.types import Effect, Exercise, Routine
from handout.content.wording import ENGLISH, Wording
from handout.content.words import (
    wanted_of_equipment,
    wanted_of_exercise,
    wanted_of_routine,
    wanted_of_safety,
)
from handout.errors import ContentError, Finding, Place, errors_of
from handout.language import TAG, Language, missing_texts, no_such_place


def load(layers: Sequence[Path], tags: Collection[str] | None = None) -> tuple[Library, tuple[Finding, ...]]:
    """The library of these layers, the shipped one first, and everything that is wrong with it.

    `tags` names the languages whose words are needed; None reads all. English is always read, because the
    others are held against it. Raises `ContentError` when safety, equipment or sources cannot be read.
    """
    shelf = Shelf(tuple(layers))
    shelf.findings.extend(stray_findings(shelf.layers))
    facts = gather(shelf, None if tags is None else {*tags, ENGLISH})
    mandatory = read_mandatory(shelf)
    if facts is None or mandatory is None:
        raise ContentError(_sorted(shelf.findings))
    whole = _whole_languages(shelf, facts)
    wording = Wording(shelf, whole, facts.folders[LANGUAGES])
    library = _library(shelf, facts, wording)
    library = replace(library, regions=regional_words(library, shelf))
    shelf.findings.extend(cross_findings(facts, library))
    shelf.findings.extend(approval_findings(library))
    library, lessened = held_against(mandatory, facts, library)
    shelf.findings.extend(lessened)
    return replace(library, refused=_refused(lessened)), _sorted(shelf.findings)


def _library(shelf: Shelf, facts: Gathered, wording: Wording) -> Library:
    safety, equipment = facts.safety.value, facts.equipment.value
    said = wording.words("handouts/safety", "safety.yaml", wanted_of_safety(safety, names_for_safety(safety)))
    named = wording.words("handouts/equipment", "equipment.yaml", wanted_of_equipment(equipment))
    return Library(
        layers=tuple(shelf.layers),
        safety=replace(safety, words=said),
        equipment=replace(equipment, words=named),
        exercises={name: _exercise(one.value, facts, wording) for name, one in facts.exercises.items()},
        routines={name: _routine(one.value, facts, wording) for name, one in facts.routines.items()},
        sources=facts.sources,
        packs={name: one.value for name, one in facts.packs.items()},
        texts={one.id: one for one in own_texts(shelf, wording, names_for_safety(safety))},
        languages=wording.languages,
        countries=facts.countries,
        reworded=reworded(shelf.layers, wording.languages),
        approvals=read_approvals(shelf),
    )


def _exercise(exercise: Exercise, facts: Gathered, wording: Wording) -> Exercise:
    drawn = exercise.picture.worded if exercise.picture is not None else ()
    frames = tuple(dict.fromkeys((*drawn, *exercise.images)))
    names = names_for_exercise(exercise, facts.safety.value)
    wanted = wanted_of_exercise(exercise, frames, names)
    words = wording.words(f"{EXERCISES}/{exercise.id}", "exercise.yaml", wanted)
    return replace(exercise, safety=_screened(exercise, facts), words=words)


def _screened(exercise: Exercise, facts: Gathered) -> dict[str, Effect]:
    """The conditions of an exercise, with those that `ask_lines` adds: all that is said by the ask-first lines of
    the routines it belongs to. Another routine's own line asks nothing of it."""
    if not exercise.ask_lines:
        return exercise.safety
    safety = facts.safety.value
    own = [
        one.value for one in facts.routines.values() if any(use.exercise == exercise.id for use in one.value.exercises)
    ]
    asks = {name for routine in own for name in (*routine.asks, *routine.safety)}
    lines = {one.said_by for one in safety.conditions.values() if one.id in asks or not own}
    asked = (one.id for one in safety.conditions.values() if one.said_by in lines & {*safety.lines["ask"]})
    return {**exercise.safety, **dict.fromkeys(asked, exercise.ask_lines)}


def _routine(routine: Routine, facts: Gathered, wording: Wording) -> Routine:
    wanted = wanted_of_routine(routine, names_for_routine(routine, facts.safety.value))
    return replace(routine, words=wording.words(f"{ROUTINES}/{routine.id}", "routine.yaml", wanted))


def _whole_languages(shelf: Shelf, facts: Gathered) -> dict[str, Language]:
    """The languages that say all that English says, and every country's place of emergency.

    One that does not is left out, so that its editions are refused and no others.
    """
    english = facts.languages.get(ENGLISH)
    whole: dict[str, Language] = {}
    for tag, language in facts.languages.items():
        shipped = (one for one in facts.countries.values() if one.where.file.startswith("assets/"))
        lacking = (no_such_place(country, language) for country in shipped)
        found = [finding for finding in lacking if finding is not None]
        if english is not None and tag != ENGLISH:
            found.extend(missing_texts(language, english))
            found = [finding for finding in found if not _added(finding.path, language, english)]
        shelf.findings.extend(found)
        if not errors_of(found):
            whole[tag] = language
    return whole


def _added(path: str, language: Language, english: Language) -> bool:
    """Whether a phrase that this language lacks is a library's own: only a sheet that says it is refused."""
    own = {one: said for one, said in english.texts.items() if one == path or one.startswith(f"{path}.")}
    return path not in language.texts and any(said.where.file != english.where.file for said in own.values())


def grave(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The errors that stop every language: all but those in a translation, which stop that language alone."""
    return tuple(finding for finding in errors_of(findings) if not _in_translation(finding))


def _refused(lessened: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Language -> what of its safety words is less than it must be, and keeps its editions from being printed."""
    found: dict[str, tuple[Finding, ...]] = {}
    for one in errors_of(lessened):
        if one.where is not None and _in_translation(one):
            tag = Path(one.where.file).stem
            found[tag] = (*found.get(tag, ()), one)
    return found


def _in_translation(finding: Finding) -> bool:
    file = Path(finding.where.file) if finding.where else Path()
    return "countries" not in file.parts and bool(re.fullmatch(TAG, file.stem)) and file.stem != ENGLISH


def _sorted(findings: Collection[Finding]) -> tuple[Finding, ...]:
    """By file and line; each said once."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda finding: (finding.where or Place(""), finding.path, finding.what)))
