"""A card is as low as its words and pictures allow: the caption of a place beside it, tips in unequal columns."""

from __future__ import annotations

from dataclasses import replace

from layout_specimens import ENGLISH, MIRRORED, manuscript, theme

from handout.drawing import Drawing
from handout.layout import Setting, Setup, ink, setup_of
from handout.layout.blocks.captions import SetPicture, below_it, beside_it
from handout.layout.blocks.card import set_card
from handout.layout.blocks.card_body import lowest
from handout.layout.blocks.cautions import set_cautions
from handout.layout.blocks.pictures import arrangements
from handout.layout.frame import Block
from handout.layout.pages import PictureItem, TextItem
from handout.layout.prose import compose, labelled
from handout.manuscript import Caution, ExerciseCard, Illustration, Kind, Text, Tip, ZoneKey
from handout.manuscript.text import inlines_of, text


def setup(setting: Setting = ENGLISH) -> Setup:
    return setup_of("a4", theme(), setting)


def picture(frame: str, size: tuple[float, float], caption: str, *keys: str) -> SetPicture:
    made = tuple(ZoneKey(kind=Kind.KEY, inlines=inlines_of(key), allowed=key == "Yes") for key in keys)
    said = text(Kind.CAPTION, caption)
    shows = "zone" if keys else "frame"
    place = Illustration(ref=f"roll/{frame}", frame=frame, shows=shows, alt=frame, path="", caption=said, keys=made)
    return SetPicture(place, Drawing(*size, ink.box(*size, "#d7e8ea"), "a box"), f"roll/{frame}")


ZONE = picture("zone", (55, 65), "roller zone", "Yes", "No")
ROW = (picture("start", (72, 56), "Start: head up"), picture("end", (72, 56), "End: lean back"), ZONE)


def tip(words: str, label: str = "Easier:") -> Tip:
    return Tip(kind=Kind.TIP, inlines=inlines_of(words), label=label, about="easier")


def card(*words: str) -> ExerciseCard:
    own = next(one for one in manuscript().blocks if isinstance(one, ExerciseCard))
    return replace(own, tips=tuple(tip(one) for one in words), pictures=())


def lines(block: Block) -> dict[float, str]:
    rows: dict[float, str] = {}
    for item in block.items:
        if isinstance(item, TextItem):
            rows[round(item.y, 1)] = rows.get(round(item.y, 1), "") + item.run.text
    return rows


def in_half(room: Setup, block: Block) -> bool:
    """Whether words start where the second of two equal columns does."""
    half = (room.width + room.theme.page.gutter) / 2 + room.theme.list.number_indent
    return any(abs(item.x - half) < 0.2 for item in block.items if isinstance(item, TextItem))


def test_a_place_has_its_caption_below_it_or_beside_it_and_beside_it_is_lower() -> None:
    made = arrangements(setup(), (ZONE,))
    heights = sorted(round(block.height) for block, _ in made)
    assert heights[0] == 65
    assert heights[-1] > 65 + 25
    assert {tuple(tag.id for tag in tags) for _, tags in made} == {("roll/zone",)}


def test_what_stands_beside_a_place_starts_behind_it_in_either_direction_of_reading() -> None:
    for setting in (ENGLISH, MIRRORED):
        lowest_way = min((block for block, _ in arrangements(setup(setting), (ZONE,))), key=lambda block: block.height)
        (drawn,) = (item for item in lowest_way.items if isinstance(item, PictureItem))
        said = [item for item in lowest_way.items if isinstance(item, TextItem)]
        assert "".join(item.run.text for item in said) == "roller zoneYesNo"  # “No” stands before no “roller zone”
        if setting is ENGLISH:
            assert all(item.x >= drawn.x + 55 for item in said)
        else:
            assert all(item.x + item.run.width <= drawn.x + 0.1 for item in said)


def test_a_caption_beside_its_picture_has_the_words_of_one_below_it() -> None:
    aside, below = beside_it(setup(), replace(ZONE, aside=True)), below_it(setup(), ZONE, 400)
    said = [sorted("".join(item.run.text for item in block.items if isinstance(item, TextItem)).replace(" ", ""))
            for block in (aside.block, below.block)]  # fmt: skip
    assert said[0] == said[1]
    assert aside.block.width < below.block.width


def test_a_picture_that_shows_no_place_has_its_caption_below() -> None:
    made = arrangements(setup(), ROW[:2])
    for block, _ in made:
        foot = max(item.y + item.picture.height for item in block.items if isinstance(item, PictureItem))
        assert max(item.y for item in block.items if isinstance(item, TextItem)) > foot


def test_tips_take_equal_columns_until_others_save_a_line() -> None:
    short, long = "sit.", "sit on the front of a chair with your ball on its back"
    room = setup()
    even, uneven = (lowest(card(*words), room, "x", {}).block for words in ((short,) * 4, (short, short, long, short)))
    assert uneven.height == even.height
    assert in_half(room, even)
    assert not in_half(room, uneven)


def test_tips_that_no_column_holds_on_one_line_stay_in_equal_columns() -> None:
    long = "sit on the front of a chair with your ball on its back and lean"
    room = setup()
    assert in_half(room, lowest(card(*(long,) * 4), room, "x", {}).block)


def test_two_cautions_that_a_line_holds_beside_each_other_share_it() -> None:
    """At whatever width the first needs: not only at a twentieth of the line."""
    room = setup()

    def caution(words: str) -> Caution:
        return Caution(kind=Kind.CAUTION, inlines=inlines_of(words), label="Ask us if you", effect="ask")

    height = set_cautions((caution("fall"),), room, "x").block.height
    for count in range(8, 32):
        pair = caution("a" * count), caution("a" * (40 - count))
        assert set_cautions(pair, room, "x").block.height == height


def test_a_label_never_stands_alone_on_its_line() -> None:
    room = setup()
    for words in ("incomprehensibilities of it all", "a of it"):
        told = Text(Kind.TIP, inlines_of(words), "", "Easier:")
        for measure in range(60, 200, 10):
            first = compose(room, labelled(room, told, "x"), measure).paragraph.lines[0]
            assert "".join(placed.run.text for placed in first.runs).strip() != "Easier:"


def test_a_card_that_is_too_high_for_three_on_a_page_has_its_words_in_narrow_letters_but_its_name() -> None:
    many = (*(tip("sit on the front of a chair and lean back over it a little") for _ in range(3)),)
    own = replace(card(), tips=many * 2)
    made = {}
    for most in (1000, 100):
        plain = setup()
        room = replace(plain, theme=replace(plain.theme, card=replace(plain.theme.card, most=most))).denser()
        (piece,) = set_card(own, room, {}).pieces
        runs = [item for item in piece.block.items if isinstance(item, TextItem) and item.run.text.strip()]
        made[most] = piece.block.height, {item.tag.split("/")[2] for item in runs if "narrow" in item.run.face}
        assert not any("narrow" in item.run.face for item in runs if "/name/" in item.tag)
    assert made[1000][1] == set()
    assert made[100][1] >= {"steps", "tip-1"}
    assert made[100][0] < made[1000][0]
