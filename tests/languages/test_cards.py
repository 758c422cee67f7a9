"""No card is so high that three do not share a page, in any language: words grow back unless somebody looks."""

from __future__ import annotations

import pytest
from language_sheets import each_sheet, published, shop

from handout.layout import Partner, high_cards


@pytest.mark.slow
@each_sheet()
def test_three_cards_share_a_page(routine: str, tag: str) -> None:
    laid = published(routine, tag).laid
    setting = shop().setting(laid.prescription.edition.language)
    found = high_cards(Partner(laid.manuscript, laid.pictures, shop().theme("standard"), setting))
    assert [one.what for one in found] == []
