"""Excel files that nobody's Excel wrote: a finding about the file, soon, and in little memory."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from handout.batch.tables import read_table
from handout.errors import BatchError

SHEET = "xl/worksheets/sheet1.xml"
MOST_S, MOST_BYTES = 5.0, 60_000_000


def workbook(*, far: str = "") -> bytes:
    """A list of one patient; `far` names one more cell that holds something."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["name", "reference", "language", "routine"])
    sheet.append(["Quillon Zebedee", "QZ-1", "en", "back"])
    if far:
        sheet[far] = "x"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rezipped(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same workbook with its parts changed; None leaves a part out."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(name, changed)
    return content.getvalue()


def one_part(part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    return rezipped(lambda name, content: change(content) if name == part else content)


def bomb(content: bytes) -> bytes:
    return content.replace(b"</sheetData>", b"<row/>" * 12_000_000 + b"</sheetData>")


def strange_string(sheet: bytes) -> bytes:
    return sheet.replace(b't="inlineStr"><is><t>name</t></is>', b't="s"><v>999</v>')


def many_parts() -> bytes:
    content = io.BytesIO(workbook())
    with zipfile.ZipFile(content, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/media/{number}.png", b"")
    return content.getvalue()


ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut in half": (lambda: workbook()[:2000], "damaged"),
    "no zip": (lambda: b"PK\x03\x04 not really", "damaged"),
    "empty": (lambda: b"", "damaged"),
    "password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "password"),
    "no sheet": (lambda: one_part(SHEET, lambda _: None), "damaged"),
    "no workbook": (lambda: one_part("xl/workbook.xml", lambda _: None), "damaged"),
    "no types": (lambda: one_part("[Content_Types].xml", lambda _: None), "damaged"),
    "sheet cut": (lambda: one_part(SHEET, lambda content: content[: len(content) // 2]), "damaged"),
    "sheet is no XML": (lambda: one_part(SHEET, lambda _: b"name;language"), "damaged"),
    "string out of range": (lambda: one_part(SHEET, strange_string), "damaged"),
    "row is a word": (lambda: one_part(SHEET, lambda one: one.replace(b'<row r="1"', b'<row r="one"')), "damaged"),
    "cell is nowhere": (lambda: one_part(SHEET, lambda one: one.replace(b'r="A1"', b'r="11A"')), "damaged"),
    "style out of range": (lambda: one_part("xl/styles.xml", lambda _: b"<styleSheet/>"), ""),
    "entities": (lambda: one_part(SHEET, lambda one: ENTITIES + one), ""),
    "workbook without sheets": (
        lambda: one_part("xl/workbook.xml", lambda one: one.partition(b"<sheets>")[0] + b"<sheets/></workbook>"),
        "damaged",
    ),
    "far cell": (lambda: workbook(far="XFD1048576"), "the cell XFD1048576 holds something, far outside the list"),
    "far column": (lambda: workbook(far="ZZ3"), "the cell ZZ3 holds"),
    "bomb": (lambda: one_part(SHEET, bomb), "unpacks to far more"),
    "bomb of text": (
        lambda: one_part("xl/styles.xml", lambda one: one + b" " * 70_000_000), "unpacks to far more",
    ),
    "many parts": (lambda: many_parts(), "unpacks to far more"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_damaged_or_hostile_workbook_is_a_finding_in_bounded_time_and_memory(tmp_path: Path, kind: str) -> None:
    make, said = HOSTILE[kind]
    path = tmp_path / "monday.xlsx"
    path.write_bytes(make())
    tracemalloc.start()
    began = time.process_time()
    try:
        if said:
            with pytest.raises(BatchError) as caught:
                read_table(path)
            assert said in str(caught.value)
            assert "Quillon" not in str(caught.value)
        else:
            assert [row.cells["routine"] for row in read_table(path).rows] == ["back"]
    finally:
        spent, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert spent < MOST_S
    assert peak < MOST_BYTES


def test_a_list_on_the_first_visible_sheet_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    book.create_sheet("Monday").append(["language", "routine"])
    book["Monday"].append(["en", "back"])
    book.save(tmp_path / "monday.xlsx")
    assert [row.number for row in read_table(tmp_path / "monday.xlsx").rows] == [2]
