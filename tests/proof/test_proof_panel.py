"""Each part of the safety panel is known by its symbol beside it and its bar along it, on every page that it is on."""

from __future__ import annotations

import pytest
import readback_specimens as back
from eye_made import BLACK, at, glass

from handout.proof.eye.glass import Area
from handout.proof.eye.panel import SYMBOLS, SeenPart, parts_on, unmarked
from handout.proof.eye.paths import RGB, Box, Ornament, SeenStroke
from handout.proof.eye.symbols import Symbol

WORDS: Box = (40.0, 30.0, 80.0, 50.0)  # of a part, on the page that `eye_made.SIDES` is
SIGN: Box = (20.0, 36.0, 34.0, 50.0)
BAR: Box = at(21, 30, 24, 60)  # 21 pixels is 16 pt from the left edge
DARK = ((21, 30, 24, 60), BLACK)


def ornament(box: Box) -> Ornament:
    left, bottom, right, top = box
    return Ornament((SeenStroke(((left, bottom), (right, bottom), (right, top)), False, 1),), BLACK)


def lacks(
    *bars: Box,
    sign: Box = SIGN,
    name: str = "hand-octagon",
    words: Box = WORDS,
    ground: tuple[tuple[Area, RGB], ...] = (DARK,),
    begun: bool = False,
) -> list[str]:
    """What the part "stop" lacks."""
    page = glass(*ground, ornaments=tuple(map(ornament, bars or (BAR,))))
    found = [*unmarked(page, [SeenPart("stop", words, begun)], [Symbol(name, 0, 0, 1, False, sign, BLACK)])]
    assert all(kind == "stop" for kind, _ in found)
    return [what for _, what in found]


def test_a_part_with_its_symbol_and_its_bar_lacks_nothing() -> None:
    assert lacks() == []


@pytest.mark.parametrize("kind", SYMBOLS)
def test_each_part_has_a_symbol_of_its_own(kind: str) -> None:
    for name in ("speech-question", "speech-question-rtl", "hand-octagon", "warning-triangle", "handset"):
        page = glass(DARK, ornaments=(ornament(BAR),))
        sign = Symbol(name, 0, 0, 1, False, SIGN, BLACK)
        own = {
            "ask": name.startswith("speech"), "stop": name == "hand-octagon", "now": name == "warning-triangle",
            "today": name == "handset",
        }  # fmt: skip
        assert [*unmarked(page, [SeenPart(kind, WORDS)], [sign])] == ([] if own[kind] else [(kind, "symbol")])


@pytest.mark.parametrize(
    ("sign", "found"),
    [
        ((26.0, 36.0, 40.0, 50.0), []),
        ((26.1, 36.0, 40.1, 50.0), ["symbol"]),  # on the words
        ((80.0, 36.0, 94.0, 50.0), []),  # right to left
        ((79.9, 36.0, 93.9, 50.0), ["symbol"]),
        ((20.0, 36.0, 34.0, 48.0), []),  # 12 pt high
        ((20.0, 36.0, 34.0, 47.9), ["symbol"]),
        ((20.0, 57.9, 34.0, 70.0), []),  # less than 8 pt above the words
        ((20.0, 58.0, 34.0, 71.0), ["symbol"]),
        ((20.0, 17.0, 34.0, 30.1), []),
        ((20.0, 17.0, 34.0, 30.0), ["symbol"]),  # under the words
    ],
    ids=str,
)
def test_the_symbol_stands_beside_the_words_at_their_height_and_large_enough(sign: Box, found: list[str]) -> None:
    assert lacks(sign=sign) == found


def test_a_part_that_goes_on_from_an_earlier_page_has_its_symbol_there_and_a_bar_here() -> None:
    assert lacks(name="handset") == ["symbol"]
    assert lacks(name="handset", begun=True) == []
    assert lacks(name="handset", begun=True, ground=()) == ["bar"]


def test_a_part_without_anything_lacks_both() -> None:
    assert lacks((0.0, 0.0, 50.0, 60.0), name="handset") == ["symbol", "bar"]


EVERYWHERE = (((0, 0, 150, 90), BLACK),)


@pytest.mark.parametrize(
    ("bar", "found"),
    [
        ((28.0, 30.0, 40.0, 50.0), []),  # 12 pt wide
        ((27.9, 30.0, 40.0, 50.0), ["bar"]),
        ((35.1, 30.0, 40.1, 50.0), ["bar"]),  # on the words
        ((80.0, 30.0, 85.0, 50.0), []),
        ((79.9, 30.0, 84.9, 50.0), ["bar"]),
        ((20.0, 36.0, 25.0, 60.0), []),  # 14 of 20 pt
        ((20.0, 36.1, 25.0, 60.0), ["bar"]),
        ((20.0, 20.0, 25.0, 44.0), []),
        ((20.0, 20.0, 25.0, 43.9), ["bar"]),
        ((20.0, 32.0, 25.0, 47.0), []),
        ((-30.0, 30.0, -25.0, 50.0), ["bar"]),  # off the paper
    ],
    ids=str,
)
def test_the_bar_stands_along_most_of_the_words_beside_them_and_is_narrow(bar: Box, found: list[str]) -> None:
    assert lacks(bar, ground=EVERYWHERE) == found


@pytest.mark.parametrize(("grey", "found"), [(185, []), (186, ["bar"])])
def test_a_bar_stands_out_in_grey(grey: int, found: list[str]) -> None:
    assert lacks(ground=(((0, 0, 150, 90), (grey, grey, grey)),)) == found


LONG: Box = at(21, 0, 24, 54)  # of three pieces, 12 pt each


@pytest.mark.parametrize(
    ("gap", "found"), [((0, 17), []), ((0, 18), ["bar"]), ((18, 36), ["bar"]), ((36, 54), ["bar"]), ((27, 44), [])]
)
def test_some_of_each_piece_of_a_bar_is_seen(gap: tuple[int, int], found: list[str]) -> None:
    ground = (((21, 0, 24, 54), BLACK), ((0, gap[0], 150, gap[1]), (255, 255, 255)))
    assert lacks(LONG, words=(40.0, 36.0, 80.0, 70.0), ground=ground, sign=(20.0, 40.0, 34.0, 60.0)) == found


def test_a_bar_of_one_line_is_seen_too() -> None:
    """It is shorter than a piece."""
    line, low = (40.0, 40.0, 80.0, 49.0), at(21, 32, 24, 45)
    dark = ((21, 32, 24, 45), BLACK)
    assert lacks(low, words=line, ground=(dark,)) == []
    assert lacks(low, words=line, ground=()) == ["bar"]
    for part in ((21, 32, 24, 38), (21, 39, 24, 45), (21, 32, 22, 45), (23, 32, 24, 45)):
        assert lacks(low, words=line, ground=((part, BLACK),)) == []


@pytest.mark.parametrize(
    ("under", "found"),
    [
        ((20.0, 30.0, 23.0, 33.0), []),
        ((20.0, 30.0, 23.0, 31.0), []),  # 12 pt under the other
        ((20.0, 30.0, 23.0, 30.9), ["bar"]),
        ((20.09, 30.0, 23.0, 33.0), []),
        ((20.2, 30.0, 23.0, 33.0), ["bar"]),
        ((24.0, 30.0, 27.0, 33.0), ["bar"]),
        ((20.0, 36.5, 23.0, 40.0), ["bar"]),
    ],
    ids=str,
)
def test_pieces_of_a_bar_one_under_the_other_are_one(under: Box, found: list[str]) -> None:
    """As beside lines of several boxes."""
    above = (20.0, 43.0, 24.0, 50.0)
    assert lacks(above, under, ground=EVERYWHERE) == found
    wide = (50.0, 10.0, 90.0, 20.0)
    assert lacks(above, wide, under, ground=EVERYWHERE) == found


def test_three_pieces_are_one_bar_and_any_one_may_be_whole() -> None:
    pieces = (20.0, 44.0, 24.0, 50.0), (20.0, 37.0, 24.0, 42.0), (20.0, 30.0, 24.0, 35.0)
    assert lacks(*pieces, ground=EVERYWHERE) == []
    assert lacks(*pieces[:1], ground=EVERYWHERE) == ["bar"]
    assert lacks(BAR, (20.0, 0.0, 22.0, 5.0), ground=EVERYWHERE) == []


def test_the_parts_of_a_page_are_where_their_words_stand() -> None:
    read = back.read(
        back.Line("safety/ask/1", "Ask.", box=(60, 700, 200, 712)),
        back.Line("safety/ask/2", "And ask.", box=(55, 680, 180, 692)),
        back.Line("safety/ask/3", " ", box=(10, 10, 500, 800)),
        back.Line("safety/now/1", "Go.", page=1, box=(60, 600, 200, 612)),
        back.Line("safety/today/1", "Call.", page=0, box=(60, 500, 200, 512)),
        back.Line("safety/today/2", "Or write.", page=1, box=(61, 400, 201, 412)),
        back.Line("plan/1", "Cat.", page=1),
    )
    assert parts_on(read, 0) == (
        SeenPart("ask", (55, 680, 200, 712), False), SeenPart("today", (60, 500, 200, 512), False),
    )  # fmt: skip
    assert parts_on(read, 1) == (
        SeenPart("now", (60, 600, 200, 612), False), SeenPart("today", (61, 400, 201, 412), True),
    )  # fmt: skip
    assert parts_on(read, 2) == ()
