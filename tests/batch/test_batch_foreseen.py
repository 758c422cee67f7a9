"""A row with a mistyped word also says what would refuse it next, so that nobody comes back a third time."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from handout.batch.foreseen import foreseen
from handout.batch.one_patient import read_patient
from handout.batch.roster import COLUMNS, Known, Refusal, Roster, read_orders
from handout.batch.tables import Table, TableRow
from handout.content import load, shipped_root
from handout.shop import Shop

GOOD = {"name": "Quillon Zebedee", "reference": "QZ-001", "language": "en", "routine": "back"}


@cache
def shop() -> Shop:
    return Shop(load([shipped_root()], ["en"])[0], date(2026, 11, 20), Path("nowhere"))


def known() -> Known:
    library = shop().library
    flags = sorted({one.flag for one in library.safety.conditions.values()})
    return Known(sorted(library.routines), sorted(library.exercises), flags, ["en"], ["ana"], shop().today)


def told(roster: Roster) -> list[str]:
    (refusal,) = roster.refusals
    return [one.what for one in foreseen(refusal, shop()).findings]


def row(**change: str) -> Roster:
    cells = {name: {**GOOD, **change}.get(name, "") for name in COLUMNS}
    return read_orders(Table("monday.csv", tuple(COLUMNS), (TableRow(10, cells),)), known())


ROLLER = 'roller-mid-back is not for a patient with the flag "pregnancy"'


def test_a_mistyped_flag_says_what_the_flag_that_was_meant_refuses() -> None:
    assert told(row(flags="pregnant")) == [
        "row 10, flags (J10): “pregnant” is not known here",
        f"row 10, back, with that mended: {ROLLER}",
    ]


def test_every_other_mistyped_word_is_taken_as_it_was_meant_too() -> None:
    said = told(row(routine="bakc", flags="pregnant", exclude="roler-mid-back", person="anna", side="lefft"))
    assert len(said) == 5
    assert not any("with that mended" in one for one in said)


@pytest.mark.parametrize("change", [{"flags": "qwertz"}, {"flags": "pregnant", "copies": "two"}])
def test_where_nobody_knows_what_was_meant_nothing_is_foreseen(change: dict[str, str]) -> None:
    assert not any("with that mended" in one for one in told(row(**change)))


def test_one_patient_without_a_list_is_told_the_same() -> None:
    cells = {**GOOD, "flags": "pregnant"}
    assert told(read_patient(cells, known())) == [
        "--flag: “pregnant” is not known here",
        f"back.en, with that mended: {ROLLER}",
    ]


def test_a_row_that_is_whole_but_for_a_typo_has_no_more_reasons() -> None:
    assert told(row(exclude="roler-mid-back")) == ["row 10, exclude (F10): “roler-mid-back” is not known here"]
    assert foreseen(Refusal(2, ()), shop()) == Refusal(2, ())
