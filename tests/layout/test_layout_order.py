"""In which orders the passages may stand, and that loose ones are none of their business."""

from __future__ import annotations

from dataclasses import replace

from handout.layout.arrange import (
    Arranged,
    FilledSlot,
    flowing,
    loosened,
    looseness,
    orders,
    tail_of,
    with_taller_pieces,
)
from handout.layout.flow import Loose, Passage, Piece
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.paginate import Slot
from handout.layout.stock import Movable


def _passage(kind: str, name: str, before: str = "", loose: Loose | None = None) -> Passage:
    return Passage(Tag(f"{kind}/{name}", "Sect"), (), kind, before, loose=loose)


PARTS = ((0.0, Block(100, 30)),)
TIPS = _passage("section", "tips", loose=Loose(PARTS))
FLOOR = _passage("section", "floor", "roller")
CARDS = tuple(_passage("exercise", name) for name in ("march", "twist", "roller"))
AFTER = _passage("section", "after", loose=Loose(PARTS, last=True))
ASKED = _passage("questions", "", loose=Loose(PARTS, optional=1))
DIARY, COLOPHON = _passage("diary", ""), _passage("colophon", "")
OWN = (TIPS, FLOOR, *CARDS, AFTER, ASKED, DIARY, COLOPHON)


def test_the_order_of_the_template_comes_first() -> None:
    assert orders(OWN)[0] == OWN


def test_the_way_to_the_floor_may_wait_for_the_exercise_that_needs_it() -> None:
    assert flowing(orders(OWN)[1]) == [*CARDS[:2], FLOOR, CARDS[2], DIARY, COLOPHON]


def test_every_order_holds_the_same_passages_and_the_exercises_in_their_order() -> None:
    for order in orders(OWN):
        assert sorted(map(id, order)) == sorted(map(id, OWN))
        assert tuple(passage for passage in order if passage.kind == "exercise") == CARDS


def test_the_choices_side_by_side_may_stand_behind_the_exercises_after_every_order_that_keeps_them_before() -> None:
    ways = _passage("ways", "")
    found = [[passage.kind for passage in flowing(order)] for order in orders((ways, *CARDS, DIARY))]
    assert found == [["ways", *3 * ["exercise"], "diary"], [*3 * ["exercise"], "ways", "diary"]]


def _growing(passage: Passage, most: float) -> FilledSlot:
    piece = Piece(Block(100, 40), taller=lambda room: Block(100, 40 + min(room, most)))
    return FilledSlot((replace(passage, pieces=(piece,)),), piece, Slot(40))


def test_the_rows_of_the_diary_take_what_its_page_has_left() -> None:
    (taller,) = with_taller_pieces(Arranged((_growing(DIARY, 25),), (0,)), (60,)).rows
    assert (taller.slot.height, taller.piece and taller.piece.height) == (65, 65)
    assert taller.passages[0].pieces == (taller.piece,)
    assert with_taller_pieces(Arranged((_growing(DIARY, 25),), (0,)), (0.0,)).rows[0].slot.height == 40


def test_what_grows_on_a_page_shares_its_room_and_no_other_page_s() -> None:
    rows = _growing(CARDS[0], 10), _growing(CARDS[1], 90), FilledSlot(CARDS[2:], None, Slot(40)), _growing(DIARY, 90)
    own = Arranged(rows, (0, 2))
    assert [row.slot.height for row in with_taller_pieces(own, (60, 30)).rows] == [50, 90, 40, 70]
    assert [row.slot.height for row in with_taller_pieces(own, (60, 30), alone=False).rows] == [40, 40, 40, 70]


def test_without_a_named_exercise_nothing_waits() -> None:
    assert len(orders((TIPS, replace(FLOOR, before="cat-cow"), *CARDS, ASKED))) == 1


def test_pictograms_go_only_after_every_order_that_keeps_them() -> None:
    row, words = Piece(Block(100, 40)), Piece(Block(100, 60))
    floor = replace(FLOOR, pieces=(row, words), plain=(words,))
    shown = [any(row in passage.pieces for passage in order) for order in orders((TIPS, floor, *CARDS))]
    assert shown == sorted(shown, reverse=True)
    assert {True, False} == set(shown)


def test_what_is_for_after_the_last_week_follows_the_last_exercise() -> None:
    kinds = [passage.kind for passage in flowing(OWN)]
    assert [one.after for one in looseness(loosened(OWN), kinds)] == [-1, kinds.index("diary") - 1, -1]
    assert [one.optional for one in looseness(loosened(OWN), kinds)] == [0, 0, 1]


def test_loose_blocks_stand_above_the_diary_and_what_follows_it() -> None:
    assert tail_of(["exercise", "diary", "exercise", "evidence", "diary", "notes", "colophon"]) == 4
    assert tail_of(["exercise"]) == 1


def test_nothing_loose_stands_before_the_whole_safety_panel() -> None:
    needs = Passage(None, (), "needs", loose=Loose(((0.0, Block(10.0, 10.0, ())),)))
    (large,) = looseness([needs], ["title", "safety", "safety", "plan", "exercise", "diary"])
    (plain,) = looseness([needs], ["title", "exercise"])
    assert (large.after, plain.after) == (2, -1)


def test_tips_are_best_read_before_the_last_exercise_and_questions_follow_the_one_with_the_heading() -> None:
    questions = [replace(ASKED, loose=Loose(PARTS, optional=2, led=led)) for led in (False, True, True)]
    early = replace(TIPS, loose=Loose(PARTS, early=True))
    made = looseness([early, *questions, AFTER], ["exercise", "exercise", "diary"])
    assert [one.by for one in made] == [2, *4 * [Movable().by]]
    assert [one.leader for one in made] == [-1, -1, 1, 1, -1]


def test_what_need_not_follow_the_last_exercise_may_stand_before_it_only_after_every_other_order() -> None:
    box = _passage("see-us", "", loose=Loose(PARTS, last=True, roams=True))
    found = [[one.loose.last for one in order if one.loose] for order in orders((TIPS, *CARDS, AFTER, box, DIARY))]
    assert found == [[False, True, True], [False, True, False]]
