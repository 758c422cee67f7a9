"""A card that is too high for three on a page has its figures a rung lower, and its author is told what to shorten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from layout_specimens import ENGLISH, boxes, manuscript, theme

from handout.drawing import Drawing, Picture
from handout.errors import Severity
from handout.layout import Partner, high_cards, ink, lowered, setup_of
from handout.layout.blocks.card import kept_card
from handout.manuscript import ExerciseCard


def partner(most: float) -> Partner:
    own = theme()
    made = manuscript()
    return Partner(made, boxes(made), replace(own, card=replace(own.card, most=most)), ENGLISH)


def low(references: Sequence[str]) -> Mapping[str, Picture]:
    return {ref: Drawing(40, 60, ink.box(40, 60, "#d7e8ea"), "a box") for ref in references}


def heights(one: Partner) -> dict[str, float]:
    setup = setup_of("a4", one.theme, one.setting)
    cards = [block for block in one.manuscript.blocks if isinstance(block, ExerciseCard)]
    return {card.id: kept_card(card, setup, one.pictures).height for card in cards}


def test_only_the_cards_that_are_too_high_take_smaller_figures() -> None:
    before = heights(partner(0.0))
    most = sorted(before.values())[len(before) // 2]
    one = partner(most)
    after = lowered(one, low)
    high = {name for name, height in before.items() if height > most}
    changed = {ref.partition("/")[0] for ref in one.pictures if after.pictures[ref] is not one.pictures[ref]}
    assert changed
    assert changed <= high
    assert all(heights(after)[name] < before[name] - 11 for name in changed)


def test_no_figure_is_drawn_anew_where_every_card_is_low_enough() -> None:
    def never(references: Sequence[str]) -> Mapping[str, Picture]:
        raise AssertionError(references)

    one = partner(1000.0)
    assert lowered(one, never) is one


def test_a_card_that_stays_too_high_is_a_note_that_names_it_and_what_to_shorten() -> None:
    assert list(high_cards(partner(1000.0))) == []
    found = list(high_cards(partner(10.0)))
    assert len(found) == len(heights(partner(10.0)))
    assert {one.severity for one in found} == {Severity.NOTE}
    assert all("three share a page up to 10" in one.what and "Shorten" in one.hint and one.path for one in found)


def test_figures_go_a_rung_lower_for_less_than_a_line_where_that_makes_room_for_three_cards() -> None:
    """Held to the height of a card as three on a page are set."""
    one = partner(0.0)
    setup = setup_of("a4", one.theme, one.setting).denser()
    card = next(block for block in one.manuscript.blocks if isinstance(block, ExerciseCard) and block.pictures)
    tall = kept_card(card, setup, one.pictures).height

    def slightly(references: Sequence[str]) -> Mapping[str, Picture]:
        sizes = {ref: (one.pictures[ref].width, one.pictures[ref].height - 4) for ref in references}
        return {ref: Drawing(*size, ink.box(*size, "#d7e8ea"), "a box") for ref, size in sizes.items()}

    low = kept_card(card, setup, slightly([picture.ref for picture in card.pictures])).height
    assert tall - 12 < low < tall
    for most, changes in ((low, True), (low - 1, False)):
        after = lowered(partner(most), slightly)
        assert any(after.pictures[own.ref] != one.pictures[own.ref] for own in card.pictures) is changes
