"""A finished file made again and compared: unchanged, changed on a page, or unknown; never simply whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pikepdf
import pytest

from handout.authoring.remade import Verdict, compare
from handout.content import shipped_root
from handout.errors import Private
from handout.pipeline import open_shop, publish
from handout.prescription import Order, Patient
from handout.shop import Shop

ROOT = shipped_root()
STOCK = Order(0, ("back",), "en")


@cache
def shop() -> Shop:
    return open_shop([ROOT], None, date(2026, 11, 20), ROOT / ".pytest_cache" / "figures", ["en"])


@cache
def stock() -> bytes:
    return publish(STOCK, "back", shop()).pdf


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(stock())) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def test_a_stock_sheet_is_made_again_byte_for_byte() -> None:
    assert compare(stock(), shop()) == Verdict("unchanged")


def test_of_a_personal_sheet_all_but_the_patients_own_words_is_unchanged() -> None:
    patient = Patient(Private("Zdenka Invented", "name"), Private("Q-17", "reference"))
    own = publish(replace(STOCK, patient=patient, date=date(2026, 11, 25)), "back", shop()).pdf
    assert compare(own, shop()).answer == "own"


def test_a_sheet_with_doses_of_its_own_is_unknown() -> None:
    own = publish(replace(STOCK, doses={"march": {"duration_s": 90}}), "back", shop()).pdf
    assert compare(own, shop()) == Verdict("unknown")


def _stroke(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(pdf.make_stream(b"/Artifact BMC q 3 w 100 300 m 200 300 l S Q EMC"))


def _turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Rotate = 180


def _more(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _lie(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one:
            one.Alt = pikepdf.String("A person jumps.")
            return
    raise AssertionError("no figure has an alt text")


@pytest.mark.parametrize("change", [_stroke, _turn, _more, _lie])
def test_what_was_changed_is_named_by_its_page(change: Callable[[pikepdf.Pdf], None]) -> None:
    found = compare(changed(change), shop())
    assert found.answer == "changed"
    assert len(found.pages) == 1


def test_a_page_that_was_exchanged_is_changed() -> None:
    def exchange(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pdf.pages[2].Contents

    assert 2 in compare(changed(exchange), shop()).pages
