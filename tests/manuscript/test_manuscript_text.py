"""White space of a file of words is no typography: it is one space, and a no-break space stays what it is."""

from __future__ import annotations

from handout.manuscript.kinds import Kind
from handout.manuscript.text import Sourced, joined, led, text


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    said = text(Kind.LEAD, Sourced(" Ease  a\n stiff\u00a0back \t", "a.path"))
    assert (said.plain, said.path) == ("Ease a stiff\u00a0back", "a.path")
    assert not text(Kind.LEAD, " \n")


def test_a_label_in_bold_is_parted_from_its_words_by_a_space() -> None:
    said = led(Kind.STEP, Sourced("sit  tall"), "Start\n")
    assert [(one.words, one.strong) for one in said.inlines] == [("Start", True), (" sit tall", False)]


def test_pieces_keep_the_space_between_them_alone() -> None:
    assert [one.words for one in joined([(False, " a  b "), (True, "c"), (False, ""), (False, " d ")])] == [
        "a b ", "c", " d",
    ]  # fmt: skip
