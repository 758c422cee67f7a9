"""What may stand elsewhere to save a sheet of paper, and what never moves."""

from __future__ import annotations

from dataclasses import replace

from handout.layout.flow import Passage, Piece
from handout.layout.frame import Block
from handout.layout.order import orders, sheets
from handout.layout.pages import Tag


def _passage(kind: str, name: str, before: str = "") -> Passage:
    return Passage(Tag(f"{kind}/{name}", "Sect"), (), kind, before)


TIPS = _passage("section", "tips")
FLOOR = _passage("section", "floor", "roller")
CARDS = tuple(_passage("exercise", name) for name in ("march", "twist", "roller"))
AFTER = (_passage("section", "do-not"), _passage("section", "bad-day"))
QUESTIONS, SEE_US = _passage("questions", ""), _passage("see-us", "")
OWN = (TIPS, FLOOR, *CARDS, *AFTER, QUESTIONS, SEE_US)


def test_the_order_of_the_template_comes_first() -> None:
    assert orders(OWN)[0] == OWN


def test_the_way_to_the_floor_may_wait_for_the_exercise_that_needs_it() -> None:
    assert (TIPS, *CARDS[:2], FLOOR, CARDS[2], *AFTER, QUESTIONS, SEE_US) in orders(OWN)


def test_sections_after_the_last_exercise_may_stand_before_it_and_before_the_way_to_the_floor() -> None:
    assert (TIPS, *CARDS[:2], *AFTER, FLOOR, CARDS[2], QUESTIONS, SEE_US) in orders(OWN)


def test_when_to_see_us_may_stand_before_the_last_exercise_instead() -> None:
    assert (TIPS, *CARDS[:2], SEE_US, FLOOR, CARDS[2], *AFTER, QUESTIONS) in orders(OWN)


def test_every_order_holds_the_same_passages_and_the_exercises_in_their_order() -> None:
    for order in orders(OWN):
        assert sorted(map(id, order)) == sorted(map(id, OWN))
        assert tuple(passage for passage in order if passage.kind == "exercise") == CARDS


def test_without_a_named_exercise_nothing_waits() -> None:
    loose = replace(FLOOR, before="cat-cow")
    assert len(orders((TIPS, loose, *CARDS, QUESTIONS))) == 1


def test_nothing_is_put_before_an_only_exercise() -> None:
    assert orders((TIPS, CARDS[2], *AFTER)) == ((TIPS, CARDS[2], *AFTER),)


def test_an_odd_page_takes_a_sheet_of_its_own() -> None:
    assert [sheets(pages) for pages in (1, 2, 6, 7, 8)] == [1, 1, 3, 4, 4]


def test_pictograms_go_only_after_every_order_that_keeps_them() -> None:
    row, words = Piece(Block(100, 40)), Piece(Block(100, 60))
    floor = replace(FLOOR, pieces=(row, words), plain=(words,))
    shown = [any(row in passage.pieces for passage in order) for order in orders((TIPS, floor, *CARDS))]
    assert shown == sorted(shown, reverse=True)
    assert {True, False} == set(shown)
