"""Texts are found as whole words and whole numbers, in any language; letters and digits are counted exactly."""

from __future__ import annotations

import pytest

from handout.proof.compare import ReadPassage, alike, is_right_to_left, pieces_of


@pytest.mark.parametrize(
    ("page", "text", "language"),
    [
        ("Hold for 15 seconds.", "5 seconds", "en"),
        ("Hold for 5 seconds.", "5 second", "en"),
        ("Do it 20 times", "Do it 2", "en"),
        ("اثبت لمدة 15 ثوانٍ", "5 ثوانٍ", "ar"),
        ("坚持15秒", "5秒", "zh-Hans"),
        ("15초", "5초", "ko"),
        ("坚持20", "坚持2", "zh-Hans"),
    ],
)
def test_part_of_a_word_or_a_number_is_not_found(page: str, text: str, language: str) -> None:
    passage = ReadPassage((page,), language)
    assert not passage.anywhere(text.replace(" ", "") if language == "ko" else text)
    assert not passage.after(text)


@pytest.mark.parametrize(
    ("page", "text", "language"),
    [
        ("Hold for 5 seconds.", "5 seconds", "en"),
        ("每天坚持5秒，然后放松", "坚持5秒", "zh-Hans"),
        ("5 ثوانٍ.", "5 ثوانٍ", "ar"),
        ("1\r\n2초 동안 그대로 계세요", "2초 동안 그대로 계세요", "ko"),
    ],
)
def test_what_stands_there_whole_is_found(page: str, text: str, language: str) -> None:
    assert ReadPassage((page,), language).after(alike(text, language))


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
