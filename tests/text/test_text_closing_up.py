"""Full-width punctuation takes no more room than its reader expects; its text stays as it was written."""

from __future__ import annotations

import pytest
from text_specimens import latin, runs, span

from handout.text import ParagraphStyle, typeset

CHINESE = ParagraphStyle("zh-Hans", "ltr", 18.0, ("noto-sans-sc", "noto-sans"))


def width(*texts: str) -> float:
    """In ems, where a Chinese character is as wide as its size."""
    paragraph = typeset([span(text, "zh-Hans") for text in texts], CHINESE, 1000)
    assert "".join(run.text for run in runs(paragraph)) == "".join(texts)
    return paragraph.widest / 12


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("痛。", 2), ("痛）。", 2.5), ("痛”，下", 3.5), ("（“痛", 2.5), ("痛？！", 3), ("痛、下", 3),
        ("呼吸：全", 4), ("呼吸： 全", 4), ("痛。 下", 3),
    ],
)  # fmt: skip
def test_two_marks_share_their_white_and_a_space_behind_one_takes_no_room(text: str, ems: float) -> None:
    assert width(text) == pytest.approx(ems, abs=0.01)


def test_so_it_is_where_the_space_is_of_another_look() -> None:
    assert width("呼吸：", " ", "全程") == pytest.approx(5, abs=0.01)


@pytest.mark.parametrize("text", ["Breathe: easily", "“Lower” means", "the sheets’ words"])
def test_latin_punctuation_keeps_its_space(text: str) -> None:
    paragraph = typeset([span(text)], latin(), 1000)
    assert paragraph.widest > typeset([span(text.replace(" ", ""))], latin(), 1000).widest + 2
