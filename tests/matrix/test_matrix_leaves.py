"""Two pages hold every shipped routine in every language, whole."""

from __future__ import annotations

import pytest
from matrix_sheets import TODAY

from handout.content import shipped_root
from handout.pipeline import lay, open_shop
from handout.prescription import Order
from handout.shop import Shop
from handout.store import cache_folder

ROUTINES = ("back", "upper-back")
FULLEST = {("fil", "upper-back"), ("fr", "upper-back"), ("ar", "upper-back")}  # of the words of today
TAGS = sorted(path.stem for path in (shipped_root() / "assets" / "languages").glob("*.yaml"))
HOURS = [{"days": day, "from": "08:00", "to": end} for day, end in (("mon-thu", "18:00"), ("fri", "16:30"))]
CLINIC = f"""
name: Riverside Physiotherapy
address: 12 Mill Lane, Leeds LS1 4AB
telephone: "0113 496 0000"
country: GB
logo: logo.svg
hours: {HOURS}
"""


@pytest.fixture(scope="module")
def plain() -> Shop:
    return open_shop([shipped_root()], None, TODAY, cache_folder())


def fits(tag: str, routine: str, shop: Shop) -> bool:
    """Whether it is two pages, with nothing of the panel over the page."""
    laid = lay(Order(2, (routine,), tag, paper="a4", length="leaf"), routine, shop)
    assert laid.notices == ()
    return len(laid.pages.pages) == 2 and laid.pages.panel_order == "front"


@pytest.mark.parametrize(("tag", "routine"), sorted(FULLEST))
def test_two_pages_hold_the_leaves_with_most_words(tag: str, routine: str, plain: Shop) -> None:
    assert fits(tag, routine, plain)


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_two_pages_of_a4_hold_every_leaf(tag: str, routine: str, plain: Shop) -> None:
    assert fits(tag, routine, plain)
