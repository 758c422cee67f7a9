"""Themes: one file says everything, the others what differs; nothing small, nothing unknown."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import pytest
from layout_specimens import theme, theme_file

from handout.content import Library, load, shipped_root
from handout.errors import LayoutError
from handout.layout.theme.files import merge, read_theme
from handout.layout.theme.loading import load_theme
from handout.layout.theme.types import Theme
from handout.source import Mapping, Node, Scalar, parse


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


def smallest(own: Theme) -> float:
    """The smallest size of a theme, pt."""
    return min(getattr(own.type, one.name).size for one in fields(own.type))


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
    assert ("colours.pink", "“pink” is not known here") in said
    assert ("colours.ink", "“blue” is not a colour in small letters") in said
    assert ("type.body.size", "“big” is not a number") in said
    assert ("type.body.weight", "500 is not known here") in said
    assert ("type.body.colour", "“oak” is not known here") in said
    assert all(f.where and f.where.file == "mine.yaml" for f in refused.value.findings)


def test_a_theme_that_lacks_a_value_is_refused() -> None:
    with pytest.raises(LayoutError, match="“quiet” is missing"):
        read_theme(small('colours: {ink: "#000000"}\n'))


BAD = {
    "all colours white": 'colours: {ink: "#ffffff", quiet: "#ffffff", accent: "#ffffff", warning: "#ffffff"}',
    "an octagon over the panel": "safety: {icon: 900}",
    "red over the warnings": "safety: {bar: 600}",
    "grey over everything": "page: {foot_rule: 1400}",
    "columns on each other": "safety: {gutter: -400}",
    "the panel over the title": "gap: {safety: -200}",
    "text off the page": "page: {foot: -500}",
    "a margin no printer reaches": "page: {margin: 2}",
    "words in the band's colour": "type: {band: {size: 15, leading: 20, weight: 700, colour: warning}}",
    "the emergency number red on red": "type: {number: {size: 25, leading: 26, weight: 700, colour: warning}}",
    "letters on each other": "type: {band: {size: 15, leading: 20, weight: 700, colour: paper, tracking: -14}}",
    "doses at 2 pt": "type: {amount: {size: 2, leading: 3, weight: 700, colour: ink}}",
    "captions at 4 pt": "type: {caption: {size: 4, leading: 5, weight: 400, colour: ink}}",
    "doses white": "type: {amount: {size: 23, leading: 26, weight: 700, colour: paper}}",
    "the stamp white": "type: {stamp: {size: 12, leading: 15, weight: 700, colour: paper}}",
    "lines on one another": "type: {panel_line: {size: 12, leading: 1, weight: 400, colour: ink}}",
    "no size": "type: {body: {size: 0, leading: 0, weight: 400, colour: ink}}",
    "no pitch of dots": "safety: {dot_pitch: 0}",
    "no stripes": "safety: {stripe_ink: 0, stripe_gap: 0}",
    "no height of figures": "pictures: {height: 0}",
    "400 digits": f"page: {{margin: {'9' * 400}}}",
    "half a column": "page: {columns: 0.5}",
    "quiet too pale": 'colours: {quiet: "#a0a0a0"}',
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_theme_that_could_hide_words_is_refused_by_its_line(tmp_path: Path, text: str) -> None:
    for style in ("standard", "large-print"):
        path = tmp_path / f"assets/themes/{style}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        shipped = merge(theme_file("standard"), small(text)) if style == "standard" else None
        path.write_text(text if shipped is None else _written(shipped), "utf-8")
    library = replace(shipped_library(), layers=(shipped_root(), tmp_path))
    with pytest.raises(LayoutError) as caught:
        load_theme("large-print", library)
    with pytest.raises(LayoutError):
        load_theme("standard", library)
    for one in caught.value.findings:
        assert one.where is not None
        assert one.where.line
        assert one.hint


def _written(node: Mapping) -> str:
    """A theme as a file again."""
    return "\n".join(f"{key.text}: {_flow(value)}" for key, value in node.entries)


def _flow(node: Node) -> str:
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{key.text}: {_flow(value)}" for key, value in node.entries) + "}"
    assert isinstance(node, Scalar)
    return f'"{node.text}"' if node.text.startswith("#") else node.text


def test_a_theme_of_a_clinics_own_may_change_colours_and_sizes(tmp_path: Path) -> None:
    path = tmp_path / "assets/themes/mono.yaml"
    path.parent.mkdir(parents=True)
    path.write_text('colours: {accent: "#005030"}\ntype: {body: {size: 13, leading: 17, weight: 400, colour: ink}}\n')
    library = replace(shipped_library(), layers=(shipped_root(), tmp_path))
    assert load_theme("mono", library).type.body.size == 13


@cache
def shipped_library() -> Library:
    return load([shipped_root()], ["en"])[0]
