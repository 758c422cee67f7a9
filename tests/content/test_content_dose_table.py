"""One table of the fields of a dose: nothing that a file may hold is without its row."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from handout.content.dose import FIELDS, Dose, given
from handout.content.schema.doses import DOSE
from handout.errors import Finding
from handout.language import read_language
from handout.source import parse

LANGUAGES = sorted((Path(__file__).parents[2] / "assets/languages").glob("*.yaml"))


def read(text: str) -> tuple[Dose | None, list[Finding]]:
    findings: list[Finding] = []
    return DOSE.read(parse(text, "exercise.yaml"), "dose", findings), findings


def test_every_number_of_a_dose_has_its_row_and_every_row_is_a_field() -> None:
    assert {one.name for one in fields(Dose)} == {*FIELDS, "per"}


def test_a_file_may_hold_exactly_the_fields_of_the_table() -> None:
    assert {item.name for item in DOSE.fields} == {*FIELDS, "per"}


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_phrase_that_the_table_names_is_said_by_every_language(path: Path) -> None:
    language = read_language(path)
    for row in FIELDS.values():
        assert row.counted_as in language.counts
        for use in row.said_by:
            table, _, name = use.partition(".")
            assert name in getattr(language, table) or name.endswith(("_each_way", "_each_side"))


def test_given_are_the_numbers_that_are_there_and_no_others() -> None:
    dose = Dose(times_a_day=2, repetitions=5, load_kg=12.5)
    assert given(dose) == {"repetitions": 5, "sets": 1, "load_kg": 12.5, "times_a_day": 2}


def test_a_rest_between_sets_needs_sets() -> None:
    dose, findings = read("{repetitions: 5, times_a_day: 2, rest_s: 60}\n")
    assert dose is None
    assert [finding.what for finding in findings] == ["a rest between sets needs more than one set"]
    assert read("{repetitions: 5, times_a_day: 2, rest_s: 60, sets: 3}\n")[0] is not None
