"""A sheet is set at its full leading, and closer only where that saves paper or keeps what would be left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from layout_specimens import ENGLISH, boxes, manuscript, theme

from handout.layout import Pages, Setup, TextItem, lay_out, stock
from handout.layout.sheet import set_sheet
from handout.layout.stock import sheets

# White below the foot, pt: pages of much room, and of less; and the leading of either.
FEET = {"standard": ((60, 16.2), (138, 15.0)), "large-print": ((18, 24.3), (45, 22.5))}
HOLED = 28  # of a room that leaves a hole


def sheet(style: str, foot: float) -> Pages:
    own, made = theme(style), manuscript(style=style)
    return lay_out(made, boxes(made), replace(own, page=replace(own.page, foot=foot)), ENGLISH)


def leadings(pages: Pages) -> set[float]:
    """From line to line of the steps of exercises."""
    found: set[float] = set()
    for page in pages.pages:
        lines: dict[str, list[float]] = defaultdict(list)
        for item in page.items:
            if isinstance(item, TextItem) and "/steps/" in item.tag:
                lines[item.tag].append(item.y)
        found |= {round(b - a, 2) for ys in lines.values() for a, b in pairwise(sorted(set(ys)))}
    return found


@pytest.mark.parametrize("style", FEET)
def test_it_is_closer_only_where_that_saves_paper_or_words(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [sheet(style, foot) for foot, _ in FEET[style]]
    monkeypatch.setattr(Setup, "denser", lambda self: self)
    airy = [sheet(style, foot) for foot, _ in FEET[style]]
    full, _ = (leading for _, leading in FEET[style])
    for own, wide, (_, leading) in zip(made, airy, FEET[style], strict=True):
        assert leadings(own) == {leading}
        less = sheets(len(wide.pages)) - sheets(len(own.pages)), len(own.tree.children) - len(wide.tree.children)
        if leading < full:
            assert less > (0, 0)
        else:
            assert own == wide


def test_closer_large_print_has_the_parts_of_the_panel_behind_page_1_closer_and_page_1_as_it_was() -> None:
    made = manuscript(style="large-print")
    both = [set_sheet(made, boxes(made), theme("large-print"), ENGLISH, close=close) for close in (False, True)]
    airy, close = (next(sheet.openings()) for sheet in both)
    assert [passage.height for passage in close.first] == [passage.height for passage in airy.first]
    assert close.then[0].kind == "safety"
    assert close.then[0].height < airy.then[0].height - 10


def test_it_is_closer_where_a_page_would_end_in_a_hole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert leadings(sheet("standard", HOLED)) == {15.0}
    monkeypatch.setattr(stock, "HOLE", 600.0)
    assert leadings(sheet("standard", HOLED)) == {16.2}
