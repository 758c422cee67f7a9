"""Which hole each loose block fills: nothing is lost, exercises keep their order, paper is saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.layout import packing
from handout.layout.packing import pack
from handout.layout.paginate import Rooms, Slot, height_of
from handout.layout.stock import Group, Movable, PackedPage, Stock, hole, left_out, sheets

ROOMS = Rooms(100, 100)
ASKED = (Movable(), Movable(optional=2, leader=0), Movable(optional=2, leader=0))
LOOSE = (Movable(), Movable(), Movable(), Movable(optional=1), Movable(after=1, optional=2))


def stock(flow: list[Slot], loose: tuple[Movable, ...], heights: tuple[float, ...]) -> Stock:
    def size(group: Group) -> tuple[float, float]:
        return sum(heights[n] for n in group), 0.0

    return Stock(tuple(flow), 1, loose, ROOMS, size)


def standing(pages: tuple[PackedPage, ...]) -> list[int]:
    return [n for page in pages for n in page.group]


@given(
    st.lists(st.builds(Slot, st.floats(20, 90)), min_size=2, max_size=9),
    st.tuples(*[st.floats(5, 60) for _ in LOOSE]),
)
def test_every_slot_and_block_stands_once_and_no_page_is_overfull(flow: list[Slot], heights: tuple[float, ...]) -> None:
    packed = pack(stock(flow, LOOSE, heights))
    assert [page.start for page in packed[1:]] == [page.stop for page in packed[:-1]]
    assert (packed[0].start, packed[-1].stop) == (0, len(flow))
    told = sorted(standing(packed))
    assert len(told) == len(set(told))
    assert told in ([0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4])  # those that may be left out go from the last
    for page in packed:
        assert 4 not in page.group or page.stop > 1
        assert height_of(flow[page.start : page.stop]) + sum(heights[n] for n in page.group) <= 100.02


def test_a_block_fills_the_hole_that_it_fits() -> None:
    flow = [Slot(60), Slot(80), Slot(30)]
    pages = pack(stock(flow, LOOSE[:2], (20.0, 39.0)))
    assert [page.group for page in pages] == [(1,), (0,), ()]


def test_what_follows_the_last_exercise_stands_on_its_page_or_later() -> None:
    flow = [Slot(60), Slot(70), Slot(80)]
    pages = pack(stock(flow, (Movable(after=1),), (20.0,)))
    assert [page.group for page in pages] == [(), (0,), ()]


@given(st.lists(st.builds(Slot, st.floats(20, 90)), min_size=2, max_size=6), st.tuples(*4 * [st.floats(5, 60)]))
def test_no_question_stands_before_the_one_with_the_heading(flow: list[Slot], heights: tuple[float, ...]) -> None:
    told = standing(pack(stock(flow, (*ASKED, Movable()), heights)))
    asked = [n for n in told if n < len(ASKED)]
    assert asked == [0, 1, 2][: len(asked)]
    assert asked


def test_questions_stand_together_though_they_would_fill_two_holes() -> None:
    flow = [Slot(80), Slot(80), Slot(95), Slot(30)]
    four = (*ASKED, ASKED[2])
    apart = tuple(replace(one, leader=-1) for one in four)
    heights = (10.0, 10.0, 10.0, 10.0)
    assert [page.group for page in pack(stock(flow, apart, heights))] == [(0, 1), (2, 3), (), ()]
    assert [page.group for page in pack(stock(flow, four, heights))] == [(), (), (), (0, 1, 2, 3)]


def test_a_question_is_not_alone_where_it_could_have_another() -> None:
    flow = [Slot(70), Slot(80), Slot(95), Slot(95)]
    four = (*ASKED, ASKED[2])
    packed = pack(stock(flow, four, (10.0, 10.0, 10.0, 10.0)))  # the fullest would be three and one
    assert [page.group for page in packed] == [(0, 1), (2, 3), (), ()]


def test_what_is_to_be_read_before_an_exercise_stands_behind_it_only_where_it_must() -> None:
    flow = [Slot(75), Slot(95), Slot(70)]
    for by, height, page in ((9, 18.0, 2), (2, 18.0, 0), (2, 26.0, 2)):
        packed = pack(stock(flow, (Movable(by=by), Movable()), (height, 25.0)))
        assert [number for number, own in enumerate(packed) if 0 in own.group] == [page]


def test_a_question_is_left_out_only_where_it_would_cost_a_sheet_of_paper() -> None:
    three = [Slot(90), Slot(90), Slot(60)]
    four = [*three, Slot(90)]
    (asked,) = loose = (Movable(-1, optional=1),)
    assert asked.optional
    assert left_out(pack(stock(three, loose, (50.0,))), 1) == 0  # a fourth page is the back of the second sheet
    assert len(pack(stock(three, loose, (50.0,)))) == 4
    assert left_out(pack(stock(four, loose, (50.0,))), 1) == 1
    assert len(pack(stock(four, loose, (50.0,)))) == 4


def test_where_no_page_has_room_a_block_has_one_of_its_own() -> None:
    pages = pack(stock([Slot(95), Slot(95)], (Movable(),), (60.0,)))
    assert standing(pages) == [0]
    assert pages[-1].stop == 2


def test_a_hole_is_what_an_inner_page_leaves_when_its_gaps_have_grown_and_blocks_stand_in_it() -> None:
    flow = [Slot(10), Slot(20, before=1, stretch=3), Slot(90), Slot(10)]
    pages = (PackedPage(0, 2, (0,)), PackedPage(2, 3, ()), PackedPage(3, 4, ()))
    assert hole(stock(flow, LOOSE[:1], (5.0,)), pages) == 100 - 31 - 5 - 3 - 60
    assert hole(stock(flow, LOOSE[:1], (50.0,)), pages) < 0
    assert hole(stock(flow, (), ()), pages[-1:]) == 0


def test_an_odd_page_takes_a_sheet_of_its_own() -> None:
    assert [sheets(pages) for pages in (1, 2, 6, 7, 8)] == [1, 1, 3, 4, 4]


@given(
    st.lists(st.builds(Slot, st.floats(20, 90)), min_size=2, max_size=9),
    st.tuples(*[st.floats(5, 60) for _ in LOOSE]),
)
def test_asked_for_few_pages_it_keeps_to_them_or_says_that_there_is_no_way(
    flow: list[Slot], heights: tuple[float, ...]
) -> None:
    whole = pack(stock(flow, LOOSE, heights))
    again = pack(stock(flow, LOOSE, heights), len(whole))
    assert left_out(again, len(LOOSE)) <= left_out(whole, len(LOOSE))
    fewer = pack(stock(flow, LOOSE, heights), len(whole) - 1) if len(whole) > 1 else ()
    assert len(fewer) < len(whole)
    assert not fewer or {0, 1, 2} <= set(standing(fewer))


def test_beginnings_that_have_no_room_for_what_must_stand_do_not_crowd_out_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Questions fill the first holes best, and the box that must stand then costs a page."""
    flow = tuple(Slot(high) for high in (600, 600, 600, 950))
    loose = (Movable(), Movable(), Movable(), *(Movable(optional=1) for _ in range(3)))
    monkeypatch.setattr(packing, "BEAM", 1)
    own = Stock(flow, 1, loose, Rooms(1000, 1000), lambda group: (sum(350.0 if n < 3 else 400.0 for n in group), 0.0))
    assert standing(pack(own, 4)) == [0, 1, 2]


def test_no_sheet_of_paper_is_worth_more_than_three_quarters_of_what_may_be_left_out() -> None:
    flow = [Slot(60), Slot(60)]  # two blocks have room beside them
    for count, stands in ((11, True), (12, False)):
        many = tuple(Movable(optional=1) for _ in range(count))
        assert bool(pack(stock(flow, many, count * (35.0,)), 2)) is stands
