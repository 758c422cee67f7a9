"""What a cell may hold, and that no message repeats it."""

from __future__ import annotations

import pytest

from handout.batch.cells import doses, faults, listed, suggestion


@pytest.mark.parametrize(
    "text",
    [
        "Sam Taylor", "ليلى حداد", "Nguyễn Thị Ánh", "O’Brien-Núñez", "李 小明", "A-001/7", "+44 113 496 0000",
        "", "if pain < 5 or > 2 days", "50 % (left)", "Åsa Ødegård", "1985-02-03",
    ],
)  # fmt: skip
def test_a_plain_cell_has_no_fault(text: str) -> None:
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Jos\u00c3\u00a9", "wrongly decoded"),
        ("l\u00e2\u20ac\u2122avion", "wrongly decoded"),
        ("\u00d8\u00a7\u00d9\u201e", "wrongly decoded"),
        ("\u00c8\u00e2\u00e0\u00ed \u00cf\u00e5\u00f2\u00f0\u00ee\u00e2", "wrongly decoded"),
        ("\u200e", "print as nothing"),
        ("\u3164\u200b", "print as nothing"),
        ("Jos\ufffd", "was lost"),
        ("Sam\u202eroyaT", "turns text round"),
        ("Sam\u0000", "control character"),
        ("Sam\u0007", "control character"),
        ("Sam\ue000", "control character"),
        ("=cmd|' /C calc'!A0", "formula"),
        ("@SUM(A1)", "formula"),
        ("+cmd|x", "formula"),
        ("<b>Sam</b>", "markup"),
        ("<script>", "markup"),
        ("{{ 7 * 7 }}", "markup"),
        ("Sam\nTaylor", "line break"),
        ("x" * 301, "301 characters"),
    ],
)
def test_a_bad_cell_is_told_by_its_kind_and_never_quoted(text: str, what: str) -> None:
    found = list(faults(text))
    assert any(what in said for said, _ in found), found
    assert all(text not in said and text not in hint for said, hint in found)


def test_a_note_may_hold_several_lines_up_to_half_a_page() -> None:
    assert list(faults("One.\nTwo.\n" * 100, lines=True)) == []
    assert [what for what, _ in faults("x" * 3000, lines=True)] == ["is 3000 characters long"]


def test_a_long_note_without_a_space_is_told_once_with_all_that_is_to_do() -> None:
    said = list(faults("x" * 1600, lines=True, word=60))
    assert said == [
        ("is 1600 characters long", "Shorten it to 1500 at most, and part words of more than 60 letters by a space.")
    ]


def test_a_word_that_no_line_can_hold_is_told_and_a_name_in_signs_that_break_anywhere_is_none() -> None:
    (found,) = faults("Sam " + "W" * 41, word=40)
    assert found[0] == "holds a word of 41 letters, which no line can hold"
    for name in ("Wolfeschlegelsteinhausenbergerdorff", "李" * 60, "Jean-" * 12, "김" * 60):
        assert list(faults(name, word=40)) == [], name
    assert list(faults("back,upper-back,back,upper-back,back,upper-back")) == []


def test_entries_are_parted_by_comma_semicolon_bar_or_line() -> None:
    assert listed("a, b; c|d\ne,,") == ("a", "b", "c", "d", "e")


def test_doses_are_read_and_what_is_none_is_told_as_written() -> None:
    text = "seated-twist.repetitions=8, Sam Taylor, seated-twist.hold_s = 10, seated-twist.hold_s=9"
    found, wrong, twice = doses(text)
    assert found == {"seated-twist": {"repetitions": 8, "hold_s": 9}}
    assert wrong == ("Sam Taylor",)
    assert twice == ("seated-twist.hold_s",)


def test_a_mistyped_entry_is_led_to_the_known_one() -> None:
    assert suggestion("shoulder-roll", ["shoulder-rolls", "march"]) == "shoulder-rolls"
    assert suggestion("quillon", ["shoulder-rolls", "march"]) == ""


def test_a_weight_may_have_a_decimal_point() -> None:
    assert doses("squat.load_kg=2.5, squat.sets=3") == ({"squat": {"load_kg": 2.5, "sets": 3}}, (), ())
