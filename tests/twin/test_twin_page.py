"""The page for a screen: every block has an element, all is inside, a patient's value stands in the text alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.twin.twin_sheets import order, page, sheet, shop

from handout.drawing import Raster
from handout.errors import EditionError, Private
from handout.language import for_country
from handout.manuscript.kinds import Kind
from handout.manuscript.walk import walked
from handout.pipeline import composed, for_screen
from handout.prescription import Patient
from handout.twin import About, controls_of, page_of
from handout.twin.page import ROWS, telephone
from handout.twin.pictures import inlined


def test_every_element_of_a_manuscript_has_its_place_on_the_page() -> None:
    assert {kind.label for kind in Kind} <= ROWS.keys()
    assert all(ROWS[kind.label].tag == kind.html for kind in Kind if kind is not Kind.COLUMN)


def test_the_page_names_its_language_and_direction_and_has_one_title() -> None:
    for tag, written, direction in (("en", "en-GB", "ltr"), ("ar", "ar", "rtl")):
        made = page(tag=tag)
        assert made.startswith("<!doctype html>")
        assert f'<html lang="{written}" dir="{direction}"' in made
        assert made.count("<h1") == 1


def test_it_is_one_file_that_packs_to_about_130_kilobytes() -> None:
    import gzip

    assert len(gzip.compress(page().encode())) < 135_000
    assert not re.search(r'(?:src|srcset|poster|data|action|href)="(?!tel:|mailto:|https://www\.riverside\.)', page())


def test_the_same_sheet_has_the_same_bytes() -> None:
    assert for_screen(sheet(), shop()) == page()


def test_a_patients_values_stand_in_the_text_and_nowhere_else() -> None:
    made = page()
    head, body = made.split("<body>")
    script = body[body.index('<script type="application/json"') :]
    for value in ("Quillon", "QZ-0417", "left shoulder"):
        assert value in body
        assert value not in head
        assert value not in script
        assert not re.search(rf"<[^>]*{value}", made)


def test_without_a_clinic_there_is_no_line_for_its_number_on_a_screen() -> None:
    nobodys = replace(shop(), clinic=None)
    sheet = composed(order(patient=False), "upper-back", nobodys)
    page = for_screen(sheet, nobodys)
    (blank,) = [node.label for node in walked(sheet.manuscript) if node.kind is Kind.CLINIC_PHONE]
    assert blank
    assert blank not in page


def test_a_page_names_its_sources_in_full_where_paper_names_them_in_short() -> None:
    assert "Royal Osteoporosis Society, 2022" in page()
    assert "ROS 2022" not in page()


def test_a_short_reference_that_is_also_a_degree_of_pain_makes_a_page() -> None:
    patient = Patient(Private("No Light", "name"), Private("1", "reference"))
    assert "No Light" in for_screen(composed(replace(order(), patient=patient), "upper-back", shop()), shop())


def test_what_a_clinic_or_a_patient_is_called_can_be_no_markup() -> None:
    assert "Riverside &lt;Physio&gt; &amp; Co" in page()
    odd = replace(order(), note=Private("<script>alert(1)</script> </style> & “so”", "note"))
    made = for_screen(composed(odd, "upper-back", shop()), shop())
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;/style&gt; &amp;" in made
    assert made.count("<script") == 2


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("0113 496 0000 ext. 12", "tel:01134960000"),
        ("+44 (0)113-496", "tel:+440113496"),
        ("٩٩٩", "tel:999"),
        ("\u20660113\u00a0496\u00a00000\u2069", "tel:01134960000"),
        ("on the door", ""),
    ],
)
def test_a_number_is_a_link_that_a_telephone_dials(printed: str, dialled: str) -> None:
    assert telephone(printed) == dialled


def test_the_numbers_to_call_can_be_touched() -> None:
    assert 'href="tel:999"' in page()
    assert 'href="tel:01134960000"' in page()


def test_addresses_are_links_without_the_marks_of_direction_that_they_are_printed_with() -> None:
    for tag in ("en", "ar"):
        assert 'href="https://www.riverside.example"' in page(tag=tag)
        assert 'href="mailto:hello@riverside.example"' in page(tag=tag)


def test_a_stock_page_says_that_the_paper_holds_and_leads_to_the_list() -> None:
    made = page(about=About(stock=True, index="index.html"))
    assert "Do only the exercises on your paper" in made
    assert '<a href="index.html">All sheets and languages</a>' in made
    assert "Do only the exercises on your paper" not in page().split('id="controls"')[0]


def test_a_language_without_words_for_a_screen_has_no_page_and_keeps_its_sheet() -> None:
    language = replace(shop().library.languages["ar"], screen={"next": "التالي"})
    with pytest.raises(EditionError, match="no words for a page on a screen: all_at_once"):
        controls_of(language, sheet(tag="ar").prescription)


def test_timers_stand_at_what_is_held_or_lasts_as_prescribed() -> None:
    controls = controls_of(for_country(shop().library.languages["en"], shop().country), sheet().prescription)
    assert controls.timers["seated-twist"] == ((5, "Timer: 5\u00a0seconds"),)
    assert controls.timers["march"] == ((120, "Timer: 2\u00a0minutes"),)
    assert controls.timers["shoulder-rolls"] == ()
    assert len(controls.daily) == len(sheet().prescription.exercises)


@pytest.mark.parametrize(("data", "kind"), [(b"\x89PNG...", "png"), (b"\xff\xd8...", "jpeg")])
def test_a_clinics_own_photograph_stands_inside_as_data_with_what_it_shows(data: bytes, kind: str) -> None:
    made = inlined(Raster(72, 36, data, (2, 1)), 'our "door"')
    assert made.startswith(f'<img src="data:image/{kind};base64,')
    assert 'alt="our &quot;door&quot;" width="96" height="48">' in made


def test_a_picture_is_drawn_with_what_it_shows_said() -> None:
    made = page_of(
        sheet().manuscript,
        sheet().pictures,
        controls_of(shop().library.languages["en"], sheet().prescription),
        About(),
    )
    assert made.count('<svg viewBox="') == made.count('role="img" aria-label="') == len(
        [one for one in walked(sheet().manuscript) if one.kind is Kind.PICTURE]
    )
