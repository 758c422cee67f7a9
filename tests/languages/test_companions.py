"""The clinician's companion in English beside every language: each exercise on the same page, in the same slot."""

from __future__ import annotations

import pytest
from language_sheets import each_sheet, shop

from handout.layout import Pages
from handout.layout.pages import TextItem
from handout.pipeline import Laid, lay_both
from handout.prescription import Order

BAR = 20.0  # pt: in a bar with a name of two lines the number stands lower by so much at most


def slots(pages: Pages) -> dict[str, tuple[int, int, float]]:
    """Exercise -> page, place from the top among the cards of that page, and how far down its number stands."""
    found: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(pages.pages):
        for item in page.items:
            if isinstance(item, TextItem) and item.tag.startswith("exercise/") and item.tag.endswith("/name/number"):
                found[item.tag.split("/")[1]] = number, item.y
    return {
        name: (page, sum(other < y for at, other in found.values() if at == page), y)
        for name, (page, y) in found.items()
    }


def doses(laid: Laid) -> list[tuple[str, object, str]]:
    return [(one.id, one.dose, one.side) for one in laid.prescription.exercises]


@each_sheet(english=False)
def test_each_exercise_stands_where_it_stands_in_english(routine: str, tag: str) -> None:
    own, english = lay_both(Order(0, (routine,), tag), routine, "en", shop())
    assert doses(own) == doses(english)
    assert own.prescription.edition.tag == tag
    assert english.prescription.edition.tag == "en"
    assert len(own.pages.pages) == len(english.pages.pages)
    first, second = slots(own.pages), slots(english.pages)
    assert len(first) >= 6
    assert {name: place[:2] for name, place in first.items()} == {name: place[:2] for name, place in second.items()}
    assert all(abs(first[name][2] - second[name][2]) <= BAR for name in first)


@pytest.mark.parametrize("style", ["large-print", "mono"])
def test_a_companion_keeps_the_style_of_its_sheet(style: str) -> None:
    own, english = lay_both(Order(0, ("back",), "ar", style=style), "back", "en", shop())
    assert own.manuscript.style == english.manuscript.style == style
    assert {name: place[:2] for name, place in slots(own.pages).items()} == {
        name: place[:2] for name, place in slots(english.pages).items()
    }
