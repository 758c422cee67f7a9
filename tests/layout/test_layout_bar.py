"""The name of an exercise stands clear of the line before its doses, in every edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from handout.content import shipped_root
from handout.layout.blocks.bar import CLEAR, set_bar
from handout.layout.frame import Block
from handout.layout.pages import TextItem
from handout.layout.setup import Setup, setup_of
from handout.manuscript import ExerciseCard, blank_manuscript
from handout.pipeline import open_shop, prescription_of
from handout.prescription import Order
from handout.shop import Shop
from handout.store import cache_folder
from handout.text import Line, PlacedRun, reach

ROUTINES = ("back", "upper-back")
PAPERS = ("a4", "letter")


@pytest.fixture(scope="module")
def shop() -> Shop:
    return open_shop([shipped_root()], None, date(2026, 11, 20), cache_folder())


def bars(tag: str, shop: Shop, *, close: bool = False) -> Iterator[tuple[str, Block, Setup]]:
    """Every bar of both routines on both papers, with the name in it; set closer or not."""
    for routine in ROUTINES:
        own = prescription_of(Order(2, (routine,), tag), routine, shop)
        for paper in PAPERS:
            setup = setup_of(paper, shop.theme(own.style), shop.setting(own.edition.language))
            setup = setup.denser() if close else setup
            for card in blank_manuscript(own, shop.kept).all(ExerciseCard):
                yield card.name.plain, set_bar(card, setup, "x")[0], setup


def inked(items: list[TextItem]) -> tuple[float, float]:
    """Where words begin and end, without the space that hangs at the end of a line."""
    low = min(item.x for item in items)
    blank = {id(item): sum(g.advance for g in item.run.glyphs if not g.cluster.strip()) for item in items}
    ends = (item.x + item.run.width - (blank[id(item)] if item.run.text.endswith(" ") else 0.0) for item in items)
    return low, max(ends)


def white(block: Block, setup: Setup) -> float:
    """Between the name and the line before the first dose beside it; endless where all doses stand below it."""
    texts = [item for item in block.items if isinstance(item, TextItem)]
    name = [item for item in texts if item.tag == "x/name/words"]
    size, last = setup.theme.card, max(item.y for item in name)
    doses = [item for item in texts if item.tag.startswith("x/dose") and item.y < last + size.icon]
    if not doses:
        return float("inf")
    before = size.cell_start + size.icon + size.icon_gap
    low, high = inked(name)
    if setup.setting.direction == "rtl":
        return low - (inked(doses)[1] + before)
    return inked(doses)[0] - before - high


def test_a_name_ends_at_least_eight_points_before_its_doses_in_every_edition(shop: Shop) -> None:
    """It was 1 pt in Polish (Pośladki do pięt), 4 in Spanish (Postura del niño)."""
    close = {
        (tag, name): round(gap, 1)
        for tag in sorted(shop.library.languages)
        for name, block, setup in bars(tag, shop)
        if (gap := white(block, setup)) < CLEAR - 0.01
    }
    assert CLEAR == 8
    assert close == {}


@pytest.mark.parametrize("tag", ["ar", "hi"])
def test_marks_of_doses_stand_clear_of_the_rules_of_a_bar_however_close_it_is_set(tag: str, shop: Shop) -> None:
    """Marks over and under Arabic letters reached the rules."""
    for name, block, setup in bars(tag, shop, close=True):
        size = setup.theme.card
        doses = [item for item in block.items if isinstance(item, TextItem) and item.tag.startswith("x/dose")]
        ink = [(item.y, *reach(Line((PlacedRun(0, item.run),), 0, item.run.width))) for item in doses]
        above = min(y - up for y, up, _ in ink) - size.rule
        below = block.height - size.under - max(y + down for y, _, down in ink)
        assert min(above, below) >= 1.5, name
