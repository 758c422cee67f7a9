"""The columns of a roster, and what its cells may name."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from handout.batch.tables import Table
from handout.errors import BatchError, Finding, Place
from handout.prescription.order import Clinician

COLUMNS = [
    "name", "reference", "born", "language", "routine", "exclude", "include", "doses", "side", "flags",
    "note", "clinician", "date", "style", "paper", "person", "copies",
]  # fmt: skip
NEEDED = ("language", "routine")


@dataclass(frozen=True, slots=True)
class Known:
    """What a roster may name, and the clinic's own words for it."""

    routines: Collection[str]  # routines and packs
    exercises: Collection[str]
    flags: Collection[str]
    languages: Collection[str]
    people: Collection[str]
    clinicians: Mapping[str, Clinician] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)  # the practice system's column -> ours
    language_names: Mapping[str, str] = field(default_factory=dict)  # "español" -> es; lower case
    ignore: Collection[str] = ()


def columns_of(table: Table, known: Known) -> dict[str, str]:
    """The file's column -> ours. Raises BatchError for unknown columns that the clinic does not ignore."""
    mapped = {key.casefold(): value for key, value in known.columns.items()}
    ignored = {name.casefold() for name in known.ignore}
    names: dict[str, str] = {}
    unknown: list[tuple[int, str]] = []
    for index, column in enumerate(table.columns, 1):
        key = column.casefold().strip()
        ours = mapped.get(key, key.replace(" ", "_"))
        if ours in COLUMNS:
            names[column] = ours
        elif key and key not in ignored:
            unknown.append((index, column))
    if not names:
        what = "row 1 holds no column name that is known here"
        hint = f"The first row names the columns: {', '.join(COLUMNS)}. A clinic file may map other names."
        raise BatchError(Finding(what, hint, Place(table.file)))  # row 1 may be a patient's: it is not quoted
    findings = [*_unknown(table, unknown), *_twice(table, names), *_missing(table, names)]
    if findings:
        raise BatchError(findings)
    return names


def _unknown(table: Table, unknown: list[tuple[int, str]]) -> Iterator[Finding]:
    for index, column in unknown:
        near = difflib.get_close_matches(column.casefold(), COLUMNS, 1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        yield Finding(
            f"there is no column “{column}”",
            f"{hint}Rename it, or list it in the clinic file under roster: columns or ignore.",
            Place(table.file, 1, index),
        )


def _twice(table: Table, names: Mapping[str, str]) -> Iterator[Finding]:
    ours = list(names.values())
    for name in sorted({name for name in ours if ours.count(name) > 1}):
        both = " and ".join(f"“{column}”" for column, one in names.items() if one == name)
        yield Finding(f"the columns {both} both mean {name}", "Keep one of them.", Place(table.file))


def _missing(table: Table, names: Mapping[str, str]) -> Iterator[Finding]:
    for needed in NEEDED:
        if needed not in names.values():
            hint = "Add it, or map one to it in the clinic file."
            yield Finding(f"the column “{needed}” is missing", hint, Place(table.file))
