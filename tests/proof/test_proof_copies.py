"""What stands in the holes of a copy, by its places on the page."""

from __future__ import annotations

import pytest

from handout.proof.copies import _overlap

ROW = 700.0  # pt, the baseline
FIRST = (50.0, 690.0, 120.0, 710.0)


@pytest.mark.parametrize(
    ("line", "left", "seen"),
    [(ROW, 100.0, True), (ROW, 119.4, True), (ROW, 119.6, False), (ROW, 130.0, False), (ROW - 20, 100.0, False)],
    ids=["well over it", "a little over it", "leaning on it", "clear of it", "a row further down"],
)
def test_what_reaches_over_its_neighbour_on_a_row_is_seen(line: float, left: float, seen: bool) -> None:
    assert _overlap([(line, (left, line - 10, 180.0, line + 10)), (ROW, FIRST)]) is seen
