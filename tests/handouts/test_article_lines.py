"""Every line of the two source articles lives in exactly one file, or is dropped with a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from shipped_words import HANDOUTS, read

ARTICLES = Path(__file__).with_name("article_lines.yaml")
ROWS_IN_ARTICLE_A, ROWS_IN_ARTICLE_B = 35, 44


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
