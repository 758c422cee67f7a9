"""The shipped icons: in our own subset of SVG, in one box, in few colours that layout can change."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.drawing import load_svg, mirrored
from handout.drawing.svg.geometry import bounds

ICONS = Path(__file__).parents[2] / "assets" / "icons"
NAMES = """
breathe calendar-check chevron clock easier hand-octagon handset harder heat-pack minus-ring mistake plus-disc
repeat shower speech-question speech-question-rtl tick warning-triangle weight
""".split()  # noqa: SIM905
COLOURS = {"#1b2530", "#0b4f8a", "#9b2423", "#ffd100", "#ffffff", "#000000"}


def test_every_icon_is_there_and_no_other() -> None:
    assert sorted(path.stem for path in ICONS.glob("*.svg")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_bold_and_inside_its_box(name: str) -> None:
    icon = load_svg(ICONS / f"{name}.svg")
    assert (icon.width, icon.height) == (24, 24)
    for shape in icon.shapes:
        assert {shape.fill, shape.stroke} - {None} <= COLOURS
        assert shape.stroke is None or shape.width >= 1.2  # 0.55 pt where the icon is printed at 11 pt
        box = bounds(shape.path)
        assert box is not None
        assert min(box[:2]) - shape.width / 2 >= 0
        assert max(box[2:]) + shape.width / 2 <= 24


def test_the_arabic_question_is_the_mirror_of_the_latin_one() -> None:
    latin, arabic = (load_svg(ICONS / f"speech-question{end}.svg") for end in ("", "-rtl"))
    for one, other in zip(mirrored(latin).shapes, arabic.shapes, strict=True):
        assert bounds(one.path) == pytest.approx(bounds(other.path))


def test_the_caution_sign_keeps_its_colours() -> None:
    sign = load_svg(ICONS / "hand-octagon.svg")
    assert (sign.shapes[0].fill, sign.shapes[0].stroke) == ("#ffd100", "#000000")
