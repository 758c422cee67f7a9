"""`handout list`: what there is, and how complete, stale and signed each language is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handout.content.library import Library
from handout.content.types import Words
from handout.edition import Status, status
from handout.errors import Finding, UsageError
from handout.source.shapes import meant

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Table:
    """A table to print: its head, and its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def listing(what: str, library: Library) -> Table:
    """The table of `routines`, `exercises` or `languages`. Raises `UsageError` for anything else."""
    tables = {"routines": _routines, "exercises": _exercises, "languages": _languages}
    if what not in tables:
        raise UsageError(Finding(f"there is no list of “{what}”", meant(what, tables)))
    return tables[what](library)


def _routines(library: Library) -> Table:
    rows = (
        (
            routine.id,
            _said(routine.words, "title"),
            str(sum(not use.optional for use in routine.exercises)),
            " ".join(use.exercise for use in routine.exercises if use.optional) or "-",
            " ".join(_complete(library, routine.id)) or "-",
            routine.version,
            routine.review_by,
        )
        for routine in library.routines.values()
    )
    return Table(("id", "title", "exercises", "optional", "languages", "version", "review by"), tuple(rows))


def _complete(library: Library, routine: str) -> Iterator[str]:
    return (tag for tag in sorted(library.languages) if status(library, routine, tag).complete)


def _exercises(library: Library) -> Table:
    used = {
        name: [
            one.id for one in library.routines.values() if any(use.exercise == name for use in one.exercises)
        ]
        for name in library.exercises
    }
    rows = (
        (
            exercise.id,
            exercise.code,
            _said(exercise.words, "name"),
            exercise.position,
            " ".join(exercise.equipment) or "-",
            " ".join(used[exercise.id]) or "-",
        )
        for exercise in library.exercises.values()
    )
    return Table(("id", "code", "name", "position", "needs", "used in"), tuple(rows))


def _languages(library: Library) -> Table:
    head = ("tag", "language", "own name", "complete", "missing", "stale", "not accepted", "unsure", "signed")
    return Table(head, tuple(_language(library, tag) for tag in sorted(library.languages)))


def _language(library: Library, tag: str) -> tuple[str, ...]:
    language = library.languages[tag]
    states = [status(library, routine, tag) for routine in library.routines]
    return (
        tag,
        language.english_name,
        language.autonym,
        _of(states, sum(one.complete for one in states)),
        str(_most(one.missing for one in states)),
        str(_most(one.stale for one in states)),
        str(_most(one.unaccepted for one in states)),
        str(_most(one.unsure for one in states)),
        _of(states, sum(one.signed for one in states)),
    )


def _of(states: list[Status], count: int) -> str:
    return f"{count} of {len(states)}"


def _most(counts: Iterable[int]) -> int:
    """The routine that is furthest behind; routines share words, so a sum would count them twice."""
    return max(counts, default=0)


def _said(words: dict[str, Words], path: str) -> str:
    for tag in (ENGLISH, *sorted(words)):
        said = words[tag].phrases.get(path) if tag in words else None
        if said is not None:
            return said.text
    return "-"
