"""Every line of the two source articles lives in exactly one file, or is dropped with a reason."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from shipped_words import HANDOUTS, read

from handout.content import load, shipped_root
from handout.edition import localise
from handout.manuscript.compose import compose
from handout.manuscript.words import words_of
from handout.prescription import Order, prescribe

ARTICLES = Path(__file__).with_name("article_lines.yaml")
ROWS_IN_ARTICLE_A, ROWS_IN_ARTICLE_B = 38, 45  # with what is dropped out of a line that is kept


def fact_files() -> list[Path]:
    """The fact file of every exercise and routine."""
    return sorted([*HANDOUTS.glob("exercises/*/exercise.yaml"), *HANDOUTS.glob("routines/*/routine.yaml")])


def homes() -> dict[str, list[str]]:
    """Article line -> the files that say they cover it."""
    found: dict[str, list[str]] = {}
    for path in fact_files():
        for line in read(path).get("covers", []):
            found.setdefault(line, []).append(str(path.relative_to(HANDOUTS)))
    return found


def drops() -> dict[str, str]:
    """Article line -> the written reason why it lives nowhere."""
    found: dict[str, str] = {}
    for path in fact_files():
        for line, reason in read(path).get("drops", {}).items():
            assert line not in found, f"{line} is dropped twice"
            found[line] = reason
    return found


def test_the_table_holds_every_row_of_both_articles() -> None:
    rows = Counter(line[0] for line in read(ARTICLES))
    assert rows == {"A": ROWS_IN_ARTICLE_A, "B": ROWS_IN_ARTICLE_B}


def test_every_article_line_has_a_home_or_a_reason() -> None:
    known = set(homes()) | set(drops())
    assert not [line for line in read(ARTICLES) if line not in known]


def test_no_file_names_a_line_that_is_in_no_article() -> None:
    articles = read(ARTICLES)
    assert not [line for line in [*homes(), *drops()] if line not in articles]


def test_no_line_lives_in_two_files() -> None:
    assert not {line: files for line, files in homes().items() if len(files) > 1}


def test_no_line_is_both_covered_and_dropped() -> None:
    assert not set(homes()) & set(drops())


def test_what_is_dropped_is_what_was_decided() -> None:
    decided = {line for line, row in read(ARTICLES).items() if row["verdict"] == "drop"}
    assert set(drops()) == decided


def test_every_reason_to_drop_says_something() -> None:
    too_short = 15
    assert not [line for line, reason in drops().items() if len(reason) < too_short]


@cache
def sheet_of(article: str, asked: str) -> str:
    """All that the sheet of an article says, an exercise turned on or none."""
    routine = {"A": "back", "B": "upper-back"}[article]
    library = load([shipped_root()], tags=["en"])[0]
    order = Order(0, (routine,), "en", include=(asked,) if asked else ())
    made = compose(prescribe(localise(library, routine, "en"), order, None, None, date(2026, 11, 20)))
    return " ".join(one.text for one in words_of(made)).replace("\u00a0", " ")


KEPT = {line: row for line, row in read(ARTICLES).items() if row["verdict"] != "drop"}


@pytest.mark.parametrize("line", KEPT)
def test_what_a_line_of_an_article_lives_as_is_printed(line: str) -> None:
    """Covered by words on the sheet of its article, not by a label among the facts."""
    asked = KEPT[line].get("asked", "")
    said = re.compile(KEPT[line]["says"])
    assert said.search(sheet_of(line[0], asked)), KEPT[line]["gist"]
    if asked:
        assert not said.search(sheet_of(line[0], "")), f"{line} is printed for everybody"
