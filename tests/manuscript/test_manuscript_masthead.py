"""A clinic's hours in words of every language, times as each writes them, and how to reach it."""

from __future__ import annotations

from functools import cache

import pytest

from handout.content import Library, load, shipped_root
from handout.content.clinic_types import Clinic, Hours
from handout.edition import localise
from handout.errors import Place
from handout.manuscript.blocks import Masthead
from handout.manuscript.sheet.masthead import masthead
from handout.manuscript.sheet.voice import Voice
from handout.prescription import Order, prescribe

HOURS = (
    Hours((("mon", "thu"),), "08:00", "12:30"),
    Hours((("mon", "thu"),), "13:30", "18:00"),
    Hours((("tue", "tue"), ("fri", "sat")), "09:00", "13:00"),
)


@cache
def shipped() -> Library:
    return load([shipped_root()])[0]


def made(tag: str, country: str = "GB", **more: object) -> Masthead:
    from datetime import date

    values = {"name": "Elm Street", "country": country, "telephone": "0113 496 0000", "hours": HOURS, **more}
    clinic = Clinic(Place("clinic.yaml"), **values)  # type: ignore[arg-type]
    library = shipped()
    edition = localise(library, "back", tag)
    order = Order(0, ("back",), tag)
    prescription = prescribe(edition, order, clinic, library.countries[country], date(2026, 11, 20), "back")
    voice = Voice(prescription)
    found = masthead(voice, prescription)
    assert voice.findings == []
    return found


def plain(text: str) -> str:
    return text.translate({0x2060: None, 0x2066: None, 0x2068: None, 0x2069: None, 0xA0: " ", 0x202F: " "})


@pytest.mark.parametrize(
    ("tag", "country", "lines"),
    [
        (
            "en",
            "GB",
            (
                "Monday to Thursday, 08:00 to 12:30 and 13:30 to 18:00",
                "Tuesday and Friday to Saturday, 09:00 to 13:00",
            ),
        ),
        ("en", "US", ("Monday to Thursday, 8:00 AM to 12:30 PM and 1:30 PM to 6:00 PM",)),
        ("de", "DE", ("Montag bis Donnerstag, 08:00 bis 12:30 und 13:30 bis 18:00 Uhr",)),
        ("es", "ES", ("De lunes a jueves, 8:00 a 12:30 y 13:30 a 18:00", "Martes y de viernes a sábado, 9:00 a 13:00")),
        ("fr", "FR", ("Du lundi au jeudi, 08:00 à 12:30 et 13:30 à 18:00",)),
        ("zh-Hans", "CN", ("星期一至星期四，08:00至12:30 和 13:30至18:00",)),
        ("zh-Hans", "US", ("星期一至星期四，上午8:00至下午12:30 和下午1:30至下午6:00",)),
        ("ko", "US", ("월요일~목요일 오전 8:00~오후 12:30, 오후 1:30~오후 6:00",)),
        ("ht", "HT", ("Lendi rive jedi, 08:00 rive 12:30 ak 13:30 rive 18:00",)),
        ("ar", "GB", ("الاثنين إلى الخميس، من 08:00 إلى 12:30 ومن 13:30 إلى 18:00",)),
        ("pt-BR", "BR", ("De segunda-feira a quinta-feira, das 08:00 às 12:30 e das 13:30 às 18:00",)),
    ],
)
def test_hours_of_equal_days_are_one_line_as_the_language_says_it(
    tag: str, country: str, lines: tuple[str, ...]
) -> None:
    said = tuple(plain(line.plain) for line in made(tag, country).hours)
    assert said[: len(lines)] == lines
    assert len(said) == 2


def test_no_line_ends_within_a_stretch_of_time_but_between_two() -> None:
    line = made("en").hours[0].plain
    assert line == "Monday to Thursday, 08:00\u00a0to\u00a012:30 and 13:30\u00a0to\u00a018:00"
    assert "08:00\u2060–\u206012:30" in made("pl", "PL").hours[0].plain


def test_numbers_keep_their_order_with_their_extension_in_arabic() -> None:
    found = made("ar", telephone="0113 496 0000 ext. 12", second_telephone="0113-496-0001", email="a@b.example")
    assert [plain(phone.plain) for phone in found.phones] == ["0113 496 0000 ext. 12", "0113-496-0001"]
    assert all(one.plain.startswith("\u2066") and one.plain.endswith("\u2069") for one in found.phones)
    assert found.email is not None
    assert found.email.plain == "\u2068a@b.example\u2069"


def test_a_clinic_without_a_number_has_a_line_to_write_on() -> None:
    assert [phone.inlines for phone in made("en", telephone="").phones] == [()]
