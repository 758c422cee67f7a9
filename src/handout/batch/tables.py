"""A roster file as a table of text: CSV, Excel or YAML, whatever a practice system exports.

Row numbers are the spreadsheet's own. Nothing is guessed about a cell: every cell is text. The header is
the first row that names two columns we know; a title may stand above it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handout.batch.text_lists import Lines, lines_of
from handout.batch.vocabulary import plainly, vocabulary
from handout.batch.workbook import MOST_ROWS, sheet_lines
from handout.batch.yaml_lists import entries_of
from handout.errors import BatchError, Finding, Place

MOST_BYTES = 32 * 1024 * 1024
HEADER_WITHIN = 25  # rows: a title, an address, a date may stand above the header


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number in the file, and its cells by column name (never printed in a message)."""

    number: int
    cells: dict[str, str]

    @property
    def empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells.values())

    def __repr__(self) -> str:
        return f"Row({self.number})"  # cells are private


@dataclass(frozen=True, slots=True)
class Table:
    """A roster as written: column names in order, the row that names them, and the rows that hold something."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    header: int = 1


def meaning(column: str) -> str:
    """What we call the column of that name; "" for one that nobody knows."""
    return vocabulary().columns.get(plainly(column), "")


def read_table(path: Path, means: Callable[[str], str] = meaning, encoding: str = "") -> Table:
    """Read a roster. `means` gives our name of a list's column; `encoding` is the clinic's old code page.

    Raises BatchError when the file as a whole cannot be used.
    """
    if not path.is_file():
        raise _refusal(path, "there is no such file", "Check the name after --roster.")
    if path.stat().st_size > MOST_BYTES:
        raise _refusal(path, "the roster is larger than 32 MB", "Split the list into several files.")
    suffix = path.suffix.lower()
    if suffix in {".xlsx", ".xlsm"}:
        return _table(path, sheet_lines(path), means)
    if suffix in {".yaml", ".yml"}:
        columns, entries = entries_of(path)
        return Table(path.name, columns, tuple(TableRow(number, cells) for number, cells in entries))
    if suffix in {".csv", ".tsv", ".txt"}:
        return _table(path, lines_of(path.read_bytes(), path.name, means, encoding), means)
    raise _refusal(
        path, f"cannot read {suffix or 'a file without an ending'}", "Save the list as CSV or Excel (.xlsx)."
    )


def _refusal(path: Path, what: str, hint: str, line: int = 1) -> BatchError:
    return BatchError(Finding(what, hint, Place(path.name, line)))


def _table(path: Path, lines: Lines, means: Callable[[str], str]) -> Table:
    held = [(number, line) for number, line in lines if any(cell.strip() for cell in line)]
    if not held:
        raise _refusal(path, "the list is empty", "Put name, language, routine … in the first row, then the patients.")
    if len(held) > MOST_ROWS:
        raise _refusal(path, f"the list has more than {MOST_ROWS} rows", "Split it into several files.")
    at = _header_of(held, means)
    number, names = held[at]
    columns = [name.strip() for name in names]
    while not columns[-1]:
        columns.pop()
    twice = next((name for name in columns if name and columns.count(name) > 1), "")
    if twice:  # by letter: where the header is missing, this row is a patient's
        first, second = [letter_of(index) for index, name in enumerate(columns, 1) if name == twice][:2]
        what = f"columns {first} and {second} have the same name"
        raise _refusal(path, what, f"Rename or delete one of them; row {number} is taken for the header.", number)
    named = [name or f"\0{letter_of(index)}" for index, name in enumerate(columns, 1)]  # a column without a name
    rows = tuple(TableRow(number, _cells(named, line)) for number, line in held[at + 1 :])
    return Table(path.name, tuple(columns), rows, number)


def _header_of(held: Lines, means: Callable[[str], str]) -> int:
    """Where the header is: the first row with two names of columns; else with one; else the first."""
    for least in (2, 1):
        for index, (_, line) in enumerate(held[:HEADER_WITHIN]):
            if len({ours for cell in line if (ours := means(cell))}) >= least:
                return index
    return 0


def _cells(named: list[str], line: list[str]) -> dict[str, str]:
    """A row's cells by column. One with no column is kept under "", so that the row is refused for it."""
    cells = {name: line[index] if index < len(line) else "" for index, name in enumerate(named)}
    surplus = [cell for cell in line[len(named) :] if cell.strip()]
    surplus += [cells[name] for name in named if name.startswith("\0") and cells[name].strip()]
    kept = {name: cell for name, cell in cells.items() if not name.startswith("\0")}
    return {**kept, "": surplus[0]} if surplus else kept


def letter_of(index: int) -> str:
    """A column as a spreadsheet calls it: 1 is A, 27 is AA."""
    letters = ""
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
