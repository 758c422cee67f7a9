"""The code on paper leads to the stock page: read from the grey page as a phone does; the sheet is whole without it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
import zxingcpp
from tests.twin.twin_sheets import CACHE, CLINIC, TODAY, order, shop

from handout.drawing.code import QUIET, code_of
from handout.pipeline import Publication, composed, for_screen, publish
from handout.shop import Shop

ADDRESS = "https://www.riverside.example/sheets/upper-back.{}.html"
SITE = replace(CLINIC, sheets_at="www.riverside.example/sheets")


@cache
def there() -> Shop:
    return Shop(shop().library, TODAY, CACHE, SITE)


@cache
def printed(tag: str, style: str) -> Publication:
    """A person's own sheet; it has passed the proof and the eye."""
    own = replace(order("upper-back", tag), style=style, doses={"seated-twist": {"repetitions": 4.0}})
    return publish(own, "upper-back", there())


OTHERS = [pytest.param("ar", "mono", marks=pytest.mark.slow), pytest.param("en", "large-print", marks=pytest.mark.slow)]


@pytest.mark.parametrize(("tag", "style"), [("en", "standard"), *OTHERS])
def test_a_phone_reads_the_stock_pages_address_from_the_grey_page(tag: str, style: str) -> None:
    read = []
    for page in pypdfium2.PdfDocument(printed(tag, style).pdf):
        image = page.render(scale=150 / 72, grayscale=True).to_numpy()
        read += [one.text for one in zxingcpp.read_barcodes(image)]
    assert read == [ADDRESS.format(tag)], "nothing of the patient's doses, and no other code"


def test_the_address_stands_beside_it_in_letters_and_is_told_to_who_does_not_see_it() -> None:
    pages = pypdfium2.PdfDocument(printed("en", "standard").pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "www.riverside.example/sheets/upper-back.en.html" in text
    assert "Do only what this paper says." in " ".join(text.split())
    (place,) = [one for one in printed("en", "standard").laid.manuscript.blocks if one.kind.label == "online"]
    assert place.code.alt == "QR: www.riverside.example/sheets/upper-back.en.html"


def test_a_sheet_of_a_clinic_without_pages_is_whole_without_a_code() -> None:
    kinds = [one.kind.label for one in composed(order(), "upper-back", shop()).manuscript.blocks]
    assert "online" not in kinds
    assert {"safety", "balance", "diary", "colophon"} <= {*kinds}


def test_a_page_for_a_screen_does_not_send_its_reader_to_a_phone() -> None:
    page = for_screen(composed(order(), "upper-back", there()), there())
    assert "Do only what this paper says" not in page
    assert ADDRESS.format("en") not in page


def test_a_code_is_black_bars_in_a_white_margin() -> None:
    drawing = code_of(ADDRESS.format("en"), 72.0)
    numbers = [value for _, pair in drawing.shapes[0].path for value in pair]
    module = 72.0 / (33 + 2 * QUIET)  # version 4
    assert min(numbers) == pytest.approx(QUIET * module)
    assert max(numbers) == pytest.approx(72.0 - QUIET * module)
    assert {shape.fill for shape in drawing.shapes} == {"#000000"}


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("clinic.example/s/", "https://clinic.example/s/back.ar.html"),
        ("http://clinic.example", "http://clinic.example/back.ar.html"),
        ("", ""),
    ],
)
def test_the_address_is_that_of_the_routine_in_its_language(said: str, address: str) -> None:
    assert replace(CLINIC, sheets_at=said).page_of("back", "ar") == address
