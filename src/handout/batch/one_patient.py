"""One patient without a list: options of the command line, read by the same rules as a row of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout.batch.columns import Known
from handout.batch.roster import Refusal, Roster
from handout.batch.rows import Naming, RowReader, private_words
from handout.batch.tables import TableRow

# A column of a list -> the option that says the same.
OPTIONS = {
    "name": "--name", "reference": "--reference", "born": "--born", "doses": "--dose", "exclude": "--exclude",
    "include": "--include", "flags": "--flag", "side": "--side", "note": "--note-file", "clinician": "--clinician",
    "date": "--date", "language": "--lang", "routine": "ROUTINE", "style": "--style", "length": "--length",
    "card": "--card", "paper": "--paper", "person": "--person", "copies": "--copies",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OptionNaming(Naming):
    """Messages call a value by its option."""

    def of(self, row: int, column: str) -> str:  # noqa: ARG002 (there is one row)
        """The start of a message."""
        return OPTIONS.get(column, column)


def read_patient(cells: Mapping[str, str], known: Known) -> Roster:
    """The order of these cells, by column; or every reason why it is none."""
    row = TableRow(0, dict(cells))
    names = {column: column for column in cells}
    reader = RowReader(row, names, known, OptionNaming({}, private_words([row], names)))
    order = reader.order({})
    if order is None or reader.findings:
        meant = order if reader.suggested == len(reader.findings) else None
        return Roster("", (), (Refusal(0, tuple(reader.findings), meant),))
    return Roster("", (order,), ())
