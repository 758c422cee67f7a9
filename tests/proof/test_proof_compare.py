"""Texts are found as whole words and whole numbers, in any language; letters and digits are counted exactly."""

from __future__ import annotations

import pytest

from handout.proof.compare import ReadPassage, alike, is_right_to_left, letters, pieces_of


@pytest.mark.parametrize(
    ("page", "text", "language"),
    [
        ("Hold for 15 seconds.", "5 seconds", "en"),
        ("Hold for 5 seconds.", "5 second", "en"),
        ("5 seconds or more", "5 second", "en"),
        ("Do 2 or 20", "Do 2 or 2", "en"),
        ("Do it 20 times", "Do it 2", "en"),
        ("اثبت لمدة 15 ثوانٍ", "5 ثوانٍ", "ar"),
        ("坚持15秒", "5秒", "zh-Hans"),
        ("15초", "5초", "ko"),
        ("坚持20", "坚持2", "zh-Hans"),
    ],
)
def test_part_of_a_word_or_a_number_is_not_found(page: str, text: str, language: str) -> None:
    passage = ReadPassage((page,), language)
    assert not passage.anywhere(text)
    assert not passage.after(text)


@pytest.mark.parametrize(
    ("page", "text", "language"),
    [
        ("Hold for 5 seconds.", "5 seconds", "en"),
        ("每天坚持5秒，然后放松", "坚持5秒", "zh-Hans"),
        ("5 ثوانٍ.", "5 ثوانٍ", "ar"),
        ("Ask us now", "Ask", "en"),
        ("Hold for 15 seconds, then 5 seconds", "5 seconds", "en"),
        ("5 seconds more, 5 second", "5 second", "en"),
        ("(Stop)it", "(Stop)", "en"),
        ("so(Stop)", "(Stop)", "en"),
        ("1\r\n2초 동안 그대로 계세요", "2초 동안 그대로 계세요", "ko"),
    ],
)
def test_what_stands_there_whole_is_found(page: str, text: str, language: str) -> None:
    assert ReadPassage((alike(page, language),), language).after(alike(text, language))


@pytest.mark.parametrize(
    ("exact", "read"),
    [
        ("Mohammed Al-Farsi", "Farsi-Al Mohammed"),
        ("12 Station Road, Leeds LS1 4AB", "1LS Leeds ,Road Station 12 AB4"),
        ("O'Brien & Müller", "Müller & Brien'O"),
        ("0113-496-0000", "0000-496-0113"),
        ("لمدة 5 ثوانٍ.", "لمدة 5 ثوان.ٍ"),
        ("דוד כהן", "כהן דוד"),
        ("№ 7", "7 No"),
    ],
)
def test_words_and_numbers_are_the_same_in_whatever_order_a_page_gives_them(exact: str, read: str) -> None:
    assert pieces_of(exact) == pieces_of(read)


@pytest.mark.parametrize(
    ("exact", "read"),
    [
        ("5 ثوانٍ", "15 ثوانٍ"),
        ("5 ثوانٍ", "5 ثوان"),
        ("Al-Farsi", "Alfarsi"),
        ("0113 496 0000", "0113 496"),
        ("محمد علي", "محمد محمد علي"),
        ("LS1 4AB", "LS4 1AB C"),
    ],
)
def test_another_number_a_lost_mark_or_a_word_too_many_is_no_match(exact: str, read: str) -> None:
    assert pieces_of(exact) != pieces_of(read)


@pytest.mark.parametrize("sign", [*"\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff"])
def test_a_sign_that_only_orders_text_is_no_letter(sign: str) -> None:
    assert alike(f"Dr{sign}ag") == "Drag"
    assert pieces_of(f"{sign}Dr. ag{sign}") == pieces_of("Dr. ag")


def test_hebrew_and_arabic_are_right_to_left_and_a_name_in_chinese_is_not() -> None:
    assert is_right_to_left("For דוד כהן")
    assert is_right_to_left("محمد")
    assert not is_right_to_left("O'Brien 王小明 नमस्ते 5–7")


@pytest.mark.parametrize(
    ("text", "language", "compared"),
    [
        ("Marfan- oder", "de", "Marfanoder"),
        ("Marfan-\r\noder", "de", "Marfanoder"),
        *((f"co{sign} operate", "en", "cooperate") for sign in "\u00ad\u2010\u2011\x02\ufffe"),
        ("  Stop\tif\u00a0it \r\n hurts ", "en", "Stop if it hurts"),
        ("a\u0308", "de", "ä"),
        ("坚 持\n5 秒", "zh-Hans", "坚持5秒"),
        ("第 1 2 次", "zh-Hans", "第1 2次"),
        ("ยืน ตรง", "th", "ยืนตรง"),
        ("ยืน ตรง", "vi", "ยืน ตรง"),
    ],
)
def test_hyphens_and_white_space_are_made_alike(text: str, language: str, compared: str) -> None:
    assert alike(text, language) == compared


def test_without_a_language_words_are_parted_by_spaces() -> None:
    assert alike("坚持 5 秒") == "坚持 5 秒"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("LS14 4AB", {"LS": 1, "14": 1, "4": 1, "AB": 1}), ("a_b a", {"a": 2, "b": 1}),
        ("कि", {"क": 1, "\u093f": 1}), ("…?!", {}),
    ],
)  # fmt: skip
def test_words_numbers_and_marks_are_counted(text: str, pieces: dict[str, int]) -> None:
    assert pieces_of(text) == pieces


def test_letters_are_letters_digits_and_marks_in_one_form() -> None:
    assert letters("Nº 5_a, कि!") == ["N", "o", "5", "a", "क", "\u093f"]


def test_texts_are_found_one_behind_the_other_and_none_twice() -> None:
    passage = ReadPassage(("Stand tall. Stop. Stand tall.", "Breathe out. Stop."), "en")
    assert passage.after("Stand tall.")
    assert passage.after("Stand tall.")
    assert not passage.after("Stand tall.")
    assert passage.anywhere("Stand tall.")
    assert passage.after("Breathe out.")
    assert not passage.after("Breathe out.")
    assert passage.anywhere("Breathe out.")
    assert passage.after("Stop.")
    assert not passage.anywhere("Sit")


def test_the_same_text_on_the_next_page_comes_after_that_of_this_page() -> None:
    passage = ReadPassage(("Stop if it hurts", "Stop if it hurts"), "en")
    assert [passage.after("Stop if it hurts") for _ in range(3)] == [True, True, False]


@pytest.mark.parametrize(
    ("pages", "text", "language"),
    [
        (("Breathe out and", "hold for 5 seconds."), "Breathe out and hold for 5 seconds.", "en"),
        (("Breathe", "out slowly"), "Breathe out", "en"),
        (("page 1 Breathe in and out", "page 2 slowly"), "in and out slowly", "en"),
        (("坚", "持5秒"), "坚持5秒", "zh-Hans"),
        (("坚持5", "秒"), "坚持5秒", "zh-Hans"),
    ],
)
def test_a_text_that_a_page_break_divides_is_found(pages: tuple[str, str], text: str, language: str) -> None:
    passage = ReadPassage(pages, language)
    assert passage.after(text)
    assert not passage.after(text)


def test_what_follows_a_divided_text_is_looked_for_behind_its_end() -> None:
    pages = ("Breathe in and", "hold. Stop. Rest.")
    passage = ReadPassage(pages, "en")
    assert passage.after("in and hold.")
    assert passage.after("Stop.")
    passage = ReadPassage(pages, "en")
    assert passage.after("in and hold. Stop.")
    assert not passage.after("hold.")
    assert passage.after("Rest.")


@pytest.mark.parametrize(
    ("pages", "text", "language"),
    [
        (("Hold", "15 seconds"), "Hold 5 seconds", "en"),
        (("Unhold", "5 seconds"), "hold 5 seconds", "en"),
        (("Hold 5", "secondss"), "Hold 5 seconds", "en"),
        (("坚持", "115秒"), "坚持15秒", "zh-Hans"),
        (("Hold 5",), "Hold 5 seconds", "en"),
        (("Hold", "something", "5 seconds"), "Hold 5 seconds", "en"),
        (("seconds", "Hold 5"), "Hold 5 seconds", "en"),
    ],
)
def test_part_of_a_word_at_a_page_break_or_half_of_a_text_is_not_found(
    pages: tuple[str, ...], text: str, language: str
) -> None:
    passage = ReadPassage(pages, language)
    assert not passage.after(text)
    assert not passage.anywhere(text)


def test_the_head_of_a_divided_text_comes_after_what_was_found_before_it() -> None:
    passage = ReadPassage(("Hold. Stop.", "5 seconds"), "en")
    assert passage.after("Stop.")
    assert not passage.after("Hold. 5 seconds")
