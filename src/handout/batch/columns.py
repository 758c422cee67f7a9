"""The columns of a roster, and what its cells may name.

A header is never quoted in a message: where it is missing, that row is a patient's.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from handout.batch.tables import Table, letter_of, meaning
from handout.batch.vocabulary import plainly
from handout.errors import BatchError, Finding, Place
from handout.prescription import Clinician

COLUMNS = [
    "name", "reference", "born", "language", "routine", "exclude", "include", "doses", "side", "flags",
    "note", "clinician", "date", "style", "length", "card", "paper", "person", "copies",
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
    today: date
    clinicians: Mapping[str, Clinician] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)  # the practice system's column -> ours
    language_names: Mapping[str, str] = field(default_factory=dict)  # "español" -> es; lower case
    ignore: Collection[str] = ()
    date_order: str = ""  # dmy, mdy or ymd, as the clinic's country writes dates; "" where nobody knows

    def means(self, column: str) -> str:
        """Our name of a list's column: the clinic's word for it, then the shipped ones; "" for none."""
        key = plainly(column)
        own = {plainly(theirs): ours for theirs, ours in self.columns.items()}.get(key)
        if own is not None:
            return own if own in COLUMNS else ""
        return "" if key in {plainly(name) for name in self.ignore} else meaning(column)


def columns_of(table: Table, known: Known) -> dict[str, str]:
    """The file's column -> ours. Raises BatchError for unknown columns that the clinic does not ignore."""
    ignored = {plainly(name) for name in known.ignore}
    names: dict[str, str] = {}
    unknown: list[tuple[int, str]] = []
    for index, column in enumerate(table.columns, 1):
        ours = known.means(column)
        if ours:
            names[column] = ours
        elif column and plainly(column) not in ignored:
            unknown.append((index, column))
    if not names:
        what = "no row near the top holds a column name that is known here"
        hint = f"One row names the columns: {', '.join(COLUMNS)}. A clinic file may map other names."
        raise BatchError(Finding(what, hint, Place(table.file)))
    findings = [*_unknown(table, unknown), *_twice(table, names), *_missing(table, names)]
    if findings:
        raise BatchError(findings)
    return names


def _unknown(table: Table, unknown: list[tuple[int, str]]) -> Iterator[Finding]:
    for index, column in unknown:
        near = difflib.get_close_matches(plainly(column), COLUMNS, 1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        yield Finding(
            f"the name of column {letter_of(index)} is not known here",
            f"{hint}Rename it, or list it in the clinic file under roster: columns or ignore.",
            Place(table.file, table.header, index),
        )


def _twice(table: Table, names: Mapping[str, str]) -> Iterator[Finding]:
    ours = list(names.values())
    for name in sorted({name for name in ours if ours.count(name) > 1}):
        letters = [letter_of(table.columns.index(column) + 1) for column, one in names.items() if one == name]
        hint = "Keep one of them, or list the other in the clinic file under roster: ignore."
        what = f"the columns {' and '.join(letters)} both mean {name}"
        yield Finding(what, hint, Place(table.file, table.header))


def _missing(table: Table, names: Mapping[str, str]) -> Iterator[Finding]:
    for needed in NEEDED:
        if needed not in names.values():
            hint = "Add it, or map one to it in the clinic file."
            yield Finding(f"the column “{needed}” is missing", hint, Place(table.file, table.header))
