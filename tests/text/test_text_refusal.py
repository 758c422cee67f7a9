"""What cannot be printed is named, never drawn as a box."""

from __future__ import annotations

import pytest
from text_specimens import latin, span

from handout.errors import TextError
from handout.text import missing, typeset


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
