"""Everything that stands in files and can reach a sheet of an edition, each value under the path that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from handout.content import Exercise, Library, Routine
from handout.edition import Edition, files_of
from handout.language import Country, Language
from handout.source import Node, plain

Pairs = Iterator[tuple[str, str]]
# Where a thing is from and how it is kept: never printed, or bound in another way (words, pose).
UNPRINTED = {
    Exercise: ("id", "code", "where", "limits_source", "picture", "sources", "covers", "words"),
    Routine: ("id", "where", "sources", "covers", "drops", "words"),
    Language: (
        "tag", "where", "autonym", "english_name", "polite", "readability", "counts", "strips", "sides", "roles",
        "places", "hours", "phrases", "screen", "marks", "texts", "digit_system",
    ),
    Country: ("where",),
}  # fmt: skip
NOTES = frozenset({"where", "source", "checked", "status"})  # of a number to call: for who maintains it
_COMMENT = re.compile(r"{#.*?#}", re.S)


def flat(value: object, path: str, leave: Sequence[str] = ()) -> Pairs:
    """Every value below a thing, as text; what is empty or None is not said."""
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            if one.name not in leave and one.name not in NOTES:
                yield from flat(getattr(value, one.name), f"{path}.{one.name}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from flat(item, f"{path}.{key}")
    elif isinstance(value, (tuple, list)) and value and all(isinstance(item, str) for item in value):
        yield path, ", ".join(value)  # one slot, so that one id taken out is one change
    elif isinstance(value, (tuple, list)):
        for index, item in enumerate(value, 1):
            yield from flat(item, f"{path}.{index}")
    elif value not in (None, ""):
        yield path, f"{value:g}" if isinstance(value, float) else str(value)


def _limits(exercise: Exercise, path: str) -> Pairs:
    for field, low, high in exercise.limits:
        yield f"{path}.limits.{field}", f"{low:g} to {high:g}"


def routine_facts(edition: Edition) -> Pairs:
    """The routine, its exercises with doses and limits, its safety, and the publications it prints."""
    library, routine = edition.library, edition.routine
    yield from flat(routine, f"facts/routines.{routine.id}", UNPRINTED[Routine])
    for name, exercise in edition.exercises.items():
        path = f"facts/exercises.{name}"
        yield from flat(exercise, path, (*UNPRINTED[Exercise], "limits"))
        yield from _limits(exercise, path)
    for name in routine.sources:
        source = library.sources.get(name)
        if source is not None and source.printed:
            yield f"facts/sources.{name}", source.cite
            yield f"facts/sources.{name}.short", source.on_paper
    for pack in library.packs.values():
        if pack.routine == routine.id and edition.tag in pack.note:
            yield f"words/packs.{pack.id}.note", pack.note[edition.tag]
    yield from _safety(edition)


def _safety(edition: Edition) -> Pairs:
    """Of the lines and conditions that this routine can print: what they mean to the panel and to screening."""
    safety = edition.safety
    said = next(file for file in files_of(edition.library, edition.routine) if file.path == "safety")
    yield from flat(safety.values, "facts/safety.values")
    for part, lines in safety.lines.items():
        yield from flat([line for line in lines if said.prints(f"lines.{line}")], f"facts/safety.{part}")
    for name, condition in safety.conditions.items():
        if said.prints(f"conditions.{name}"):
            yield from flat(condition, f"facts/safety.conditions.{name}", ("id", "sources"))
    yield from flat(safety.floor, "facts/safety.floor")


def words(edition: Edition) -> Pairs:
    """Every text of the edition's files as it is written, and each doubt about one."""
    printed = {file.path: file for file in files_of(edition.library, edition.routine)}
    for path, said in edition.phrases.items():
        owner = next(name for name in printed if path.startswith(f"{name}."))
        if printed[owner].prints(path.removeprefix(f"{owner}.")):
            yield f"words/{path}", said.text
    doubts = doubts_of(edition)
    yield from ((f"doubt/{path}", doubts[path]) for path in edition.unsure)


def doubts_of(edition: Edition) -> dict[str, str]:
    """What the translator said of each text in doubt, by content path."""
    tag = edition.tag
    found = {f"languages.{tag}.{key}": said.text for key, said in edition.language.marks.unsure.items()}
    for file in files_of(edition.library, edition.routine):
        own = file.words.get(tag)
        found |= {f"{file.path}.{key}": said.text for key, said in (own.unsure if own else {}).items()}
    return {path: found.get(path, "") for path in edition.unsure}


def language_facts(language: Language) -> Pairs:
    """All fixed phrases of the language, in every form, and how it counts, dates and sets."""
    yield from ((f"phrase/{path}", said.text) for path, said in language.texts.items())
    yield from flat(language, f"phrase/{language.tag}", UNPRINTED[Language])


def country_facts(country: Country | None) -> Pairs:
    """Numbers to call, names of roles, dates: what the clinic's country brings to every sheet."""
    if country is not None:
        yield from flat(country, f"country/{country.code}", UNPRINTED[Country])


def looks(library: Library) -> Pairs:
    """Templates and themes, without their comments."""
    for name, path in library.files("assets/templates", ".j2").items():
        lines = (line.strip() for line in _COMMENT.sub("", path.read_text("utf-8")).splitlines())
        yield f"template/{name}", "\n".join(line for line in lines if line)
    for name in library.files("assets/themes", ".yaml"):
        node = library.tree(f"assets/themes/{name}")
        yield from flat(plain(node) if node else {}, f"theme/{name.removesuffix('.yaml')}")


def poses(edition: Edition) -> Pairs:
    """The pose of every picture as it is written, with the base poses and the people that it names."""
    bases, people = _tree(edition.library, "assets/poses.yaml"), _tree(edition.library, "assets/people.yaml")
    named: dict[str, None] = {}
    for name, exercise in edition.exercises.items():
        if exercise.picture is not None:
            drawn = _plain(exercise.picture.node)
            yield from flat(drawn, f"pose/{name}")
            named |= dict.fromkeys(_texts(drawn))
    waiting, seen = [*named], set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if name in people:
            yield from flat(people[name], f"pose/people.{name}")
        if name in bases:
            yield from flat(bases[name], f"pose/base.{name}")
            waiting.extend(_texts(bases[name]))


def _plain(node: Node) -> Any:
    return plain(node)


def _tree(library: Library, relative: str) -> Mapping[str, Any]:
    node = library.tree(relative)
    found = plain(node) if node else {}
    return found if isinstance(found, Mapping) else {}


def _texts(value: object) -> Iterator[str]:
    """Every word below a tree: some of them name a base pose or a person."""
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value
