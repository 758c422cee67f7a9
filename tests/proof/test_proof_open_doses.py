"""Doses to be written in by hand are right on a stock sheet, and a fault on any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import handout
from handout import pipeline
from handout.errors import Private
from handout.manuscript.blocks import PatientRow
from handout.manuscript.text import Inline
from handout.prescription import Order
from handout.proof import proofread


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[pipeline.Laid, bytes]:
    shop = handout.open(languages=["en"], today=date(2026, 11, 20), cache=tmp_path_factory.mktemp("cache"))
    order = Order(0, ("back",), "en", exclude=("cat-cow", "childs-pose", "knee-rolls", "forearm-prop"), stock=True)
    sheet = pipeline.lay(order, "back", shop)
    return sheet, pipeline.finish(sheet).pdf


def said(pdf: bytes, sheet: pipeline.Laid, **changes: bool) -> list[str]:
    found = proofread(pdf, replace(sheet.manuscript, **changes), sheet.pictures, None, sheet.symbols)
    return [one.what for one in found]


def test_a_stock_sheet_passes_as_what_it_is_and_as_nothing_else(laid: tuple[pipeline.Laid, bytes]) -> None:
    sheet, pdf = laid
    assert said(pdf, sheet) == []
    assert "The dose of the exercise march is not in numbers." in said(pdf, sheet, stock=False)


def test_a_name_makes_no_stock_sheet(laid: tuple[pipeline.Laid, bytes]) -> None:
    sheet, pdf = laid
    row = next(sheet.manuscript.all(PatientRow))
    named = replace(row, entries=(replace(row.entries[0], inlines=(Inline(Private("Sam Taylor", "name")),)),))
    blocks = tuple(named if block is row else block for block in sheet.manuscript.blocks)
    found = proofread(pdf, replace(sheet.manuscript, blocks=blocks), sheet.pictures, None, sheet.symbols)
    assert "A stock sheet bears a patient's values, and no doses." in [one.what for one in found]
