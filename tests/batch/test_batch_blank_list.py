"""The list that `new roster` writes: what it offers, and that it is read as it is."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
from test_batch_rows import KNOWN

from handout.batch.blank_list import blank_csv, blank_workbook
from handout.batch.roster import COLUMNS, read_orders
from handout.batch.tables import read_table


def test_both_lists_are_read_as_they_are_written(tmp_path: Path) -> None:
    for name, content in {"a.csv": blank_csv(";"), "b.csv": blank_csv(","), "c.xlsx": blank_workbook(KNOWN)}.items():
        (tmp_path / name).write_bytes(content)
        table = read_table(tmp_path / name)
        assert list(table.columns) == COLUMNS
        roster = read_orders(table, KNOWN)
        assert [order.routines for order in roster.orders] == [("back",)], roster.refusals


def test_each_cell_that_may_hold_known_entries_only_offers_them() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(replace(KNOWN, flags=["pregnancy", "osteoporosis"]))))
    sheet, choices = book.worksheets
    offered = {}
    for choice in sheet.data_validations.dataValidation:
        column = sheet[str(choice.sqref).split(":")[0][0] + "1"].value
        cells = choices[choice.formula1.split("!")[1].replace("$", "")]
        offered[column] = [cell[0].value for cell in cells]
    assert offered["language"] == ["en", "es", "pt-BR"]
    assert offered["flags"] == ["osteoporosis", "pregnancy"]
    assert offered["style"] == ["standard", "large-print", "mono"]
    assert offered["side"] == ["left", "right"]
    assert set(offered) == set(COLUMNS) - {"name", "reference", "born", "doses", "note", "date", "copies"}


def test_a_reference_keeps_its_zeros_in_the_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(blank_workbook(KNOWN))).worksheets[0]
    assert sheet["B2"].number_format == "@"
