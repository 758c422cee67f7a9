"""Rule L1 in what is printed: what hangs at the end of a line never moves the words before it."""

from __future__ import annotations

import pytest
from text_specimens import arabic, seen, span

from handout.text import Paragraph, typeset

MEASURE = 60.0


def set_apart(*texts: str, measure: float = MEASURE) -> Paragraph:
    """Texts as spans of their own, as a sheet sets a label, a space and a value."""
    return typeset(tuple(span(text, "ar") for text in texts), arabic(), measure)


@pytest.mark.parametrize("texts", [("Physio", " ", "Leeds"), ("Physio ", "Leeds"), ("Physio", "  ", " ", "Leeds")])
def test_a_latin_word_that_ends_an_arabic_line_stands_at_the_start_side(texts: tuple[str, ...]) -> None:
    first, second = set_apart(*texts).lines
    for line, word in ((first, "Physio"), (second, "Leeds")):
        runs = [placed for placed in line.runs if placed.run.text.strip()]
        assert seen(line).strip() == word
        width = sum(glyph.advance for glyph in runs[-1].run.glyphs if glyph.cluster.strip())
        assert runs[-1].x + width == pytest.approx(MEASURE)


def test_the_hyphen_of_a_divided_latin_word_stands_at_its_right_end_in_arabic() -> None:
    first = set_apart("Physio\u00adtherapy", measure=50).lines[0]
    assert seen(first) in {"Physio\u00ad", "Physio-"}
