"""Page breaks: fewest pages, level pages, headings never alone at a foot, cards never split."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handout.layout.packing import pack
from handout.layout.paginate import Rooms, Slot, height_of, place
from handout.layout.stock import Stock

ROOMS = Rooms(100, 100)
slots = st.lists(
    st.builds(
        Slot,
        st.floats(1, 60),
        st.floats(0, 10),
        with_next=st.sampled_from([False, False, False, True]),
        stretch=st.floats(0, 5),
    ),
    min_size=1,
    max_size=24,
)


def break_pages(flow: list[Slot], rooms: Rooms, held: int = 0) -> list[int]:
    """Where pages begin that hold nothing loose."""
    return [page.start for page in pack(Stock(tuple(flow), held, (), rooms, lambda _: (0.0, 0.0)))]


def spans(breaks: list[int], count: int) -> list[tuple[int, int]]:
    return list(zip(breaks, [*breaks[1:], count], strict=True))


def groups(flow: list[Slot]) -> list[list[Slot]]:
    made: list[list[Slot]] = [[]]
    for slot in flow:
        made[-1].append(slot)
        if not slot.with_next:
            made.append([])
    return [group for group in made if group]


@given(slots)
def test_every_slot_stands_on_one_page_in_order_and_inside_it(flow: list[Slot]) -> None:
    if any(height_of(group) > 100 for group in groups(flow)):
        return
    breaks = break_pages(flow, ROOMS)
    places = place(flow, breaks, ROOMS)
    assert len(places) == len(flow)
    for index, (slot, spot) in enumerate(zip(flow, places, strict=True)):
        assert spot.y + slot.height <= 100.02
        if index and places[index - 1].page == spot.page:
            assert spot.y >= places[index - 1].y + flow[index - 1].height + slot.before - 1e-6
        else:
            assert spot.y == 0


@given(slots)
def test_what_must_stay_with_the_next_is_never_the_last_on_its_page(flow: list[Slot]) -> None:
    if any(height_of(group) > 100 for group in groups(flow)):
        return
    for start, end in spans(break_pages(flow, ROOMS), len(flow)):
        assert end == len(flow) or not flow[end - 1].with_next
        assert height_of(flow[start:end]) <= 100.02


@given(slots)
def test_no_way_of_breaking_takes_fewer_pages(flow: list[Slot]) -> None:
    loose = [Slot(slot.height, slot.before) for slot in flow]
    greedy, height = 1, 0.0
    for slot in loose:
        if height and height + slot.before + slot.height > 100:
            greedy, height = greedy + 1, 0.0
        height += slot.height + (slot.before if height else 0.0)
    assert len(break_pages(loose, ROOMS)) <= greedy


def test_cards_are_shared_out_evenly_and_not_four_two_one() -> None:
    cards = [Slot(24, 1)] * 6 + [Slot(90, 1)]
    assert break_pages(cards, ROOMS) == [0, 3, 6]


def test_level_gaps_take_up_the_slack_but_not_more_than_they_may() -> None:
    flow = [Slot(40), Slot(40, 4, stretch=3), Slot(90)]
    first, second, _ = place(flow, break_pages(flow, ROOMS), ROOMS)
    assert (first.y, second.y) == (0, 47)


def test_the_last_page_keeps_its_gaps() -> None:
    flow = [Slot(40), Slot(40, 4, stretch=9)]
    assert [spot.y for spot in place(flow, break_pages(flow, ROOMS), ROOMS)] == [0, 44]


def test_what_opens_a_page_does_so() -> None:
    flow = [Slot(10), Slot(10, opens=True), Slot(10)]
    assert break_pages(flow, ROOMS) == [0, 1]


def test_page_one_holds_what_it_must() -> None:
    flow = [Slot(30), Slot(30), Slot(30), Slot(95)]
    assert break_pages(flow, ROOMS, held=3) == [0, 3]


def test_what_clings_leaves_the_next_only_where_it_must() -> None:
    loose = [Slot(50), Slot(45), Slot(30), Slot(20)]
    clinging = [loose[0], Slot(45, clings=4e5), Slot(30, clings=4e5), loose[3]]
    assert break_pages(loose, ROOMS) == [0, 2]
    assert break_pages(clinging, ROOMS) == [0, 1]
