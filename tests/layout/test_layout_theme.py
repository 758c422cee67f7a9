"""Themes: one file says everything, the others what differs; nothing small, nothing unknown."""

from __future__ import annotations

from dataclasses import fields

import pytest
from layout_specimens import theme, theme_file

from handout.errors import LayoutError
from handout.layout.theme.files import merge, read_theme, smallest
from handout.source import Mapping, parse


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def small(text: str) -> Mapping:
    node = parse(text, "mine.yaml")
    assert isinstance(node, Mapping)
    return node


def test_nothing_is_smaller_than_twelve_points_and_large_print_has_eighteen() -> None:
    assert smallest(theme()) >= 12
    assert smallest(theme("mono")) >= 12
    assert smallest(theme("large-print")) >= 18


@pytest.mark.parametrize("name", ["standard", "mono", "large-print"])
def test_every_text_colour_reads_on_its_ground(name: str) -> None:
    colours = theme(name).colours
    for text in (colours.ink, colours.quiet, colours.accent, colours.warning):
        assert contrast(text, colours.paper) >= 7
    assert contrast(colours.black, colours.caution) >= 7
    assert contrast(colours.ink, colours.tint) >= 7


@pytest.mark.parametrize("name", ["standard", "mono", "large-print"])
def test_running_text_has_a_leading_of_a_third_at_least(name: str) -> None:
    body = theme(name).type.body
    assert body.leading / body.size >= 1.35 - 1e-9


def test_the_mono_theme_is_black_and_white() -> None:
    colours = theme("mono").colours
    assert {getattr(colours, f.name) for f in fields(colours)} == {"#000000", "#ffffff"}


def test_icons_take_the_theme_s_colours() -> None:
    shapes = [shape for icon in theme("mono").icons.values() for shape in icon.shapes]
    painted = {colour for shape in shapes for colour in (shape.fill, shape.stroke) if colour}
    assert painted <= {"#000000", "#ffffff"}


def test_a_theme_that_says_only_what_differs_keeps_the_rest() -> None:
    own = read_theme(merge(theme_file("standard"), small("card: {bar: 40}\n")))
    assert own.card.bar == 40
    assert own.card.square == theme().card.square


def test_every_fault_of_a_theme_is_told_at_once_with_its_place() -> None:
    text = (
        'colours: {ink: blue, pink: "#ff00ff"}\n'
        "type:\n"
        "  body: {size: big, leading: 16, weight: 500, colour: oak}\n"
    )
    with pytest.raises(LayoutError) as refused:
        read_theme(merge(theme_file("standard"), small(text)))
    said = [(f.path, f.what) for f in refused.value.findings]
    assert ("colours.pink", "unknown key pink") in said
    assert ("colours.ink", "colours.ink is not a colour") in said
    assert ("type.body.size", "type.body.size is not a number of points") in said
    assert ("type.body.weight", "type.body.weight: no face has weight 500") in said
    assert ("type.body.colour", "type.body.colour: no colour is named oak") in said
    assert all(f.where and f.where.file == "mine.yaml" for f in refused.value.findings)


def test_a_theme_that_lacks_a_value_is_refused() -> None:
    with pytest.raises(LayoutError, match=r"the theme does not say colours\.quiet"):
        read_theme(small('colours: {ink: "#000000"}\n'))
