"""What readers of each language expect of its lines, looked for in the finished lines of the shipped sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from language_sheets import each_sheet, published, sheets, shop
from tests.specimen.marks import faults_of

from handout.language import count
from handout.layout.pages import TextItem

GOLDENS = Path(__file__).parent / "lines"
SAMPLED = "seated-twist"
ISOLATES = re.compile("[\u2066-\u2069]")
SPACED = re.compile(r"[\u4e00-\u9fff] [\u4e00-\u9fff]")
LED = re.compile(r"/caption$|^diary/rows/\d+/words$")  # a bold text, one space, and a text behind it


@cache
def paragraphs(routine: str, tag: str) -> dict[str, list[str]]:
    """Every text of a finished sheet by its place in the structure, line by line, as it is set."""
    found: dict[str, list[str]] = {}
    last: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(published(routine, tag).laid.pages.pages):
        for item in page.items:
            if isinstance(item, TextItem) and item.tag:
                lines = found.setdefault(item.tag, [])
                if last.get(item.tag) == (number, item.y):
                    lines[-1] += item.run.text
                else:
                    lines.append(item.run.text)
                last[item.tag] = number, item.y
    return found


def breaks(routine: str, tag: str) -> Iterator[tuple[str, str]]:
    """Each line that goes on in another, and the other."""
    for lines in paragraphs(routine, tag).values():
        yield from pairwise(lines)


def of(*tags: str) -> pytest.MarkDecorator:
    """A test for each sheet of these languages."""
    return pytest.mark.parametrize(("routine", "tag"), [one for one in sheets() if one[1] in tags])


def keeping(rule: str) -> pytest.MarkDecorator:
    """A test for each sheet whose language keeps a typographic rule."""
    languages = shop().library.languages
    return pytest.mark.parametrize(("routine", "tag"), [one for one in sheets() if rule in languages[one[1]].rules])


def printed(routine: str, tag: str) -> str:
    return "\n".join("".join(lines) for lines in paragraphs(routine, tag).values())


@keeping("number-keeps-unit")
def test_a_number_and_what_it_counts_stand_on_one_line(routine: str, tag: str) -> None:
    parted = [pair for pair in breaks(routine, tag) if re.search(r"\d[ \u00a0]*$", pair[0]) and pair[1][:1].isalpha()]
    assert parted == []
    said = printed(routine, tag)
    language = shop().library.languages[tag]
    assert any(ISOLATES.sub("", count(language, "weeks", n)) in said for n in (2, 3, 4, 6))


@keeping("french-spaces")
def test_french_marks_stand_behind_a_space_that_no_line_ends_at(routine: str, tag: str) -> None:
    said = printed(routine, tag)
    assert re.search("\u202f\\?", said)
    assert re.search("\u00a0:", said)
    assert re.findall(r"\w[;!?]|\w ?:(?=\s|$)|« |[^\u00a0]»", said) == []
    assert [pair for pair in breaks(routine, tag) if pair[1][:1] in set(":;!?»")] == []
    assert [pair for pair in breaks(routine, tag) if pair[0].rstrip().endswith("«")] == []


@keeping("one-letter-words")
def test_a_word_of_one_letter_does_not_end_a_line(routine: str, tag: str) -> None:
    alone = [pair for pair in breaks(routine, tag) if re.search(r"(?:^|[\s(„«])[^\W\d_]\s*$", pair[0])]
    assert alone == []
    assert re.search("[\\s][^\\W\\d_]\u00a0\\w", printed(routine, tag)), "the rule never acted"


@keeping("spanish-marks")
def test_a_spanish_question_is_opened_and_closed(routine: str, tag: str) -> None:
    said = printed(routine, tag)
    assert said.count("¿") == said.count("?") > 3
    assert said.count("¡") == said.count("!")


@keeping("danda")
def test_a_hindi_sentence_ends_with_a_danda_which_opens_no_line(routine: str, tag: str) -> None:
    said = printed(routine, tag)
    assert said.count("।") > 50
    assert re.findall(r"[\u0900-\u0963]\.(?=\s|$)| ।", said) == []
    assert [pair for pair in breaks(routine, tag) if pair[1].startswith("।")] == []


@keeping("cjk-spacing")
def test_chinese_marks_open_and_close_lines_as_they_may(routine: str, tag: str) -> None:
    """GB/T 15834: a closing mark does not begin a line, an opening one does not end it."""
    assert [pair for pair in breaks(routine, tag) if pair[1][:1] in set("，。、；：？！）》”’·")] == []
    assert [pair for pair in breaks(routine, tag) if pair[0].rstrip()[-1:] in set("（《“‘")] == []
    texts = {name: "".join(lines) for name, lines in paragraphs(routine, tag).items()}
    led = {name for name in texts if LED.search(name)}
    said = "\n".join(SPACED.sub("", text, count=1) if name in led else text for name, text in texts.items())
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]", said) + SPACED.findall(said) == []


@of("ko")
def test_korean_lines_end_between_words(routine: str, tag: str) -> None:
    inside = [pair for pair in breaks(routine, tag) if not re.search(r"[\s·,.-]$", pair[0])]
    assert inside == []


@of("ar")
def test_arabic_marks_begin_no_line(routine: str, tag: str) -> None:
    assert [pair for pair in breaks(routine, tag) if pair[1][:1] in set("،؛؟.:»)")] == []
    assert re.search("[،؛؟]", printed(routine, tag))
    assert not re.search(r"[\u0600-\u06ff][,;?]", printed(routine, tag))


@of("ru")
def test_a_russian_dash_between_words_is_the_long_one(routine: str, tag: str) -> None:
    """The em dash stands between words, the en dash in ranges alone."""
    said = printed(routine, tag)
    assert re.search(r"\S\s— \S", said)
    assert re.findall(r"\s[–-]\s|\S—|—\S", said) == []


@each_sheet()
def test_a_word_is_cut_only_at_a_hyphen_that_its_writer_set(routine: str, tag: str) -> None:
    """A line ends at a space, a hyphen or a stroke; in Chinese between any two characters but those above."""
    if tag == "zh-Hans":
        return
    cut = [pair for pair in breaks(routine, tag) if pair[0][-1:].isalpha() and pair[1][:1].isalpha()]
    assert cut == []


@of("vi", "hi", "ar", "ko")
def test_marks_touch_no_other_line_no_rule_and_no_edge_of_a_box(routine: str, tag: str) -> None:
    assert [str(fault) for fault in faults_of(published(routine, tag).pdf)] == []


def sampled(tag: str) -> str:
    """The finished lines of one card, each behind its place."""
    card = {name: lines for name, lines in paragraphs("upper-back", tag).items() if f"exercise/{SAMPLED}/" in name}
    shown = (
        f"{name.removeprefix(f'exercise/{SAMPLED}/')}\n" + "".join(f"    {_visible(line)}\n" for line in lines)
        for name, lines in card.items()
    )
    return "".join(shown)


def _visible(line: str) -> str:
    """Signs that a reviewer could not see, made visible."""
    signs = {"\u00a0": "⍽", "\u202f": "⸱", "\u00ad": "¬"}
    return "".join(signs.get(sign, sign) for sign in ISOLATES.sub("", line)).rstrip(" ")


@pytest.mark.parametrize("tag", [tag for routine, tag in sheets() if routine == "upper-back"])
def test_the_lines_of_a_card_are_those_that_a_reader_has_passed(tag: str, pytestconfig: pytest.Config) -> None:
    golden = GOLDENS / f"{tag}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(sampled(tag), "utf-8")
    assert sampled(tag) == golden.read_text("utf-8")
