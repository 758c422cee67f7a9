"""`handout list`: every routine, exercise and language, and how far each language is."""

from __future__ import annotations

import pytest

from handout.authoring.listing import listing
from handout.content import load, shipped_root
from handout.errors import UsageError

LIBRARY, _ = load((shipped_root(),))


@pytest.mark.parametrize("what", ["routines", "exercises", "languages"])
def test_every_thing_has_one_row_as_wide_as_the_head(what: str) -> None:
    table = listing(what, LIBRARY)
    assert [row[0] for row in table.rows] == sorted(getattr(LIBRARY, what))
    assert {len(row) for row in table.rows} == {len(table.head)}


def test_english_is_complete_and_a_language_without_words_is_not() -> None:
    rows = {
        row[0]: dict(zip(listing("languages", LIBRARY).head, row, strict=True))
        for row in listing("languages", LIBRARY).rows
    }
    routines = len(LIBRARY.routines)
    assert rows["en"]["complete"] == f"{routines} of {routines}"
    assert rows["en"]["missing"] == "0"


def test_another_list_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no list of “patients”"):
        listing("patients", LIBRARY)
