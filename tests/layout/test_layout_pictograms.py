"""Pictograms stand beside the words they show, cost the panel no height, and go before they cost a sheet of paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from layout_specimens import ARABIC, ENGLISH, boxes, manuscript, theme

from handout.layout import Setting, Theme, lay_out
from handout.layout.blocks.pictograms import APART, SIGNS, apart, place_signs
from handout.layout.blocks.sections import set_sections
from handout.layout.lists import bulleted
from handout.layout.pages import Pages, ShapeItem, TextItem
from handout.layout.setup import Setup
from handout.layout.theme.icons import Icons
from handout.manuscript.blocks import Floor
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Sourced, Text, text

HALF_X = 4.0  # from a line's baseline up to its middle, pt


def without_signs(own: Theme) -> Theme:
    return replace(own, icons=Icons({name: icon for name, icon in own.icons.items() if not is_pictogram(name)}))


def is_pictogram(name: str) -> bool:
    return name in SIGNS.values() or name.startswith("floor.")


def sheet(own: Theme, setting: Setting = ENGLISH) -> Pages:
    made = manuscript()
    return lay_out(made, boxes(made), own, setting)


def signs_of(pages: Pages, own: Theme) -> list[ShapeItem]:
    """What page 1 draws in the colour of an area: the pictograms of the panel."""
    items = [item for item in pages.pages[0].items if isinstance(item, ShapeItem) and len(item.shapes) > 8]
    return [i for i in items if any(shape.fill == own.colours.warning for shape in i.shapes)]


def test_every_warning_sign_has_its_pictogram_level_with_its_line() -> None:
    own = theme()
    pages = sheet(own)
    lines = [i for i in pages.pages[0].items if isinstance(i, TextItem) and i.tag.startswith("safety/now/lines/")]
    named = {line.tag.split("/")[3] for line in lines}
    shown = signs_of(pages, own)
    nearest = [min(lines, key=lambda line: abs(line.y - HALF_X - _middle(sign))) for sign in shown]
    assert {line.tag.split("/")[3] for line in nearest} == named & set(SIGNS)
    assert all(sign.x < line.x for sign, line in zip(shown, nearest, strict=True))


def _middle(item: ShapeItem) -> float:
    ys = [n for shape in item.shapes for _, numbers in shape.path for n in numbers[1::2]]
    return item.y + (min(ys) + max(ys)) / 2


@pytest.mark.parametrize("setting", [ENGLISH, ARABIC], ids=["en", "rtl"])
def test_pictograms_cost_the_panel_no_height(setting: Setting) -> None:
    with_them, without = (_texts(sheet(own, setting)) for own in (theme(), without_signs(theme())))
    assert with_them == without


def _texts(pages: Pages) -> list[tuple[float, float]]:
    return [(item.x, item.y) for item in pages.pages[0].items if isinstance(item, TextItem)]


def test_in_a_right_to_left_page_they_stand_at_the_right() -> None:
    own = theme()
    left, right = (signs_of(sheet(own, setting), own)[0].x for setting in (ENGLISH, ARABIC))
    assert left < 90
    assert right > 500


@pytest.mark.parametrize("foot", [0.0, 2.0, 6.0])
def test_the_first_pictogram_keeps_off_the_red_band(foot: float) -> None:
    """A leaf's lines stand so close below it that a sign as high as one and a half of them would touch it."""
    own = theme()
    setup = Setup(replace(own, safety=replace(own.safety, foot=foot)), ENGLISH, 510)
    (now,) = [part for part in manuscript().panel.parts if part.name == "now"]
    first = sorted(now.lines, key=lambda line: line.id != "saddle-numbness")
    blocks = bulleted(setup, first, 400, "safety/now/lines", own.type.panel_line).blocks
    frame = setup.frame(510)
    place_signs(frame, setup, first, blocks, 40 + foot)
    tops = [_top(item) for item in frame.block(400).items if isinstance(item, ShapeItem)]
    assert min(tops) >= 40 + APART


def _top(item: ShapeItem) -> float:
    return item.y + min(n for shape in item.shapes for _, numbers in shape.path for n in numbers[1::2])


def test_neighbours_share_the_way_and_nothing_leaves_the_part() -> None:
    heights = [20.0, 20.0, 20.0]
    found = apart([5.0, 40.0, 52.0], heights, (0.0, 100.0))
    assert found[0] == pytest.approx(10.0)
    assert found[1] + found[2] == pytest.approx(92.0)
    assert all(b - a >= 20 + APART - 0.01 for a, b in pairwise(found))


def steps(*names: str) -> tuple[Text, ...]:
    return tuple(text(Kind.STEP, Sourced(name, f"safety.floor.{name}")) for name in names)


def floor(down: tuple[Text, ...], up: tuple[Text, ...]) -> Floor:
    return Floor(title=text(Kind.HEADING3, "Down and up"), down=down, up=up, before="")


DOWN = steps("down.hold", "down.kneel", "down.hands", "down.lie")
UP = steps("up.roll", "up.crawl", "up.foot", "up.wait")


@pytest.mark.parametrize("style", ["standard", "mono", "large-print"])
def test_the_steps_to_the_floor_and_up_stand_in_rows_over_their_words(style: str) -> None:
    [passage] = set_sections([floor(DOWN, UP)], Setup(theme(style), ENGLISH, 510))
    rows = [piece for piece in passage.pieces if piece not in passage.plain]
    assert sum(len([i for i in row.block.items if isinstance(i, ShapeItem) and len(i.shapes) > 5]) for row in rows) == 8
    assert all(row.with_next for row in rows)
    assert passage.plain == set_sections([floor(DOWN, UP)], Setup(without_signs(theme(style)), ENGLISH, 510))[0].pieces


def test_a_step_that_has_no_pictogram_takes_those_of_all() -> None:
    """A row with a gap would show the wrong way down."""
    [passage] = set_sections([floor(DOWN, steps("up.roll", "up.bed"))], Setup(theme(), ENGLISH, 510))
    assert passage.plain == ()
    assert not any(isinstance(i, ShapeItem) for piece in passage.pieces for i in piece.block.items)


def test_the_panel_of_the_specimen_names_a_sign_that_is_drawn() -> None:
    ids = [line.id for part in manuscript().panel.parts for line in part.lines]
    assert set(ids) & set(SIGNS)
