"""Nothing stands on the pages that the manuscript does not say: letters are counted, and list labels are short."""

from __future__ import annotations

import pytest
import readback_specimens as back

from handout.proof.eye.beyond import beyond, labels_of
from handout.proof.ink import InkedSheet

NONE: frozenset[tuple[int, int]] = frozenset()


def page(*texts: tuple[int, str], number: int = 0) -> InkedSheet:
    """Texts with their marks; -1 for what stands outside the reading order."""
    return back.inked(back.ink(words, mark, number) for mark, words in texts)


def found(*sheets: InkedSheet, said: str = "", aside: str = "", labels: frozenset[tuple[int, int]] = NONE) -> list[str]:
    return [*beyond(sheets, labels, [said], [aside])]


MORE = "letters or digits are on the pages that the manuscript does not say"
LESS = "letters or digits of the manuscript are not on the pages"


@pytest.mark.parametrize(
    ("words", "said", "what"),
    [
        ("Do it 5 times.", "Do it 5 times.", []),
        ("times; do - it 5", "Do it 5 times.".replace("D", "d"), []),  # in any order, whatever stands between
        ("Do it 15 times.", "Do it 5 times.", [f"1 {MORE}"]),
        ("Do it times.", "Do it 5 times.", [f"1 {LESS}"]),
        ("Do it 3 times.", "Do it 5 times.", [f"1 {MORE}", f"1 {LESS}"]),
        ("aab", "abb", [f"1 {MORE}", f"1 {LESS}"]),
        ("", "abc", [f"3 {LESS}"]),
        ("abc", "", [f"3 {MORE}"]),
        ("\u0915\u0943", "\u0915", [f"1 {MORE}"]),
    ],
)
def test_each_letter_and_digit_is_one_of_the_manuscripts(words: str, said: str, what: list[str]) -> None:
    assert found(page((0, words)), said=said) == what


def test_letters_are_counted_over_all_pages() -> None:
    assert found(page((0, "Do ")), page((0, "it"), number=1), said="Do it") == []


@pytest.mark.parametrize(("label", "what"), [("10.", []), ("100)", []), ("1000", [1]), ("\u2022", []), ("abcd", [1])])
def test_a_list_label_has_three_letters_or_digits_at_most_and_is_not_counted(label: str, what: list[int]) -> None:
    labels = frozenset({(0, 1)})
    sentence = "has a list label that is none"
    assert found(page((0, "Go"), (1, label)), said="Go", labels=labels) == [f"page {n} {sentence}" for n in what]
    assert found(page(), page((0, "Go"), (1, label)), said="Go", labels=frozenset({(1, 1)})) == [
        f"page {n + 1} {sentence}" for n in what
    ]


def test_a_label_of_another_page_or_mark_is_none() -> None:
    assert found(page((0, "Go"), (1, "1")), said="Go", labels=frozenset({(1, 1), (0, 2)})) == [f"1 {MORE}"]


def test_the_labels_are_those_of_the_structure() -> None:
    label = back.tag("a", role="Lbl", marks=((0, 3), (1, 2)))
    body = back.tag("b", role="LBody", marks=((0, 4),))
    assert labels_of([back.tag("list", back.tag("item", label, body), role="L")]) == {(0, 3), (1, 2)}


OUTSIDE = "has words outside the text that are not its own"


@pytest.mark.parametrize(
    ("words", "aside", "own"),
    [
        ("Clinic sheet", "Clinic sheet", True),
        ("Clinic", "Clinic sheet", True),
        ("sheet Clinic", "Clinic sheet", True),  # as readers give a line
        ("teehs", "Clinic sheet", True),  # and words of the other direction
        ("page 3 of 12", "page {page} of {pages}", True),
        ("pages", "page {page} of {pages}", False),
        ("3of", "page {page}of {pages}", True),
        ("Monday", "page {page} of {pages}", False),
        ("Clinic Monday", "Clinic sheet", False),
        ("Brien'O", "O'Brien", True),
        ("\u0915\u0943", "\u0915\u0943", True),
        ("\u0915\u0942", "\u0915\u0943", False),
        ("\ufb01nd", "find", True),
        ("12 / 3 -", "", True),
        ("a", "", False),
        ("pageof", "page {page} of {pages}", True),  # without what stands in the place
        ("{page}", "{page", True),
    ],
)
def test_what_stands_outside_the_text_is_made_of_the_words_given_for_it(words: str, aside: str, own: bool) -> None:
    assert found(page((-1, words)), aside=aside) == ([] if own else [f"page 1 {OUTSIDE}"])
    assert found(page(), page((-1, words)), aside=aside) == ([] if own else [f"page 2 {OUTSIDE}"])


def test_what_stands_inside_the_text_is_not_held_against_those_words() -> None:
    assert found(page((0, "Go"), (-1, "Go")), said="Go", aside="Go") == []
    assert found(page((0, "Go"), (-1, "Go")), said="Go") == [f"page 1 {OUTSIDE}"]
