"""What cannot be printed is named, never drawn as a box."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_specimens import arabic, latin, runs, span, text_of

from handout.errors import TextError
from handout.text import missing, typeset
from handout.text.characters import INVISIBLE


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("smile 😀", "U+1F600 GRINNING FACE"),
        ("પ", "U+0AAA GUJARATI LETTER PA"),
        ("a\tb", "U+0009 (a control character)"),
        ("a\x00b", "U+0000 (a control character)"),
        ("a\rb", "U+000D (a control character)"),
        ("\u202eabc", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u202aabc", "U+202A LEFT-TO-RIGHT EMBEDDING"),
        ("a\u2028b", "U+2028 LINE SEPARATOR"),
        ("a\ufffdb", "U+FFFD REPLACEMENT CHARACTER"),
        ("a\ud800b", "U+D800 (half of a surrogate pair)"),
        ("a\ue000b", "U+E000 (private use)"),
        ("a\u0378b", "U+0378 (not a character of Unicode)"),
    ],
)
def test_a_character_that_cannot_be_printed_is_named(text: str, says: str) -> None:
    with pytest.raises(TextError) as caught:
        typeset([span(text)], latin(), 300)
    assert says in caught.value.findings[0].what
    assert caught.value.findings[0].hint


def test_every_missing_cluster_is_told_once_and_all_at_once() -> None:
    with pytest.raises(TextError) as caught:
        typeset([span("😀 પ 😀 "), span("ಕ")], latin(), 300)
    assert len(caught.value.findings) == 3


def test_missing_gives_the_clusters_whole() -> None:
    assert missing("Hello ટે x", "en") == ("ટે",)
    assert missing("Hello, Łukasz: →", "en") == ()


def test_isolates_marks_and_joiners_are_no_missing_characters() -> None:
    assert missing("\u2066a\u2069\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufeff\u00ad\n", "en") == ()


def test_a_span_that_begins_with_a_mark_is_refused() -> None:
    with pytest.raises(TextError, match="begins with a mark"):
        typeset([span("क", "hi"), span("\u094d\u0937", "hi", weight=700)], latin(), 300)


@given(st.lists(st.text(max_size=12), max_size=4), st.integers(1, 300), st.booleans())
@settings(max_examples=300, derandomize=True, database=None, deadline=None)
def test_any_text_is_either_set_whole_or_refused(parts: list[str], measure: int, rtl: bool) -> None:
    check_set_or_refused(parts, measure, rtl)


LETTERS = "aé1 5–-.,()“?!\u00a0\u00ad\u2066\u2069\u200f\u200d\u0301\nابتك،؟٣ 5אב(ְ)कष्ि।กิำ가힣ᄀ張。→≥"


@given(st.lists(st.text(alphabet=LETTERS, max_size=14), max_size=4), st.integers(1, 300), st.booleans())
@settings(max_examples=400, derandomize=True, database=None, deadline=None)
def test_any_mixture_of_our_scripts_is_either_set_whole_or_refused(
    parts: list[str], measure: int, rtl: bool
) -> None:
    check_set_or_refused(parts, measure, rtl)


def check_set_or_refused(parts: list[str], measure: int, rtl: bool) -> None:
    """Nothing is lost, doubled or drawn as a box; the only error is a finding."""
    language = "ar" if rtl else "en"
    try:
        paragraph = typeset([span(part, language) for part in parts], arabic() if rtl else latin(), measure)
    except TextError:
        return
    unseen = str.maketrans("", "", "".join(INVISIBLE))
    whole = "".join(map(text_of, paragraph.lines))
    assert whole.translate(unseen) == "".join(parts).translate(unseen)
    for run in runs(paragraph):
        assert all(glyph.gid for glyph in run.glyphs)
        clusters = [glyph.cluster for glyph in run.glyphs]
        assert "".join(reversed(clusters) if run.direction == "rtl" else clusters) == run.text
