"""A dose or a telephone number reads the same at every measure: a clinical promise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_specimens import INK, arabic, seen

from handout.text import Line, ParagraphStyle, PlacedRun, Span, typeset

NUMBERS = ("020 7946 0000", "5 mg", "5–7", "+44 20 7946 0000", "12.5 kg", "1 000 000")
WORDS = ("اتصل", "على", "الرقم", "إذا", "شعرت", "بألم", "شديد", "(الآن)،", "خذ", "الدواء")
ANY_MEASURE = settings(max_examples=120, derandomize=True, database=None, deadline=None)


def part(line: Line, tag: str) -> Line:
    """The runs of one number on a line, at their places."""
    return Line(tuple(placed for placed in line.runs if placed.run.tag == tag), line.baseline, line.width)


def check_numbers(spans: list[Span], style: ParagraphStyle, measure: float) -> None:
    """Each number, put together from line to line as the eye reads it, is the number."""
    paragraph = typeset(spans, style, measure)
    for span in spans:
        if not span.tag:
            continue
        pieces = [part(line, span.tag) for line in paragraph.lines]
        read = " ".join(" ".join(seen(piece).split()) for piece in pieces if piece.runs)
        assert isinstance(span.text, str)
        assert read.split() == span.text.strip("\u2066\u2069").split(), measure


@given(
    st.lists(st.one_of(st.sampled_from(NUMBERS), st.sampled_from(WORDS)), min_size=3, max_size=14),
    st.integers(35, 260),
)
@ANY_MEASURE
def test_isolated_numbers_keep_their_order_in_arabic_at_line_ends(parts: list[str], measure: int) -> None:
    spans: list[Span] = []
    for index, text in enumerate(parts):
        if text in NUMBERS:
            spans.append(Span(f"\u2066{text}\u2069", 12.0, 400, INK, "ar", f"n{index}"))
            spans.append(Span(" ", 12.0, 400, INK, "ar"))
        else:
            spans.append(Span(f"{text} ", 12.0, 400, INK, "ar"))
    check_numbers(spans, arabic(), measure)


@pytest.mark.parametrize("measure", range(60, 240, 7))
def test_a_telephone_number_broken_at_a_line_end_goes_on_below_in_its_order(measure: int) -> None:
    words = Span("اتصل فورًا على الرقم ", 12.0, 400, INK, "ar")
    number = Span("\u2066020 7946 0000\u2069", 12.0, 700, INK, "ar", "n")
    check_numbers([words, number, Span(" عند الحاجة.", 12.0, 400, INK, "ar")], arabic(), measure)


def test_the_trailing_space_of_a_broken_number_hangs_at_the_left_of_an_arabic_line() -> None:
    text = "اتصل على \u2066020 7946 0000 0000\u2069"
    broken = typeset([Span(text, 12.0, 400, INK, "ar")], arabic(), 120).lines[0]
    assert seen(broken).strip().startswith("020 7946")
    space: PlacedRun = broken.runs[-1]
    assert space.run.text == " "
    assert space.x + space.run.width == pytest.approx(120 - broken.width)


def test_number_and_unit_joined_by_a_no_break_space_stay_on_one_line() -> None:
    for measure in range(30, 200, 5):
        text = "خذ الدواء \u20665\u00a0mg\u2069 مرتين في اليوم"
        paragraph = typeset([Span(text, 12.0, 400, INK, "ar")], arabic(), measure)
        assert sum("5\u00a0mg" in seen(line) for line in paragraph.lines) == 1
