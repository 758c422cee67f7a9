"""`handout list`: what there is, and how complete and stale each language is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handout.content import COUNTRY, FIELDS, LASTING_UNITS, SIDES, UNITS, WORKED_OUT, Exercise, Library, Routine, Words
from handout.edition import Status, status
from handout.errors import Finding, UsageError
from handout.source import Mapping, Node, Scalar, suggestion

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table to print: its head, and its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def listing_of(what: str, library: Library) -> TextTable:
    """The table of that name. Raises `UsageError` for one that there is not."""
    if what not in TABLES:
        raise UsageError(Finding(f"there is no list of “{what}”", suggestion(what, TABLES)))
    return TABLES[what](library)


def _routines(library: Library) -> TextTable:
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
    return TextTable(("id", "title", "exercises", "optional", "languages", "version", "review by"), tuple(rows))


def _complete(library: Library, routine: str) -> Iterator[str]:
    return (tag for tag in sorted(library.languages) if status(library, routine, tag).complete)


def _exercises(library: Library) -> TextTable:
    used = {
        name: [one.id for one in library.routines.values() if any(use.exercise == name for use in one.exercises)]
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
    return TextTable(("id", "code", "name", "position", "needs", "used in"), tuple(rows))


def _languages(library: Library) -> TextTable:
    head = ("tag", "language", "own name", "complete", "missing", "stale", "not accepted", "unsure")
    return TextTable(head, tuple(_language(library, tag) for tag in sorted(library.languages)))


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


def _flags(library: Library) -> TextTable:
    rows = (
        (one.flag, one.id, _said(library.safety.words, f"conditions.{one.id}"))
        for one in library.safety.conditions.values()
    )
    return TextTable(("flag", "condition", "in words"), tuple(sorted(rows)))


def _conditions(library: Library) -> TextTable:
    owners: tuple[Routine | Exercise, ...] = (*library.routines.values(), *library.exercises.values())
    asked = {name: [one.id for one in owners if name in _asks(one)] for name in library.safety.conditions}
    rows = (
        (
            one.id,
            one.flag,
            one.said_by,
            _said(library.safety.words, f"conditions.{one.id}"),
            " ".join(asked[one.id]) or "-",
        )
        for one in library.safety.conditions.values()
    )
    return TextTable(("id", "flag", "said by", "in words", "asked about in"), tuple(rows))


def _asks(owner: Routine | Exercise) -> set[str]:
    return {*owner.safety, *(owner.asks if isinstance(owner, Routine) else ())}


def _signs(library: Library) -> TextTable:
    rows = (
        (name, part, _line(library, name))
        for part, names in library.safety.lines.items()
        for name in names
        if part != "ask"
    )
    return TextTable(("id", "part", "in words"), tuple(rows))


def _line(library: Library, name: str) -> str:
    words = library.safety.words.get(ENGLISH)
    texts = words.phrases if words is not None else {}
    return texts[f"lines.{name}"].text if f"lines.{name}" in texts else "-"


def _people(library: Library) -> TextTable:
    node = library.tree("assets/people.yaml")
    entries = node.entries if isinstance(node, Mapping) else ()
    rows = ((key.text, _plainly(value)) for key, value in entries)
    return TextTable(("id", "who"), tuple(rows))


def _plainly(node: Node) -> str:
    entries = node.entries if isinstance(node, Mapping) else ()
    return ", ".join(f"{key.text} {value.text}" for key, value in entries if isinstance(value, Scalar))


def _packs(library: Library) -> TextTable:
    rows = (
        (
            pack.id,
            pack.routine,
            " ".join(pack.exclude) or "-",
            " ".join(pack.include) or "-",
            ", ".join(f"{name}.{field}={n:g}" for name, one in pack.doses.items() for field, n in one.items()) or "-",
            " ".join(pack.note) or "-",
        )
        for pack in library.packs.values()
    )
    return TextTable(("id", "routine", "leaves out", "adds", "doses", "note in"), tuple(rows))


def _countries(library: Library) -> TextTable:
    rows = (
        (
            code,
            one.emergency.number,
            (one.advice.number if one.advice else "-"),
            one.english,
            one.paper,
            " ".join(sorted({one.emergency.status, *([one.advice.status] if one.advice else [])})),
        )
        for code, one in sorted(library.countries.items())
    )
    return TextTable(("code", "emergency", "advice", "english", "paper", "numbers are"), tuple(rows))


def _equipment(library: Library) -> TextTable:
    rows = (
        (
            name,
            _said(library.equipment.words, f"items.{name}"),
            " ".join(one.id for one in library.exercises.values() if name in one.equipment) or "-",
        )
        for name in library.equipment.items
    )
    return TextTable(("id", "in words", "needed for"), tuple(rows))


def _placeholders(library: Library) -> TextTable:
    """Every placeholder that words may use, and where its number stands."""
    rows: list[tuple[str, ...]] = []
    for field, row in FIELDS.items():
        fors = f"{{for_{row.placeholder}}}" if row.lasting else "-"
        rows.append((f"{{{row.placeholder}}}", fors, "an exercise", f"dose: {field}"))
        for version in ("easier", "harder", "build"):
            name = f"{version}_{row.placeholder}"
            block = "build_to" if version == "build" else version
            rows.append((f"{{{name}}}", f"{{for_{name}}}" if row.lasting else "-", "an exercise", f"{block}: {field}"))
    for end, unit in UNITS.items():
        fors = f"{{for_name{end}}}" if unit in LASTING_UNITS else "-"
        rows.append((f"{{name{end}}}", fors, "exercise, routine", f"values: name{end}, counted in {unit}"))
    for name in library.safety.values:
        lasting = any(name.endswith(end) for end, unit in UNITS.items() if unit in LASTING_UNITS)
        fors = f"{{for_{name}}}" if lasting else "-"
        rows.append((f"{{{name}}}", fors, "all words", "values: in safety.yaml"))
    rows += [(f"{{{name}}}", "-", "an exercise with sides", "the side prescribed") for name in sorted(SIDES)]
    rows += [(f"{{{name}}}", "-", "all words", "the clinic or its country") for name in sorted(COUNTRY)]
    rows += [(f"{{{name}}}", "-", "a routine", "worked out") for name in sorted(WORKED_OUT)]
    return TextTable(("placeholder", "as a length of time", "in the words of", "its number stands under"), tuple(rows))


TABLES: dict[str, Callable[[Library], TextTable]] = {
    "routines": _routines,
    "exercises": _exercises,
    "languages": _languages,
    "packs": _packs,
    "flags": _flags,
    "conditions": _conditions,
    "signs": _signs,
    "equipment": _equipment,
    "people": _people,
    "countries": _countries,
    "placeholders": _placeholders,
}
