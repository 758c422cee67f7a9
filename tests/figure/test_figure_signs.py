"""The page's pictograms: drawn from data, kept as files, and taken up by every theme."""

from __future__ import annotations

from functools import cache

import pytest
from figure_boards import node_of
from figure_shelf import ROOT, people

from handout.content import load
from handout.drawing import Drawing
from handout.errors import FigureError
from handout.figure import read_poses
from handout.figure.catalogue import stale
from handout.figure.checks import check
from handout.figure.signs import FOLDER, Pictogram, draw_signs, read_signs
from handout.figure.styles import STYLES
from handout.layout.theme.loading import load_theme
from handout.source import plain, read

STEPS = [
    "down-hold", "down-kneel", "down-hands", "down-lie", "up-roll", "up-crawl", "up-foot", "up-wait",
]  # fmt: skip
AREA = STYLES["sign"].colours["area"]


@cache
def signs() -> dict[str, Pictogram]:
    node = read(ROOT / "assets" / "signs.yaml")
    return read_signs(node, read_poses(read(ROOT / "assets" / "poses.yaml")))


@cache
def drawn() -> dict[str, Drawing]:
    return draw_signs(signs(), people())


def test_the_kept_pictograms_show_what_the_data_draws_today() -> None:
    assert [str(finding) for finding in stale(drawn(), ROOT / "assets" / "figures" / FOLDER)] == []


def test_there_is_one_for_each_sign_and_each_step_to_the_floor_and_up() -> None:
    areas = {"saddle-numbness", "both-legs", "chest-pain", "face-arm-speech"}
    assert drawn().keys() == areas | {f"floor.{step}" for step in STEPS}


def test_the_steps_are_those_of_the_words() -> None:
    words = plain(read(ROOT / "handouts" / "safety" / "en.yaml"))["floor"]  # type: ignore[index]
    assert [f"{way}-{step}" for way in ("down", "up") for step in words[way]] == STEPS


@pytest.mark.parametrize("name", ["saddle-numbness", "both-legs", "chest-pain", "face-arm-speech"])
def test_a_sign_shows_its_area(name: str) -> None:
    assert any(shape.fill == AREA for shape in drawn()[name].shapes)


def test_the_bodies_in_pictograms_pass_the_checks() -> None:
    """Those of bodies: a sign may be seen from behind, and its frames are steps, not one movement."""
    said = [f.what for sign in signs().values() for f in check(sign.board, people()[sign.board.person])]
    assert [what for what in said if "is seen" not in what and "near its arrow" not in what] == []


def test_a_theme_has_them_in_its_own_colours() -> None:
    library, _ = load([ROOT], ["en"])
    for style in ("standard", "mono"):
        theme = load_theme(style, library)
        colours = {shape.fill for shape in theme.icons["chest-pain"].shapes}
        assert theme.colours.warning in colours, style


def test_a_part_that_nobody_has_is_refused() -> None:
    picture = {"pose": {"base": "standing"}, "frames": {"sign": {}}}
    data = {"x": {"picture": picture, "areas": [{"parts": ["wing_r"], "at": "chest"}]}}
    poses = read_poses(read(ROOT / "assets" / "poses.yaml"))
    with pytest.raises(FigureError) as refused:
        read_signs(node_of(data), poses)
    assert "wing_r" in str(refused.value)
