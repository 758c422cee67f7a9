"""One row of a roster as an order, or every reason why it is none.

A message names the row and the column, never what a cell of the patient's own holds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from handout.batch.cells import doses, faults, listed, meant
from handout.batch.columns import Known
from handout.batch.tables import Row
from handout.content.dose import FIELDS
from handout.errors import Finding, Place, Private
from handout.prescription.choosing import VERSIONS
from handout.prescription.order import Clinician, Order, Patient, Side
from handout.prescription.prescribe import PAPERS, STYLES

SIDES: Mapping[str, Side] = {"left": "left", "right": "right"}
MOST_COPIES = 20
MOST_LISTED = 20  # known entries that a hint lists


class RowReader:
    """Reads one row; `findings` fills as it goes. Lives for one row only."""

    def __init__(self, file: str, row: Row, names: Mapping[str, str], known: Known) -> None:
        self.file = file
        self.row = row
        self.known = known
        self.findings: list[Finding] = []
        self.cells = {ours: row.cells.get(column, "").strip() for column, ours in names.items()}
        self.places = {
            ours: index for index, column in enumerate(row.cells, 1) if (ours := names.get(column, ""))
        }

    def refuse(self, column: str, what: str, hint: str) -> None:
        """Note a reason, by row and column."""
        place = Place(self.file, self.row.number, self.places.get(column, 1))
        path = f"rows.{self.row.number}"
        self.findings.append(Finding(f"row {self.row.number}, {column}: {what}", hint, place, path))

    def order(self, seen: dict[tuple[tuple[str, str], ...], int]) -> Order | None:
        """The order of this row. `seen` holds the rows before it, to tell a row that is there twice."""
        if self.row.empty:
            self.refuse("row", "is empty", "Delete the row.")
            return None
        if "" in self.row.cells:
            hint = "Put text that holds the delimiter in quotes."
            self.refuse("row", "has more cells than the header", hint)
        for column, text in self.cells.items():
            for what, hint in faults(text, lines=column in {"note", "routine", "include", "exclude", "doses"}):
                self.refuse(column, what, hint)
        if self.findings:
            return None
        same = tuple(sorted(self.cells.items()))
        if same in seen:
            hint = "Delete one of them, or use the column copies."
            self.refuse("row", f"is the same as row {seen[same]}", hint)
            return None
        seen[same] = self.row.number
        return self._filled()

    def _filled(self) -> Order:
        return Order(
            number=self.row.number,
            routines=self._several("routine", self.known.routines, needed=True),
            language=self._language(),
            include=self._several("include", self.known.exercises, version=True),
            exclude=self._several("exclude", self.known.exercises),
            doses=self._doses(),
            side=SIDES.get(self._one("side", SIDES), ""),
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
            if reference or born or self.cells.get("note"):
                what = "is empty, but the row has a reference, a date of birth or a note"
                self.refuse("name", what, "Write the patient's name.")
            return None
        if not (reference or born):
            hint = "Write it, or the date of birth under born: two people may share a name."
            self.refuse("reference", "is empty, but the row has a name", hint)
        return Patient(name, reference, born)

    def _several(
        self, column: str, known: Collection[str], *, needed: bool = False, version: bool = False
    ) -> tuple[str, ...]:
        entries = tuple(_id_of(entry) for entry in listed(self.cells.get(column, "")))
        if needed and not entries:
            self.refuse(column, "is empty", _choice(known))
        for number, entry in enumerate(entries, 1):
            name, slash, which = entry.partition("/") if version else (entry, "", "")
            if name not in known:
                self._unknown(column, name, known, number)
            elif slash and which not in VERSIONS:
                hint = f"Write {name}/{' or '.join(VERSIONS)}."
                self.refuse(column, f"{_entry(number)} asks for a version that there is none of", hint)
        return tuple(dict.fromkeys(entries))

    def _doses(self) -> dict[str, dict[str, float]]:
        changes, wrong = doses(self.cells.get("doses", ""))
        for number in wrong:
            hint = "Write “seated-twist.repetitions=4”, parted by commas."
            self.refuse("doses", f"{_entry(number)} is not a dose", hint)
        for name, fields in changes.items():
            if name not in self.known.exercises:
                self._unknown("doses", name, self.known.exercises, list(changes).index(name) + 1)
            for field in fields:
                if field not in FIELDS:
                    hint = f"Known: {', '.join(FIELDS)}."
                    self.refuse("doses", "names a field that no dose has", hint)
        return changes

    def _one(self, column: str, known: Collection[str]) -> str:
        entry = _id_of(self.cells.get(column, ""))
        if entry and entry not in known:
            self._unknown(column, entry, known)
            return ""
        return entry

    def _unknown(self, column: str, entry: str, known: Collection[str], number: int = 1) -> None:
        """An entry that nobody knows. It is never quoted: it may be a name in the wrong column."""
        near = meant(entry, known)
        hint = f"Did you mean “{near}”?" if near else _choice(known)
        self.refuse(column, f"{_entry(number)} is not known here", hint)

    def _language(self) -> str:
        text = self.cells.get("language", "").casefold()
        tags = {tag.casefold(): tag for tag in self.known.languages}
        if not text:
            self.refuse("language", "is empty", _choice(self.known.languages))
            return ""
        named = {name.casefold(): tag for name, tag in self.known.language_names.items()}
        tag = tags.get(text) or named.get(text, "")
        if not tag:
            near = meant(text, [*tags, *named])
            hint = f"Did you mean “{near}”?" if near else _choice(self.known.languages)
            more = "A clinic file may map other names (roster: languages)."
            self.refuse("language", "is a language that is not known here", f"{hint} {more}")
        return tag

    def _clinician(self) -> Clinician | None:
        entry = self.cells.get("clinician", "")
        if not entry:
            return None
        for key, one in self.known.clinicians.items():
            if entry.casefold() in {key.casefold(), one.name.casefold()}:
                return one
        return Clinician(entry)

    def _date(self) -> date | None:
        text = self.cells.get("date", "")
        if not text:
            return None
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        hint = "Write year, month and day, parted by hyphens."
        self.refuse("date", "is not a date like 2026-11-20", hint)
        return None

    def _copies(self) -> int:
        text = self.cells.get("copies", "") or "1"
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_COPIES):
            self.refuse("copies", f"is not a number from 1 to {MOST_COPIES}", "Leave it empty for one copy.")
            return 1
        return int(text)


def _id_of(entry: str) -> str:
    return entry.strip().casefold().replace(" ", "-").replace("_", "-")


def _entry(number: int) -> str:
    return f"entry {number} of this cell"


def _choice(known: Collection[str]) -> str:
    names = sorted(known)
    more = ", …" if len(names) > MOST_LISTED else ""
    return f"Known: {', '.join(names[:MOST_LISTED])}{more}."
