"""Paragraphs set to a measure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_specimens import INK, arabic, latin, runs, seen, span, text_of, texts

from handout.cache import Cache
from handout.errors import Private
from handout.text import Paragraph, ParagraphStyle, Span, typeset
from handout.text.faces import open_font
from handout.text.pieces import PARAGRAPHS
from handout.text.shape import SHAPED

SENTENCE = "Tilt your ear to your shoulder. Stay there, keep breathing, and come back slowly."


def test_lines_are_broken_for_the_whole_paragraph_and_never_wider_than_the_measure() -> None:
    paragraph = typeset([span(SENTENCE)], latin(), 150)
    assert texts(paragraph) == [
        "Tilt your ear to your ",
        "shoulder. Stay there, keep ",
        "breathing, and come ",
        "back slowly.",
    ]
    assert all(line.width <= 150 for line in paragraph.lines)
    assert paragraph.widest == max(line.width for line in paragraph.lines)
    assert paragraph.height == pytest.approx(4 * 16.8)


@given(st.integers(40, 400))
@settings(max_examples=40, derandomize=True, database=None, deadline=None)
def test_no_word_is_lost_or_torn_at_any_measure(measure: int) -> None:
    paragraph = typeset([span(SENTENCE)], latin(), measure)
    assert "".join(texts(paragraph)) == SENTENCE
    assert all(line.endswith(" ") for line in texts(paragraph)[:-1])


def test_the_space_at_a_line_end_hangs_outside_the_measure() -> None:
    whole = typeset([span("Stay there")], latin(), 500).widest
    paragraph = typeset([span("Stay there again")], latin(), whole)
    assert texts(paragraph) == ["Stay there ", "again"]
    assert paragraph.lines[0].width == pytest.approx(whole, abs=0.05)


def test_a_line_end_space_in_arabic_hangs_at_the_left() -> None:
    paragraph = typeset([span("أدر رأسك ببطء إلى اليمين ثم إلى اليسار", "ar")], arabic(), 100)
    first = paragraph.lines[0]
    assert text_of(first).endswith(" ")
    assert min(placed.x for placed in first.runs) < 100 - first.width
    assert max(placed.x + placed.run.width for placed in first.runs) == pytest.approx(100)


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (latin(), 0.0), (latin("center"), 0.5), (latin("end"), 1.0),
        (arabic(), 1.0), (arabic("center"), 0.5), (arabic("end"), 0.0),
    ],
)  # fmt: skip
def test_start_and_end_follow_the_reading_direction(style: ParagraphStyle, left: float) -> None:
    text = "Stay" if style.language == "en" else "قف"
    line = typeset([span(text, style.language)], style, 300).lines[0]
    assert line.runs[0].x == pytest.approx(left * (300 - line.width))


def test_a_newline_ends_a_line_and_two_leave_one_empty() -> None:
    paragraph = typeset([span("one\n\ntwo")], latin(), 300)
    assert texts(paragraph) == ["one", "", "two"]
    assert [line.baseline for line in paragraph.lines] == pytest.approx([12.624, 29.424, 46.224])


def test_no_text_gives_no_lines() -> None:
    assert typeset([], latin(), 100) == Paragraph((), 100, 0.0, 0.0)
    assert typeset([span("")], latin(), 100).lines == ()


def test_capitals_look_centred_in_their_leading() -> None:
    baseline = typeset([span("STOP")], latin(), 300).lines[0].baseline
    above, below = baseline - 0.714 * 12, 16.8 - baseline
    assert above == pytest.approx(below, abs=0.25)


def test_a_word_wider_than_the_measure_overflows_and_says_so() -> None:
    paragraph = typeset([span("a immunosuppression b")], latin(), 60)
    assert texts(paragraph) == ["a ", "immunosuppression ", "b"]
    assert paragraph.widest > 60


WORD = "Kranken\u00adhaus\u00adverwaltung"


def test_a_soft_hyphen_is_used_only_where_its_word_is_wider_than_the_measure() -> None:
    german = latin(language="de")
    assert texts(typeset([span(f"die {WORD}", "de")], german, 200)) == ["die Krankenhausverwaltung"]
    assert texts(typeset([span(f"die {WORD}", "de")], german, 150)) == ["die ", "Krankenhausverwaltung"]
    narrow = typeset([span(f"die {WORD} ist", "de")], german, 90)
    assert texts(narrow) == ["die ", "Krankenhaus\u00ad", "verwaltung ist"]
    assert narrow.widest <= 90


def test_the_hyphen_drawn_at_a_soft_hyphen_stands_for_the_soft_hyphen() -> None:
    first = next(runs(typeset([span(WORD, "de")], latin(language="de"), 60)))
    plain = next(runs(typeset([span("Kranken-", "de")], latin(language="de"), 60)))
    assert first.glyphs[-1].cluster == "\u00ad"
    assert [glyph.gid for glyph in first.glyphs] == [glyph.gid for glyph in plain.glyphs]


def test_letters_are_kerned_and_joined_across_the_word() -> None:
    together = typeset([span("AVATAR")], latin(), 300).widest
    apart = sum(typeset([span(letter)], latin(), 300).widest for letter in "AVATAR")
    assert together < apart - 1
    office = next(runs(typeset([span("office")], latin(), 300)))
    assert "".join(glyph.cluster for glyph in office.glyphs) == "office"


def test_tracking_stretches_latin_and_leaves_joined_letters_alone() -> None:
    assert typeset([span("STOP")], latin(tracking=1), 300).widest == pytest.approx(
        typeset([span("STOP")], latin(), 300).widest + 4
    )
    loose = replace(arabic(), tracking=1.0)
    assert typeset([span("قف", "ar")], loose, 300) == typeset([span("قف", "ar")], arabic(), 300)


def test_spans_keep_their_looks_tags_and_order() -> None:
    spans = [
        span("Call ", tag="1/a"),
        Span("999", 20.0, 700, "#9b2423", "en", "1/b"),
        span(" now", tag="1/a"),
    ]
    found = runs(typeset(spans, latin(), 300))
    assert [(run.text, run.size, run.weight, run.colour, run.tag) for run in found] == [
        ("Call ", 12, 400, INK, "1/a"),
        ("999", 20, 700, "#9b2423", "1/b"),
        (" now", 12, 400, INK, "1/a"),
    ]


def test_runs_of_a_line_are_in_reading_order_with_places_in_visual_order() -> None:
    line = typeset([span("خذ Apixaban الآن", "ar")], arabic(), 300).lines[0]
    assert text_of(line) == "خذ Apixaban الآن"
    assert [placed.x for placed in line.runs] == sorted((p.x for p in line.runs), reverse=True)
    assert seen(line).split()[1] == "Apixaban"


def test_invisible_characters_do_their_work_and_never_reach_a_glyph() -> None:
    text = "خذ \u20665\u00a0mg\u2069\u200f \u2067الآن\u2069\u200b\u2060\ufeff."
    for run in runs(typeset([span(text, "ar")], arabic(), 300)):
        everything = run.text + "".join(glyph.cluster for glyph in run.glyphs)
        assert not set(everything) & set("\u2066\u2067\u2068\u2069\u200b\u200e\u200f\u2060\ufeff\u061c")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Difficult ﬁt é e\u0301", "en"),
        ("الأدوية لا تُجبر", "ar"),
        ("क्षमता द्वितीय श्रृंगार", "hi"),
        ("می\u200cخواهم", "fa"),
    ],
)
def test_the_clusters_of_a_run_spell_its_text(text: str, language: str) -> None:
    style = latin() if language in ("en", "hi") else arabic()
    for run in runs(typeset([span(text, language)], style, 400)):
        clusters = [glyph.cluster for glyph in run.glyphs]
        assert "".join(reversed(clusters) if run.direction == "rtl" else clusters) == run.text


def test_arabic_letters_join_across_a_change_of_weight() -> None:
    whole = [glyph.gid for run in runs(typeset([span("بيت", "ar")], arabic(), 300)) for glyph in run.glyphs]
    parted = [span("بي", "ar"), span("ت", "ar", tag="x")]
    pieces = list(runs(typeset(parted, arabic(), 300)))
    assert [glyph.gid for run in reversed(pieces) for glyph in run.glyphs] == whole


def test_brackets_around_a_dose_are_mirrored_in_arabic() -> None:
    line = typeset([span("خذ Apixaban (\u20665\u00a0mg\u2069) الآن", "ar")], arabic(), 300).lines[0]
    drawn = [(glyph.gid, glyph.cluster) for placed in line.runs for glyph in placed.run.glyphs]
    nominal = {bracket: open_font("noto-sans", 400).get_nominal_glyph(ord(bracket)) for bracket in "()"}
    assert {cluster: gid for gid, cluster in drawn if cluster in nominal} == {
        "(": nominal[")"], ")": nominal["("],
    }  # fmt: skip
    assert seen(line).index(")") < seen(line).index("5") < seen(line).index("(") < seen(line).index("A")


def test_the_size_factor_acts_on_the_languages_own_face() -> None:
    sizes = {run.face: run.size for run in runs(typeset([span("خذ Apixaban", "ar")], arabic(), 300))}
    assert sizes == {"noto-sans-arabic": pytest.approx(12.96), "noto-sans": 12}


def test_the_same_paragraph_is_set_the_same_twice() -> None:
    style = latin()
    once = typeset([span(SENTENCE), span(" محمّد", "ar")], style, 150)
    assert typeset([span(SENTENCE), span(" محمّد", "ar")], style, 150) == once
    assert typeset([span(SENTENCE), span(" محمّد", "ar")], replace(style, cache=Cache()), 150) == once


def test_a_patients_name_is_set_but_never_kept() -> None:
    style = latin()
    typeset([span("Dear ")], style, 300)
    before = (style.cache.count(PARAGRAPHS), style.cache.count(SHAPED))
    assert before == (1, 1)
    name = Span(Private("Zbigniew محمّد", "name"), 12.0, 700, INK, "en")
    paragraph = typeset([span("Dear "), name], style, 300)
    assert texts(paragraph) == ["Dear Zbigniew محمّد"]
    assert [run.private for run in runs(paragraph)] == [False, True, True]
    assert (style.cache.count(PARAGRAPHS), style.cache.count(SHAPED)) == before


def test_a_bracket_after_a_number_is_set_in_the_face_of_what_it_opens() -> None:
    set_ = runs(typeset([span("6 «نعم» 7 (لا)", language="ar")], arabic(), 400))
    faces = {mark: run.face for run in set_ for mark in run.text if mark in "«»()67"}
    assert {faces[mark] for mark in "«»()"} == {"noto-sans-arabic"}
    assert faces["6"] == faces["7"] == "noto-sans"


def test_a_narrow_style_sets_each_script_that_can_be_in_narrow_letters_and_others_closer() -> None:
    def width(text: str, *, narrow: bool) -> float:
        return typeset([span(text)], replace(latin(), narrow=narrow), 900).widest

    assert width(SENTENCE, narrow=True) < 0.92 * width(SENTENCE, narrow=False)
    assert width("허리가 뻣뻣할 때", narrow=True) < width("허리가 뻣뻣할 때", narrow=False)
    set_ = [*runs(typeset([span(SENTENCE)], replace(latin(), narrow=True), 900))]
    assert {(run.face, run.size) for run in set_} == {("noto-sans-narrow", 12)}
