"""Every file of facts, read: what the checks look at, and what the library is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from handout.content.files import Facts, Shelf
from handout.content.library import listed
from handout.content.picture import PICTURE
from handout.content.schema.exercise import EXERCISE
from handout.content.schema.routine import PACK, ROUTINE
from handout.content.schema.safety import EQUIPMENT, SAFETY, SOURCES, sources_of
from handout.content.types import Equipment, Exercise, Pack, Routine, Safety, Source
from handout.errors import HandoutError
from handout.language import Country, Language, country_of, language_of
from handout.source import Node, ValueShape

T = TypeVar("T", Exercise, Routine, Pack)
R = TypeVar("R", Language, Country)

EXERCISES, ROUTINES, PACKS = "handouts/exercises", "handouts/routines", "packs"
LANGUAGES = "assets/languages"


@dataclass(frozen=True, slots=True)
class Gathered:
    """All facts. `folders` also holds what is broken, so that naming it elsewhere is no second fault."""

    safety: Facts[Safety]
    equipment: Facts[Equipment]
    sources: dict[str, Source]
    exercises: dict[str, Facts[Exercise]]
    routines: dict[str, Facts[Routine]]
    packs: dict[str, Facts[Pack]]
    languages: dict[str, Language]
    countries: dict[str, Country]
    folders: dict[str, frozenset[str]]


def gather(shelf: Shelf, tags: Collection[str] | None = None) -> Gathered | None:
    """All files of facts; None when safety, equipment or sources cannot be read. `tags`: languages needed."""
    safety = _needed(shelf, "handouts/safety/safety.yaml", SAFETY)
    equipment = _needed(shelf, "handouts/equipment/equipment.yaml", EQUIPMENT)
    sources = _needed(shelf, "handouts/sources.yaml", SOURCES)
    exercises = {
        name: _with_picture(shelf, name, facts)
        for name, facts in _each(shelf, EXERCISES, "exercise.yaml", EXERCISE).items()
    }
    routines = _each(shelf, ROUTINES, "routine.yaml", ROUTINE)
    packs = _packs(shelf)
    languages = _files(shelf, LANGUAGES, language_of, tags)
    countries = _files(shelf, "assets/countries", country_of, None)
    if safety is None or equipment is None or sources is None:
        return None
    folders = {
        EXERCISES: frozenset(shelf.folders(EXERCISES)),
        ROUTINES: frozenset(shelf.folders(ROUTINES)),
        LANGUAGES: frozenset(name.removesuffix(".yaml") for name in shelf.names(LANGUAGES)),
    }
    read = sources_of(sources.value, sources.node)
    return Gathered(safety, equipment, read, exercises, routines, packs, languages, countries, folders)


V = TypeVar("V")


def _needed(shelf: Shelf, relative: str, shape: ValueShape[V]) -> Facts[V] | None:
    return shelf.facts(relative, shape) if shelf.need(relative) else None


def _each(shelf: Shelf, folder: str, file: str, shape: ValueShape[T]) -> dict[str, Facts[T]]:
    """The facts of each folder, by the folder's name, which must be the id."""
    found: dict[str, Facts[T]] = {}
    for name, files in shelf.folders(folder).items():
        relative = f"{folder}/{name}/{file}"
        if file not in files:
            shelf.need(relative)
            continue
        facts = shelf.facts(relative, shape)
        if facts is None:
            continue
        if facts.value.id != name:
            what = f"the id is “{facts.value.id}”, and the folder is “{name}”"
            shelf.find(facts.place("id"), "id", what, "Let both be the same.")
            continue
        found[name] = facts
    return found


def _with_picture(shelf: Shelf, name: str, facts: Facts[Exercise]) -> Facts[Exercise]:
    picture = shelf.facts(f"{EXERCISES}/{name}/picture.yaml", PICTURE)
    return facts if picture is None else Facts(replace(facts.value, picture=picture.value), facts.node)


def _packs(shelf: Shelf) -> dict[str, Facts[Pack]]:
    found: dict[str, Facts[Pack]] = {}
    for name in listed(shelf.layers, PACKS, ".yaml"):
        facts = shelf.facts(f"{PACKS}/{name}", PACK)
        if facts is None:
            continue
        if f"{facts.value.id}.yaml" != name:
            what = f"the id is “{facts.value.id}”, and the file is “{name}”"
            shelf.find(facts.place("id"), "id", what, "Let both be the same.")
            continue
        found[facts.value.id] = facts
    return found


def _files(shelf: Shelf, folder: str, reader: Callable[[Node, str], R], names: Collection[str] | None) -> dict[str, R]:
    """Every language or country of a folder, by the name of its file."""
    found: dict[str, R] = {}
    for file in listed(shelf.layers, folder, ".yaml"):
        name = file.removesuffix(".yaml")
        node = shelf.node(f"{folder}/{file}") if names is None or name in names else None
        if node is None:
            continue
        try:
            found[name] = reader(node, name)
        except HandoutError as error:
            shelf.findings.extend(error.findings)
    return found
