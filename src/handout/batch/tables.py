"""A roster file as a table of text: CSV, Excel or YAML, whatever a practice system exports.

Row numbers are the spreadsheet's own: the header is row 1. Text is UTF-8 (with or without a mark), UTF-16
with a mark, else Windows-1252, because that is what spreadsheets write. Nothing is guessed about a cell:
every cell is text.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from handout.errors import BatchError, Finding, HandoutError, Place
from handout.source import Mapping, Node, Scalar, Sequence, read

DELIMITERS = ",;\t"
MOST_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
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
    """A roster as written: column names in order, and rows. Empty rows at the end are dropped."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """Read a roster. Raises BatchError when the file as a whole cannot be used."""
    if not path.is_file():
        raise _refusal(path, "there is no such file", "Check the name after --roster.")
    if path.stat().st_size > MOST_BYTES:
        raise _refusal(path, "the roster is larger than 32 MB", "Split the list into several files.")
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _from_excel(path)
    if suffix in {".yaml", ".yml"}:
        return _from_yaml(path)
    if suffix in {".csv", ".tsv", ".txt"}:
        return _from_text(path)
    raise _refusal(
        path, f"cannot read {suffix or 'a file without an ending'}", "Save the list as CSV or Excel (.xlsx)."
    )


def _refusal(path: Path, what: str, hint: str, line: int = 1) -> BatchError:
    return BatchError(Finding(what, hint, Place(path.name, line)))


def decode(content: bytes) -> str:
    """Text of a file by the rule above."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("windows-1252", errors="replace")


def delimiter_of(header: str) -> str:
    """The delimiter that occurs most in the header line, outside quotes."""
    bare = "".join(part for index, part in enumerate(header.split('"')) if index % 2 == 0)
    return max(DELIMITERS, key=bare.count)


def _from_text(path: Path) -> Table:
    text = decode(path.read_bytes())
    if "\0" in text:
        raise _refusal(path, "this is not a text file", "Save the list as CSV, or give the .xlsx itself.")
    header = text.split("\n", 1)[0]
    return _table(path, list(enumerate(_split(path, text, delimiter_of(header)), 1)))


def _split(path: Path, text: str, delimiter: str) -> list[list[str]]:
    """The cells of a CSV text. Raises BatchError when a quotation mark is never closed: it would swallow rows."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for _ in rows:
            start = rows.line_num + 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            what = "a quotation mark is opened in this line and never closed"
            raise _refusal(path, what, "Close it, or delete it.", start) from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise _refusal(path, "this is not a CSV file that can be read", "Save the list again as CSV.") from None


def _from_excel(path: Path) -> Table:
    import openpyxl  # slow to load, and most rosters are CSV

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise _refusal(
            path, "Excel itself could not have saved this file", "Save the list again as .xlsx."
        ) from None
    sheet = book.worksheets[0]
    lines = [(number, [_cell(value) for value in line]) for number, line in enumerate(sheet.values, 1)]
    book.close()
    return _table(path, lines)


def _cell(value: object) -> str:
    """A spreadsheet's typed cell as the text a person sees."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _from_yaml(path: Path) -> Table:
    try:
        node = read(path, path.name)
    except HandoutError as error:
        raise BatchError([_unquoted(finding) for finding in error.findings]) from None
    if not isinstance(node, Sequence) or not all(isinstance(item, Mapping) for item in node.items):
        raise _refusal(path, "a YAML roster is a list of patients", "Begin each patient with “- name: …”.")
    rows: list[Row] = []
    columns: list[str] = []
    for number, item in enumerate(node.items, 2):  # as if the keys were a header in row 1
        assert isinstance(item, Mapping)
        rows.append(Row(number, {key.text: _yaml_cell(value) for key, value in item.entries}))
        columns += [key.text for key, _ in item.entries if key.text not in columns]
    return Table(path.name, tuple(columns), tuple(rows))


def _unquoted(finding: Finding) -> Finding:
    """A finding without what it quotes: a roster holds patients."""
    what, hint = (re.sub("“[^”]*”", "“…”", text) for text in (finding.what, finding.hint))
    return replace(finding, what=what, hint=hint, path="")


def _yaml_cell(node: Node) -> str:
    """A list becomes a comma list; a mapping of doses becomes `key=value`."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return ", ".join(_yaml_cell(item) for item in node.items)
    pairs: list[str] = []
    for key, value in node.entries:
        if isinstance(value, Mapping):
            pairs += [f"{key.text}.{name.text}={_yaml_cell(inner)}" for name, inner in value.entries]
        else:
            pairs.append(f"{key.text}={_yaml_cell(value)}")
    return ", ".join(pairs)


def _table(path: Path, lines: list[tuple[int, list[str]]]) -> Table:
    if not lines or not any(cell.strip() for cell in lines[0][1]):
        raise _refusal(path, "row 1 has no column names", "Put name, language, routine … in the first row.")
    columns = [name.strip() for name in lines[0][1]]
    while columns and not columns[-1]:
        columns.pop()
    twice = next((name for name in columns if name and columns.count(name) > 1), "")
    if twice:  # by number: where the header is missing, row 1 is a patient's
        first, second = [index for index, name in enumerate(columns, 1) if name == twice][:2]
        what = f"columns {first} and {second} have the same name"
        raise _refusal(path, what, "Rename or delete one of them; row 1 holds the names of the columns.")
    rows: list[Row] = []
    for number, line in lines[1:]:
        cells = dict(zip(columns, line, strict=False))
        surplus = [cell for cell in line[len(columns) :] if cell.strip()]
        if surplus:
            cells[""] = surplus[0]  # a cell with no column: the row is refused by name of that fault
        rows.append(
            Row(number, {name: cells.get(name, "") for name in (*columns, *([""] if surplus else []))})
        )
    while rows and rows[-1].empty:
        rows.pop()
    return Table(path.name, tuple(columns), tuple(rows))
