"""What has room on its page in large print grows: figures first, then the white between the parts of a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from layout_specimens import ENGLISH, boxes, manuscript, theme

from handout.drawing import Drawing, Picture, in_every_height, name_at
from handout.layout import ink, setup_of
from handout.layout.blocks.card import kept_card
from handout.layout.fillers import set_group
from handout.layout.flow import Loose, Passage
from handout.layout.frame import Block
from handout.layout.pages import PictureItem, Tag, TextItem
from handout.manuscript import ExerciseCard

SHEET = manuscript(style="large-print")
CARDS = tuple(SHEET.all(ExerciseCard))
LARGE = setup_of("a4", theme("large-print"), ENGLISH)


def shown() -> Mapping[str, Picture]:
    """A box for each picture in every height that large print has."""
    own = dict(boxes(SHEET))
    for ref, one in boxes(SHEET).items():
        for height in LARGE.theme.pictures.taller:
            width, tall = (side * height / LARGE.theme.pictures.height for side in (one.width, one.height))
            own[name_at(ref, height)] = Drawing(width, tall, ink.box(width, tall, "#d7e8ea"), "a box")
    return own


def figures(block: Block) -> set[float]:
    return {item.picture.height for item in block.items if isinstance(item, PictureItem)}


def grown(card: ExerciseCard, room: float) -> tuple[Block, Block]:
    (piece,) = kept_card(card, LARGE, shown()).pieces
    assert piece.taller is not None
    return piece.block, piece.taller(room)


def rooms() -> Iterator[tuple[ExerciseCard, float]]:
    yield from ((card, room) for card in CARDS for room in (0.0, 7.0, 30.0, 80.0, 200.0))


def test_a_card_grows_by_no_more_than_its_room_and_is_read_in_the_same_order() -> None:
    for card, room in rooms():
        before, after = grown(card, room)
        assert before.height - 0.01 <= after.height <= before.height + room + 0.02
        assert list(_order(after)) == list(_order(before))


def _order(block: Block) -> Iterator[str]:
    yield from dict.fromkeys(item.tag for item in block.items if isinstance(item, TextItem | PictureItem))


def test_figures_grow_before_the_white_and_never_beyond_the_most() -> None:
    most = LARGE.theme.pictures.tall / LARGE.theme.pictures.height
    reached = set()
    for card in (card for card in CARDS if card.pictures):
        usual = max(figures(grown(card, 0.0)[0]))
        times = [max(figures(grown(card, room)[1])) / usual for room in (0.0, 20.0, 60.0, 400.0)]
        assert times == sorted(times)
        reached.add(round(times[-1], 3))
    assert max(reached) == round(most, 3)


def test_a_card_of_the_standard_sheet_does_not_grow() -> None:
    setup = setup_of("a4", theme(), ENGLISH)
    assert {piece.taller for card in CARDS for piece in kept_card(card, setup, shown()).pieces} == {None}


def test_without_taller_drawings_the_white_alone_grows() -> None:
    for card in (card for card in CARDS if card.pictures):
        (piece,) = kept_card(card, LARGE, boxes(SHEET)).pieces
        assert piece.taller is not None
        assert figures(piece.taller(100.0)) == figures(piece.block)
        assert piece.taller(100.0).height > piece.height


def test_words_beside_pictures_keep_their_measure() -> None:
    least = 14 * LARGE.theme.type.body.size + LARGE.theme.card.gutter
    beside = 0
    wide = {ref: Drawing(115, 330, ink.box(115, 330, "#d7e8ea"), "a box") for ref in shown()}
    for card, pictures in ((card, pictures) for card in CARDS for pictures in (shown(), wide)):
        items = kept_card(card, LARGE, pictures).pieces[0].block.items
        steps = max(item.y for item in items if isinstance(item, TextItem) and "/steps/" in item.tag)
        lefts = [item.x for item in items if isinstance(item, PictureItem) and item.y < steps]
        assert all(left >= least for left in lefts)
        beside += bool(lefts)
    assert beside


def test_loose_blocks_that_stand_together_part_as_far_as_the_theme_allows() -> None:
    two = tuple(Passage(Tag(name, "Sect"), (), "section", loose=Loose(((0.0, Block(100, 30)),))) for name in "ab")
    (piece,) = set_group(LARGE, two, 0.0)[0].pieces
    assert piece.taller is not None
    assert piece.taller(10.0).height == pytest.approx(piece.height + 10)
    assert piece.taller(900.0).height == pytest.approx(piece.height + 2 * LARGE.theme.gap.stretch)
    (alone,) = set_group(LARGE, two[:1], 0.0)[0].pieces
    assert alone.taller is None


def test_a_picture_is_known_in_every_height_that_it_was_inked_for_and_no_other_is() -> None:
    names = ("a/b", "a/b@185", "a/bc@185")
    own: dict[str, Picture] = {name: Drawing(1, high, (), "") for high, name in enumerate(names)}
    assert name_at("a/b", 185.0) == "a/b@185"
    assert in_every_height(own, "a/b") == (own["a/b"], own["a/b@185"])
