"""Fonts: embedded subsets with every axis pinned, and text that copies out as it was typed."""

from __future__ import annotations

import io
from pathlib import Path

import page as validator
import pdf_specimens as specimen
import pikepdf
import pypdfium2
import pytest

from handout.layout.pages import Tag
from handout.pdf import write
from handout.pdf.baking import tables_of

LEFT_TO_RIGHT = [
    ("noto-sans", "en", "An office chair: flüssig, 5–10 naïve fjords"),
    ("noto-sans", "vi", "Ẩm thực Việt Nữ ộ e\u0302\u0323"),
    ("noto-sans", "ru", "Спина и плечи"),
    ("noto-sans-devanagari", "hi", "क्षमता द्वितीय ट्रैक्टर श्रृंगार र्ट्रीं हिन्दी"),
    ("noto-sans-bengali", "bn", "ক্ষমতা শ্রী বাংলা"),
    ("noto-sans-tamil", "ta", "கொடுக்க வேண்டும் சிறு"),
    ("noto-sans-thai", "th", "ญี่ปุ่น หญ้า ผู้ใหญ่ กฎุมพี"),
    ("noto-sans-khmer", "km", "ស្រុកខ្មែរ ព្រៃ"),
    ("noto-sans-sc", "zh-Hans", "你好，世界。"),
    ("noto-sans-kr", "ko", "전화하십시오 괜찮"),
]
RIGHT_TO_LEFT = [
    ("noto-sans-arabic", "ar", "تناول الأدوية الآن مع الماء وتوقف عند الألم"),
    ("noto-sans-arabic", "ar", "اِشْرَبْ كَثيرًا مِنَ الماءِ"),
    ("noto-sans-hebrew", "he", "קח את התרופה עכשיו עם מים"),
]


def one_line(face: str, language: str, text: str, direction: str = "ltr") -> bytes:
    items = [
        item
        for n, weight in enumerate((400, 700))
        for item in specimen.line(
            80 + 60 * n,
            f"p{n}",
            specimen.run(text, face, weight, 14, direction=direction, language=language),  # type: ignore[arg-type]
        )
    ]
    actual = text if direction == "rtl" else ""
    tags = tuple(Tag(f"p{n}", "P", language=language, actual_text=actual) for n in range(2))
    return write(specimen.one_page(*items, tree=tags, language=language, direction=direction))


def extracted(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text


def conforms(data: bytes) -> bool:
    return all(validator.validate_pdf_bytes(data, profile=profile).is_compliant for profile in ("ua1", "2a"))


@pytest.mark.parametrize(("face", "language", "text"), LEFT_TO_RIGHT, ids=[row[1] for row in LEFT_TO_RIGHT])
def test_left_to_right_text_copies_out_exactly_and_conforms(face: str, language: str, text: str) -> None:
    data = one_line(face, language, text)
    assert extracted(data).replace("\r", "").split("\n") == [text, text]
    assert conforms(data)


@pytest.mark.parametrize(("face", "language", "text"), RIGHT_TO_LEFT)
def test_right_to_left_words_copy_out_whole_and_the_tree_spells_them(
    face: str, language: str, text: str
) -> None:
    data = one_line(face, language, text, "rtl")
    lines = extracted(data).replace("\r", "").split("\n")
    assert [sorted(line.split()) for line in lines] == [sorted(text.split())] * 2
    assert conforms(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = [
            str(o.ActualText) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ActualText" in o
        ]
    assert said == [text, text]


def test_a_no_break_space_is_found_as_a_space() -> None:
    assert extracted(one_line("noto-sans", "en", "5\u00a0seconds")).startswith("5 seconds")


def programs(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            bytes(o.FontFile2.read_bytes())
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o
        ]


def test_no_axis_is_left_open_in_an_embedded_font() -> None:
    for face in ("noto-sans", "noto-sans-hebrew", "inter"):
        text = "→" if face == "inter" else "ab" if face == "noto-sans" else "שלום"
        for program in programs(one_line(face, "en", text)):
            assert not {"fvar", "gvar", "HVAR", "avar"} & tables_of(program).keys()


def test_bold_is_a_weight_of_its_own_and_not_a_smear() -> None:
    regular, bold = programs(one_line("noto-sans", "en", "weight"))
    assert regular != bold


def test_only_the_glyphs_in_use_are_embedded() -> None:
    short, long = one_line("noto-sans", "en", "aaa"), one_line("noto-sans", "en", "a quick brown fox jumps")
    assert max(map(len, programs(short))) < max(map(len, programs(long))) < 12_000


def test_a_code_says_one_text_even_where_two_texts_share_a_glyph() -> None:
    text = "A Α А"  # Latin, Greek and Cyrillic capitals that look alike
    assert extracted(one_line("noto-sans", "en", text)).startswith(text)


def test_the_font_program_is_the_same_whatever_was_written_before(tmp_path: Path) -> None:
    alone = one_line("noto-sans-devanagari", "hi", "क्षमता")
    one_line("noto-sans-devanagari", "hi", "श्रृंगार र्ट्रीं द्वितीय")
    (tmp_path / "again.pdf").write_bytes(one_line("noto-sans-devanagari", "hi", "क्षमता"))
    assert (tmp_path / "again.pdf").read_bytes() == alone
