"""Two pages hold every shipped routine in every language, whole."""

from __future__ import annotations

import pytest
from matrix_sheets import TODAY, shop_of

from handout.content import shipped_root
from handout.layout.pages import TextItem
from handout.pipeline import lay, open_shop
from handout.prescription import Order
from handout.shop import Shop
from handout.store import cache_folder
from handout.text import Line, PlacedRun, reach

ROUTINES = ("back", "upper-back")
FULLEST = {("fil", "upper-back"), ("fr", "upper-back"), ("ar", "upper-back")}  # of the words of today
LONGEST = ("ar", "de", "es", "fil", "fr", "ru")  # languages
TAGS = sorted(path.stem for path in (shipped_root() / "assets" / "languages").glob("*.yaml"))
CLINIC = """
name: Riverside Physiotherapy
address: 12 Mill Lane, Leeds LS1 4AB
telephone: "0113 496 0000"
country: GB
logo: logo.svg
hours:
  - {days: mon-thu, from: "08:00", to: "18:00"}
  - {days: fri, from: "08:00", to: "16:30"}
  - {days: sat, from: "09:00", to: "12:00"}
"""


@pytest.fixture(scope="module")
def plain() -> Shop:
    return open_shop([shipped_root()], None, TODAY, cache_folder())


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return shop_of(CLINIC, tmp_path_factory.mktemp("clinic"), cache_folder(), LONGEST)


def fits(tag: str, routine: str, shop: Shop, paper: str = "a4") -> bool:
    """Whether it is two pages, with nothing of the panel over the page."""
    laid = lay(Order(2, (routine,), tag, paper=paper, length="leaf"), routine, shop)
    assert laid.notices == ()
    return len(laid.pages.pages) == 2 and laid.pages.panel_order == "front"


@pytest.mark.parametrize(("tag", "routine"), sorted(FULLEST))
def test_two_pages_hold_the_leaves_with_most_words(tag: str, routine: str, plain: Shop) -> None:
    assert fits(tag, routine, plain)


def test_what_stands_first_is_further_from_the_papers_edge_than_printers_leave_white(plain: Shop) -> None:
    """Many printers print nothing in the outer 5 mm; the first line says that no clinician has approved the sheet."""
    first, *_ = lay(Order(2, ("back",), "hi", length="leaf"), "back", plain).pages.pages
    said = (item for item in first.items if isinstance(item, TextItem))
    lines = ((item.y, Line((PlacedRun(0, item.run),), 0, item.run.width)) for item in said)
    assert min(y - reach(line)[0] for y, line in lines) >= 5 / 25.4 * 72


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_two_pages_of_a4_hold_every_leaf(tag: str, routine: str, plain: Shop) -> None:
    assert fits(tag, routine, plain)


@pytest.mark.slow
@pytest.mark.parametrize("tag", LONGEST)
def test_two_pages_of_a4_hold_seven_exercises_with_a_clinics_logo_and_three_lines_of_hours(
    tag: str, clinic: Shop
) -> None:
    assert fits(tag, "upper-back", clinic)


def alone(name: str, tag: str, routine: str, shop: Shop, paper: str) -> bool:
    """Whether one exercise is two pages, with nothing of the panel over the page."""
    uses = shop.library.routines[routine].exercises
    usual = {use.exercise for use in uses if not use.optional}
    include = (name,) if name not in usual else ()
    order = Order(2, (routine,), tag, include=include, exclude=tuple(usual - {name}), paper=paper)
    laid = lay(order, routine, shop)
    return not laid.notices and len(laid.pages.pages) == 2 and laid.pages.panel_order == "front"


def test_two_pages_hold_the_exercise_with_most_words_alone(plain: Shop) -> None:
    assert alone("roller-mid-back", "fil", "back", plain, "letter")


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["ar", "fil", "fr"])
def test_two_pages_hold_each_exercise_alone_with_a_clinics_logo_and_three_lines_of_hours(
    tag: str, clinic: Shop
) -> None:
    for routine in ROUTINES:
        for use in clinic.library.routines[routine].exercises:
            assert alone(use.exercise, tag, routine, clinic, "a4"), use.exercise


@pytest.mark.slow
@pytest.mark.parametrize("tag", LONGEST)
def test_two_pages_of_letter_hold_six_exercises_with_a_clinics_logo_and_three_lines_of_hours(
    tag: str, clinic: Shop
) -> None:
    assert fits(tag, "back", clinic, "letter")


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
def test_two_pages_of_letter_hold_six_exercises(tag: str, plain: Shop) -> None:
    assert fits(tag, "back", plain, "letter")
