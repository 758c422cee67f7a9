"""`handout list`: every routine, exercise and language, and how far each language is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handout.authoring.listing import TABLES, listing_of
from handout.content import load, shipped_root
from handout.content.placeholders import names_for_exercise
from handout.errors import UsageError

LIBRARY, _ = load((shipped_root(),))


@pytest.mark.parametrize("what", ["routines", "exercises", "languages", "packs", "countries"])
def test_every_thing_has_one_row_as_wide_as_the_head(what: str) -> None:
    table = listing_of(what, LIBRARY)
    assert [row[0] for row in table.rows] == sorted(getattr(LIBRARY, what))
    assert {len(row) for row in table.rows} <= {len(table.head)}


def test_english_is_complete_and_a_language_without_words_is_not() -> None:
    rows = {
        row[0]: dict(zip(listing_of("languages", LIBRARY).head, row, strict=True))
        for row in listing_of("languages", LIBRARY).rows
    }
    routines = len(LIBRARY.routines)
    assert rows["en"]["complete"] == f"{routines} of {routines}"
    assert rows["en"]["missing"] == "0"


def test_another_list_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no list of “patients”"):
        listing_of("patients", LIBRARY)


@pytest.mark.parametrize("what", TABLES)
def test_a_list_has_rows_as_wide_as_its_head(what: str) -> None:
    table = listing_of(what, LIBRARY)
    assert {len(row) for row in table.rows} <= {len(table.head)}
    assert table.rows or what == "packs"


def test_what_the_lists_hold_is_what_files_may_name() -> None:
    safety = LIBRARY.safety
    assert {row[0] for row in listing_of("flags", LIBRARY).rows} == {one.flag for one in safety.conditions.values()}
    assert {row[0] for row in listing_of("conditions", LIBRARY).rows} == set(safety.conditions)
    assert {row[0] for row in listing_of("signs", LIBRARY).rows} == set(safety.signs)
    assert {row[0] for row in listing_of("equipment", LIBRARY).rows} == set(LIBRARY.equipment.items)
    assert {"ana", "george"} <= {row[0] for row in listing_of("people", LIBRARY).rows}
    assert all("-" not in row[-1][:1] for row in listing_of("signs", LIBRARY).rows)


def test_every_placeholder_that_an_exercise_may_use_is_listed() -> None:
    listed = {name for row in listing_of("placeholders", LIBRARY).rows for name in row[:2]}
    for exercise in LIBRARY.exercises.values():
        names = names_for_exercise(replace(exercise, values={}), LIBRARY.safety)
        assert {f"{{{name}}}" for name in names} <= listed
