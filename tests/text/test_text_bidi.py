"""Levels and order of right-to-left text, against Unicode's own test and against what patients must read."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from handout.text.bidi import Levels, is_plain_left_to_right, resolve, trailing_from, visual_order

UNICODE_TEST = Path(__file__).with_name("BidiCharacterTest.txt.xz")
BASES = {"0": 0, "1": 1, "2": None}


def cases() -> Iterator[tuple[str, list[str]]]:
    with lzma.open(UNICODE_TEST, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.partition("#")[0].strip().split(";")
            if len(fields) == 5:
                yield "".join(chr(int(code, 16)) for code in fields[0].split()), fields


def reset_line(levels: Levels, start: int, end: int) -> list[int]:
    """L1: the levels of the line [start, end), its trailing spaces and separators at the base level."""
    line = levels.levels[start:end]
    classes = levels.classes[start:end]
    stops = [index for index, kind in enumerate(classes) if kind in ("S", "B")]
    for stop in (*stops, len(line)):
        first = trailing_from(classes[:stop])
        count = stop - first + (stop < len(line))  # a separator goes with the spaces before it
        line[first : first + count] = [levels.base] * count
    return line


def test_every_case_of_unicodes_bidi_test_passes() -> None:
    count = 0
    for text, (codes, base, paragraph, expected, order) in cases():
        levels = resolve(text, BASES[base])
        line = reset_line(levels, 0, len(text))
        wanted = expected.split()
        kept = [index for index, level in enumerate(wanted) if level != "x"]
        assert levels.base == int(paragraph), codes
        assert [line[index] for index in kept] == [int(wanted[index]) for index in kept], codes
        assert [kept[at] for at in visual_order([line[index] for index in kept])] == [
            int(index) for index in order.split()
        ], codes
        count += 1
    assert count == 91_707


def seen(text: str, base: int = 1) -> str:
    """The characters from left to right as levels place them (without mirroring, without isolates)."""
    line = reset_line(resolve(text, base), 0, len(text))
    order = visual_order(line)
    return "".join(text[index] for index in order if text[index] not in "\u2066\u2067\u2068\u2069")


def test_the_brackets_of_a_drug_dose_stand_around_the_dose_in_hebrew() -> None:
    assert seen("אב Apixaban (5 mg) גד") == "דג Apixaban (5 mg) בא"


def test_an_unisolated_dose_shows_why_doses_are_isolated() -> None:
    assert "mg 5" in seen("خذ 5 mg الآن")
    assert "5 mg" in seen("خذ \u20665 mg\u2069 الآن")


@pytest.mark.parametrize("number", ["020 7946 0000", "+44 20 7946 0000", "5–7", "5 mg", "1/2", "10 %"])
def test_an_isolated_number_reads_from_left_to_right_in_arabic(number: str) -> None:
    assert number in seen(f"اتصل على \u2066{number}\u2069 الآن")


def test_plain_latin_text_needs_no_levels() -> None:
    assert is_plain_left_to_right("Łukasz takes 5 mg (twice) — “now”.")
    assert not is_plain_left_to_right("5 mg \u2066x\u2069")
    assert not is_plain_left_to_right("قف")
