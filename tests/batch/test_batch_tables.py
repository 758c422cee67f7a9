"""Rosters as spreadsheets and practice systems save them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from batch_morning import as_csv, rows

from handout.batch.tables import Table, read_table
from handout.errors import BatchError

LIST = rows(4, ["en", "es", "de"], bad=False)


def written(folder: Path, content: bytes, name: str = "monday.csv") -> Table:
    path = folder / name
    path.write_bytes(content)
    return read_table(path)


def refused(folder: Path, content: bytes, name: str = "monday.csv") -> str:
    with pytest.raises(BatchError) as caught:
        written(folder, content, name)
    return str(caught.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_any_delimiter_and_encoding_gives_the_same_table(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    content = as_csv(LIST, delimiter, quoted=True).encode(encoding)
    table = written(tmp_path, content)
    assert [row.number for row in table.rows] == [2, 3, 4, 5]
    assert [row.cells["name"] for row in table.rows] == [row["name"] for row in LIST]
    assert [row.cells["note"] for row in table.rows] == [row["note"] for row in LIST]


def test_an_excel_file_gives_what_a_person_sees(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["name", "reference", "born", "date", "copies", "language", "routine"])
    sheet.append(["Íñigo Núñez", 4857773456, date(1985, 2, 3), datetime(2026, 11, 20), 2.0, "es", "back"])  # noqa: DTZ001 (cells have no zone)
    sheet.append([None] * 7)
    book.save(tmp_path / "monday.xlsx")
    table = read_table(tmp_path / "monday.xlsx")
    assert len(table.rows) == 1
    cells = table.rows[0].cells
    assert cells["reference"] == "4857773456"
    assert (cells["born"], cells["date"], cells["copies"]) == ("1985-02-03", "2026-11-20", "2")


def test_a_yaml_list_may_hold_lists_and_doses(tmp_path: Path) -> None:
    text = (
        "- name: Sam Taylor\n  reference: A-001\n  language: en\n  routine: [back, upper-back]\n"
        "  doses: {seated-twist: {repetitions: 8, hold_s: 10}}\n"
    )
    cells = written(tmp_path, text.encode(), "monday.yaml").rows[0].cells
    assert cells["routine"] == "back, upper-back"
    assert cells["doses"] == "seated-twist.repetitions=8, seated-twist.hold_s=10"


def test_a_fault_in_a_yaml_list_is_told_without_what_the_file_holds(tmp_path: Path) -> None:
    message = refused(tmp_path, b"- name: Quillon Zebedee # the tall one\n  language: en\n", "monday.yaml")
    assert "monday.yaml:1" in message
    assert "Quillon" not in message
    assert "tall" not in message


def test_an_empty_row_in_between_is_kept_and_those_at_the_end_are_dropped(tmp_path: Path) -> None:
    table = written(tmp_path, b"name;language\nSam;en\n;\nAna;en\n;\n\n")
    assert [(row.number, row.empty) for row in table.rows] == [(2, False), (3, True), (4, False)]


def test_a_quotation_mark_that_is_never_closed_stops_the_list_by_its_line(tmp_path: Path) -> None:
    message = refused(tmp_path, b'name;language\nSam;en\n"Quillon;en\nAna;en\n')
    assert "monday.csv:3" in message
    assert "never closed" in message
    assert "Quillon" not in message


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("monday.csv", b"", "row 1 has no column names"),
        ("monday.csv", b"name\0;\0l\0a\0n\0g", "not a text file"),
        ("monday.csv", b"name;name\nSam;Ana\n", "columns 1 and 2 have the same name"),
        ("monday.xlsx", b"PK not really", "Excel itself"),
        ("monday.ods", b"PK", "cannot read .ods"),
        ("monday.yaml", b"name: Sam\n", "list of patients"),
    ],
)
def test_a_file_that_is_no_roster_is_refused_as_a_whole(
    tmp_path: Path, name: str, content: bytes, what: str
) -> None:
    assert what in refused(tmp_path, content, name)


def test_a_roster_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no such file"):
        read_table(tmp_path / "tuesday.csv")


def test_a_row_never_shows_its_cells(tmp_path: Path) -> None:
    table = written(tmp_path, as_csv(LIST).encode())
    assert "Brynhild" not in repr(table)
