"""Which way a leaf is set: the first that fits; with a card, the first that keeps the whole panel on page 1."""

from __future__ import annotations

from typing import Any

import pytest
from layout_specimens import ENGLISH, boxes, manuscript, theme

from handout.errors import Finding, LeafError
from handout.layout import LeafChoice, Partner, best_leaf
from handout.layout.leaf import choice


class Laid:
    def __init__(self, order: str) -> None:
        self.panel_order = order


def chosen(monkeypatch: pytest.MonkeyPatch, fit: dict[tuple[int, float], str], *, card: bool) -> LeafChoice:
    """The choice between two ways at 100 and 72 pt that fit so."""
    own = Partner(manuscript(), boxes(manuscript()), theme(), ENGLISH)
    now: list[tuple[int, float]] = []

    def way(number: int, height: float) -> Partner:
        now[:] = [(number, height)]
        return own

    def laid(*_: Any) -> Laid:
        if now[0] not in fit:
            raise LeafError(Finding("too high", "leave one out"))
        return Laid(fit[now[0]])

    monkeypatch.setattr(choice, "lay_out_leaf", laid)
    monkeypatch.setattr(choice, "has_card", lambda _: card)
    return best_leaf([lambda height: way(0, height), lambda height: way(1, height)], (100.0, 72.0))


OVER = {(0, 100.0): "today-over", (1, 100.0): "front", (1, 72.0): "front"}


def test_cells_are_set_in_the_first_way_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, OVER, card=False).way == 0


def test_a_card_is_set_in_narrow_letters_where_they_keep_the_panel_on_page_1(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, OVER, card=True) == LeafChoice(1, 100.0, airy=True)


def test_a_card_keeps_its_letters_and_pictures_where_narrow_ones_keep_no_panel_on_page_1(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nowhere = dict.fromkeys(OVER, "today-over")
    assert chosen(monkeypatch, nowhere, card=True) == LeafChoice(0, 100.0, airy=True)


def test_what_fits_in_the_last_way_alone_has_the_least_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, {(1, 72.0): "front"}, card=True) == LeafChoice(1, 72.0)


def test_what_fits_in_no_way_is_no_leaf(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LeafError):
        chosen(monkeypatch, {}, card=True)
