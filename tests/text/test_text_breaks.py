"""Where lines may end, per script: goldens with a stroke at each place."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.text.breaks import line_breaks

GOLDENS = sorted((Path(__file__).parent / "breaks").glob("*.txt"))


def marked(text: str, language: str) -> str:
    ends = line_breaks(text, language)
    return "|".join(text[start:end] for start, end in zip([0, *ends], ends, strict=False))


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda path: path.stem)
def test_lines_end_where_readers_of_the_language_expect(golden: Path) -> None:
    lines = golden.read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        assert marked(line.replace("|", ""), golden.stem) == line


def test_there_is_a_golden_for_every_script_of_the_faces() -> None:
    languages = "en de fr ru el ar he hi bn ta te th lo km my am zh-Hans ja ko vi"
    assert {path.stem for path in GOLDENS} >= set(languages.split())


def test_isolates_change_no_line_break() -> None:
    for text in ("Take 5 mg now", "خذ 5 mg الآن", "每天5次", "(5 mg)"):
        plain = line_breaks(text, "en")
        isolated = text.replace("5", "\u20665\u2069")
        assert len(line_breaks(isolated, "en")) == len(plain)


def test_an_isolate_goes_to_the_next_line_with_what_it_isolates() -> None:
    text = "call \u2066999\u2069 now"
    assert [text[a:b] for a, b in zip([0, 5, 11], line_breaks(text, "en"), strict=True)] == [
        "call ", "\u2066999\u2069 ", "now",
    ]  # fmt: skip


def test_characters_beyond_the_first_plane_do_not_shift_the_breaks() -> None:
    assert marked("𠮷田 さん and 𠮷 x", "en") == marked("吉田 さん and 吉 x", "en").replace("吉", "𠮷")


@pytest.mark.parametrize("text", ["5–7", "1/2", "555-0100", "5秒", "3회", "5回"])
def test_a_number_is_not_parted_from_its_range_or_its_unit(text: str) -> None:
    assert line_breaks(text, "en") == [len(text)]


def test_soft_hyphens_are_no_places_for_a_line_to_end() -> None:
    assert marked("Kranken\u00adhaus ist", "de") == "Kranken\u00adhaus |ist"
