"""Ink that reaches into the next line: measured, and set apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from text_specimens import arabic, latin, span

from handout.text import CLEAR, Paragraph, clearance, reach, typeset
from handout.text.reach import OVER

LOW, HIGH = "عيي", "لّلّأ"  # deep tails, tall stacks


def apart(paragraph: Paragraph) -> list[float]:
    return [clearance(one, other, other.baseline - one.baseline) for one, other in pairwise(paragraph.lines)]


def test_the_white_between_two_lines_is_that_between_their_outlines() -> None:
    upper, lower = (typeset([span(text, "ar")], arabic(), 300).lines[0] for text in (LOW, HIGH))
    far, near = clearance(upper, lower, 30), clearance(upper, lower, 20)
    assert far - near == pytest.approx(10)
    assert near == pytest.approx(20 - reach(upper)[1] - reach(lower)[0], abs=1)


def test_letters_that_are_not_over_each_other_do_not_meet() -> None:
    upper, lower = (typeset([span(text, "ar")], arabic(), 300).lines[0] for text in (LOW, HIGH))
    aside = replace(lower, runs=tuple(replace(run, x=run.x - 100) for run in lower.runs))
    assert clearance(upper, aside, 12) >= CLEAR > clearance(upper, lower, 12)


def test_lines_whose_marks_would_meet_stand_further_apart() -> None:
    style = replace(arabic(), leading=14.0)
    paragraph = typeset([span(f"{LOW}\n{HIGH}\n{LOW}", "ar")], style, 300)
    assert min(apart(paragraph)) == pytest.approx(CLEAR)
    steps = {round(other.baseline - one.baseline, 6) for one, other in pairwise(paragraph.lines)}
    assert len(steps) == 1, "a paragraph has one leading"
    assert steps.pop() > 14
    assert paragraph.height > 3 * 14


def test_no_mark_leaves_its_paragraph() -> None:
    paragraph = typeset([span("لّاً", "ar")], replace(arabic(), leading=12.0), 300)
    above, below = reach(paragraph.lines[0])
    assert paragraph.lines[0].baseline - above >= -OVER - 1e-6
    assert paragraph.height - paragraph.lines[0].baseline - below >= -OVER - 1e-6


def test_latin_lines_keep_their_leading() -> None:
    paragraph = typeset([span("Ågy\nÉlp", "fr")], latin(language="fr"), 300)
    assert paragraph.height == pytest.approx(2 * latin().leading)


def test_a_mark_does_not_stand_among_the_dots_of_another_line() -> None:
    """Seen over a paragraph: the tail of a yeh passed above a stack, its dots beside it."""
    upper, lower = (typeset([span(text, "ar")], arabic(), 300).lines[0] for text in ("ي", "لّ"))
    deepest, highest = reach(upper)[1], reach(lower)[0]
    assert clearance(upper, lower, 20) == pytest.approx(20 - deepest - highest)
    level = deepest + highest  # the ink of the two lines is level there
    for at in range(-3, 4):
        moved = replace(lower, runs=tuple(replace(run, x=run.x + at) for run in lower.runs))
        assert clearance(upper, moved, level) == pytest.approx(0, abs=1e-6), at
