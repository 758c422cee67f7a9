"""A roster's rows as orders, each row by itself: a bad row is refused by number and reason, the rest go on.

A message names the row and the column, never what a cell of the patient's own holds.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from handout.batch.cells import doses, faults, listed
from handout.batch.tables import Row, Table
from handout.errors import BatchError, Finding, Place, Private
from handout.prescription.order import Clinician, Order, Patient

COLUMNS = [
    "name", "reference", "born", "language", "routine", "exclude", "include", "doses", "side", "flags",
    "note", "clinician", "date", "style", "paper", "person", "copies",
]  # fmt: skip
PERSONAL = frozenset({"name", "reference", "born", "note"})
STYLES = ("standard", "large-print", "mono")
PAPERS = ("a4", "letter")
MOST_COPIES = 20


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


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is not printed, and every reason."""

    row: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """The orders of a list in its order, and the rows that were refused."""

    file: str
    orders: tuple[Order, ...]
    refusals: tuple[Refusal, ...]


def read_orders(table: Table, known: Known) -> Roster:
    """All orders of a table. Raises BatchError when its columns cannot be understood."""
    names = _columns(table, known)
    orders: list[Order] = []
    refusals: list[Refusal] = []
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for row in table.rows:
        reader = _RowReader(table.file, row, names, known)
        order = reader.order(seen)
        if reader.findings:
            refusals.append(Refusal(row.number, tuple(reader.findings)))
        elif order is not None:
            orders.append(order)
    return Roster(table.file, tuple(orders), tuple(refusals))


def _columns(table: Table, known: Known) -> dict[str, str]:
    """The file's column -> ours; unknown columns stop the list unless the clinic ignores them."""
    mapped = {key.casefold(): value for key, value in known.columns.items()}
    ignored = {name.casefold() for name in known.ignore}
    names: dict[str, str] = {}
    findings: list[Finding] = []
    for index, column in enumerate(table.columns, 1):
        key = column.casefold().strip()
        ours = mapped.get(key, key.replace(" ", "_"))
        if ours in COLUMNS:
            names[column] = ours
        elif key and key not in ignored:
            near = difflib.get_close_matches(ours, COLUMNS, 1)
            hint = f"Did you mean “{near[0]}”? " if near else ""
            findings.append(
                Finding(
                    f"there is no column “{column}”",
                    f"{hint}Rename it, or list it in the clinic file under roster: columns or ignore.",
                    Place(table.file, 1, index),
                )
            )
    for needed in ("language", "routine"):
        if needed not in names.values():
            findings.append(
                Finding(
                    f"the column “{needed}” is missing",
                    "Add it, or map one to it in the clinic file.",
                    Place(table.file),
                )
            )
    if findings:
        raise BatchError(findings)
    return names


class _RowReader:
    """Reads one row; `findings` fills as it goes. Lives for one call of `read_orders` only."""

    def __init__(self, file: str, row: Row, names: Mapping[str, str], known: Known) -> None:
        self.file = file
        self.row = row
        self.known = known
        self.findings: list[Finding] = []
        self.cells = {ours: row.cells.get(column, "").strip() for column, ours in names.items()}
        self.places = {ours: list(row.cells).index(column) + 1 for column, ours in names.items()}

    def refuse(self, column: str, what: str, hint: str) -> None:
        place = Place(self.file, self.row.number, self.places.get(column, 1))
        self.findings.append(
            Finding(f"row {self.row.number}, {column}: {what}", hint, place, f"rows.{self.row.number}")
        )

    def order(self, seen: dict[tuple[tuple[str, str], ...], int]) -> Order | None:
        if self.row.empty:
            self.refuse("row", "is empty", "Delete the row.")
            return None
        if "" in self.row.cells:
            self.refuse(
                "row", "has more cells than the header", "Put text that holds the delimiter in quotes."
            )
        for column, text in self.cells.items():
            for what, hint in faults(text):
                self.refuse(column, what, hint)
        if self.findings:
            return None
        same = tuple(sorted(self.cells.items()))
        if same in seen:
            self.refuse(
                "row", f"is the same as row {seen[same]}", "Delete one of them, or use the column copies."
            )
            return None
        seen[same] = self.row.number
        return self._filled()

    def _filled(self) -> Order:
        changes, wrong = doses(self.cells.get("doses", ""))
        if wrong:
            self.refuse(
                "doses", "one entry is not a dose", "Write “seated-twist.repetitions=8”, parted by commas."
            )
        return Order(
            number=self.row.number,
            routines=self._several("routine", self.known.routines, needed=True),
            language=self._language(),
            include=self._several("include", self.known.exercises, version=True),
            exclude=self._several("exclude", self.known.exercises),
            doses=changes,
            side=self._one("side", ("left", "right")),  # type: ignore[arg-type]
            flags=self._several("flags", self.known.flags),
            note=self._private("note"),
            patient=self._patient(),
            clinician=self._clinician(),
            date=self._date(),
            style=self._one("style", STYLES) or "standard",
            paper=self._one("paper", PAPERS),
            person=self._one("person", self.known.people),
            copies=self._copies(),
        )

    def _private(self, column: str) -> Private | None:
        text = self.cells.get(column, "")
        return Private(text, column) if text else None

    def _patient(self) -> Patient | None:
        name = self._private("name")
        reference, born = self._private("reference"), self._private("born")
        if name is None:
            if reference or born:
                self.refuse("name", "is empty, but the row has a reference", "Write the patient's name.")
            return None
        return Patient(name, reference, born)

    def _several(
        self, column: str, known: Collection[str], *, needed: bool = False, version: bool = False
    ) -> tuple[str, ...]:
        entries = tuple(entry.casefold().replace(" ", "-") for entry in listed(self.cells.get(column, "")))
        if needed and not entries:
            self.refuse(column, "is empty", f"Write one of: {', '.join(sorted(known))}.")
        for entry in entries:
            if (entry.partition("/")[0] if version else entry) not in known:
                self._unknown(column, entry, known)
        return tuple(dict.fromkeys(entries))

    def _one(self, column: str, known: Collection[str]) -> str:
        entry = self.cells.get(column, "").casefold().replace(" ", "-")
        if entry and entry not in known:
            self._unknown(column, entry, known)
            return ""
        return entry

    def _unknown(self, column: str, entry: str, known: Collection[str]) -> None:
        near = difflib.get_close_matches(entry, sorted(known), 1)
        hint = f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(sorted(known))}."
        self.refuse(column, f"there is no “{entry[:40]}”", hint)

    def _language(self) -> str:
        text = self.cells.get("language", "")
        if not text:
            self.refuse("language", "is empty", f"Write one of: {', '.join(sorted(self.known.languages))}.")
            return ""
        tags = {tag.casefold(): tag for tag in self.known.languages}
        named = {name.casefold(): tag for name, tag in self.known.language_names.items()}
        tag = tags.get(text.casefold()) or named.get(text.casefold(), "")
        if not tag:
            self._unknown("language", text.casefold(), [*tags, *named])
        return tag

    def _clinician(self) -> Clinician | None:
        key = self.cells.get("clinician", "")
        if not key:
            return None
        found = self.known.clinicians.get(key)
        return found if found else Clinician(key)

    def _date(self) -> date | None:
        text = self.cells.get("date", "")
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.refuse(
                "date", "is not a date like 2026-11-20", "Write year, month and day, parted by hyphens."
            )
            return None

    def _copies(self) -> int:
        text = self.cells.get("copies", "") or "1"
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_COPIES):
            self.refuse("copies", f"is not a number from 1 to {MOST_COPIES}", "Leave it empty for one copy.")
            return 1
        return int(text)

