"""A patient's name in any script that the faces hold, inside a line of any other."""

from __future__ import annotations

import unicodedata

import pytest
from text_specimens import INK, arabic, latin, runs

from handout.errors import Private, TextError
from handout.text import Span, missing, typeset
from handout.text.itemise import itemise

NAMES = [
    "Łukasz Żółć", "Ọlá Ṣadé ẹ̀kọ́", "Əliyev", "Ngā Pōtiki", "Kaʻahumanu", "Diné Tł’ízí ąą́",
    unicodedata.normalize("NFD", "Nguyễn Thị Ưỡng"), "Žydrūnas ė̃", "Ștefan Țepeș", "İbrahim Işık",
    "Ṅwá Ụ̀dọ", "Ɖeƒe Ŋkeke", "Siân Ŵyn", "Lǚ Xiǎomíng", "Kṛṣṇa Ḍhākā", "O’Brien-Smith",
    "Ђорђе Ґанна", "Қасым Ҷамшед", "Ἀλέξανδρος", "محمّد عبد الله", "ڈاکٹر گُڑیا ہے", "ښاغلی ګل",
    "ڕێبوار", "ئۆمەر", "ڄام ٻاٻو", "שָׂרָה כֹּהֵן", "ײַדיש", "क्षितिज श्रीवास्तव", "ऱ्हास ॲन", "कृष्ण",
    "কৃষ্ণেন্দু", "ৰঞ্জিত ৱ", "ஸ்ரீதர்", "శ్రీనివాస్", "ณัฐฐา", "ສົມພອນ", "សុខា", "အောင်ဆန်း", "ၸဝ်ႈ",
    "စီၤ", "ገብረ እግዚአብሔር", "ኣብርሃም", "张伟", "張偉", "王𠮷喆䶮", "𨭎𤧬", "﨑山 髙子", "さくら 山田",
    "홍길동", unicodedata.normalize("NFD", "홍길동"), "金홍", "ㄅㄆ",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["en", "ar"])
def test_a_name_is_set_whole_inside_another_language(name: str, page: str) -> None:
    style = latin() if page == "en" else arabic()
    spans = [
        Span("Dear ", 12.0, 400, INK, page),
        Span(Private(name, "name"), 12.0, 700, INK, page, "n"),
        Span(", 5 mg", 12.0, 400, INK, page),
    ]
    found = [run for run in runs(typeset(spans, style, 1000)) if run.tag == "n"]
    assert "".join(run.text for run in found) == name
    assert all(glyph.gid for run in found for glyph in run.glyphs)
    assert missing(name, page) == ()


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("zh-Hans", "noto-sans-sc"), ("zh-Hant", "noto-sans-tc"), ("zh-HK", "noto-sans-tc"),
        ("yue", "noto-sans-tc"), ("ja", "noto-sans-jp"), ("ja-JP", "noto-sans-jp"), ("ko", "noto-sans-kr"),
        ("en", "noto-sans-sc"),
    ],
)  # fmt: skip
def test_the_language_decides_the_shapes_of_han(language: str, face: str) -> None:
    assert [item.face for item in itemise("直骨", language)] == [face]


def test_kana_beside_han_makes_the_han_japanese() -> None:
    assert {item.face for item in itemise("さくら山田", "en")} == {"noto-sans-jp"}


def test_figures_have_one_design_in_every_language() -> None:
    for text, language in (("每天2次", "zh-Hans"), ("5초", "ko"), ("خذ 5", "ar"), ("5 बार", "hi")):
        figures = [index for index, letter in enumerate(text) if letter.isdigit()]
        items = itemise(text, language)
        assert {item.face for item in items if item.start <= figures[0] < item.end} == {"noto-sans"}


def test_a_pair_of_brackets_is_of_one_face() -> None:
    text = "خذ الدواء (5 mg) الآن"
    items = itemise(text, "ar")
    faces = [item.face for place in (text.index("("), text.index(")")) for item in items
             if item.start <= place < item.end]  # fmt: skip
    assert faces[0] == faces[1]


def test_arrows_checks_and_mathematical_signs_come_from_inter() -> None:
    assert {item.face for item in itemise("→≤≥≠✓✗⚠", "en")} == {"inter"}


def test_chinese_punctuation_comes_from_the_chinese_face() -> None:
    assert {item.face for item in itemise("保持“五秒”，（慢）。", "zh-Hans")} == {"noto-sans-sc"}


@pytest.mark.parametrize("name", ["පටේල්", "પટેલ", "ਸਿੰਘ", "ಕೃಷ್ಣ", "കൃഷ്ണൻ", "Արմեն", "გიორგი", "བསྟན", "😀"])
def test_a_name_in_a_script_without_a_face_is_refused_without_being_told(name: str) -> None:
    assert missing(name, "en")
    with pytest.raises(TextError) as caught:
        typeset([Span(Private(name, "name"), 12.0, 400, INK, "en")], latin(), 300)
    said = str(caught.value)
    assert "patient's name" in said
    assert not set(said) & set(name)
