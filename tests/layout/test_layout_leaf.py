"""The back of a leaf: which words belong to a number is seen at once, and doses stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any, cast

import pytest
from layout_specimens import ARABIC, ENGLISH, theme

from handout.drawing import Drawing
from handout.errors import Finding, LeafError
from handout.layout import Setting, Theme
from handout.layout.blocks.captions import SetPicture
from handout.layout.frame import Block
from handout.layout.leaf.cautions import set_cautions
from handout.layout.leaf.cell import span
from handout.layout.leaf.choice import best_leaf
from handout.layout.leaf.doses import APART, in_column
from handout.layout.leaf.groups import PAD, set_groups
from handout.layout.leaf.setting import back_setup, leaf_setup
from handout.layout.pages import Pages, PictureItem, ShapeItem, Tag, TextItem
from handout.layout.pair import Partner
from handout.layout.setup import Setup, setup_of
from handout.layout.theme.leaf import Groups
from handout.manuscript import (
    Cautions,
    Concerned,
    ExerciseCard,
    Illustration,
    Inline,
    Kind,
    Strip,
    Text,
    ZoneKey,
)
from handout.text import Glyph

LONG = "over 16 weeks pregnant · had recent surgery · hurt more when you lean back · get short of breath lying flat · "
KNEE = "ألم في الركبة · "
NUMBERS = ((1,), (2, 3), (4,), (5, 6))
LEAD = {"en": "Not for you if you", "ar": "لا تؤدِّ التمرين في حالة"}
SAID = {
    "en": ("frail or unsteady", "have a sore knee", f"{LONG * 2}have numb skin", "swell"),
    "ar": (KNEE + "الحمل", KNEE + "حمّى", f"{KNEE * 14}الحمل", "الحمل"),
}


def setup(setting: Setting = ENGLISH, groups: Groups = "whole") -> Setup:
    own = back_setup(leaf_setup(setup_of("a4", theme(), setting)))
    return replace(own, theme=replace(own.theme, leaf=replace(own.theme.leaf, groups=groups)))


def words(kind: Kind, said: str) -> Text:
    return Text(kind, (Inline(said),))


def made(own: Setup) -> tuple[Block, tuple[Tag, ...]]:
    groups = tuple(
        Concerned(kind=Kind.ITEM, inlines=(Inline(said),), label=" ".join(map(str, numbers)), numbers=numbers)
        for numbers, said in zip(NUMBERS, SAID[own.setting.tag], strict=True)
    )
    return set_groups(words(Kind.PARAGRAPH, LEAD[own.setting.tag]), groups, own, "x")


def grouped(own: Setup) -> Block:
    return made(own)[0]


def texts(block: Block, tag: str) -> list[TextItem]:
    return [item for item in block.items if isinstance(item, TextItem) and item.tag == tag]


def inked(items: Sequence[TextItem], line: float) -> tuple[float, float]:
    """Where the ink on a baseline begins and ends: without the white at the ends of a run."""
    found: list[float] = []
    for item in items:
        if item.y != pytest.approx(line) or not item.run.text.strip():
            continue
        glyphs = item.run.glyphs
        white = [sum(one.advance for one in takewhile(_blank, way)) for way in (glyphs, glyphs[::-1])]
        found += [item.x + white[0], item.x + item.run.width - white[1]]
    return min(found), max(found)


def _blank(glyph: Glyph) -> bool:
    return bool(glyph.cluster) and not glyph.cluster.strip()


@pytest.mark.parametrize("groups", ["whole", "running"])
@pytest.mark.parametrize("setting", [ENGLISH, ARABIC], ids=["ltr", "rtl"])
def test_what_stands_behind_a_number_is_nearer_to_it_than_what_stands_before(setting: Setting, groups: Groups) -> None:
    """A reader could not see whether a number belonged to the words before it or behind it."""
    block, mirrored = grouped(setup(setting, groups)), setting.direction == "rtl"
    ends = {"x/title": texts(block, "x/title")[-1].y}
    for index in range(1, len(NUMBERS) + 1):
        numbers, said = texts(block, f"x/{index}/numbers"), texts(block, f"x/{index}/words")
        line = numbers[0].y
        chip, own = inked(numbers, line), inked(said, line)
        behind = (chip[0] - own[1] if mirrored else own[0] - chip[1]) - PAD
        assert 2.5 < behind < 6
        before = [tag for tag, last in ends.items() if last == pytest.approx(line)]
        if before:
            other = inked(texts(block, before[-1]), line)
            assert (other[0] - chip[1] if mirrored else chip[0] - other[1]) - PAD > 1.6 * behind
        ends[f"x/{index}/words"] = said[-1].y


@pytest.mark.parametrize("groups", ["whole", "running"])
def test_right_to_left_the_exact_text_of_numbers_parts_them_from_what_follows(groups: Groups) -> None:
    """Words that begin with a quotation mark ran into their number: "4«"."""
    _, (_, listed) = made(setup(ARABIC, groups))
    spoken = [[part.actual_text for part in item.children[0].children] for item in listed.children]
    assert [numbers.split() for numbers, _ in spoken] == [[str(one) for one in group] for group in NUMBERS]
    assert all(numbers[-1] == " " for numbers, _ in spoken)


def test_a_group_that_is_whole_begins_a_line_or_stands_in_one_and_goes_on_under_its_own_words() -> None:
    own = setup()
    block, left = grouped(own), PAD
    for index, said in enumerate(SAID["en"], 1):
        numbers, lines = texts(block, f"x/{index}/numbers"), texts(block, f"x/{index}/words")
        starts = {round(item.x, 1) for item in lines}
        rows = {round(item.y, 1) for item in lines}
        assert len(rows) == 1 or (numbers[0].x == pytest.approx(left) and len(starts) == 1)
        assert (len(rows) > 1) == (len(said) > 100)


@pytest.mark.parametrize("setting", [ENGLISH, ARABIC], ids=["ltr", "rtl"])
def test_a_line_that_begins_with_a_chip_begins_where_other_lines_do(setting: Setting) -> None:
    """Chips stuck out of the text to the side."""
    own, chips = setup(setting, "running"), 0
    for less in range(0, 120, 8):  # of the measure, until a line breaks before numbers
        block = grouped(own.narrowed(own.width - less))
        runs = [item for item in block.items if isinstance(item, TextItem) and item.run.text.strip()]
        for line in sorted({item.y for item in runs}):
            edge = {item.tag: inked([item], line) for item in runs if item.y == line}
            tag = max(edge, key=lambda one: edge[one][1]) if setting is ARABIC else min(edge, key=lambda one: edge[one])
            start = block.width - edge[tag][1] if setting is ARABIC else edge[tag][0]
            chip = tag.endswith("numbers")
            chips += chip
            assert start == pytest.approx(PAD if chip else 0, abs=1)
    assert chips


@pytest.mark.parametrize("setting", [ENGLISH, ARABIC], ids=["ltr", "rtl"])
@pytest.mark.parametrize("groups", ["whole", "running"])
def test_the_numbers_of_a_group_share_a_chip_within_the_measure_clear_of_every_other(
    setting: Setting, groups: Groups
) -> None:
    own = setup(setting, groups)
    block = grouped(own)
    shapes = [item for item in block.items if isinstance(item, ShapeItem)]
    paper = own.theme.colours.paper
    boxes = [(item.x, item.y, *_size(item)) for item in shapes if item.shapes[0].fill != paper]
    parting = [(item.x, item.y, *_size(item)) for item in shapes if item.shapes[0].fill == paper]
    more = sum(len(numbers) - 1 for numbers in NUMBERS)
    mirrored = setting is ARABIC  # there each number is a run of its own, and has a chip of its own
    assert (len(boxes), len(parting)) == ((len(NUMBERS) + more, 0) if mirrored else (len(NUMBERS), more))
    for x, y, wide, high in parting:  # so little white that the numbers, which are white, stay legible
        assert wide < 1
        assert any(a < x < a + w - wide and (b, h) == (y, high) for a, b, w, h in boxes)
    for at, (x, y, wide, high) in enumerate(boxes):
        assert x >= -0.01
        assert x + wide <= own.width + 0.01
        for other in boxes[:at]:
            apart_x = max(other[0] - x - wide, x - other[0] - other[2])
            apart_y = max(other[1] - y - high, y - other[1] - other[3])
            assert max(apart_x, apart_y) > 1


def _size(item: ShapeItem) -> tuple[float, float]:
    (shape,) = item.shapes
    places = [value for _, values in shape.path for value in values]
    return max(places[0::2]), max(places[1::2])


def dosed(*doses: tuple[str, ...]) -> ExerciseCard:
    made = tuple(
        Strip(icon="repeat", amount=words(Kind.AMOUNT, amount), units=tuple(words(Kind.UNIT, one) for one in units))
        for amount, *units in doses
    )
    name = words(Kind.HEADING3, "Knee rolls")
    return ExerciseCard(
        id="a", number="1", name=name, dose=made, purpose=None, steps=(), tips=(), pictures=(), cautions=()
    )


def test_a_dose_in_two_lines_stands_clear_of_the_next() -> None:
    """Words in two lines, then words in two lines: nothing parted one dose from the next."""
    own = setup()
    both = dosed(("5", "times", "each side of the body"), ("2", "seconds", "without any movement"))
    block = in_column(both, own, 110).block
    lines = [texts(block, f"exercise/a/dose/{at}/unit-{unit}")[0].y for at in (1, 2) for unit in (1, 2)]
    within, between = lines[1] - lines[0], lines[2] - lines[1]
    assert between >= within + APART - 0.01
    assert APART >= 3


def test_doses_go_apart_as_far_as_their_pictures_are_high() -> None:
    own, exercise = setup(), dosed(("2", "minutes"), ("2", "times a day"))
    low, high = (in_column(exercise, own, 200, height).block for height in (0, 45))
    assert low.height < high.height <= 45


def zone(width: float = 55, height: float = 65) -> SetPicture:
    place = Illustration(ref="roll", frame="zone", shows="zone", alt="alt", path="", caption=Text(Kind.CAPTION, ()))
    return SetPicture(place, Drawing(width, height, (), "a place"), "exercise/a/pictures/1")


def test_a_row_over_both_columns_begins_with_its_number_however_many_words_it_has() -> None:
    """In some rows pictures came first, and the number stood in the middle of the page."""
    own, plain = setup(), dosed(("2", "minutes"), ("2", "times a day"))
    heights = []
    for said in ("Lean back a little.", f"{LONG * 3}and so on."):
        cell = span(replace(plain, detail="cue", cue=words(Kind.CUE, said)), own, [zone(150, 40)], 90)
        number, name = (texts(cell.block, f"exercise/a/name/{part}")[0] for part in ("number", "words"))
        (drawn,) = (item for item in cell.block.items if isinstance(item, PictureItem))
        assert 0 <= number.x < own.theme.leaf.chip < name.x < drawn.x
        assert drawn.x + 150 <= own.width
        heights.append(cell.block.height)
    assert heights[1] > heights[0] + 30, "the two forms of a row are tried"


def test_what_marks_say_stands_in_the_line_of_the_heading_of_the_cautions() -> None:
    """Nothing on the leaf said what hatched and crossed places in its pictures are."""
    own = setup()
    places = tuple(
        ZoneKey(kind=Kind.KEY, inlines=(Inline(said),), allowed=said == "Yes") for said in ("Yes", "No")
    )
    named = words(Kind.HEADING2, "Check before you start"), words(Kind.PARAGRAPH, "Not for everyone")
    passage = set_cautions(Cautions(title=named[0], places=places, key=named[1], frames=()), own)
    head = passage.pieces[0].block
    said = [item for item in head.items if isinstance(item, TextItem)]
    assert "".join(item.run.text for item in said).replace(" ", "") == "CheckbeforeyoustartYesNoNotforeveryone"
    assert len({round(item.y, 1) for item in said}) == 1
    ends = [item.x + item.run.width for item in said if item.run.text.strip() in {"Yes", "No"}]
    marks = [item.x for item in head.items if isinstance(item, ShapeItem)]
    assert all(any(0 < mark - end < 6 for mark in marks) for end in ends)


Limits = tuple[float, float]  # the largest pictures that a way holds with groups whole, and with groups that run on


def _chosen(monkeypatch: pytest.MonkeyPatch, *limits: Limits) -> tuple[int, float, Groups]:
    """What is chosen of ways that hold so much."""

    def lay(manuscript: tuple[int, float], _pictures: object, own: Theme, _setting: object) -> Pages:
        way, height = manuscript
        if height > limits[way][own.leaf.groups == "running"]:
            raise LeafError(Finding("too high", "leave one out"))
        return front

    front = Pages(0, 0, (), Tag("document", "Document"), "en", "ltr", "Leaf", "", "front")
    monkeypatch.setattr("handout.layout.leaf.choice.lay_out_leaf", lay)
    monkeypatch.setattr("handout.layout.leaf.choice.has_card", lambda _: False)
    own = theme()
    ways = [
        lambda height, way=way: Partner(cast("Any", (way, height)), {}, own, ENGLISH) for way in range(len(limits))
    ]
    found = best_leaf(ways, own.leaf.heights)
    return found.way, found.height, found.groups


def test_a_leaf_that_no_way_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LeafError):
        _chosen(monkeypatch, (0, 0), (0, 0), (0, 0))


def test_pictures_become_small_before_groups_run_on_and_these_before_letters_become_narrow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _chosen(monkeypatch, (63, 63), (72, 72), (72, 72)) == (0, 63, "whole")
    assert _chosen(monkeypatch, (0, 0), (45, 63), (72, 72)) == (1, 45, "whole")
    assert _chosen(monkeypatch, (0, 0), (0, 54), (72, 72)) == (1, 54, "running")
    assert _chosen(monkeypatch, (0, 0), (0, 0), (54, 72)) == (2, 54, "whole")
    assert _chosen(monkeypatch, (0, 0), (0, 0), (0, 36)) == (2, 36, "running")
