"""Everyday names, ids and notes are printed and pass the proof, in whatever script beside whatever other."""

from __future__ import annotations

import pytest
from matrix_sheets import order_for, published, shop_of

from handout.layout.pages import PictureItem
from handout.pipeline import lay
from handout.proof import proofread
from handout.proof.readback import read_back
from handout.shop import Shop

CLINIC = """\
name: O'Brien Physio-Plus / Praxis
address: 12 King's Rd, Leeds LS1 4AB
telephone: "+49 (0)30 1234-567"
country: GB
logo: logo.png
"""
MIXED = "Take it easy: خذ وقتك يا محمد (please), 5-7 times.\nThen call David דוד כהן on 0113-496-0000 today.\nمرحبا بك."


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    folder = tmp_path_factory.mktemp("clinic")
    return shop_of(CLINIC, folder, folder / "ink", ("en", "ar", "ru"))


def printed(name: str, shop: Shop, language: str = "en", **more: str) -> str:
    """The text of page 1 as the structure says it, white space made alike."""
    made = published(order_for(language, name, **more), shop)
    read = read_back(made.pdf)
    return " ".join(read.text(read.nodes).split())


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "name",
    ["محمد علي", "דוד כהן", "Jean-Baptiste al-Sayed", "O'Brien", "Siân D’Arcy-Ó Briain", "王小明", "Łukasz محمد"],
)
def test_a_full_name_of_any_script_is_printed(name: str, language: str, shop: Shop) -> None:
    assert name in printed(name, shop, language, reference="A-002/17")


def test_a_reference_beside_a_hebrew_name_is_held_against_the_page_all_the_same(shop: Shop) -> None:
    order = order_for("en", "דוד כהן-לוי", reference="12/7", born="1949-01-02", style="large-print")
    other = order_for("en", "דוד כהן-לוי", reference="12/8", born="1949-01-02", style="large-print")
    made = published(order, shop)
    assert proofread(made.pdf, made.laid.manuscript, made.laid.pictures) == ()
    found = proofread(made.pdf, lay(other, "back", shop).manuscript, made.laid.pictures)
    assert any("On the pages the line with the patient's own words" in finding.what for finding in found)


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_a_note_of_mixed_languages_is_printed(language: str, shop: Shop) -> None:
    said = printed("Zdenka Quillon", shop, language, reference="A-1", note=MIXED)
    for words in ("خذ وقتك يا محمد (please)", "David דוד כהן on 0113-496-0000", "مرحبا بك."):
        assert words in said.replace("\u00a0", " ")


def test_reference_and_date_of_birth_stand_side_by_side_as_the_language_writes_dates(shop: Shop) -> None:
    said = printed("Zdenka Quillon", shop, reference="A-1", born="1980-05-17", clinician="Ana Ruiz")
    for words in ("For Zdenka Quillon", "Reference A-1", "Born 17 May 1980", "By Ana Ruiz", "On 20 November 2026"):
        assert words in said
    assert "17 مايو 1980" in printed("Zdenka Quillon", shop, "ar", reference="A-1", born="1980-05-17")


@pytest.mark.parametrize("born", ["about 1950", "1980-02-31", "17/5/80"])
def test_a_birth_date_that_is_no_date_of_the_calendar_is_printed_as_it_was_given(born: str, shop: Shop) -> None:
    assert f"Born {born}" in printed("Zdenka Quillon", shop, born=born)


@pytest.mark.parametrize("word", ["safety", "Alt", "patient", "name", "unknown", "pdf", "Li", "rows", "2", "Document"])
def test_a_name_that_is_a_word_of_the_file_itself_is_no_leak(word: str, shop: Shop) -> None:
    assert f"For {word}" in printed(word, shop, reference=word, born="unknown")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_logo_stands_at_the_start_side_of_the_clinics_name(language: str, shop: Shop) -> None:
    order = order_for(language, "Zdenka Quillon", reference="A-1")
    items = lay(order, "back", shop).pages.pages[0].items
    (logo,) = [item for item in items if isinstance(item, PictureItem) and item.tag == "masthead/logo"]
    assert (logo.picture.width, logo.picture.height) == pytest.approx((120, 36))
    margin = 42
    assert (logo.x < margin + 5) if language == "en" else (logo.x + 120 > 595.28 - margin - 5)
