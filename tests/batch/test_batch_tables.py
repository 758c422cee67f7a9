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
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
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


def test_empty_rows_are_passed_over_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    table = written(tmp_path, b"name;language\nSam;en\n;\nAna;en\n;\n\n")
    assert [row.number for row in table.rows] == [2, 4]


def test_a_quotation_mark_that_is_never_closed_stops_the_list_by_its_line(tmp_path: Path) -> None:
    message = refused(tmp_path, b'name;language\nSam;en\n"Quillon;en\nAna;en\n')
    assert "monday.csv:3" in message
    assert "never closed" in message
    assert "Quillon" not in message


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("monday.csv", b"", "the list is empty"),
        ("monday.csv", b"name\0;\0l\0a\0n\0g", "not a text file"),
        ("monday.csv", b"name;name\nSam;Ana\n", "columns A and B have the same name"),
        ("monday.xlsx", b"PK not really", "not an Excel file, or it is damaged"),
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


PAGES = {
    "windows-1250": "Żaneta Łoś", "windows-1251": "Иван Петров", "windows-1256": "محمد علي", "mac-roman": "Jürgen Groß",
    "gbk": "李小龍", "shift_jis": "山田太郎", "windows-1252": "Íñigo Núñez",
}  # fmt: skip


@pytest.mark.parametrize(("page", "name"), PAGES.items())
def test_an_old_code_page_is_read_where_the_clinic_names_it_and_refused_otherwise(
    tmp_path: Path, page: str, name: str
) -> None:
    path = tmp_path / "monday.csv"
    path.write_bytes(f"name;language;routine\n{name};en;back\n".encode(page))
    with pytest.raises(BatchError, match="old code page") as caught:
        read_table(path)
    assert "CSV UTF-8" in str(caught.value)
    assert read_table(path, encoding=page).rows[0].cells["name"] == name
    path.write_bytes(f"name;language;routine\n{name};en;back\n".encode())
    assert read_table(path, encoding=page).rows[0].cells["name"] == name  # UTF-8 says of itself that it is


def test_what_a_spreadsheet_puts_above_the_header_is_passed_over(tmp_path: Path) -> None:
    text = "Elm Street Physio\nMonday, 23 November\n\nPatient;Sprache;Übungen\nSam, Jr;en;back\n"
    table = written(tmp_path, text.encode())
    assert (table.header, table.columns) == (4, ("Patient", "Sprache", "Übungen"))
    assert [(row.number, row.cells["Patient"]) for row in table.rows] == [(5, "Sam, Jr")]
    table = written(tmp_path, b"sep=;\nname;language\nSam, Jr;en\n")
    assert [(row.number, row.cells["name"]) for row in table.rows] == [(2, "Sam, Jr")]


def test_a_row_with_a_cell_under_no_name_is_refused_for_it(tmp_path: Path) -> None:
    rows = written(tmp_path, b"name;;language\nSam;;en\nAna;x;en\nBo;;en;y\n").rows
    assert ["" in row.cells for row in rows] == [False, True, True]
