"""One row of a roster as an order, or every reason why it is none.

A message names the row and the cell; of its text it shows what cannot be a patient's (`cells.quoted`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from handout.batch.cells import doses, faults, listed, nothing, quoted, suggestion
from handout.batch.columns import Known
from handout.batch.tables import TableRow
from handout.batch.typed_dates import UnclearDateError, read_date
from handout.batch.vocabulary import plainly, vocabulary
from handout.content import FIELDS
from handout.errors import Finding, Private
from handout.language import language_names
from handout.prescription import LENGTHS, PAPERS, STYLES, VERSIONS, Clinician, Order, Patient, Side

SIDES: Mapping[str, Side] = {"left": "left", "right": "right"}
MOST_COPIES = 20
MOST_LISTED = 20  # known entries that a hint lists
# The most letters of one word of what is printed as it is written.
LONGEST_WORDS = {"name": 40, "reference": 40, "clinician": 40, "note": 60}
SEVERAL_LINES = {"note", "routine", "include", "exclude", "doses"}


@dataclass(frozen=True, slots=True)
class Naming:
    """How messages call the cells of a row: `row 4, doses (H4)`, or an option of the command line."""

    letters: Mapping[str, str] = field(default_factory=dict)  # our column -> the letter of the list's
    private: Collection[str] = ()  # words that the list says of its patients

    def of(self, row: int, column: str) -> str:
        """The start of a message about a cell."""
        letter = self.letters.get(column, "")
        return f"row {row}, {column} ({letter}{row})" if letter else f"row {row}, {column}"


class RowReader:
    """Reads one row; `findings` fills as it goes. Lives for one row only."""

    def __init__(self, row: TableRow, names: Mapping[str, str], known: Known, naming: Naming) -> None:
        self.row = row
        self.known = known
        self.naming = naming
        self.findings: list[Finding] = []
        self.suggested = 0  # findings whose hint is a word; the order has that word
        self.cells = {ours: row.cells.get(column, "").strip() for column, ours in names.items()}

    def refuse(self, column: str, what: str, hint: str) -> None:
        """Note a reason, by row and cell."""
        self.findings.append(Finding(f"{self.naming.of(self.row.number, column)}: {what}", hint))

    def order(self, seen: dict[tuple[tuple[str, str], ...], int]) -> Order | None:
        """The order of this row. `seen` holds the rows before it, to tell a row that is there twice."""
        if "" in self.row.cells:
            hint = "Put text that holds the delimiter in quotes, or give that column a name in the header."
            self.refuse("row", "has more cells than the header", hint)
        for column, text in self.cells.items():
            for what, hint in faults(text, lines=column in SEVERAL_LINES, word=LONGEST_WORDS.get(column, 0)):
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
            side=self._side(),
            flags=self._several("flags", self.known.flags),
            note=self._private("note"),
            patient=self._patient(),
            clinician=self._clinician(),
            date=self._date("date"),
            style=self._one("style", STYLES) or "standard",
            length=self._one("length", LENGTHS),
            card=self._card(),
            paper=self._one("paper", PAPERS),
            person=self._one("person", self.known.people),
            copies=self._copies(),
        )

    def _private(self, column: str) -> Private | None:
        text = self.cells.get(column, "")
        return Private(text, column) if text else None

    def _patient(self) -> Patient | None:
        name, reference = self._private("name"), self._private("reference")
        born = self._date("born", before=self.known.today)
        if name is None:
            if reference or self.cells.get("born") or self.cells.get("note"):
                what = "is empty, but the row has a reference, a date of birth or a note"
                self.refuse("name", what, "Write the patient's name.")
            return None
        if not (reference or self.cells.get("born")):
            hint = "Write it, or the date of birth under born: two people may share a name."
            self.refuse("reference", "is empty, but the row has a name", hint)
        return Patient(name, reference, Private(born.isoformat(), "born") if born else None)

    def _several(
        self, column: str, known: Collection[str], *, needed: bool = False, version: bool = False
    ) -> tuple[str, ...]:
        text = self.cells.get(column, "")
        entries = () if nothing(text) else listed(text)
        if needed and not entries:
            self.refuse(column, "is empty", _choice(known))
        found = []
        for entry in entries:
            name, slash, which = _id_of(entry).partition("/") if version else (_id_of(entry), "", "")
            if name not in known:
                name = self._mended(column, entry, known)
            elif slash and which not in VERSIONS:
                hint = f"Write {name}/{' or '.join(VERSIONS)}."
                self.refuse(column, f"{self._quoted(entry)} asks for a version that there is none of", hint)
            found.append(f"{name}{slash}{which}")
        return tuple(dict.fromkeys(found))

    def _quoted(self, text: str, names: Collection[str] = ()) -> str:
        return quoted(text, self.naming.private, names)

    def _doses(self) -> dict[str, dict[str, float]]:
        text = self.cells.get("doses", "")
        changes, wrong, twice = ({}, (), ()) if nothing(text) else doses(text)
        for entry in wrong:
            near = suggestion(_id_of(entry.split()[0]), self.known.exercises) or "seated-twist"
            hint = f"Write the exercise, what changes, and the number: “{near}.repetitions=4, {near}.hold_s=10”."
            self.refuse("doses", f"{self._quoted(entry)} is not a dose", hint)
        for entry in twice:
            self.refuse("doses", f"{self._quoted(entry)} is given twice", "Keep one of them.")
        for name, fields in changes.items():
            if name not in self.known.exercises:
                self._unknown("doses", name, self.known.exercises)
            for one in fields:
                if one not in FIELDS:
                    near = suggestion(one, FIELDS)
                    hint = f"Did you mean “{near}”?" if near else f"Known: {', '.join(FIELDS)}."
                    self.refuse("doses", f"{self._quoted(one)} is a field that no dose has", hint)
        return changes

    def _side(self) -> Side:
        text = self.cells.get("side", "")
        side = "" if nothing(text) else vocabulary().sides.get(plainly(text), "?")
        if side == "?":
            side = self._mended("side", text, SIDES)
        return SIDES.get(side, "")

    def _card(self) -> str:
        text = self.cells.get("card", "")
        if not text:
            return ""
        said = "no" if nothing(text) else "yes" if plainly(text) in vocabulary().yes else ""
        if not said:
            self.refuse("card", f"{self._quoted(text)} is neither yes nor no", "Write yes or no, or leave it empty.")
        return said

    def _one(self, column: str, known: Collection[str]) -> str:
        text = self.cells.get(column, "")
        entry = _id_of(text)
        if entry and entry not in known:
            return self._mended(column, text, known)
        return entry

    def _unknown(self, column: str, entry: str, known: Collection[str]) -> str:
        """Refuses an entry. The known one that it was probably to be, or ""."""
        near = suggestion(_id_of(entry), known)
        hint = f"Did you mean “{near}”?" if near else _choice(known)
        self.refuse(column, f"{self._quoted(entry)} is not known here", hint)
        return near

    def _mended(self, column: str, entry: str, known: Collection[str]) -> str:
        """The same, where the order goes on with the suggested word."""
        near = self._unknown(column, entry, known)
        self.suggested += bool(near)
        return near

    def _language(self) -> str:
        text = self.cells.get("language", "")
        if not text:
            self.refuse("language", "is empty", _choice(self.known.languages))
            return ""
        folded = text.casefold()
        tags = {tag.casefold(): tag for tag in self.known.languages}
        named = {name.casefold(): tag for name, tag in self.known.language_names.items()}
        tag = tags.get(folded) or named.get(folded, "")
        if not tag:
            elsewhere = language_names(self.known.languages)
            tag = elsewhere.get(folded, "")
            if tag not in self.known.languages:
                near = suggestion(folded, [*tags, *named])
                hint = f"Did you mean “{near}”?" if near else _choice(self.known.languages)
                more = "A clinic file may map other names (roster: languages)."
                shown = self._quoted(text, {plainly(name) for name in elsewhere})
                self.refuse("language", f"{shown} is not a language of these sheets", f"{hint} {more}")
        return tag

    def _clinician(self) -> Clinician | None:
        entry = self.cells.get("clinician", "")
        if not entry:
            return None
        for key, one in self.known.clinicians.items():
            if entry.casefold() in {key.casefold(), one.name.casefold()}:
                return one
        return Clinician(entry)

    def _date(self, column: str, before: date | None = None) -> date | None:
        text = self.cells.get(column, "")
        if nothing(text):
            return None
        try:
            day = read_date(text, self.known.date_order)
        except UnclearDateError as error:
            self.refuse(column, f"{self._quoted(text)} {error.what}", error.hint)
            return None
        if before is not None and day > before:
            self.refuse(column, "is a day still to come", "Write the day of birth: 1975-02-01.")
        return day

    def _copies(self) -> int:
        text = self.cells.get("copies", "") or "1"
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_COPIES):
            hint = "Write it in figures; leave it empty for one copy."
            self.refuse("copies", f"{self._quoted(text)} is not a number from 1 to {MOST_COPIES}", hint)
            return 1
        return int(text)


def private_words(rows: Iterable[TableRow], names: Mapping[str, str]) -> frozenset[str]:
    """Every word that a list says of its patients and who treats them: no message shows one."""
    columns = [column for column, ours in names.items() if ours in {"name", "reference", "born", "clinician"}]
    texts = (row.cells.get(column, "") for row in rows for column in columns)
    return frozenset(word for text in texts for word in plainly(text).replace("-", " ").split())


def _id_of(entry: str) -> str:
    return entry.strip().casefold().replace(" ", "-").replace("_", "-")


def _choice(known: Collection[str]) -> str:
    names = sorted(known)
    more = ", …" if len(names) > MOST_LISTED else ""
    return f"Known: {', '.join(names[:MOST_LISTED])}{more}."
