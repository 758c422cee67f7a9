"""Every language file can say every dose, side and number of a sheet; right-to-left numbers are isolated."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from manuscript_orders import RIVERSIDE, ROUTINE, TODAY, card, flat, order, texts

from handout.content import Library, load, shipped_root
from handout.content.types import Words
from handout.edition import english_hash, localise
from handout.manuscript.blocks import Diary, Masthead
from handout.manuscript.compose import compose
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.walk import walked
from handout.prescription import prescribe

TAGS = sorted(path.stem for path in (shipped_root() / "assets" / "languages").glob("*.yaml"))
RUN = re.compile(r"\u2066[^\u2069]*\u2069")
NAMED = re.compile(r"\u2068[^\u2069]*\u2069")


@cache
def library() -> Library:
    return load([shipped_root()])[0]


def speaking(tag: str) -> Library:
    """The library with the English words taken for that language's: its own phrases are what speaks."""
    own = library()

    def taken(words: dict[str, Words]) -> dict[str, Words]:
        english = words["en"]
        accepted = {key: english_hash(said.text) for key, said in english.phrases.items()}
        return {"en": english, tag: replace(english, tag=tag, english=accepted)}

    routine = own.routines[ROUTINE]
    return replace(
        own,
        safety=replace(own.safety, words=taken(own.safety.words)),
        equipment=replace(own.equipment, words=taken(own.equipment.words)),
        exercises={name: replace(one, words=taken(one.words)) for name, one in own.exercises.items()},
        routines={ROUTINE: replace(routine, words=taken(routine.words))},
    )


def spoken(tag: str, country: str = "GB", **changes: object) -> Manuscript:
    edition = localise(speaking(tag), ROUTINE, tag)
    asked = order(language=tag, include=tuple(use.exercise for use in edition.routine.exercises), **changes)
    clinic = replace(RIVERSIDE, country=country)
    return compose(prescribe(edition, asked, clinic, library().countries[country], TODAY))


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("repetitions", [1, 2, 3, 5, 10])
def test_every_language_says_every_plural_of_a_dose(tag: str, repetitions: int) -> None:
    doses = {"seated-twist": {"repetitions": repetitions, "weeks": repetitions}}
    own = spoken(tag, doses=doses)
    assert all(texts(card(own, "seated-twist"), "unit"))
    for kind in ("cell", "heading", "tip", "follow"):
        assert all(texts(own, kind)), kind
    assert all(tip.label for tip in card(own, "seated-twist").tips)


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_says_one_side_alone(tag: str) -> None:
    left, right = (
        set(texts(spoken(tag, side=side), "side"))
        for side in ("left", "right")
    )
    assert all(left)
    assert left.isdisjoint(right)


def test_telephone_numbers_and_doses_are_isolated_in_arabic() -> None:
    own = spoken("ar", "SA")
    assert RUN.fullmatch(texts(own, "clinic-phone")[0])
    for text in map(flat, walked(own)):
        assert not re.search(r"\d[\u00a0 ]\d", NAMED.sub("", RUN.sub("", text))), text


def test_digits_follow_the_clinics_country_and_telephone_numbers_do_not() -> None:
    arab, latin = spoken("ar", "EG"), spoken("ar", "GB")
    for own, digits in ((arab, ["١", "٢"]), (latin, ["1", "2"])):
        assert [row.number for diary in own.all(Diary) for row in diary.rows][:2] == digits
        assert "0113" in texts(own, "clinic-phone")[0]


def test_publications_are_marked_as_english_in_another_language() -> None:
    marked = [one for node in walked(spoken("ar")) for one in node.inlines if one.language]
    assert [one.language for one in marked] == ["en"]
    assert "NICE" in str(marked[0].words)


def test_right_to_left_is_said_by_the_manuscript() -> None:
    own = spoken("ar")
    assert (own.direction, own.tag) == ("rtl", "ar")


def unnamed(tag: str) -> Manuscript:
    """A sheet of no clinic."""
    return compose(prescribe(localise(library(), ROUTINE, tag), order(language=tag), None, None, TODAY))


@pytest.mark.parametrize(
    ("tag", "numbers"),
    [
        ("ko", ["119", "112", "911", "999"]),  # 112 is the police in Korea
        ("zh-Hans", ["120", "112", "911", "999"]),
        ("vi", ["115", "112", "911", "999"]),
        ("pt-BR", ["192", "112", "911", "999"]),
        ("ht", ["116", "112", "911", "999"]),
        ("ru", ["103", "112", "911", "999"]),
        ("fil", ["911", "112", "999"]),
        ("en", ["112", "911", "999"]),
    ],
)
def test_without_a_clinic_the_number_of_the_languages_own_country_comes_first(tag: str, numbers: list[str]) -> None:
    sheet = unnamed(tag)
    (hint,) = texts(sheet, "number-hint")
    assert re.findall("[0-9]+", hint) == numbers
    masthead = sheet.first(Masthead)
    assert masthead is not None
    assert [(phone.label, phone.plain) for phone in masthead.phones] == [
        (" ".join(library().languages[tag].phrases["our_phone"].split(" ")), "")
    ]


# How each language writes tingling, night and sleep: all are of the panel, which says stop or today.
TINGLING_NIGHT_SLEEP = {
    "en": "tingl|night|sleep", "es": "hormigue|noche|dorm|sueño", "fr": "fourmi|nuit|somm|dorm",
    "ht": "pikot|lannwit|dòmi",
    "pt-BR": "formig|noite|sono|dorm", "de": "[Kk]ribbel|nacht|[Ss]chlaf", "pl": "mrowi|no[cg]|s[en]|śnie|spa[ćn]",
    "ru": "покалыв|ноч|спать|сон", "fil": "tusok|gabi|tulog", "vi": "châm|đêm|ngủ", "ar": "تنميل|ليل|نوم",
    "hi": "झुनझुन|रात|नींद|सो(?:ने|ना)", "ko": "저[리림]|찌릿|밤|잠", "zh-Hans": "针刺|夜|睡",
}  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_what_the_panel_calls_urgent_does_not_wait_for_the_next_few_days(tag: str) -> None:
    words, own = re.compile(TINGLING_NIGHT_SLEEP[tag]), library()
    lines = own.safety.words[tag].phrases
    assert all(words.search(lines[f"lines.{name}"].text) for name in ("spreads-down-limb", "both-legs", "night-pain"))
    for routine in own.routines.values():
        late = {key: said.text for key, said in routine.words[tag].phrases.items() if key.startswith("see_us.")}
        assert late
        assert not [text for text in late.values() if words.search(text)]


@pytest.mark.parametrize("tag", TAGS)
def test_a_card_names_the_list_that_it_means_as_page_1_heads_it(tag: str) -> None:
    """ "At the front" was read as "at first" in most languages."""
    phrases = library().languages[tag].phrases
    for key in ("yes_to", "yes_to_any"):
        named = re.findall(r"[“„«]\W*([^“„”«»]{4,}?)\W*[”“»]", phrases[key])
        assert named, phrases[key]
        assert named[-1] in phrases["ask_heading"]
