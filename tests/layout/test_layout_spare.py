"""The back of a leaf holds what it must, then what has room, those first that come first, each whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from layout_specimens import ENGLISH, theme

from handout.layout import Tag, setup_of
from handout.layout.flow import Loose, Passage, Piece
from handout.layout.frame import Block
from handout.layout.leaf.spare import with_spare

SETUP = setup_of("a4", theme(), ENGLISH)


def block(height: float) -> Block:
    return Block(SETUP.column, height, ())


def standing(name: str, height: float, kind: str, plain: float = 0.0) -> Passage:
    own = (Piece(block(height)),)
    return Passage(Tag(name, "Sect"), own, kind, plain=(Piece(block(plain)),) if plain else ())


def loose(name: str, height: float) -> Passage:
    return Passage(Tag(name, "Sect"), (), "section", loose=Loose(((0.0, block(height)),), wide=True))


CARD, DIARY = standing("card", 100, "exercise"), standing("diary", 50, "diary")
FLOOR = standing("floor", 60, "section", plain=20)
BOX = Passage(Tag("see-us", "Sect"), (), "see-us", loose=Loose(((0.0, block(40)),), wide=True, last=True))


def held(room: float, *passages: Passage) -> list[str]:
    """The names of what stands on a page with so much room, in their order."""

    def over(made: Sequence[Passage]) -> float:
        return sum(piece.height for one in made for piece in one.pieces) - room

    return [one.tag.id for one in with_spare(passages, SETUP, over) if one.tag]


@pytest.mark.parametrize(
    ("room", "wanted"),
    [
        (260, ["card", "floor", "diary", "see-us"]),
        (220, ["card", "floor", "diary", "see-us"]),  # the floor without its pictograms
        (200, ["card", "floor", "diary"]),
        (169, ["card", "diary"]),
        (100, ["card", "diary"]),  # what must stand stands, whatever the room
    ],
)
def test_what_may_go_goes_from_the_last_and_pictograms_before_it(room: float, wanted: list[str]) -> None:
    assert held(room, CARD, FLOOR, DIARY, BOX) == wanted


def test_what_is_low_enough_stands_though_something_before_it_does_not() -> None:
    assert held(185, CARD, DIARY, loose("high", 90), loose("low", 30)) == ["card", "diary", "low"]


def test_loose_neighbours_stand_in_one_piece_and_are_all_named() -> None:
    made = with_spare((CARD, loose("one", 10), loose("two", 10), DIARY), SETUP, lambda _: 0.0)
    assert [len(one.pieces) for one in made] == [1, 1, 0, 1]
    assert all(one.loose is None for one in made)
