"""Can the words of a page be read: each fault of a word, and both sides of each limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from eye_made import BLACK, SIDES, WHITE, at, glass, run

from handout.proof.eye.glass import Area, Run, SeenWords
from handout.proof.eye.legible import contrast, faults
from handout.proof.eye.paths import RGB, Box

FLOOR = 10.0
GREY: RGB = (119, 119, 119)  # 4.48:1 on white
PLACE = (30, 30, 40, 40)  # pixels
INK = ((PLACE, 255),)


def word(sign: str = "a", place: Area = PLACE, **how: Any) -> Run:
    return run((sign, at(*place)), **how)


def kinds(*runs: Run, ground: tuple[tuple[Area, RGB], ...] = (), ink: Sequence[tuple[Area, int]] = INK) -> list[str]:
    return [kind for kind, _ in faults(glass(*ground, ink=ink), SeenWords(runs, ()), FLOOR)]


def test_a_plain_word_has_no_fault() -> None:
    assert kinds(word()) == []


@pytest.mark.parametrize(
    "how", [{"mode": 1}, {"mode": 3}, {"mode": 7}, {"alpha": 254}], ids=lambda how: str(how)
)
def test_a_word_that_is_not_filled_and_opaque_is_transparent(how: dict[str, Any]) -> None:
    assert kinds(word(**how)) == ["transparent"]


@pytest.mark.parametrize(
    ("how", "found"),
    [
        ({"stretch": 0.84}, ["distorted"]),
        ({"stretch": 0.85}, []),
        ({"stretch": 1.18}, []),
        ({"stretch": 1.19}, ["distorted"]),
        ({"slant": 0.01}, []),
        ({"slant": 0.02}, ["distorted"]),
        ({"size": 9.95}, []),
        ({"size": 9.94}, ["small"]),
    ],
    ids=str,
)
def test_type_keeps_its_shape_its_level_and_its_least_size(how: dict[str, Any], found: list[str]) -> None:
    assert kinds(word(**how)) == found


@pytest.mark.parametrize(
    ("sign", "high", "found"),
    [
        ("a", 3.0, []),
        ("a", 2.9, ["small"]),
        (".", 2.9, []),  # no letter: as low as it likes
        ("\u0660", 2.9, []),  # a digit that is a dot
        ("\u4e00", 2.9, []),  # a letter that is a stroke
    ],
)
def test_the_highest_letter_of_a_run_has_three_tenths_of_the_least_size(
    sign: str, high: float, found: list[str]
) -> None:
    box = (32.0, 40.0, 40.0, 40.0 + high)
    ink = (((30, 30, 90, 60), 255),)
    assert kinds(run((sign, box)), ink=ink) == found
    assert kinds(run((".", (32.0, 40.0, 34.0, 50.0)), (sign, box)), ink=ink) == found


def test_one_letter_of_a_run_may_be_low() -> None:
    low, high = (32.0, 40.0, 36.0, 42.0), (36.0, 40.0, 40.0, 43.0)
    assert kinds(run(("r", low), ("h", high)), ink=(((30, 30, 90, 60), 255),)) == []


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((11.0, 19.0, 93.0, 61.0), []),
        ((10.9, 19.0, 93.0, 61.0), ["edge"]),
        ((11.0, 18.9, 93.0, 61.0), ["edge"]),
        ((11.0, 19.0, 93.1, 61.0), ["edge"]),
        ((11.0, 19.0, 93.0, 61.1), ["edge"]),
    ],
)
def test_words_keep_3_mm_from_each_edge_of_the_page(box: Box, found: list[str]) -> None:
    assert SIDES == (2.0, 10.0, 102.0, 70.0)
    assert kinds(run(("a", box)), ink=(((0, 0, 150, 90), 255),)) == found


@pytest.mark.parametrize(
    ("count", "found"),
    [(10, []), (11, ["faint"])],
)
def test_a_tenth_of_the_ground_under_a_run_may_be_of_less_contrast(count: int, found: list[str]) -> None:
    ground = tuple(((30 + n % 10, 30 + n // 10, 31 + n % 10, 31 + n // 10), BLACK) for n in range(count))
    assert kinds(word(), ground=ground) == found


def test_a_pale_word_on_white_and_a_dark_one_on_dark_are_faint() -> None:
    assert kinds(word(colour=GREY)) == ["faint"]
    assert kinds(word(colour=(118, 118, 118))) == []
    assert kinds(word(), ground=((PLACE, (60, 60, 60)),)) == ["faint"]
    assert kinds(word(colour=WHITE), ground=((PLACE, BLACK),)) == []


@pytest.mark.parametrize(("much", "found"), [(128, []), (127, ["hidden"])])
def test_each_letter_has_half_of_its_ink_somewhere(much: int, found: list[str]) -> None:
    assert kinds(word(), ink=(((32, 30, 33, 40), much),)) == found


@pytest.mark.parametrize(
    ("colour", "much", "found"), [((0, 0, 100), 128, []), ((100, 0, 0), 127, ["hidden"]), ((60, 60, 60), 98, [])]
)
def test_the_ink_is_measured_against_the_part_of_a_colour_that_differs_most(
    colour: RGB, much: int, found: list[str]
) -> None:
    assert kinds(word(colour=colour), ink=((PLACE, much),)) == found


BANDS = ((30, 30, 40, 33), (30, 33, 40, 36), (30, 36, 40, 40))


@pytest.mark.parametrize("sign", ["a", "B", "7", "\u0436", "\u0967"])
@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_letter_or_digit_has_ink_in_each_third_of_its_height(sign: str, gone: int) -> None:
    """Without its upper half a 5 may be a 3."""
    assert kinds(word(sign), ink=[(band, 255) for band in BANDS]) == []
    assert kinds(word(sign), ink=[(band, 255) for index, band in enumerate(BANDS) if index != gone]) == ["hidden"]


@pytest.mark.parametrize("sign", ["=", "\u4e8c", "\u0660", "\u0628"])
def test_a_sign_of_two_strokes_or_a_dot_has_ink_somewhere(sign: str) -> None:
    for band in BANDS:
        assert kinds(word(sign), ink=[(band, 255)]) == []


@pytest.mark.parametrize(
    ("boxes", "found"),
    [
        (((20.0, 30.0, 30.0, 40.0), (25.0, 30.0, 45.0, 40.0)), []),  # 5 of 10
        (((20.0, 30.0, 30.0, 40.0), (24.9, 30.0, 44.9, 40.0)), ["piled"]),
        (((20.0, 30.0, 40.0, 40.0), (34.9, 30.0, 44.9, 40.0)), ["piled"]),
        (((34.9, 30.0, 44.9, 40.0), (20.0, 30.0, 40.0, 40.0)), ["piled"]),
        (((20.0, 30.0, 30.0, 40.0), (20.0, 30.0, 30.0, 40.1)), ["piled"]),
        (((20.0, 30.0, 50.0, 40.0), (38.0, 30.0, 45.0, 40.0)), ["piled"]),
        (((20.0, 30.0, 30.0, 40.0), (20.0, 30.0, 30.0, 40.0)), []),  # a ligature
    ],
    ids=str,
)
def test_letters_of_a_word_do_not_stand_on_each_other(boxes: tuple[Box, Box], found: list[str]) -> None:
    everywhere = (((0, 0, 150, 90), 255),)
    one, other = boxes
    assert kinds(run(("a", one), ("b", other)), ink=everywhere) == found
    assert kinds(run(("\u0627", one), ("b", other)), ink=everywhere) == []
    assert kinds(run(("a", one), ("\u0301", other)), ink=everywhere) == []
    assert kinds(run(("x", (50.0, 30.0, 60.0, 40.0)), ("a", one), ("b", other)), ink=everywhere) == found


def test_a_letter_without_ink_is_hidden_and_a_space_needs_none() -> None:
    boxes = [("a", at(30, 30, 40, 40)), (" ", at(40, 30, 50, 40)), ("b", at(50, 30, 60, 40))]
    both = ((PLACE, 255), ((50, 30, 60, 40), 255))
    assert kinds(run(*boxes), ink=both) == []
    assert kinds(run(*boxes), ink=both[:1]) == ["hidden"]
    assert kinds(run(*boxes), ink=()) == ["hidden"]


LONG = [("m", at(30, 30, 90, 40)), ("a", at(90, 30, 100, 40)), ("a", at(100, 30, 110, 40))]


def crossed(count: int, width: int = 10) -> tuple[tuple[Area, RGB], ...]:
    """So many pixels of the second letter's ground are black."""
    places = [(90 + n % width, 30 + n // width) for n in range(count)]
    return tuple(((x, y, x + 1, y + 1), BLACK) for x, y in places)


@pytest.mark.parametrize(("count", "found"), [(34, []), (35, ["struck"])])
def test_a_rule_in_a_words_own_colour_may_cross_a_third_of_a_letter(count: int, found: list[str]) -> None:
    ground = crossed(count)
    wide = ((".", at(30, 25, 150 - 16, 60)),)  # of a run so large that the rule is less than a tenth of it
    assert kinds(run(*LONG[:2], *wide), ground=ground, ink=(((0, 0, 150, 90), 255),)) == found


@pytest.mark.parametrize(("width", "found"), [(2, []), (3, ["struck"])])
def test_a_letter_of_two_pixels_width_is_not_asked_for_a_rule_through_it(width: int, found: list[str]) -> None:
    thin = ("l", at(90, 30, 90 + width, 40))
    ground = crossed(10 * width, width)
    assert kinds(run(("m", at(12 + 6, 25, 90, 45)), thin), ground=ground, ink=(((0, 0, 150, 90), 255),)) == found


def test_a_word_is_named_without_the_space_round_it_and_once_for_each_kind() -> None:
    boxes = [(" ", at(28, 30, 30, 40)), ("a", at(30, 30, 40, 40)), ("b", at(40, 30, 50, 40))]
    found = [*faults(glass(), SeenWords((run(*boxes, slant=1.0, size=5.0),), ()), FLOOR)]
    assert found == [("distorted", "ab"), ("small", "ab"), ("hidden", "ab")]


def test_a_run_of_spaces_is_no_word() -> None:
    assert kinds(word(" ", alpha=0)) == []
    assert kinds(word(" "), word("a"), ink=INK) == []


@pytest.mark.parametrize(("text", "found"), [("Ape", [("hidden", "Ape")]), ("\u3000 ", []), ("\u200d\u00ad", [])])
def test_words_without_a_height_are_hidden(text: str, found: list[tuple[str, str]]) -> None:
    """Readers find them all the same. Signs that have none anyway are no words."""
    flat = replace(word(), text=text, glyphs=())
    assert [*faults(glass(), SeenWords((flat,), ()), FLOOR)] == found


def test_words_inside_a_picture_are_astray() -> None:
    assert [*faults(glass(), SeenWords((), ("Go", "on")), FLOOR)] == [("astray", "Go"), ("astray", "on")]


def pairs(*boxes: Box) -> list[tuple[str, str]]:
    """What stands on what, of the words a, b, c with these boxes."""
    runs = tuple(run((sign, box), alpha=0) for sign, box in zip("abc", boxes, strict=False))
    found = faults(glass(), SeenWords(runs, ()), FLOOR)
    return [(word[0], word[4]) for kind, word in found if kind == "overlap" and word[1:4] == " / "]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ((20.0, 15.5, 50.0, 35.5), []),  # 4.5 of 10 high
        ((20.0, 15.4, 50.0, 35.4), [("a", "b")]),
        ((20.0, 15.4, 50.0, 22.4), [("a", "b")]),
        ((44.0, 11.0, 54.0, 31.0), [("a", "b")]),  # 6 of 10 wide
        ((47.0, 11.0, 57.0, 31.0), []),  # 3 of 10
        ((46.9, 11.0, 56.9, 31.0), [("a", "b")]),
        ((41.0, 11.0, 91.0, 31.0), []),  # 9 of 30
        ((40.9, 11.0, 90.9, 31.0), [("a", "b")]),
        ((13.0, 11.0, 23.0, 31.0), []),
        ((13.1, 11.0, 23.1, 31.0), [("a", "b")]),
        ((20.0, 20.0, 50.0, 30.0), []),
        ((60.0, 10.0, 90.0, 20.0), []),
    ],
    ids=str,
)
def test_words_stand_on_each_other_where_they_share_height_and_width(
    other: Box, found: list[tuple[str, str]]
) -> None:
    assert pairs((20.0, 10.0, 50.0, 20.0), other) == found


def test_a_flat_word_on_a_high_one_is_found_from_both_sides() -> None:
    """The lower of the two decides, whichever comes first."""
    high, flat = (20.0, 10.0, 50.0, 40.0), (20.0, 30.0, 50.0, 34.0)
    assert pairs(high, flat) == [("a", "b")]
    assert pairs(flat, high) == [("b", "a")]
    assert pairs((20.0, 30.0, 50.0, 34.0), (20.0, 32.3, 50.0, 62.3)) == []
    assert pairs((20.0, 30.0, 50.0, 34.0), (20.0, 32.1, 50.0, 62.1)) == [("a", "b")]


def test_every_pair_of_three_is_found() -> None:
    """Whatever their order, and where one between them ends high up."""
    assert pairs((20.0, 10.0, 50.0, 20.0), (20.0, 11.0, 50.0, 60.0), (20.0, 12.0, 50.0, 22.0)) == [
        ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    assert pairs((20.0, 30.0, 50.0, 40.0), (60.0, 10.0, 90.0, 20.0), (20.0, 29.0, 55.0, 39.0)) == [("c", "a")]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, BLACK, 21.0),
        (BLACK, BLACK, 1.0),
        ((255, 0, 0), WHITE, 3.9985),
        ((0, 255, 0), BLACK, 15.304),
        ((0, 0, 255), WHITE, 8.5925),
        (GREY, WHITE, 4.4781),
        ((10, 10, 10), BLACK, 1.0607),  # straight below 0.04045
        ((11, 11, 11), BLACK, 1.0669),
    ],
    ids=str,
)
def test_contrast_is_that_of_wcag(one: RGB, other: RGB, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, rel=1e-4)
