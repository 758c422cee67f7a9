"""Editions without a clinic file, where page 1 is shortest of room; all of them: `python -m tests.matrix.editions`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handout.content import shipped_root
from handout.pipeline import open_shop, publish
from handout.prescription import Order


@pytest.mark.slow
def test_a_line_to_write_the_number_on_is_nothing_that_gives_way(tmp_path: Path) -> None:
    """It leaves page 1 as a line, never as hours, of which there are none."""
    shop = open_shop([shipped_root()], None, date(2026, 11, 20), tmp_path, ["fil"])
    made = publish(Order(0, ("back",), "fil", style="large-print", paper="letter"), "back", shop)
    assert "hours" not in {tag.id for tag in made.laid.pages.tree.children}
